"""What is known of a case, or of one of its items. Written from Docs/policy-authors/writing-a-matrix.md, "facts"."""

from .clock import Beyond


class Bad:
    """Stands for a value that was stated and cannot be read: it is known to be there, and no rule goes on with it."""

    def __repr__(self):
        return "BAD"


BAD = Bad()


class View:
    """The facts that hold for a case or for one item: what the item states, then the case, then what is left out."""

    __slots__ = ("edition", "stated", "own", "item", "case", "found", "beyond", "counts", "decisions")

    def __init__(self, edition, stated, own, item, case, counts, decisions):
        self.edition = edition
        self.stated = stated  # what was stated, by name
        self.own = own  # what the item itself states
        self.item = item  # its number, or None for the case
        self.case = case or self  # the view of the whole case
        self.found = {}  # derived facts that were worked out
        self.beyond = set()  # those whose days run outside what is counted
        self.counts = counts  # how many items stand under each head
        self.decisions = decisions  # what was decided, and which decisions a rule asked for

    def value(self, name):
        """What a fact is, also where it is only taken to be so; None where it is not known."""
        value = self.stated.get(name)
        if value is not None:
            return None if value is BAD else value
        fact = self.edition.facts.get(name)
        if fact is not None:
            return fact.taken(self)
        return self.derived(name)

    def derived(self, name):
        rule = self.edition.derived[name]
        view = self if rule.of_items else self.case
        if name not in view.found:
            try:
                view.found[name] = rule.find(view)
            except Beyond:
                view.found[name] = None
                view.beyond.add(name)
        return view.found[name]

    def decided(self, name):
        """Whether a decision was accepted; asking for it makes it one that is used."""
        return self.decisions.answer(name) == "accept" if name else False

    def given(self, name):
        """Whether it was stated; a derived fact, whether it is known."""
        if name in self.edition.facts:
            return self.stated.get(name) is not None
        return self.derived(name) is not None

    def lacking(self, name):
        """The facts that would have to be stated for it to be known, each with whether it is optional."""
        if self.stated.get(name) is BAD:
            return []
        fact = self.edition.facts.get(name)
        if fact is not None:
            return fact.lacking(self)
        rule = self.edition.derived[name]
        view = self if rule.of_items else self.case
        if name in view.beyond:
            return [(None, False)]  # no fact: a day that cannot be counted
        return rule.lacking(view)

    def need(self, name, lacks):
        """The value of a fact that a rule cannot do without; what is missing is noted."""
        value = self.value(name)
        if value is None:
            lacks.extend(missing for missing, _ in self.lacking(name))
        return value
