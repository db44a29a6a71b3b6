"""The oracle as the comparison uses it: the semantics of matrices in Python, which share nothing with the program."""

from pathlib import Path

from draw.notation import day
from semantics import Scheme, assess, comparable
from semantics.edition import Edition
from semantics.scheme import read_calendars

from .differing import differences
from .program import TODAY

TODAY_NUMBER = day(TODAY)

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

    def against(self, case, row):
        """The fields in which the oracle and a row of the program differ."""
        if row["outcome"] == "not run":
            return []
        if row["outcome"] == "crashed":
            return [("the program itself", "an answer", f"broke down with {row['code']}")]
        ours, theirs = comparable(assess(self.schemes, case, TODAY_NUMBER)), comparable(row)
        return [] if ours == theirs else list(differences(ours, theirs))

