"""So much for each unit of a count. Written from Docs/policy-authors/kinds/accrual.md."""

from fractions import Fraction

from . import clock
from .attempt import Attempt, needing
from .figures import Series, figure


def accrual(edition, node, bring, reads):
    """The paid units, each at its rate; divided and rounded once where a rate is for several units."""
    name = node["count"]
    reads.add(name)
    only_above = figure(edition, node.get("only-above", "0"), "count", reads)
    grace = figure(edition, node.get("grace", "0"), "count", reads)
    wanted = [needing(name), only_above, grace]
    threshold = "only-above" in node
    plus = figure(edition, node["plus"], "money", reads) if "plus" in node else None
    per = int(node["per"]) if "per" in node else None
    sum_of_units = _rate(edition, node["rate"], name, reads)

    def work_out(attempt):
        found = attempt.find(wanted)
        if found is None:
            return None
        count, least, free = found
        paid = 0 if threshold and count <= least else max(0, count - free)
        amount = sum_of_units(attempt, free, paid) if paid else _nothing(attempt, sum_of_units)
        if amount is None:
            return None
        if per:
            amount = bring(Fraction(amount, per))
        if plus and paid:
            more = plus(attempt)
            if more is None:
                return None
            amount += more
        attempt.line(amount)
        return amount

    return work_out


def _nothing(attempt, sum_of_units):
    """Nothing is due: the rate is only cited, and nobody is asked for what it would take."""
    cited = Citing(attempt.view)
    sum_of_units(cited, 0, 0)
    attempt.sources += cited.sources
    return 0


class Citing(Attempt):
    """Looks a figure up for its paragraphs alone."""

    def ask(self, about, who):
        """Nobody is asked."""


def _rate(edition, node, name, reads):
    """The sum of the paid units, as a function of the attempt, the units that are free, and those that are paid."""
    if isinstance(node, list):
        return _slices(edition, node, reads)
    if isinstance(node, dict) and node.get("on") == "each":
        return _each(edition, node, name, reads)
    rate = figure(edition, node, "money", reads)

    def same(attempt, free, paid):
        each = rate(attempt)
        return None if each is None else each * paid

    return same


def _slices(edition, node, reads):
    tops = [int(entry["to"]) if "to" in entry else None for entry in node]
    rates = [figure(edition, entry["is"], "money", reads) for entry in node]

    def add_up(attempt, free, paid):
        total, reached = 0, 0
        for top, rate in zip(tops, rates):
            here = (paid if top is None else min(top, paid)) - reached
            if here <= 0:
                break
            each = rate(attempt)
            if each is None:
                return None
            total += each * here
            reached += here
        return total

    return add_up


def _each(edition, node, name, reads):
    """Each unit has the figure of its own first day."""
    series = Series(edition, node["dated"], "money", reads)

    def add_up(attempt, free, paid):
        rule = edition.derived[name]
        size = rule.size * clock.DAYS_OF[rule.unit]
        view = attempt.view if rule.of_items else attempt.view.case
        first = rule.first(view)
        total = 0
        for number in range(free, free + paid):
            each = series.at(attempt, first + number * size, rule.start)
            if each is None:
                return None
            total += each
        return total

    return add_up
