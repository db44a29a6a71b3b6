"""Several processes sign and accept on one register at once, while another lists it.

    python3 Tests/Faults/two_writers.py [--seconds 30] [--writers 1 2 4] [--command PATH]

Each writer drafts, signs, sends and accepts offers of its own as fast as it can, one command after another. Shows acts
a second and how long they took. A command that is told to try again (exit 75) is counted and tried again; every other
end but 0 is an error. Afterwards every act must be in the register once. Ends with 1 on an error.
"""

import argparse
import collections
import os
import random
import shutil
import statistics
import sys
import tempfile
import threading
import time

import register_chain
from command import LOCKED, Command, find_command, keep_copy
from lives import Life, key_of


def accepted(life):
    yield life.draft()
    yield life.sign()
    yield life.issue()
    yield life.accept()


class Crowd:
    """Writers and a reader on one register, for some seconds."""

    def __init__(self, command, folder, writers, seconds):
        self.command, self.folder, self.seconds = command, folder, seconds
        self.register = os.path.join(folder, "register.sqlite")
        self.names = [f"W{place + 1}" for place in range(writers)]
        self.took = collections.defaultdict(list)
        self.errors, self.locked, self.intended = [], 0, collections.Counter()
        self.lock = threading.Lock()

    def perform(self, act):
        while True:
            ended = self.command.run([act.name, *act.words])
            with self.lock:
                if ended.code == LOCKED:
                    self.locked += 1
                    continue
                self.took[act.name].append(ended.seconds)
                if ended.code != 0:
                    self.errors.append(f"{act.name}: exit {ended.code}: {ended.err.strip()}")
                    return False
                self.intended.update((kind, *map(str, rest)) for kind, *rest in act.events)
                return True

    def write(self, name):
        count = 0
        while time.monotonic() < self.end:
            count += 1
            life = Life(self.command, self.register, self.folder, f"{name}-{count:05}", random.Random(count))
            for act in accepted(life):
                if not self.perform(act) or time.monotonic() >= self.end:
                    break

    def read(self):
        while time.monotonic() < self.end:
            ended = self.command.run(["list", "--register", self.register, "--today", "2026-10-20"])
            with self.lock:
                self.took["list"].append(ended.seconds)
                if ended.code != 0:
                    self.errors.append(f"list: exit {ended.code}: {ended.err.strip()}")

    def run(self):
        self.end = time.monotonic() + 60
        self.perform(Life(self.command, self.register, self.folder, "first", random.Random(1)).draft())
        self.took.clear()
        begun = time.monotonic()
        self.end = begun + self.seconds
        threads = [threading.Thread(target=self.write, args=(name,)) for name in self.names]
        threads.append(threading.Thread(target=self.read))
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return time.monotonic() - begun

    def look(self):
        """What is wrong with the register afterwards."""
        faults = [f"{found.kind}: {found.where}: {found.says}" for found in register_chain.check(self.register)]
        connection = register_chain.connect(self.register)
        there = collections.Counter(key_of(event) for _, event in register_chain.events_of(connection)[1:])
        faults += [f"lost: {key}" for key in self.intended - there]
        faults += [f"doubled or not meant: {key}" for key in there - self.intended]
        return faults


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=30)
    parser.add_argument("--writers", type=int, nargs="+", default=[1, 2, 4])
    parser.add_argument("--command", help="the command to run")
    given = parser.parse_args()
    isWell = True
    for writers in given.writers:
        folder = tempfile.mkdtemp(prefix="redress-writers-")
        crowd = Crowd(Command(keep_copy(find_command(given.command), folder)), folder, writers, given.seconds)
        seconds = crowd.run()
        faults = crowd.errors + crowd.look()
        acts = sum(len(took) for name, took in crowd.took.items() if name != "list")
        print(f"\nWriters: {writers}, and one who lists. {acts} acts in {seconds:.0f} s, {acts / seconds:.1f} a second, "
              f"{len(crowd.took['list'])} lists. Told to try again: {crowd.locked}. Errors: {len(crowd.errors)}. "
              f"Faults in the register: {len(faults) - len(crowd.errors)}.")
        for name, took in sorted(crowd.took.items()):
            took.sort()
            print(f"  {name:<8}{len(took):>6}  median {statistics.median(took) * 1000:>6.0f} ms, "
                  f"19 of 20 within {took[len(took) * 19 // 20] * 1000:>6.0f} ms, longest {took[-1] * 1000:>6.0f} ms")
        for fault in faults:
            print(f"FAULT: {fault}")
        isWell = isWell and not faults
        shutil.rmtree(folder)
    sys.exit(0 if isWell else 1)


if __name__ == "__main__":
    main()
