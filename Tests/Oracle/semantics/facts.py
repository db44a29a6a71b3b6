"""The facts that a matrix declares, and how a case states them. Written from Docs/policy-authors/keys.md, "fact",
and Docs/case-managers/pricing-a-case.md, "How to write values"."""

from fractions import Fraction

from . import values
from .view import BAD

PLACES = Fraction(1, 10_000)


class Fact:
    """A fact of the matrix: its type, where it may be stated, and what leaving it out means."""

    def __init__(self, name, node, names):
        self.name = name
        self.type = node["type"]
        of = node.get("of", "case")
        self.on_case = of != "item"
        self.on_item = of != "case"
        self.choices = node.get("choices") or {}
        self.optional = node.get("optional") == "true"
        self.not_before = _list(node.get("not-before"))
        self.other, self.default = None, None
        left_out = node.get("left-out")
        if left_out is not None:
            self._set_default(left_out, names)
        elif self.type == "flag" and not self.optional:
            self.default = False

    def _set_default(self, text, names):
        if self.type in ("money", "receipts"):
            value = 0 if text == "nothing" else values.money(text)
        elif self.type == "flag":
            value = {"true": True, "false": False}.get(text)
        elif self.type == "choice":
            value = text if text in self.choices else None
        else:
            value = {"date": values.day, "count": values.count, "percent": values.percent}[self.type](text)
        if value is None and text in names:
            self.other = text
        else:
            self.default = value

    def taken(self, view):
        """What it is taken to be where it was left out; None where that says nothing."""
        return self.default if self.other is None else view.value(self.other)

    def lacking(self, view):
        """What to state so that it is known."""
        if self.other is not None:
            return view.lacking(self.other)
        return [(self.name, self.optional)]

    def read(self, raw):
        """A value as a case states it, and the fault where it cannot be read."""
        return getattr(self, "_" + self.type)(raw)

    def _date(self, raw):
        value = values.day(raw) if isinstance(raw, str) else None
        return (value, None) if value is not None else (BAD, "literal.day")

    def _money(self, raw):
        return _sum(raw)

    def _flag(self, raw):
        return (raw, None) if isinstance(raw, bool) else (BAD, "literal.flag")

    def _choice(self, raw):
        if isinstance(raw, (list, dict)):
            return BAD, "case.shape"
        return (raw, None) if isinstance(raw, str) and raw in self.choices else (BAD, "choice.unknown")

    def _text(self, raw):
        good = isinstance(raw, (str, int, float)) and not isinstance(raw, bool) and raw != ""
        return (str(raw), None) if good else (BAD, "case.shape")

    def _count(self, raw):
        text = str(raw) if isinstance(raw, (str, int)) and not isinstance(raw, bool) else ""
        value = values.count(text)
        good = value is not None and value <= values.LARGEST_COUNT
        return (value, None) if good else (BAD, "literal.count")

    def _percent(self, raw):
        value = values.percent(raw) if isinstance(raw, str) else None
        good = value is not None and value <= 1 and (value / PLACES).denominator == 1
        return (value, None) if good else (BAD, "literal.percent")

    def _receipts(self, raw):
        if not isinstance(raw, list):
            return _receipt(raw)
        if not raw:
            return BAD, "case.shape"
        found = [_receipt(receipt) for receipt in raw]
        fault = next((fault for _, fault in found if fault), None)
        return (BAD, fault) if fault else (sum(value for value, _ in found), None)


def _receipt(raw):
    """One receipt: a sum alone, or one with what it was for and when."""
    if not isinstance(raw, dict):
        return _sum(raw)
    if not set(raw) <= {"amount", "for", "on"}:
        return BAD, "case.key-unknown"
    if raw.get("amount") is None:
        return BAD, "case.key-missing"
    on = raw.get("on")
    if on is not None and (not isinstance(on, str) or values.day(on) is None):
        return BAD, "literal.day"
    return _sum(raw["amount"])


def _sum(raw):
    if isinstance(raw, bool) or not isinstance(raw, (str, int, float)):
        return BAD, "literal.money"
    value = values.money(raw if isinstance(raw, str) else repr(raw))
    good = value is not None and value <= values.LARGEST_SUM
    return (value, None) if good else (BAD, "literal.money")


def _list(node):
    """One value, or a list of them: Docs/policy-authors/writing-a-matrix.md, "one or more"."""
    if node is None:
        return []
    return node if isinstance(node, list) else [node]


one_or_more = _list
