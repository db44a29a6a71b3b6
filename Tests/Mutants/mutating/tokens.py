"""Splits Swift into tokens, as far as is needed to find where an expression begins and ends."""

import re
from dataclasses import dataclass

PATTERN = re.compile(
    r"(?P<space>\s+)"
    r"|(?P<comment>//[^\n]*|/\*.*?\*/)"
    r"|(?P<directive>#(?:if|elseif|else|endif)\b[^\n]*)"
    r"|(?P<text>\"\"\"|\")"
    r"|(?P<number>0x[0-9A-Fa-f_]+|\d[\d_]*)"
    r"|(?P<word>`?[#$A-Za-z_][A-Za-z0-9_]*`?)"
    r"|(?P<sign>\.\.<|\.\.\.|->|&&|\|\||\?\?|[=!]==?|<=|>=|<<|>>|[-+*/%]=|[-+*/%<>&|^~!?=@.,:;()\[\]{}\\])",
    re.S,
)


@dataclass
class Token:
    """One token, where it stands, and what is around it."""

    kind: str
    text: str
    start: int
    end: int
    line: int
    is_first: bool
    """Whether it is the first of its line."""
    before: bool
    """Whether there is a space before it."""
    after: bool = False
    """Whether there is a space after it."""
    partner: int = -1
    """The place of the bracket that belongs to it."""
    is_block: bool = False
    """Whether a brace opens the body of a statement or a declaration, and not a closure."""
    is_skipped: bool = False
    """Whether nothing may be changed here."""


def tokens(source):
    """The tokens of a file. A whole string literal, with what is interpolated, is one token."""
    found, at, line, is_first, before = [], 0, 1, True, True
    while at < len(source):
        match = PATTERN.match(source, at)
        if not match:
            raise ValueError(f"line {line}: {source[at:at + 20]!r} is not understood")
        kind, end = match.lastgroup, match.end()
        if kind == "text":
            end = end_of_string(source, at)
        text = source[at:end]
        if kind in ("space", "comment", "directive"):
            is_first, before = is_first or "\n" in text, True
            if found:
                found[-1].after = True
        else:
            found.append(Token(kind, text, at, end, line, is_first, before))
            is_first, before = False, False
        line += text.count("\n")
        at = end
    pair(found)
    return found


def end_of_string(source, at):
    """The place after a string literal; interpolations may hold strings in turn."""
    quote = '"""' if source.startswith('"""', at) else '"'
    at += len(quote)
    while not source.startswith(quote, at):
        if source.startswith("\\(", at):
            at, depth = at + 2, 1
            while depth:
                if source[at] == '"':
                    at = end_of_string(source, at)
                    continue
                depth += {"(": 1, ")": -1}.get(source[at], 0)
                at += 1
        else:
            at += 2 if source[at] == "\\" else 1
    return at + len(quote)


def pair(found):
    """Matches brackets, and tells bodies from closures."""
    opened, heads = [], [False]
    for place, token in enumerate(found):
        previous = found[place - 1].text if place else ""
        if token.text in HEADS and previous != ".":
            heads[-1] = True
        if token.text in ("(", "[", "{"):
            if token.text == "{":
                token.is_block = heads[-1]
                heads[-1] = False
            opened.append(place)
            heads.append(False)
        elif token.text in (")", "]", "}"):
            heads.pop()
            token.partner = opened.pop()
            found[token.partner].partner = place


HEADS = {"if", "guard", "while", "for", "switch", "else", "do", "catch", "func", "init", "struct", "enum", "extension",
         "protocol", "subscript", "get", "set"}
