"""The kinds of slip. Each finds places, and says what stands there instead while the mutant is switched on."""

from .expressions import (CLOSE, PRECEDENCE, call_end, chain_start, clauses, is_binary, left_end, right_end)
from .statements import removals

OPERATORS = {
    "<": ["<=", ">"], "<=": ["<"], ">": [">=", "<"], ">=": [">"], "==": ["!="], "!=": ["=="],
    "&&": ["||"], "||": ["&&"], "+": ["-"], "-": ["+"], "*": ["+"], "/": ["*"], "%": ["/"],
}
MEMBERS = {
    "first": ["last"], "last": ["first"], "min": ["max"], "max": ["min"], "lowerBound": ["upperBound"],
    "upperBound": ["lowerBound"], "dropFirst": ["dropLast"], "dropLast": ["dropFirst"],
}
ROUNDINGS = {"up": ["down"], "down": ["up"], "halfUp": ["halfDown", "halfEven"], "halfDown": ["halfUp"],
             "halfEven": ["halfUp"]}
READINGS = {"nextDay": ["sameDay", "lastDay"], "sameDay": ["nextDay"], "lastDay": ["nextDay"]}
TESTS = {"filter", "contains", "allSatisfy", "first", "last", "removeAll", "firstIndex", "lastIndex", "drop", "where"}


def shown(text):
    """A text on one line, for people."""
    return " ".join(text.split())


def text_of(found, source, first, last):
    """The text from one token to another."""
    return source[found[first].start:found[last].end]


def on_one_line(text):
    """A text that may be written twice without moving the lines below; `None` where it cannot."""
    if "\n" not in text:
        return text
    return None if "{" in text or "//" in text else shown(text)


def choice(original, mutated):
    """The original, or the slip where its mutant is on."""
    short = on_one_line(mutated)
    return None if short is None else f"(@ ? ({short}) : ({original}))"


def operators(found, source):
    """Another operator between the same operands."""
    for place, token in enumerate(found):
        others = OPERATORS.get(token.text)
        if not others or not is_binary(found, place):
            continue
        if "text" in (found[place - 1].kind, found[place + 1].kind):
            continue
        first = left_end(found, place, PRECEDENCE[token.text])
        last = right_end(found, place, PRECEDENCE[token.text])
        left, right = text_of(found, source, first, place - 1), text_of(found, source, place + 1, last)
        original = text_of(found, source, first, last)
        for other in others:
            mutated = choice(original, f"{left} {other} {right}")
            if mutated:
                yield first, last, mutated, f"`{shown(original)}` becomes `{shown(f'{left} {other} {right}')}`"


def defaults(found, source):
    """The value that stands in, even where there is one."""
    for place, token in enumerate(found):
        if token.text != "??" or not is_binary(found, place):
            continue
        first, last = left_end(found, place, 6), right_end(found, place, 5)
        original, right = text_of(found, source, first, last), text_of(found, source, place + 1, last)
        mutated = choice(original, right)
        if mutated:
            yield first, last, mutated, f"`{shown(original)}` becomes `{shown(right)}`"


def bounds(found, source):
    """A range that is one longer or shorter."""
    for place, token in enumerate(found):
        if token.text not in ("..<", "...") or not is_binary(found, place):
            continue
        if token.after or found[place + 1].text in CLOSE:
            continue
        first, last = left_end(found, place, 7), right_end(found, place, 7)
        sign = "+" if token.text == "..<" else "-"
        for low, high, step in ((place + 1, last, f"{sign} 1"), (first, place - 1, "+ 1")):
            original = text_of(found, source, low, high)
            mutated = choice(original, f"({original}) {step}")
            if mutated:
                whole = shown(text_of(found, source, first, last))
                yield low, high, mutated, f"`{shown(original)}` becomes `{shown(original)} {step}` in `{whole}`"


def constants(found, source):
    """A number that is one more or one less."""
    for place, token in enumerate(found):
        if token.kind != "number" or found[place - 1].text == ".":
            continue
        value = int(token.text.replace("_", ""), 0)
        for other in ([value + 1, value - 1] if value else [1]):
            line = source[source.rfind("\n", 0, token.start) + 1:].split("\n", 1)[0]
            yield place, place, f"(@ ? {other} : {token.text})", f"`{token.text}` becomes `{other}` in `{line.strip()}`"


def truths(found, source):
    """True for false, and false for true."""
    for place, token in enumerate(found):
        if token.text in ("true", "false"):
            mutated = "(!@)" if token.text == "true" else "(@)"
            line = source[source.rfind("\n", 0, token.start) + 1:].split("\n", 1)[0]
            other = "false" if token.text == "true" else "true"
            yield place, place, mutated, f"`{token.text}` becomes `{other}` in `{line.strip()}`"


def members(found, source):
    """The last for the first, the greatest for the smallest, the other end of a range."""
    for place, token in enumerate(found):
        for other in MEMBERS.get(token.text, []):
            is_member = place > 0 and found[place - 1].text == "."
            if not is_member and (token.text not in ("min", "max") or found[place + 1].text != "("):
                continue
            if is_member and found[place - 2].kind == "sign" and found[place - 2].text not in CLOSE + ("?", "!"):
                continue
            first, last = chain_start(found, place) if is_member else place, call_end(found, place)
            if first is None or token.is_skipped:
                continue
            original = text_of(found, source, first, last)
            head, tail = source[found[first].start:token.start], source[token.end:found[last].end]
            mutated = choice(original, head + other + tail)
            if mutated:
                yield first, last, mutated, f"`{shown(original)}` becomes `{shown(head + other + tail)}`"


def readings(table):
    """Finds names of a reading, each to be taken for another one."""
    def finder(found, source):
        for place, token in enumerate(found):
            if place == 0 or found[place - 1].text != "." or found[place - 2].kind in ("word", "number"):
                continue
            if found[place - 2].text in CLOSE:
                continue
            for other in table.get(token.text, []):
                yield place - 1, place, f"(@ ? .{other} : .{token.text})", f"`.{token.text}` becomes `.{other}`"
    return finder


def days(found, source):
    """A day more or a day less in a count of days."""
    for place, token in enumerate(found[:-3]):
        opening = found[place + 1]
        if token.text not in ("adding", "days") or opening.text != "(" or found[place - 1].text != ".":
            continue
        label, last = found[place + 2].text, opening.partner
        if token.text == "adding" and label == "days":
            original = text_of(found, source, place + 4, last - 1)
            for step in ("1", "-1"):
                yield (place + 4, last - 1, f"(@ ? {step} : 0) + ({original})",
                       f"`{shown(original)}` becomes `{step} + {shown(original)}` in `adding(days:)`")
        elif token.text == "days" and label == "since":
            first = chain_start(found, place)
            if first is None:
                continue
            original = text_of(found, source, first, last)
            for step in ("1", "-1"):
                yield (first, last, f"((@ ? {step} : 0) + {original})",
                       f"`{shown(original)}` becomes `{step} + {shown(original)}`")


def conditions(found, source):
    """A condition that always holds, or never does; a guard that guards nothing."""
    for place, token in enumerate(found):
        if token.text not in ("if", "guard", "while"):
            continue
        for first, last in clauses(found, place):
            original = text_of(found, source, first, last)
            if token.text != "while":
                yield (first, last, f"(@ || ({original}))", f"`{token.text} {shown(original)}` always holds")
            yield (first, last, f"(!@ && ({original}))", f"`{token.text} {shown(original)}` never holds")


def tests(found, source):
    """A test in a closure or after `where` that always holds, or never does."""
    for place, token in enumerate(found):
        if token.text == "where":
            first, last = place + 1, right_end(found, place, 0)
        elif token.text == "{" and not token.is_block and place and is_test(found, place):
            first, last = place + 1, token.partner - 1
            if any(one.text == "in" for one in found[first:last + 1]):
                continue
        else:
            continue
        original = text_of(found, source, first, last)
        if last < first or "\n" in original or original.startswith("return"):
            continue
        yield first, last, f"(@ || ({original}))", f"`{shown(original)}` always holds"
        yield first, last, f"(!@ && ({original}))", f"`{shown(original)}` never holds"


def is_test(found, place):
    """Whether a closure is a test, or the body of something that is true or false."""
    before = found[place - 1]
    return before.text in TESTS or (before.text == "Bool" and found[place - 2].text in (":", "->"))


def bodies(found, source):
    """What a function answers that is true or false."""
    for place, token in enumerate(found):
        if token.text != "{" or not token.is_block or found[place - 1].text != "Bool":
            continue
        first, last = place + 1, token.partner - 1
        if right_end(found, place, 0) != last or last < first or found[first].text in ("switch", "if", "return"):
            continue
        original = text_of(found, source, first, last)
        yield first, last, f"(@ || ({original}))", f"`{shown(original)}` answers true"
        yield first, last, f"(!@ && ({original}))", f"`{shown(original)}` answers false"


KINDS = {
    "operator": operators, "default": defaults, "bound": bounds, "constant": constants, "truth": truths,
    "member": members, "rounding": readings(ROUNDINGS), "reading": readings(READINGS), "day": days,
    "condition": conditions, "test": tests, "answer": bodies, "removal": removals,
}
