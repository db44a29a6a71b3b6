"""How the days of a case hang together: in which order they are drawn, from which other days, and within what."""

from .amounts import kind
from .notation import day, leaves, listed, mappings, period
from .outline import said


class Timeline:
    """The stated days of a matrix in an order in which each can be drawn beside the last day of what limits it."""

    def __init__(self, outline, days):
        self.outline, self.days = outline, days
        self.names = [name for name, fact in outline.facts.items() if fact.type == "date"]
        self.handles = {name: [] for name in self.names}
        self.not_before = {name: list(outline.facts[name].not_before) for name in self.names}
        self.not_after = {name: [] for name in self.names}
        for name in self.names:
            for other in self.not_before[name]:
                self.not_after[other].append(name)
        self.lows = {name: [(other, 0) for other in self.not_before[name]] for name in self.names}
        self.highs = {name: [(other, 0) for other in self.not_after[name]] for name in self.names}
        self.backwards = []
        self.ends, self.needs = {}, {}
        self.lives = {inner["wear"]["age"]: inner["wear"]["life"] for inner in mappings(outline.matrix)
                      if kind(inner, "wear", "age")}
        self._derived()
        self._windows()
        self._counts()
        self._conditions()
        self._figures()
        self._order()

    def _derived(self):
        for name, rule in self.outline.derived.items():
            if "day" in rule:
                self.ends[name] = rule["day"]
            elif "due" in rule:
                self.ends[name] = {"due": rule["due"]}
            elif "earliest-of" in rule or "latest-of" in rule:
                self.ends[name] = rule
        for name, rule in self.outline.deadlines.items():
            self.ends["deadline " + name] = rule
            for fact in (rule["done"], rule.get("or-by"), (rule.get("extended") or {}).get("to")):
                self._handle(fact, "deadline " + name, [(0, "day")])
                self._handle(fact, rule["from"], [(1, "day")])
            most = period((rule.get("extended") or {}).get("at-most"))
            if most:
                self._handle(rule["extended"]["to"], "deadline " + name, [most])
            self._suspended(rule, "deadline " + name)
        for name, rule in self.outline.derived.items():
            self._suspended(rule.get("day") or {}, name)

    def _suspended(self, rule, end):
        times = rule.get("suspended")
        if times:
            self._handle(times["from"], rule["from"], [(0, "day"), (1, "day"), (3, "day")])
            self._handle(times["from"], end, [(0, "day")])
            self._handle(times["to"], times["from"], [(0, "day"), (1, "day"), (4, "day")])
            self.lows.setdefault(times["to"], []).append((times["from"], 0))

    def _windows(self):
        windows = [rule for _, rule in (self.outline.matrix.get("windows") or {}).items()]
        for rule in windows + [self.outline.matrix.get("acceptance")]:
            if not rule:
                continue
            until, first = rule["until"], True
            self.needs.setdefault(until, set()).update(self.bases(rule["from"]))
            self.lows.get(until, []).append((rule["from"], 0))
            for step in rule["steps"]:
                if "within" in step:
                    self._handle(until, rule["from"], [period(step["within"])], step)
                    self._handle(rule.get("extended-to"), rule["from"], [period(step["within"])], step)
                    if first:
                        self.highs.get(until, []).append((rule["from"], (period(step["within"]), step)))
                if "by" in step:
                    self.needs[until] |= self.bases(step["by"])
                    self._handle(until, step["by"], [(0, "day")])
                    if first:
                        self.highs.get(until, []).append((step["by"], 0))
                first = False
            if rule.get("extended-to"):
                self._handle(until, rule["extended-to"], [(0, "day")])

    def _counts(self):
        for name, rule in self.outline.derived.items():
            counted = rule.get("elapsed")
            if not counted:
                continue
            unit = period(counted["in"])
            numbers = self.outline.numbers.get(name) or [0, 1, 2, 3, 5, 8, 13]
            lengths = [(number * unit[0], unit[1]) for number in numbers]
            lives = {"life": self.lives[name], "unit": unit} if name in self.lives else {}
            for end in (counted["to"], counted.get("running-to")):
                self._handle(end, counted["from"], lengths, lives)
                self.lows.get(end, []).append((counted["from"], 1))
            self._backwards(counted["from"], counted["to"], lengths, lives)

    def _figures(self):
        """Days are drawn beside those on which a figure changes that they select, or that runs through them."""
        for inner in mappings(self.outline.matrix):
            marks = [entry["from"] for entry in inner.get("dated") or []]
            if marks and inner.get("on") in self.handles:
                for mark in marks:
                    self._handle(inner["on"], mark, [])
            rate = inner.get("rate")
            if isinstance(rate, dict) and rate.get("on") == "each":
                name = inner.get("count") or inner.get("days")
                counted = (self.outline.derived.get(name) or {}).get("elapsed") or {}
                for end in ("from", "to", "running-to"):
                    for entry in rate["dated"]:
                        self._handle(counted.get(end), entry["from"], [])

    def _conditions(self):
        for inner in mappings(said(self.outline.matrix)):
            name = inner.get("fact")
            for test in ("is", "above", "at-least", "below", "at-most", "before", "on-or-before"):
                other = inner.get(test)
                if isinstance(name, str) and isinstance(other, str) and (name in self.handles or other in self.handles):
                    self._handle(name, other, [(0, "day")])
                    self._handle(other, name, [(0, "day")])
        for (name, test, other), _ in self.outline.avoided:
            if test in ("at-most", "on-or-before", "below", "before"):
                more = 1 if test in ("at-most", "on-or-before") else 0
                self.lows.get(name, []).append((other, more))
                self.highs.get(other, []).append((name, -more))
            if test in ("above", "at-least"):
                more = -1 if test == "at-least" else 0
                self.highs.get(name, []).append((other, more))
                self.lows.get(other, []).append((name, -more))

    def in_months(self):
        """Days from which months or years are counted, each with how many months: ends of months matter there."""
        rules = [inner for inner in mappings(self.outline.matrix) if {"within", "steps", "in"} & set(inner)]
        found = {}
        for rule in rules:
            told = [step.get("within") for step in rule.get("steps", []) if isinstance(step, dict)]
            told += [*leaves(rule.get("within", [])), *leaves(rule.get("in", []))]
            lengths = [length for length in map(period, told) if length and length[1] in ("month", "year")]
            for name in self.bases(rule["from"]) if lengths and isinstance(rule.get("from"), str) else ():
                found.setdefault(name, set()).update(count * (12 if unit == "year" else 1) for count, unit in lengths)
        return found

    def _handle(self, name, base, lengths, step=None):
        known = base in self.handles or base in self.ends or (isinstance(base, str) and day(base) is not None)
        if name in self.handles and known and name != base:
            self.handles[name].append((base, [length for length in lengths if length], step or {}))

    def _backwards(self, start, end, lengths, lives):
        """Where every item has its own first day and the case one last day, the last day is drawn first."""
        facts = self.outline.facts
        if start in self.handles and end in self.handles and facts[start].on_item and not facts[end].on_item:
            self.handles[start].append((end, [length for length in lengths if length], {**lives, "counted": "before"}))
            self.backwards.append((end, start))
            self.backwards += [(start, earlier) for earlier in facts[start].not_before]

    def bases(self, name, seen=()):
        """The stated days that a day rests on."""
        if name in self.handles:
            return {name}
        rule = self.ends.get(name)
        if rule is None or name in seen:
            return set()
        if "due" in rule:
            return self.bases("deadline " + rule["due"], (*seen, name))
        found = set()
        for other in [rule.get("from"), rule.get("else-from"), *listed(rule.get("earliest-of")),
                      *listed(rule.get("latest-of"))]:
            found |= self.bases(other, (*seen, name))
        return found

    def _order(self):
        """An order in which what a day must not come before, or is counted from, is mostly drawn before it."""
        before = {name: set() for name in self.names}
        for first, second in self.backwards:
            before[second].add(first)
            if second in self.not_before[first]:
                self.lows[first] += [entry for entry in self.lows[second] if day(entry[0]) is not None]
        for kind in (self.lows, self.handles):
            for name in self.names:
                for entry in kind[name]:
                    for base in sorted(self.bases(entry[0]) - {name}):
                        if name not in self._reach(before, base):
                            before[name].add(base)
        self.order = []
        waiting = list(self.names)
        while waiting:
            ready = next(name for name in waiting if not before[name] - set(self.order))
            self.order.append(ready)
            waiting.remove(ready)

    @staticmethod
    def _reach(before, name):
        """Everything that must be drawn before a day."""
        found, waiting = set(), [name]
        while waiting:
            for other in before[waiting.pop()]:
                if other not in found:
                    found.add(other)
                    waiting.append(other)
        return found
