"""One edition of a scheme, made ready once for any number of cases. Written from Docs/policy-authors/keys.md."""

import hashlib

from . import values
from .authority import Ladder, Substitute
from .combinations import Combination
from .deadlines import Deadline
from .derived import derived
from .facts import Fact, one_or_more
from .gates import Gate
from .heads import Head
from .statements import Statement
from .sums import AlreadyPaid, Payees, SetOff, Total
from .tries import Tries, spread
from .windows import Acceptance, Window


class Edition:
    """The rules of a matrix, in the order in which they are tried."""

    def __init__(self, node, data, calendars):
        self.node = node
        self.scheme, self.name = node["scheme"], node["edition"]
        self.digest = "sha256:" + hashlib.sha256(data).hexdigest()
        self.selects_on = one_or_more(node["selects-on"])
        self.calendar = calendars.get(node.get("calendar"))
        self.readings = node.get("readings") or {}
        self.rounding = node.get("rounding")
        declared = node["facts"]
        self.facts = {name: Fact(name, fact, declared) for name, fact in declared.items()}
        self.ordered = [fact for fact in self.facts.values() if fact.not_before]
        self.derived, self.deadlines = {}, {}
        self.decisions = node.get("decisions") or {}
        self._notices = {}
        self._read_timetable()
        self._read_rules()

    def type_of(self, name):
        """The type of a fact, stated or derived."""
        if name in self.facts:
            return self.facts[name].type
        kind = self.node["derived"][name]
        return "count" if {"elapsed", "items", "late"} & set(kind) else "date"

    def _read_timetable(self):
        for name, rule in (self.node.get("timetable") or {}).items():
            self.deadlines[name] = Deadline(self, name, rule)
        for name, rule in (self.node.get("derived") or {}).items():
            self.derived[name] = derived(self, name, rule)
            self.derived[name].source = "; ".join(one_or_more(rule["source"]))
        for rule in self.derived.values():
            rule.tries = Tries(self, rule.reads)
            rule.of_items = bool(rule.tries.of_item)

    def _read_rules(self):
        node = self.node

        def section(name):
            return (node.get(name) or {}).items()

        self.gates = [Gate(self, "scope", name, rule) for name, rule in section("scope")]
        self.gates += [Gate(self, "exclusion", name, rule) for name, rule in section("exclusions")]
        self.windows = [Window(self, name, rule) for name, rule in section("windows")]
        self.heads = {}
        for name, rule in section("heads"):
            self.heads[name] = Head(self, name, rule)
        self.combinations = [Combination(self, name, rule) for name, rule in section("combination")]
        self.total = Total(self, node["total"])
        self.already_paid = AlreadyPaid(self, node["already-paid"]) if "already-paid" in node else None
        self.set_off = SetOff(self, node["set-off"]) if "set-off" in node else None
        self.payees = Payees(self, node["payees"]) if "payees" in node else None
        self.ladders = [Ladder(self, "authority", node["authority"])] if "authority" in node else []
        self.ladders += [Ladder(self, "authority." + name, rule) for name, rule in section("ladders")]
        self.substitutes = [Substitute(self, name, rule) for name, rule in section("substitutes")]
        self.acceptance = Acceptance(self, node["acceptance"]) if "acceptance" in node else None
        self.statements = [Statement(self, "payment." + name, rule) for name, rule in section("payment")]
        self.statements += [Statement(self, "statement." + name, rule) for name, rule in section("statements")]
        self.after_heads = [
            self.total,
            *filter(None, (self.already_paid, self.set_off, self.payees)),
            *self.ladders,
            *self.substitutes,
            *filter(None, (self.acceptance,)),
        ]
        self._read_places()

    def _read_places(self):
        """Which heads read a fact: an item may state no other."""
        everywhere = set()
        for gate in self.gates:
            if not gate.heads:
                everywhere |= spread(self, gate.reads)
        for window in self.windows:
            everywhere |= spread(self, window.reads)
        self.allowed = {}
        for name, head in self.heads.items():
            reads = set(everywhere) | spread(self, head.reads)
            for gate in self.gates:
                if gate.heads and name in gate.heads:
                    reads |= spread(self, gate.reads)
            for statement in self.statements:
                if statement.head == name:
                    reads |= spread(self, statement.reads)
            self.allowed[name] = reads

    def by_authority(self, decision):
        """Whether a point is left to whoever may authorise the sum."""
        return one_or_more(self.decisions.get(decision, {}).get("by")) == ["authority"]

    def who(self, decision):
        """The roles that may decide a point."""
        if not self.by_authority(decision):
            node = self.decisions[decision]
            return list(one_or_more(node.get("by") or node.get("jointly")))
        return list(dict.fromkeys(role for ladder in self.ladders for role in ladder.roles()))

    def notices(self, today):
        """What a person should see beside every answer: Docs/finance/assessment-json.md, "Every case"."""
        if today not in self._notices:
            self._notices[today] = self._find_notices(today)
        return self._notices[today]

    def _find_notices(self, today):
        found = []
        if self.node["status"] == "draft":
            found.append("edition.draft")
        if "review-by" in self.node and today > values.day(self.node["review-by"]):
            found.append("edition.review-passed")
        decided = "readings-decided" in self.node
        if not decided and any("decided" not in reading for reading in self.readings.values()):
            found.append("readings.open")
        if _unconfirmed(self.node):
            found.append("figures.unconfirmed")
        return found + ["policy.missing." + name for name in self.node.get("missing") or ()]


def _unconfirmed(node):
    if isinstance(node, dict):
        return node.get("unconfirmed") == "true" or any(map(_unconfirmed, node.values()))
    return isinstance(node, list) and any(map(_unconfirmed, node))
