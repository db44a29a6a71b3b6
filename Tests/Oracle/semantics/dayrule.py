"""A day counted from an event. Written from Docs/policy-authors/kinds/derived-facts.md, "How days are counted", and
suspension.md."""

from . import clock, values
from .attempt import Attempt
from .figures import figure


class DayRule:
    """So long after an event, or before it."""

    def __init__(self, edition, node, reads):
        self.calendar = edition.calendar
        self.start = node["from"]
        self.forecast = node.get("else-from")
        self.within = figure(edition, node["within"], "period", reads)
        self.fixed = values.period(node["within"]) if isinstance(node["within"], str) else None
        self.same_day = node["day-one"] == "same day"
        self.before = node.get("counted") == "before"
        self.month_end = node.get("month-end")
        self.if_closed = node.get("if-closed")
        stop = node.get("suspended")
        self.stop, self.resume = (stop["from"], stop["to"]) if stop else (None, None)
        reads.update(name for name in (self.start, self.forecast, self.stop, self.resume) if name)

    def event(self, view):
        """The day that it is counted from: a forecast while the event itself is not known."""
        start = view.value(self.start)
        return view.value(self.forecast) if start is None and self.forecast else start

    def find(self, view):
        """The day, or None where it is not known or the clock stands still."""
        start = self.event(view)
        if start is None:
            return None
        length = self.fixed or self.within(Attempt(view))
        if length is None:
            return None
        end = self._count(view, start, *length)
        return None if end is None else clock.moved(end, self.if_closed, self.calendar)

    def still(self, view):
        """Whether the clock stands still and nobody knows until when."""
        if not self.stop or view.value(self.stop) is None or view.value(self.resume) is not None:
            return False
        return self.fixed is not None or self.within(Attempt(view)) is not None

    def _count(self, view, start, length, unit):
        if self.before:
            return clock.first_day(start, length, unit, self.same_day, self.month_end, self.calendar)
        stop = view.value(self.stop) if self.stop else None
        if stop is None:
            return clock.last_day(start, length, unit, self.same_day, self.month_end, self.calendar)
        resume = view.value(self.resume)
        return clock.suspended_day(
            start, length, unit, self.same_day, self.month_end, self.calendar, stop, resume
        )

    def lacking(self, view):
        """What to state so that the day is known."""
        if self.event(view) is None:
            return view.lacking(self.start)
        attempt = Attempt(view)
        if self.within(attempt) is None:
            early = [(("figure.too-early", name), False) for name in attempt.early]
            named = [view.lacking(name) if isinstance(name, str) else [(name, False)] for name in attempt.lacks]
            return early + [missing for lacking in named for missing in lacking]
        if self.still(view):
            return view.lacking(self.resume)
        return []
