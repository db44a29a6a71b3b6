#!/usr/bin/env python3
"""Writes the records of the workload as case files of ours, with the same information.

usage: convert.py BASE [--jobs 2]

Reads BASE.ndjson and writes BASE.cases.ndjson (one `redress-case/1` object a line) and BASE.cases.csv (one row each).
It works on blocks of lines, so a file of any size takes the same memory.

- A record always states its days, so the item `daily` is always there, with 0 days where none were lost. The other
  items are there where something is claimed: `fixed` if its flag is set, `rent` if there are rooms and weeks,
  `receipts` if there are any. Our CSV has one sum an item, so each receipt is an item of its own there.
- Flags that are false, and what is null, are left out. Arrears below zero are a balance in the resident's favour: no
  arrears. A mark that is no exclusion of the policy goes to the references, because an unknown fact is a fault.
- A record in another order of keys is written in another order, one with spaces with spaces. Amounts keep their digits
  and the note its escapes, as they stand.
"""
import argparse, json, multiprocessing, os, random, re

BLOCK = 4 << 20
DAYS = (("incident-date", "event"), ("claim-date", "claimed"), ("offer-date", "offer"))
FLAGS = {mark: mark.replace("_", "-")
         for mark in ("legal", "insured", "tenant_caused", "no_access", "third_party", "injury")}
DECODER = json.JSONDecoder(parse_float=str)
NOTE = re.compile(r'"note": ?("(?:[^"\\]|\\.)*")')
MARK = re.compile(r'("(?:[^"\\]|\\.)*")|([,:])')  # a text, or what may be followed by a space
COLUMNS = ["case", "scheme", "incident-date", "claim-date", "offer-date", "service", "impact", "discretion",
           *FLAGS.values(), "weekly-rent", "rooms", "weeks", "rent-arrears",
           "item1.head", "item1.days", "item2.head", "item3.head", "item4.head", "item4.receipts", "item5.head",
           "item5.receipts", "item6.head", "item6.receipts", "references.household", "references.rent-account",
           "references.mark", "letter.points"]


def facts_of(record):
    """The facts of a case, each as JSON writes it, in the order in which they are written."""
    days = [(name, record.get(key)) for name, key in DAYS]
    facts = {name: f'"{day}"' for name, day in days if day is not None}
    facts["service"] = f'"{record["service"].replace("_", "-")}"'
    facts["impact"] = f'"{record["impact"]}"'
    if record["discretion"]: facts["discretion"] = "true"
    for mark in record["excl"]:
        if mark in FLAGS: facts[FLAGS[mark]] = "true"
    rent = record.get("rent")
    if rent:
        if rent["weekly"] is not None: facts["weekly-rent"] = rent["weekly"]
        facts["rooms"], facts["weeks"] = str(rent["rooms"]), str(rent["weeks"])
    if record["arrears"][0] != "-": facts["rent-arrears"] = record["arrears"]
    return facts


def claims_rent(record):
    rent = record.get("rent")
    return bool(rent and rent["rooms"] and rent["weeks"])


def references_of(record):
    references = {"household": record["property"], "rent-account": record["tenancy"]}
    for mark in record["excl"]:
        if mark not in FLAGS: references["mark"] = mark
    if "ext" in record: references["source"] = record["ext"]["src"]
    return references


def in_other_order(parts, record):
    """The same entries, in an order that depends only on the record."""
    names = list(parts)
    random.Random(record["id"]).shuffle(names)
    return {name: parts[name] for name in names}


def mapping(parts): return "{" + ",".join([f'"{name}":{value}' for name, value in parts.items()]) + "}"


def as_json(line, record, facts):
    """The case as one line, spaced and ordered as the record is."""
    items = [f'{{"head":"daily","days":{record["days"]}}}']
    if record["fixed"]: items.append('{"head":"fixed"}')
    if claims_rent(record): items.append('{"head":"rent"}')
    if record["receipts"]: items.append(f'{{"head":"receipts","receipts":[{",".join(record["receipts"])}]}}')
    is_ordered = line.startswith(('{"id"', "{ "))
    case = {"case": f'"{record["id"]}"', "scheme": '"workload"',
            "facts": mapping(facts if is_ordered else in_other_order(facts, record)),
            "items": f"[{','.join(items)}]",
            "references": mapping({name: f'"{value}"' for name, value in references_of(record).items()}),
            "letter": f'{{"points":[{NOTE.search(line).group(1)}]}}'}
    written = mapping(case if is_ordered else in_other_order(case, record))
    return MARK.sub(lambda found: found[1] or found[2] + " ", written) if line.startswith("{ ") else written


def as_csv(record, facts):
    """The case as one row."""
    cells = dict.fromkeys(COLUMNS, "")
    for name, value in facts.items(): cells[name] = value.strip('"')
    cells["case"], cells["scheme"] = record["id"], "workload"
    cells["item1.head"], cells["item1.days"] = "daily", str(record["days"])
    if record["fixed"]: cells["item2.head"] = "fixed"
    if claims_rent(record): cells["item3.head"] = "rent"
    for place, receipt in enumerate(record["receipts"], 4):
        cells[f"item{place}.head"], cells[f"item{place}.receipts"] = "receipts", receipt
    for name, value in references_of(record).items():
        if name != "source": cells["references." + name] = value
    note = record["note"]
    if any(mark in note for mark in ',"\n'): note = '"' + note.replace('"', '""') + '"'
    cells["letter.points"] = note
    return ",".join(cells.values())


def convert(part):
    """The two forms of the lines that begin in a part of the file."""
    path, start, end = part
    with open(path, "rb") as file:
        if start:
            file.seek(start - 1)
            file.readline()
        lines = file.readlines(end - file.tell()) if file.tell() < end else []
    objects, rows = [], []
    for line in b"".join(lines).decode().split("\n"):
        if not line: continue
        record = DECODER.decode(line)
        facts = facts_of(record)
        objects.append(as_json(line, record, facts))
        rows.append(as_csv(record, facts))
    return "".join(text + "\n" for text in objects).encode(), "".join(text + "\n" for text in rows).encode()


def convert_file(base, jobs=2):
    source, size = base + ".ndjson", os.path.getsize(base + ".ndjson")
    parts = ((source, start, min(start + BLOCK, size)) for start in range(0, size, BLOCK))
    with open(base + ".cases.ndjson", "wb") as objects, open(base + ".cases.csv", "wb") as rows:
        rows.write((",".join(COLUMNS) + "\n").encode())
        with multiprocessing.Pool(jobs) as pool:
            for some_objects, some_rows in pool.imap(convert, parts):
                objects.write(some_objects)
                rows.write(some_rows)


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("base")
    arguments.add_argument("--jobs", type=int, default=2)
    given = arguments.parse_args()
    convert_file(given.base, given.jobs)
