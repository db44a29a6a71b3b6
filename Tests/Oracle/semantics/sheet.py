"""The worksheet of one case: its lines, and what refuses it, asks about it or stands against it. Written from
Docs/finance/assessment-json.md."""

from .clock import Beyond
from .values import shown


class Record:
    """The decisions of a case, and which of them a rule asked for."""

    __slots__ = ("answers", "asked", "beyond")

    def __init__(self, answers):
        self.answers = answers
        self.asked = set()
        self.beyond = False  # whether a period ran outside the days that are counted

    def answer(self, name):
        """`accept`, `decline`, or None where nobody has decided."""
        self.asked.add(name)
        return self.answers.get(name)


class Item:
    """One item: what is known of it, and what it comes to."""

    __slots__ = ("number", "head", "view", "out", "amount", "in_kind", "form", "lines", "questions",
                 "asked", "paid", "credited")

    def __init__(self, number, head, view):
        self.number, self.head, self.view = number, head, view
        self.out = None  # the rule that keeps it out
        self.amount = None  # in pence, once it is priced
        self.in_kind = False
        self.form = None  # how it is given, if that was stated
        self.lines = []
        self.questions = []
        self.asked = False  # whether a person is asked for its amount
        self.paid = self.credited = 0  # what an earlier payment took from it, and what is set off


class Sheet:
    """Everything that is found out about a case, in order."""

    def __init__(self, edition, view, items, record):
        self.edition, self.view, self.items, self.record = edition, view, items, record
        self.said = frozenset(view.stated).union(*(item.view.own for item in items))  # all that is stated at all
        self.owned = frozenset().union(*(item.view.own for item in items))  # what any item states for itself
        self.lines = []
        self.decided = {}  # the rules that decided something, in order
        self.faults = {}  # in the order found, each once
        self.lacking = False  # whether a fact is missing
        self.questions = []
        self.about = []  # such questions, each with the items that it is asked for
        self.refusals = []
        self.refused = False  # the whole case
        self.unpriced = False  # whether an item has no amount so far: what takes totals waits for it
        self.not_stated = False  # whether there was something to set off and no debt was stated

    @property
    def at_fault(self):
        """Whether anything stands against the case that must be put right first."""
        return self.record.beyond or self.lacking or any(not code.startswith("edition.") for code, _, _ in self.faults)

    def line(self, rule, source, used, item=None, amount=None, decides=True):
        self.lines.append((rule, source, used, item, amount))
        if used and decides:
            self.decided[rule] = True

    def fault(self, code, name=None, item=None):
        self.faults[(code, name, item)] = True

    def missing(self, names, item=None):
        """Facts that a rule cannot do without. One of the case is named once, wherever it was missed."""
        for name in names:
            if name is None:
                self.record.beyond = True
                continue
            if isinstance(name, tuple):
                self.fault(*name, item)
                continue
            fact = self.edition.facts[name]
            if item is None and not fact.on_case:
                continue  # only an item could state it
            self.lacking = True
            if ("edition.undated", name, None) not in self.faults:  # which names it already
                self.fault("fact.missing", name, item if fact.on_item else None)

    def note(self, attempt, item=None):
        """What stands against something that was worked out."""
        self.missing(attempt.lacks, item)
        for name in attempt.early:
            self.fault("figure.too-early", name, item)
        for code, name in attempt.faults:
            self.fault(code, name, item)

    def ask(self, about, who, rule, source, item=None, items=None):
        """Asks something, of these items if they are given: it falls away once all of them are kept out."""
        question = {"about": about, "who": who, "rule": rule, "source": source}
        if item is not None:
            question["item"] = item
        self.questions.append(question)
        if items:
            self.about.append((question, items))

    def drop_idle_questions(self):
        """Nobody is asked about an item that another rule keeps out in any case."""
        for question, items in self.about:
            if all(item.out for item in items):
                self.questions.remove(question)
        self.about = []

    def refuse(self, rule, source, item=None):
        self.refusals.append({"rule": rule, "source": source})
        if item is not None:
            self.refusals[-1]["item"] = item

    def standing(self):
        """The items that no rule keeps out."""
        return [item for item in self.items if not item.out]

    def keep_out(self, rule, source, items, number, pool):
        """A rule keeps these items out. It is the case where it was tried on the case and they are all of the pool.

        An item names the first rule that keeps it out."""
        whole = number is None and len(items) == len(pool)
        if whole:
            self.refuse(rule, source)
        for item in items:
            if not whole:
                self.refuse(rule, source, item.number)
            item.out = item.out or rule
        self.refused = self.refused or all(item.out for item in self.items)

    def not_tried(self, rules):
        for rule in rules:
            self.line(rule.id, rule.source, False)

    def total_of(self, head, item):
        """What the items under a head come to as they are priced; None while one of them has no amount."""
        amounts = [other.amount for other in self.items if other.head == head and not other.out]
        return None if None in amounts else sum(amounts)

    def written(self):
        """The lines as the assessment has them."""
        lines = []
        for number, (rule, source, used, item, amount) in enumerate(self.lines, 1):
            line = {"line": number, "rule": rule, "source": source, "used": used}
            if item is not None:
                line["item"] = item
            if amount is not None:
                line["amount"] = shown(amount)
            lines.append(line)
        return lines


def carefully(sheet, act, *arguments):
    """Does something that counts days; a day outside those that are counted is a fault of the case."""
    try:
        return act(*arguments)
    except Beyond:
        sheet.record.beyond = True
        return None
