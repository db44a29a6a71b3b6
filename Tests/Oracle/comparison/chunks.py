"""One piece of a comparison: draws cases, runs the program and the oracle on them, and counts."""

import gc
import time
from collections import Counter

from draw import cases_for

from .differing import kind_of
from .oracle import Oracle
from .program import Program

EVERY = 4  # how many cases there are to one whose timetable is compared too
known = {}


class Count:
    """What came of some cases."""

    def __init__(self):
        self.cases, self.different = 0, 0
        self.outcomes, self.seconds, self.kinds = Counter(), Counter(), Counter()
        self.examples = {}

    def add(self, other):
        """Adds what came of others."""
        self.cases += other.cases
        self.different += other.different
        self.outcomes += other.outcomes
        self.seconds += other.seconds
        self.kinds += other.kinds
        for kind, example in other.examples.items():
            self.examples.setdefault(kind, example)

    def spread(self):
        """What the cases came to, in parts of a hundred."""
        return ", ".join(f"{outcome} {number * 100 / self.cases:.1f}%"
                         for outcome, number in self.outcomes.most_common())

    def shares(self):
        """How long what took."""
        return ", ".join(f"{what} {taken:.1f} s" for what, taken in self.seconds.items())

    def note(self, case, found):
        """Notes a difference; of each kind the first is kept."""
        self.different += 1
        self.kinds[kind_of(found)] += 1
        self.examples.setdefault(kind_of(found), (case, found))


def drawing(matrices, scheme, seed):
    """What draws cases of a scheme; made once in each process, and then begun anew."""
    key = ("drawing", matrices, scheme)
    if key not in known:
        known[key] = cases_for(matrices, scheme, seed)
    known[key].begin(seed)
    return known[key]


def oracle_of(matrices):
    """The oracle of a folder, read once in each process."""
    if matrices not in known:
        known[matrices] = Oracle(matrices)
    return known[matrices]


def chunk(task):
    """Compares one piece of a scheme."""
    command, matrices, scheme, seed, number, size = task
    began = time.monotonic()
    cases = drawing(matrices, scheme, f"{seed} {number}").draw(size, number * 1_000_000 + 1)
    return scheme, compared(cases, oracle_of(matrices), Program(command, matrices), began)


def compared(cases, oracle, program, began=None):
    """Compares cases that were drawn. Rubbish is collected once, after them: to look for it all the time is slow."""
    gc.disable()
    try:
        return _compared(cases, oracle, program, began)
    finally:
        gc.enable()


def _compared(cases, oracle, program, began):
    began = began or time.monotonic()
    count = Count()
    drawn = time.monotonic()
    rows = program.rows(cases)
    chosen = [place for place in range(0, len(cases), EVERY) if oracle.has_timetable(cases[place])]
    tables = dict(zip(chosen, program.timetables([cases[place] for place in chosen]))) if chosen else {}
    run = time.monotonic()
    for place, (case, row) in enumerate(zip(cases, rows)):
        count.outcomes[row["outcome"]] += 1
        found = oracle.against(case, row, tables.get(place))
        if found:
            count.note(case, found)
    count.cases = len(cases)
    count.seconds.update({"drawing": drawn - began, "program": run - drawn, "oracle": time.monotonic() - run})
    return count
