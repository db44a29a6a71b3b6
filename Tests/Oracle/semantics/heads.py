"""What money may be offered for. Written from Docs/policy-authors/writing-a-matrix.md, "heads", kinds/evidence.md and
kinds/in-kind.md."""

from . import values
from .attempt import Attempt
from .conditions import condition
from .facts import one_or_more
from .prices import price
from .sheet import carefully


class Head:
    """A head: its price, the form in which it is given, and what must be shown first."""

    def __init__(self, edition, name, node):
        self.name, self.id = name, "head." + name
        self.sources = one_or_more(node["source"])
        self.source = "; ".join(self.sources)
        self.set_off = node["set-off"] == "allowed"
        self.reads = set()
        self.given_in_kind = node.get("given") == "in kind"
        self.forms = Forms(edition, node["forms"]) if "forms" in node else None
        self.at_once = stated(node["price"])
        self.price = price(edition, node["price"], self.reads, self._takes_form if self.at_once else None)
        self.evidence = [Evidence(edition, entry, self.reads) for entry in one_or_more(node.get("evidence"))]
        if self.forms:
            self.reads.add(self.forms.fact)
        self.rests_on = rests_on(node["price"])
        self.depth = 1 + max((edition.heads[other].depth for other in self.rests_on), default=-1)

    def run(self, sheet, item):
        """Prices one item."""
        if item.out:
            item.lines.append((self.id, self.source, True, item.number, None))
            item.amount = 0
            return
        if self.depth and sheet.unpriced:
            item.lines.append((self.id, self.source, False, item.number, None))
            return
        attempt = Attempt(item.view, lambda name: sheet.total_of(name, item))
        amount = carefully(sheet, self.price, attempt)
        if amount is not None and not attempt.stopped:
            self._finish(sheet, item, attempt, amount)
        self._report(sheet, item, attempt)
        sheet.unpriced = sheet.unpriced or item.asked or item.amount is None

    def _finish(self, sheet, item, attempt, amount):
        if amount > values.LARGEST_SUM:
            attempt.faults.append(("amount.too-large", None))
            return
        item.amount = amount
        item.in_kind = self.given_in_kind
        if self.forms:
            item.form = item.view.value(self.forms.fact)
            item.in_kind = item.form in self.forms.in_kind or item.in_kind
            if not self.at_once and not self._takes_form(attempt):
                return
        for entry in self.evidence:
            if entry.wanted(attempt, amount):
                attempt.ask(entry.fact, [])
                break

    def _takes_form(self, attempt):
        """Whether it may be given in the form that was stated; if not, that is asked."""
        return self.forms is None or self.forms.allowed(attempt, self.at_once)

    def _report(self, sheet, item, attempt):
        sheet.note(attempt, item.number)
        for amount, sources in attempt.lines:
            source = "; ".join(dict.fromkeys(self.sources + sources)) if sources else self.source
            item.lines.append((self.id, source, True, item.number, amount))
        for about, who in attempt.asks:
            item.questions.append((about, who, self.id, self.source, item.number))
        item.asked = bool(attempt.asks)


def stated(price):
    """Whether a person states the amount before anything is worked out."""
    return isinstance(price, dict) and not {"band", "actual-cost"}.isdisjoint(price)


def rests_on(price):
    """The heads whose items a price takes; these are priced first."""
    if isinstance(price, list):
        return [name for part in price for name in rests_on(part)]
    if not isinstance(price, dict):
        return []
    found = one_or_more(price.get("total-of")) + one_or_more((price.get("interest") or {}).get("on-heads"))
    inner = [price.get(key) for key in ("highest-of", "lowest-of", "sum-of", "at-least", "at-most")]
    return found + [name for part in inner for name in rests_on(part)]


class Evidence:
    """Something that must be shown before a sum counts."""

    def __init__(self, edition, node, reads):
        node = {"fact": node} if isinstance(node, str) else node
        self.fact = node["fact"]
        self.holds = condition(edition, node.get("when"), reads)
        self.above = values.money(node["above"]) if "above" in node else None
        reads.add(self.fact)

    def wanted(self, attempt, amount):
        """Whether it is wanted and was not shown."""
        if self.above is not None and amount <= self.above:
            return False
        return bool(self.holds(attempt.view, attempt.lacks)) and attempt.view.value(self.fact) is None


class Forms:
    """The forms in which an amount may be given; those in kind perhaps at some levels only."""

    def __init__(self, edition, node):
        self.fact = node["fact"]
        self.in_kind = set(one_or_more(node["in-kind"]))
        self.at = set(one_or_more(node["at"])) if "at" in node else None
        self.otherwise = node.get("otherwise")
        self.who = one_or_more(edition.readings[self.otherwise].get("ask")) if self.otherwise else []

    def allowed(self, attempt, at_once):
        """Whether the level that was stated allows the form; if not, that is a question, at once in place of a line."""
        if self.at is None or attempt.level in self.at or attempt.view.value(self.fact) not in self.in_kind:
            return True
        if at_once:
            attempt.lines, attempt.sources = [], []
        attempt.ask(self.otherwise, self.who)
        return False
