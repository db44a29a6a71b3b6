"""Compares the program and the oracle on random matrices, many in one run of the program."""

import json
import re
import shutil
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from multiprocessing import Pool
from pathlib import Path
from random import Random

from draw import Cases
from draw.notation import day, read_matrix
from draw.schemes import CALENDAR, scheme
from draw.writing import text_of

from .chunks import Count, compared
from .differing import described
from .oracle import Oracle
from .program import ROOT, Program
from .shrinking import shrink

TOGETHER = 40
EDITION = "2020-01-01"
FAULT = re.compile(r"([a-z0-9-]+)/" + EDITION + r"\.yaml:\d+:\d+: (\S+)")


def make_folder(folder, seed, first, count):
    """Writes random matrices and their calendar; those that the program finds at fault are taken out again."""
    Path(folder, "calendars").mkdir(parents=True)
    calendar = odd_calendar(Random(f"{seed} {first}"))
    Path(folder, "calendars", CALENDAR + ".yaml").write_text(text_of(calendar), encoding="utf-8")
    made = {}
    for number in range(first, first + count):
        name = f"random-{number}"
        made[name] = scheme(seed, name)
        Path(folder, name).mkdir()
        Path(folder, name, EDITION + ".yaml").write_text(text_of(made[name]), encoding="utf-8")
    return made, calendar


def odd_calendar(random):
    """A calendar with far more closed days than any real one, some of them in a row."""
    closed, at = [], date(2019, 1, 1)
    while at < date(2031, 12, 31):
        if at.weekday() < 5 and random.random() < (0.5 if closed and closed[-1] == at - timedelta(1) else 0.06):
            closed.append(at)
        at += timedelta(1)
    return {"format": "redress-calendar/1", "calendar": CALENDAR, "title": "Odd days", "source": "Made up",
            "covers": {"from": "2019-01-01", "to": "2031-12-31"},
            "holidays": [{"on": one.isoformat(), "name": "Closed"} for one in closed]}


def faults_of(command, folder):
    """The schemes of a folder that `redress check` finds at fault, each with the words of its faults."""
    done = subprocess.run([command, "check", "--matrices", str(folder), "--today", "2026-11-21"], capture_output=True,
                          text=True, cwd=ROOT, check=False)
    found = {}
    for name, code in FAULT.findall(done.stderr):
        found.setdefault(name, []).append(code)
    return found


def part(task):
    """Compares one folder of random matrices."""
    command, seed, first, count, cases = task
    folder = Path(tempfile.mkdtemp(prefix="oracle-"))
    try:
        began = time.monotonic()
        made, calendar = make_folder(folder, seed, first, count)
        bad = faults_of(command, folder)
        for name in bad:
            shutil.rmtree(folder / name)
            del made[name]
        drawn = []
        for name, matrix in made.items():
            drawn += Cases(matrix, calendar, [day(EDITION)], f"{seed} {name}").draw(cases)
        oracle, program = Oracle(folder), Program(command, folder)
        found = compared(drawn, oracle, program, began)
        found.schemes, found.bad = len(made), bad
        found.differing = {}
        for kind, (case, differs) in found.examples.items():
            case, differs = shrink(case, oracle, program)
            text = (folder / case["scheme"] / (EDITION + ".yaml")).read_text(encoding="utf-8")
            found.differing[kind] = (case, differs, text)
        return found
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def compare(options):
    """Compares on so many random matrices; ends with 1 where anything differs."""
    cases = options.cases or 100
    command = Program(options.command).command
    end = options.first_scheme + options.random_schemes
    tasks = [(command, options.seed, first, min(TOGETHER, end - first), cases)
             for first in range(options.first_scheme, end, TOGETHER)]
    began, total, schemes, bad, examples = time.monotonic(), Count(), 0, {}, {}
    with Pool(options.jobs) as pool:
        for found in pool.imap(part, tasks):
            total.add(found)
            schemes += found.schemes
            bad.update(found.bad)
            for kind, example in found.differing.items():
                examples.setdefault(kind, example)
            if sys.stderr.isatty():
                print(f"\r{schemes} schemes, {total.different} of {total.cases} cases differ", end="", file=sys.stderr)
    seconds = time.monotonic() - began
    for kind, number in total.kinds.most_common(options.differences):
        case, differs, text = examples[kind]
        print(f"  {number} times: {kind}", "  " + json.dumps(case), *described(differs), sep="\n", flush=True)
        if options.write:
            keep(options.write, case, text)
    spread, shares = total.spread(), total.shares()
    print(f"{schemes} random schemes from {options.first_scheme} on with the seed {options.seed}, {len(bad)} more were at fault ({summary(bad)}).")
    print(f"{total.cases} cases, {total.different} differ. {spread}. "
          f"{total.cases / seconds:.0f} cases a second ({shares}).")
    return 1 if total.different else 0


def keep(folder, case, text):
    """Writes a differing case with its matrix, so that it can be priced alone."""
    place = Path(folder, case["scheme"])
    place.mkdir(parents=True, exist_ok=True)
    Path(place, EDITION + ".yaml").write_text(text, encoding="utf-8")
    Path(folder, "cases").mkdir(exist_ok=True)
    Path(folder, "cases", case["scheme"] + ".json").write_text(json.dumps(case, indent=2) + "\n", encoding="utf-8")


def summary(bad):
    """Which faults there were."""
    codes = sorted({code for found in bad.values() for code in found})
    return ", ".join(codes) or "none"


__all__ = ["compare", "make_folder", "read_matrix"]
