"""The law of accruals: one more day of a fault never lowers what is due for it."""

import copy

from draw.days import text
from draw.notation import day, leaves, mappings, pence


def ends_of(matrix):
    """For each head with an accrual the dates to which it counts, where nothing else of its price reads them."""
    derived, found = matrix.get("derived") or {}, {}
    for head, rule in matrix["heads"].items():
        if not isinstance(rule["price"], dict):
            continue
        counts = [inner["accrual"]["count"] for inner in mappings(rule["price"])
                  if isinstance(inner.get("accrual"), dict)]
        ends = []
        for count in counts:
            elapsed = (derived.get(count) or {}).get("elapsed")
            if elapsed:
                ends.append((elapsed["to"], elapsed.get("running-to")))
        read = set(leaves(rule["price"]))
        found[head] = [pair for pair in ends if not read & {name for name in pair if name}
                       and pair[0] in matrix["facts"] and (pair[1] is None or pair[1] in matrix["facts"])]
    return {head: ends for head, ends in found.items() if ends}


def one_more_day(law):
    """One more day of a fault never lowers an accrual."""
    ends = ends_of(law.matrix)
    if not ends or law.matrix.get("combination"):
        return
    changed = []
    for place, case in enumerate(law.cases):
        if law.rows[place]["outcome"] != "awarded":
            continue
        for number, item in enumerate(case["items"]):
            for pair in ends.get(item["head"], []):
                made = longer(case, number, pair)
                if made:
                    changed.append((place, number, made))
    rows = law.program.rows([made for _, _, made in changed]) if changed else []
    for (place, number, made), after in zip(changed, rows):
        law.tried += 1
        if after["outcome"] != "awarded" or "refused" in after["heads"][number]:
            continue
        if pence(after["heads"][number]["amount"]) < pence(law.rows[place]["heads"][number]["amount"]):
            law.broken(made, f"one more day lowers item {number + 1}")


def longer(case, number, pair):
    """The case in which the fault of an item lasts a day longer."""
    made = copy.deepcopy(case)
    item, facts = made["items"][number], made.get("facts") or {}
    for name in pair:
        for place in (item, facts):
            if name and isinstance(place.get(name), str) and day(place[name]) is not None:
                place[name] = text(day(place[name]) + 1)
                return made
    return None
