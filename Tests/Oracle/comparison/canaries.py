"""Wrong rules on one side: a matrix that is altered in one place, which the comparison has to notice."""

import copy
from datetime import date, timedelta
from random import Random

from draw.amounts import number
from draw.notation import day, money, pence, period
from draw.outline import WORDS

SWAPPED = {
    "day-one": {"next day": "same day", "same day": "next day"},
    "month-end": {"last day of the month": "first day of the next month",
                  "first day of the next month": "last day of the month"},
    "first-day": {"counted": "not counted", "not counted": "counted"},
    "last-day": {"counted": "not counted", "not counted": "counted"},
    "parts": {"full": "started", "started": "full"},
    "manner": {"half up": "half down", "half down": "half up", "half even": "half up", "up": "half up",
               "down": "half up"},
    "undecided": {"ask": "refuse", "refuse": "ask", "accept": "ask"},
    "set-off": {"allowed": "never", "never": "allowed"},
    "measured-on": {"total": "each item", "each item": "total"},
    "is": {"true": "false", "false": "true"},
    "if-closed": {"next working day": "previous working day", "previous working day": "next working day"},
    "compound": {"never": "monthly", "monthly": "yearly", "yearly": "never"},
    "year-of": {"365 days": "actual", "actual": "365 days"},
}
RENAMED = {
    "above": "at-least", "at-least": "above", "below": "at-most", "at-most": "below", "before": "on-or-before",
    "on-or-before": "before", "highest-of": "lowest-of", "lowest-of": "highest-of", "higher-of": "lower-of",
    "lower-of": "higher-of", "given": "not-given", "not-given": "given", "nothing-under": "nothing-up-to",
    "nothing-up-to": "nothing-under", "earliest-of": "latest-of", "latest-of": "earliest-of", "add": "take-off",
    "take-off": "add",
}
SECTIONS = ("derived", "timetable", "rounding", "scope", "exclusions", "windows", "heads", "combination", "set-off",
            "authority", "ladders", "acceptance", "payees", "already-paid", "statements", "payment", "facts")


def canaries(matrix, seed, most):
    """Altered copies of a matrix, each with what was altered: so many, of as many kinds as there are."""
    found = {}
    sections = [one for one in SECTIONS if one in matrix]
    for section in sections:
        for path, kind, change in places(matrix.get(section), (section,)):
            if kind != "set-off" or "set-off" in matrix or "already-paid" in matrix:
                found.setdefault((section, kind), []).append((path, change))
    random = Random(f"{seed} {matrix['scheme']}")
    chosen = []
    for kind in sorted(found):
        random.shuffle(found[kind])
    while found and len(chosen) < most:
        for kind in random.sample(sorted(found), len(found)):
            chosen.append(found[kind].pop())
            if not found[kind]:
                del found[kind]
    for path, change in chosen[:most]:
        altered = copy.deepcopy(matrix)
        inner = altered
        for step in path[:-1]:
            inner = inner[step]
        yield ".".join(map(str, path)) + ": " + change(inner, path[-1]), altered


def places(value, path):
    """Every place that can be altered, with the kind of the alteration and what makes it."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in WORDS or (key == "left-out" and not isinstance(inner, str)):
                continue
            yield from here(key, inner, (*path, key), value)
            yield from places(inner, (*path, key))
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            yield from here(place, inner, (*path, place), value)
            yield from places(inner, (*path, place))


def here(key, value, path, inside):
    """The alterations of one value or of its key."""
    if isinstance(value, str):
        if key in SWAPPED and value in SWAPPED[key] and tells(key, inside):
            yield path, str(key), _swap
        elif value.startswith("£") and pence(value) is not None:
            yield path, "sum", _sum
        elif period(value):
            yield path, "length", _length
        elif day(value) is not None and len(value) == 10:
            yield path, "day", _day
        elif value.endswith("%"):
            yield path, "percent", _percent
        elif number(value) is not None and path[0] != "facts":
            yield path, "count", _count
    test = "fact" in inside or key not in ("at-least", "at-most")
    if key in RENAMED and test and RENAMED[key] not in inside:
        yield path, str(key), _rename


def tells(key, inside):
    """Whether a word makes a difference at all: part of a single day is no part, and one step is no ladder."""
    if key == "parts":
        return inside["in"] not in ("1 day", "1 working day")
    if key == "measured-on":
        return len(inside["steps"]) > 1
    return key != "set-off" or inside.get("given") != "in kind"


def _swap(inner, key):
    before = inner[key]
    inner[key] = SWAPPED[key][before]
    return f"{before} made {inner[key]}"


def _sum(inner, key):
    before, amount = inner[key], pence(inner[key])
    inner[key] = money(amount + 1)
    return f"{before} made {inner[key]}"


def _length(inner, key):
    before = inner[key]
    count, unit = period(before)
    inner[key] = f"{count + 1} {unit}s"
    return f"{before} made {inner[key]}"


def _day(inner, key):
    before = inner[key]
    inner[key] = (date.fromisoformat(before) + timedelta(1)).isoformat()
    return f"{before} made {inner[key]}"


def _percent(inner, key):
    before = inner[key]
    whole, _, part = before[:-1].partition(".")
    hundredths = int(whole) * 100 + int((part + "00")[:2])
    hundredths += 1 if hundredths < 10000 else -1
    inner[key] = f"{hundredths // 100}.{hundredths % 100:02d}%"
    return f"{before} made {inner[key]}"


def _count(inner, key):
    before = inner[key]
    inner[key] = str(int(before) + 1)
    return f"{before} made {inner[key]}"


def _rename(inner, key):
    pairs = [(RENAMED[key] if name == key else name, value) for name, value in inner.items()]
    inner.clear()
    inner.update(pairs)
    return f"read as {RENAMED[key]}"
