#!/usr/bin/env python3
"""How long letters take in bulk, what they take up, and what is left behind by a run that is killed.

    Tests/Benchmarks/Letters/bulk.py REDRESS [COUNT] [FORMAT …]

REDRESS is the command, built for release; it is run from the folder of the repository. Drafts COUNT offers of one case
under as many references, signs one in ten, alters four, and writes letters of the list in each format. Prints seconds,
letters a second, the most memory of the command and of the process that makes PDF, how many such processes there were,
and what was said of the failures. Then starts a run again, kills it, and looks for files that are not whole.
"""
import json
import os
import signal
import subprocess
import sys
import tempfile
import time

command = os.path.abspath(sys.argv[1])
count = int(sys.argv[2]) if len(sys.argv) > 2 else 1000
formats = sys.argv[3:] or ["text", "html", "pdf"]
endings = {"text": ".txt", "html": ".html", "pdf": ".pdf"}
day = ["--today", "2026-10-12"]
officers = ["--officers", "Fixtures/officers.yaml"]
organisation = ["--organisation", "Fixtures/organisation/progress.yaml"]


def run(*arguments):
    subprocess.run([command, *arguments], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def draft(folder):
    """COUNT offers, one in ten signed, four altered, and the list of them."""
    case = json.load(open("Fixtures/letters/offer-plain/case.json"))
    paths = []
    for number in range(count):
        case["case"] = f"PHG-2026-{number:05}"
        written = f"{folder}/case.json"
        json.dump(case, open(written, "w"))
        path = f"{folder}/{case['case']}.offer.json"
        run("offer", written, "--by", "j.okafor", "--to", path, *day, *officers)
        if number % 10 == 0:
            run("sign", path, "--as", "s.ward", "--key", "Fixtures/keys/s.ward", *day, *officers)
        paths.append(path)
    for path in paths[3:count:max(count // 4, 1)]:
        text = open(path).read()
        open(path, "w").write(text.replace("£40.00", "£45.00", 1))
    listed = f"{folder}/offers.txt"
    open(listed, "w").write("\n".join(paths) + "\n")
    return listed


def children(pid):
    """The processes that a process has started, by what Linux says."""
    found = set()
    for name in os.listdir("/proc"):
        if name.isdigit():
            try:
                fields = open(f"/proc/{name}/stat").read().rsplit(")", 1)[1].split()
            except OSError:
                continue
            if int(fields[1]) == pid:
                found.add(int(name))
    return found


def peak(pid):
    """The most memory that a process has taken up so far, in MiB."""
    try:
        lines = open(f"/proc/{pid}/status").read().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) // 1024 for line in lines if line.startswith("VmHWM")), 0)


def start(listed, folder, kind):
    return subprocess.Popen(
        [command, "letter", "--list", listed, "--format", kind, "--to", folder, *day, *officers, *organisation],
        stdout=subprocess.DEVNULL, stderr=open(f"{folder}.said", "w"))


def measure(listed, folder, kind):
    begun = time.monotonic()
    process = start(listed, folder, kind)
    most, renderers = 0, {}
    while process.poll() is None:
        most = max(most, peak(process.pid))
        for child in children(process.pid):
            renderers[child] = max(renderers.get(child, 0), peak(child))
        time.sleep(0.2)
    seconds = time.monotonic() - begun
    made = len([name for name in os.listdir(folder) if name.endswith(endings[kind])])
    said = open(f"{folder}.said").read().splitlines()
    print(f"{kind}: {made} of {count} letters in {seconds:.1f} s, {made / seconds:.1f} a second; the command at most "
          f"{most} MiB; {len(renderers)} other process(es), at most {max(renderers.values(), default=0)} MiB")
    print("\n".join("  " + line for line in said[-14:]))


def kill(listed, folder, kind):
    """Kills a run in the middle. Files under their own names must be whole, as a finished run has them."""
    process = start(listed, f"{folder}.killed", kind)
    while len(os.listdir(f"{folder}.killed")) < 20 if os.path.isdir(f"{folder}.killed") else True:
        time.sleep(0.005)
    process.send_signal(signal.SIGKILL)
    process.wait()
    names = [name for name in os.listdir(f"{folder}.killed") if name.endswith(endings[kind])]
    rest = sorted(set(os.listdir(f"{folder}.killed")) - set(names))
    torn = [name for name in names
            if open(f"{folder}.killed/{name}", "rb").read() != open(f"{folder}/{name}", "rb").read()]
    print(f"{kind}, killed: {len(names)} letters there, {len(torn)} of them not whole, {len(rest)} other file(s) {rest}")


with tempfile.TemporaryDirectory() as folder:
    begun = time.monotonic()
    listed = draft(folder)
    print(f"{count} offers drafted in {time.monotonic() - begun:.0f} s, {len(os.sched_getaffinity(0))} processors, "
          f"load {os.getloadavg()[0]:.1f}")
    for kind in formats:
        measure(listed, f"{folder}/{kind}", kind)
        kill(listed, f"{folder}/{kind}", kind)
