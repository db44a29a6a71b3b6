"""A case as it is stated, read against an edition. Written from Docs/case-managers/pricing-a-case.md and
Docs/case-managers/facts.md."""

import re

from . import values
from .scheme import order
from .sheet import Item, Record, Sheet
from .view import BAD, View

KEYS = {"format", "case", "scheme", "edition", "facts", "items", "decisions", "references", "letter"}
DECISION = ("about", "answer", "by", "on", "because")
BESIDE = {"head", "by", "because"}  # what an item says beside its facts
EDITION = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(\.[1-9][0-9]*)?\Z")


def text(raw):
    """Whether it is text and not empty; a number is taken as its digits."""
    return (isinstance(raw, str) and raw != "") or (isinstance(raw, (int, float)) and not isinstance(raw, bool))


class Stopped(Exception):
    """A fault after which nothing more can be read."""


class Reader:
    """Reads one case; every fault is noted, each once."""

    def __init__(self, schemes, case):
        self.schemes, self.case = schemes, case
        self.faults = {}

    def fault(self, code, name=None, item=None):
        self.faults[(code, name, item)] = True

    def stop(self, code, name=None):
        self.fault(code, name)
        raise Stopped

    def sheet(self):
        """The worksheet of the case, or None where the case cannot be read at all."""
        try:
            self._keys()
            edition = self._edition()
        except Stopped:
            return None
        record = Record(self._decisions())
        facts = self._facts(edition, self._mapping("facts"), None, None)
        counts, stated = {}, self._items()
        for item in stated:
            head = item.get("head")
            if isinstance(head, str):
                counts[head] = counts.get(head, 0) + 1
        view = View(edition, facts, facts, None, None, counts, record)
        items = [self._item(edition, view, number, item) for number, item in enumerate(stated, 1)]
        self._order(edition, view, None)
        sheet = Sheet(edition, view, [item for item in items if item], record)
        for item in sheet.items:
            self._order(edition, item.view, item.number)
        sheet.faults.update(self.faults)
        return sheet

    def _keys(self):
        case = self.case
        if not isinstance(case, dict):
            self.stop("case.shape")
        for key in case:
            if key not in KEYS:
                self.fault("case.key-unknown", key)
        if case.get("format", "redress-case/1") != "redress-case/1":
            self.fault("case.format")
        for key in ("case", "scheme"):
            if case.get(key) is None:
                self.fault("case.key-missing", key)
            elif not text(case[key]):
                self.fault("case.shape", key)
        for key in ("references", "letter"):
            self._mapping(key)
        if not text(case.get("scheme")):
            raise Stopped
        if case["scheme"] not in self.schemes.editions:
            self.stop("scheme.unknown")

    def _mapping(self, key):
        found = self.case.get(key)
        if found is None:
            return {}
        if isinstance(found, dict):
            return found
        self.fault("case.shape", key)
        return {}

    def _edition(self):
        editions = self.schemes.editions[self.case["scheme"]]
        named = self.case.get("edition")
        if named is not None:
            for edition in editions:
                if edition.name == named:
                    return edition
            proper = isinstance(named, str) and EDITION.match(named) and values.day(named[:10])
            self.fault("edition.unknown" if proper else "literal.edition")
            return editions[-1]
        facts = self.case.get("facts")
        for name in editions[-1].selects_on:
            raw = facts.get(name) if isinstance(facts, dict) else None
            if raw is None:
                continue
            day = values.day(raw) if isinstance(raw, str) else None
            if day is None:
                return editions[-1]
            serving = [edition for edition in editions if order(edition.name)[0] <= day]
            if not serving:
                self.fault("edition.none")
                return editions[0]
            return serving[-1]
        self.fault("edition.undated", editions[-1].selects_on[0])
        return editions[-1]

    def _decisions(self):
        found, stated = {}, self.case.get("decisions")
        if stated is not None and not isinstance(stated, list):
            self.fault("case.shape", "decisions")
            stated = None
        for number, decision in enumerate(stated or (), 1):
            fault = self._decision_fault(decision)
            if fault is None and decision["about"] in found:
                fault = "decision.twice"
            if fault:
                self.fault(fault, None, -number)
            else:
                found[decision["about"]] = decision["answer"]
        return found

    def _decision_fault(self, decision):
        if not isinstance(decision, dict):
            return "case.shape"
        if any(decision.get(key) is None for key in DECISION):
            return "decision.incomplete"
        if decision["answer"] not in ("accept", "decline"):
            return "decision.answer"
        on = decision["on"]
        return None if isinstance(on, str) and values.day(on) is not None else "literal.day"

    def _items(self):
        found = self.case.get("items")
        if found is None:
            return []
        if not isinstance(found, list):
            self.fault("case.shape", "items")
            return []
        if len(found) > 1000:
            self.fault("case.too-many", "items")
        for number, item in enumerate(found, 1):
            if not isinstance(item, dict):
                self.fault("case.shape", None, number)
        return [item for item in found if isinstance(item, dict)]

    def _item(self, edition, view, number, item):
        head = item.get("head")
        if head not in edition.heads:
            self.fault("head.unknown" if head is not None else "case.key-missing", None, number)
            head = None
        for key in ("by", "because"):
            if item.get(key) is not None and key not in edition.facts and not text(item[key]):
                self.fault("case.shape", key, number)
        stated = {name: raw for name, raw in item.items() if name not in BESIDE or name in edition.facts}
        own = self._facts(edition, stated, number, head)
        both = {**view.stated, **own} if own else view.stated
        here = View(edition, both, own, number, view, view.counts, view.decisions)
        return Item(number, head, here) if head else None

    def _facts(self, edition, stated, number, head):
        """The facts of the case, or of an item: what cannot be read counts as stated all the same."""
        found = {}
        for name, raw in stated.items():
            fact = edition.facts.get(name)
            if fact is None:
                self.fault("fact.derived" if name in edition.derived else "fact.unknown", name, number)
            elif not (fact.on_item if number else fact.on_case):
                self.fault("fact.misplaced", name, number)
            elif head and name not in edition.allowed[head]:
                self.fault("fact.misplaced", name, number)
            elif raw is not None:
                found[name], fault = fact.read(raw)
                if fault:
                    self.fault(fault, name, number)
        return found

    def _order(self, edition, view, number):
        """Days that must not come before others, as far as they are stated."""
        for fact in edition.ordered:
            day = view.stated.get(fact.name)
            if day is None or day is BAD:
                continue
            for name in fact.not_before:
                other = view.stated.get(name)
                if other is None or other is BAD or other <= day:
                    continue
                if number is None or fact.name in view.own or name in view.own:
                    self.fault("date.order", fact.name, number)
