"""The made-up records of the performance workload: first the written ones on an edge, then drawn ones.

A record is a mapping with the names that the files have. Sums are whole pence here, days are dates, None is not known.
Everything depends on the seed and the record's number only.
"""
import random
from datetime import date, timedelta

BLOCK = 10_000
SERVICES = ("repairs", "heating", "hot_water", "damp", "lift", "asb", "estate", "admin")
MARKS = ("legal", "insured", "tenant_caused", "no_access", "third_party", "injury")
IMPACTS = ("low", "medium", "high")
NOTES = (
    "No heating from the Friday evening; an engineer came on the third day and ordered a part.",
    "Water through the bathroom ceiling, one bedroom not used while it dried out.",
    "The resident waited in twice and nobody came; the third visit was kept.",
    "Black mould behind the wardrobe in the small bedroom, reported for the second winter.",
    "The lift stood still over the holidays, and the resident lives on the seventh floor.",
    "The answer at stage two came three weeks late, and the letter was sent to an old address.",
    "The statement of the rent account was wrong from April on and was put right in September.",
    "The entrance door would not lock, and two parcels went missing from the hall.",
)
# Notes that a careless reader takes for something else: quotes, keys, backslashes, line breaks, other letters.
ODD_NOTES = (
    'The letter says "arrears":12.34 and {"id":"C1"}, which is not so.',
    'Photographs in D:\\cases\\ "new" \\',
    "She paid £7.50 – no receipt, the café keeps none.",
    "First call, no answer\nSecond call, a visit was agreed",
    "",
)


def plain(number):
    """A record in which nothing is claimed."""
    return dict(id=f"C{number:010d}", property=f"P{number * 6151 % 10**8:08d}",
                tenancy=f"T{number * 98_317 % 10**9:09d}", service="repairs", impact="low",
                event=date(2024, 3, 1), claimed=date(2024, 3, 10), offer=date(2024, 4, 2), discretion=False,
                excl=[], fixed=False, days=0, rent=None, receipts=[], arrears=0, note=NOTES[number % len(NOTES)],
                style="plain")


def months_after(start, months):
    years, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    first_of_next = date(years + (month == 11), (month + 1) % 12 + 1, 1)
    return date(years, month + 1, min(start.day, (first_of_next - timedelta(1)).day))


def rent(weekly, rooms, weeks): return dict(weekly=weekly, rooms=rooms, weeks=weeks)


def edge_changes():
    """What the written records change of a plain one: one on each side of each edge."""
    def within(service, weekly, rooms, weeks): return dict(service=service, rent=rent(weekly, rooms, weeks))
    start = date(2024, 3, 1)
    for lag in (0, 28, 29):
        for discretion in (True, False):
            yield dict(claimed=start + timedelta(lag), discretion=discretion, fixed=True)
            yield dict(claimed=start + timedelta(lag), discretion=discretion)
    for event in (date(2023, 8, 31), date(2024, 8, 31), date(2024, 2, 29), date(2024, 1, 31), date(2023, 12, 31)):
        for more in (0, 1):
            yield dict(event=event, claimed=months_after(event, 6) + timedelta(more), discretion=True, fixed=True)
    for unknown in (dict(event=None), dict(claimed=None), dict(event=None, claimed=None), dict(offer=None)):
        yield dict(unknown, fixed=True)
        yield dict(unknown, excl=["legal"])
        yield dict(unknown, service="gardening")
    yield dict(claimed=date(2024, 2, 29), fixed=True)
    yield dict(claimed=date(2024, 2, 29), excl=["injury"], service="gardening")
    yield within("damp", None, 2, 3)
    yield dict(within("damp", None, 2, 3), excl=["insured"])
    yield dict(within("gardening", None, 2, 3))
    yield dict(within("damp", None, 0, 3), fixed=True)
    yield dict(service="gardening", excl=["legal"])
    for mark in MARKS: yield dict(excl=[mark], fixed=True)
    yield dict(excl=["injury", "third_party", "insured"], fixed=True)
    yield dict(excl=["pending"], fixed=True)
    for service, days in (("heating", 30), ("heating", 31), ("damp", 66), ("damp", 67), ("estate", 9999), ("asb", 9)):
        yield dict(service=service, days=days)
    for rooms in (7, 8, 9): yield within("damp", 15000, rooms, 2)
    for weekly in (10002, 10004, 10006): yield within("damp", weekly, 2, 1)
    yield within("hot_water", 11237, 3, 5)
    yield within("lift", 11237, 3, 5)
    for weekly in (10000, 10001, 50000, 50001, 200000, 200001): yield within("heating", weekly, 1, 10)
    for receipts in ([0], [1], [10000], [10001], [3333, 3333, 3334], [50001], [200000], [200001]):
        yield dict(receipts=receipts, arrears=99999)
    for arrears in (24999, 25000, 25001, -3520):
        yield dict(service="heating", impact="high", fixed=True, arrears=arrears)
    for offer in (date(2024, 2, 1), date(2023, 12, 15), date(2023, 2, 1)): yield dict(offer=offer, fixed=True)
    yield dict(within("damp", 99999, 20, 520), impact="high", fixed=True, days=3650, receipts=[9999999, 1, 50],
               arrears=10**8)
    for note in ODD_NOTES: yield dict(note=note, fixed=True)


EDGES = tuple(edge_changes())
STYLES = ("plain", "shuffled", "spaced")


def drawn(record, draw):
    """A record as they mostly come. About two in a hundred lie on an edge."""
    chance, below = draw.random, draw.randrange
    on_edge = chance() < 0.02
    record["service"] = "gardening" if chance() < 0.001 else draw.choice(SERVICES)
    record["impact"] = draw.choice(IMPACTS)
    event = record["event"] = date(2022, 1, 1) + timedelta(below(1240))
    lag = draw.choices((below(29), 29 + below(155), 180 + below(300)), (84, 13, 3))[0]
    if on_edge: lag = draw.choice((0, 27, 28, 29, 30))
    record["claimed"] = event + timedelta(lag)
    if on_edge and chance() < 0.3: record["claimed"] = months_after(event, 6) + timedelta(below(2))
    record["offer"] = record["claimed"] + timedelta(5 + below(60))
    record["discretion"] = chance() < (0.55 if lag > 28 else 0.25)
    if chance() < 0.09: record["excl"] = draw.sample(MARKS, draw.choices((1, 2, 3), (16, 3, 1))[0])
    elif chance() < 0.005: record["excl"] = ["pending"]
    record["fixed"] = chance() < 0.6
    if chance() < 0.55: record["days"] = below(75)
    if chance() < 0.35:
        weekly = None if chance() < 0.004 else 7500 + below(17500) // (1 + on_edge) * (1 + on_edge)
        record["rent"] = rent(weekly, 1 + below(4), 1 + below(draw.choice((9, 9, 9, 9, 26))))
    if chance() < 0.3: record["receipts"] = [1 + below(12000) for _ in range(1 + below(3))]
    record["arrears"] = draw.choices((0, below(60000), -below(20000), 500 * below(50)), (50, 43, 5, 2))[0]
    record["note"] = draw.choice(NOTES)
    if chance() < 0.3: record["note"] += " " + draw.choice(NOTES)
    if chance() < 0.01: record["note"] = draw.choice(ODD_NOTES)
    slip = below(1000)
    if slip in (0, 1): record["event"] = None
    elif slip in (2, 3): record["claimed"] = None
    elif slip in (4, 5): record["claimed"] = event - timedelta(1 + below(9))
    elif slip < 12: record["offer"] = None
    record["style"] = draw.choices(STYLES, (98, 1, 1))[0]
    return record


def block(seed, number, count):
    """The records of one block of a file of `count` records, with the draws that write them."""
    draw = random.Random(f"{seed}.{number}")
    for place in range(number * BLOCK, min((number + 1) * BLOCK, count)):
        record = plain(place)
        if place < len(EDGES): yield record | dict(style=STYLES[place % 3]) | EDGES[place], draw
        else: yield drawn(record, draw), draw
