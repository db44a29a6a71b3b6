"""What two assessments of one case must have in common: everything but the wording and the places in a file."""

import re

NAMED = re.compile(r"`([^`]+)`")
WORDING = ("ask", "say", "says")


def comparable(assessment):
    """The assessment without the words that people read; faults by their code and the fact that they name."""
    found = dict(assessment)
    if found.get("outcome") == "faulty":
        found["faults"] = sorted(map(_fault, found["faults"]))
    for key in ("lines", "refusals", "questions", "notices"):
        if key in found:
            found[key] = [{k: v for k, v in entry.items() if k not in WORDING} for entry in found[key]]
    return found


def _fault(fault):
    if "say" not in fault:
        return fault["code"], fault.get("about") or ""
    named = NAMED.search(fault["say"])
    return fault["code"], named.group(1) if named and fault["code"] in NAMING else ""


NAMING = {"fact.missing", "amount.differs-from-receipts", "amount.nothing", "amount.outside-band", "figure.too-early"}
