"""The values of a matrix as numbers: sums in pence, days as ordinals, periods. Reads only what drawing needs."""

from datetime import date
from fractions import Fraction

import yaml

LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
          "December"]


def read_matrix(path):
    """A matrix or calendar, in which every value stays text."""
    with open(path, encoding="utf-8") as file:
        return yaml.load(file, LOADER)


def listed(value):
    """One or more values as a list."""
    if value is None or value == "":
        return []
    return value if isinstance(value, list) else [value]


def pence(text):
    """A sum in pence, or None if it is none."""
    if not isinstance(text, str):
        return None
    plain = text[1:] if text.startswith("£") else text
    whole, _, part = plain.partition(".")
    if not whole.isdigit() or (part and not part.isdigit()) or len(part) > 2:
        return None
    return int(whole) * 100 + int((part + "00")[:2])


def money(amount):
    """Pence as the text of a case file."""
    return f"£{amount // 100}.{amount % 100:02d}"


def day(text):
    """A day as its ordinal, or None if it is none."""
    if not isinstance(text, str) or len(text) < 10 or text[4] != "-":
        return None
    try:
        return date.fromisoformat(text[:10]).toordinal()
    except ValueError:
        return None


def period(text):
    """A length of time as its count and its unit, or None if it is none."""
    words = text.split() if isinstance(text, str) else []
    if len(words) not in (2, 3) or not words[0].isdigit():
        return None
    unit = {"day": "day", "week": "week", "month": "month", "year": "year", "working day": "working day"}.get(
        " ".join(words[1:]).rstrip("s"))
    return (int(words[0]), unit) if unit else None


def part(text):
    """A percentage or a fraction, or None if it is neither."""
    if not isinstance(text, str):
        return None
    try:
        return Fraction(text[:-1]) / 100 if text.endswith("%") else Fraction(text) if "/" in text else None
    except (ValueError, ZeroDivisionError):
        return None


def day_of_year(text):
    """A day of the year as its month and day."""
    number, _, month = text.partition(" ")
    return MONTHS.index(month) + 1, int(number)


def leaves(value):
    """Every text in a value, however deep it stands."""
    if isinstance(value, dict):
        for inner in value.values():
            yield from leaves(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from leaves(inner)
    elif isinstance(value, str):
        yield value


def mappings(value):
    """Every mapping in a value, from the outside in."""
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from mappings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from mappings(inner)
