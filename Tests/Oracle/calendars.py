"""Holds the calendars of working days, and what the command counts by them, against other people's lists.

Needs PyYAML, govuk_bank_holidays 0.19 and holidays, in an environment outside the repository:

    python3 Tests/Oracle/calendars.py [the built command]

1. Every day that a calendar covers is compared with three others: the list published on GOV.UK as govuk_bank_holidays
   keeps it, the list of the package holidays, and the rules of the law worked out here, with Easter by the computus.
2. With the command, the n-th working day after and before every covered day is compared for n from 1 to 30 with a
   count by position in the list of working days. The command reads a matrix made for it, with a deadline for each n.

Ends with 1 if anything differs.
"""

import bisect
import datetime
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

import govuk_bank_holidays.bank_holidays as govuk
import holidays
import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]
NATIONS = {"england-and-wales": "ENG", "scotland": "SCT", "northern-ireland": "NIR"}
COUNTS = range(1, 31)
DAY = datetime.timedelta(days=1)

# Proclaimed on 3 February 2026, after govuk_bank_holidays 0.19 was made.
PROCLAIMED_SINCE = {"scotland": {datetime.date(2026, 6, 15)}}


def easter(year):
    """Easter Sunday of the Gregorian calendar, by the anonymous algorithm."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    l = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 19 * l) // 433
    month = (h + l - 7 * m + 90) // 25
    return datetime.date(year, month, (h + l - 7 * m + 33 * month + 19) % 32)


def monday(year, month, last=False):
    if last:
        day = (datetime.date(year, month, 28) + 4 * DAY).replace(day=1) - DAY
        return day - day.weekday() * DAY
    day = datetime.date(year, month, 1)
    return day + (-day.weekday()) % 7 * DAY


def moved(days):
    """Those at a weekend move to the next days that are free, those on other days stay."""
    taken = {day for day in days if day.weekday() < 5}
    for day in sorted(day for day in days if day.weekday() >= 5):
        while day.weekday() >= 5 or day in taken:
            day += DAY
        taken.add(day)
    return taken


def by_law(nation, year):
    """The holidays of a year as the law and the proclamations of that year make them."""
    day = lambda month, number: datetime.date(year, month, number)
    scotland, ireland = nation == "scotland", nation == "northern-ireland"
    found = moved([day(1, 1), day(1, 2)] if scotland else [day(1, 1)])
    found |= moved([day(12, 25), day(12, 26)])
    found.add(easter(year) - 2 * DAY)
    if not scotland:
        found.add(easter(year) + DAY)
    found.add(day(5, 8) if year == 2020 else monday(year, 5))
    found.add({2012: day(6, 4), 2022: day(6, 2)}.get(year, monday(year, 5, last=True)))
    found.add(monday(year, 8, last=not scotland))
    if scotland:
        found |= moved([day(11, 30)])
    if ireland:
        found |= moved([day(3, 17)]) | moved([day(7, 12)])
    found |= {2012: {day(6, 5)}, 2022: {day(6, 3), day(9, 19)}, 2023: {day(5, 8)}}.get(year, set())
    if scotland and year == 2026:
        found.add(day(6, 15))
    return found


def read(nation):
    file = yaml.load((ROOT / f"Matrices/calendars/{nation}.yaml").read_text(), yaml.BaseLoader)
    day = datetime.date.fromisoformat
    return day(file["covers"]["from"]), day(file["covers"]["to"]), {day(entry["on"]) for entry in file["holidays"]}


def compare_days(nation, first, last, ours):
    published = {
        datetime.date.fromisoformat(event["date"])
        for event in govuk.BankHolidays.load_backup_data()[nation]["events"]
    }
    years = range(first.year, last.year + 1)
    others = {
        "GOV.UK": published | PROCLAIMED_SINCE.get(nation, set()),
        "holidays": {
            day for day in holidays.UnitedKingdom(subdiv=NATIONS[nation], years=years) if day.weekday() < 5
        },
        "the law": set().union(*(by_law(nation, year) for year in years)),
    }
    days = [first + number * DAY for number in range((last - first).days + 1)]
    differences = 0
    for name, other in others.items():
        for day in days:
            if (day in ours) != (day in other):
                differences += 1
                print(f"{nation} {day}: {'a holiday' if day in ours else 'no holiday'} here, but not by {name}")
    print(
        f"{nation}: {len(ours)} holidays; {len(days)} days compared with each of {len(others)} lists, "
        f"{differences} differences")
    return differences


MATRIX = """\
format: redress-matrix/1
scheme: {nation}-{side}
edition: 2012-01-01
status: draft
title: Counting
body: Nobody
selects-on: event
calendar: {nation}
sources: {{ policy: {{ title: Counting, paragraphs: {{ "1": "1" }} }} }}
roles: {{ anybody: Anybody }}
facts:
  event: {{ type: date, optional: true, ask: On what day did it happen? }}
  finished: {{ type: date, optional: true, ask: On what day was it done? }}
timetable:
{deadlines}
heads:
  sum: {{ title: A sum, price: {{ fixed: £1 }}, set-off: never, source: policy#1 }}
total: {{ title: Total, combine: sum, source: policy#1 }}
authority: {{ title: Who signs, measured-on: total, steps: [{{ any-of: anybody, source: policy#1 }}], source: policy#1 }}
"""


def make_matrix(folder, nation, side):
    deadlines = "\n".join(
        f"  n{count}: {{ title: Number {count}, from: event, within: {count} working days, counted: {side}, "
        "day-one: next day, done: finished, binding: must, source: policy#1 }"
        for count in COUNTS)
    place = folder / f"{nation}-{side}"
    place.mkdir(parents=True)
    (place / "2012-01-01.yaml").write_text(MATRIX.format(nation=nation, side=side, deadlines=deadlines))


def expected(working, day, side):
    """The n-th working days by position; None where the list does not reach so far."""
    if side == "after":
        place = bisect.bisect_right(working, day)
        found = working[place:place + len(COUNTS)]
    else:
        place = bisect.bisect_left(working, day)
        found = working[max(place - len(COUNTS), 0):place][::-1]
    return found if len(found) == len(COUNTS) else None


def compare_sums(command, folder, nation, first, last, ours):
    days = [first + number * DAY for number in range((last - first).days + 1)]
    working = [day for day in days if day.weekday() < 5 and day not in ours]
    sums = refused = differences = 0
    for side in ("after", "before"):
        make_matrix(folder, nation, side)
        cases = "".join(
            json.dumps({"case": str(day), "scheme": f"{nation}-{side}", "facts": {"event": str(day)}}) + "\n"
            for day in days)
        answer = subprocess.run(
            [command, "deadlines", "--json", "--today", str(first), "--matrices", str(folder), "-"],
            input=cases, capture_output=True, text=True)
        rows = [json.loads(line) for line in answer.stdout.splitlines()]
        if [row["case"] for row in rows] != [str(day) for day in days]:
            print(f"{nation}, {side}: the command does not answer every case. {answer.stderr[:500]}")
            return 1
        for day, row in zip(days, rows):
            wanted = expected(working, day, side)
            if wanted is None:
                refused += 1
                if [fault["code"] for fault in row.get("faults", [])] != ["calendar.beyond"]:
                    differences += 1
                    print(f"{nation} {day}: beyond the calendar, and the command counts {side} it all the same")
                continue
            found = {deadline["deadline"]: deadline["due"] for deadline in row.get("deadlines", [])}
            for count, right in zip(COUNTS, wanted):
                sums += 1
                if found.get(f"n{count}") != str(right):
                    differences += 1
                    print(f"{nation}: {count} working days {side} {day} is {right}, not {found.get(f'n{count}')}")
    print(
        f"{nation}: {sums} sums of working days compared, {refused} days refused as beyond the calendar, "
        f"{differences} differences")
    return differences


def main():
    differences = 0
    calendars = {nation: read(nation) for nation in NATIONS}
    for nation, (first, last, ours) in calendars.items():
        differences += compare_days(nation, first, last, ours)
    if len(sys.argv) > 1:
        with tempfile.TemporaryDirectory() as folder:
            folder = pathlib.Path(folder)
            shutil.copytree(ROOT / "Matrices/calendars", folder / "calendars")
            for nation, (first, last, ours) in calendars.items():
                differences += compare_sums(sys.argv[1], folder, nation, first, last, ours)
    print("All agree." if differences == 0 else f"{differences} differences.")
    sys.exit(1 if differences else 0)


main()
