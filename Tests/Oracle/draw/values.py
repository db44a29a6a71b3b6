"""What a person may state for each fact that is no day, with the values at which a rule changes drawn most often."""

from .amounts import (COUNTS, PERCENTS, find_numbers, find_sums, good, listed, money, number, part, pence, percent_text,
                      tested_sums, turning_sums)
from .notation import mappings

WORDS = ["seen", "a letter", "photographs of 3 rooms", "£5 a day, it was said", "none"]
FORMS = 64


def forms_of(amount):
    """A sum in the ways in which a case file may write it."""
    texts = [money(amount)]
    if amount % 100 == 0:
        texts.append(f"£{amount // 100}")
    elif amount % 10 == 0:
        texts.append(f"{amount // 100}.{amount % 100 // 10}")
    else:
        texts.append(f"{amount // 100}.{amount % 100:02d}")
    return texts


class Values:
    """Draws a value for a fact. The pools are made anew for each run of cases, so that they hold other odd sums."""

    def __init__(self, outline, random):
        self.outline, self.random = outline, random
        outline.numbers = find_numbers(outline)
        self.sums, self.tested, self.turning = find_sums(outline), tested_sums(outline), turning_sums(outline)
        sections = [outline.matrix.get(section) for section in ("authority", "ladders", "combination", "heads")]
        tops = [inner.get(key) for inner in mappings(sections) for key in ("to", "above", "at-most", "at-least")]
        self.ceilings = sorted({pence(top) + more for top in tops if pence(top) for more in (-1, 0, 1)})
        self.debts = self._debts()
        self.less = {name for inner in mappings(outline.matrix) for name in listed(inner.get("less"))}
        self.costs = {head: self._cost(head) for head in outline.heads}
        self.forms = {head: self._forms(head) for head in outline.heads}
        self.refresh()

    def refresh(self):
        """New pools."""
        self.bands = {head: self._band(head) for head in self.outline.heads}
        random = self.random.random
        odd = [int(10 ** (2.9 + random() * 3.5)) for _ in range(FORMS * 3)]
        self.amounts = [text for amount in odd + self.sums if amount for text in forms_of(amount)[:1]]
        self.amounts += [forms_of(amount)[1] for amount in odd[:FORMS]]
        self.pools = {}
        for name, fact in self.outline.facts.items():
            self.pools[name] = self._pool(name, fact, odd)

    def _debts(self):
        matrix = self.outline.matrix
        off, before = matrix.get("set-off") or {}, matrix.get("already-paid") or {}
        return {*listed(off.get("debts")), off.get("disputed"), before.get("fact")} - {None}

    def _pool(self, name, fact, odd):
        """The values that keep nothing out, and all values."""
        random = self.random.random
        if fact.type == "choice":
            bad = set()
            for test, value, _ in self.outline.not_bad.get(name, []):
                hit = listed(value)
                more = set(hit) if test in ("is", "one-of") else set(fact.choices) - set(hit)
                bad |= more if set(fact.choices) - bad - more else set()
            return [one for one in fact.choices if one not in bad] or fact.choices, fact.choices
        if fact.type == "flag":
            bad = any((test == "is") == (value == "true") for test, value, _ in self.outline.not_bad.get(name, []))
            usual = [False] if bad else [True, True, False]
            return ([True] if self._only_true(name) else usual), [True, True, False]
        if fact.type == "count":
            known = self.outline.numbers.get(name, [])
            values = (known * 6 + COUNTS) or COUNTS
            return good(self.outline, name, values, number), values
        if fact.type == "percent":
            values = PERCENTS + [percent_text(random, 0.4 if place % 3 else 1) for place in range(FORMS)]
            return good(self.outline, name, values, part), values
        if fact.type in ("money", "receipts"):
            sums = self.sums if name in self.debts else []
            odd = [one for one in odd if one < 20000] if name in self.less else odd
            turning = self.turning.get(name, [])
            values = self.tested.get(name, []) * 12 + sums + odd + turning * max(1, min(8, 100 // max(1, len(turning))))
            texts = [money(value) for value in values] + [forms_of(value)[-1] for value in values[:FORMS]]
            return good(self.outline, name, texts, pence), texts
        return WORDS, WORDS

    def _only_true(self, name):
        return any((test, value) in (("is", "false"), ("is-not", "true")) for test, value, _ in
                   self.outline.not_bad.get(name, []))

    def draw(self, name, clean):
        """A value of a fact."""
        pool = self.pools[name][0 if clean else 1]
        return pool[int(self.random.random() * len(pool))]

    def receipts(self, total=None):
        """Receipts, as one sum or as a list."""
        random = self.random.random
        if random() < 0.15 and total is None:
            return self.amounts[int(random() * len(self.amounts))]
        if random() < 0.2:
            return [money(self.sums[int(max(random(), random()) * len(self.sums))] or 1)]
        parts = [self.amounts[int(random() * len(self.amounts))] for _ in range(1 + int(random() * 3.3))]
        return [{"amount": text, "for": "things"} if random() < 0.5 else {"amount": text} if random() < 0.7 else text
                for text in parts]

    @staticmethod
    def total_of(receipts):
        """What receipts come to, in pence."""
        if isinstance(receipts, str):
            return pence(receipts)
        return sum(pence(one["amount"] if isinstance(one, dict) else one) for one in receipts)

    def _price(self, head):
        price = self.outline.matrix["heads"][head].get("price")
        return list(mappings(price)) if isinstance(price, dict) else []

    def _band(self, head):
        """The band of a head: its facts, the sums within each level, and those beside it."""
        band = next((inner["band"] for inner in self._price(head) if "band" in inner), None)
        if band is None:
            return None
        levels = {}
        for level, entry in band["levels"].items():
            if band.get("split-by"):
                levels.update({(level, second): self._range(inner) for second, inner in entry.items()})
            else:
                levels[level] = self._range(entry)
        pools = {}
        for level, (low, high, point) in levels.items():
            others = [limits for name, limits in levels.items() if name != level and not band.get("split-by")]
            inside = [low, low, low + 1, high, high, high - 1, (low + high) // 2, *point]
            inside += [one for one in self.ceilings if low <= one <= high] * 2
            inside += [low + int(self.random.random() * (high - low + 1)) for _ in range(12)]
            inside = [one for one in inside if low <= one <= high
                      and not any(other[0] <= one <= other[1] for other in others)] or [low]
            beside = [max(0, low - 1), high + 1, high + 50, 0]
            pools[level] = [money(one) for one in inside], [money(one) for one in beside]
        placed = {entry["when"] if isinstance(entry["when"], str) else None: entry["level"]
                  for entry in listed(band.get("placed"))}
        return band["by"], band.get("split-by"), band["amount"], pools, placed

    @staticmethod
    def _range(entry):
        low = pence(entry["from"]) if "from" in entry else pence(entry["above"]) + 1
        high = pence(entry["to"]) if "to" in entry else low + 250000
        return low, high, [pence(entry["suggest"])] * 2 if "suggest" in entry else []

    def _cost(self, head):
        cost = next((inner["actual-cost"] for inner in self._price(head) if "actual-cost" in inner), None)
        return (cost["receipts"], cost["evidence"], cost["amount"]) if cost else None

    def _forms(self, head):
        forms = self.outline.matrix["heads"][head].get("forms")
        if not forms:
            return None
        kind = listed(forms["in-kind"])
        plain = [one for one in self.outline.facts[forms["fact"]].choices if one not in kind]
        return forms["fact"], plain, kind, listed(forms["at"]) if "at" in forms else None
