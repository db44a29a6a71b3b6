#!/usr/bin/env python3
"""The workload as one statement of DuckDB, with whole pence.

usage: duckdb_peer.py IN(.ndjson|.csv) OUT.csv [THREADS]
"""
import sys
import duckdb

# For each service: three fixed sums, the sum a day, its limit, and the part of the rent in hundredths of a percent.
SERVICES = """MAP {'repairs': [1000, 5000, 15000, 200, 5000, 500], 'heating': [2000, 7500, 25000, 500, 15000, 1000],
  'hot_water': [2000, 6000, 20000, 350, 10500, 833], 'damp': [2500, 10000, 40000, 300, 20000, 1250],
  'lift': [1500, 4000, 12000, 150, 4500, 0], 'asb': [5000, 15000, 35000, 0, 0, 0],
  'estate': [500, 1500, 5000, 75, 1500, 0], 'admin': [1000, 2500, 7500, 0, 0, 0]}"""
MARKS = ("legal", "insured", "tenant_caused", "no_access", "third_party", "injury")
FIRST_MARK = "CASE " + " ".join(f"WHEN list_contains(marks, '{mark}') THEN 'X{number}'"
                                for number, mark in enumerate(MARKS, 1)) + " END"
POUNDS = "DECIMAL(12, 2)"
SHARED = {"id": "VARCHAR", "service": "VARCHAR", "impact": "VARCHAR", "event": "DATE", "claimed": "DATE",
          "offer": "DATE", "discretion": "BOOLEAN", "fixed": "BOOLEAN", "days": "BIGINT", "arrears": POUNDS}
JSON = SHARED | {"excl": "VARCHAR[]", "rent": f"STRUCT(weekly {POUNDS}, rooms BIGINT, weeks BIGINT)",
                 "receipts": POUNDS + "[]"}
COLUMNS = ("id property tenancy service impact event claimed offer discretion excl fixed days weekly_rent rooms weeks "
           "receipt1 receipt2 receipt3 arrears note").split()
TABLE = {name: SHARED.get(name, "VARCHAR") for name in COLUMNS} | dict.fromkeys(("rooms", "weeks"), "BIGINT")
TABLE |= dict.fromkeys(("weekly_rent", "receipt1", "receipt2", "receipt3"), POUNDS)


def records(path):
    """The records with the same columns, whichever file they come from."""
    if path.endswith(".csv"):
        return f"""SELECT *, string_split(excl, '|') AS marks, weekly_rent AS weekly,
          coalesce(receipt1, 0) + coalesce(receipt2, 0) + coalesce(receipt3, 0) AS receipts
          FROM read_csv('{path}', header = true, columns = {TABLE}, delim = ',', quote = '"', escape = '"')"""
    return f"""SELECT * EXCLUDE (receipts, rent, excl), excl AS marks, rent.weekly AS weekly, rent.rooms AS rooms,
      rent.weeks AS weeks, coalesce(list_sum(receipts), 0) AS receipts
      FROM read_json('{path}', format = 'newline_delimited', columns = {JSON})"""


def statement(path):
    return f"""
WITH record AS (SELECT * FROM ({records(path)})),
given AS (
  SELECT id, impact, days, fixed, offer, {SERVICES}[service] AS s, coalesce(rooms, 0) AS rooms,
    coalesce(weeks, 0) AS weeks, (weekly * 100)::BIGINT AS weekly, (receipts * 100)::BIGINT AS receipts,
    greatest((arrears * 100)::BIGINT, 0) AS owed, list_position(['low', 'medium', 'high'], impact) AS level,
    {FIRST_MARK} AS mark, event, claimed, discretion
  FROM record),
tried AS (
  SELECT *, rooms > 0 AND weeks > 0 AS rented,
    CASE WHEN event IS NULL OR claimed IS NULL THEN 'E1' WHEN claimed < event THEN 'E2'
      WHEN rooms > 0 AND weeks > 0 AND weekly IS NULL THEN 'E3' WHEN s IS NULL THEN 'E4'
      WHEN mark IS NOT NULL THEN mark WHEN claimed <= event + 28 THEN 'W1'
      WHEN claimed > event + INTERVAL 6 MONTH THEN 'W4' WHEN discretion THEN 'W2' ELSE 'W3' END AS first
  FROM given),
priced AS (
  SELECT *, first IN ('W1', 'W2') AS open,
    CASE WHEN open AND fixed THEN s[level] ELSE 0 END AS a,
    CASE WHEN open THEN least(days * s[4], s[5]) ELSE 0 END AS b,
    CASE WHEN open AND rented THEN (weekly * least(rooms * s[6], 10000) * weeks + 5000) // 10000 ELSE 0 END AS c,
    CASE WHEN open THEN receipts ELSE 0 END AS d
  FROM tried),
summed AS (SELECT *, a + b + c AS comp, a + b + c + d AS total FROM priced),
settled AS (
  SELECT *, total > 0 AS won, least(comp, owed) AS credited,
    CASE WHEN comp <= 10000 THEN 'L' WHEN comp <= 50000 THEN 'M' ELSE 'H' END AS letter,
    CASE WHEN total <= 10000 THEN 'T1' WHEN total <= 50000 THEN 'T2' WHEN total <= 200000 THEN 'T3'
      ELSE 'T4' END AS step
  FROM summed)
SELECT id,
  CASE WHEN won THEN 'OFFER' WHEN open THEN 'NIL' WHEN first[1] = 'E' THEN 'REFER' WHEN first[1] = 'X' THEN 'EXCLUDED'
    ELSE 'OUT_OF_TIME' END AS outcome,
  {", ".join(f"{sum} * 0.01 AS {name}" for sum, name in zip("a b c d comp total".split(),
                                                            "fixed daily rent receipts comp total".split()))},
  CASE WHEN won THEN letter END AS band, CASE WHEN won THEN step END AS tier,
  CASE WHEN won THEN credited ELSE 0 END * 0.01 AS to_arrears,
  CASE WHEN won THEN total - credited ELSE 0 END * 0.01 AS to_pay,
  CASE WHEN won THEN offer + 28 END AS deadline,
  concat_ws('|', first, CASE WHEN open THEN concat_ws('|', CASE WHEN a > 0 THEN 'F1' END,
    CASE WHEN b > 0 THEN CASE WHEN days * s[4] > s[5] THEN 'D2' ELSE 'D1' END END,
    CASE WHEN rented AND s[6] > 0 THEN CASE WHEN rooms * s[6] > 10000 THEN 'R2' ELSE 'R1' END END,
    CASE WHEN d > 0 THEN 'M1' END, CASE WHEN NOT won THEN 'N0' ELSE concat_ws('|', 'B' || letter,
      CASE WHEN lower(letter) <> impact[1] THEN 'BX' END, step,
      CASE WHEN credited = 0 THEN 'A0' WHEN credited = comp THEN 'A1' ELSE 'A2' END,
      CASE WHEN offer IS NULL THEN 'K0' ELSE 'K1' END) END) END) AS reasons
FROM settled"""


def main(source, target, threads="2"):
    database = duckdb.connect()
    database.execute(f"SET threads = {int(threads)}; SET preserve_insertion_order = true")
    database.execute(f"COPY ({statement(source)}) TO '{target}' (FORMAT csv, HEADER true)")


if __name__ == "__main__":
    main(*sys.argv[1:4])
