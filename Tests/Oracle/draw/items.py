"""Draws one item: the facts that its head reads, with a level and an amount that fit each other, receipts, a form."""

from .notation import pence

PEOPLE = ["a.khan", "j.okafor", "s.ward"]


class Items:
    """Draws items for one matrix."""

    def __init__(self, outline, values, random):
        self.outline, self.values, self.random = outline, values, random
        self.flag_names, self.facts = {}, {}
        self.shared = [fact.name for fact in outline.facts.values() if fact.on_case and fact.on_item and fact.needed
                       and fact.type not in ("date", "flag")]
        for head in outline.heads:
            facts = [outline.facts[name] for name in outline.allowed[head]]
            self.flag_names[head] = [fact.name for fact in facts if fact.type == "flag"]
            special = self._special(head)
            self.facts[head] = [(fact.name, self.share(fact) * (0.25 if fact.on_case else 1)) for fact in facts
                                if fact.type not in ("date", "flag") and fact.name not in special]

    def _special(self, head):
        """Facts of an item that are drawn together: level, amount, receipts, form."""
        band, cost, forms = self.values.bands[head], self.values.costs[head], self.values.forms[head]
        return {*(band[:3] if band else ()), *(cost or ()), *([forms[0]] if forms else ())} - {None}

    def share(self, fact):
        if fact.needed:
            return 1.0
        if fact.name in self.outline.always:
            return 0.98
        if fact.name in self.outline.running:
            return 0.82  # it may still go on
        if fact.name in self.outline.rarely:
            return 0.06
        if fact.name in self.outline.mostly:
            return 0.985 if fact.type != "date" else 0.95
        if fact.optional and fact.name in self.outline.likely:
            return 0.92
        return 0.4 if fact.name in self.values.debts else 0.3

    def flags(self, place, names, clean):
        random = self.random.random
        if not names:
            return
        for _ in range(int(random() * random() * 4)):
            name = names[int(random() * len(names))]
            place[name] = self.values.draw(name, clean)
        if clean:
            for name in names:
                if self.values.pools[name][0] == [True] and random() < 0.97:
                    place[name] = True

    def draw(self, item, head, case, clean):
        random, values = self.random.random, self.values
        for name in self.shared:
            if name in self.outline.allowed[head] and (name not in case or random() < 0.1):
                item[name] = values.draw(name, clean)
        for name, share in self.facts[head]:
            if name not in item and name not in self.shared and (share == 1.0 or random() < share):
                fact = self.outline.facts[name]
                item[name] = values.receipts() if fact.type == "receipts" else values.draw(name, clean)
        self.flags(item, self.flag_names[head], clean)
        level = self._band(item, head, clean)
        self._cost(item, head, clean)
        self._form(item, head, level, clean)
        if random() < 0.2:
            item["by"] = PEOPLE[int(random() * 3)]
            if random() < 0.5:
                item["because"] = "as was seen"

    def stated(self, item):
        """The sums that an item may come to, as it states them."""
        cost, band = self.values.costs[item["head"]], self.values.bands[item["head"]]
        if cost and cost[0] in item:
            return [self.values.total_of(item[cost[0]])]
        names = [cost[2]] if cost else [band[2]] if band else [name for name, _ in self.facts[item["head"]]]
        return [pence(item[name]) for name in names if name in item and self.outline.facts[name].type == "money"][:1]

    def _band(self, item, head, clean):
        band = self.values.bands[head]
        if band is None:
            return None
        random = self.random.random
        by, split, amount, pools, placed = band
        level = self.values.draw(by, clean)
        held = next((where for flag, where in placed.items() if flag and item.get(flag)), None)
        if held is not None and random() < 0.7:
            level = held
        if random() < (0.97 if held is None else 0.5):
            item[by] = level
        key = level
        if split:
            item[split] = self.values.draw(split, clean)
            key = (level, item[split])
        inside, beside = pools[key]
        chance = random()
        if chance < (0.965 if clean else 0.8):
            item[amount] = inside[int(random() * len(inside))]
        elif chance < 0.985:
            item[amount] = beside[int(random() * len(beside))]
        return level

    def _cost(self, item, head, clean):
        cost = self.values.costs[head]
        if cost is None:
            return
        random, values = self.random.random, self.values
        receipts, evidence, amount = cost
        chance = random()
        if chance < 0.65:
            item[receipts] = values.receipts()
            if chance < 0.12:
                total = values.total_of(item[receipts])
                item[amount] = f"£{total // 100}.{total % 100:02d}"
        elif chance < 0.985 or clean:
            item[amount] = values.amounts[int(random() * len(values.amounts))]
        if (chance >= 0.65 and chance < 0.9) or random() < 0.15:
            item[evidence] = "a letter of the shop"

    def _form(self, item, head, level, clean):
        forms = self.values.forms[head]
        if forms is None or self.random.random() < 0.4:
            return
        fact, plain, kind, at = forms
        allowed = at is None or level in at
        pool = plain + kind if allowed or not clean else plain
        if pool:
            item[fact] = pool[int(self.random.random() * len(pool))]
