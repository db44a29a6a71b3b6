"""Writes a mapping as a matrix file."""

import json
import re

PLAIN = re.compile(r"[A-Za-z0-9£][A-Za-z0-9£.%/# -]*")


def scalar(value):
    """A value as YAML text, in quotes where it needs them."""
    return value if PLAIN.fullmatch(value) and value == value.strip() and ": " not in value else json.dumps(
        value, ensure_ascii=False)


def written(value, indent=0):
    """A mapping as the lines of a YAML file."""
    pad = "  " * indent
    for key, inner in value.items():
        name = scalar(key) if not key[:1].isdigit() else json.dumps(key)
        if isinstance(inner, dict) and inner:
            yield f"{pad}{name}:"
            yield from written(inner, indent + 1)
        elif isinstance(inner, (list, dict)):
            yield f"{pad}{name}: {flow(inner)}"
        else:
            yield f"{pad}{name}: {scalar(inner)}"


def flow(value):
    """A value on one line."""
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{json.dumps(key)}: {flow(inner)}" for key, inner in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(flow(inner) for inner in value) + "]"
    return json.dumps(value, ensure_ascii=False) if not re.fullmatch(r"[a-z0-9£.%/-]+", value) else value


def text_of(matrix):
    """A matrix as the text of its file."""
    return "\n".join(written(matrix)) + "\n"
