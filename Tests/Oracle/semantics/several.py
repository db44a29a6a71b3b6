"""Several prices together. Written from Docs/policy-authors/kinds/highest-lowest-sum.md."""

from .facts import one_or_more


def highest_of(edition, node, bring, reads):
    return _of(edition, node, reads, max)


def lowest_of(edition, node, bring, reads):
    return _of(edition, node, reads, min)


def sum_of(edition, node, bring, reads):
    return _of(edition, node, reads, sum)


def _of(edition, node, reads, together):
    """All parts are worked out, so that everything that is wanted is asked at once."""
    from .prices import price

    parts = [price(edition, part, reads) for part in node]

    def work_out(attempt):
        amounts = [part(attempt) for part in parts]
        if None in amounts:
            return None
        amount = together(amounts)
        attempt.line(amount)
        return amount

    return work_out


def total_of(edition, node, bring, reads):
    """What items under heads declared before come to, without those that are kept out."""
    names = one_or_more(node)

    def work_out(attempt):
        amounts = [attempt.heads(name) for name in names]
        if None in amounts:
            return None
        attempt.line(sum(amounts))
        return sum(amounts)

    return work_out
