"""Seeded random cases, and seeded random matrices, read off the notation of a matrix itself."""

from pathlib import Path

from .cases import Cases
from .notation import day, read_matrix

__all__ = ["Cases", "cases_for", "editions_of", "read_matrix"]


def editions_of(folder, scheme):
    """The files of the editions of a scheme, the oldest first."""
    return sorted(Path(folder, scheme).glob("*.yaml"), key=lambda path: (path.name[:10], len(path.name), path.name))


def cases_for(folder, scheme, seed=0):
    """What draws cases for the newest edition of a scheme."""
    paths = editions_of(folder, scheme)
    matrix = read_matrix(paths[-1])
    named = matrix.get("calendar")
    calendar = read_matrix(Path(folder, "calendars", named + ".yaml")) if named else None
    return Cases(matrix, calendar, [day(path.name[:10]) for path in paths], seed)
