"""Seeded random cases for a matrix: most of them sound and beside an edge, some with gaps, some that are kept out."""

from random import Random

from .dating import Dating
from .days import Days, text
from .notation import day, listed, money, pence
from .items import PEOPLE, Items
from .outline import Outline
from .values import Values


class Cases:
    """Draws cases for one matrix; the same seed and number give the same cases."""

    def __init__(self, matrix, calendar=None, editions=None, seed=0):
        self.random = Random(f"{seed} {matrix['scheme']}")
        self.outline = Outline(matrix)
        self.values = Values(self.outline, self.random)
        self.dating = Dating(self.outline, Days(calendar), sorted(editions or [day(matrix["edition"])]), self.random)
        self.items = Items(self.outline, self.values, self.random)
        self.edition = matrix["edition"]
        self._plan()

    def _plan(self):
        """For each place the facts that are drawn there, each with how often."""
        outline = self.outline
        on_case = [fact for fact in outline.facts.values() if fact.on_case]
        self.case_flags = [fact.name for fact in on_case if fact.type == "flag" and fact.name not in outline.mostly]
        self.case_facts = [(fact.name, self.items.share(fact)) for fact in on_case
                           if fact.type != "date" and (fact.type != "flag" or fact.name in outline.mostly)
                           and not (fact.on_item and fact.needed)]
        self.bad_flags = [(name, value == "true" if test == "is" else value != "true")
                          for (name, test, value), _ in outline.avoided
                          if name in outline.facts and outline.facts[name].type == "flag" and test in ("is", "is-not")]
        self.dates = [(name, outline.facts[name], self.items.share(outline.facts[name]))
                      for name in self.dating.timeline.order]
        self.dates_on = {head: set(outline.allowed[head]) for head in outline.heads}
        off = outline.matrix.get("set-off") or {}
        self.debts, self.disputed, self.may = listed(off.get("debts")), off.get("disputed"), off.get("may")
        self.counted = {rule["items"] for rule in outline.derived.values() if "items" in rule}

    def begin(self, seed):
        """Begins anew with another seed."""
        self.random.seed(f"{seed} {self.outline.scheme}")
        self.values.refresh()

    def draw(self, count, first=1):
        """So many cases."""
        return [self.one(first + place) for place in range(count)]

    def one(self, number):
        """One case."""
        random = self.random.random
        mode = random()
        clean = mode < 0.86
        gap = 0.78 <= mode < 0.84
        case, items = {}, self._heads(clean)
        for name, share in self.case_facts:
            if share == 1.0 or random() < share:
                case[name] = self.values.draw(name, clean)
        for name in self.items.shared:
            if random() < 0.75 or not items:
                case[name] = self.values.draw(name, clean)
        self.items.flags(case, self.case_flags, clean)
        for item, head in zip(items, self.heads):
            self.items.draw(item, head, case, clean)
        if random() < 0.35:
            self._as_large(case, items)
        if self.disputed in case:
            self._dispute(case, clean)
        if clean and 0.84 <= mode and self.bad_flags:
            self._keep_out(case, items)
        self._days(case, items, clean)
        if gap:
            self._leave_out(case, items)
        return self._file(number, case, items, clean)

    def _heads(self, clean):
        random = self.random.random
        heads = self.outline.heads
        chance = random()
        count = 1 if chance < 0.5 else 2 if chance < 0.75 else 3 if chance < 0.9 else 4 + int(random() * 3)
        if not clean and chance > 0.99:
            count = 0
        if count > 1 and random() < 0.4:
            pool = [one for one in heads if one in self.counted] or heads
            self.heads = [pool[int(random() * len(pool))]] * count
        else:
            self.heads = [heads[int(random() * len(heads))] for _ in range(count)]
        return [{"head": head} for head in self.heads]

    def _dispute(self, case, clean):
        """A disputed part of what is owed: mostly no more than there is."""
        owed = sum(pence(case[name]) for name in self.debts if name in case)
        random = self.random.random
        if not owed and clean:
            del case[self.disputed]
        elif random() < (0.98 if clean else 0.8):
            part = [owed, max(0, owed - 1), owed // 2, int(random() * (owed + 1)), min(1, owed)][int(random() * 5)]
            case[self.disputed] = money(part)
        else:
            case[self.disputed] = money(owed + 1)

    def _as_large(self, case, items):
        """Makes a debt or an earlier payment as large as what the items state, or a penny more or less."""
        owed = [name for name in self.values.debts if name in case and name != self.disputed]
        stated = [amount for item in items for amount in self.items.stated(item)]
        if not owed or not stated:
            return
        random = self.random.random
        total = sum(stated) if random() < 0.6 else stated[int(random() * len(stated))]
        case[sorted(owed)[int(random() * len(owed))]] = money(max(0, total + int(random() * 3) - 1))

    def _keep_out(self, case, items):
        """Sets a flag that keeps something out."""
        random = self.random.random
        name, value = self.bad_flags[int(random() * len(self.bad_flags))]
        fact = self.outline.facts[name]
        if fact.on_case and (not fact.on_item or random() < 0.4):
            case[name] = value
        else:
            chosen = [item for item, head in zip(items, self.heads) if name in self.dates_on[head]]
            if chosen:
                chosen[int(random() * len(chosen))][name] = value

    def _days(self, case, items, clean):
        random, dating = self.random.random, self.dating
        known = dict(case)
        inner = [{**case, **item} for item in items]
        for name, fact, share in self.dates:
            if share < 1.0 and random() > share * self._within(fact, known):
                continue
            if fact.on_case and (not fact.on_item or random() < (0.97 if name in self.outline.always else 0.7)):
                ordinal = dating.draw(name, known, random() < (0.965 if clean else 0.75))
                case[name] = text(ordinal)
                known[name] = ordinal
                for one in inner:
                    one[name] = ordinal
                if not fact.on_item or random() < 0.8:
                    continue
            for item, one, head in zip(items, inner, self.heads):
                if fact.on_item and name in self.dates_on[head] and (name not in one or random() < 0.5):
                    ordinal = dating.draw(name, one, random() < (0.965 if clean else 0.75))
                    item[name] = text(ordinal)
                    one[name] = ordinal
                    known[name] = max(known.get(name, 0), ordinal)

    def _within(self, fact, known):
        """How likely a day is that comes after others: hardly, if none of them is known."""
        needs = self.dating.timeline.needs.get(fact.name)
        if needs and not all(name in known for name in needs):
            return 0.1
        if not fact.not_before or fact.name in self.outline.always or fact.name in self.outline.mostly:
            return 1.0
        return 1.0 if any(name in known for name in fact.not_before) else 0.15

    def _leave_out(self, case, items):
        """Leaves out a fact that is needed, or several: all that are missing must be named at once."""
        random = self.random.random
        self._leave_out_one(case, items)
        while random() < 0.4:
            self._leave_out_one(case, items)

    def _leave_out_one(self, case, items):
        random = self.random.random
        places = [case] + items
        place = places[int(random() * len(places))]
        names = [name for name in place if name != "head" and name in self.outline.facts
                 and (self.outline.facts[name].needed or self.outline.facts[name].type == "money")]
        if names:
            del place[names[int(random() * len(names))]]

    def _file(self, number, case, items, clean):
        random = self.random.random
        if random() < 0.35:
            case, items = self._shuffled(case), [self._shuffled(item) for item in items]
        made = {"case": f"{self.outline.scheme}-{number}", "scheme": self.outline.scheme, "facts": case, "items": items}
        decisions = self._decisions(0.85 if clean else 0.35)
        if decisions:
            made["decisions"] = decisions
        if random() < 0.02:
            made["edition"] = self.edition
        if random() < 0.05:
            made["references"] = {"household": f"H-{number % 997}"}
        if random() < 0.03:
            case[next(iter(self.outline.facts))] = case.get(next(iter(self.outline.facts)))
        return self._shuffled(made) if random() < 0.2 else made

    def _shuffled(self, mapping):
        pairs = list(mapping.items())
        self.random.shuffle(pairs)
        return dict(pairs)

    def _decisions(self, share):
        random = self.random.random
        made = []
        for about in self.outline.decisions:
            if random() < (share if about != self.may else 0.92):
                made.append({"about": about, "answer": "accept" if random() < 0.84 else "decline",
                             "by": PEOPLE[int(random() * 3)], "on": "2026-10-10", "because": "as was heard"})
        return made
