"""The sums, counts and percentages that a matrix turns on, and those a penny or a unit beside them."""

from fractions import Fraction

from .notation import leaves, listed, mappings, money, part, pence, period
from .outline import said

COUNTS = [0, 0, 1, 1, 2, 2, 3, 4, 5, 6, 7, 8, 13, 14, 21, 28, 30, 31]
SPANS = [0, 1, 2, 3, 10, 28, 29, 30, 31, 59, 60, 61, 89, 90, 180, 364, 365, 366, 367, 730, 731]
PERCENTS = ["0%", "100%", "50%", "25%", "12.5%", "33.33%", "66.67%", "0.01%", "99.99%", "10%", "1%", "2.5%", "7.25%"]
EVERYWHERE = [0, 1, 2, 5, 50, 99, 100, 101, 999, 1000, 1001]


def number(text):
    """A whole number, or None."""
    return int(text) if isinstance(text, str) and text.isdigit() else None


def kind(mapping, name, key):
    """The kind of a price, told from a head that somebody has called the same."""
    found = mapping.get(name)
    return found if isinstance(found, dict) and isinstance(found.get(key), str) else None


def find_numbers(outline):
    """For each count, stated or derived, the numbers on both sides of everything that changes there."""
    found = {}

    def add(name, *values):
        found.setdefault(name, set()).update(value for value in values if 0 <= value <= 1_000_000)

    for inner in mappings(said(outline.matrix)):
        if kind(inner, "accrual", "count"):
            _accrual(inner, add)
        if "ranges" in inner and "by" in inner:
            for entry in inner["ranges"]:
                top = number(entry.get("to"))
                if top is not None:
                    add(listed(inner["by"])[-1], top - 1, top, top + 1)
        if kind(inner, "wear", "age"):
            for text in leaves(inner["wear"]["life"]):
                if number(text) is not None:
                    add(inner["wear"]["age"], 0, 1, number(text) - 1, number(text), number(text) + 1)
        if kind(inner, "interest", "days"):
            add(inner["interest"]["days"], *SPANS)
        for test, value in inner.items():
            if isinstance(inner.get("fact"), str) and number(value) is not None:
                add(inner["fact"], number(value) - 1, number(value), number(value) + 1)
    aged = {inner["wear"]["age"] for inner in mappings(outline.matrix) if kind(inner, "wear", "age")}
    for name, rule in outline.derived.items():
        if "elapsed" in rule and (period(rule["elapsed"]["in"]) or (1, ""))[1] != "year":
            add(name, 0, 1, 2, 3, 5, 8)
    return {name: sorted(values) + ([1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6] if name in aged else [])
            for name, values in found.items()}


def _accrual(price, add):
    """The units that are free, those at which a rate changes, and those at which a limit is met."""
    accrual = price["accrual"]
    free = max([number(text) or 0 for text in leaves(accrual.get("grace") or "0")])
    above = max([number(text) or 0 for text in leaves(accrual.get("only-above") or "0")])
    each = number(accrual.get("per")) or 1
    add(accrual["count"], 0, 1, free - 1, free, free + 1, above, above + 1)
    add(accrual["count"], free + each - 1, free + each, free + each + 1)
    rates = accrual["rate"]
    for step in rates if isinstance(rates, list) else []:
        if number(step.get("to")) is not None:
            add(accrual["count"], free + number(step["to"]), free + number(step["to"]) + 1)
    plus = max([pence(text) or 0 for text in leaves(accrual.get("plus") or "0")])
    for limit in ("at-most", "at-least", "nothing-under", "nothing-up-to"):
        for top in [pence(text) for text in leaves(price.get(limit) or [])]:
            for rate in [pence(text) for text in leaves(rates)]:
                if top and rate:
                    met = max(0, (top - plus)) * each // rate + free
                    add(accrual["count"], met - 1, met, met + 1)


def find_sums(outline):
    """The sums that the matrix prints, with a penny more and less, and what its rates come to for a few units."""
    sums = set(EVERYWHERE)
    for section in ("heads", "combination", "authority", "ladders", "facts"):
        part_of = said(outline.matrix.get(section) or {})
        for text in leaves(part_of):
            if isinstance(text, str) and text.startswith("£"):
                value = pence(text)
                sums.update({value - 1, value, value + 1} if value else {0, 1})
        for inner in mappings(part_of):
            accrual = kind(inner, "accrual", "count")
            if accrual:
                plus = max([pence(text) or 0 for text in leaves(accrual.get("plus") or "0")])
                for rate in [pence(text) for text in leaves(accrual["rate"]) if text.startswith("£")]:
                    sums.update(plus + rate * times + off for times in range(1, 9) for off in (-1, 0, 1))
    return sorted(value for value in sums if value >= 0)


def tested_sums(outline):
    """For each money fact the sums that it is compared with, and those at which a range of it ends."""
    found = {}
    for inner in mappings(said(outline.matrix)):
        pairs = [(inner.get("fact"), value) for value in inner.values()]
        if "ranges" in inner and "by" in inner:
            pairs += [(listed(inner["by"])[-1], entry.get("to")) for entry in inner["ranges"]]
        for name, value in pairs:
            if isinstance(name, str) and isinstance(value, str) and value.startswith("£"):
                amount = pence(value)
                found.setdefault(name, set()).update({max(0, amount - 1), amount, amount + 1})
    return {name: sorted(values) for name, values in found.items()}


def turning_sums(outline):
    """For each money fact that a price reads, sums at which a limit is met or rounding lies in the middle."""
    found = {}
    together = [outline.matrix.get(section) for section in ("authority", "ladders", "combination")]
    beside = list(leaves(said(together)))
    for rule in outline.matrix["heads"].values():
        price = rule.get("price")
        shown = [*leaves(price), *leaves(said(rule.get("evidence"))), *beside]
        printed = [pence(text) for text in shown if text.startswith("£") and pence(text) is not None]
        parts = {part(text) for text in leaves(price) if part(text)} | {Fraction(1)}
        steps = {pence(inner["to"]) for inner in mappings(price) if "manner" in inner}
        sums = {int(amount / share) + more for amount in printed for share in parts for more in (-1, 0, 1)}
        halves = {(Fraction(count) + Fraction(1, 2)) * step / share
                  for step in steps for share in parts for count in range(0, 50, 3)}
        sums |= {int(amount) for amount in halves if amount.denominator == 1}
        for name in leaves(price):
            if name in outline.facts and outline.facts[name].type in ("money", "receipts"):
                found.setdefault(name, set()).update(amount for amount in sums if 0 <= amount < 10 ** 8)
    return {name: sorted(values) for name, values in found.items()}


def holds(value, test, literal):
    """Whether a number passes a test against another."""
    return {"is": value == literal, "is-not": value != literal, "above": value > literal, "at-least": value >= literal,
            "below": value < literal, "at-most": value <= literal}.get(test, False)


def good(outline, name, values, read):
    """Those of the values that keep nothing out; all of them if each does."""
    tests = [(test, read(value)) for (fact, test, value), _ in outline.avoided
             if fact == name and read(value) is not None]
    left = [value for value in values if not any(
        holds(value if isinstance(value, int) else read(value), test, literal) for test, literal in tests)]
    return left or values


def percent_text(random, most=1):
    """A percentage with at most two places."""
    hundredths = int(random() * (10000 * most + 1))
    return f"{hundredths // 100}.{hundredths % 100:02d}%"


__all__ = ["COUNTS", "PERCENTS", "find_numbers", "find_sums", "good", "listed", "money", "number", "part", "pence",
           "percent_text", "tested_sums", "turning_sums"]
