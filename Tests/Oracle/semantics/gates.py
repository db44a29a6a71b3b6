"""Scope and exclusions. Written from Docs/policy-authors/kinds/scope-and-exclusions.md."""

from .conditions import condition
from .facts import one_or_more
from .tries import Tries, idle


class Gate:
    """Something that is not covered, or not paid for."""

    def __init__(self, edition, section, name, node):
        self.id = section + "." + name
        self.source = "; ".join(one_or_more(node["source"]))
        reads = set()
        self.holds = condition(edition, node.get("when", name), reads)
        self.unless = node.get("unless")
        self.asks = node.get("undecided") == "ask"
        self.reads = reads
        self.heads = one_or_more(node.get("heads")) or None
        self.tries = Tries(edition, reads, self.heads)
        self.idle = idle(edition, reads, self.holds)

    def run(self, sheet):
        places = self.tries.places(sheet)
        if not places:
            sheet.line(self.id, self.source, False)
        idle = self.idle is not None and self.idle.isdisjoint(sheet.said)
        for item, about in places:
            number = item.number if item else None
            used = not idle and self._try(sheet, item, about, number)
            sheet.line(self.id, self.source, bool(used), number, decides=used != "asked")

    def _try(self, sheet, item, about, number):
        lacks = []
        holds = self.holds(item.view if item else sheet.view, lacks)
        sheet.missing(lacks, number)
        if not holds:
            return False
        answer = sheet.record.answer(self.unless) if self.unless else "decline"
        if answer == "accept":
            return True
        if answer is None and self.asks:
            sheet.ask(self.unless, sheet.edition.who(self.unless), self.id, self.source, number, about)
            return "asked"
        sheet.keep_out(self.id, self.source, about, number, sheet.items)
        return True
