"""The values that are written in matrices and cases, read as text. Written from
Docs/policy-authors/writing-a-matrix.md, "Values"."""

import re
from datetime import date
from fractions import Fraction

MONEY = re.compile(r"£?([0-9]+)(?:\.([0-9]{1,2}))?\Z", re.ASCII)
DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})\Z", re.ASCII)
PERIOD = re.compile(r"([0-9]+) (working day|day|week|month|year)s?\Z", re.ASCII)
PERCENT = re.compile(r"([0-9]+)(?:\.([0-9]+))?%\Z", re.ASCII)
FRACTION = re.compile(r"([0-9]+)/([0-9]+)\Z", re.ASCII)
COUNT = re.compile(r"[0-9]+\Z", re.ASCII)

MONTHS = {
    name: number
    for number, name in enumerate(
        "January February March April May June July August September October November December".split(), 1
    )
}

FIRST_DAY = date(1583, 1, 1).toordinal()
LAST_DAY = date(2400, 12, 31).toordinal()
LARGEST_SUM = 100_000_000_000  # pence: £1,000,000,000.00
LARGEST_COUNT = 1_000_000

_days = {}


def money(text):
    """A sum in pence, or None where the text is no sum."""
    found = MONEY.match(text)
    if not found:
        return None
    pounds, pence = found.groups()
    return int(pounds) * 100 + int((pence or "").ljust(2, "0"))


def day(text):
    """A day as its ordinal number, or None where there is no such day. Remembered, for a batch has few days."""
    known = _days.get(text, 0)
    if known != 0:
        return known
    found = DAY.match(text)
    value = None
    if found:
        try:
            value = date(*map(int, found.groups())).toordinal()
        except ValueError:
            value = None
    if value is not None and not FIRST_DAY <= value <= LAST_DAY:
        value = None
    if len(_days) < 200_000:
        _days[text] = value
    return value


def period(text):
    """A length of time as its number and its unit."""
    found = PERIOD.match(text)
    return (int(found.group(1)), found.group(2)) if found else None


def percent(text):
    """A percentage as a fraction of one."""
    found = PERCENT.match(text)
    if not found:
        return None
    whole, places = found.groups()
    places = places or ""
    return Fraction(int(whole + places), 100 * 10 ** len(places))


def part(text):
    """A part: a percentage, or a fraction of whole numbers."""
    found = FRACTION.match(text)
    if found:
        return Fraction(int(found.group(1)), int(found.group(2))) if int(found.group(2)) else None
    return percent(text)


def count(text):
    """A whole number."""
    return int(text) if COUNT.match(text) else None


def day_of_year(text):
    """A day of the year as its month and its day."""
    number, month = text.split(" ")
    return MONTHS[month], int(number)


def shown(pence):
    """A sum as the assessment writes it: two places, a point, and a minus for what is taken off."""
    if pence < 0:
        return "-" + shown(-pence)
    return "%d.%02d" % divmod(pence, 100)


def iso(ordinal):
    """A day as the assessment writes it."""
    return date.fromordinal(ordinal).isoformat()


def rounded(amount, step, manner):
    """A sum brought to a step. Written from Docs/policy-authors/kinds/rounding.md."""
    steps = Fraction(amount) / step
    below = steps.numerator // steps.denominator
    rest = steps - below
    if rest == 0 or manner == "down":
        return below * step
    if manner == "up":
        return (below + 1) * step
    half = Fraction(1, 2)
    if rest != half:
        return (below + (rest > half)) * step
    if manner == "half even":
        return (below + below % 2) * step
    return (below + (manner == "half up")) * step
