"""Where a rule is tried: on the case, and again on the items that say otherwise. Written from
Docs/policy-authors/writing-a-matrix.md, "facts"."""

from .view import View


def spread(edition, names):
    """The facts that a rule rests on in the end, through derived facts and those that stand in for others."""
    found, open_names = set(), list(names)
    while open_names:
        name = open_names.pop()
        if name in found:
            continue
        found.add(name)
        fact = edition.facts.get(name)
        if fact is not None:
            open_names += [fact.other] if fact.other else []
        else:
            open_names += edition.derived[name].reads
    return {name for name in found if name in edition.facts}


def idle(edition, reads, holds):
    """The facts of a condition that cannot hold where none of them is stated; None where it may hold all the same."""
    if any(name in edition.derived for name in reads):
        return None
    nothing = View(edition, {}, {}, None, None, {}, None)
    return frozenset(spread(edition, reads)) if holds(nothing, []) is False else None


class Tries:
    """The places at which one rule is tried."""

    def __init__(self, edition, reads, heads=None):
        facts = [edition.facts[name] for name in spread(edition, reads)]
        self.heads = heads
        self.of_item = frozenset(fact.name for fact in facts if fact.on_item)
        self.item_only = any(fact.on_item and not fact.on_case for fact in facts)

    def stating(self, sheet):
        """The items that state one of its facts for themselves."""
        if self.of_item.isdisjoint(sheet.owned):
            return []
        return [item for item in sheet.items if not self.of_item.isdisjoint(item.view.own)]

    def places(self, sheet, standing=False):
        """Pairs of the item that it is tried on, or None for the case, and the items that this is about.

        With `standing`, items that a rule keeps out already are left alone."""
        items = sheet.standing() if standing else sheet.items
        if self.heads:
            return [(item, [item]) for item in items if item.head in self.heads]
        if not items:
            return [(None, [])]
        if self.item_only:
            return [(item, [item]) for item in items]
        stating = [item for item in self.stating(sheet) if item in items]
        if not stating:
            return [(None, items)]
        others = [item for item in items if item not in stating]
        return ([(None, others)] if others else []) + [(item, [item]) for item in stating]
