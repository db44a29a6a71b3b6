"""Marks what is never changed: headers, patterns, attributes, and what only stops the program."""

from .expressions import CLOSE, OPEN

HEADERS = {"func", "init", "subscript", "struct", "enum", "extension", "protocol", "class", "actor"}
LINES = {"import", "typealias", "associatedtype", "precedencegroup", "operator"}
STOPPERS = {"precondition", "preconditionFailure", "assert", "assertionFailure", "fatalError"}


def mark_skipped(found):
    """Marks every token that stands in a header, a pattern, an attribute or a precondition."""
    for place, token in enumerate(found):
        last = None
        if token.text in HEADERS and not is_member(found, place):
            last = until_body(found, place)
        elif token.text in LINES and token.is_first:
            last = until_line(found, place)
        elif token.text == "case":
            last = until_pattern(found, place)
        elif token.text == "@":
            last = place + 1
            if found[last + 1].text == "(" and not found[last + 1].before:
                last = found[last + 1].partner
        elif token.text in STOPPERS and found[place + 1].text == "(":
            last = found[place + 1].partner
        if last is not None:
            for skipped in found[place:last + 1]:
                skipped.is_skipped = True


def is_member(found, place):
    """Whether a word is a call such as `self.init` or `.init`."""
    return place > 0 and found[place - 1].text == "."


def until_body(found, place):
    """The end of a header: the brace of its body, or the line of a requirement."""
    at = place + 1
    while at < len(found):
        if found[at].text == "{":
            return at - 1
        if found[at].text == "}":
            return at - 1
        if found[at].text in ("(", "["):
            at = found[at].partner
        at += 1
    return len(found) - 1


def until_line(found, place):
    """The last token of a line."""
    at = place + 1
    while at < len(found) and not found[at].is_first:
        at += 1
    return at - 1


def until_pattern(found, place):
    """The end of a pattern: its colon, the sign before its value, or the line of an enumeration's case."""
    at = place + 1
    while at < len(found):
        token = found[at]
        if token.text == ":" or token.text in CLOSE:
            return at
        if token.text == "=" and found[place - 1].text in ("if", "guard", "while", ",", "for"):
            return at
        if token.is_first and found[at - 1].text != "," and token.text != "where":
            return at - 1
        if token.text in OPEN:
            at = token.partner
        at += 1
    return len(found) - 1
