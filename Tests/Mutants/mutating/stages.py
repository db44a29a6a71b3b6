"""The tests that a mutant has to pass, the quickest first."""

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

from .package import ROOT

TODAY = "2026-11-21"
PATIENCE = 5
"""A run that takes so many times as long as usual hangs."""
LEAST_PATIENCE = 30
FAILURE = " recorded an issue "
COLOURS = re.compile(r"\x1b\[[0-9;]*m")
LONG = "EverythingTests|CivilDateAgainstFoundationTests|PropertyTests|LargeCaseTests|TamperingTests"
UNUSED = "A sum beyond 64 bits"
"""A test of sums that nobody uses. The optimiser leaves such a sum out, and with it the end of the program."""


class Stage:
    """One set of tests: how it is run, and how long it takes."""

    def __init__(self, name, words, folder, shows_failures=False):
        self.name, self.words, self.folder, self.shows_failures = name, words, folder, shows_failures
        self.usual, self.expected = None, None

    def measure(self):
        """Runs it without a mutant. Gives what is wrong, or nothing."""
        began = time.monotonic()
        failure = self.run(0, 3600)
        self.usual = time.monotonic() - began
        return failure

    def run(self, number, limit=None):
        """How the tests of this stage notice a mutant; `None` where they pass."""
        limit = limit or max(LEAST_PATIENCE, PATIENCE * self.usual)
        environment = {**os.environ, "REDRESS_MUTANT": str(number), "SWIFT_BACKTRACE": "enable=no", "LC_ALL": "C.UTF-8"}
        with subprocess.Popen(self.words, cwd=self.folder, env=environment, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True) as process:
            try:
                return self.watched(process, time.monotonic() + limit)
            finally:
                end(process)

    def watched(self, process, until):
        """Reads what a run says, until it ends, fails or hangs."""
        os.set_blocking(process.stdout.fileno(), False)
        said = ""
        while True:
            piece = process.stdout.read()
            said += (piece or b"").decode("utf-8", "replace")
            if self.shows_failures and FAILURE in said:
                line = next((line for line in said.splitlines() if FAILURE in line), "")
                return COLOURS.sub("", line).split(FAILURE)[0].strip(" ✘").removeprefix("Test ")
            status = process.poll()
            if status is not None:
                said += (process.stdout.read() or b"").decode("utf-8", "replace")
                return None if status == 0 else ended(status, said)
            if time.monotonic() > until:
                return "hangs"
            time.sleep(0.02)


def end(process):
    """Ends a run with all that it started."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass
    process.wait()


def ended(status, said):
    """How a run ended that did not end well."""
    if status < 0:
        return f"stops: {signal.Signals(-status).name}"
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    return f"ends with {status}: {lines[-1] if lines else ''}"[:200]


def stages(folder):
    """All stages for a copy that has been built."""
    built = Path(folder) / ".build" / "debug"
    bundle, command = str(built / "redressPackageTests.xctest"), str(built / "redress")
    tests = [bundle, "--testing-library", "swift-testing", "--filter"]
    short = ["^RedressTests\\.", "--skip", f"{LONG}|{UNUSED}"]
    oracle = [sys.executable, str(ROOT / "Tests" / "Oracle" / "compare.py"), "--quick", "--seed", "1",
              "--differences", "0"]
    laws = [sys.executable, str(ROOT / "Tests" / "Oracle" / "properties.py"), "--quick", "--seed", "1"]
    return [
        Stage("RedressTests", [*tests, *short], folder, shows_failures=True),
        Stage("long RedressTests", [*tests, f"^RedressTests\\.({LONG})"], folder, shows_failures=True),
        Stage("worked examples", [command, "check", "--today", TODAY], ROOT),
        Stage("oracle", [*oracle, "--command", command], ROOT),
        Stage("laws", [*laws, "--command", command], ROOT),
        Stage("GalleryTests", [*tests, "^GalleryTests\\."], folder, shows_failures=True),
    ]
