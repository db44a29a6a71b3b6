"""The simpler kinds of price. Written from Docs/policy-authors/kinds/fixed.md, actual-cost.md, share.md, wear.md and
judgement.md."""

from fractions import Fraction

from . import values
from .attempt import needing
from .facts import one_or_more
from .figures import figure


def fixed(edition, node, bring, reads):
    """A sum that is printed, stated or found in a table."""
    find = figure(edition, node, "money", reads)

    def work_out(attempt):
        amount = find(attempt)
        if amount is not None:
            attempt.line(amount)
        return amount

    return work_out


def actual_cost(edition, node, bring, reads):
    """What was really spent, less what somebody else paid."""
    receipts, amount, evidence = node["receipts"], node["amount"], node["evidence"]
    less = one_or_more(node.get("less"))
    reads.update([receipts, evidence, amount, *less])

    def work_out(attempt):
        spent = _spent(attempt, receipts, amount, evidence)
        paid = [attempt.need(name) for name in less]
        if spent is None or None in paid:
            return None
        attempt.line(spent)
        if any(paid):
            spent = max(0, spent - sum(paid))
            attempt.line(spent)
        return spent

    return work_out


def _spent(attempt, receipts, amount, evidence):
    view = attempt.view
    shown, stated = view.value(receipts), view.value(amount)
    if shown is None and stated is None:
        attempt.need(receipts if view.value(evidence) is None else amount)
        return None
    if shown is not None and stated is not None and shown != stated:
        attempt.faults.append(("amount.differs-from-receipts", amount))  # the price goes on with the receipts
    spent = shown if shown is not None else stated
    if spent == 0:
        attempt.faults.append(("amount.nothing", amount))
        return None
    return spent


def share(edition, node, bring, reads):
    """A part of a sum, so many times; exact until it is rounded."""
    whole = figure(edition, node["of"], "money", reads)
    part = figure(edition, node["part"], "part", reads)
    part_times, times = one_or_more(node.get("part-times")), one_or_more(node.get("times"))
    most = values.part(node["part-at-most"]) if "part-at-most" in node else None
    each = _each(node.get("each-rounded"))
    reads.update([*part_times, *times])
    wanted = [whole, *map(needing, part_times), *map(needing, times)]

    def work_out(attempt):
        found = attempt.find_all(wanted)
        portion = part(attempt) if found else None
        if portion is None:
            return None
        portion = Fraction(portion)
        for number in found[1 : 1 + len(part_times)]:
            portion *= number
        if most is not None and portion > most:
            portion = most
        amount = each(portion * found[0])
        for number in found[1 + len(part_times) :]:
            amount *= number
        amount = bring(amount)
        attempt.line(amount)
        return amount

    return work_out


def _each(node):
    if node is None:
        return lambda amount: amount
    step, manner = values.money(node["to"]), node["manner"]
    return lambda amount: values.rounded(amount, step, manner)


def wear(edition, node, bring, reads):
    """A cost less straight-line wear."""
    cost, less, age = node["cost"], one_or_more(node.get("less")), node["age"]
    life = figure(edition, node["life"], "count", reads)
    reads.update([cost, *less, age])
    wanted = [needing(cost), *map(needing, less), needing(age), life]

    def work_out(attempt):
        found = attempt.find(wanted)
        if found is None:
            return None
        spent, *off, old, lasts = found
        left = max(0, spent - sum(off)) * max(0, lasts - old)
        amount = bring(Fraction(left, lasts)) if lasts else 0
        attempt.line(amount)
        return amount

    return work_out


def judgement(edition, node, bring, reads):
    """An amount that a person decides; whatever is missing is asked, all of it at once."""
    amount, who = node["amount"], one_or_more(node["picked-by"])
    wanted = one_or_more(node.get("factors"))
    wanted = wanted + [node[key] for key in ("evidence", "reasons") if key in node] + [amount]
    reads.update(wanted)

    def work_out(attempt):
        view = attempt.view
        missing = [name for name in wanted if view.value(name) is None]
        for name in missing:
            if name in view.edition.facts:
                attempt.ask(name, who)
            else:
                attempt.need(name)  # what is derived nobody can be asked for
        if missing:
            return None
        attempt.line(view.value(amount))
        return view.value(amount)

    return work_out
