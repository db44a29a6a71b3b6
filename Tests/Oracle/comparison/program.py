"""Runs `redress batch`, and reads its rows."""

import json
import os
import subprocess
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
TODAY = "2026-11-21"


MOST = 2


class Crash(Exception):
    """The program broke down instead of answering."""


class Program:
    """The command, the folder of matrices that it reads, and the day that it takes for today."""

    def __init__(self, command=None, matrices=None, today=TODAY):
        self.command = command or os.environ.get("REDRESS_COMMAND") or str(built())
        self.matrices = str(matrices or ROOT / "Matrices")
        self.today = today

    def text(self, lines, jobs=1, explain="full", more=()):
        """What the program writes for cases that are JSON already."""
        words = [self.command, "batch", "-", "--from", "ndjson", "--as", "ndjson", "--explain", explain,
                 "--jobs", str(jobs), "--matrices", self.matrices, "--today", self.today, *more]
        done = subprocess.run(words, input="\n".join(lines) + "\n", capture_output=True, text=True, cwd=ROOT,
                              check=False, env={**os.environ, "SWIFT_BACKTRACE": "enable=no"})
        if done.returncode < 0 or done.returncode > 128:
            raise Crash(done.returncode)
        told = done.stdout.count("\n")
        if done.returncode not in (0, 1, 65) or told != len(lines):
            raise RuntimeError(f"batch ended with {done.returncode} after {told} of {len(lines)} rows: "
                               + done.stderr[-2000:])
        return done.stdout

    def timetables(self, cases):
        """The timetables of cases, in their order."""
        words = [self.command, "deadlines", "-", "--json", "--matrices", self.matrices, "--today", self.today]
        lines = "".join(json.dumps(case) + "\n" for case in cases)
        done = subprocess.run(words, input=lines, capture_output=True, text=True, cwd=ROOT, check=False)
        rows = [json.loads(line) for line in done.stdout.splitlines()]
        return rows if len(rows) == len(cases) else [{} for _ in cases]

    def rows(self, cases, jobs=1, explain="full"):
        """The assessments of cases, in their order. A case on which the program breaks down has one that says so."""
        try:
            return self._rows(cases, jobs, explain)
        except Crash:
            crashed = Counter()
            return self._one_by_one(cases, jobs, explain, crashed)

    def _one_by_one(self, cases, jobs, explain, crashed):
        """Halves the cases until those are found on which the program breaks down."""
        left = [case for case in cases if crashed[case["scheme"]] < MOST]
        rows = iter(())
        if left:
            try:
                rows = iter(self._rows(left, jobs, explain))
            except Crash as crash:
                if len(left) == 1:
                    crashed[left[0]["scheme"]] += 1
                    rows = iter([{"outcome": "crashed", "scheme": left[0]["scheme"], "code": crash.args[0]}])
                else:
                    half = len(left) // 2
                    first = self._one_by_one(left[:half], jobs, explain, crashed)
                    rows = iter(first + self._one_by_one(left[half:], jobs, explain, crashed))
        kept = {id(case) for case in left}
        return [next(rows) if id(case) in kept else {"outcome": "not run", "scheme": case["scheme"]} for case in cases]

    def _rows(self, cases, jobs, explain):
        text = self.text([json.dumps(case) for case in cases], jobs, explain)
        return [json.loads(line) for line in text.splitlines()]


def built():
    """The newest command that was built here."""
    found = [path for kind in ("release", "debug") for path in (ROOT / ".build" / kind / "redress",) if path.exists()]
    if not found:
        raise SystemExit("No command is built. Run `swift build -c release --product redress`, "
                         "or name one with --command.")
    return max(found, key=lambda path: path.stat().st_mtime)


def schemes_of(matrices):
    """The names of the schemes in a folder."""
    return sorted(path.name for path in Path(matrices).iterdir()
                  if path.is_dir() and path.name not in ("calendars", "examples", "cases") and any(path.glob("*.yaml")))


def chosen(names, matrices):
    """The schemes that are asked for by name, or all of them."""
    known = schemes_of(matrices)
    wanted = known if names == "all" else names.split(",")
    unknown = [name for name in wanted if name not in known]
    if unknown:
        raise SystemExit(f"{matrices} has no scheme {', '.join(unknown)}. It has {', '.join(known)}.")
    return wanted
