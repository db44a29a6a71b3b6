"""Laws of money: the parts make the whole, and nothing is set off beyond what may be."""

import re

from draw.notation import listed, pence

CREDITED = re.compile(r"([a-z0-9.-]+): (£[0-9,.]+) of the (£[0-9,.]+) owed is credited")


def parts(law):
    """The parts of an award sum to the whole, for each item and for the case."""
    for case, row in law.awarded():
        money = {key: pence(row[key]) for key in ("gross", "already-paid", "set-off", "payable", "in-kind")}
        if money["gross"] != money["already-paid"] + money["set-off"] + money["payable"]:
            law.broken(case, "the parts do not sum to the gross sum")
        sums = {"amount": 0, "set-off": 0, "already-paid": 0, "payable": 0}
        for number, head in enumerate(row["heads"], 1):
            values = {key: pence(head.get(key, "0.00")) for key in sums}
            for key, value in values.items():
                sums[key] += value
            left = values["amount"] - values["already-paid"] - values["set-off"]
            if values["payable"] != (0 if kept_in_kind(law, row, head) else left):
                law.broken(case, f"the parts of item {number} do not sum to its amount")
        if sums["amount"] != money["gross"] + money["in-kind"]:
            law.broken(case, "the items do not sum to the gross sum and what is given in kind")
        for key in ("set-off", "already-paid", "payable"):
            if sums[key] != money[key]:
                law.broken(case, f"the {key} of the items do not sum to that of the case")
        if len(row["heads"]) != len(case.get("items") or []):
            law.broken(case, "an item is not in the answer")


def kept_in_kind(law, row, head):
    """Whether an item is given in kind."""
    rule = law.matrix["heads"][head["head"]]
    forms = rule.get("forms") or {}
    return rule.get("given") == "in kind" or head.get("as") in listed(forms.get("in-kind"))


def set_off(law):
    """What is set off is never above what is owed, nor above the heads that allow it, and other heads keep theirs."""
    rule = law.matrix.get("set-off") or {}
    for case, row in law.awarded():
        facts = case.get("facts") or {}
        owed = sum(pence(facts[name]) for name in listed(rule.get("debts")) if facts.get(name) is not None)
        if facts.get(rule.get("disputed")) is not None and not accepted(case, rule.get("disputed-decision")):
            owed -= pence(facts[rule["disputed"]])
        if pence(row["set-off"]) > max(0, owed):
            law.broken(case, "more is set off than is owed")
        allowed = 0
        for head in row["heads"]:
            if law.matrix["heads"][head["head"]]["set-off"] != "allowed" or kept_in_kind(law, row, head):
                if head["set-off"] != "0.00":
                    law.broken(case, f"{head['head']} is set off and may not be")
            else:
                allowed += pence(head["amount"]) - pence(head.get("already-paid", "0.00"))
        if pence(row["set-off"]) != min(pence(row["set-off"]), allowed):
            law.broken(case, "more is set off than the heads allow")


def debts_in_order(law):
    """Debts are cleared in the order of the matrix: none before the one before it is cleared."""
    rule = law.matrix.get("set-off") or {}
    for case, row in law.awarded():
        told = [CREDITED.match(line["says"]) for line in row["lines"] if line["rule"] == "set-off"]
        told = [(one.group(1), plain(one.group(2)), plain(one.group(3))) for one in told if one]
        names = [name for name in listed(rule.get("debts")) if name in {name for name, _, _ in told}]
        if [name for name, _, _ in told] != names:
            law.broken(case, "debts are not cleared in their order")
        if sum(credited for _, credited, _ in told) != pence(row["set-off"]) and told:
            law.broken(case, "the debts that are cleared do not sum to what is set off")
        for place, (_, credited, owed) in enumerate(told):
            if credited > owed or (credited < owed and any(more for _, more, _ in told[place + 1:])):
                law.broken(case, "a debt is credited before the one before it is cleared")


def plain(text):
    """A sum as words print it, in pence."""
    return pence(text.replace(",", ""))


def accepted(case, about):
    """Whether a decision was accepted."""
    return any(one["about"] == about and one["answer"] == "accept" for one in case.get("decisions") or [])
