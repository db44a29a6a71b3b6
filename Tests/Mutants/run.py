"""Makes small slips in the engine's own source, one at a time, and looks whether the tests notice each.

    python3 Tests/Mutants/run.py --count 330 --seed 1

Ends with 1 where fewer than 95 of 100 slips are noticed. Tests/Mutants/README.md says how it works.
"""

import argparse
import json
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
    parser.add_argument("--count", type=int, default=330, help="how many slips")
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
    numbered = sample(options.count, options.seed, options.file)
    if options.self_check:
        sys.exit(self_check(scratch / "package", numbered))
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
    tests = ready(stages(package.folder), scratch / "times.json", options.resume)
    began = time.monotonic()
    with ThreadPool(options.jobs) as pool:
        for stage in tests:
            waiting = [one for one in left if results.has_to_pass(one[1], stage.name)]
            for number, site, how in pool.imap_unordered(lambda one: (*one, stage.run(one[0])), waiting):
                results.add(number, site, stage.name, how)
            print(f"{stage.name}: {len(waiting)} tried, {time.monotonic() - began:.0f} s so far.", flush=True)
    sys.exit(0 if results.report([site for _, site in left], len(dropped)) else 1)


def ready(tests, path, resume):
    """Runs every stage without a slip, and ends the program where one fails. A resumed run trusts earlier times."""
    times = json.loads(path.read_text(encoding="utf-8")) if resume and path.exists() else {}
    for stage in tests:
        stage.usual = times.get(stage.name)
        if stage.usual is None:
            failure = stage.measure()
            if failure:
                raise SystemExit(f"Without any slip, {stage.name} fails: {failure}")
            print(f"{stage.name} take {stage.usual:.1f} s without a slip.", flush=True)
            times[stage.name] = stage.usual
            path.write_text(json.dumps(times), encoding="utf-8")
    return tests


if __name__ == "__main__":
    main()
