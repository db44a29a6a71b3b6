"""Finds how far the operands of an operator reach, and where expressions begin and end."""

PRECEDENCE = {
    "*": 9, "/": 9, "%": 9, "+": 8, "-": 8, "..<": 7, "...": 7, "??": 6,
    "<": 5, "<=": 5, ">": 5, ">=": 5, "==": 5, "!=": 5, "===": 5, "&&": 4, "||": 3, "?": 2, ":": 2,
    "=": 1, "+=": 1, "-=": 1, "*=": 1, "/=": 1, "%=": 1, "->": 1,
}
STOPS = {"return", "if", "guard", "while", "for", "in", "where", "else", "case", "switch", "let", "var", "throw",
         "default", "try", "repeat", "defer", "is", "as", "inout", "await"}
OPEN, CLOSE = ("(", "[", "{"), (")", "]", "}")


def is_binary(found, place):
    """Whether a token is an operator between two operands."""
    token = found[place]
    if token.kind != "sign" or token.text not in PRECEDENCE:
        return False
    if token.text in ("..<", "..."):
        return 0 < place < len(found) - 1 and is_operand_end(found[place - 1]) and not token.before
    return token.before and token.after


def is_operand_end(token):
    """Whether an operand may end with a token."""
    return token.text in CLOSE or (token.kind in ("number", "word", "text") and token.text not in STOPS)


def left_end(found, place, precedence):
    """The first token of the operand before an operator."""
    at = place - 1
    while at >= 0:
        token = found[at]
        if token.text in CLOSE:
            if token.text == "}" and found[token.partner].is_block:
                return at + 1
            at = token.partner
            token = found[at]
        elif token.text in OPEN or token.text in (",", ";", ":") or token.text in STOPS:
            return at + 1
        elif is_binary(found, at):
            if token.text == "?" or PRECEDENCE[token.text] < precedence:
                return at + 1
        if token.is_first and token.text not in (".", "{") and not is_binary(found, at):
            before = found[at - 1] if at else None
            if before is None or not (is_binary(found, at - 1) or before.text in OPEN or before.text in STOPS
                                      or before.text in (",", ":")):
                return at
        at -= 1
    return 0


def right_end(found, place, precedence):
    """The last token of the operand after an operator."""
    at = place + 1
    while at < len(found):
        token = found[at]
        if at > place + 1:
            if token.is_first and token.text != "." and not is_binary(found, at):
                return at - 1
            if token.text == "?" and token.before:
                return at - 1
        if token.text in CLOSE or token.text in (",", ";", ":") or token.text in ("else", "in", "where", "is", "as"):
            return at - 1
        if is_binary(found, at) and PRECEDENCE[token.text] <= precedence:
            return at - 1
        if token.text in OPEN:
            if token.text == "{" and token.is_block:
                return at - 1
            at = token.partner
        at += 1
    return len(found) - 1


def chain_start(found, place):
    """The first token of a chain such as `a.b(c)[d]?.e` that ends with the token at a place."""
    at = place
    while True:
        token = found[at]
        if token.text in CLOSE:
            if token.text == "}":
                return None
            at = token.partner
        before = found[at - 1] if at else None
        if before is None or found[at].before:
            if found[at].text == "." and before is not None and found[at].is_first:
                at -= 1
                continue
            return at
        if before.text in (".", "?", "!") or (found[at].text in (".", "?", "!", "(", "[") and is_operand_end(before)):
            at -= 1
            continue
        return at


def call_end(found, place):
    """The last token of a call whose name stands at a place: its brackets, its closure, or the name itself."""
    end = place
    if end + 1 < len(found) and found[end + 1].text == "(" and not found[end + 1].before:
        end = found[end + 1].partner
    if end + 1 < len(found) and found[end + 1].text == "{" and not found[end + 1].is_block:
        if not found[end + 1].is_first:
            end = found[end + 1].partner
    return end


def clauses(found, place):
    """The clauses of a condition that begins after `if`, `guard` or `while`, each as first and last token."""
    parts, at, start = [], place + 1, place + 1
    while at < len(found):
        token = found[at]
        if (token.text == "{" and token.is_block) or token.text == "else" or token.text in CLOSE:
            parts.append((start, at - 1))
            break
        if token.text in OPEN:
            at = token.partner
        elif token.text == ",":
            parts.append((start, at - 1))
            start = at + 1
        at += 1
    return [(first, last) for first, last in parts
            if found[first].text not in ("let", "var", "case", "#available", "_") and last >= first]
