"""Runs the command `redress`, as it is and with a kill at some moment."""

import ctypes
import ctypes.util
import os
import pathlib
import random
import select
import shutil
import signal
import struct
import subprocess
import sys
import threading
import time
from collections import namedtuple

ROOT = pathlib.Path(__file__).resolve().parents[2]
OFFICERS = ROOT / "Fixtures/officers.yaml"
KEYS = ROOT / "Fixtures/keys"
LOCKED = 75

Ended = namedtuple("Ended", "code out err seconds")


def find_command(given):
    """The command that was named, or the newest one that was built here, or the one on the path."""
    built = [ROOT / ".build" / kind / "redress" for kind in ("release", "debug")]
    built = sorted((path for path in built if path.is_file()), key=lambda path: -path.stat().st_mtime)
    for path in (given, *built, shutil.which("redress")):
        if path and os.access(path, os.X_OK):
            return os.path.abspath(path)
    sys.exit("No command redress was found. Build it (swift build --product redress), or name it with --command.")


def keep_copy(path, folder):
    """A copy, so that a build that goes on meanwhile changes nothing under a long run."""
    return shutil.copy2(path, os.path.join(folder, "redress"))


class Command:
    """The command, with the matrices of this repository."""

    def __init__(self, path):
        self.path = str(path)
        self.environment = {**os.environ, "REDRESS_MATRICES": str(ROOT / "Matrices"), "COLUMNS": "120"}
        self.known = {}

    def start(self, words, **options):
        return subprocess.Popen(
            [self.path, *map(str, words)], env=self.environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, text=True, errors="replace", **options)

    def run(self, words, **options):
        """Runs it to its end."""
        return self.run_killed(words, None, **options)

    def run_killed(self, words, moment, **options):
        """Runs it, and kills it at a moment: a function that waits, and is given the process.

        What was over before the kill has its own exit code, and no time; what was killed has -9.
        """
        begun = time.monotonic()
        process = self.start(words, **options)
        if moment:
            moment(process)
            if process.poll() is None:
                process.send_signal(signal.SIGKILL)
        out, err = process.communicate()
        return Ended(process.returncode, out, err, None if moment else time.monotonic() - begun)

    def has(self, name, flag=""):
        """Whether there is such a command, with such an option."""
        if name not in self.known:
            ended = self.run([name, "--help"])
            isThere = ended.code == 0 and f"USAGE: redress {name}" in ended.out
            self.known[name] = ended.out if isThere else ""
        return bool(self.known[name]) and flag in self.known[name]


class Moments:
    """Draws the moments of kills, for each act by its name.

    Some are drawn evenly from the start to slightly more than the usual time. Some lie close around the moment at which
    the act turns from not done to done, which is found on the way. Some wait until the register's journal is written
    while the process has it open, by whichever writer, and strike within the next milliseconds. And some strike when
    the command says its first word, which is after the act and before its end.
    """

    def __init__(self, seed, journal):
        self.random = random.Random(seed)
        self.journal = journal
        self.usual, self.edge, self.lock = {}, {}, threading.Lock()

    def learn(self, name, seconds):
        """How long an act took that nobody killed."""
        with self.lock:
            before = self.usual.get(name, seconds)
            self.usual[name] = before + 0.2 * (seconds - before)
            self.edge.setdefault(name, 0.95 * seconds)

    def draw(self, name):
        """The way and the function that waits. Nothing is drawn for an act whose time is not known yet."""
        with self.lock:
            usual = self.usual[name]
            way = self.random.choices(["even", "edge", "journal", "word"], [35, 20, 30, 15])[0]
            edge = self.edge[name]
            late = self.random.choice([self.random.expovariate(150), self.random.uniform(0, 0.3 * usual)])
            delay = self.random.uniform(0, 1.15 * usual)
            if way == "edge":
                delay = max(0.0, self.random.gauss(edge, 0.04 * usual))
        if way == "journal" and self.journal.is_there:
            return way, lambda process: (self.journal.wait(process, 3 * usual), time.sleep(late))
        if way == "word":
            return way, lambda process: select.select([process.stdout], [], [], 3 * usual)
        return way, lambda process: time.sleep(delay)

    def learn_edge(self, name, way, is_done):
        """A kill that found the act done, or over, came after the edge, another before it."""
        if way == "edge":
            with self.lock:
                self.edge[name] += (-0.05 if is_done else 0.05) * self.usual[name]


class Journal:
    """Watches a register's folder for writes to its journal, where the system can (inotify of Linux)."""

    MODIFIED, NONBLOCKING = 0x2, 0o4000

    def __init__(self, register):
        self.folder, self.name = os.path.split(os.path.abspath(register) + "-wal")
        library = ctypes.CDLL(ctypes.util.find_library("c") or "libc.so.6", use_errno=True)
        self.library = library if hasattr(library, "inotify_init1") else None
        self.is_there = self.library is not None

    def wait(self, process, at_most):
        """Returns at the next write of the journal while a process has it open, or when the time is over."""
        watch = self.library.inotify_init1(self.NONBLOCKING)
        if watch < 0:
            return
        try:
            self.library.inotify_add_watch(watch, self.folder.encode(), self.MODIFIED)
            end = time.monotonic() + at_most
            while process.poll() is None and (left := end - time.monotonic()) > 0:
                if not select.select([watch], [], [], min(left, 0.1))[0]:
                    continue
                if self.name in self.names(os.read(watch, 65536)) and self.is_open(process):
                    return
        finally:
            os.close(watch)

    def is_open(self, process):
        folder = f"/proc/{process.pid}/fd"
        try:
            return any(os.readlink(f"{folder}/{one}").endswith(self.name) for one in os.listdir(folder))
        except OSError:
            return False

    @staticmethod
    def names(notes):
        place = 0
        while place < len(notes):
            length = struct.unpack_from("iIII", notes, place)[3]
            yield notes[place + 16:place + 16 + length].rstrip(b"\0").decode()
            place += 16 + length
