"""Random prices of every kind, with what adjusts, rounds and limits them."""

from .scheme_figures import condition, counted, figure, ranges

KINDS = ["fixed", "band", "accrual", "accrual", "share", "wear", "actual-cost", "interest", "judgement", "highest-of",
         "lowest-of", "sum-of", "total-of"]


def price(make, where="item", depth=0):
    """A price; a sum alone now and then."""
    if make.chance(0.1) and depth:
        return make.sum()
    kinds = KINDS if where == "item" else ["fixed", "accrual", "share"]
    kind = make.pick(kinds)
    if depth and kind in ("band", "judgement", "actual-cost") and make.chance(0.8):
        kind = "fixed"
    if depth > 1 and kind in ("highest-of", "lowest-of", "sum-of"):
        kind = "accrual"
    if kind == "total-of" and (not make.heads or depth):
        kind = "fixed"
    made = {kind: MAKERS[kind](make, where, depth)}
    divided = kind in ("share", "wear", "interest") or (kind == "accrual" and "per" in made[kind])
    if make.chance(0.3) and depth < 2:
        made["adjust"] = [adjustment(make, where) for _ in range(make.whole(1, 2))]
        divided = True
    if divided:
        if make.chance(0.6):
            made["rounding"] = make.rounding()
        else:
            make.needs_rounding = True
    for key, share in (("nothing-under", 0.1), ("nothing-up-to", 0.06)):
        if make.chance(share):
            made[key] = make.sum(1, 2000) if make.chance(0.6) else figure(make, "sum", where, 0.5, facts=False)
    if make.chance(0.12) and depth < 2:
        made["at-least"] = limit(make, where, 1, 3000)
    if make.chance(0.3) and depth < 2:
        made["at-most"] = limit(make, where, 4000, 50000)
    return made


def limit(make, where, low, high):
    """A limit: a sum, or a price of its own."""
    if make.chance(0.7):
        return make.sum(low, high)
    if make.chance(0.5):
        return {"fixed": figure(make, "sum", where, 0.3)}
    return price(make, where, 2)


def adjustment(make, where):
    """Something that raises or lowers an amount."""
    made = {make.pick(["add", "take-off", "keep"]): figure(make, "part", where, 0.4)}
    if make.chance(0.6):
        made["when"] = condition(make, where, 1)
    if make.chance(0.3):
        made["because"] = "for a reason"
    return made


def fixed(make, where, depth):
    """A fixed sum."""
    return figure(make, "sum", where)


def band(make, where, depth):
    """Bands for the levels of a choice, with gaps and shared edges here and there."""
    by = make.declare("choice", "item", optional=None)
    made = {"by": by}
    levels = list(make.facts[by]["choices"])
    amount = make.fact("money", "item", optional="true")
    if make.facts[amount].get("of") != "item":
        amount = make.declare("money", "item", optional="true")
    if make.chance(0.2):
        made["split-by"] = make.declare("choice", "item", optional=None)
    made.update({"amount": amount, "picked-by": [make.role()]})
    if "split-by" in made:
        made["levels"] = {level: {one: level_of(make, make.whole(0, 50) * 100, 5000)
                                  for one in make.facts[made["split-by"]]["choices"]} for level in levels}
        return made
    low, made["levels"], gap, shared = make.whole(0, 20), {}, False, False
    for place, level in enumerate(levels):
        high = low + make.whole(10, 300) * 100
        above = place and make.chance(0.5)
        entry = {"above": sum_text(low)} if above else {"from": sum_text(low + (1 if place else 0))}
        if place and "from" in entry and make.chance(0.5):
            gap_here = make.chance(0.5)
            entry = {"from": sum_text(low + 100 if gap_here else low)}
            gap, shared = gap or gap_here, shared or not gap_here
        if place < len(levels) - 1 or make.chance(0.5):
            entry["to"] = sum_text(high)
        if make.chance(0.2):
            entry["suggest"] = sum_text(high - 500)
        if make.chance(0.2):
            entry["source"] = make.cited()
        made["levels"][level], low = entry, high
    if gap:
        made["between"] = make.reading(True)
    if shared:
        made["at-edge"] = make.reading(True)
    if make.chance(0.2):
        made["placed"] = [{"when": condition(make, "item", 2), "level": make.pick(levels),
                           "otherwise": make.reading(True)}]
    return made


def level_of(make, low, size):
    """One cell of two axes."""
    entry = {"from": sum_text(low)} if make.chance(0.6) else {"above": sum_text(low)}
    if make.chance(0.7):
        entry["to"] = sum_text(low + make.whole(100, size))
    return entry


def sum_text(amount):
    """A sum as a matrix prints it."""
    return f"£{amount // 100}.{amount % 100:02d}"


def accrual(make, where, depth):
    """So much for each unit."""
    made = {"count": counted(make, where)}
    chance = make.random.random()
    elapsed = make.derived.get(made["count"], {}).get("elapsed")
    if chance < 0.15 and elapsed and elapsed["in"].split(" ")[1].rstrip("s") in ("day", "week"):
        made["rate"] = {"on": "each", "dated": [
            {"from": make.day(-500 + 350 * place, -151 + 350 * place), "is": make.sum(1, 2000)}
            for place in range(make.whole(1, 4))]}
    elif chance < 0.35:
        tops = sorted({make.whole(1, 9) for _ in range(make.whole(1, 3))})
        made["rate"] = [{"to": str(top), "is": figure(make, "sum", where, 0.7, facts=False)} for top in tops]
        made["rate"].append({"is": make.sum(1, 2000)})
    else:
        made["rate"] = figure(make, "sum", where, 0.2)
    if make.chance(0.2):
        made["per"] = make.pick(["2", "3", "7", "30"])
    if make.chance(0.3):
        made["grace"] = figure(make, "count", where, 0.5)
    if make.chance(0.2):
        made["only-above"] = figure(make, "count", where, 0.5)
    if make.chance(0.25):
        made["plus"] = figure(make, "sum", where, 0.5)
    return made


def share(make, where, depth):
    """A part of a sum."""
    made = {"of": make.fact("money", where) if make.chance(0.6) else figure(make, "sum", where, 0.3),
            "part": figure(make, "part", where, 0.1)}
    if make.chance(0.6):
        made["times"] = [counted(make, where)]
    if make.chance(0.35):
        made["part-times"] = [counted(make, where)]
        if make.chance(0.6):
            made["part-at-most"] = make.pick(["40%", "100%", "1/2", "75%"])
    if make.chance(0.25):
        made["each-rounded"] = make.rounding()
    return made


def wear(make, where, depth):
    """A cost less wear."""
    made = {"cost": own_sum(make, make.pick(["money", "money", "receipts"]))}
    if make.chance(0.4):
        made["less"] = [own_sum(make, "money", left_out="nothing")]
    made["age"] = counted(make, where)
    made["life"] = figure(make, "life", where, 0.3)
    return made


def actual_cost(make, where, depth):
    """What was spent."""
    made = {"receipts": item_fact(make, "receipts"), "evidence": item_fact(make, "text"),
            "amount": item_fact(make, "money")}
    if make.chance(0.4):
        made["less"] = [own_sum(make, "money", left_out="nothing")]
    return made


def own_sum(make, kind, **more):
    """A sum that an item states for itself: stated of the case it would count again for each item."""
    known = [name for name, entry in make.facts.items() if entry["type"] == kind and entry.get("of") == "item"
             and all(entry.get(key.replace("_", "-")) == value for key, value in more.items())]
    return make.pick(known) if known and make.chance(0.6) else make.declare(kind, "item", **more)


def item_fact(make, kind):
    """An optional fact of an item."""
    known = [name for name, entry in make.facts.items() if entry["type"] == kind and entry.get("of") == "item"
             and entry.get("optional") == "true"]
    return make.pick(known) if known and make.chance(0.7) else make.declare(kind, "item", optional="true")


def interest(make, where, depth):
    """Interest on a sum or on heads."""
    made = {}
    if make.heads and make.chance(0.3) and not depth:
        made["on-heads"] = make.some(list(make.heads))[:2]
    else:
        made["on"] = make.fact("money", where)
    made["days"] = counted(make, where, "1 day")
    if make.chance(0.3):
        made["rate"] = {"on": "each", "dated": [
            {"from": make.day(-900 + 300 * place, -601 + 300 * place),
             "is": make.pick(["5.25%", "4.75%", "8%", "0.5%"])}
            for place in range(make.whole(1, 3))]}
    else:
        made["rate"] = figure(make, "rate", where, 0.2)
    made["year-of"] = make.pick(["365 days", "actual"])
    made["compound"] = make.pick(["never", "never", "monthly", "yearly"])
    if made["compound"] == "never" and make.chance(0.3):
        made["daily-rounded"] = make.rounding()
    return made


def judgement(make, where, depth):
    """What a person decides."""
    made = {"amount": item_fact(make, "money")}
    if make.chance(0.5):
        made["factors"] = sorted({make.fact(make.pick(["text", "choice"]), "item", optional="true")
                                  for _ in range(make.whole(1, 2))})
    if make.chance(0.6):
        made["evidence"] = item_fact(make, "text")
    if make.chance(0.4):
        made["reasons"] = item_fact(make, "text")
    made["picked-by"] = sorted({make.role(), make.role()})
    return made


def several(make, where, depth):
    """Several prices."""
    return [price(make, where, depth + 1) for _ in range(make.whole(2, 3))]


def total_of(make, where, depth):
    """What heads before come to."""
    return make.some(list(make.heads))[:3]


MAKERS = {"fixed": fixed, "band": band, "accrual": accrual, "share": share, "wear": wear, "actual-cost": actual_cost,
          "interest": interest, "judgement": judgement, "highest-of": several, "lowest-of": several, "sum-of": several,
          "total-of": total_of}

__all__ = ["adjustment", "item_fact", "limit", "price", "ranges", "sum_text"]
