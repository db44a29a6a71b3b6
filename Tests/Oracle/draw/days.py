"""Days as ordinals: their texts, periods after them, and the days on which counts of days go wrong most easily."""

from bisect import bisect_left, bisect_right
from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date

from .notation import day

FIRST = date(1985, 1, 1).toordinal()
LAST = date(2045, 12, 31).toordinal()
TEXTS = [date.fromordinal(number).isoformat() for number in range(FIRST, LAST + 1)]


def text(ordinal):
    """A day as a case file writes it."""
    if FIRST <= ordinal <= LAST:
        return TEXTS[ordinal - FIRST]
    return date.fromordinal(ordinal).isoformat()


class Days:
    """Counts periods with the calendar of a matrix, near enough to land on and beside the last day of each.

    It need not be right: a case that misses an edge by a day is a case all the same. So it shares nothing with
    the semantics of the matrix.
    """

    def __init__(self, calendar=None):
        self.first, self.last = FIRST, LAST
        self.holidays = []
        self.working = []
        if calendar:
            self.first = max(FIRST, day(calendar["covers"]["from"]))
            self.last = min(LAST, day(calendar["covers"]["to"]))
            self.holidays = [day(entry["on"]) for entry in calendar["holidays"]]
        closed = set(self.holidays)
        if calendar:
            self.working = [n for n in range(self.first, self.last + 1) if (n - 1) % 7 < 5 and n not in closed]

    def after(self, start, length, day_one="next day", month_end=None, back=False):
        """The last day of a period that begins after a day, or with it."""
        count, unit = length
        shift = 0 if day_one == "next day" else 1
        if unit == "working day":
            return self._working(start, count, shift, back)
        if unit in ("day", "week"):
            steps = count * (7 if unit == "week" else 1) - shift
            return start - steps if back else start + steps
        months = count * (12 if unit == "year" else 1)
        end = self._months(start, -months if back else months, month_end)
        if end is None:
            return None
        return end + shift if back else end - shift

    def _working(self, start, count, shift, back):
        if back:
            at = bisect_left(self.working, start) if not shift else bisect_right(self.working, start)
            place = at - count
        else:
            at = bisect_right(self.working, start) if not shift else bisect_left(self.working, start)
            place = at + count - 1
        return self.working[place] if 0 <= place < len(self.working) else None

    @staticmethod
    def _months(start, months, month_end):
        then = date.fromordinal(start)
        year, month = divmod(then.year * 12 + then.month - 1 + months, 12)
        if not MINYEAR < year < MAXYEAR:
            return None
        longest = monthrange(year, month + 1)[1]
        if then.day <= longest:
            return date(year, month + 1, then.day).toordinal()
        last = date(year, month + 1, longest).toordinal()
        return last + 1 if month_end == "first day of the next month" else last

    def moved(self, ordinal, if_closed):
        """Where a day moves that is no working day."""
        if if_closed == "next working day":
            at = bisect_left(self.working, ordinal)
        else:
            at = bisect_right(self.working, ordinal) - 1
        return self.working[at] if 0 <= at < len(self.working) else None

    def edges(self, low, high):
        """Days beside bank holidays, at the ends of months and years, and leap days, between two days."""
        found = []
        for holiday in self.holidays:
            found += [holiday - 1, holiday, holiday + 1]
        for year in range(date.fromordinal(low).year, date.fromordinal(high).year + 1):
            for month in range(1, 13):
                last = date(year, month, monthrange(year, month)[1]).toordinal()
                found += [last, last + 1] + ([last, last - 1, last + 1] if month in (2, 12) else [])
        return [ordinal for ordinal in found if low <= ordinal <= high]
