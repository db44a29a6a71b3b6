"""Who may sign how much. Written from Docs/policy-authors/kinds/authority.md."""

from . import values
from .conditions import condition
from .facts import one_or_more


class Ladder:
    """A ladder of ceilings: the lowest step that reaches the sum is named."""

    def __init__(self, edition, rule, node):
        self.id = rule
        self.source = "; ".join(one_or_more(node["source"]))
        self.each_item = node["measured-on"] == "each item"
        self.heads = one_or_more(node.get("heads")) or list(edition.node["heads"])
        self.reads = set()
        self.holds = condition(edition, node.get("when"), self.reads)
        self.plus = node.get("plus")
        if self.plus:
            self.reads.add(self.plus)
        self.able = []  # who may sign the sum of the case at hand
        self.steps = [
            (
                values.money(step["to"]) if "to" in step else None,
                [list(one_or_more(step["any-of"]))] if "any-of" in step else [one_or_more(r) for r in step["all-of"]],
                "; ".join(one_or_more(step.get("source"))) or self.source,
            )
            for step in node["steps"]
        ]

    def roles(self, start=0):
        """All who stand on it from a step on, each once."""
        return list(dict.fromkeys(role for _, sets, _ in self.steps[start:] for roles in sets for role in roles))

    def measures(self, sheet):
        """The heads whose items it measures in this case."""
        return self.heads if self.holds(sheet.view, []) else []

    def run(self, sheet):
        """The sets of roles that must sign; none where it measures nothing."""
        lacks = []
        self.able = []
        holds = self.holds(sheet.view, lacks)
        more = sheet.view.need(self.plus, lacks) if self.plus and holds else 0
        sheet.missing(lacks)
        items = [item for item in sheet.items if item.head in self.heads and not item.out]
        if not holds or more is None or not items:
            sheet.line(self.id, self.source, False)
            return []
        measured = (max if self.each_item else sum)([item.amount for item in items]) + more
        at = next(at for at, (top, _, _) in enumerate(self.steps) if top is None or measured <= top)
        _, sets, source = self.steps[at]
        self.able = self.roles(at)
        sheet.line(self.id, source, True)
        return [list(roles) for roles in sets]


class Substitute:
    """Roles that may sign in place of another while a condition holds."""

    def __init__(self, edition, name, node):
        self.id = "substitute." + name
        self.source = "; ".join(one_or_more(node["source"]))
        self.role, self.by = node["role"], one_or_more(node["by"])
        self.reads = set()
        self.holds = condition(edition, node["when"], self.reads)

    def run(self, sheet, sets):
        """Names the substitutes beside the role that they replace."""
        lacks = []
        holds = self.holds(sheet.view, lacks)
        sheet.missing(lacks)
        for roles in sets if holds else ():
            if self.role in roles:
                roles += [role for role in self.by if role not in roles]
        sheet.line(self.id, self.source, bool(holds))
