"""Days counted from days. Written from Docs/policy-authors/kinds/derived-facts.md, windows.md and suspension.md."""

from bisect import bisect_left
from calendar import monthrange
from datetime import date

from .values import FIRST_DAY, LAST_DAY

MONTHS_OF = {"month": 1, "year": 12}
DAYS_OF = {"day": 1, "week": 7}


class Beyond(Exception):
    """A day outside those that are counted, or outside the calendar."""


class Calendar:
    """The working days of a nation: Monday to Friday less its holidays, as far as it was published."""

    def __init__(self, first, last, holidays):
        self.first, self.last = first, last
        closed = set(holidays)
        self.working = [
            number for number in range(first, last + 1) if (number + 6) % 7 < 5 and number not in closed
        ]

    def within(self, number):
        if not self.first <= number <= self.last:
            raise Beyond
        return number

    def is_working(self, number):
        self.within(number)
        at = bisect_left(self.working, number)
        return at < len(self.working) and self.working[at] == number

    def after(self, number, length):
        """The working day that is so many working days after a day."""
        self.within(number + 1)  # the day itself does not count
        return self._at(bisect_left(self.working, number + 1) + length - 1)

    def before(self, number, length):
        """The working day that is so many working days before a day."""
        self.within(number - 1)
        return self._at(bisect_left(self.working, number) - length)

    def between(self, first, last):
        """How many working days there are from a day to a day, both counted."""
        if last < first:
            return 0
        self.within(first)
        self.within(last)
        return bisect_left(self.working, last + 1) - bisect_left(self.working, first)

    def _at(self, place):
        if not 0 <= place < len(self.working):
            raise Beyond
        return self.working[place]


def counted(number):
    """The day itself, if it is one that is counted at all."""
    if not FIRST_DAY <= number <= LAST_DAY:
        raise Beyond
    return number


def months_on(number, months, month_end):
    """The same day some months on, or where there is none, the end that the rule names."""
    start = date.fromordinal(number)
    month = start.year * 12 + start.month - 1 + months
    year, month = month // 12, month % 12 + 1
    if not 1583 <= year <= 2401:
        raise Beyond
    length = monthrange(year, month)[1]
    if start.day <= length:
        return date(year, month, start.day).toordinal()
    return date(year, month, length).toordinal() + (month_end == "first day of the next month")


def last_day(start, length, unit, same_day, month_end, calendar):
    """The last day of a period counted after an event; the last day is in time."""
    if unit == "working day":
        return calendar.after(start - 1 if same_day else start, length) if length else start
    if unit in DAYS_OF:
        end = start + length * DAYS_OF[unit]
    else:
        end = months_on(start, length * MONTHS_OF[unit], month_end)
        short = date.fromordinal(end).day not in (1, date.fromordinal(start).day)
        same_day = same_day and not short  # a month that is too short ends on its last day either way
    return counted(end - 1 if same_day else end)


def first_day(start, length, unit, same_day, month_end, calendar):
    """The day that lies a period before an event."""
    if unit == "working day":
        return calendar.before(start + 1 if same_day else start, length) if length else start
    if unit in DAYS_OF:
        begin = start - length * DAYS_OF[unit]
    else:
        begin = months_on(start, -length * MONTHS_OF[unit], month_end)
    return counted(begin + 1 if same_day else begin)


def suspended_day(start, length, unit, same_day, month_end, calendar, stop, resume):
    """The last day where the clock stood still from one day to another; None while it still stands still."""
    day_one = start if same_day else start + 1
    if resume is None and stop <= day_one:
        return None
    try:
        end = last_day(start, length, unit, same_day, month_end, calendar)
    except Beyond:
        if unit == "working day" and resume is None and calendar.first <= day_one < stop <= calendar.last + 1:
            return None  # the calendar has every day on which it ran
        raise
    if stop > end or (resume is not None and resume < max(stop, day_one)):
        return end
    if resume is None:
        return None
    if unit != "working day":
        return counted(end + resume - max(stop, day_one) + 1)
    ran = calendar.between(day_one, min(stop - 1, end)) if stop > day_one else 0
    return calendar.after(max(resume, day_one - 1), length - ran)


def moved(number, if_closed, calendar):
    """A last day that is no working day moves where the rule says so."""
    if if_closed is None or calendar.is_working(number):
        return number
    return calendar.after(number, 1) if if_closed == "next working day" else calendar.before(number, 1)


def month_ends(first, months):
    """The last day of so many months that begin on a day."""
    start = date.fromordinal(first)
    there = months_on(first, months, "last day of the month")
    return there - 1 if date.fromordinal(there).day == start.day else there


def units_between(start, skip, last, size, unit, started, calendar):
    """How many units lie from a day, which itself is skipped or not, to the last one that counts."""
    first = start + skip
    if last < first:
        return 0
    if unit in MONTHS_OF:
        return _months_between(start, skip, last, size * MONTHS_OF[unit], started)
    if unit == "working day":
        days = calendar.between(first, last)
    else:
        days, size = last - first + 1, size * DAYS_OF[unit]
    return -(-days // size) if started else days // size


def _months_between(start, skip, last, months, started):
    """Full months end on the same day of the month where the day itself is skipped, and on the day before where not."""

    def end(number):
        if skip:
            return months_on(start, number * months, "last day of the month")
        return month_ends(start, number * months)

    full = max(0, (last - start) // (31 * months) - 1)
    while end(full + 1) <= last:
        full += 1
    begun = full == 0 or end(full) < last
    return full + 1 if started and begun else full
