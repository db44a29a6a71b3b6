"""Interest on a sum, from a day to a day. Written from Docs/policy-authors/kinds/interest.md."""

from calendar import isleap
from datetime import date
from fractions import Fraction

from . import clock, values
from .attempt import Attempt, needing
from .facts import one_or_more
from .figures import Series, figure


def interest(edition, node, bring, reads):
    """Simple interest, rounded once at the end or by the day; or compound, rounded when it is added to the sum."""
    days = node["days"]
    reads.add(days)
    principal = _principal(node, reads)
    rate_on = _rate(edition, node["rate"], days, reads)
    actual = node["year-of"] == "actual"
    daily = node.get("daily-rounded")
    months = {"never": None, "monthly": 1, "yearly": 12}[node["compound"]]

    def work_out(attempt):
        found = attempt.find([principal, needing(days)])
        if found is None:
            return None
        whole, count = found
        if not count:
            cited = Attempt(attempt.view)  # the rate is only cited
            rate_on(cited, None)
            attempt.sources += cited.sources
        rule = edition.derived[days]
        first = rule.first(attempt.view if rule.of_items else attempt.view.case)
        parts = []
        for number in range(first, first + count):
            rate = rate_on(attempt, number)
            if rate is None:
                return None
            parts.append(rate / _year(number, actual))
        if months:
            amount = _compound(whole, first, parts, months, bring)
        elif daily:
            step, manner = values.money(daily["to"]), daily["manner"]
            amount = bring(sum(values.rounded(whole * part, step, manner) for part in parts))
        else:
            amount = bring(whole * sum(parts, Fraction(0)))
        attempt.line(amount)
        return amount

    return work_out


def _principal(node, reads):
    if "on" in node:
        reads.add(node["on"])
        return lambda attempt: attempt.need(node["on"])
    names = one_or_more(node["on-heads"])

    def add_up(attempt):
        amounts = [attempt.heads(name) for name in names]
        return None if None in amounts else sum(amounts)

    return add_up


def _rate(edition, node, days, reads):
    if isinstance(node, dict) and node.get("on") == "each":
        series = Series(edition, node["dated"], "part", reads)
        start = edition.derived[days].start

        def on_its_day(attempt, number):
            return None if number is None else series.at(attempt, number, start)

        return on_its_day
    rate = figure(edition, node, "part", reads)
    return lambda attempt, number: rate(attempt)


def _year(number, actual):
    return 366 if actual and isleap(date.fromordinal(number).year) else 365


def _compound(whole, first, parts, months, bring):
    """Periods run from the first day that counts; each full one's interest is added, and the rest rounded once more."""
    total, at, period = 0, 0, 1
    while at < len(parts):
        end = clock.month_ends(first, months * period) - first + 1
        amount = bring((whole + total) * sum(parts[at:end], Fraction(0)))
        total += amount
        at, period = end, period + 1
    return total
