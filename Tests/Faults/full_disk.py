"""Takes away what a register needs, or damages it, and looks at how the command ends and what it says.

    python3 Tests/Faults/full_disk.py [--command PATH] [--case WORD]

A full disk, a register or a folder that may only be read, somebody who holds it for too long, damaged, cut, empty and
foreign files, and a register of a later version. Each case states the exit codes that are right. The command must
never be ended by a signal. Where the register was sound before, it must be unharmed afterwards (register_chain.py), and
an act must go through once the fault is gone. A file that the command refuses must have the same bytes as before.

Some cases need a small file system of their own, or another user, and are skipped where this is not run as root.
Ends with 1 if anything is not as it must be.
"""

import argparse
import collections
import hashlib
import os
import pathlib
import random
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time

import register_chain
from command import KEYS, Command, find_command, keep_copy
from lives import Life, declined, paid, revised_after_sending

OTHER_USER = 65534
FULL, LOCKED, FAULTY, ABSENT = 74, 75, 65, 66


class Bench:
    """A sound register, copies of it that are taken faults to, and what came of it."""

    def __init__(self, command, folder):
        self.command, self.folder = command, folder
        self.rows, self.faults, self.count = [], [], 0
        self.sound = self.place("sound")
        lives = [Life(command, self.sound, folder, f"F-{place}", random.Random(place)) for place in range(5)]
        for life, course in zip(lives, (paid, declined, revised_after_sending)):
            self.live(course(life))
        self.signing, self.signed = lives[3], lives[4]
        self.live([self.signing.draft()])
        self.live([self.signed.draft()])
        self.live([self.signed.sign()])
        # The next acts of two offers, whose words name the register that they are tried on.
        self.sign, self.issue = self.signing.sign(), self.signed.issue()
        fresh = Life(command, self.sound, folder, "F-new", random.Random(9))
        self.offer = fresh.draft()

    def live(self, acts):
        for act in acts:
            ended = self.command.run([act.name, *act.words])
            if ended.code != 0:
                sys.exit(f"The register could not be made: {act.name}: {ended.err}")

    def place(self, name):
        home = os.path.join(self.folder, name)
        os.makedirs(home, exist_ok=True)
        return os.path.join(home, "register.sqlite")

    def copy(self, home=None):
        """A copy of the sound register in a folder of its own."""
        self.count += 1
        home = home or os.path.join(self.folder, f"copy-{self.count}")
        os.makedirs(home, exist_ok=True)
        return shutil.copy(self.sound, os.path.join(home, "register.sqlite"))

    def words(self, act, register):
        return [act.name.split()[0], *(register if word == self.sound else word for word in act.words)]

    def tries(self, register):
        """What is tried: an act that begins an offer, one that signs, one that sends, and two that only look."""
        return {
            "offer": self.words(self.offer, register), "sign": self.words(self.sign, register),
            "issue": self.words(self.issue, register),
            "list": ["list", "--register", register, "--today", "2026-10-20"],
            "history": ["history", "1", "--register", register],
        }

    def expect(self, case, name, ended, codes):
        """Notes how a command ended, and whether it may end so."""
        notes = [line for line in ended.err.splitlines() if not line.startswith("Note: ")]
        says = " ".join(" ".join(notes).split() or ended.err.split())
        isRight = ended.code in codes and (ended.code == 0 or bool(ended.err.strip()))
        self.rows.append((case, name, ended.code, codes, isRight, ended.seconds, says))
        if not isRight:
            self.faults.append(f"{case}: {name} ended with {ended.code}, not {codes}: {says[:300]}")
        return ended

    def must(self, case, isTrue, says):
        if not isTrue:
            self.faults.append(f"{case}: {says}")

    def check_usable(self, case, register, done=()):
        """The register is sound, and takes an act, once the fault is gone. Acts that went through are there already."""
        for finding in register_chain.check(register):
            self.faults.append(f"{case}: harm: {finding.kind}: {finding.where}: {finding.says}")
        for name in ("sign", "offer"):
            ended = self.command.run(self.tries(register)[name])
            isThere = any(words in ended.err for words in
                          ("has a decision already", "was drafted before", "signed this offer already"))
            self.must(case, ended.code == 0 or isThere,
                      f"afterwards {name} ends with {ended.code}: {ended.err.strip()[:200]}")
            self.must(case, isThere == (name in done),
                      f"{name} was {'' if isThere else 'not '}recorded, and its exit code had said otherwise")
        for finding in register_chain.check(register):
            self.faults.append(f"{case}: harm afterwards: {finding.kind}: {finding.where}: {finding.says}")


def fingerprint(path):
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def contents(path, size=None):
    """The bytes of a database, without the counters of its header that every transaction moves on.

    To open it for writing, GRDB makes an empty table and takes it away again: one free page at its end, beyond `size`,
    and in the header the number of pages and where the free ones are."""
    with open(path, "rb") as file:
        content = bytearray(file.read())
    if size is not None and len(content) - size > 4096:
        return content
    for start, end in ((24, 44), (92, 100)):
        content[start:end] = b"\0" * len(content[start:end])
    return bytes(content[:size])


# A full disk

def full_disk(bench):
    """A small file system with less and less room, so that the room ends at every point of an act."""
    if os.geteuid() != 0:
        return "needs to be run as root"
    home = os.path.join(bench.folder, "small")
    os.mkdir(home)
    outcome = collections.Counter()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", home], check=False).returncode:
        return "no small file system can be mounted here"
    try:
        for room in [*range(0, 200_000, 8192), *range(200_000, 600_000, 65_536)]:
            register = bench.copy(home)
            state = os.statvfs(home)
            with open(os.path.join(home, "filler"), "wb") as filler:
                filler.write(b"." * max(0, state.f_bavail * state.f_frsize - room))
            done = set()
            for name in ("offer", "sign", "issue"):
                ended = bench.command.run(bench.tries(register)[name])
                outcome[name, ended.code] += 1
                done.update([name] if ended.code == 0 else [])
                bench.expect(f"full disk, {room // 1024} KB left", name, ended, (0, FULL))
            ended = bench.command.run(bench.tries(register)["list"])
            bench.expect(f"full disk, {room // 1024} KB left", "list", ended, (0, FULL))
            outcome["list", ended.code] += 1
            os.remove(os.path.join(home, "filler"))
            bench.check_usable(f"full disk, {room // 1024} KB left", register, done)
            for name in os.listdir(home):
                os.remove(os.path.join(home, name))
    finally:
        subprocess.run(["umount", home], check=False)
    return "ends: " + ", ".join(f"{name} {code}: {number}" for (name, code), number in sorted(outcome.items()))


def limited_files(bench):
    """No file may grow beyond a size, as on a disk with quotas."""
    outcome = collections.Counter()
    size = os.path.getsize(bench.sound)
    for limit in (0, 4096, 32_768, 65_536, size, size + 8192, 2 * size):
        register = bench.copy()

        def set_limit(limit=limit):
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

        done = set()
        for name in ("sign", "issue"):
            ended = bench.command.run(bench.tries(register)[name], preexec_fn=set_limit, restore_signals=False)
            outcome[name, ended.code] += 1
            bench.expect(f"files up to {limit} bytes", name, ended, (0, FULL))
            done.update([name] if ended.code == 0 else [])
        bench.check_usable(f"files up to {limit} bytes", register, done)
    return "ends: " + ", ".join(f"{name} {code}: {number}" for (name, code), number in sorted(outcome.items()))


def result_nowhere(bench):
    """The act is recorded, and its file cannot be written: the file must still be had afterwards."""
    register = bench.copy()
    wrong = [*bench.words(bench.offer, register), "--to", os.path.join(bench.folder, "no-such-folder", "x.json")]
    bench.expect("--to in no folder", "offer", bench.command.run(wrong), (FULL,))
    right = [*bench.words(bench.offer, register), "--to", os.path.join(bench.folder, "again.offer.json")]
    bench.expect("--to again, in a folder", "offer", bench.command.run(right), (0,))
    bench.must("--to again, in a folder", os.path.exists(right[-1]), "the file of the offer was not written")
    bench.check_usable("--to in no folder", register, {"offer"})


# What may only be read

def read_only(bench, case, prepare, undo, looking=(0,)):
    """Another user, who owns the register, may read it and not write it. Looking at it goes on."""
    if os.geteuid() != 0:
        return "needs to be run as root"
    register = bench.copy(os.path.join(bench.folder, f"read-only-{bench.count}"))
    home = os.path.dirname(register)
    for path in (home, register):
        os.chown(path, OTHER_USER, OTHER_USER)
    os.chmod(bench.folder, 0o755)
    for name in ("F-new.json", "F-4.letter.txt"):
        os.chmod(os.path.join(bench.folder, name), 0o644)
    before = contents(register)
    prepare(home, register)
    tries = bench.tries(register)
    keys = bench.folder + "/key"  # A key that the other user can read.
    for name, words in tries.items():
        words = [keys if str(word).endswith(("/a.khan", "/d.price")) else word for word in words]
        if name == "sign":
            signer = bench.signing.signer
            shutil.copy(KEYS / signer, keys)
            os.chown(keys, OTHER_USER, OTHER_USER)
            os.chmod(keys, 0o600)
        bench.expect(case, name, bench.command.run(words, user=OTHER_USER, group=OTHER_USER, extra_groups=[]),
                     looking if name in ("list", "history") else (FULL,))
    bench.must(case, contents(register) == before, "the bytes of the register changed")
    undo(home, register)
    bench.check_usable(case, register)
    return None


def read_only_file(bench):
    return read_only(bench, "read-only file", lambda home, register: os.chmod(register, 0o444),
                     lambda home, register: os.chmod(register, 0o644))


def read_only_folder(bench):
    """SQLite keeps its journal beside the file, so that in such a folder even looking may be refused."""
    return read_only(bench, "read-only folder", lambda home, register: os.chmod(home, 0o555),
                     lambda home, register: os.chmod(home, 0o755), looking=(0, FULL))


def read_only_both(bench):
    """As a copy on a medium that cannot be written, which finance may look at."""
    def prepare(home, register):
        os.chmod(register, 0o444)
        os.chmod(home, 0o555)

    def undo(home, register):
        os.chmod(home, 0o755)
        os.chmod(register, 0o644)

    return read_only(bench, "read-only file and folder", prepare, undo)


def unreadable(bench):
    """A register that may not even be read."""
    if os.geteuid() != 0:
        return "needs to be run as root"
    register = bench.copy()
    os.chmod(register, 0o600)
    os.chmod(bench.folder, 0o755)
    for name in ("list", "history"):
        ended = bench.command.run(bench.tries(register)[name], user=OTHER_USER, group=OTHER_USER, extra_groups=[])
        bench.expect("may not be read", name, ended, (FULL,))
    return None


# Somebody who holds it

def locked(bench):
    """Somebody writes for longer than the command waits, or for less long. Those who only look need not wait."""
    for seconds, hasWritten, tried in (
            (16, True, {"list": 0, "history": 0, "sign": LOCKED}), (16, False, {"sign": LOCKED}), (3, True, {"sign": 0}),
            (6, False, {"list": 0})):
        register = bench.copy()
        holder = sqlite3.connect(register, isolation_level=None, timeout=5, check_same_thread=False)
        holder.execute("BEGIN IMMEDIATE")
        if hasWritten:
            holder.execute("PRAGMA cache_spill = 1")
            holder.execute("PRAGMA user_version = 7")
            holder.execute("COMMIT")
            holder.execute("BEGIN IMMEDIATE")
        release = threading.Timer(seconds, lambda holder=holder: (holder.execute("ROLLBACK"), holder.close()))
        begun = time.monotonic()
        release.start()
        case = f"held for {seconds} s" + ("" if hasWritten else ", nothing written yet")
        for name, code in tried.items():
            ended = bench.expect(case, name, bench.command.run(bench.tries(register)[name]), (code,))
            if name in ("list", "history"):
                bench.must(case, time.monotonic() - begun < seconds, f"{name} had to wait, and only looks")
            elif code == LOCKED:
                bench.must(case, 5 < ended.seconds < seconds, f"{name} waited {ended.seconds:.1f} s")
        release.join()
        bench.check_usable(case, register, [name for name, code in tried.items() if code == 0])


# What must be on the disk

def on_the_disk(bench):
    """What is told as done must be on the disk by then, or a power cut takes it away. Needs strace.

    Another process has the register open, as on a busy day, so that closing it moves nothing.
    """
    if not shutil.which("strace"):
        return "needs strace"
    register = bench.copy()
    beside = sqlite3.connect(register, isolation_level=None)
    beside.execute("SELECT count(*) FROM event").fetchone()
    trace = register + ".trace"
    subprocess.run(["strace", "-f", "-y", "-o", trace, "-e", "trace=fsync,fdatasync,pwrite64,write", bench.command.path,
                    *map(str, bench.tries(register)["sign"])], env=bench.command.environment, capture_output=True,
                   check=False)
    beside.close()
    with open(trace, encoding="utf-8", errors="replace") as file:
        calls = [line for line in file if "register.sqlite-wal>" in line]
    writes = [place for place, line in enumerate(calls) if "write" in line]
    syncs = [place for place, line in enumerate(calls) if "sync(" in line]
    bench.must("on the disk", writes and syncs and syncs[-1] > writes[-1],
               f"of {len(calls)} writes and flushes of the journal the last is a write: what was recorded is not on the "
               "disk yet when the command says that it is (PRAGMA synchronous is not FULL)")
    return f"{len(writes)} writes and {len(syncs)} flushes of the journal"


def only_looking(bench):
    """Whoever only looks leaves the file as it is, to the byte."""
    for name in ("list", "history"):
        register = bench.copy()
        before = fingerprint(register)
        bench.expect("only looking", name, bench.command.run(bench.tries(register)[name]), (0,))
        bench.must("only looking", fingerprint(register) == before, f"{name} changed the bytes of the register")


# Files that are no sound register

def refused(bench, case, change, codes=(FAULTY,), names=("offer", "sign", "list", "history")):
    """A file that the command must refuse, and must leave as it is."""
    register = bench.copy()
    change(pathlib.Path(register))
    before, entries = fingerprint(register), set(os.listdir(os.path.dirname(register)))
    for name in names:
        bench.expect(case, name, bench.command.run(bench.tries(register)[name]), codes)
    bench.must(case, fingerprint(register) == before, "the bytes of the file changed")
    more = set(os.listdir(os.path.dirname(register))) - entries
    bench.must(case, not more, f"files were left beside it: {sorted(more)}")


def text_file(bench):
    refused(bench, "text file", lambda path: path.write_text("Notes on offers.\n" * 400))


def short_text_file(bench):
    refused(bench, "text file of a line", lambda path: path.write_text("Notes.\n"))


def foreign_database(bench):
    def change(path):
        path.unlink()
        other = sqlite3.connect(path)
        other.execute("CREATE TABLE tenants (name TEXT)")
        other.execute("INSERT INTO tenants VALUES ('Hartley')")
        other.commit()
        other.close()

    refused(bench, "database of another program", change)


def later_version(bench):
    def change(path):
        later = sqlite3.connect(path)
        later.execute("INSERT INTO grdb_migrations VALUES ('later')")
        later.commit()
        later.close()

    refused(bench, "register of a later version", change)


def empty_file(bench):
    """A file of no bytes: nothing to look at, and a register may be begun in it."""
    refused(bench, "empty file", lambda path: path.write_bytes(b""), names=("sign", "list", "history"))
    register = bench.copy()
    pathlib.Path(register).write_bytes(b"")
    bench.expect("empty file", "offer", bench.command.run(bench.tries(register)["offer"]), (0, FAULTY))


def no_file(bench):
    register = bench.place("nothing-here")
    for name in ("sign", "list", "history"):
        bench.expect("no file", name, bench.command.run(bench.tries(register)[name]), (ABSENT,))
    bench.must("no file", not os.path.exists(register), "a file was made by looking for it")


def folder_instead(bench):
    register = bench.place("folder")
    os.mkdir(register)
    for name in ("offer", "sign", "list"):
        bench.expect("folder instead of a file", name, bench.command.run(bench.tries(register)[name]), (FAULTY, FULL))


def changed_record(bench):
    """A kept file says something else than its digest, and is still well formed. Nothing may be done on it."""
    for name, reference in (("sign", "F-3"), ("issue", "F-4"), ("history", "F-0")):
        register = bench.copy()
        change = sqlite3.connect(register, isolation_level=None)
        guard = change.execute("SELECT sql FROM sqlite_schema WHERE name = 'file_is_frozen'").fetchone()[0]
        change.execute("DROP TRIGGER file_is_frozen")
        count = change.execute(
            "UPDATE file SET bytes = CAST(replace(CAST(bytes AS TEXT), 'visits missed', 'visits mended') AS BLOB) "
            "WHERE digest IN (SELECT offer_digest FROM offer WHERE reference = ?)", [reference]).rowcount
        change.execute(guard)
        change.close()
        bench.must("a word changed in a record", count == 1, f"{count} records were changed")
        codes = (0, FAULTY) if name == "history" else (FAULTY,)
        bench.expect("a word changed in a record", name, bench.command.run(bench.tries(register)[name]), codes)


def truncated(bench):
    size = os.path.getsize(bench.sound)
    for length in (50, 100, 4096, size // 2, size // 2 + 7, size - 4096, size - 1):
        damaged(bench, f"cut to {length} of {size} bytes", lambda path, length=length: os.truncate(path, length))


def damaged(bench, case, change):
    """A damaged register. A command that does not meet the damage may do its work; one that does must say so."""
    outcome = collections.Counter()
    for name in ("list", "history", "sign"):
        register = bench.copy()
        change(pathlib.Path(register))
        before = contents(register)
        ended = bench.expect(case, name, bench.command.run(bench.tries(register)[name]), (0, FAULTY))
        outcome[name, ended.code] += 1
        if ended.code != 0:
            bench.must(case, contents(register, len(before)) == before, f"{name} refused it and changed more than counters")
    if bench.command.has("verify", "--checkpoint"):
        register = bench.copy()
        change(pathlib.Path(register))
        ended = bench.expect(case, "verify", bench.command.run(["verify", register]), (0, 1, FAULTY))
        outcome["verify", ended.code] += 1
        found = register_chain.check(register)
        if ended.code == 0 and found:
            bench.faults.append(f"{case}: verify finds nothing, and register_chain.py this: {found[0].says[:150]}")
    return outcome


def corrupt_pages(bench):
    """Each page of the file in turn, overwritten in its middle."""
    size = os.path.getsize(bench.sound)
    choose = random.Random(4)
    outcome = collections.Counter()
    for page in range(size // 4096):
        noise = choose.randbytes(400)

        def change(path, page=page, noise=noise):
            with open(path, "r+b") as file:
                file.seek(page * 4096 + (1800 if page else 200))
                file.write(noise)

        outcome += damaged(bench, f"page {page + 1} overwritten in its middle", change)
    return "ends: " + ", ".join(f"{name} {code}: {number}" for (name, code), number in sorted(outcome.items()))


def corrupt_header(bench):
    """The start of every page, where SQLite keeps how it is laid out."""
    size = os.path.getsize(bench.sound)
    outcome = collections.Counter()
    for page in range(size // 4096):

        def change(path, page=page):
            with open(path, "r+b") as file:
                file.seek(page * 4096 + (100 if page == 0 else 0))
                file.write(b"\xff" * 12)

        outcome += damaged(bench, f"page {page + 1} overwritten at its start", change)
    return "ends: " + ", ".join(f"{name} {code}: {number}" for (name, code), number in sorted(outcome.items()))


CASES = [full_disk, limited_files, result_nowhere, read_only_file, read_only_folder, read_only_both, unreadable, locked,
         on_the_disk, only_looking, no_file, empty_file, text_file, short_text_file, foreign_database, folder_instead,
         later_version, changed_record, truncated, corrupt_pages, corrupt_header]


def show(rows):
    """One line for each way in which the commands of a case ended."""
    shown = set()
    for case, name, code, codes, isRight, seconds, says in rows:
        for word in (os.path.dirname(part) for part in says.split() if part.startswith("/tmp")):
            says = says.replace(word + "/", "")
        key = (name, code, says) if "page" in case or "disk" in case or "cut" in case else None
        if key in shown and isRight:
            continue
        shown.add(key)
        mark = " " if isRight else "!"
        print(f"{mark} {case:<38} {name:<8} {code:>4}  {seconds:5.1f} s  {says[:150] if code else ''}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--command", help="the command to run")
    parser.add_argument("--case", help="only cases whose name holds this word")
    given = parser.parse_args()
    folder = tempfile.mkdtemp(prefix="redress-faults-")
    os.chmod(folder, 0o755)
    bench = Bench(Command(keep_copy(find_command(given.command), folder)), folder)
    for case in CASES:
        if given.case and given.case not in case.__name__:
            continue
        faults = len(bench.faults)
        said = case(bench)
        more = len(bench.faults) - faults
        print(f"{case.__name__:<20} {f'faults: {more}' if more else 'well'}" + (f"   {said}" if said else ""), flush=True)
    print()
    show(bench.rows)
    print(f"\nCommands run under a fault: {len(bench.rows)}. Not as they must be: {len(bench.faults)}.")
    for fault in bench.faults:
        print(f"FAULT: {fault}")
    shutil.rmtree(folder)
    sys.exit(1 if bench.faults else 0)


if __name__ == "__main__":
    main()
