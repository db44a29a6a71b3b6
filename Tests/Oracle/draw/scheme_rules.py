"""Random rules of a matrix: heads, deadlines, what keeps a case out, and windows."""

from .scheme_figures import any_date, condition, day_rule, has_months
from .scheme_prices import item_fact, price


def head(make):
    """A head with a price of any kind."""
    made = {**make.rule("Head"), "price": make.sum() if make.chance(0.07) else price(make)}
    kind = next(iter(made["price"])) if isinstance(made["price"], dict) else ""
    if make.chance(0.15):
        forms = {"fact": make.declare("choice", "item", optional="true")}
        forms["in-kind"] = [make.pick(list(make.facts[forms["fact"]]["choices"]))]
        if kind == "band" and "split-by" not in made["price"]["band"]:
            forms.update({"at": make.some(list(make.facts[made["price"]["band"]["by"]]["choices"]), 0),
                          "otherwise": make.reading(True)})
        elif make.chance(0.3):
            forms.update({"at": [], "otherwise": make.reading(True)})
        made["forms"] = forms
    elif make.chance(0.07):
        made["given"] = make.pick(["in kind", "money"])
    if make.chance(0.2):
        entry = {"fact": item_fact(make, "text")}
        if make.chance(0.4):
            entry["when"] = condition(make, "item", 1)
        if make.chance(0.5):
            entry["above"] = make.sum()
        made["evidence"] = [entry if len(entry) > 1 else entry["fact"]]
    made["set-off"] = make.pick(["allowed", "allowed", "never"])
    return made


def deadline(make):
    """Something that the organisation does by a day."""
    made = {**make.rule("Deadline"), **day_rule(make, "case")}
    made["done"] = make.date("case", new=True, optional=True)
    made["binding"] = make.pick(["must", "aim"])
    if make.chance(0.25):
        made["or-by"] = make.date("case", new=True, optional=True)
    if make.chance(0.4):
        made["extended"] = {"to": make.date("case", new=True, optional=True)}
        if make.chance(0.5):
            made["extended"]["at-most"] = make.period()
            if make.chance(0.5):
                made["extended"]["unless"] = make.decision()
    if make.chance(0.3):
        made["when"] = condition(make, "case", 1)
    if make.chance(0.15):
        made["waived-when"] = condition(make, "case", 2)
    return made


def gate(make, section):
    """What is not covered, or not paid for."""
    made = make.rule("Gate")
    where = "item" if make.chance(0.6) else "case"
    made["when"] = condition(make, where)
    if make.chance(0.5):
        made["when"] = {"all": [make.fact("flag", where, left_out=None), made["when"]]}
    if make.chance(0.4):
        made["unless"] = make.decision()
        if make.chance(0.7):
            made["undecided"] = make.pick(["ask", "refuse"])
    if make.chance(0.35):
        made["heads"] = make.some(list(make.heads))
    made["say"] = "It is not paid."
    if make.chance(0.3):
        made["refer-to"] = "somebody else"
    return made


def window(make, where, until=None):
    """A time within which a person must act."""
    made = make.rule("Window")
    made["from"] = any_date(make, where) if make.chance(0.5) else make.date(where, new=True, optional=False)
    made["until"] = until or "claimed-on"
    if not until and make.chance(0.7):
        made["until"] = make.date(where, new=True, optional=make.chance(0.4))
    if make.chance(0.15):
        made["open-while"] = condition(make, where, 1)
    if make.chance(0.2):
        made["extended-to"] = make.date(where, new=True, optional=True)
    lengths = sorted((make.period() for _ in range(make.pick([1, 1, 2, 2, 3]))), key=about)
    lengths = [length for place, length in enumerate(lengths)
               if not place or about(length) > about(lengths[place - 1]) * 1.5]
    made["steps"] = [reach(make, where, length) for length in lengths]
    for step in made["steps"][1:]:
        step.update({**({"when": condition(make, where, 2)} if make.chance(0.3) else {}), **after(make)})
    made["steps"].append(after(make))
    return made


def about(length):
    """About how many days a period has."""
    count, unit = length.split(" ", 1)
    return int(count) * {"day": 1, "working day": 1.4, "week": 7, "month": 30.4, "year": 365}[unit.rstrip("s")]


def reach(make, where, length):
    """How far a step of a window reaches."""
    if make.chance(0.2):
        return {"by": any_date(make, where)}
    made = {"within": length, "day-one": make.pick(["next day", "next day", "same day"])}
    if has_months(made["within"]):
        made["month-end"] = make.pick(["last day of the month", "first day of the next month"])
    return made


def after(make):
    """What being later means."""
    if make.chance(0.55):
        return {"needs": make.decision(), "undecided": make.pick(["ask", "refuse", "accept"]), "say": "It came late."}
    return {"outcome": "noted"} if make.chance(0.5) else {"outcome": "refused", "say": "It came too late."}
