"""Figures: printed, stated, or found by a day, a season, a choice or a range. Written from
Docs/policy-authors/kinds/figures.md."""

from bisect import bisect_right
from datetime import date

from . import values
from .facts import one_or_more

READ = {"money": values.money, "part": values.part, "count": values.count, "period": values.period}


def figure(edition, node, wanted, reads):
    """A figure as a function of an attempt; None where it is not known, with the reason noted in the attempt."""
    if isinstance(node, str):
        return _value(edition, node, wanted, reads)
    if "is" in node:
        return figure(edition, node["is"], wanted, reads)
    if "ask" in node:
        return _asked(edition, node["ask"])
    if "dated" in node:
        return _dated(edition, node, wanted, reads)
    if "seasons" in node:
        return _season(edition, node, wanted, reads)
    if "values" in node:
        return _table(edition, one_or_more(node["by"]), node["values"], wanted, reads)
    return _ranges(edition, node, wanted, reads)


def _value(edition, text, wanted, reads):
    value = READ[wanted](text)
    if value is not None:
        return lambda attempt: value
    reads.add(text)
    return lambda attempt: attempt.need(text)


def _asked(edition, name):
    who = one_or_more(edition.readings[name].get("ask"))

    def ask(attempt):
        attempt.ask(name, who)

    return ask


class Series:
    """The figures by the day on which they begin."""

    def __init__(self, edition, entries, wanted, reads):
        self.days = [values.day(entry["from"]) for entry in entries]
        self.figures = [figure(edition, entry["is"], wanted, reads) for entry in entries]
        self.sources = [one_or_more(entry.get("source")) for entry in entries]

    def at(self, attempt, number, name):
        place = bisect_right(self.days, number) - 1
        if place < 0:
            attempt.early.append(name)
            return None
        for source in self.sources[place]:
            if source not in attempt.sources:
                attempt.sources.append(source)
        return self.figures[place](attempt)


def _dated(edition, node, wanted, reads):
    series, name = Series(edition, node["dated"], wanted, reads), node["on"]
    reads.add(name)

    def find(attempt):
        number = attempt.need(name)
        return None if number is None else series.at(attempt, number, name)

    return find


def _season(edition, node, wanted, reads):
    name = node["on"]
    reads.add(name)
    entries = sorted(
        ((values.day_of_year(entry["from"]), figure(edition, entry["is"], wanted, reads)) for entry in node["seasons"]),
        key=lambda entry: entry[0],
    )
    starts = [start for start, _ in entries]

    def find(attempt):
        number = attempt.need(name)
        if number is None:
            return None
        on = date.fromordinal(number)
        return entries[bisect_right(starts, (on.month, on.day)) - 1][1](attempt)

    return find


def _table(edition, names, node, wanted, reads):
    name, rest = names[0], names[1:]
    reads.add(name)
    cells = {
        answer: _table(edition, rest, inner, wanted, reads) if rest else figure(edition, inner, wanted, reads)
        for answer, inner in node.items()
    }

    def find(attempt):
        answer = attempt.need(name)
        if answer is None:
            return None
        return cells[answer](attempt)

    return find


def _ranges(edition, node, wanted, reads):
    (name,) = one_or_more(node["by"])
    reads.add(name)
    kind = edition.type_of(name)
    read = {"count": values.count, "percent": values.percent}.get(kind, values.money)
    tops = [read(entry["to"]) for entry in node["ranges"][:-1]]
    figures = [figure(edition, entry["is"], wanted, reads) for entry in node["ranges"]]

    def find(attempt):
        number = attempt.need(name)
        if number is None:
            return None
        place = next((at for at, top in enumerate(tops) if number <= top), len(tops))
        return figures[place](attempt)

    return find
