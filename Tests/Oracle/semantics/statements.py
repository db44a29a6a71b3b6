"""What payment waits for, and what the letter must say. Written from Docs/policy-authors/kinds/payment.md."""

from .conditions import condition
from .facts import one_or_more
from .tries import idle


class Statement:
    """Tried once the outcome is known; it changes no sum."""

    def __init__(self, edition, rule, node):
        self.id = rule
        self.source = "; ".join(one_or_more(node["source"]))
        self.on = {"both": ("awarded", "refused"), "offer": ("awarded",), "refusal": ("refused",)}[node["on"]]
        self.reads = set()
        self.holds = condition(edition, node.get("when"), self.reads)
        self.head = node.get("head")
        self.idle = idle(edition, self.reads, self.holds)

    def run(self, sheet, outcome):
        if outcome not in self.on:
            sheet.line(self.id, self.source, False)
            return
        if not self.head:
            self._try(sheet, sheet.view, None)
            return
        items = [item for item in sheet.items if item.head == self.head and not item.out]
        if not items:
            sheet.line(self.id, self.source, False)
        for item in items:
            self._try(sheet, item.view, item.number)

    def _try(self, sheet, view, number):
        if self.idle is not None and self.idle.isdisjoint(sheet.said):
            sheet.line(self.id, self.source, False, number)
            return
        sheet.line(self.id, self.source, bool(self.holds(view, [])), number)
