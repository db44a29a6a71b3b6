"""Bands as the policy prints them. Written from Docs/policy-authors/kinds/band.md."""

from . import values
from .conditions import condition
from .facts import one_or_more

OPEN = values.LARGEST_SUM * 1000  # higher than any sum


class Level:
    """The band of one level: its lowest and its highest amount."""

    def __init__(self, node):
        self.low = values.money(node["from"]) if "from" in node else values.money(node["above"]) + 1
        self.high = values.money(node["to"]) if "to" in node else OPEN
        self.sources = one_or_more(node.get("source"))

    def holds(self, amount):
        return self.low <= amount <= self.high


def band(edition, node, bring, reads):
    """A range for each level, in which a person picks the point."""
    reads.update([node["by"], node["amount"]])
    if "split-by" in node:
        return _grid(node, reads)
    return Bands(edition, node, reads).work_out


class Bands:
    """Levels on one axis, with the gaps and the shared edges between them."""

    def __init__(self, edition, node, reads):
        self.by, self.amount = node["by"], node["amount"]
        self.who = one_or_more(node["picked-by"])
        self.levels = {name: Level(level) for name, level in node["levels"].items()}
        self.between, self.at_edge = node.get("between"), node.get("at-edge")
        self.readings = edition.readings
        self.placed = [
            (condition(edition, case["when"], reads), case["level"], case["otherwise"])
            for case in one_or_more(node.get("placed"))
        ]
        order = sorted(self.levels.values(), key=lambda level: level.low)
        self.gaps = [(a.high, b.low) for a, b in zip(order, order[1:]) if b.low > a.high + 1]
        self.edges = {a.high for a, b in zip(order, order[1:]) if b.low == a.high}

    def work_out(self, attempt):
        view = attempt.view
        placed, otherwise = self._placed(attempt)
        level = view.value(self.by) if placed else attempt.need(self.by)
        amount = view.value(self.amount)
        if placed and level is not None and level != placed:
            return self._ask(attempt, otherwise)
        silent = self._silent(amount)
        if silent:
            return self._ask(attempt, silent)
        level = placed or level
        if level is None:
            return None
        attempt.level = level
        if amount is None:
            attempt.ask(self.amount, self.who)
            return None
        if placed and amount > self.levels[level].high:
            return self._ask(attempt, otherwise)
        return _picked(attempt, self.levels[level], self.amount, amount)

    def _placed(self, attempt):
        for holds, level, otherwise in self.placed:
            if holds(attempt.view, attempt.lacks):
                return level, otherwise
        return None, None

    def _silent(self, amount):
        """The reading that answers for an amount in a gap or on a shared edge."""
        if amount is None:
            return None
        if amount in self.edges:
            return self.at_edge
        return self.between if any(low < amount < high for low, high in self.gaps) else None

    def _ask(self, attempt, reading):
        attempt.ask(reading, one_or_more(self.readings[reading].get("ask")))


def _picked(attempt, level, name, amount):
    if not level.holds(amount):
        attempt.faults.append(("amount.outside-band", name))
        return None
    attempt.sources += level.sources
    attempt.line(amount)
    return amount


def _grid(node, reads):
    """Two axes: each pair of choices with its own band, and no gap or edge between them."""
    rows, columns, name = node["by"], node["split-by"], node["amount"]
    who = one_or_more(node["picked-by"])
    reads.add(columns)
    cells = {row: {column: Level(cell) for column, cell in cells.items()} for row, cells in node["levels"].items()}

    def work_out(attempt):
        row, column = attempt.need(rows), attempt.need(columns)
        if row is None or column is None:
            return None
        attempt.level = row
        amount = attempt.view.value(name)
        if amount is None:
            attempt.ask(name, who)
            return None
        return _picked(attempt, cells[row][column], name, amount)

    return work_out
