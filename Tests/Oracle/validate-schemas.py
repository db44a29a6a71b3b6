#!/usr/bin/env python3
"""Validates the schemas of Redress with an independent validator, and the files of this repository against them.

    python3 -m venv .venv && .venv/bin/pip install jsonschema pyyaml
    .venv/bin/python Tests/Oracle/validate-schemas.py [--redress .build/debug/redress]

Every bundled matrix, sample case and worked example must be accepted, and every mutation in the lists below refused.
"""

import argparse
import copy
import json
import sys

from jsonschema import Draft202012Validator, FormatChecker

import redress_files
from mutations import BAD_CASES, BAD_MATRICES, GOOD_CASES, GOOD_MATRICES

found = []


def expect(condition, what):
    if not condition:
        found.append(what)


def validator(text, name):
    schema = json.loads(text)
    Draft202012Validator.check_schema(schema)
    expect(text == json.dumps(schema, indent=2, ensure_ascii=False) + "\n", f"{name} is not indented by two spaces")
    return Draft202012Validator(schema, format_checker=FormatChecker())


def problems(validator, value):
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(value)]


def changed(value, path, replacement):
    """A copy with one value put in place; the value `LEFT_OUT` takes the key out."""
    value = copy.deepcopy(value)
    inner = value
    for key in path[:-1]:
        inner = inner[key]
    if replacement == "LEFT_OUT":
        del inner[path[-1]]
    elif isinstance(inner, list) and path[-1] == len(inner):
        inner.append(replacement)
    else:
        inner[path[-1]] = replacement
    return value


def mutate(validator, value, good, bad, name):
    expect(not problems(validator, value), f"{name}: the sample itself is refused: {problems(validator, value)}")
    for path, replacement in good:
        wrong = problems(validator, changed(value, path, replacement))
        expect(not wrong, f"{name}: {path} = {replacement!r} is refused: {wrong}")
    for path, replacement in bad:
        expect(problems(validator, changed(value, path, replacement)), f"{name}: {path} = {replacement!r} is accepted")


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--redress", default=str(redress_files.ROOT / ".build/debug/redress"))
    redress = arguments.parse_args().redress

    of_matrix = validator(redress_files.schema(redress), "the schema of a matrix")
    folders = (path for path in (redress_files.ROOT / "Matrices").iterdir() if path.is_dir())
    schemes = sorted(path.name for path in folders if path.name != "calendars")
    of_case = {scheme: validator(redress_files.schema(redress, scheme), scheme) for scheme in schemes}
    wrong = problems(of_matrix, redress_files.whole_matrix())
    expect(not wrong, f"the matrix with every key: {wrong}")
    count = 0
    for scheme in schemes:
        wrong = problems(of_matrix, redress_files.matrix(scheme))
        expect(not wrong, f"matrix {scheme}: {wrong}")
        for name, case in redress_files.examples(scheme):
            count += 1
            wrong = problems(of_case[scheme], case)
            expect(not wrong, f"{name}: {wrong}")
    for name, case in redress_files.cases():
        count += 1
        wrong = problems(of_case[case["scheme"]], case)
        expect(not wrong, f"{name}: {wrong}")

    sample = dict(redress_files.cases())["missed-visits.json:1"]
    mutate(of_case["progress"], sample, GOOD_CASES, BAD_CASES, "case")
    mutate(of_matrix, redress_files.matrix("progress"), GOOD_MATRICES, BAD_MATRICES, "matrix")

    for problem in found:
        print(problem)
    print(
        f"{len(schemes)} matrices and {count} cases accepted; "
        f"{len(BAD_CASES)} bad cases and {len(BAD_MATRICES)} bad matrices refused; "
        f"{len(GOOD_CASES) + len(GOOD_MATRICES)} unusual ones accepted: "
        + (f"{len(found)} not as expected" if found else "all as expected"))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
