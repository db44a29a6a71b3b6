"""Finds in which fields two answers differ."""

import re

ABSENT = "(absent)"


def differences(ours, theirs, place=""):
    """Every field in which two answers differ, with both values."""
    if isinstance(ours, dict) and isinstance(theirs, dict):
        for key in [*ours, *(key for key in theirs if key not in ours)]:
            yield from differences(ours.get(key, ABSENT), theirs.get(key, ABSENT), f"{place}.{key}" if place else key)
    elif isinstance(ours, (list, tuple)) and isinstance(theirs, (list, tuple)):
        for number in range(max(len(ours), len(theirs))):
            yield from differences(ours[number] if number < len(ours) else ABSENT,
                                   theirs[number] if number < len(theirs) else ABSENT, f"{place}[{number}]")
    elif ours != theirs:
        yield place, ours, theirs


def kind_of(found):
    """What a difference is about, so that a thousand like it count as one kind: its fields, without numbers."""
    places = {re.sub(r"\[\d+\]", "", place) for place, _, _ in found}
    if "outcome" in places:
        return "outcome: " + next(f"{short(ours)}, {short(theirs)}"
                                  for place, ours, theirs in found if place == "outcome")
    return ", ".join(sorted(place for place in places if not place.endswith((".source", ".rule"))) or sorted(places))


def described(found, most=6):
    """The first differences, one a line."""
    lines = [f"    {place}: the oracle says {short(ours)}, the program {short(theirs)}"
             for place, ours, theirs in found]
    return lines[:most] + ([f"    and {len(lines) - most} more"] if len(lines) > most else [])


def short(value):
    """A value in few words."""
    text = repr(value)
    return text if len(text) <= 160 else text[:157] + "..."
