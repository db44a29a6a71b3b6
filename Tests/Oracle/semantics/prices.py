"""How an amount is found, and what adjusts, rounds and limits it. Written from Docs/policy-authors/kinds/adjustment.md,
rounding.md and limits.md."""

from . import values
from .accrual import accrual
from .band import band
from .conditions import condition
from .figures import figure
from .interest import interest
from .kinds import actual_cost, fixed, judgement, share, wear
from .several import highest_of, lowest_of, sum_of, total_of

KINDS = {
    "fixed": fixed,
    "band": band,
    "accrual": accrual,
    "share": share,
    "wear": wear,
    "actual-cost": actual_cost,
    "interest": interest,
    "judgement": judgement,
    "highest-of": highest_of,
    "lowest-of": lowest_of,
    "sum-of": sum_of,
    "total-of": total_of,
}


def rounding(edition, node):
    """A rounding as a function of an exact sum; without one, that of the matrix."""
    node = node or edition.rounding
    if not node:
        return None
    step, manner = values.money(node["to"]), node["manner"]
    return lambda amount: values.rounded(amount, step, manner)


def price(edition, node, reads, settled=None):
    """A price as a function of an attempt. It gives whole pence, or None with the reason noted in the attempt.

    `settled` says of the attempt whether nothing stands against an amount before it is adjusted and limited."""
    if isinstance(node, str):
        node = {"fixed": node}
    (kind,) = (key for key in node if key in KINDS)
    bring = rounding(edition, node.get("rounding"))
    find = sized(KINDS[kind](edition, node[kind], bring, reads))
    steps = [adjustment(edition, part, bring, reads) for part in node.get("adjust", ())]
    steps += _limits(edition, node, reads)
    if not (steps or settled):
        return find

    def work_out(attempt):
        amount = find(attempt)
        if settled and amount is not None and not settled(attempt):
            return None
        for step in steps:
            if amount is None:
                return None
            amount = step(attempt, amount)
        return amount

    return sized(work_out)


def sized(find):
    """The same, where a sum larger than any that is handled is a fault: the price is then worked out no further."""

    def within(attempt):
        amount = find(attempt)
        if amount is not None and amount > values.LARGEST_SUM:
            attempt.faults.append(("amount.too-large", None))
            return None
        return amount

    return within


def adjustment(edition, node, bring, reads):
    """Raises or lowers an amount by a part of it, rounded by itself."""
    (way,) = (key for key in ("add", "take-off", "keep") if key in node)
    part = figure(edition, node[way], "part", reads)
    holds = condition(edition, node.get("when"), reads)

    def adjust(attempt, amount):
        counts = holds(attempt.view, attempt.lacks)
        if not counts:
            return None if counts is None else amount
        share = part(attempt)
        if share is None:
            return None
        changed = bring(amount * share)  # what is added, taken off or kept is itself rounded
        if way == "take-off" and share == 1:
            changed = amount  # which leaves nothing
        amount = {"add": amount + changed, "take-off": max(0, amount - changed), "keep": changed}[way]
        attempt.line(amount)
        return amount

    return adjust


def _limits(edition, node, reads):
    """The limits of a price, in their order: Docs/policy-authors/kinds/limits.md, "The keys of a price"."""
    steps = []
    for key, reaches in (("nothing-under", lambda a, x: a < x), ("nothing-up-to", lambda a, x: a <= x)):
        if key in node:
            steps.append(_nothing(figure(edition, node[key], "money", reads), reaches))
    if "at-least" in node:
        steps.append(_bound(edition, node["at-least"], reads, lambda amount, limit: amount < limit, True))
    if "at-most" in node:
        steps.append(_bound(edition, node["at-most"], reads, lambda amount, limit: amount > limit, False))
    return steps


def _nothing(limit, reaches):
    def cut(attempt, amount):
        least = limit(attempt)
        if least is None:
            return None
        if amount == 0 or not reaches(amount, least):
            return amount
        attempt.line(0)
        return 0

    return cut


def alone(node):
    """Whether a price is a sum alone, which needs no working to be shown."""
    return isinstance(node, str) or list(node) == ["fixed"]


def _bound(edition, node, reads, beyond, least):
    limit = price(edition, node, reads)
    plain = alone(node)

    def hold(attempt, amount):
        if amount == 0 and least:
            return amount
        lines = list(attempt.lines)
        bound = limit(attempt)
        if plain:
            attempt.lines = lines + [line for line in attempt.lines[len(lines) :] if line[0] is None]
        if bound is None:
            return None
        if not beyond(amount, bound):
            return amount
        attempt.line(bound)
        return bound

    return hold
