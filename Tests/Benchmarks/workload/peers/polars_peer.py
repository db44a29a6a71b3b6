#!/usr/bin/env python3
"""The workload as a lazy plan of Polars that streams from file to file.

usage: polars_peer.py IN(.ndjson|.csv) OUT.csv

Polars reads pounds as floating point; they become whole pence at once, and all sums are whole pence.
"""
import sys
import polars as pl
from polars import col, lit, when

# For each service: three fixed sums, the sum a day, its limit, and the part of the rent in hundredths of a percent.
SERVICES = {
    "repairs": (1000, 5000, 15000, 200, 5000, 500), "heating": (2000, 7500, 25000, 500, 15000, 1000),
    "hot_water": (2000, 6000, 20000, 350, 10500, 833), "damp": (2500, 10000, 40000, 300, 20000, 1250),
    "lift": (1500, 4000, 12000, 150, 4500, 0), "asb": (5000, 15000, 35000, 0, 0, 0),
    "estate": (500, 1500, 5000, 75, 1500, 0), "admin": (1000, 2500, 7500, 0, 0, 0)}
FIGURES = ("low", "medium", "high", "rate", "limit", "part")
MARKS = ("legal", "insured", "tenant_caused", "no_access", "third_party", "injury")
TEXT, POUNDS, COUNT, FLAG = pl.String, pl.Float64, pl.Int64, pl.Boolean
JSON = {"id": TEXT, "service": TEXT, "impact": TEXT, "event": TEXT, "claimed": TEXT, "offer": TEXT, "discretion": FLAG,
        "excl": pl.List(TEXT), "fixed": FLAG, "days": COUNT,
        "rent": pl.Struct({"weekly": POUNDS, "rooms": COUNT, "weeks": COUNT}), "receipts": pl.List(POUNDS),
        "arrears": POUNDS}
TABLE = {"id": TEXT, "property": TEXT, "tenancy": TEXT, "service": TEXT, "impact": TEXT, "event": TEXT, "claimed": TEXT,
         "offer": TEXT, "discretion": FLAG, "excl": TEXT, "fixed": FLAG, "days": COUNT, "weekly_rent": POUNDS,
         "rooms": COUNT, "weeks": COUNT, "receipt1": POUNDS, "receipt2": POUNDS, "receipt3": POUNDS, "arrears": POUNDS,
         "note": TEXT}


def pence(pounds): return (pounds * 100).round().cast(COUNT)


def records(path):
    """The records with the same columns, whichever file they come from."""
    if path.endswith(".csv"):
        rows = pl.scan_csv(path, schema=TABLE).with_columns(
            marks=col("excl").fill_null("").str.split("|"), weekly=pence(col("weekly_rent")),
            given=pence(pl.sum_horizontal("receipt1", "receipt2", "receipt3")))
    else:
        rent = col("rent").struct
        rows = pl.scan_ndjson(path, schema=JSON).with_columns(
            marks=col("excl"), weekly=pence(rent.field("weekly")), rooms=rent.field("rooms"), weeks=rent.field("weeks"),
            given=pence(col("receipts").list.sum()))
    figures = {name: col("service").replace_strict(list(SERVICES), [sums[place] for sums in SERVICES.values()],
                                                   default=None, return_dtype=COUNT)
               for place, name in enumerate(FIGURES)}
    days, counts = col("event", "claimed", "offer").str.to_date("%Y-%m-%d"), col("rooms", "weeks").fill_null(0)
    return rows.with_columns(days, counts, owed=pl.max_horizontal(pence(col("arrears")), 0), **figures)


def first_rule():
    """The code of the rule that decides first: not decidable, excluded, or how the claim lies in time."""
    rule = when(col("event").is_null() | col("claimed").is_null()).then(lit("E1"))
    rule = rule.when(col("claimed") < col("event")).then(lit("E2"))
    rule = rule.when(col("rented") & col("weekly").is_null()).then(lit("E3"))
    rule = rule.when(col("rate").is_null()).then(lit("E4"))
    for number, mark in enumerate(MARKS, 1): rule = rule.when(col("marks").list.contains(mark)).then(lit(f"X{number}"))
    rule = rule.when(col("claimed") <= col("event").dt.offset_by("28d")).then(lit("W1"))
    rule = rule.when(col("claimed") > col("event").dt.offset_by("6mo")).then(lit("W4"))
    return rule.when(col("discretion")).then(lit("W2")).otherwise(lit("W3"))


def only(condition, value): return when(condition).then(value).otherwise(0)


def priced(rows):
    sums = when(col("impact") == "low").then("low").when(col("impact") == "medium").then("medium").otherwise("high")
    rent = col("weekly") * pl.min_horizontal(col("rooms") * col("part"), 10_000) * col("weeks")
    rows = rows.with_columns(rented=(col("rooms") > 0) & (col("weeks") > 0)).with_columns(first=first_rule())
    rows = rows.with_columns(open=col("first").is_in(["W1", "W2"])).with_columns(
        a=only(col("open") & col("fixed"), sums), d=only(col("open"), col("given")),
        b=only(col("open"), pl.min_horizontal(col("days") * col("rate"), "limit")),
        c=only(col("open") & col("rented"), (rent + 5_000) // 10_000))
    rows = rows.with_columns(comp=col("a") + col("b") + col("c")).with_columns(total=col("comp") + col("d"))
    sum_, comp = col("total"), col("comp")
    return rows.with_columns(
        won=sum_ > 0, credited=pl.min_horizontal("comp", "owed"),
        letter=when(comp <= 10_000).then(lit("L")).when(comp <= 50_000).then(lit("M")).otherwise(lit("H")),
        step=when(sum_ <= 10_000).then(lit("T1")).when(sum_ <= 50_000).then(lit("T2"))
        .when(sum_ <= 200_000).then(lit("T3")).otherwise(lit("T4")))


def reasons():
    open_, won = col("open"), col("won")
    daily = when(col("days") * col("rate") > col("limit")).then(lit("D2")).otherwise(lit("D1"))
    rent = when(col("rooms") * col("part") > 10_000).then(lit("R2")).otherwise(lit("R1"))
    set_off = when(col("credited") == 0).then(lit("A0")).when(col("credited") == col("comp")).then(lit("A1"))
    differs = col("letter").str.to_lowercase() != col("impact").str.slice(0, 1)
    return pl.concat_str(
        "first", when(col("a") > 0).then(lit("F1")), when(col("b") > 0).then(daily),
        when(open_ & col("rented") & (col("part") > 0)).then(rent), when(col("d") > 0).then(lit("M1")),
        when(open_ & ~won).then(lit("N0")), when(won).then(lit("B") + col("letter")),
        when(won & differs).then(lit("BX")), when(won).then("step"), when(won).then(set_off.otherwise(lit("A2"))),
        when(won).then(when(col("offer").is_null()).then(lit("K0")).otherwise(lit("K1"))),
        separator="|", ignore_nulls=True)


def rows(path):
    won, first = col("won"), col("first").str.slice(0, 1)
    outcome = when(won).then(lit("OFFER")).when(col("open")).then(lit("NIL")).when(first == "E").then(lit("REFER"))
    outcome = outcome.when(first == "X").then(lit("EXCLUDED")).otherwise(lit("OUT_OF_TIME"))
    names = {"a": "fixed", "b": "daily", "c": "rent", "d": "receipts", "comp": "comp", "total": "total"}
    return priced(records(path)).select(
        "id", outcome.alias("outcome"), *((col(name) / 100).alias(shown) for name, shown in names.items()),
        when(won).then("letter").alias("band"), when(won).then("step").alias("tier"),
        (col("credited") / 100).alias("to_arrears"), ((col("total") - col("credited")) / 100).alias("to_pay"),
        when(won).then(col("offer").dt.offset_by("28d")).alias("deadline"), reasons().alias("reasons"))


if __name__ == "__main__":
    rows(sys.argv[1]).sink_csv(sys.argv[2], float_precision=2)
