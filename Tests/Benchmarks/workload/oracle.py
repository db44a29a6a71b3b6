#!/usr/bin/env python3
"""What the workload comes to, worked out one case at a time in the plainest way: the specification of the job.

usage: oracle.py IN(.ndjson|.csv) OUT.csv

Every figure is a decimal number of pounds. The rules stand in the order in which they are tried, and each that decides
adds its code to the reasons. Everything else that prices the workload has to give the same rows.
"""
import csv, json, sys
from calendar import monthrange
from datetime import date, timedelta
from decimal import Decimal, ROUND_HALF_UP

COLUMNS = ["id", "outcome", "fixed", "daily", "rent", "receipts", "comp", "total", "band", "tier", "to_arrears",
           "to_pay", "deadline", "reasons"]
IMPACTS = ["low", "medium", "high"]
EXCLUSIONS = ["legal", "insured", "tenant_caused", "no_access", "third_party", "injury"]
# For each service: the fixed sum of each impact, the sum a day and its limit, the part of the rent for each room in %.
SERVICES = {
    "repairs": (["10", "50", "150"], "2", "50", "5"),
    "heating": (["20", "75", "250"], "5", "150", "10"),
    "hot_water": (["20", "60", "200"], "3.50", "105", "8.33"),
    "damp": (["25", "100", "400"], "3", "200", "12.5"),
    "lift": (["15", "40", "120"], "1.50", "45", "0"),
    "asb": (["50", "150", "350"], "0", "0", "0"),
    "estate": (["5", "15", "50"], "0.75", "15", "0"),
    "admin": (["10", "25", "75"], "0", "0", "0"),
}
TWENTY_EIGHT_DAYS = timedelta(days=28)


def day(text): return date.fromisoformat(text) if text else None
def pounds(text): return Decimal(text) if text else None


def six_months_after(start):
    """The same day six months later, or the last of a month that has no such day."""
    year, month = (start.year, start.month + 6) if start.month <= 6 else (start.year + 1, start.month - 6)
    return date(year, month, min(start.day, monthrange(year, month)[1]))


def undecidable(case):
    """Why a person has to look at the record first; None where it can be decided."""
    if not case["event"] or not case["claimed"]: return "E1"
    if case["claimed"] < case["event"]: return "E2"
    if case["rooms"] and case["weeks"] and case["weekly"] is None: return "E3"
    return None if case["service"] in SERVICES else "E4"


def window(case):
    if case["claimed"] <= case["event"] + TWENTY_EIGHT_DAYS: return "W1"
    if case["claimed"] > six_months_after(case["event"]): return "W4"
    return "W2" if case["discretion"] else "W3"


def decide(case):
    """The row of one case."""
    def nothing(outcome, *reasons):
        return [case["id"], outcome] + ["0.00"] * 6 + ["", "", "0.00", "0.00", "", "|".join(reasons)]

    if why := undecidable(case): return nothing("REFER", why)
    for number, mark in enumerate(EXCLUSIONS, 1):
        if mark in case["excl"]: return nothing("EXCLUDED", f"X{number}")
    reasons = [window(case)]
    if reasons[0] in ("W3", "W4"): return nothing("OUT_OF_TIME", *reasons)

    sums, rate, limit, percent = SERVICES[case["service"]]
    fixed = daily = rent = Decimal(0)
    if case["fixed"]:
        fixed = Decimal(sums[IMPACTS.index(case["impact"])])
        reasons.append("F1")
    if case["days"] and Decimal(rate):
        whole = Decimal(rate) * case["days"]
        daily = min(whole, Decimal(limit))
        reasons.append("D1" if daily == whole else "D2")
    if case["rooms"] and case["weeks"] and Decimal(percent):
        whole = Decimal(percent) * case["rooms"]
        part = min(whole, Decimal(100))
        rent = case["weekly"] * part / 100 * case["weeks"]
        rent = rent.quantize(Decimal("0.01"), ROUND_HALF_UP)
        reasons.append("R1" if part == whole else "R2")
    receipts = sum(case["receipts"], Decimal(0))
    if receipts: reasons.append("M1")
    compensation = fixed + daily + rent
    total = compensation + receipts
    if not total: return nothing("NIL", *reasons, "N0")

    band = "L" if compensation <= 100 else "M" if compensation <= 500 else "H"
    reasons.append("B" + band)
    if band.lower() != case["impact"][0]: reasons.append("BX")
    tier = "T1" if total <= 100 else "T2" if total <= 500 else "T3" if total <= 2000 else "T4"
    owed = max(case["arrears"], Decimal(0))
    credited = min(owed, compensation)
    reasons += [tier, "A0" if not credited else "A1" if credited == compensation else "A2"]
    deadline = (case["offer"] + TWENTY_EIGHT_DAYS).isoformat() if case["offer"] else ""
    reasons.append("K1" if deadline else "K0")
    sums = [fixed, daily, rent, receipts, compensation, total]
    return [case["id"], "OFFER", *(f"{sum:.2f}" for sum in sums), band, tier, f"{credited:.2f}",
            f"{total - credited:.2f}", deadline, "|".join(reasons)]


def from_json(file):
    for line in file:
        record = json.loads(line, parse_float=Decimal)
        rent = record.get("rent") or {}
        days = {key: day(record.get(key)) for key in ("event", "claimed", "offer")}
        yield record | days | dict(weekly=rent.get("weekly"), rooms=rent.get("rooms"), weeks=rent.get("weeks"))


def from_csv(file):
    for row in csv.DictReader(file):
        days = {key: day(row[key]) for key in ("event", "claimed", "offer")}
        flags = {key: row[key] == "true" for key in ("discretion", "fixed")}
        counts = {key: int(row[key] or 0) for key in ("days", "rooms", "weeks")}
        receipts = [Decimal(row[key]) for key in ("receipt1", "receipt2", "receipt3") if row[key]]
        yield row | days | flags | counts | dict(excl=row["excl"].split("|"), weekly=pounds(row["weekly_rent"]),
                                                 receipts=receipts, arrears=Decimal(row["arrears"]))


def decide_file(source, target):
    with open(source, encoding="utf-8", newline="") as file, open(target, "w", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(COLUMNS)
        for case in (from_csv if source.endswith(".csv") else from_json)(file): writer.writerow(decide(case))


if __name__ == "__main__":
    decide_file(*sys.argv[1:3])
