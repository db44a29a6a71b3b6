#!/usr/bin/env python3
"""Holds our rows to the oracle's, every row and every column.

usage: compare.py ORACLE.csv OURS(.ndjson|.csv) CASES.ndjson

OURS is what `redress batch` or `redress price --json` wrote, CASES the cases that it read. Exit code 1 on any
difference.

Read from our row:

- id, the amount of each head, total (`gross`), to_arrears (`set-off`), to_pay (`payable`), tier (`authority`);
- outcome, from our outcome and the first of our codes: `scope.…` is REFER with E1 to E3, `exclusion.…` is EXCLUDED with
  X1 to X6, `claim-window` is OUT_OF_TIME, `total` is NIL; a case at fault is REFER with E4 (`choice.unknown`);
- W1 or W2 of an award: whether `claim-window` is a code; F1, D., R., M1: whether the head comes to something;
- A0, A1, A2: how much of what may be set off was; deadline (`last-day-to-accept`).

Worked out here, because none of our codes says it and neither money nor a signature follows from it:

- comp, the sum of three heads; band and B., its place between £100 and £500; BX, whether that is the stated impact;
- D2 and R2, whether the limit of the head was met: the amount does not say whether a limit was reached or passed;
- W1 or W2 of a case of nothing, W3 or W4 of a late one, from the two days of the case;
- E1 to E3 of a case whose service is unknown too: our reader finds that fault before any rule is tried;
- K0: our language has no offer without a day to count from. The matrix takes the day of the claim; the comparison sees
  that the last day is 28 days from it, and then takes it for none.
"""
import csv, itertools, json, sys
from calendar import monthrange
from datetime import date, timedelta
from decimal import Decimal

ZERO = Decimal("0.00")
HEADS = ("fixed", "daily", "rent", "receipts")
FIRST = {"scope.days-not-known": ("REFER", "E1"), "scope.claim-before-event": ("REFER", "E2"),
         "scope.rent-not-known": ("REFER", "E3"),
         "exclusion.legal": ("EXCLUDED", "X1"), "exclusion.insured": ("EXCLUDED", "X2"),
         "exclusion.tenant-caused": ("EXCLUDED", "X3"), "exclusion.no-access": ("EXCLUDED", "X4"),
         "exclusion.third-party": ("EXCLUDED", "X5"), "exclusion.injury": ("EXCLUDED", "X6"),
         "claim-window": ("OUT_OF_TIME", None), "total": ("NIL", None)}
TIERS = {"officer": "T1", "manager": "T2", "director": "T3", "board": "T4"}
# The most days, and the most rooms, that stay within the limit of the head.
MOST_DAYS = {"repairs": 25, "heating": 30, "hot-water": 30, "damp": 66, "lift": 30, "estate": 20}
MOST_ROOMS = {"repairs": 20, "heating": 10, "hot-water": 12, "damp": 8}


def from_json(path):
    """Our rows, whose lists are lists of text and whose amounts are text."""
    with open(path, encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            amounts = dict.fromkeys(HEADS, ZERO)
            for item in row.get("heads", ()): amounts[item["head"]] += Decimal(item["amount"])
            yield dict(row, amounts=amounts, authority=[role for roles in row.get("authority", ()) for role in roles],
                       faults=[fault["code"] for fault in row.get("faults", ())])


def from_csv(path):
    """The same of a table: an empty cell is nothing, a list is joined by semicolons."""
    with open(path, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            amounts = {head: sum(map(Decimal, (row[head] or "0.00").split(";")), ZERO) for head in HEADS}
            lists = {name: [part for part in row[name].split(";") if part] for name in ("codes", "authority", "faults")}
            yield dict(row, amounts=amounts, **lists)


def day(text): return date.fromisoformat(text) if text else None


def six_months_after(start):
    years, month = divmod(start.year * 12 + start.month - 1 + 6, 12)
    return date(years, month + 1, min(start.day, monthrange(years, month + 1)[1]))


def window(facts):
    """Which of W1 to W4 the two days of a case are, discretion left aside."""
    event, claim = day(facts["incident-date"]), day(facts["claim-date"])
    if claim <= event + timedelta(28): return "W1"
    return "W4" if claim > six_months_after(event) else "W2" if facts.get("discretion") else "W3"


def fault(row, facts):
    """Why a case at fault cannot be decided."""
    if not any("choice.unknown" in code for code in row["faults"]): return "?" + ";".join(row["faults"])
    event, claim = day(facts.get("incident-date")), day(facts.get("claim-date"))
    if event is None or claim is None: return "E1"
    if claim < event: return "E2"
    rent_lost = facts.get("rooms", 0) > 0 and facts.get("weeks", 0) > 0
    return "E3" if rent_lost and "weekly-rent" not in facts else "E4"


def stopped(case, outcome, *reasons):
    return [case["case"], outcome] + ["0.00"] * 6 + ["", "", "0.00", "0.00", "", "|".join(reasons)]


def refused(row, case):
    first = row["codes"][0] if row["codes"] else "?"
    outcome, reason = FIRST.get(first, (first, "?"))
    if outcome == "OUT_OF_TIME": return stopped(case, outcome, window(case["facts"]))
    if outcome == "NIL": return stopped(case, outcome, window(case["facts"]), "N0")
    return stopped(case, outcome, reason)


def awarded(row, case):
    facts, codes, amounts = case["facts"], row["codes"], row["amounts"]
    days = next(item["days"] for item in case["items"] if item["head"] == "daily")
    comp = amounts["fixed"] + amounts["daily"] + amounts["rent"]
    why = ["W1" if "claim-window" in codes else "W2"]
    if amounts["fixed"]: why.append("F1")
    if amounts["daily"]: why.append("D2" if days > MOST_DAYS[facts["service"]] else "D1")
    if amounts["rent"]: why.append("R2" if facts["rooms"] > MOST_ROOMS[facts["service"]] else "R1")
    if amounts["receipts"]: why.append("M1")
    band = "L" if comp <= 100 else "M" if comp <= 500 else "H"
    why.append("B" + band)
    if band.lower() != facts["impact"][0]: why.append("BX")
    tier = TIERS.get(";".join(row["authority"]), "?")
    set_off = Decimal(row["set-off"])
    why += [tier, "A0" if not set_off else "A1" if set_off == comp else "A2"]
    last_day = row["last-day-to-accept"]
    if "offer-date" not in facts and day(last_day) == day(facts["claim-date"]) + timedelta(28): last_day = ""
    why.append("K1" if last_day else "K0")
    return [row["case"], "OFFER", *(f"{amounts[head]:.2f}" for head in HEADS), f"{comp:.2f}", row["gross"], band, tier,
            row["set-off"], row["payable"], last_day, "|".join(why)]


def mapped(row, case):
    """Our row in the oracle's columns."""
    if row["case"] != case["case"]: return [row["case"], "out of order"]
    if row["outcome"] == "awarded": return awarded(row, case)
    if row["outcome"] == "refused": return refused(row, case)
    if row["outcome"] == "faulty": return stopped(case, "REFER", fault(row, case["facts"]))
    return stopped(case, row["outcome"], "?")


def compare(oracle, ours, cases, show=5):
    """The number of rows and of differences; the first ones are shown."""
    count = differences = 0
    read = from_csv if ours.endswith(".csv") else from_json
    with open(oracle, encoding="utf-8", newline="") as expected, open(cases, encoding="utf-8") as given:
        rows = csv.reader(expected)
        next(rows)
        for want, row, line in itertools.zip_longest(rows, read(ours), given):
            count += 1
            got = mapped(row, json.loads(line)) if row and line else None
            if want != got:
                differences += 1
                if differences <= show: print(f"row {count}\n  oracle {want}\n  ours   {got}")
    return count, differences


if __name__ == "__main__":
    rows, differences = compare(*sys.argv[1:4])
    print(f"{rows} rows, {differences} differ")
    sys.exit(1 if differences else 0)
