"""What heads have to do with one another. Written from Docs/policy-authors/kinds/combination.md and limits.md."""

from . import values
from .attempt import Attempt
from .conditions import condition
from .facts import one_or_more
from .figures import figure
from .prices import adjustment, alone, price, rounding

KINDS = ("higher-of", "lower-of", "supersede", "only", "deduct", "adjust")
LIMITS = ("at-most", "at-least", "nothing-under", "nothing-up-to")


class Combination:
    """One rule over heads, tried once every item has an amount."""

    def __init__(self, edition, name, node):
        self.id = "combination." + name
        self.sources = one_or_more(node["source"])
        self.source = "; ".join(self.sources)
        self.reads = set()
        self.holds = condition(edition, node.get("when"), self.reads)
        (kind,) = (key for key in KINDS + LIMITS if key in node)
        self.heads = one_or_more(node.get("heads")) or list(edition.node["heads"])
        self.names = one_or_more(node[kind]) if kind in KINDS[:5] else []
        self.act = getattr(self, "_" + kind.replace("-", "_"), self._limit)
        self.kind, self.plain = kind, alone(node[kind])
        if kind == "adjust":
            self.adjust = adjustment(edition, node["adjust"], rounding(edition, node.get("rounding")), self.reads)
        elif kind in LIMITS[:2]:
            self.limit = price(edition, node[kind], self.reads)
        elif kind in LIMITS[2:]:
            self.limit = figure(edition, node[kind], "money", self.reads)
        self.less = node.get("less")
        self.others = one_or_more(node.get("by") or node.get("with") or node.get("from"))
        if self.less:
            self.reads.add(self.less)

    def run(self, sheet):
        lacks = []
        holds = self.holds(sheet.view, lacks)
        sheet.missing(lacks)
        if not holds or not self.act(sheet):
            sheet.line(self.id, self.source, False)

    def _items(self, sheet, heads):
        return [item for item in sheet.items if item.head in heads and not item.out]

    def _comes_to(self, sheet, head):
        return sum(item.amount for item in self._items(sheet, [head]))

    def _drop(self, sheet, heads):
        dropped = self._items(sheet, heads)
        for item in dropped:
            item.out, item.amount = self.id, 0
            sheet.refuse(self.id, self.source, item.number)
            sheet.line(self.id, self.source, True, item.number)
        return bool(dropped)

    def _change(self, sheet, item, amount):
        item.amount = amount
        sheet.line(self.id, self.source, True, item.number, amount)

    def _higher_of(self, sheet):
        return self._one_of(sheet, max)

    def _lower_of(self, sheet):
        return self._one_of(sheet, min)

    def _one_of(self, sheet, pick):
        taking_part = [head for head in self.names if self._items(sheet, [head])]
        if len(taking_part) < 2:
            return False
        kept = pick(taking_part, key=lambda head: self._comes_to(sheet, head))
        sheet.line(self.id, self.source, True)
        return self._drop(sheet, [head for head in taking_part if head != kept])

    def _supersede(self, sheet):
        return any(self._comes_to(sheet, head) for head in self.others) and self._drop(sheet, self.names)

    def _only(self, sheet):
        return not any(self._comes_to(sheet, head) for head in self.others) and self._drop(sheet, self.names)

    def _deduct(self, sheet):
        left = sum(self._comes_to(sheet, head) for head in self.names)
        used = False
        for item in self._items(sheet, self.others):
            taken = min(left, item.amount)
            if taken:
                self._change(sheet, item, item.amount - taken)
                left, used = left - taken, True
        return used

    def _adjust(self, sheet):
        used = False
        for item in self._items(sheet, self.heads):
            attempt = Attempt(sheet.view)
            amount = self.adjust(attempt, item.amount)
            sheet.note(attempt)
            if attempt.asks:
                return self._ask(sheet, attempt)
            if amount is not None and amount != item.amount:
                self._change(sheet, item, amount)
                used = True
        return used

    def _ask(self, sheet, attempt):
        """A figure that the policy does not print: a person is asked for it, once for all items."""
        sheet.line(self.id, self.source, True)
        for about, who in attempt.asks:
            sheet.ask(about, who, self.id, self.source)
        return True

    def _limit(self, sheet):
        items = self._items(sheet, self.heads)
        together = sum(item.amount for item in items)
        if not together:
            return False
        attempt = Attempt(sheet.view)
        limit = self.limit(attempt)
        less = attempt.need(self.less) if self.less else 0
        sheet.note(attempt)
        if not attempt.asks and (limit is None or less is None):
            return False
        if not self.plain and self.kind in LIMITS[:2]:
            for amount, sources in attempt.lines:
                if amount is None:  # what is asked has its line below
                    continue
                source = "; ".join(dict.fromkeys(self.sources + sources))
                sheet.line(self.id, source, True, None, amount)
        if attempt.asks:
            return self._ask(sheet, attempt)
        return self._hold(sheet, items, together, max(0, limit - less))

    def _hold(self, sheet, items, together, limit):
        if self.kind == "at-most" and together > limit:
            return self._cut(sheet, items[::-1], together - limit)
        if self.kind == "at-least" and together < limit:
            sheet.line(self.id, self.source, True)
            self._change(sheet, items[0], items[0].amount + limit - together)
            return True
        if (self.kind == "nothing-under" and together < limit) or (self.kind == "nothing-up-to" and together <= limit):
            return self._cut(sheet, items, together)
        return False

    def _cut(self, sheet, items, too_much):
        """What is too much comes off these items, one after the other: of a limit, off the last ones first."""
        sheet.line(self.id, self.source, True)
        for item in items:
            taken = min(too_much, item.amount)
            if taken:
                self._change(sheet, item, item.amount - taken)
                too_much -= taken
        return True
