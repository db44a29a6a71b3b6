"""The schemes and their editions, as their files stand in a folder. Written from
Docs/policy-authors/writing-a-matrix.md, "The file", and Docs/operators/calendars.md."""

from pathlib import Path

import yaml

from . import values
from .clock import Calendar
from .edition import Edition

Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # every scalar stays text


class Scheme:
    """A set of schemes, each with its editions."""

    def __init__(self, editions):
        self.editions = {}
        for edition in editions:
            self.editions.setdefault(edition.scheme, []).append(edition)
        for name in self.editions:
            self.editions[name].sort(key=lambda edition: order(edition.name))

    @classmethod
    def read(cls, matrices, calendars=None):
        """Reads a folder of schemes, or files of editions, and the calendars that they name."""
        if isinstance(matrices, (str, Path)):
            matrices = Path(matrices)
            calendars = calendars or matrices / "calendars"
            files = sorted(matrices.glob("*/*.yaml")) if matrices.is_dir() else [matrices]
        else:
            files = [Path(file) for file in matrices]
        files = [file for file in files if file.parent.name not in ("calendars", "examples", "cases")]
        known = read_calendars(calendars) if calendars else {}
        read = []
        for file in files:
            data = file.read_bytes()
            read.append(Edition(yaml.load(data, Loader), data, known))
        return cls(read)


def order(name):
    """The day of an edition, and the number of its correction."""
    return values.day(name[:10]), int(name[11:] or 0)


def read_calendars(folder):
    """The calendars of a folder, by their names."""
    found = {}
    for file in sorted(Path(folder).glob("*.yaml")):
        node = yaml.load(file.read_bytes(), Loader)
        covers = node["covers"]
        holidays = [values.day(holiday["on"]) for holiday in node.get("holidays") or ()]
        found[file.stem] = Calendar(values.day(covers["from"]), values.day(covers["to"]), holidays)
    return found
