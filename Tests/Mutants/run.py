"""Makes small slips in the engine's own source, one at a time, and looks whether the tests notice each.

    python3 Tests/Mutants/run.py --count 300 --seed 1

Ends with 1 where fewer than 95 of 100 slips are noticed. Tests/Mutants/README.md says how it works.
"""

import argparse
import sys
import time
from multiprocessing.pool import ThreadPool
from pathlib import Path

from mutating.building import built
from mutating.package import ROOT, Package
from mutating.results import Results
from mutating.sampling import sample
from mutating.selfcheck import self_check
from mutating.stages import stages


def arguments():
    """What the command line says."""
    parser = argparse.ArgumentParser(description="Looks whether the tests notice small slips in the engine.")
    parser.add_argument("--count", type=int, default=300, help="how many slips")
    parser.add_argument("--seed", type=int, default=1, help="what they are drawn from; the same seed draws the same")
    parser.add_argument("--file", help="only files of the engine whose path holds this")
    parser.add_argument("--only", type=int, nargs="+", help="only the slips of these numbers")
    parser.add_argument("--resume", action="store_true", help="go on with the results that are there")
    parser.add_argument("--again", action="store_true", help="with --resume: try those that survived again")
    parser.add_argument("--jobs", type=int, default=1, help="how many are tried at once")
    parser.add_argument("--scratch", default=str(ROOT / ".build-mutants"), help="where the copy is built")
    parser.add_argument("--results", help="the file of results; left out, it lies beside the copy")
    parser.add_argument("--list", action="store_true", help="show the slips, and do nothing")
    parser.add_argument("--self-check", action="store_true", help="try whether this program itself can be trusted")
    return parser.parse_args()


def main():
    """Draws, builds, tries and counts."""
    options = arguments()
    scratch = Path(options.scratch)
    if options.self_check:
        sys.exit(self_check(scratch))
    numbered = sample(options.count, options.seed, options.file)
    if options.only:
        numbered = [one for one in numbered if one[0] in options.only]
    if options.list:
        for number, site in numbered:
            print(f"{number}. {site.key}")
        return
    results = Results(options.results or scratch / "results.json", options.resume, options.again)
    began = time.monotonic()
    package = Package(scratch / "package")
    left, dropped = built(package, numbered)
    print(f"{len(left)} slips are built in {time.monotonic() - began:.0f} s. {len(dropped)} do not compile.", flush=True)
    tests = ready(stages(package.folder))
    waiting = [one for one in left if not results.knows(one[1])]
    began = time.monotonic()
    with ThreadPool(options.jobs) as pool:
        for number, site, stage, how in pool.imap(lambda one: tried(tests, *one), waiting):
            results.add(number, site, stage, how)
    print(f"{len(waiting)} slips are tried in {time.monotonic() - began:.0f} s.")
    sys.exit(0 if results.report([site for _, site in left], len(dropped)) else 1)


def ready(tests):
    """Runs every stage once without a slip, and ends the program where that fails."""
    for stage in tests:
        failure = stage.measure()
        if failure:
            raise SystemExit(f"Without any slip, {stage.name} fails: {failure}")
        print(f"{stage.name} take {stage.usual:.1f} s without a slip.", flush=True)
    return tests


def tried(tests, number, site):
    """The stage that notices a slip, and how; `None` twice where none does."""
    for stage in tests:
        how = stage.run(number)
        if how:
            return number, site, stage.name, how
    return number, site, None, None


if __name__ == "__main__":
    main()
