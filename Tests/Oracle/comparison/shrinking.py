"""Makes a case smaller while a difference remains, so that a person sees what it hangs on."""

import copy


def smaller(case):
    """Every case with one thing less."""
    for key in case:
        if key not in ("case", "scheme", "facts", "items"):
            yield {name: value for name, value in case.items() if name != key}
    for number in range(len(case.get("items") or [])):
        made = copy.deepcopy(case)
        del made["items"][number]
        yield made
    for section in ("items", "decisions"):
        for number, entry in enumerate(case.get(section) or []):
            if section == "decisions":
                made = copy.deepcopy(case)
                del made[section][number]
                yield made
                continue
            for key in entry:
                if key != "head":
                    made = copy.deepcopy(case)
                    del made[section][number][key]
                    yield made
                if isinstance(entry[key], list) and len(entry[key]) > 1:
                    made = copy.deepcopy(case)
                    made[section][number][key] = entry[key][:1]
                    yield made
    for key in case.get("facts") or {}:
        made = copy.deepcopy(case)
        del made["facts"][key]
        yield made


def fields(found):
    """What a difference is about: its fields without the numbers of lines and items; of faults which ones differ."""
    outcome = {(place, ours, theirs) for place, ours, theirs in found if place == "outcome"}
    faults = {(place[:6], repr(ours), repr(theirs)) for place, ours, theirs in found if place.startswith("faults")}
    return outcome or faults or {place.split("[")[0] for place, _, _ in found}


def shrink(case, oracle, program, rounds=60):
    """The smallest case found in which the same fields differ, and in which way."""
    def tried(cases):
        return [(oracle.against(one, row), row["outcome"]) for one, row in zip(cases, program.rows(cases))]

    found, outcome = tried([case])[0]
    wanted = fields(found)
    for _ in range(rounds):
        options = list(smaller(case))
        if not options:
            break
        better = next(((option, differs) for option, (differs, came_to) in zip(options, tried(options))
                       if differs and came_to == outcome and wanted & fields(differs)), None)
        if better is None:
            break
        case, found = better
    return case, found
