"""Reads a register without the program that wrote it, and checks it.

    python3 Tests/Faults/register_chain.py REGISTER

It reads the events, and works out of what they say, in its own way, what the tables must hold. It checks

- database: that SQLite finds the file whole, and that its rows fit together;
- chain: that each event holds the digest of the one before, and is numbered and dated as its columns say;
- half-written: that what belongs to one act is there together, or not at all;
- file: that every kept file has the digest it goes by, and is named by an event;
- state: that the tables agree with the events, in state, days, sums and payments.

Every finding is one line on standard output. Ends with 1 if there is any, with 66 if there is no such file.
"""

import hashlib
import json
import os
import pathlib
import sqlite3
import sys
import urllib.parse
from collections import namedtuple

from offer_state import OFFER_COLUMNS, Offer, pence

Finding = namedtuple("Finding", "kind where says")
APPLICATION = 0x52647273  # "Rdrs"
FORMAT = "redress-register/1"
TABLES = ("offer", "item", "signature", "payment", "run_entry", "open_case")


def digest(content):
    return "sha256:" + hashlib.sha256(content).hexdigest()


def connect(path):
    """A connection that only reads."""
    address = "file:" + urllib.parse.quote(os.path.abspath(path)) + "?mode=ro"
    connection = sqlite3.connect(address, uri=True, isolation_level=None, timeout=30)
    connection.row_factory = sqlite3.Row
    return connection


def events_of(connection):
    """The events as they were written, each with its columns."""
    rows = connection.execute("SELECT * FROM event ORDER BY number").fetchall()
    return [(row, json.loads(row["body"])) for row in rows]


class Check:
    """One look through a register, at one moment, also while others write it."""

    def __init__(self, path):
        self.findings = []
        self.connection = connect(path)
        self.connection.execute("BEGIN")

    def find(self, kind, where, says):
        self.findings.append(Finding(kind, where, says))

    def run(self):
        self.check_database()
        if any(finding.kind == "database" for finding in self.findings):
            return self.findings
        self.rows = events_of(self.connection)
        self.events = [body for _, body in self.rows]
        self.check_chain()
        self.check_together()
        self.check_files()
        self.check_tables()
        self.connection.close()
        return self.findings

    # The database

    def check_database(self):
        try:
            lines = [row[0] for row in self.connection.execute("PRAGMA integrity_check")]
            for line in lines:
                if line != "ok":
                    self.find("database", "integrity", line)
            for row in self.connection.execute("PRAGMA foreign_key_check"):
                self.find("database", row[0], f"row {row[1]} belongs to a row of {row[2]} that is missing")
            number = self.connection.execute("PRAGMA application_id").fetchone()[0]
            if number != APPLICATION:
                self.find("database", "header", f"the file is not marked as a register: {number:#x}")
            there = {row[0] for row in self.connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
            for table in ("event", "file", *TABLES):
                if table not in there:
                    self.find("database", table, "the table is missing")
        except sqlite3.DatabaseError as error:
            self.find("database", "file", str(error))

    # The chain

    def check_chain(self):
        before = digest(b"")
        for place, (row, body) in enumerate(self.rows, 1):
            where = f"event {place}"
            if row["number"] != place or body.get("event") != place:
                self.find("chain", where, f"it is numbered {row['number']}, and calls itself {body.get('event')}")
            if digest(row["body"].encode()) != row["digest"]:
                self.find("chain", where, "its digest is not that of what it says")
            if body.get("previous") != before:
                self.find("chain", where, "it does not follow the event before it")
            before = row["digest"]
            columns = (row["offer"], row["kind"], row["officer"], row["day"], row["recorded_at"])
            said = tuple(body.get(key) for key in ("offer", "kind", "by", "on", "recorded-at"))
            if columns != said:
                self.find("chain", where, f"its columns are {columns}, and it says {said}")
            if (body.get("kind") == "begun") != (place == 1):
                self.find("chain", where, "the first event, and no other, begins the register")
        if not self.rows:
            self.find("chain", "event 1", "there is no event")
        elif self.events[0].get("format") != FORMAT or len(self.events[0].get("origin", "")) != 32:
            self.find("chain", "event 1", "it states no format or no origin")

    # What belongs together

    def check_together(self):
        """A revision says so in two lives. Both events are of one act, so one follows right after the other."""
        pending, superseded, supersedes = {}, set(), {}
        for place, event in enumerate(self.events):
            kind, offer = event["kind"], event.get("offer")
            expected = None
            if kind == "drafted":
                supersedes[offer] = event.get("supersedes")
                if supersedes[offer]:
                    expected = ("revised", supersedes[offer], offer)
            elif kind == "issued" and supersedes.get(offer) and supersedes[offer] not in superseded:
                expected = ("superseded", supersedes[offer], offer)
            elif kind == "withdrawn" and supersedes.get(offer) and pending.get(supersedes[offer]) == offer:
                expected = ("revision-withdrawn", supersedes[offer], offer)
            elif kind == "revised":
                pending[offer] = event["revision"]
                if self.state_before(offer, event["event"]) in ("drafted", "signed", "withdrawn"):
                    superseded.add(offer)
            elif kind == "revision-withdrawn":
                pending.pop(offer, None)
            elif kind == "superseded":
                superseded.add(offer)
            follower = self.events[place + 1] if place + 1 < len(self.events) else {}
            found = (follower.get("kind"), follower.get("offer"), follower.get("revision"))
            if expected and found != expected:
                self.find("half-written", f"event {event['event']}", f"{expected} does not follow it")
            isSecond = kind in ("revised", "superseded", "revision-withdrawn")
            first = self.events[place - 1].get("kind") if place else None
            partner = {"revised": "drafted", "superseded": "issued", "revision-withdrawn": "withdrawn"}.get(kind)
            if isSecond and first != partner:
                self.find("half-written", f"event {event['event']}", f"{kind} stands without the act it belongs to")

    def state_before(self, offer, number):
        return Offer([event for event in self.events if event.get("offer") == offer and event["event"] < number]).state

    # Files

    def check_files(self):
        named, erased = {}, set()
        for event in self.events:
            for kind, one in files_named(event):
                named.setdefault(one, (kind, event["event"]))
            if event["kind"] == "erased":
                erased.update(event["files"])
        kept = {}
        for row in self.connection.execute("SELECT digest, kind, event, bytes FROM file"):
            kept[row["digest"]] = row
            where = f"file {row['digest'][:19]}"
            if named.get(row["digest"]) != (row["kind"], row["event"]):
                self.find("half-written", where, f"event {row['event']} does not name this {row['kind']}")
            if row["bytes"] is None:
                if row["digest"] not in erased:
                    self.find("file", where, f"this {row['kind']} is gone, and no event says that it was erased")
            elif row["digest"] in erased:
                self.find("half-written", where, f"this {row['kind']} was erased, and is still there")
            elif digest(row["bytes"]) != row["digest"]:
                self.find("file", where, f"this {row['kind']} has another digest")
        for one, (kind, number) in named.items():
            if one not in kept:
                self.find("half-written", f"event {number}", f"it names a {kind} that is not kept")

    # Tables

    def check_tables(self):
        lives = {}
        for event in self.events:
            if event.get("offer") is not None:
                lives.setdefault(event["offer"], []).append(event)
        if sorted(lives) != list(range(1, len(lives) + 1)):
            self.find("state", "offers", f"they are numbered {sorted(lives)}")
        expected = {table: {} for table in TABLES}
        for number, events in sorted(lives.items()):
            offer = Offer(events)
            for fault in offer.faults:
                self.find("state", f"offer {number}", fault)
            expected["offer"][(number,)] = offer.columns
            expected["item"].update(offer.items)
            expected["signature"].update(offer.signatures)
            expected["payment"].update(offer.payments)
            open_case = offer.open_case(self.file)
            if open_case:
                expected["open_case"][(number,)] = open_case
        for event in self.events:
            for entry in event.get("entries", []):
                key = (event["event"], entry["offer"], entry["method"])
                expected["run_entry"][key] = (*key[:2], event["lists"], key[2], pence(entry["amount"]), None)
            if event["kind"] == "run-cancelled":
                self.cancel(event, expected["run_entry"])
        self.compare("offer", OFFER_COLUMNS, 1, expected)
        self.compare("item", "offer, item, head, amount, already_paid, set_off, payable, form, is_in_kind, is_accepted",
                     2, expected)
        self.compare("signature", "offer, officer, role, digest, event", 2, expected)
        self.compare("payment", "event, offer, method, amount, officer, day, proof, returned_in, run", 1,
                     expected)
        rows = self.connection.execute("SELECT run, offer, kind, method, amount, cancelled_in FROM run_entry").fetchall()
        self.compare_rows("run_entry", {(row[0], row[1], row[3]): tuple(row) for row in rows}, expected["run_entry"])
        rows = self.connection.execute("SELECT * FROM open_case").fetchall()
        self.compare_rows("open_case", {(row[0],): said(row) for row in rows}, expected["open_case"])

    def file(self, one):
        """The bytes of a kept file."""
        row = self.connection.execute("SELECT bytes FROM file WHERE digest = ?", (one,)).fetchone()
        return row and row[0] or b"{}"

    def cancel(self, event, entries):
        """Takes entries off a run: those of its offers that were not paid in it before."""
        paid = {(earlier["offer"], earlier["run"], earlier["method"]) for earlier in self.events
                if earlier["kind"] == "paid" and earlier.get("run") and earlier["event"] < event["event"]}
        for key, entry in entries.items():
            isIts = key[0] == event["run"] and key[1] in event["offers"] and entry[5] is None
            if isIts and (key[1], key[0], key[2]) not in paid:
                entries[key] = (*entry[:5], event["event"])

    def compare(self, table, columns, width, expected):
        rows = self.connection.execute(f"SELECT {columns} FROM {table}").fetchall()
        self.compare_rows(table, {tuple(row)[:width]: tuple(row) for row in rows}, expected[table])

    def compare_rows(self, table, there, expected):
        for key in sorted(set(there) | set(expected), key=str):
            where = f"{table} {' '.join(str(part) for part in key)}"
            if key not in there:
                self.find("half-written", where, "the events tell of it, and the table has no row")
            elif key not in expected:
                self.find("half-written", where, "the table has a row, and no event tells of it")
            elif there[key] != expected[key]:
                pairs = [f"{one!r} where the events say {other!r}" for one, other in zip(there[key], expected[key])
                         if one != other]
                self.find("state", where, "; ".join(pairs))


def said(row):
    """What the texts of a row of open cases say."""
    def read(text):
        try:
            return text and json.loads(text)
        except ValueError:
            return f"no JSON: {text}"
    return (row[0], read(row[1]), read(row[2]), read(row[3]), row[4])


def files_named(event):
    """The files that an event names: what they are, and their digests."""
    kind = event["kind"]
    if kind == "drafted":
        yield "offer", event["offer-digest"]
        if event["letter-digest"]:
            yield "letter", event["letter-digest"]
    elif kind == "signed":
        yield "signature", event["signature"]
    elif kind == "issued":
        for document in event["documents"]:
            yield "document", document["digest"]
    elif kind == "accepted":
        yield "settlement", event["settlement"]
    elif kind == "imported":
        yield "case", event["case"]


def check(path):
    """Everything that is wrong with a register."""
    try:
        return Check(path).run()
    except (sqlite3.DatabaseError, ValueError, KeyError, TypeError) as error:
        return [Finding("database", "file", f"it cannot be read to the end: {type(error).__name__}: {error}")]


def main():
    if len(sys.argv) != 2:
        print(__doc__)
        sys.exit(64)
    if not pathlib.Path(sys.argv[1]).is_file():
        print(f"There is no file {sys.argv[1]}.", file=sys.stderr)
        sys.exit(66)
    findings = check(sys.argv[1])
    for finding in findings:
        print(f"{finding.kind}: {finding.where}: {finding.says}")
    if findings:
        sys.exit(1)
    connection = connect(sys.argv[1])
    size = connection.execute("SELECT count(*) FROM event").fetchone()[0]
    offers = connection.execute("SELECT count(*) FROM offer").fetchone()[0]
    print(f"In order: {size} events, {offers} offers.")


if __name__ == "__main__":
    main()
