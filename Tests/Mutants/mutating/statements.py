"""Finds statements that can be left out."""

from .expressions import CLOSE, OPEN, STOPS, is_binary, right_end

KEYWORDS = STOPS | {"do", "break", "continue", "fallthrough", "func", "init", "static", "private", "public", "mutating",
                    "_", "self", "super", "extension", "struct", "enum", "typealias", "import", "lazy", "fileprivate"}


def removals(found, source):
    """A call or an assignment that is left out."""
    places = bodies_of(found)
    for place, token in enumerate(found):
        if token.kind != "word" or token.text in KEYWORDS - {"self"} or token.is_skipped:
            continue
        if not begins_statement(found, place):
            continue
        last = right_end(found, place - 1, 0)
        text = source[token.start:found[last].end]
        assigns = [at for at in flat(found, place, last) if found[at].text in ("=", "+=", "-=", "*=")]
        if last + 1 < len(found) and not found[last + 1].is_first and found[last + 1].text not in ("}", ";"):
            continue
        body = places[place]
        if body is None or body == "init":
            continue
        if not assigns and (found[last].text != ")" or is_alone(found, place, last)):
            continue
        yield place, last, "if !@ { " + text + " }", f"`{' '.join(text.split())}` is left out"


def begins_statement(found, place):
    """Whether a statement begins at a token."""
    before = found[place - 1] if place else None
    if before is None:
        return False
    if before.text == ":" and before.is_skipped:
        return True
    if found[place].is_first or before.text == "{":
        goes_on = before.text in ("(", "[", ",", ":", "=", ".") or before.text in STOPS
        return not (goes_on or is_binary(found, place - 1))
    return False


def flat(found, first, last):
    """The places from one token to another that stand in no brackets of their own."""
    at = first
    while at <= last:
        yield at
        at = found[at].partner + 1 if found[at].text in OPEN and found[at].partner > at else at + 1


def is_alone(found, first, last):
    """Whether a statement is all of a body or of a case, and may be what that answers."""
    after = found[last + 1].text if last + 1 < len(found) else ""
    return found[first - 1].text in ("{", ":") and (after in CLOSE or after in ("case", "default"))


def bodies_of(found):
    """For each token, whether it stands in an initialiser, in another body, or in none."""
    kinds, stack, answer = {}, [], []
    for place, token in enumerate(found):
        if token.text in ("func", "init", "subscript") and token.is_skipped and found[place - 1].text != ".":
            kinds["next"] = "init" if token.text == "init" else "body"
        elif token.text in ("struct", "enum", "extension", "protocol", "class") and token.is_skipped:
            kinds["next"] = None
        if token.text == "{":
            if token.is_block and "next" in kinds:
                stack.append(kinds.pop("next"))
            else:
                stack.append(stack[-1] if stack and stack[-1] else "body")
        elif token.text == "}":
            stack.pop()
        answer.append(stack[-1] if stack else None)
    return answer
