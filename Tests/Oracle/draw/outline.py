"""What a matrix knows of: its facts, which of them stand on which head, and what lets a case be priced."""

from .notation import day, leaves, listed, mappings

WORDS = {"title", "say", "letter", "source", "readings", "because", "ask", "refer-to", "picked-by", "signs", "sources"}
TESTS = ("is", "is-not", "above", "at-least", "below", "at-most", "before", "on-or-before", "one-of")


def said(value):
    """A rule without what is only said to people."""
    if isinstance(value, dict):
        return {key: said(inner) for key, inner in value.items() if key not in WORDS}
    return [said(inner) for inner in value] if isinstance(value, list) else value


class Fact:
    """One fact as the matrix declares it."""

    def __init__(self, name, entry):
        self.name = name
        self.type = entry["type"]
        place = entry.get("of", "case")
        self.on_case = place != "item"
        self.on_item = place != "case"
        self.choices = list(entry.get("choices") or {})
        self.left_out = entry.get("left-out")
        self.optional = entry.get("optional") == "true"
        self.not_before = listed(entry.get("not-before"))
        self.needed = not self.optional and self.left_out is None and self.type != "flag"


class Outline:
    """The parts of a matrix that a case is drawn from."""

    def __init__(self, matrix):
        self.matrix = matrix
        self.scheme = matrix["scheme"]
        self.facts = {name: Fact(name, entry) for name, entry in (matrix.get("facts") or {}).items()}
        self.derived = matrix.get("derived") or {}
        self.deadlines = matrix.get("timetable") or {}
        self.heads = list(matrix["heads"])
        self.decisions = list(matrix.get("decisions") or {})
        self.selects_on = listed(matrix["selects-on"])
        self._place_facts()
        self._find_avoided()
        self._find_waited()

    def reads(self, value):
        """The facts that a rule reads, also through derived facts and deadlines."""
        found, waiting, seen = set(), list(leaves(said(value))), set()
        while waiting:
            name = waiting.pop()
            if name in seen:
                continue
            seen.add(name)
            if name in self.facts:
                found.add(name)
            if name in self.derived:
                waiting += leaves(said(self.derived[name]))
            if name in self.deadlines:
                waiting += leaves(said(self.deadlines[name]))
        return found

    def _rules(self, section):
        for name, rule in (self.matrix.get(section) or {}).items():
            if section == "exclusions" and "when" not in rule:
                rule = dict(rule, when=name)
            yield name, rule

    def _place_facts(self):
        everywhere = set()
        wanted = {head: self.reads(self.matrix["heads"][head]) for head in self.heads}
        allowed = {head: set(found) for head, found in wanted.items()}
        for section in ("scope", "exclusions", "payment", "statements"):
            for _, rule in self._rules(section):
                heads = listed(rule.get("heads") or rule.get("head"))
                for head in heads:
                    allowed[head] |= self.reads(rule)
                if not heads:
                    everywhere |= self.reads(rule)
        for _, rule in self._rules("windows"):
            everywhere |= self.reads(rule)
        self.wanted = {head: {name for name in wanted[head] if self.facts[name].on_item} for head in self.heads}
        self.allowed = {head: sorted(name for name in allowed[head] | everywhere if self.facts[name].on_item)
                        for head in self.heads}

    def _find_avoided(self):
        """What must not hold, of all that keeps a case or an item out: one test of each rule, for each head or all."""
        self.avoided = []
        for section in ("scope", "exclusions"):
            for name, rule in self._rules(section):
                heads = frozenset(listed(rule.get("heads"))) or None
                self.avoided += [(test, heads) for test in self._against(rule["when"])]
        self.not_bad = {}
        for (name, test, value), heads in self.avoided:
            known = name in self.facts and self.facts[name].type in ("choice", "flag")
            if known and test in ("is", "is-not", "one-of"):
                self.not_bad.setdefault(name, []).append((test, value, heads))
        for found in self.not_bad.values():
            found.sort(key=lambda entry: entry[2] is not None)

    def _against(self, condition):
        """Tests that keep a condition from holding if none of them holds."""
        if isinstance(condition, str):
            return [(condition, "is", "true")]
        if "all" in condition:
            ways = [self._against(inner) for inner in condition["all"]]
            return min(ways, key=lambda tests: (max(self._cost(test) for test in tests), len(tests)))
        if "any" in condition:
            return [test for inner in condition["any"] for test in self._against(inner)]
        for word in ("given", "not-given"):
            if word in condition:
                return [(condition[word], word, None)]
        for test in TESTS:
            if test in condition:
                return [(condition["fact"], test, condition[test])]
        return []

    def _cost(self, test):
        name, word, value = test
        fact = self.facts.get(name)
        if fact is not None and fact.type == "flag":
            usual = fact.left_out == "true"
            return 0 if (value == "true") != usual else 3
        if word in ("given", "not-given"):
            return 2
        return 1

    def _find_waited(self):
        """Facts that are mostly stated although a rule can do without: ends of counts, and what is asked for."""
        self.mostly, self.running, shown = set(), set(), set()
        for rule in self.derived.values():
            if "elapsed" in rule:
                self.mostly |= {rule["elapsed"]["from"], rule["elapsed"]["to"], rule["elapsed"].get("running-to")}
                if rule["elapsed"].get("running-to"):
                    self.running.add(rule["elapsed"]["to"])
            if "late" in rule:
                late = rule["late"] if isinstance(rule["late"], dict) else {"deadline": rule["late"]}
                self.mostly |= {self.deadlines[late["deadline"]]["done"], late.get("until")}
            for times in (inner["suspended"] for inner in mappings(rule) if "suspended" in inner):
                self.mostly.add(times["to"])
        for head in self.heads:
            for inner in mappings(self.matrix["heads"][head]):
                if "judgement" in inner or "band" in inner:
                    kind = inner.get("judgement") or inner.get("band")
                    self.mostly |= {kind["amount"], kind.get("evidence"), kind.get("reasons"),
                                    *listed(kind.get("factors"))}
            for entry in listed(self.matrix["heads"][head].get("evidence")):
                if isinstance(entry, str):
                    self.mostly.add(entry)
                else:
                    shown.add(entry["fact"])
        for rule in [*(self.matrix.get("windows") or {}).values(), self.matrix.get("acceptance")]:
            if rule and (rule is self.matrix.get("acceptance") or not self.facts[rule["until"]].optional):
                self.mostly |= self.reads([rule["from"], rule["steps"][0].get("by")])
        off = self.matrix.get("set-off")
        if off and off.get("consent"):
            self.mostly.add(off["consent"])
        self.always = {name for (name, word, _), _ in self.avoided if word == "not-given"} | set(self._selecting())
        tested = {inner.get(word) for inner in mappings(self.matrix) for word in ("given", "not-given")
                  if isinstance(inner.get(word), str)}
        self.likely = set().union(*(self.reads(rule.get("price")) for rule in self.matrix["heads"].values())) - tested
        self.likely |= shown
        for _, rule in [*self._rules("scope"), *self._rules("exclusions")]:
            self.likely |= {name for inner in leaves(rule.get("when")) if inner in self.derived
                            for name in self.reads(inner)}
        self.rarely = {name for (name, word, _), _ in self.avoided if word == "given"}

    def _selecting(self):
        """The days of which one must be stated, so that the edition is known: the first, if a case states it."""
        return [name for name in self.selects_on[:1] if name in self.facts]

    def figure_days(self):
        """Days on which a figure begins, each with whether it is priced."""
        found = []
        for inner in mappings(self.matrix):
            for entry in inner.get("dated") or []:
                asked = isinstance(entry["is"], dict) and "ask" in entry["is"]
                found.append((day(entry["from"]), not asked))
        return sorted(set(found))
