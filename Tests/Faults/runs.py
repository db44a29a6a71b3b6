"""Payment runs under kills: what is open is on one list, once, and is paid once."""

import collections
import hashlib
import os
import random
import shutil
import threading
import time

import register_chain
from command import OFFICERS
from lives import Life

PAYER = ["--by", "s.ward", "--today", "2026-10-22", "--seen", "acceptance-form"]


def make_register(command, folder, counts):
    """A register with five accepted offers, of which one has arrears to credit."""
    register = os.path.join(folder, "open.sqlite")
    for place in range(5):
        life = Life(command, register, folder, f"R-{place}", random.Random(place))
        for act in (life.draft, life.sign, life.issue, lambda: life.accept(arrears=40 if place == 0 else 0)):
            done = act()
            ended = command.run([done.name, *done.words])
            if ended.code != 0:
                counts.fault(f"runs: the register could not be made: {done.name}: {ended.err.strip()}")
    return register


def at_once(command, orders, usual, choose, outcome):
    """Runs commands at once, kills some at random moments, and runs those again. Gives how each ended in the end."""
    ends = [None] * len(orders)

    def one(place):
        for again in (False, True):
            delay = None if again or choose.random() < 0.25 else choose.uniform(0.3 * usual, 1.1 * usual)
            ended = command.run_killed(orders[place], delay and (lambda _: time.sleep(delay)))
            if ended.code != -9:
                break
            outcome["kills"] += 1
        ends[place] = ended

    threads = [threading.Thread(target=one, args=(place,)) for place in range(len(orders))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return ends


def try_runs(command, folder, rounds, counts, seed):
    """Two people make the payment run at once; then both record it as paid. Either may be killed."""
    if not command.has("audit", "--payments"):
        return None
    home = os.path.join(folder, "runs")
    os.mkdir(home)
    choose, outcome = random.Random(seed), collections.Counter(rounds=rounds)
    sound = make_register(command, home, counts)
    usual = {"audit": 1.0, "pay": 1.0}
    for count in range(rounds):
        register = shutil.copy(sound, os.path.join(home, f"run-{count}.sqlite"))
        common = ["--register", register, "--officers", OFFICERS, *PAYER]
        lists = [os.path.join(home, f"run-{count}-{who}.csv") for who in "ab"]
        begun = time.monotonic()
        orders = [["audit", "--payments", path, *common] for path in lists]
        ends = at_once(command, orders, usual["audit"], choose, outcome)
        usual["audit"] += 0.2 * (min(time.monotonic() - begun, 5) / 1.5 - usual["audit"])
        for ended in ends:
            if ended.code not in (0, 1):
                counts.fault(f"runs {count}: audit ended with {ended.code}: {ended.err.strip()[:300]}")
        events = [event for _, event in register_chain.events_of(register_chain.connect(register))]
        runs = [event for event in events if event["kind"] == "run"]
        listed = collections.Counter((entry["offer"], entry["method"]) for run in runs for entry in run["entries"])
        if sorted(listed) != [(offer, "bacs") for offer in range(1, 6)] or set(listed.values()) != {1}:
            counts.fault(f"runs {count}: the runs list {dict(listed)}, and each of the five offers is open once")
        for run in runs:
            check_list(command, register, run, lists, counts, f"runs {count}", outcome)
        for path in lists:
            if os.path.exists(path) and digest(path) not in [run["digest"] for run in runs]:
                counts.fault(f"runs {count}: {path} is the list of no run")
        for run in runs:
            begun = time.monotonic()
            pay(command, run, common + ["--proof", f"BACS run {count}"], usual["pay"], choose, outcome, counts)
            usual["pay"] += 0.2 * (min(time.monotonic() - begun, 5) / 1.5 - usual["pay"])
        check_paid(register, counts, f"runs {count}")
    outcome[".part files left"] = sum(name.endswith(".part") for name in os.listdir(home))
    return outcome


def pay(command, run, words, usual, choose, outcome, counts):
    """Two people record a run as paid at once: all of it, or entry by entry where the command cannot do all of it."""
    orders = [["pay", "--run", run["event"], *words]]
    if outcome["entry by entry"]:
        orders = [["pay", entry["offer"], "--run", run["event"], "--method", entry["method"], *words]
                  for entry in run["entries"]]
    for order in orders:
        for ended in at_once(command, [order, order], usual, choose, outcome):
            if ended.code == 64 and not outcome["entry by entry"]:
                outcome["entry by entry"] = 1
                counts.note("skipped: pay --run without an offer, which ends with 64")
                return pay(command, run, words, usual, choose, outcome, counts)
            if ended.code != 0:
                counts.fault(f"run {run['event']}: pay --run ended with {ended.code}: {ended.err.strip()[:300]}")
    return None


def digest(path):
    with open(path, "rb") as file:
        return "sha256:" + hashlib.sha256(file.read()).hexdigest()


def check_list(command, register, run, lists, counts, where, outcome):
    """The list of a recorded run is there, or can be written again as it was."""
    if any(os.path.exists(path) and digest(path) == run["digest"] for path in lists):
        return
    outcome["lists written again"] += 1
    again = f"{register}-{run['event']}-again.csv"
    ended = command.run(["audit", "--register", register, "--run", run["event"], "--payments", again])
    if ended.code != 0 or digest(again) != run["digest"]:
        counts.fault(f"{where}: the list of run {run['event']} cannot be had: {ended.code} {ended.err.strip()[:200]}")


def check_paid(register, counts, where):
    events = [event for _, event in register_chain.events_of(register_chain.connect(register))]
    paid = collections.Counter(event["offer"] for event in events if event["kind"] == "paid")
    if paid != collections.Counter(range(1, 6)):
        counts.fault(f"{where}: payments of the five offers: {dict(paid)}")
    for found in register_chain.check(register):
        counts.fault(f"{where}: {found.kind}: {found.where}: {found.says}")
