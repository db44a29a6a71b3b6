"""One rule tried on a case or on an item: what it found on the way, and what stands against it."""


def needing(name):
    """A finder of a fact that cannot be done without."""
    return lambda attempt: attempt.need(name)


class Attempt:
    """What a price, a figure or a limit notes while it is worked out."""

    __slots__ = ("view", "lacks", "early", "faults", "asks", "sources", "lines", "heads", "level")

    def __init__(self, view, heads=None):
        self.view = view
        self.lacks = []  # facts to be stated
        self.early = []  # days that come before the first figure
        self.faults = []  # other faults, each with the fact that it names
        self.asks = []  # questions: what about, and who may answer; each is a line too
        self.sources = []  # paragraphs of the figures that were used since the last line
        self.lines = []  # the sums of the working, in order, each with such paragraphs
        self.heads = heads  # what items under heads declared before come to
        self.level = None  # the level of a band

    def need(self, name):
        return self.view.need(name, self.lacks)

    def find(self, finders):
        """What is wanted, one after the other, up to the first that is not known; None if one is not."""
        found = []
        for finder in finders:
            value = finder(self)
            if value is None:
                return None
            found.append(value)
        return found

    def find_all(self, finders):
        """The same, but all of it is looked for, so that all that is missing is named."""
        found = [finder(self) for finder in finders]
        return None if None in found else found

    def line(self, amount):
        """A step of the working, which rests on the figures that were used for it."""
        self.lines.append((amount, self.sources))
        self.sources = []

    def ask(self, about, who):
        """A question to a person, without which there is no amount."""
        if about not in (asked for asked, _ in self.asks):
            self.asks.append((about, who))
            self.lines.append((None, []))
        self.sources = []

    @property
    def stopped(self):
        return bool(self.lacks or self.early or self.faults or self.asks)
