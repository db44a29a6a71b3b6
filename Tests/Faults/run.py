"""Runs everything that a register must withstand, and says in one table what came of it.

    python3 Tests/Faults/run.py [--quick] [--runs N] [--seed S] [--command PATH] [--verbose]

Kills of the command at random moments (crash.py), several writers at once (two_writers.py), full disks, locks and
damaged files (full_disk.py), and tampering with a sound register (try_register_chain.py). Each line of the table is one
of them: how many runs, what was lost, doubled, half-written, how many breaks of the chain, and how it ended. With
--quick it takes some minutes, with 50 kills in place of 1,000. Ends with 1 on any loss, or where one of them did not
come to its end.
"""

import argparse
import collections
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time

from command import find_command, keep_copy

HERE = pathlib.Path(__file__).resolve().parent
COLUMNS = ["runs", "lost", "doubled", "half-written", "chain breaks", "other", "exit", "minutes"]

# How a fault is said, by the column that it belongs to; the first that fits counts.
KINDS = [
    ("doubled", re.compile(r"doubled|twice|more than once")),
    ("half-written", re.compile(r"half|\.part|neither done nor|torn")),
    ("chain breaks", re.compile(r"\bchain\b|digest|previous|gap in|MISSED|tables?\b|integrity")),
    ("lost", re.compile(r"lost|missing|not in the register|gone|is not there")),
]


def trials(given):
    """What is run: a name, its words, and where its output says how many runs there were."""
    kills = given.runs if given.runs is not None else 50 if given.quick else 1000
    seconds = "5" if given.quick else "30"
    writers = ["1", "2"] if given.quick else ["1", "2", "4"]
    yield "kill -9", ["crash.py", "--runs", str(kills), "--seed", str(given.seed)], r"^Kills (\d+) in"
    yield ("writers at once", ["two_writers.py", "--seconds", seconds, "--writers", *writers],
           r"^Writers: .*? lists\. (\d+) acts")
    if given.quick:
        for case in ("full_disk", "limited_files", "locked", "truncated"):
            yield case.replace("_", " "), ["full_disk.py", "--case", case], r"^Commands run under a fault: (\d+)"
    else:
        yield "disks and locks", ["full_disk.py"], r"^Commands run under a fault: (\d+)"
    yield "tampering", ["try_register_chain.py"], r"^Changes: (\d+), found"


def kind_of(fault):
    return next((kind for kind, pattern in KINDS if pattern.search(fault)), "other")


def run(name, words, pattern, command, log, isVerbose):
    """Runs one program to its end. Gives its row."""
    row, faults, begun = collections.Counter(), [], time.monotonic()
    order = [sys.executable, "-u", str(HERE / words[0]), *words[1:], "--command", command]
    print(f"\n=== {name}: {' '.join(words)}", file=log, flush=True)
    process = subprocess.Popen(order, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                               text=True, errors="replace")
    try:
        for line in process.stdout:
            log.write(line)
            if isVerbose:
                print("  " + line, end="", flush=True)
            found = re.search(pattern, line)
            row["runs"] += int(found.group(1)) if found else 0
            if line.startswith(("FAULT:", "MISSED:")):
                faults.append(line.strip())
    finally:
        if process.poll() is None and sys.exc_info()[0]:
            process.terminate()
        process.wait()
    # A fault is told when it happens and, by some programs, once more at the end.
    for fault in dict.fromkeys(faults):
        row[kind_of(fault)] += 1
    row["exit"], row["minutes"] = process.returncode, (time.monotonic() - begun) / 60
    # Nothing run is nothing shown.
    row["isWell"] = process.returncode == 0 and not faults and row["runs"] > 0
    return row, list(dict.fromkeys(faults))


def line(name, cells):
    return f"{name:<18}" + "".join(f"{cell:>14}" for cell in cells)


def show(rows):
    print("\n" + line("", COLUMNS))
    total = collections.Counter()
    for name, row in rows:
        total.update({column: row[column] for column in COLUMNS if column != "exit"})
        total["exit"] = max(total["exit"], abs(row["exit"]))
        print(line(name, cells(row)))
    print(line("all", cells(total)))


def cells(row):
    return [f"{row[column]:.1f}" if column == "minutes" else row[column] for column in COLUMNS]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="some minutes in place of an hour")
    parser.add_argument("--runs", type=int, help="how many kills; 1,000, or 50 with --quick")
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1 << 32))
    parser.add_argument("--command", help="the command to run")
    parser.add_argument("--verbose", action="store_true", help="show what each of them prints, as it goes")
    given = parser.parse_args()
    folder = tempfile.mkdtemp(prefix="redress-withstand-")
    command = keep_copy(find_command(given.command), folder)
    path = os.path.join(folder, "log.txt")
    print(f"Seed {given.seed}. What each of them prints is in {path}.", flush=True)
    rows, faults = [], []
    with open(path, "w", encoding="utf-8") as log:
        for name, words, pattern in trials(given):
            print(f"{name} …", flush=True)
            row, found = run(name, words, pattern, command, log, given.verbose)
            rows.append((name, row))
            faults += [f"{name}: {fault}" for fault in found]
            if not row["isWell"] and not found:
                faults.append(f"{name}: ended with {row['exit']} after {row['runs']} runs, and told no fault: see the log")
    show(rows)
    for fault in faults[:50]:
        print(fault)
    if len(faults) > 50:
        print(f"and {len(faults) - 50} more: see {path}")
    print(f"\n{'Nothing was lost.' if not faults else f'Faults: {len(faults)}.'} Seed {given.seed}.")
    os.remove(command)
    if not faults:
        shutil.rmtree(folder)
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
