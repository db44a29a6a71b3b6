"""From the amounts of the items to what is paid. Written from Docs/finance/how-a-sum-is-made.md,
kinds/earlier-offers.md, kinds/set-off.md and kinds/payees.md."""

from .conditions import condition
from .facts import one_or_more


class Total:
    """The amounts are added up; a case that comes to nothing is refused here."""

    def __init__(self, edition, node):
        self.id = "total"
        self.source = "; ".join(one_or_more(node["source"]))

    def run(self, sheet):
        total = sum(item.amount for item in sheet.items)
        sheet.line(self.id, self.source, True, None, total)
        if total == 0:
            sheet.refuse(self.id, self.source)
            sheet.refused = True
        return total


class AlreadyPaid:
    """What was paid before comes off heads that may be set off first, then off the others."""

    def __init__(self, edition, node):
        self.id = "already-paid"
        self.source = "; ".join(one_or_more(node["source"]))
        self.fact = node["fact"]
        self.reads = {self.fact}
        self.holds = condition(edition, node.get("when"), self.reads)

    def run(self, sheet):
        """What was paid beyond the gross."""
        lacks = []
        holds = self.holds(sheet.view, lacks)
        paid = sheet.view.need(self.fact, lacks) if holds else 0
        sheet.missing(lacks)
        if not holds or not paid:
            sheet.line(self.id, self.source, False)
            return 0
        in_money = [item for item in sheet.items if not item.in_kind]
        gross = sum(item.amount for item in in_money)
        if gross:
            sheet.line(self.id, self.source, True, None, -min(paid, gross))
        if paid > gross:
            sheet.line(self.id, self.source, True)
        left = paid
        heads = sheet.edition.heads
        for item in sorted(in_money, key=lambda item: not heads[item.head].set_off):
            item.paid = min(left, item.amount)
            if item.paid:
                sheet.line(self.id, self.source, True, item.number)
            left -= item.paid
        return left


class SetOff:
    """Which debts an award is set against, and when not."""

    def __init__(self, edition, node):
        self.id = "set-off"
        self.source = "; ".join(one_or_more(node["source"]))
        self.debts = one_or_more(node["debts"])
        self.disputed, self.disputed_decision = node.get("disputed"), node.get("disputed-decision")
        self.reads = set(self.debts)
        self.unless = condition(edition, node["not-when"], self.reads) if "not-when" in node else None
        self.consent, self.may = node.get("consent"), node.get("may")
        self.reads.update(name for name in (self.disputed, self.consent) if name)

    def stated(self, sheet):
        """Whether any debt was stated at all."""
        return any(sheet.view.given(name) for name in self.debts)

    def run(self, sheet):
        lacks = []
        used = self._run(sheet, lacks)
        sheet.missing(lacks)
        if not used:
            sheet.line(self.id, self.source, False)

    def _run(self, sheet, lacks):
        view, heads = sheet.view, sheet.edition.heads
        if self.unless and self.unless(view, lacks) is not False:
            return False
        open_items = [item for item in sheet.items if heads[item.head].set_off and not item.in_kind]
        room = sum(item.amount - item.paid for item in open_items)
        owed = [view.need(name, lacks) for name in self.debts]
        disputed = (view.need(self.disputed, lacks) or 0) if self.disputed else 0
        if lacks:
            return False
        if disputed > sum(owed):
            sheet.fault("arrears.disputed-above-owed", self.disputed)
            return False
        if room and not self.stated(sheet):
            sheet.not_stated = True
        if not room or not sum(owed):
            return False
        if disputed and self.disputed_decision and sheet.record.answer(self.disputed_decision) == "accept":
            disputed = 0
        credit = min(room, sum(owed) - disputed)
        if credit and not (self._agreed(sheet) and self._decided(sheet)):
            sheet.line(self.id, self.source, True)
            return True
        self._credit(sheet, open_items, owed, credit)
        return True

    def _agreed(self, sheet):
        if not self.consent:
            return True
        agreed = sheet.view.value(self.consent)
        if agreed is None:
            sheet.ask(self.consent, [], self.id, self.source)
        return bool(agreed)

    def _decided(self, sheet):
        if not self.may:
            return True
        answer = sheet.record.answer(self.may)
        if answer is None:
            sheet.ask(self.may, sheet.edition.who(self.may), self.id, self.source)
        return answer == "accept"

    def _credit(self, sheet, items, owed, credit):
        sheet.line(self.id, self.source, True, None, -credit)
        left = credit
        for debt in owed:
            cleared = min(left, debt)
            if debt:
                sheet.line(self.id, self.source, True)
            left -= cleared
        left = credit
        for item in items:
            item.credited = min(left, item.amount - item.paid)
            if item.credited:
                sheet.line(self.id, self.source, True, item.number)
            left -= item.credited


class Payees:
    """What is paid is divided into equal parts; odd pennies go to the first ones."""

    def __init__(self, edition, node):
        self.id = "payees"
        self.source = "; ".join(one_or_more(node["source"]))
        self.between = node["between"]

    def run(self, sheet, payable):
        """What each one gets."""
        lacks = []
        number = sheet.view.need(self.between, lacks)
        sheet.missing(lacks)
        if number == 0:
            sheet.fault("literal.count", self.between)
        if not number:
            sheet.line(self.id, self.source, False)
            return None
        sheet.line(self.id, self.source, True)
        each, odd = divmod(payable, number)
        return [each + (place < odd) for place in range(number)]
