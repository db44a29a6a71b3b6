"""Random figures, conditions, and facts that follow from others."""


def figure(make, kind, where, depth=0, facts=True):
    """A figure of a kind: `sum`, `part`, `rate`, `count`, `life` or `length`."""
    chance = make.random.random() + depth * 0.25
    plain = {"sum": make.sum, "part": make.part, "count": lambda: str(make.whole(0, 6)), "length": make.period,
             "life": lambda: str(make.whole(1, 20)), "rate": lambda: make.pick(["8%", "4.25%", "12%", "3.1415%"])}[kind]
    if chance > 0.42:
        type_ = {"sum": "money", "part": "percent", "rate": "percent", "count": "count", "life": "count"}.get(kind)
        return make.fact(type_, where) if type_ and facts and make.chance(0.2) else plain()
    if chance < 0.09:
        inner = [(make.day(-400 + 300 * place, -101 + 300 * place), figure(make, kind, where, depth + 1))
                 for place in range(make.whole(1, 3))]
        return {"on": make.date(where), "dated": [dated(make, kind, since, is_) for since, is_ in inner]}
    if chance < 0.14:
        return {"on": make.date(where), "seasons": [
            {"from": "1 November", **({"to": "31 March"} if make.chance(0.5) else {}),
             "is": figure(make, kind, where, depth + 1)},
            {"from": "1 April", "is": figure(make, kind, where, depth + 1)}]}
    if chance < 0.26:
        choice = make.fact("choice", where)
        return {"by": choice, "values": {one: asked(make, kind, figure(make, kind, where, depth + 1))
                                         for one in make.facts[choice]["choices"]}}
    if chance < 0.29 and depth == 0:
        first, second = make.fact("choice", where), make.declare("choice", "case" if where == "case" else "item")
        return {"by": [first, second], "values": {
            one: {two: asked(make, kind, figure(make, kind, where, 2)) for two in make.facts[second]["choices"]}
            for one in make.facts[first]["choices"]}}
    if chance < 0.37:
        return ranges(make, kind, where, depth)
    if chance < 0.39 and kind != "length":
        return {"is": plain(), "unconfirmed": "true"}
    if chance < 0.4 and kind != "length":
        return {"ask": make.reading(True)}
    return plain()


def dated(make, kind, since, value):
    """An entry of a dated figure."""
    return {"from": since, "is": asked(make, kind, value), **({"source": make.cited()} if make.chance(0.2) else {})}


def asked(make, kind, value):
    """A figure, or here and there a question in its place."""
    return {"ask": make.reading(True)} if kind != "length" and make.chance(0.05) else value


def ranges(make, kind, where, depth):
    """A figure by ranges of a count or of a sum."""
    by_count = make.chance(0.65)
    name = counted(make, where) if by_count else make.fact("money", where)
    tops = sorted({make.whole(0, 8) for _ in range(make.whole(1, 3))})
    tops = [str(top) for top in tops] if by_count else [f"£{top * 20}.99" for top in tops]
    steps = [{"to": top, "is": asked(make, kind, figure(make, kind, where, depth + 1))} for top in tops]
    return {"by": name, "ranges": steps + [{"is": figure(make, kind, where, depth + 1)}]}


def has_months(value):
    """Whether a length, or any in a table, is in months or years."""
    if isinstance(value, dict):
        return any(has_months(inner) for key, inner in value.items() if key not in ("by", "on", "to", "from", "source"))
    if isinstance(value, list):
        return any(has_months(inner) for inner in value)
    return value.split(" ")[-1].rstrip("s") in ("month", "year")


def counted(make, where, unit=None):
    """The name of a count: one that is stated, or one that follows from dates."""
    if unit is None and make.chance(0.4):
        return make.fact("count", where)
    if unit is None and make.heads and where == "item" and make.chance(0.08):
        return follow(make, "items", {"items": make.pick(list(make.heads))}, "count", "case")
    if unit is None and make.timetable and make.chance(0.12):
        return lateness(make)
    known = [name for name, (kind, place) in make.places.items() if kind == "count" and name in make.derived
             and (where == "item" or place == "case")
             and unit in (None, make.derived[name].get("elapsed", {}).get("in", ""))
             and (unit or "elapsed" in make.derived[name])]
    if known and make.chance(0.35):
        return make.pick(known)
    running = make.chance(0.5)
    rule = {"from": make.date(where), "to": make.date(where, new=True, optional=running or make.chance(0.2))}
    if running:
        rule["running-to"] = make.date(where, new=True, optional=False)
    rule["in"] = unit or make.pick(["1 day", "1 day", "1 week", "3 days", "1 working day", "2 working days", "1 month",
                                    "1 year", "2 weeks", "3 months"])
    rule.update({"first-day": make.pick(["counted", "not counted"]), "last-day": make.pick(["counted", "not counted"]),
                 "parts": make.pick(["full", "started"])})
    place = place_of(make, rule["from"], rule["to"], rule.get("running-to"))
    return follow(make, "elapsed", {"elapsed": rule}, "count", place)


def lateness(make):
    """By how many days a deadline was missed."""
    deadline = make.pick(list(make.timetable))
    late = {"deadline": deadline}
    if make.chance(0.5):
        late["until"] = make.date("case")
    if make.chance(0.4):
        late["in"] = make.pick(["days", "working days"])
    return follow(make, "late", {"late": late if len(late) > 1 else deadline}, "count", "case")


def place_of(make, *names):
    """Where a fact that follows from others stands."""
    return "item" if any(make.places[name][1] != "case" for name in names if name) else "case"


def follow(make, word, rule, kind, place):
    """A derived fact."""
    name = f"{word}-of-{len(make.derived) + 1}"
    make.derived[name] = {**make.rule("Follows"), **rule}
    make.places[name] = (kind, place)
    return name


def day_rule(make, where, keys=("else-from",)):
    """A day that is counted from another."""
    rule = {"from": make.date(where)}
    if "else-from" in keys and make.chance(0.15):
        rule["else-from"] = make.date(where)
    rule["within"] = figure(make, "length", where, 0.6 if make.chance(0.7) else 0)
    if make.chance(0.12):
        rule["counted"] = make.pick(["before", "after"])
    rule["day-one"] = make.pick(["next day", "next day", "same day"])
    if has_months(rule["within"]):
        rule["month-end"] = make.pick(["last day of the month", "first day of the next month"])
    if make.chance(0.15):
        rule["if-closed"] = make.pick(["next working day", "previous working day"])
    if rule.get("counted") != "before" and make.chance(0.15):
        rule["suspended"] = {"from": make.date(where, new=True, optional=True),
                             "to": make.date(where, new=True, optional=True)}
    return rule


def any_date(make, where):
    """A date that is stated, or one that follows from others."""
    chance = make.random.random()
    if chance < 0.75:
        return make.date(where)
    if chance < 0.9:
        rule = day_rule(make, where)
        names = [rule["from"], rule.get("else-from"), *(rule.get("suspended") or {}).values(),
                 *read_by(rule["within"], make)]
        return follow(make, "day", {"day": rule}, "date", place_of(make, *names))
    if chance < 0.95 and make.timetable:
        return follow(make, "due", {"due": make.pick(list(make.timetable))}, "date", "case")
    names = [make.date(where, new=True), make.date(where, new=True)]
    return follow(make, "edge", {make.pick(["earliest-of", "latest-of"]): names}, "date", place_of(make, *names))


def read_by(value, make):
    """The facts that a figure reads."""
    if isinstance(value, dict):
        return [name for inner in value.values() for name in read_by(inner, make)]
    if isinstance(value, list):
        return [name for inner in value for name in read_by(inner, make)]
    return [value] if value in make.places else []


def condition(make, where, depth=0):
    """A random condition."""
    chance = make.random.random()
    if chance < 0.3:
        return make.fact("flag", where)
    if chance < 0.36:
        return {"fact": make.fact("flag", where), "is": make.pick(["true", "false"])}
    if chance < 0.5:
        name = make.fact("choice", where)
        choices = list(make.facts[name]["choices"])
        test = make.pick(["is", "is", "is-not", "one-of"])
        return {"fact": name, test: make.some(choices)[:len(choices) - 1] if test == "one-of" else make.pick(choices)}
    if chance < 0.58:
        test = make.pick(["given", "not-given"])
        return {test: make.fact(make.pick(["money", "choice", "count", "text", "date"]), where)}
    if chance < 0.66:
        other = make.fact("money", where) if make.chance(0.15) else make.sum()
        return compared(make, make.fact("money", where), other)
    if chance < 0.76:
        return compared(make, counted(make, where), str(make.whole(0, 9)))
    if chance < 0.79:
        return compared(make, make.fact("percent", where), make.pick(["10%", "25%", "50%"]))
    if chance < 0.9 or depth > 1:
        tests = ["before", "on-or-before", "above", "at-least", "below", "at-most", "is"]
        name, other = any_date(make, where), any_date(make, where) if make.chance(0.6) else make.day()
        return {"fact": name, make.pick(tests): other if other != name else make.day()}
    return {make.pick(["all", "any"]): [condition(make, where, depth + 1) for _ in range(make.whole(2, 3))]}


def compared(make, name, other):
    """A comparison of numbers."""
    return {"fact": name, make.pick(["above", "at-least", "below", "at-most", "is", "is-not"]): other}
