"""What two assessments of one case must have in common: everything but the wording and the places in a file."""

import re

MARKED = re.compile(r"`([^`]+)`")
QUOTED = re.compile("‘([^’]+)’")
NAMING = {
    "amount.differs-from-receipts": MARKED,
    "amount.nothing": MARKED,
    "amount.outside-band": MARKED,
    "arrears.disputed-above-owed": MARKED,
    "choice.unknown": MARKED,
    "date.order": MARKED,
    "fact.derived": MARKED,
    "fact.misplaced": MARKED,
    "fact.missing": MARKED,
    "fact.unknown": QUOTED,
    "figure.too-early": MARKED,
}
WORDING = ("ask", "say", "says")


def comparable(assessment):
    """The assessment without the words that people read; faults by their code and the fact that they name."""
    found = dict(assessment)
    if found.get("outcome") == "faulty":
        found["faults"] = sorted(set(map(_fault, found["faults"])))
    for key in ("lines", "refusals", "questions", "notices"):
        if key in found:
            found[key] = [_plain(entry) for entry in found[key]]
    return found


def _plain(entry):
    """An entry without its words; a paragraph that is cited twice counts once."""
    entry = {key: value for key, value in entry.items() if key not in WORDING}
    if "source" in entry:
        entry["source"] = "; ".join(dict.fromkeys(entry["source"].split("; ")))
    return entry


def _fault(fault):
    """Its code and the name that it is about, for those faults whose words name one."""
    code = fault["code"]
    if code not in NAMING:
        return code, ""
    if "say" not in fault:
        return code, fault.get("about") or ""
    named = NAMING[code].search(fault["say"])
    return code, named.group(1) if named else ""
