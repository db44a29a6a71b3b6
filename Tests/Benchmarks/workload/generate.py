#!/usr/bin/env python3
"""Makes the records of the performance workload: the same ones every time.

usage: generate.py COUNT BASE [--seed 1] [--jobs 2]

Writes BASE.ndjson and BASE.csv with the same records. A small file is the beginning of a larger one.
Most lines are written one way; one in a hundred has another order of keys and a key that nobody knows, and one in a
hundred has spaces and shorter pence, so that a reader cannot live on one shape.
"""
import argparse, json, multiprocessing
import records

KEYS = ("id", "property", "tenancy", "service", "impact", "event", "claimed", "offer", "discretion", "excl", "fixed",
        "days", "rent", "receipts", "arrears", "note")
COLUMNS = ("id,property,tenancy,service,impact,event,claimed,offer,discretion,excl,fixed,days,weekly_rent,rooms,weeks,"
           "receipt1,receipt2,receipt3,arrears,note\n")


def pounds(pence):
    if pence is None: return None
    return f"{'-' if pence < 0 else ''}{abs(pence) // 100}.{abs(pence) % 100:02d}"


def values(record, comma, colon):
    """The JSON text of each value. Pounds are numbers with two places."""
    def text(value): return json.dumps(value, ensure_ascii=False)
    rent = record["rent"]
    parts = dict(record)
    for key in ("event", "claimed", "offer"): parts[key] = record[key] and record[key].isoformat()
    written = {key: text(parts[key]) for key in KEYS if key not in ("rent", "receipts", "arrears", "excl")}
    written["rent"] = "null" if rent is None else "{" + comma.join(
        f'"{key}"{colon}{value}' for key, value in
        (("weekly", pounds(rent["weekly"]) or "null"), ("rooms", rent["rooms"]), ("weeks", rent["weeks"]))) + "}"
    written["receipts"] = "[" + comma.join(map(pounds, record["receipts"])) + "]"
    written["excl"] = "[" + comma.join(map(text, record["excl"])) + "]"
    written["arrears"] = pounds(record["arrears"])
    return {key: written[key] for key in KEYS}


def as_json(record, draw):
    if record["style"] == "plain":
        return "{" + ",".join(f'"{key}":{text}' for key, text in values(record, ",", ":").items()) + "}\n"
    if record["style"] == "spaced":
        written = values(record, ", ", ": ")
        if written["arrears"].endswith("0"): written["arrears"] = written["arrears"][:-1]
        return "{ " + ", ".join(f'"{key}": {text}' for key, text in written.items()) + " }\n"
    entries = [entry for entry in values(record, ",", ":").items() if entry[1] != "null"]
    entries.append(("ext", '{"src":"crm","ids":[7,{"of":"}]"}]}'))
    draw.shuffle(entries)
    if "£" in record["note"]: entries = [(key, text.replace("£", "\\u00a3")) for key, text in entries]
    return "{" + ",".join(f'"{key}":{text}' for key, text in entries) + "}\n"


def as_csv(record):
    rent = record["rent"] or dict(weekly=None, rooms=None, weeks=None)
    receipts = [pounds(pence) for pence in record["receipts"]] + [None] * (3 - len(record["receipts"]))
    note = record["note"]
    if any(mark in note for mark in ',"\n'): note = '"' + note.replace('"', '""') + '"'
    cells = [*(record[key] for key in KEYS[:8]), record["discretion"], "|".join(record["excl"]), record["fixed"],
             record["days"], pounds(rent["weekly"]), rent["rooms"], rent["weeks"], *receipts, pounds(record["arrears"]),
             note]
    return ",".join("" if cell is None else str(cell).lower() if isinstance(cell, bool) else str(cell)
                    for cell in cells) + "\n"


def block(task):
    lines, rows = [], []
    for record, draw in records.block(*task):
        lines.append(as_json(record, draw))
        rows.append(as_csv(record))
    return "".join(lines).encode(), "".join(rows).encode()


def generate(count, base, seed=1, jobs=2):
    tasks = ((seed, number, count) for number in range(-(-count // records.BLOCK)))
    with open(base + ".ndjson", "wb") as lines, open(base + ".csv", "wb") as rows, multiprocessing.Pool(jobs) as pool:
        rows.write(COLUMNS.encode())
        for some_lines, some_rows in pool.imap(block, tasks):
            lines.write(some_lines)
            rows.write(some_rows)


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("count", type=lambda text: int(float(text)))
    arguments.add_argument("base")
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--jobs", type=int, default=2)
    given = arguments.parse_args()
    generate(given.count, given.base, given.seed, given.jobs)
