"""Seeded random matrices over all kinds of rule and all keys of Docs/policy-authors/keys.md."""

from random import Random

from .notation import leaves
from .outline import said as said_without
from .scheme_figures import condition, figure
from .scheme_maker import Maker
from .scheme_prices import adjustment, limit
from .scheme_rules import deadline, gate, head, window

CALENDAR = "odd"


def scheme(seed, name):
    """A random matrix, as a mapping of texts."""
    make = Maker(Random(f"{seed} {name}"), name)
    made = {"timetable": {}, "scope": {}, "exclusions": {}, "windows": {}, "heads": {}, "combination": {}}
    for number in range(make.pick([0, 0, 0, 1, 2])):
        make.timetable[f"deadline-{number + 1}"] = deadline(make)
    for number in range(make.pick([1, 1, 2, 2, 3, 4])):
        make.heads[f"head-{number + 1}"] = head(make)
    made["heads"] = make.heads
    for section, often in (("scope", [0, 0, 1, 1, 2]), ("exclusions", [0, 1, 1, 2])):
        for number in range(make.pick(often)):
            made[section][f"{section}-{number + 1}"] = gate(make, section)
    for number in range(make.pick([0, 0, 1, 1, 2])):
        made["windows"][f"window-{number + 1}"] = window(make, "item" if make.chance(0.3) else "case")
    for number in range(make.pick([0, 0, 1, 2, 3])):
        made["combination"][f"combine-{number + 1}"] = combination(make)
    made["total"] = {**make.rule("Total"), "combine": "sum"}
    whole_case(make, made)
    signing(make, made)
    said(make, made)
    return finished(make, made)


def combination(make):
    """What heads have to do with one another."""
    made, heads = make.rule("Combination"), list(make.heads)
    kinds = ["adjust", "at-most", "at-most", "at-least", "nothing-under", "nothing-up-to"]
    kind = make.pick(kinds + ["higher-of", "lower-of", "supersede", "only", "deduct"] * (2 if len(heads) > 1 else 0))
    if kind in ("higher-of", "lower-of"):
        made[kind] = make.some(heads, 2)
    elif kind in ("supersede", "only", "deduct"):
        make.random.shuffle(heads)
        cut = make.whole(1, len(heads) - 1)
        key = {"supersede": "by", "only": "with", "deduct": "from"}[kind]
        made[kind], made[key] = heads[:cut], heads[cut] if key == "by" else heads[cut:]
    elif kind == "adjust":
        made["adjust"] = {key: value for key, value in adjustment(make, "case").items() if key != "when"}
        if make.chance(0.6):
            made["rounding"] = make.rounding()
        else:
            make.needs_rounding = True
    elif kind in ("at-most", "at-least"):
        made[kind] = limit(make, "case", 2000, 60000) if kind == "at-most" else limit(make, "case", 1, 5000)
        if kind == "at-most" and make.chance(0.3):
            made["less"] = make.fact("money", "case", left_out="nothing")
    else:
        made[kind] = figure(make, "sum", "case", 0.5, facts=False)
    if kind in kinds and make.chance(0.5):
        made["heads"] = make.some(list(make.heads))
    if make.chance(0.25):
        made["when"] = condition(make, "case", 1)
    return made


def whole_case(make, made):
    """What is done with the sum of the case."""
    if make.chance(0.45):
        made["already-paid"] = {**make.rule("Paid before"), "fact": make.fact("money", "case", left_out="nothing")}
        if make.chance(0.3):
            made["already-paid"]["when"] = condition(make, "case", 1)
    if make.chance(0.5):
        off = {**make.rule("Debts"), "debts": [make.declare("money", "case", left_out="nothing")
                                               for _ in range(make.whole(1, 3))]}
        if make.chance(0.4):
            off["disputed"] = make.declare("money", "case", left_out="nothing")
            if make.chance(0.6):
                off["disputed-decision"] = make.decision()
        if make.chance(0.25):
            off["not-when"] = condition(make, "case", 1)
        if make.chance(0.2):
            off["consent"] = make.declare("flag", "case", optional="true")
        if make.chance(0.25):
            off["may"] = make.decision()
        made["set-off"] = off
    if make.chance(0.2):
        made["payees"] = {**make.rule("Payees"), "between": make.fact("count", "case", left_out="1")}
    if make.chance(0.4):
        made["acceptance"] = window(make, "case", make.declare("date", "case", optional="true"))


def signing(make, made):
    """Who signs."""
    if make.chance(0.4):
        made["authority"] = ladder(make)
    elif make.chance(0.4):
        made["ladders"] = {f"ladder-{number + 1}": ladder(make) for number in range(make.whole(1, 3))}
    if make.chance(0.15) and ("authority" in made or "ladders" in made):
        role = make.pick(sorted(make.roles))
        others = [one for one in ("deputy", "stand-in") if one != role]
        make.roles.update({one: one.capitalize() for one in others[:1]})
        made["substitutes"] = {"away": {**make.rule("Away"), "role": role, "by": others[:1],
                                        "when": condition(make, "case", 1)}}
    if make.chance(0.1):
        made["refusals"] = {"signed-by": [make.role()], "source": make.cited()}
    if make.chance(0.08):
        made["review"] = {"given": make.date("case", new=True, optional=True), "source": make.cited(),
                          "decided-by": make.fact("text", "case", optional="true")}


def ladder(make):
    """A ladder of ceilings."""
    made = {**make.rule("Ladder"), "measured-on": make.pick(["total", "total", "each item"])}
    if make.chance(0.4):
        made["heads"] = make.some(list(make.heads))
    if make.chance(0.2):
        made["when"] = condition(make, "case", 1)
    if make.chance(0.15):
        made["plus"] = make.fact("money", "case", left_out="nothing")
    tops, made["steps"] = sorted({make.whole(1, 40) * 2500 for _ in range(make.pick([0, 1, 2, 3]))}), []
    for top in [*tops, None]:
        step = {"to": f"£{top // 100}"} if top else {}
        if make.chance(0.7):
            step["any-of"] = sorted({make.role(), make.role()})
        else:
            step["all-of"] = [make.role(), [make.role()]] if make.chance(0.4) else sorted({make.role(), make.role()})
        if make.chance(0.3):
            step["source"] = make.cited()
        made["steps"].append(step)
    return made


def said(make, made):
    """What payment waits for, and what the letter says."""
    for section, letters in (("payment", "payment"), ("statements", "offer")):
        for number in range(make.pick([0, 0, 1, 2])):
            rule = {**make.rule("Said"), "on": make.pick(["offer", "refusal", "both"])}
            head_of = make.pick(list(make.heads)) if make.chance(0.3) else None
            if make.chance(0.6):
                rule["when"] = condition(make, "item" if head_of else "case", 1)
            if head_of:
                rule["head"] = head_of
            rule["say"] = "It is said."
            if make.chance(0.3):
                rule["letter"] = {"part": letters, "say": "We say so."}
            made.setdefault(section, {})[f"{section}-{number + 1}"] = rule
    if make.chance(0.1):
        made["closing"] = {"needs": "every remedy delivered", "source": make.cited()}
    if make.chance(0.1):
        made["missing"] = {"table": {"say": "The table is not there.", "source": make.cited()}}
    if make.chance(0.1):
        goes = make.declare("choice", "case", optional="true")
        made["ombudsman"] = {"fact": goes, "suggested": [{"when": condition(make, "case", 1),
                                                          "is": make.pick(list(make.facts[goes]["choices"]))}],
                             "source": make.cited()}


def finished(make, made):
    """The whole matrix: what was used is declared, in the usual order of a file."""
    whole = {"format": "redress-matrix/1", "scheme": make.name, "edition": "2020-01-01", "status": "draft",
             "title": "A random policy", "body": "Nobody", "selects-on": "claimed-on"}
    if make.needs_rounding:
        made["rounding"] = {**make.rounding(), "source": make.cited()}
    made["timetable"], made["derived"], made["facts"] = make.timetable, make.derived, make.facts
    whole["calendar"] = CALENDAR
    if make.decisions:
        made["decisions"] = make.decisions
    whole["sources"] = {"policy": {"title": "The policy", "paragraphs": dict(sorted(make.paragraphs.items()))}}
    if make.readings:
        whole["readings-decided"] = {"by": "Nobody", "on": "2020-01-01"}
        whole["readings"] = make.readings
    if make.roles:
        whole["roles"] = make.roles
    order = ("facts", "derived", "timetable", "rounding", "decisions", "scope", "exclusions", "windows", "heads",
             "combination", "total", "already-paid", "set-off", "payees", "authority", "ladders", "substitutes", "refusals",
             "review", "acceptance", "payment", "statements", "ombudsman", "closing", "missing")
    whole.update({section: made[section] for section in order if made.get(section)})
    return trimmed(whole)


def trimmed(whole):
    """A matrix without what nothing uses, as a rule that was begun and thrown away leaves it behind."""
    facts = whole["facts"]
    while True:
        used = set(leaves(said_without({section: inner for section, inner in whole.items() if section != "facts"})))
        used |= {name for name, rule in whole.get("exclusions", {}).items() if "when" not in rule}
        used |= {entry["left-out"] for entry in facts.values() if "left-out" in entry}
        unused = [name for name in facts if name not in used]
        idle = [name for name in whole.get("derived", {}) if name not in used]
        for name in idle:
            del whole["derived"][name]
        if not unused and not idle:
            break
        for name in unused:
            del facts[name]
        for entry in facts.values():
            if entry.get("not-before") in unused:
                del entry["not-before"]
    cited = {text.split("#")[1] for text in leaves(whole) if text.startswith("policy#")}
    named = set(leaves(whole))
    whole["sources"]["policy"]["paragraphs"] = {name: name for name in sorted(cited)}
    for section in ("roles", "readings", "decisions"):
        if section in whole:
            whole[section] = {name: entry for name, entry in whole[section].items() if name in named}
            if not whole[section]:
                del whole[section]
    if "readings" not in whole:
        whole.pop("readings-decided", None)
    if not whole.get("derived", True):
        del whole["derived"]
    if not any("working" in text for text in leaves(said_without(whole))):
        del whole["calendar"]
    return whole
