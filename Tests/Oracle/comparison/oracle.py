"""The oracle as the comparison uses it: the semantics of matrices in Python, which share nothing with the program."""

from pathlib import Path

from draw.notation import day
from semantics import Scheme, assess, comparable
from semantics.comparable import WORDING
from semantics.edition import Edition
from semantics.scheme import read_calendars

from . import timetables
from .differing import differences
from .program import TODAY

TODAY_NUMBER = day(TODAY)
TOLD = {"lines", "refusals", "questions", "notices"}  # lists of what is also told in words


class Oracle:
    """All schemes of a folder."""

    def __init__(self, matrices):
        self.matrices = Path(matrices)
        self.schemes = Scheme.read(self.matrices)

    @classmethod
    def altered(cls, matrices, path, matrix):
        """The same with one edition read from a mapping instead of from its file; its digest stays that of the file."""
        made = cls.__new__(cls)
        made.matrices = Path(matrices)
        calendars = read_calendars(made.matrices / "calendars") if (made.matrices / "calendars").exists() else {}
        made.schemes = Scheme([Edition(matrix, Path(path).read_bytes(), calendars)])
        return made

    def has_timetable(self, case):
        """Whether the scheme of a case has deadlines."""
        return any(edition.deadlines for edition in self.schemes.editions.get(case["scheme"], ()))

    def against(self, case, row, timetable=None):
        """The fields in which the oracle and a row of the program differ, and those of its timetable."""
        if row["outcome"] == "not run":
            return []
        if row["outcome"] == "crashed":
            return [("the program itself", "an answer", f"broke down with {row['code']}")]
        try:
            answer = assess(self.schemes, case, TODAY_NUMBER)
        except Exception as error:  # an oracle that breaks down is a difference too
            return [("the oracle itself", f"{type(error).__name__}: {error}", row["outcome"])]
        found = []
        if not alike(answer, row):
            ours, theirs = comparable(answer), comparable(row)
            found = [] if ours == theirs else list(differences(ours, theirs))
        return found + (timetables.against(self, case, timetable) if timetable else [])


def alike(ours, theirs):
    """Whether two answers are the same to the letter but for words, which are taken out of the program's. Most are."""
    if ours["outcome"] == "faulty":
        return False
    for key in TOLD:
        for entry in theirs.get(key, ()):
            for word in WORDING:
                entry.pop(word, None)
    return ours == theirs
