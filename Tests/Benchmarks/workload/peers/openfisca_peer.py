#!/usr/bin/env python3
"""The workload under OpenFisca-Core: the figures are parameters, each rule is a variable, all cases are one vector.

usage: openfisca_peer.py IN(.ndjson|.csv) OUT.csv

Everything is whole pence. A day that is not known is the first day of 1900.
"""
import sys
from datetime import date
import numpy as np
from openfisca_core.entities import build_entity
from openfisca_core.parameters import ParameterNode
from openfisca_core.periods import DateUnit
from openfisca_core.simulations import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable
import rows

PERIOD, NO_DAY = "2024-01", date(1900, 1, 1)
CODES = np.array(["E1", "E2", "E3", "E4", "X1", "X2", "X3", "X4", "X5", "X6", "W1", "W4", "W2", "W3"])
FIGURES = ("low", "medium", "high", "rate", "limit", "part")
SERVICES = [*rows.SERVICES, "unknown"]
case = build_entity(key="case", plural="cases", label="Case", is_person=True)
policy = TaxBenefitSystem([case])


def parameter(value): return {"values": {"2000-01-01": {"value": value}}}


def figures(column):
    """A figure of each service in whole pence, or hundredths of a percent; nothing of one that is not known."""
    sums = [round(100 * figures[column]) for figures in rows.SERVICES.values()] + [0]
    return {f"service{place}": parameter(sum) for place, sum in enumerate(sums)}


policy.parameters = ParameterNode("", data={name: figures(column) for column, name in enumerate(FIGURES)})


def variable(name, kind, formula=None):
    given = dict(value_type=kind, entity=case, definition_period=DateUnit.MONTH, label=name)
    if kind is date: given["default_value"] = NO_DAY
    if formula: given["formula"] = formula
    policy.add_variable(type(name, (Variable,), given))


def rule(kind):
    """A function of a case and a period becomes a variable of its own name."""
    def added(function):
        variable(function.__name__, kind, function)
        return function
    return added


GIVEN = {"service": int, "impact": int, "event": date, "claimed": date, "offer": date, "discretion": bool, "mark": int,
         "claims_fixed": bool, "days": int, "weekly": int, "rooms": int, "weeks": int, "receipts": int, "arrears": int}
for name, kind in GIVEN.items(): variable(name, kind)


def unknown(days): return days == np.datetime64(NO_DAY)


def months_after(days, count):
    """The same day so many months later, or the last of a month that has no such day."""
    month = days.astype("datetime64[M]")
    last = (month + count + 1).astype("datetime64[D]") - 1
    return np.minimum((month + count).astype("datetime64[D]") + (days - month.astype("datetime64[D]")), last)


def figure(name):
    """A figure of the policy for the service of each case."""
    def formula(c, period, parameters):
        table = parameters(period)[name]
        return np.array([table[f"service{place}"] for place in range(len(SERVICES))])[c("service", period)]
    variable(name, int, formula)


for name in FIGURES: figure(name)


@rule(bool)
def rented(c, p): return (c("rooms", p) > 0) & (c("weeks", p) > 0)
@rule(int)
def first(c, p):
    event, claimed, mark = c("event", p), c("claimed", p), c("mark", p)
    tests = [unknown(event) | unknown(claimed), claimed < event, c("rented", p) & (c("weekly", p) < 0),
             c("service", p) == len(SERVICES) - 1, mark > 0, claimed <= event + 28, claimed > months_after(event, 6),
             c("discretion", p)]
    return np.select(tests, [0, 1, 2, 3, mark + 3, 10, 11, 12], 13)
@rule(bool)
def is_open(c, p): return (c("first", p) == 10) | (c("first", p) == 12)
@rule(int)
def fixed(c, p):
    sums = np.choose(c("impact", p), [c("low", p), c("medium", p), c("high", p)])
    return c("is_open", p) * c("claims_fixed", p) * sums
@rule(int)
def daily(c, p): return c("is_open", p) * np.minimum(c("days", p) * c("rate", p), c("limit", p))
@rule(int)
def rent(c, p):
    part = np.minimum(c("rooms", p) * c("part", p), 10_000).astype(np.int64)
    return c("is_open", p) * c("rented", p) * ((c("weekly", p) * part * c("weeks", p) + 5_000) // 10_000)
@rule(int)
def costs(c, p): return c("is_open", p) * c("receipts", p)
@rule(int)
def compensation(c, p): return c("fixed", p) + c("daily", p) + c("rent", p)
@rule(int)
def total(c, p): return c("compensation", p) + c("costs", p)
@rule(int)
def band(c, p): return (c("compensation", p) > 10_000) * 1 + (c("compensation", p) > 50_000)
@rule(int)
def tier(c, p): return 1 + (c("total", p) > 10_000) + (c("total", p) > 50_000) + (c("total", p) > 200_000)
@rule(int)
def credited(c, p): return np.minimum(c("compensation", p), np.maximum(c("arrears", p), 0))
@rule(date)
def last_day(c, p): return c("offer", p) + 28


def pence(pounds): return round(pounds * 100)


def inputs(records):
    """The columns of the vector."""
    places = {service: place for place, service in enumerate(SERVICES)}
    def mark(record): return next((n for n, mark in enumerate(rows.MARKS, 1) if mark in record["excl"]), 0)
    def day(name): return np.array([record[name] or NO_DAY.isoformat() for record in records], "datetime64[D]")
    def numbers(value): return np.array([value(record) for record in records])
    return {"service": numbers(lambda r: places.get(r["service"], len(SERVICES) - 1)),
            "impact": numbers(lambda r: ("low", "medium", "high").index(r["impact"])), "event": day("event"),
            "claimed": day("claimed"), "offer": day("offer"), "discretion": numbers(lambda r: r["discretion"]),
            "mark": numbers(mark), "claims_fixed": numbers(lambda r: r["fixed"]), "days": numbers(lambda r: r["days"]),
            "weekly": numbers(lambda r: -1 if r["weekly"] is None else pence(r["weekly"])),
            "rooms": numbers(lambda r: r["rooms"]), "weeks": numbers(lambda r: r["weeks"]),
            "receipts": numbers(lambda r: sum(map(pence, r["receipts"]))),
            "arrears": numbers(lambda r: pence(r["arrears"]))}


def main(source, target):
    records = list(rows.records(source))
    simulation = SimulationBuilder().build_default_simulation(policy, count=len(records))
    given = inputs(records)
    for name, values in given.items(): simulation.set_input(name, PERIOD, values)
    names = ("first", "is_open", "fixed", "daily", "rent", "costs", "compensation", "total", "band", "tier", "credited",
             "last_day", "rate", "limit", "part", "impact", "days", "rooms", "rented")
    columns = [simulation.calculate(name, PERIOD).tolist() for name in names]
    with open(target, "w", encoding="utf-8") as out:
        out.write(rows.COLUMNS + "\n")
        for record, values in zip(records, zip(*columns)): out.write(row(record, dict(zip(names, values))))


def row(record, v):
    why = [str(CODES[v["first"]])]
    if not v["is_open"]: return rows.stopped(record["id"], why[0])
    if v["fixed"]: why.append("F1")
    if v["daily"]: why.append("D2" if v["days"] * v["rate"] > v["limit"] else "D1")
    if v["rented"] and v["part"]: why.append("R2" if v["rooms"] * v["part"] > 10_000 else "R1")
    if v["costs"]: why.append("M1")
    if not v["total"]: return rows.stopped(record["id"], "|".join([*why, "N0"]))
    why += ["B" + "LMH"[v["band"]], *(["BX"] if v["band"] != v["impact"] else []), f"T{v['tier']}"]
    why.append("A0" if not v["credited"] else "A1" if v["credited"] == v["compensation"] else "A2")
    why.append("K1" if record["offer"] else "K0")
    sums = ",".join(f"{v[name] / 100:.2f}" for name in ("fixed", "daily", "rent", "costs", "compensation", "total"))
    return (f"{record['id']},OFFER,{sums},{'LMH'[v['band']]},T{v['tier']},{v['credited'] / 100:.2f},"
            f"{(v['total'] - v['credited']) / 100:.2f},{v['last_day'] if record['offer'] else ''},{'|'.join(why)}\n")


if __name__ == "__main__":
    main(*sys.argv[1:3])
