"""Kills the command at random moments of every act, while two writers are at work on one register.

    python3 Tests/Faults/crash.py [--runs 1000] [--seed N] [--command PATH] [--keep]

Each writer carries offers of its own through their lives. A command that was killed is run again, as a person would.
It must do the act, or say that it was recorded before. In the end every act must be in the register exactly once, the
chain must be whole, and the tables must be what the events say: register_chain.py looks, and `redress verify` too,
where it reads registers. Before that, registers are begun by two at once, with kills, many times.

Prints a table of counts. Ends with 1 if anything was lost, doubled, half-written or broken.
"""

import argparse
import collections
import hashlib
import itertools
import json
import os
import random
import shutil
import sys
import tempfile
import threading
import time

import register_chain
from command import LOCKED, OFFICERS, Command, Journal, Moments, find_command, keep_copy
from lives import LIVES, Life, key_of
from runs import try_runs

RECORDED_BEFORE = ("was recorded before", "was drafted before", "has signed this offer already", "is in it already",
                   "were in it already", "Nothing is left to erase", "Nothing was recorded twice")


class Counts:
    """What happened, by the name of the act; and the faults, in words."""

    def __init__(self):
        self.lock = threading.Lock()
        self.rows = collections.defaultdict(collections.Counter)
        self.ways = collections.Counter()
        self.faults, self.notes = [], collections.Counter()
        self.kills = 0

    def add(self, name, what, number=1):
        with self.lock:
            self.rows[name][what] += number

    def fault(self, says):
        with self.lock:
            self.faults.append(says)
            print(f"FAULT: {says}", flush=True)

    def note(self, says):
        with self.lock:
            self.notes[says] += 1


class Writer(threading.Thread):
    """Somebody who carries offers through their lives, one after another, and is killed at it."""

    def __init__(self, name, command, register, folder, counts, moments, kills, seed):
        super().__init__(name=name)
        self.command, self.register, self.folder, self.counts = command, register, folder, counts
        self.moments, self.kills_wanted, self.random = moments, kills, random.Random(seed)
        self.intended, self.files = collections.Counter(), []

    def run(self):
        lives = itertools.cycle(LIVES)
        try:
            for count in itertools.count(1):
                isCalm = count <= len(LIVES)  # The first round measures how long everything takes.
                if not isCalm and self.counts.kills >= self.kills_wanted:
                    return
                life = Life(self.command, self.register, self.folder, f"{self.name}-{count:04}", self.random)
                for act in next(lives)(life):
                    self.perform(act, isCalm)
                if self.counts.faults and len(self.counts.faults) > 20:
                    return
        except Exception as error:  # pylint: disable=broad-except
            self.counts.fault(f"{self.name}: stopped: {type(error).__name__}: {error}")

    def perform(self, act, isCalm):
        """Does an act to its end, through kills."""
        kills = []
        while not isCalm and len(kills) < 3 and self.random.random() < (0.75 if not kills else 0.3):
            if self.counts.kills >= self.kills_wanted:
                break
            way, moment = self.moments.draw(act.name)
            ended = self.command.run_killed([act.name.split()[0], *act.words], moment)
            if ended.code == -9:
                with self.counts.lock:
                    self.counts.kills += 1
                    if self.counts.kills % 100 == 0:
                        print(f"{self.counts.kills} kills, {len(self.counts.faults)} faults", flush=True)
                kills.append(way)
            else:
                self.counts.add(act.name, "over before the kill")
                self.moments.learn_edge(act.name, way, True)
                return self.finish(act, ended, kills)
        self.finish(act, self.command.run([act.name.split()[0], *act.words]), kills)

    def finish(self, act, ended, kills):
        for _ in range(5):
            if ended.code != LOCKED:
                break
            self.counts.add(act.name, "locked")
            ended = self.command.run([act.name.split()[0], *act.words])
        said = ended.out + ended.err
        isRefusedAsDone = act.name == "offer" and ended.code == 1 and "has a decision already" in said
        isThere = act.name in ("backup", "export") and "is there already" in said
        isDone = isRefusedAsDone or isThere or any(words in said for words in RECORDED_BEFORE)
        if ended.code != 0 and not isRefusedAsDone and not isThere:
            raise RuntimeError(f"{act.name} {' '.join(map(str, act.words))}: exit {ended.code}: {said}")
        if isRefusedAsDone:
            self.counts.note("offer: run again after it was recorded, it ends with 1 and case.twice")
        if not kills:
            if isDone:
                self.counts.fault(f"{act.name} of {self.name} was recorded before anybody did it: {said}")
            if ended.code == 0 and ended.seconds is not None:
                self.moments.learn(act.name, ended.seconds)
        self.counts.add(act.name, "acts")
        self.counts.add(act.name, "kills", len(kills))
        if len(kills) > 1:
            self.counts.add(act.name, "kills of a repeat", len(kills) - 1)
        if kills:
            self.counts.add(act.name, "then recorded before" if isDone else "then done afresh")
            if len(kills) == 1:
                self.moments.learn_edge(act.name, kills[0], isDone)
                with self.counts.lock:
                    self.counts.ways[kills[0], isDone] += 1
        events = act.events() if callable(act.events) else act.events
        self.intended.update((kind, *map(str, rest)) for kind, *rest in events)
        self.files += [(path, kind, act.name) for path, kind in act.files]


def look_through(register, intended, files, counts):
    """Holds a register against the acts that were meant."""
    found = register_chain.check(register)
    for finding in found:
        counts.fault(f"register_chain: {finding.kind}: {finding.where}: {finding.says}")
    connection = register_chain.connect(register)
    events = [body for _, body in register_chain.events_of(connection)]
    there = collections.Counter(key_of(event) for event in events if event["kind"] != "begun")
    lost, more = intended - there, there - intended
    for key, number in lost.items():
        counts.fault(f"lost: {key} is meant {intended[key]} times and is there {there[key]} times ({number} missing)")
    for key, number in more.items():
        counts.fault(f"doubled or not meant: {key} is there {number} times too often")
    kept = {row[0] for row in connection.execute("SELECT digest FROM file")}
    half = missing = 0
    for path, kind, name in files:
        if not os.path.exists(path):
            missing += 1
            counts.fault(f"{name}: the act is recorded, and its {kind} file {os.path.basename(path)} was not written")
            continue
        if kind == "copy of the register":
            for finding in register_chain.check(path):
                half += 1
                counts.fault(f"half-written file: {name} wrote {path}: {finding.where}: {finding.says}")
            continue
        with open(path, "rb") as file:
            if kind == "export":
                half += not is_whole_export(file.read(), counts, path)
                continue
            if "sha256:" + hashlib.sha256(file.read()).hexdigest() not in kept:
                half += 1
                counts.fault(f"half-written file: {path} is not the {kind} that the register keeps")
    kinds = collections.Counter(finding.kind for finding in found)
    return {
        "events": len(events), "offers": sum(event["kind"] == "drafted" for event in events),
        "acts lost": sum(lost.values()), "acts doubled or not meant": sum(more.values()),
        "acts half-written": kinds["half-written"], "tables that differ from events": kinds["state"] + kinds["file"],
        "chain breaks": kinds["chain"], "database faults": kinds["database"],
        "files of --to half-written": half, "files of --to missing": missing,
        "offers lost": sum(number for key, number in lost.items() if key[0] == "drafted"),
        "offers doubled": sum(number for key, number in more.items() if key[0] == "drafted"),
    }


def is_whole_export(content, counts, path):
    """Whether every line is whole, and the events are there from the first to the last that the first line names."""
    try:
        lines = [json.loads(line) for line in content.decode().splitlines()]
        numbers = [line["event"] for line in lines if "event" in line and "kind" in line and "by" in line]
        isInOrder = numbers == list(range(1, len(numbers) + 1)) and len(numbers) in lines[0].values()
        if content.endswith(b"\n") and isInOrder:
            return True
    except ValueError:
        pass
    counts.fault(f"half-written file: export {path}")
    return False


def verify(command, register, counts):
    """What the command itself says of the register."""
    ended = command.run(["verify", register, "--officers", OFFICERS])
    if "offer.shape" in ended.out + ended.err or not command.has("verify", "--checkpoint"):
        counts.note("skipped: redress verify does not read registers yet")
        return
    print(f"redress verify: exit {ended.code}: {(ended.out.strip().splitlines() or [''])[-1][:100]}")
    if ended.code != 0:
        counts.fault(f"redress verify: exit {ended.code}: {ended.out} {ended.err}")


def begin_registers(command, folder, runs, counts, seed):
    """Begins registers with two at once, one or both killed, and runs both again."""
    choose = random.Random(seed)
    outcome = collections.Counter()
    usual = 1.0
    for count in range(runs):
        home = os.path.join(folder, f"begin-{count:04}")
        os.mkdir(home)
        register = os.path.join(home, "register.sqlite")
        lives = [Life(command, register, home, f"{who}-{count:04}", choose) for who in "ab"]
        acts = [life.draft() for life in lives]
        moments = [None if count < 2 else choose.uniform(0.3 * usual, 1.1 * usual) for _ in acts]
        if choose.random() < 0.5:
            moments[1] = None
        firsts = [None, None]

        def first(place):
            moment = moments[place]
            firsts[place] = command.run_killed(
                ["offer", *acts[place].words], moment and (lambda _: time.sleep(moment)))

        both = [threading.Thread(target=first, args=(place,)) for place in (0, 1)]
        for thread in both:
            thread.start()
        for thread in both:
            thread.join()
        intended, isWell = collections.Counter(), True
        for act, ended in zip(acts, firsts):
            if ended.code == -9:
                outcome["killed"] += 1
            elif ended.code == 0:
                usual += 0 if ended.seconds is None else 0.2 * (ended.seconds - usual)
            else:
                outcome[f"not killed, exit {ended.code}"] += 1
                counts.fault(f"beginning {count}: exit {ended.code} beside another: {ended.err.strip()}")
            if ended.code != 0:
                ended = command.run(["offer", *act.words])
                if ended.code not in (0, 1) or ended.code == 1 and "has a decision already" not in ended.err:
                    isWell = False
                    outcome[f"run again, exit {ended.code}"] += 1
                    counts.fault(f"beginning {count}: run again after a kill, exit {ended.code}: {ended.err.strip()}")
            intended.update((kind, *map(str, rest)) for kind, *rest in act.events)
        if isWell and not [look for look in look_through(register, intended, [], counts).items()
                           if look[0] not in ("events", "offers") and look[1]]:
            outcome["registers in order"] += 1
            shutil.rmtree(home)
    outcome["registers"] = runs
    return outcome


def show(counts):
    columns = ["acts", "kills", "then recorded before", "then done afresh", "kills of a repeat",
               "over before the kill", "locked"]
    print(f"\n{'act':<16}" + "".join(f"{column:>22}" for column in columns))
    total = collections.Counter()
    for name, row in counts.rows.items():
        print(f"{name:<16}" + "".join(f"{row[column]:>22}" for column in columns))
        total.update(row)
    print(f"{'all':<16}" + "".join(f"{total[column]:>22}" for column in columns))
    print("\nFirst kills, by how their moment was drawn, and what the next run found:")
    for way in sorted({way for way, _ in counts.ways}):
        print(f"  {way:<8} not done {counts.ways[way, False]:>5}, done {counts.ways[way, True]:>5}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=1000, help="how many kills")
    parser.add_argument("--beginnings", type=int, help="how many registers are begun; a twentieth of the kills")
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1 << 32))
    parser.add_argument("--command", help="the command to run")
    parser.add_argument("--keep", action="store_true", help="keep the folder of the registers")
    given = parser.parse_args()
    folder = tempfile.mkdtemp(prefix="redress-crash-")
    command = Command(keep_copy(find_command(given.command), folder))
    print(f"Seed {given.seed}. Folder {folder}.", flush=True)
    counts, begun = Counts(), time.monotonic()
    for name, flag in (("erase", ""), ("import", "--map"), ("backup", ""), ("export", ""),
                       ("audit", "--payments")):
        if not command.has(name, flag):
            counts.note(f"skipped: there is no command {name} {flag}".rstrip())

    register = os.path.join(folder, "register.sqlite")
    moments = Moments(given.seed, Journal(register))
    writers = [Writer(name, command, register, folder, counts, moments, given.runs, f"{given.seed} {name}")
               for name in ("A", "B")]
    first = Life(command, register, folder, "first", random.Random(given.seed))
    writers[0].perform(first.draft(), isCalm=True)
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    seconds = time.monotonic() - begun
    intended = sum((writer.intended for writer in writers), collections.Counter())
    summary = look_through(register, intended, [file for writer in writers for file in writer.files], counts)
    verify(command, register, counts)
    show(counts)
    number = given.beginnings if given.beginnings is not None else given.runs // 20
    outcome = begin_registers(command, folder, number, counts, given.seed)

    runs = try_runs(command, folder, max(2, number) if given.runs else 0, counts, given.seed)
    parts = [name for name in os.listdir(folder) if ".part" in name]
    print(f"\nKills {counts.kills} in {seconds:.0f} s. Left over: {len(parts)} .part files.")
    for name, number in summary.items():
        print(f"  {name:<32} {number:>6}")
    print("Registers begun by two at once: " + ", ".join(f"{key}: {value}" for key, value in sorted(outcome.items())))
    if runs:
        print("Payment runs made and paid by two at once: "
              + ", ".join(f"{key}: {value}" for key, value in sorted(runs.items())))
    for says, number in counts.notes.items():
        print(f"Note: {says}" + (f" ({number} times)" if number > 1 else ""))
    print(f"Faults: {len(counts.faults)}. Seed {given.seed}.")
    if not given.keep and not counts.faults:
        shutil.rmtree(folder)
    sys.exit(1 if counts.faults else 0)


if __name__ == "__main__":
    main()
