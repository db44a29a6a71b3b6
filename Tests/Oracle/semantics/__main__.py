"""Prints what the oracle makes of the cases in a file: python3 -m semantics CASE.json [--matrices DIR] [--today DAY]"""

import argparse
import json
from pathlib import Path

import yaml

from . import Scheme, assess, values


class CaseLoader(yaml.BaseLoader):
    """Every scalar is text, but `true`, `false` and what is empty, where they stand without quotes."""


def _scalar(loader, node):
    if node.style is None and node.value in ("true", "false", ""):
        return {"true": True, "false": False, "": None}[node.value]
    return node.value


CaseLoader.add_constructor("tag:yaml.org,2002:str", _scalar)


def read_cases(path):
    """The cases of a file of JSON, NDJSON or YAML."""
    text = Path(path).read_text(encoding="utf-8-sig")
    if str(path).endswith((".yaml", ".yml")):
        return list(yaml.load_all(text, CaseLoader))
    if str(path).endswith(".ndjson"):
        return [json.loads(line, parse_float=str) for line in text.splitlines() if line.strip()]
    found = json.loads(text, parse_float=str)
    return found if isinstance(found, list) else [found]


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("cases", nargs="+")
    arguments.add_argument("--matrices", default="Matrices")
    arguments.add_argument("--today")
    chosen = arguments.parse_args()
    schemes = Scheme.read(chosen.matrices)
    today = values.day(chosen.today) if chosen.today else None
    for path in chosen.cases:
        for case in read_cases(path):
            print(json.dumps(assess(schemes, case, today), ensure_ascii=False))


if __name__ == "__main__":
    main()
