"""Builds the copy, and drops the slips that the compiler does not take."""

import json
import re
import subprocess
import sys

ERROR = re.compile(r"Sources/Redress/(\S+\.swift):(\d+):\d+: error: ([^\n]*)")
ROUNDS = 12
REACH = 40
"""How many lines from an error its cause is looked for, such as a value that is not set on every way."""


class BuildFailed(Exception):
    """The copy does not build, and no slip is to blame."""


def built(package, numbered):
    """Builds everything that the stages need. Gives the slips that are left, and those that were dropped.

    What the compiler did not take is kept in a file, so that the next build need not find it out again.
    """
    known = Dropped(package.folder / "dropped.json")
    dropped = [(one, known.why[one[1].key]) for one in numbered if one[1].key in known.why]
    left = [one for one in numbered if one[1].key not in known.why]
    package.write(left)
    for arguments in (["--target", "Redress"], ["--build-tests"]):
        for _ in range(ROUNDS):
            done = swift_build(package, arguments)
            if done.returncode == 0:
                break
            blamed = to_blame(done.stdout, left)
            if not blamed:
                raise BuildFailed(done.stdout[-4000:])
            print(f"The compiler does not take {len(blamed)} slips. They are dropped.", file=sys.stderr, flush=True)
            dropped += [(one, blamed[one[0]]) for one in left if one[0] in blamed]
            known.add(dropped)
            left = [one for one in left if one[0] not in blamed]
            package.write_engine(left)
        else:
            raise BuildFailed(done.stdout[-4000:])
    return left, dropped


class Dropped:
    """What the compiler did not take, and what it said."""

    def __init__(self, path):
        self.path = path
        self.why = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}

    def add(self, dropped):
        """Keeps more of them."""
        self.why |= {site.key: words for (_, site), words in dropped}
        self.path.write_text(json.dumps(self.why, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def swift_build(package, arguments):
    """One build, with all that it says."""
    words = ["swift", "build", "--package-path", str(package.folder), *arguments]
    return subprocess.run(words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)


def to_blame(said, numbered):
    """The numbers of the slips in lines that the compiler names, each with what it says."""
    blamed = {}
    for file, line, words in set(ERROR.findall(said)):
        near = [one for one in numbered if one[1].file == file and abs(int(line) - one[1].line) <= REACH]
        if near:
            closest = min((one[1] for one in near), key=lambda site: distance(site, int(line)))
            blamed |= {one[0]: words for one in near if one[1].line == closest.line}
    return blamed


def distance(site, line):
    """How far a slip is from an error. What stands above it is blamed first."""
    return line - site.line if site.line <= line else REACH + site.line - line
