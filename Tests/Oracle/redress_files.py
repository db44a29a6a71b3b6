"""Reads the files of this repository as Redress does: every YAML scalar is text, and nothing is given a type unasked."""

import json
import subprocess
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[2]


class TextLoader(yaml.BaseLoader):
    """Scalars stay text; one that is empty and unquoted is null."""


class CaseLoader(yaml.BaseLoader):
    """The same, with `true` and `false` as flags where they stand without quotes."""


def _text(loader, node):
    return None if node.style is None and node.value == "" else node.value


def _case(loader, node):
    if node.style is None and node.value in ("true", "false"):
        return node.value == "true"
    return _text(loader, node)


TextLoader.add_constructor("tag:yaml.org,2002:str", _text)
CaseLoader.add_constructor("tag:yaml.org,2002:str", _case)


def schema(redress, *scheme):
    """A schema as the command prints it, as text."""
    return subprocess.run([redress, "schema", *scheme], cwd=ROOT, check=True, capture_output=True, text=True).stdout


def matrix(scheme):
    """The newest edition of a scheme."""
    path = max((ROOT / "Matrices" / scheme).glob("*.yaml"))
    return yaml.load(path.read_text(encoding="utf-8"), TextLoader)


def whole_matrix():
    """The matrix in which every key of the notation stands."""
    path = ROOT / "Fixtures/matrices/sample/2024-04-01.2.yaml"
    return yaml.load(path.read_text(encoding="utf-8"), TextLoader)


def cases():
    """Every sample case, each with where it stands."""
    for path in sorted((ROOT / "Fixtures/cases").glob("*.*")):
        text = path.read_text(encoding="utf-8-sig")
        if path.suffix == ".json":
            found = json.loads(text)
            found = found if isinstance(found, list) else [found]
        elif path.suffix == ".ndjson":
            found = [json.loads(line) for line in text.splitlines() if line.strip()]
        elif path.suffix in (".yaml", ".yml"):
            found = list(yaml.load_all(text, CaseLoader))
        else:
            continue
        for number, case in enumerate(found, 1):
            yield f"{path.name}:{number}", case


def examples(scheme):
    """Every worked example without faults as the case it makes: the base with the facts of its change laid over it."""
    for path in sorted((ROOT / "Fixtures/worked-examples" / scheme).glob("*.yaml")):
        file = yaml.load(path.read_text(encoding="utf-8"), CaseLoader)
        base = file.get("base") or {}
        for example in file.get("examples") or []:  # a list of survivors has none
            if "faults" in example["expect"]:
                continue
            change = example.get("change") or {}
            facts = {**(base.get("facts") or {}), **(change.get("facts") or {})}
            for name in change.get("leave-out") or []:
                if name not in (change.get("facts") or {}):
                    facts.pop(name, None)
            case = {"case": example["name"], "scheme": file["scheme"], "edition": file["edition"], "facts": facts}
            for key in ("items", "decisions"):
                if key in change or key in base:
                    case[key] = change.get(key, base.get(key))
            yield f"{path.name}: {example['name']}", case
