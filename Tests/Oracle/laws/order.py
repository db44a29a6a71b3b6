"""Laws of order: neither the order of items or keys, nor the company of other cases, changes an answer."""

import json
from collections import Counter

WHOLE = ("outcome", "edition", "gross", "already-paid", "paid-in-excess", "set-off", "payable", "in-kind", "authority",
         "last-day-to-accept", "decisions-not-used", "notices")


def keys(law):
    """The order of keys never matters: not a byte of an answer changes, but the places of faults."""
    turned = [backwards(case) for case in law.cases]
    for case, before, after in zip(law.cases, law.rows, law.program.rows(turned)):
        if before["outcome"] == "faulty":
            before, after = (Counter(fault["code"] + fault["say"] for fault in one.get("faults", []))
                             for one in (before, after))
        if before != after:
            law.broken(case, "another order of keys gives another answer")


def backwards(value):
    """The same with every key in the other order."""
    if isinstance(value, dict):
        return {key: backwards(inner) for key, inner in reversed(value.items())}
    return [backwards(inner) for inner in value] if isinstance(value, list) else value


def items(law):
    """The order of items never matters for the case; each item keeps its amount where no rule goes by the order."""
    chosen = [place for place, case in enumerate(law.cases) if len(case.get("items") or []) > 1]
    turned = [dict(law.cases[place], items=law.cases[place]["items"][::-1]) for place in chosen]
    by_order = law.matrix.get("combination")
    for place, after in zip(chosen, law.program.rows(turned) if turned else []):
        case, before = law.cases[place], law.rows[place]
        if by_order and any(rule.get("less") or "deduct" in rule for rule in by_order.values()):
            continue
        if any(before.get(key) != after.get(key) for key in WHOLE):
            names = [key for key in WHOLE if before.get(key) != after.get(key)]
            law.broken(case, f"another order of items changes {', '.join(names)}")
        if Counter(before.get("codes", [])) != Counter(after.get("codes", [])):
            law.broken(case, "another order of items changes which rules decided")
        amounts = [[head["amount"] for head in row.get("heads", [])] for row in (before, after)]
        if not by_order and amounts[0] != amounts[1][::-1]:
            law.broken(case, "another order of items changes an amount")


def company(law):
    """A case alone, in a batch, and among any number of jobs comes to the same bytes; so it does a second time."""
    lines = [json.dumps(case) for case in law.cases]
    first = law.program.text(lines, 1, "full", ["--no-line"])
    for jobs in (1, 2, 3):
        if law.program.text(lines, jobs, "full", ["--no-line"]) != first:
            law.broken(law.cases[0], f"the same cases come to other bytes with {jobs} jobs, or a second time")
    rows = first.splitlines(keepends=True)
    for place in range(0, len(lines), max(1, len(lines) // 4)):
        if law.program.text([lines[place]], 1, "full", ["--no-line"]) != rows[place]:
            law.broken(law.cases[place], "the case comes to other bytes alone than in a batch")
