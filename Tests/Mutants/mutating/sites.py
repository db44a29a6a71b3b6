"""Finds the places of a Swift file where a small slip can be switched on."""

from dataclasses import dataclass

from .changes import KINDS
from .skipping import mark_skipped
from .tokens import tokens


@dataclass(frozen=True)
class Site:
    """One slip: what is replaced, by what, and how a person reads it."""

    file: str
    line: int
    column: int
    start: int
    end: int
    kind: str
    change: str
    template: str
    """The new text, with `@` where the switch of the mutant stands."""

    def written(self, number):
        """The new text, in which the slip is made only while the mutant of this number is switched on."""
        return self.template.replace("@", f"isMutant({number})")

    @property
    def key(self):
        """What names the slip for as long as its line stays where it is."""
        return f"{self.file}:{self.line}:{self.column}: {self.change}"

    @property
    def name(self):
        """What names the slip in the list of those that survive, wherever its line moves."""
        return f"{self.file}: {self.change}"


def sites_of(file, source):
    """All places of a file, in their order, and no two with the same change."""
    found = tokens(source)
    mark_skipped(found)
    everything = []
    for kind, finder in KINDS.items():
        for first, last, mutated, change in finder(found, source):
            start, end = found[first].start, found[last].end
            if any(token.is_skipped for token in found[first:last + 1]) or "@" in source[start:end]:
                continue
            column = start - source.rfind("\n", 0, start)
            everything.append(Site(file, found[first].line, column, start, end, kind, change, mutated))
    return sorted(everything, key=lambda site: (site.start, site.end, site.change))


def applied(source, numbered):
    """The source with all its slips, each behind the switch of its number."""
    for number, site in sorted(numbered, key=lambda one: one[1].start, reverse=True):
        source = source[:site.start] + site.written(number) + source[site.end:]
    return source
