"""Tries laws that hold for every scheme on seeded random cases, through the command alone.

    python3 Tests/Oracle/properties.py --cases 2000 --seed 1

Ends with 1 where a law is broken. Tests/Oracle/README.md lists the laws.
"""

import argparse
import json
import sys
import time
from multiprocessing import Pool

from comparison.program import ROOT, Program, chosen
from draw import cases_for
from laws import explained, growing, order, sums

LAWS = {
    "the parts sum to the whole": sums.parts,
    "no set-off above the arrears or the heads that allow it": sums.set_off,
    "debts are cleared in their order": sums.debts_in_order,
    "one more day of a fault never lowers an accrual": growing.one_more_day,
    "the order of items never matters": order.items,
    "the order of keys never matters": order.keys,
    "alone, in a batch, with any number of jobs and a second time alike": order.company,
    "every figure is a fact, a figure of the matrix or an earlier line": explained.figures,
    "every rule appears, used or not used": explained.every_rule,
}


class Law:
    """The cases and answers on which a law is tried, and where it was broken."""

    def __init__(self, matrix, cases, rows, program):
        self.matrix, self.cases, self.rows, self.program = matrix, cases, rows, program
        self.breaches, self.tried = [], 0

    def sound(self):
        """Every case that is not faulty, with its answer."""
        return [(case, row) for case, row in zip(self.cases, self.rows) if row["outcome"] != "faulty"]

    def awarded(self):
        """Every case that is awarded, with its answer."""
        return [(case, row) for case, row in zip(self.cases, self.rows) if row["outcome"] == "awarded"]

    def broken(self, case, says):
        """Notes a case that breaks the law."""
        self.breaches.append((case, says))


def try_scheme(task):
    """Tries all laws on one scheme."""
    command, matrices, scheme, seed, count = task
    program, drawing = Program(command, matrices), cases_for(matrices, scheme, seed)
    cases = drawing.draw(count)
    rows = program.rows(cases)
    found = []
    for name, law_of in LAWS.items():
        law = Law(drawing.outline.matrix, cases, rows, program)
        law_of(law)
        found.append((name, law.breaches))
    return scheme, len(cases), sum(row["outcome"] == "awarded" for row in rows), found


def main():
    """Tries the laws, and says which are broken, and by which cases."""
    parser = argparse.ArgumentParser(description="Tries laws that hold for every scheme on seeded random cases.")
    parser.add_argument("--scheme", default="all", help="the name of a scheme, several with commas, or all")
    parser.add_argument("--cases", type=int, help="how many cases of each scheme")
    parser.add_argument("--seed", default="1", help="what the cases are drawn from")
    parser.add_argument("--command", help="the program; left out, the newest one that was built here")
    parser.add_argument("--jobs", type=int, default=1, help="how many processes")
    parser.add_argument("--matrices", default=str(ROOT / "Matrices"), help="the folder of matrices")
    parser.add_argument("--quick", action="store_true", help="few cases of each scheme, in less than 20 seconds")
    options = parser.parse_args()
    names = chosen(options.scheme, options.matrices)
    count = options.cases or (100 if options.quick else 2000)
    command, began, broken = Program(options.command, options.matrices).command, time.monotonic(), 0
    with Pool(options.jobs) as pool:
        tasks = [(command, options.matrices, scheme, options.seed, count) for scheme in names]
        for scheme, tried, awarded, found in pool.imap(try_scheme, tasks):
            kept = sum(not breaches for _, breaches in found)
            print(f"{scheme}: {tried} cases with the seed {options.seed}, {awarded} awarded; "
                  f"{kept} of {len(found)} laws hold.", flush=True)
            for name, breaches in found:
                broken += bool(breaches)
                for case, says in breaches[:2]:
                    print(f"  Broken in {len(breaches)} places: {name}.\n    {says}", flush=True)
                    print("    " + json.dumps(case), flush=True)
    print(f"{len(names)} schemes in {time.monotonic() - began:.0f} s, {broken} laws broken.")
    sys.exit(1 if broken else 0)


if __name__ == "__main__":
    main()
