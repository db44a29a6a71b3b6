"""Days and counts that nobody states. Written from Docs/policy-authors/kinds/derived-facts.md."""

from . import clock, values
from .dayrule import DayRule


def derived(edition, name, node):
    """The rule of one derived fact."""
    kinds = {
        "day": DayFact,
        "earliest-of": OneOf,
        "latest-of": OneOf,
        "elapsed": Elapsed,
        "items": Items,
        "due": Due,
        "late": Late,
    }
    (kind,) = (key for key in kinds if key in node)
    rule = kinds[kind](edition, node[kind], kind)
    rule.id, rule.name = "derived." + name, name
    rule.of_items = False  # until the facts that it rests on are known
    return rule


class Rule:
    """What all derived facts have in common: an id, a name, and whether they can be stated of an item only."""


class DayFact(Rule):
    type = "date"

    def __init__(self, edition, node, kind):
        self.reads = set()
        self.rule = DayRule(edition, node, self.reads)
        self.find, self.lacking = self.rule.find, self.rule.lacking


class OneOf(Rule):
    """The earliest or the latest of the dates that are known."""

    type = "date"

    def __init__(self, edition, node, kind):
        self.names = node
        self.pick = min if kind == "earliest-of" else max
        self.reads = set(node)

    def find(self, view):
        known = [value for value in map(view.value, self.names) if value is not None]
        return self.pick(known) if known else None

    def lacking(self, view):
        return view.lacking(self.names[0])


class Elapsed(Rule):
    """How many units lie between two dates."""

    type = "count"

    def __init__(self, edition, node, kind):
        self.calendar = edition.calendar
        self.start, self.end, self.running = node["from"], node["to"], node.get("running-to")
        self.size, self.unit = values.period(node["in"])
        self.skip = int(node["first-day"] == "not counted")
        self.cut = int(node["last-day"] == "not counted")
        self.started = node["parts"] == "started"
        self.reads = {name for name in (self.start, self.end, self.running) if name}

    def until(self, view):
        end = view.value(self.end)
        return view.value(self.running) if end is None and self.running else end

    def find(self, view):
        start, end = view.value(self.start), self.until(view)
        if start is None or end is None:
            return None
        return clock.units_between(
            start, self.skip, end - self.cut, self.size, self.unit, self.started, self.calendar
        )

    def first(self, view):
        """The first day that counts."""
        return view.value(self.start) + self.skip

    def lacking(self, view):
        if view.value(self.start) is None:
            return view.lacking(self.start)
        return view.lacking(self.end)


class Items(Rule):
    """How many items stand under a head."""

    type = "count"

    def __init__(self, edition, node, kind):
        self.head = node
        self.reads = set()

    def find(self, view):
        return view.counts.get(self.head, 0)

    def lacking(self, view):
        return []


class Due(Rule):
    """The last day of a deadline."""

    type = "date"

    def __init__(self, edition, node, kind):
        self.deadline = edition.deadlines[node]
        self.reads = set(self.deadline.reads)

    def find(self, view):
        return self.deadline.due(view)

    def lacking(self, view):
        return self.deadline.lacking(view)


class Late(Rule):
    """By how many days a deadline was missed."""

    type = "count"

    def __init__(self, edition, node, kind):
        self.calendar = edition.calendar
        node = {"deadline": node} if isinstance(node, str) else node
        self.deadline = edition.deadlines[node["deadline"]]
        self.until = node.get("until")
        self.working = node.get("in") == "working days"
        self.reads = self.deadline.reads | {self.deadline.done} | ({self.until} if self.until else set())

    def done(self, view):
        done = view.value(self.deadline.done)
        return view.value(self.until) if done is None and self.until else done

    def find(self, view):
        free = self.deadline.free(view)
        if free is not False:
            return 0 if free else None
        due, done = self.deadline.due(view), self.done(view)
        if due is None or done is None:
            return None
        return self.calendar.between(due + 1, done) if self.working else max(0, done - due)

    def lacking(self, view):
        open_for_want_of = []
        if self.deadline.free(view, open_for_want_of) is None:
            return [(name, False) for name in open_for_want_of]
        if self.deadline.due(view) is None:
            return self.deadline.lacking(view)
        return view.lacking(self.until or self.deadline.done) if self.done(view) is None else []
