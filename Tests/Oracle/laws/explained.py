"""Laws of the explanation: every rule stands in it, used or not, and no figure comes from nowhere."""

import re

from draw.amounts import number
from draw.notation import leaves, listed, pence

SECTIONS = {"derived": "derived.", "timetable": "deadline.", "scope": "scope.", "exclusions": "exclusion.",
            "heads": "head.", "combination": "combination.", "payment": "payment.", "statements": "statement.",
            "ladders": "authority.", "substitutes": "substitute."}
ALONE = {"total": "total", "already-paid": "already-paid", "set-off": "set-off", "payees": "payees",
         "authority": "authority", "acceptance": "acceptance-window"}
SUM = re.compile(r"£([0-9,]+(?:\.[0-9]{2})?)")
FACTOR = re.compile(r"(?<![£0-9.,/])([0-9,]+)(?![0-9.,]*%)")


def rules_of(matrix):
    """The ids of all rules of a matrix."""
    found = [before + name for section, before in SECTIONS.items() for name in matrix.get(section) or {}]
    found += [name + "-window" for name in matrix.get("windows") or {}]
    return set(found + [said for section, said in ALONE.items() if section in matrix])


def every_rule(law):
    """Every rule stands in the explanation, and each once as used or as not used for the case or for an item."""
    wanted = rules_of(law.matrix)
    for case, row in law.sound():
        if {line["rule"] for line in row["lines"]} != wanted:
            law.broken(case, "a rule is not in the explanation, or one is there that the matrix has not")
        told, unused = {}, set()
        for line in row["lines"]:
            key = (line["rule"], line.get("item"))
            # What a limit comes to stands on a line of its own, also where the limit leaves everything as it is.
            if line["rule"].startswith("combination.") and line["used"] and "amount" in line and "item" not in line:
                continue
            if told.setdefault(key, line["used"]) != line["used"]:
                law.broken(case, f"{line['rule']} is said to be used and not used")
            if not line["used"] and key in unused:
                law.broken(case, f"{line['rule']} is said twice not to be used")
            unused |= set() if line["used"] else {key}
        numbers = [line["line"] for line in row["lines"]]
        if numbers != list(range(1, len(numbers) + 1)):
            law.broken(case, "the lines are not numbered from 1")
        if not set(row["codes"]) <= {line["rule"] for line in row["lines"] if line["used"]}:
            law.broken(case, "a rule is said to have decided whose lines are not used")


def figures(law):
    """Every sum in the explanation is a fact, a figure of the matrix, an earlier line, or worked out from these."""
    printed = {pence(text) for text in leaves(law.matrix) if text.startswith("£") and pence(text) is not None}
    printed |= {amount + 1 for amount in printed} | {0}
    allowed = {"head." + head for head, rule in law.matrix["heads"].items() if rule["set-off"] == "allowed"}
    for case, row in law.sound():
        known = printed | {amount for amount in map(stated, leaves([case.get("facts"), case.get("items")])) if amount}
        known |= {int(value) * 100 for value in whole(case)} | totals(law.matrix, case)
        running, latest = {}, {}
        known |= {pence(share) for share in row.get("payees", [])}
        for line in row["lines"]:
            if "amount" in line:
                amount = abs(pence(line["amount"].lstrip("-")))
                known |= {amount} | added(running, line["rule"], amount)
                if "item" in line:
                    latest[line["item"]] = amount
                if line["rule"] in allowed:
                    known |= added(running, "allowed", amount)
            together = grouped(law.matrix, line["rule"])
            if together is not None:
                heads = listed(together.get("heads")) or list(law.matrix["heads"])
                known.add(sum(latest.get(number, 0) for number, item in enumerate(case["items"], 1)
                              if item["head"] in heads))
            found = [pence(text.replace(",", "")) for text in SUM.findall(line["says"])]
            factors = {int(text.replace(",", "")) for text in FACTOR.findall(line["says"]) if text.strip(",")}
            for figure in found:
                if figure not in known and not worked_out(figure, known, factors, found):
                    law.broken(case, f"£{figure / 100:.2f} of {line['rule']} comes from nowhere: {line['says']}")
                known.add(figure)
                if "comes off" in line["says"] and figure == found[0]:
                    known |= added(running, "off " + line["rule"], figure)


def grouped(matrix, rule):
    """The rule, if it is one that adds up several heads."""
    section, _, name = rule.partition(".")
    if section == "combination":
        return matrix["combination"][name]
    if section == "authority":
        return matrix["ladders"][name] if name else matrix["authority"]
    return None


def added(running, rule, amount):
    """What the amounts of a rule come to so far, for it alone and for all heads."""
    for name in {rule, rule.split(".")[0]}:
        running[name] = running.get(name, 0) + amount
    return {running[rule], running[rule.split(".")[0]]}


def totals(matrix, case):
    """What several receipts come to, and several debts."""
    found = set()
    for item in case.get("items") or []:
        for value in item.values():
            if isinstance(value, list):
                found.add(sum(stated(one["amount"] if isinstance(one, dict) else one) or 0 for one in value))
    owed, facts = 0, case.get("facts") or {}
    for name in listed((matrix.get("set-off") or {}).get("debts")):
        owed += stated(facts.get(name)) or 0
        found.add(owed)
    return found


def stated(text):
    """A sum that a case states, in any of the ways in which it may."""
    return pence(text) if text else None


def whole(value):
    """Whole numbers that stand in a case without quotes."""
    if isinstance(value, dict):
        return [one for inner in value.values() for one in whole(inner)]
    if isinstance(value, list):
        return [one for inner in value for one in whole(inner)]
    return [value] if isinstance(value, int) and not isinstance(value, bool) else []


def worked_out(figure, known, factors, found):
    """Whether a sum is another one so many times, or one of two that make a third."""
    if any(factor and figure % factor == 0 and figure // factor in known for factor in factors):
        return True
    others = [other for other in known if other]
    if any(figure - other in known or figure + other in known for other in others):
        return True
    return figure == sum(found) - figure or number(str(figure)) == 0
