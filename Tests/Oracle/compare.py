"""Compares the program with the oracle on seeded random cases of the schemes, field by field.

    python3 Tests/Oracle/compare.py --scheme all --cases 10000 --seed 1

Ends with 1 where anything differs. Tests/Oracle/README.md says what is compared, and how to read the report.
"""

import argparse
import json
import sys
import time
from multiprocessing import Pool
from pathlib import Path

from comparison import random_schemes
from comparison.canaries import canaries
from comparison.chunks import Count, chunk, drawing
from comparison.differing import described
from comparison.oracle import Oracle
from comparison.program import ROOT, Program, chosen
from comparison.shrinking import shrink
from draw import editions_of, read_matrix

CHUNK = 2000
QUICK = 250


def arguments():
    """What the command line says."""
    parser = argparse.ArgumentParser(description="Compares the program with the oracle on seeded random cases.")
    parser.add_argument("--scheme", default="all", help="the name of a scheme, several with commas, or all")
    parser.add_argument("--cases", type=int, help="how many cases of each scheme")
    parser.add_argument("--seed", default="1", help="what the cases are drawn from; the same seed draws the same cases")
    parser.add_argument("--command", help="the program; left out, the newest one that was built here")
    parser.add_argument("--jobs", type=int, default=1, help="how many processes")
    parser.add_argument("--matrices", default=str(ROOT / "Matrices"), help="the folder of matrices")
    parser.add_argument("--canary", action="store_true", help="alter the matrix on one side: each must be noticed")
    parser.add_argument("--canaries", type=int, default=40, help="how many alterations of each scheme")
    parser.add_argument("--random-schemes", type=int, help="compare on so many random matrices")
    parser.add_argument("--first-scheme", type=int, default=0, help="the number of the first random matrix")
    parser.add_argument("--quick", action="store_true", help="few cases of each scheme, in less than 20 seconds")
    parser.add_argument("--differences", type=int, default=3, help="how many differences to show for each scheme")
    parser.add_argument("--write", help="a folder to which the smallest case of each difference is written")
    return parser.parse_args()


def compare_scheme(pool, options, scheme, cases):
    """Compares one scheme, and shows what came of it."""
    command = Program(options.command, options.matrices).command
    size = min(CHUNK, cases)
    tasks = [(command, options.matrices, scheme, options.seed, number, min(size, cases - number * size))
             for number in range((cases + size - 1) // size)]
    began, total = time.monotonic(), Count()
    for done, (_, count) in enumerate(pool.imap(chunk, tasks), 1):
        total.add(count)
        if sys.stderr.isatty():
            print(f"\r{scheme}: {done} of {len(tasks)} parts, {total.different} differ", end="", file=sys.stderr)
    show(options, scheme, total, time.monotonic() - began, command)
    return total


def show(options, scheme, total, seconds, command):
    """Says how many cases were compared, what they came to, and what differs."""
    spread, shares = total.spread(), total.shares()
    print(f"{scheme}: {total.cases} cases with the seed {options.seed}, {total.different} differ. {spread}. "
          f"{total.cases / seconds:.0f} cases a second ({shares}).", flush=True)
    oracle, program = Oracle(options.matrices), Program(command, options.matrices)
    for place, (kind, number) in enumerate(total.kinds.most_common(options.differences)):
        case, found = total.examples[kind]
        print(f"  {number} times: {kind}")
        case, found = shrink(case, oracle, program)
        print("  " + json.dumps(case), *described(found), sep="\n", flush=True)
        if options.write:
            Path(options.write).mkdir(parents=True, exist_ok=True)
            text = json.dumps(case, indent=2) + "\n"
            Path(options.write, f"{scheme}-{place + 1}.json").write_text(text, encoding="utf-8")


def try_canaries(options, scheme, cases):
    """Alters the matrix that the oracle reads, one place at a time; says how many of the alterations are noticed."""
    program = Program(options.command, options.matrices)
    drawn = drawing(options.matrices, scheme, options.seed).draw(cases)
    rows = program.rows(drawn)
    oracle = Oracle(options.matrices)
    tables = program.timetables(drawn) if oracle.has_timetable(drawn[0]) else [None] * len(drawn)
    path = editions_of(options.matrices, scheme)[-1]
    matrix = read_matrix(path)
    kept = [one for one in zip(drawn, rows, tables) if not oracle.against(*one)]
    if len(kept) < cases:
        print(f"{scheme}: {cases - len(kept)} cases differ already, and are left out.", flush=True)
    noticed, tried = 0, 0
    for said, altered in canaries(matrix, options.seed, options.canaries):
        tried += 1
        if noticed_in(options, path, altered, kept):
            noticed += 1
        else:
            print(f"  {scheme}: not noticed in {cases} cases: {said}", flush=True)
    print(f"{scheme}: {noticed} of {tried} canaries caught.", flush=True)
    return noticed, tried


def noticed_in(options, path, altered, kept):
    """Whether any case differs under an altered matrix; an oracle that cannot read it has noticed it too."""
    try:
        oracle = Oracle.altered(options.matrices, path, altered)
        return any(oracle.against(*one) for one in kept)
    except Exception:
        return True


def main():
    """Runs the comparison that is asked for."""
    options = arguments()
    if options.random_schemes:
        sys.exit(random_schemes.compare(options))
    names = chosen(options.scheme, options.matrices)
    cases = options.cases or (QUICK if options.quick else 10_000)
    began = time.monotonic()
    if options.canary:
        found = [try_canaries(options, scheme, options.cases or 3000) for scheme in names]
        noticed, tried = (sum(column) for column in zip(*found))
        print(f"{noticed} of {tried} canaries caught in {time.monotonic() - began:.0f} s.")
        sys.exit(0 if noticed == tried else 1)
    total = Count()
    with Pool(options.jobs) as pool:
        for scheme in names:
            total.add(compare_scheme(pool, options, scheme, cases))
    print(f"{total.cases} cases of {len(names)} schemes in {time.monotonic() - began:.0f} s, {total.different} differ.")
    sys.exit(1 if total.different else 0)


if __name__ == "__main__":
    main()
