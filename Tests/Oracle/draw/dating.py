"""Draws the days of a case beside the last days of its windows, deadlines and counts."""

from bisect import bisect_left
from calendar import monthrange
from datetime import date

from .days import FIRST, LAST
from .notation import day, day_of_year, leaves, listed, mappings, period
from .timeline import Timeline

BESIDE = [0, 0, 0, 0, 1, 1, -1, -1, 2, -2, 3, 7, -7]
SOON = [0, 0, 0, 1, 1, 2, 3, 5, 8, 14, 20, 30]
NEAR = [0, 1, 2, 3, 5, 10, 20, 40, 60]


def figure_number(figure, known):
    """The count that a figure gives where it is printed, or stands in a table by a choice that is known."""
    while isinstance(figure, dict) and "values" in figure:
        choices = listed(figure["by"])
        inner = figure["values"].get(known.get(choices[0]))
        figure = {"by": choices[1:], "values": inner} if len(choices) > 1 and inner else inner
    return int(figure) if isinstance(figure, str) and figure.isdigit() else None


def after(days, start):
    """The first of some days that is not before another."""
    at = bisect_left(days, start)
    return days[at] if at < len(days) else start


class Dating:
    """Draws days for one matrix."""

    def __init__(self, outline, days, editions, random):
        self.outline, self.days, self.random = outline, days, random
        self.timeline = Timeline(outline, days)
        self.literals = {text: day(text) for text in sorted(self._literals())}
        self.edition = max(editions)
        self.low = max(self.edition, days.first, FIRST + 400)
        self.high = min(days.last, LAST - 400) - 420
        self.editions = editions
        self._pool()
        self.long = {name: self._long(months) for name, months in self.timeline.in_months().items()}

    def _literals(self):
        """Days that a condition prints, each as the text that stands there."""
        return {text for text in leaves(self.outline.matrix) if len(text) == 10 and day(text) is not None}

    def _pool(self):
        marks = self.outline.figure_days()
        seasons = [day_of_year(entry["from"]) for inner in mappings(self.outline.matrix)
                   for entry in inner.get("seasons") or []]
        spans = [(start, then) for (start, priced), (then, _) in zip(marks, marks[1:] + [(self.high + 1, True)])
                 if priced and then > self.low and start < self.high]
        edges = self.days.edges(self.low, self.high)
        if seasons:
            edges += [ordinal + off for ordinal in edges for off in (0,) if self._begins(ordinal, seasons)] * 8
        edges += [ordinal for text, ordinal in self.literals.items() if self.low <= ordinal <= self.high] * 8
        if spans:
            edges = [one for one in edges if any(start <= one < then for start, then in spans)] or edges
            edges += [one for start, then in spans for one in (start, start, start + 1, then - 1, then - 2, then)
                      for _ in range(12) if self.low <= one <= self.high]
        self.ordered = sorted(set(self.days.edges(self.days.first, self.days.last)))
        self.edges, self.spans = edges, [(max(start, self.low), min(then, self.high)) for start, then in spans]

    def _long(self, months):
        """Days for which the month that lies so many months later is too short."""
        found = []
        for ordinal in range(self.days.first, self.days.last):
            then = date.fromordinal(ordinal)
            if then.day > 28 and any(monthrange(then.year + (then.month - 1 + count) // 12,
                                                (then.month - 1 + count) % 12 + 1)[1] < then.day for count in months):
                found.append(ordinal)
        return found

    @staticmethod
    def _begins(ordinal, seasons):
        return any((date.fromordinal(ordinal + off).month, date.fromordinal(ordinal + off).day) in seasons
                   for off in (-1, 0, 1))

    def anchor(self):
        """A first day of a case."""
        random = self.random.random
        chance = random()
        if chance < 0.55:
            return self.edges[int(random() * len(self.edges))]
        if chance < 0.56:
            edition = self.editions[int(random() * len(self.editions))]
            return edition + (0 if random() < 0.8 else -1)
        if self.spans:
            start, then = self.spans[int(random() * len(self.spans))]
            return start + int(random() * (then - start))
        return self.low + int((1 - random() * random()) * (self.high - self.low))

    def value(self, name, known):
        """A day of the case, stated or derived or printed, as far as it is known."""
        found = known.get(name)
        if found is not None or name in self.timeline.handles:
            return found
        rule = self.timeline.ends.get(name)
        if rule is None:
            return self.literals.get(name)
        if "due" in rule:
            return self.value("deadline " + rule["due"], known)
        for word, choose in (("earliest-of", min), ("latest-of", max)):
            if word in rule:
                dates = [one for one in (self.value(other, known) for other in listed(rule[word])) if one is not None]
                return choose(dates) if dates else None
        start = self.value(rule["from"], known)
        if start is None and "else-from" in rule:
            start = self.value(rule["else-from"], known)
        length = self.length(rule["within"], known) if start is not None else None
        if length is None:
            return None
        end = self.days.after(start, length, rule["day-one"], rule.get("month-end"), rule.get("counted") == "before")
        return self.days.moved(end, rule["if-closed"]) if end is not None and rule.get("if-closed") else end

    def length(self, figure, known):
        """A length of time; of a table the one of the choice, or any."""
        while isinstance(figure, dict):
            if "values" in figure:
                name = listed(figure["by"])[0]
                inner = figure["values"]
                for fact in listed(figure["by"]):
                    if isinstance(inner, dict) and known.get(fact) in inner:
                        inner = inner[known[fact]]
                figure = inner if not isinstance(inner, dict) or known.get(name) else None
            elif "is" in figure:
                figure = figure["is"]
            else:
                entries = figure.get("dated") or figure.get("seasons") or figure.get("ranges")
                figure = entries[int(self.random.random() * len(entries))]["is"] if entries else None
        return period(figure)

    def draw(self, name, known, clean):
        """A day for a fact, given what is known so far."""
        random, timeline = self.random.random, self.timeline
        handles = timeline.handles[name]
        start = None
        if handles and random() < 0.62:
            base, lengths, step = handles[int(random() * len(handles))]
            start = self.value(base, known) if base not in self.literals or random() < 0.2 else None
            if start is not None and lengths:
                length = self._age(step, known) if "life" in step else lengths[int(random() * len(lengths))]
                start = self.days.after(start, length, step.get("day-one", "next day"),
                                        step.get("month-end"), step.get("counted") == "before")
            if start is not None:
                start += BESIDE[int(random() * 13)]
        low, high = self._bounds(name, known)
        if start is None:
            if low is not None and high is not None and low < high and random() < 0.8:
                start = high - SOON[int(random() * 12)] if random() < 0.75 else low + int(random() * (high - low + 1))
            elif low is not None:
                start = low + SOON[int(random() * 12)]
            elif high is not None:
                start = high - SOON[int(random() * 12)]
            elif known.get("first of all") is not None:
                start = known["first of all"] + NEAR[int(random() * 9)]
            else:
                start = self.anchor()
        if random() < 0.07:
            start = after(self.ordered, start)
        elif name in self.long and random() < 0.25:
            start = after(self.long[name], start)
        if clean:
            if low is not None and high is not None and low > high:
                high = None
            if low is not None and start < low:
                start = low + (SOON[int(random() * 12)] if high is None or low + 30 <= high else 0)
            if high is not None and start > high:
                start = high - (SOON[int(random() * 12)] if low is None or low + 30 <= high else 0)
            if random() < 0.99:
                start = self._in_order(name, known, start)
        known.setdefault("first of all", start)
        return min(max(start, FIRST), LAST)

    def _age(self, step, known):
        """An age within the life of a thing mostly, and at its end."""
        random, (each, unit) = self.random.random, step["unit"]
        life = figure_number(step["life"], known) or 1 + int(random() * 10)
        chance = random()
        age = int(random() * life) if chance < 0.7 else life - 1 if chance < 0.85 else life + int((chance - 0.85) * 20)
        return age * each, unit

    def _in_order(self, name, known, start):
        """A day that does not come before those that it must not come before, and that it must not come after."""
        for other in self.timeline.not_after[name]:
            if known.get(other, start) < start:
                start = known[other]
        for other in self.timeline.not_before[name]:
            if known.get(other, start) > start:
                start = known[other]
        return start

    def _bounds(self, name, known):
        low = high = None
        for base, more in self.timeline.lows[name]:
            found = self.value(base, known)
            if found is not None and (low is None or found + more > low):
                low = found + more
        for base, more in self.timeline.highs[name]:
            found = self.value(base, known)
            if found is None:
                continue
            if isinstance(more, tuple):
                if self.random.random() < 0.15:
                    continue
                found = self.days.after(found, more[0], more[1].get("day-one", "next day"), more[1].get("month-end"))
                if found is None:
                    continue
                more = 0
            if high is None or found + more < high:
                high = found + more
        return low, high
