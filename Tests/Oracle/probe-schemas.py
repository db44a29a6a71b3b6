#!/usr/bin/env python3
"""Puts odd values at every place of a case and of a matrix, and compares what the schema and the reader say of each.

    .venv/bin/python Tests/Oracle/probe-schemas.py [--redress .build/debug/redress]

What the schema refuses, the reader must find a fault in; what the reader finds amiss in shape, the schema must refuse.
Values whose form hangs on a fact declared elsewhere, such as what a condition compares it with, are the reader's alone.
"""

import argparse
import copy
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from jsonschema import Draft202012Validator, FormatChecker

import redress_files

PROBES = ["LEFT_OUT", None, True, "", "  ", 0, -1, 1e10, "£5", "2026-02-30", "2026-03-01", "28 days", "x", "A b", [], {}, ["x"]]

CASE_SHAPES = {
    "case.format", "case.key-unknown", "case.key-missing", "case.shape", "case.too-many", "fact.unknown", "fact.misplaced",
    "choice.unknown", "head.unknown", "decision.incomplete", "decision.answer", "literal.money", "literal.day",
    "literal.flag", "literal.edition",
}
MATRIX_SHAPES = {
    "matrix.format", "matrix.key-unknown", "matrix.key-missing", "matrix.shape", "matrix.name", "matrix.word",
    "matrix.too-many", "rule.uncited", "band.start", "literal.money", "literal.day", "literal.flag", "literal.edition",
    "literal.period",
}

OF_ANOTHER_FACT = {
    "left-out", "is", "is-not", "above", "at-least", "below", "at-most", "before", "on-or-before", "one-of", "in-kind", "at",
    "level", "levels", "values", "ranges",
}


def places(value, path=()):
    """Every place in a tree, and in each mapping one more for a key that it does not have."""
    if path:
        yield path
    if isinstance(value, dict):
        for key in value:
            yield from places(value[key], path + (key,))
        yield path + ("no-such-key",)
    elif isinstance(value, list):
        for index in range(len(value)):
            yield from places(value[index], path + (index,))


def mutations(value):
    for path in places(value):
        for probe in PROBES:
            changed = copy.deepcopy(value)
            inner = changed
            for key in path[:-1]:
                inner = inner[key]
            if probe != "LEFT_OUT":
                inner[path[-1]] = probe
            elif path[-1] == "no-such-key":
                continue
            else:
                del inner[path[-1]]
            yield path, probe, changed


def yaml_text(value):
    """The tree as YAML in flow form, each text in quotes, and nothing at all for null."""
    if value is None:
        return ""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{json.dumps(k, ensure_ascii=False)}: {yaml_text(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(yaml_text(v) or "''" for v in value) + "]"
    return json.dumps(value, ensure_ascii=False)


def case_codes(redress, cases):
    lines = "\n".join(json.dumps(case) for case in cases)
    run = subprocess.run(
        [redress, "price", "--json", "-"], input=lines, cwd=redress_files.ROOT, capture_output=True, text=True)
    results = [json.loads(line) for line in run.stdout.splitlines()]
    assert len(results) == len(cases), f"{len(results)} results for {len(cases)} cases: {run.stderr[:400]}"
    return [{fault["code"] for fault in result.get("faults", [])} for result in results]


def matrix_codes(redress, matrices):
    with tempfile.TemporaryDirectory() as folder:
        codes = []
        for matrix in matrices:
            path = Path(folder) / "probe.yaml"
            path.write_text(yaml_text(matrix), encoding="utf-8")
            run = subprocess.run([redress, "check", str(path)], cwd=folder, capture_output=True, text=True)
            lines = [line for line in run.stderr.splitlines() if "probe.yaml:" in line and not line.startswith(" ")]
            codes.append({line.rsplit(": ", 1)[-1] for line in lines})
        return codes


def compare(name, validator, trees, codes, shapes):
    differences = []
    for (path, probe, tree), found in zip(trees, codes):
        refused = not validator.is_valid(tree)
        if refused and not found:
            differences.append((path, probe, "only the schema refuses it"))
        if not refused and found & shapes and not OF_ANOTHER_FACT & set(map(str, path)):
            differences.append((path, probe, f"only the reader refuses it: {sorted(found & shapes)}"))
    print(f"{name}: {len(trees)} mutations, {len(differences)} differences")
    for path, probe, what in differences:
        print(f"  {'.'.join(map(str, path))} = {probe!r}: {what}")
    return differences


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--redress", default=str(redress_files.ROOT / ".build/debug/redress"))
    arguments.add_argument("--matrix-step", type=int, default=1, help="try only every so many mutations of the matrix")
    given = arguments.parse_args()

    def validator(*scheme):
        return Draft202012Validator(
            json.loads(redress_files.schema(given.redress, *scheme)), format_checker=FormatChecker())

    trees = list(mutations(dict(redress_files.cases())["missed-visits.json:1"]))
    for number, (_, _, tree) in enumerate(trees):
        if tree.get("case") == "PHG-2026-0417":
            tree["case"] = f"probe-{number}"
    found = compare("case", validator("progress"), trees, case_codes(given.redress, [t for _, _, t in trees]), CASE_SHAPES)
    trees = list(mutations(redress_files.matrix("progress")))[:: given.matrix_step]
    found += compare("matrix", validator(), trees, matrix_codes(given.redress, [t for _, _, t in trees]), MATRIX_SHAPES)
    trees = list(mutations(redress_files.whole_matrix()))[:: given.matrix_step]
    found += compare("every key", validator(), trees, matrix_codes(given.redress, [t for _, _, t in trees]), MATRIX_SHAPES)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
