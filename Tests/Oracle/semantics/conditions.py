"""Tests of facts. Written from Docs/policy-authors/writing-a-matrix.md, "conditions"."""

from operator import eq, ge, gt, le, lt, ne

from . import values
from .facts import one_or_more

TESTS = {"is": eq, "is-not": ne, "above": gt, "at-least": ge, "below": lt, "at-most": le}
TESTS.update({"before": lt, "on-or-before": le})


def always(view, lacks):
    return True


def condition(edition, node, reads):
    """A test as a function of what is known and of a list that takes what is missing.

    It gives True or False, and None where it cannot be decided."""
    if node is None:
        return always
    if isinstance(node, str):
        return _comparison(edition, node, "is", "true", reads)
    if "all" in node:
        return _all([condition(edition, part, reads) for part in node["all"]])
    if "any" in node:
        return _any([condition(edition, part, reads) for part in node["any"]])
    if "given" in node:
        name = node["given"]
        reads.add(name)
        return lambda view, lacks: view.given(name)
    if "not-given" in node:
        name = node["not-given"]
        reads.add(name)
        return lambda view, lacks: not view.given(name)
    (test,) = (key for key in node if key != "fact")
    return _comparison(edition, node["fact"], test, node[test], reads)


def _comparison(edition, name, test, wanted, reads):
    reads.add(name)
    if test == "one-of":
        allowed = set(one_or_more(wanted))
        return _test(name, lambda value: value in allowed)
    constant = literal(edition, name, wanted)
    compare = TESTS[test]
    if constant is not None:
        return _test(name, lambda value: compare(value, constant))
    reads.add(wanted)
    return _pair(name, wanted, compare)


def literal(edition, name, text):
    """A value written for a fact of this type, or None where it is the name of another fact."""
    kind = edition.type_of(name)
    if kind == "choice":
        return text if text in edition.facts[name].choices else None
    if kind == "flag":
        return {"true": True, "false": False}.get(text)
    if kind == "text":
        return None if text in edition.facts else text
    read = {"date": values.day, "count": values.count, "percent": values.percent}.get(kind, values.money)
    return read(text)


def _test(name, holds):
    def test(view, lacks):
        value = view.value(name)
        return _unknown(view, (name,), lacks) if value is None else holds(value)

    return test


def _pair(name, other, compare):
    def test(view, lacks):
        value, wanted = view.value(name), view.value(other)
        if value is None or wanted is None:
            return _unknown(view, [n for n, v in ((name, value), (other, wanted)) if v is None], lacks)
        return compare(value, wanted)

    return test


def _unknown(view, names, lacks):
    """A comparison with an optional fact that was left out does not hold; one that is needed is missing."""
    missing = []
    for name in names:
        lacking = view.lacking(name)
        needed = [fact for fact, optional in lacking if not optional]
        if lacking and not needed:
            return False
        missing += needed  # nothing, where it was stated and cannot be read
    lacks.extend(missing)
    return None


def _all(parts):
    def test(view, lacks):
        missing, undecided = [], False
        for part in parts:
            holds = part(view, missing)
            if holds is False:
                return False
            undecided = undecided or holds is None
        lacks.extend(missing)
        return None if undecided else True

    return test


def _any(parts):
    def test(view, lacks):
        missing, undecided = [], False
        for part in parts:
            holds = part(view, missing)
            if holds:
                return True
            undecided = undecided or holds is None
        lacks.extend(missing)
        return None if undecided else False

    return test
