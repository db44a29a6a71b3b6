"""A copy of the package in a folder of its own, with the engine's sources to be changed there."""

import re
import shutil
from pathlib import Path

from .sites import applied

ROOT = Path(__file__).resolve().parents[3]
ENGINE = ROOT / "Sources" / "Redress"
KEPT = {"RedressCommand", "RedressTests", "GalleryTests"}
COPIED = ["Sources", "Tests/RedressTests", "Tests/GalleryTests", "Tests/SampleLetters", "Tests/SeededRandomness"]
LINKED = ["Matrices", "Fixtures", "Docs", "README.md"]
SWITCH_FILE = "MutantSwitch.swift"
SWITCH = """\
#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

private let activeMutant: Int = getenv("REDRESS_MUTANT").flatMap { Int(String(cString: $0)) } ?? 0

/// Whether the slip of a number is switched on.
public func isMutant(_ number: Int) -> Bool { activeMutant == number }
"""


class Package:
    """The copy. Only files that differ are written, so that a second build is short."""

    def __init__(self, folder):
        self.folder = Path(folder)

    def write(self, numbered):
        """Copies the package, with all slips in place."""
        self.folder.mkdir(parents=True, exist_ok=True)
        put(self.folder / "Package.swift", reduced((ROOT / "Package.swift").read_text(encoding="utf-8")))
        for part in COPIED:
            mirror(ROOT / part, self.folder / part)
        for name in LINKED:
            if not (self.folder / name).is_symlink():
                (self.folder / name).symlink_to(ROOT / name)
        self.write_engine(numbered)

    def write_engine(self, numbered):
        """Writes the sources of the engine anew, with the slips that are left."""
        copy = self.folder / "Sources" / "Redress"
        put(copy / SWITCH_FILE, SWITCH)
        for name, source in engine_sources().items():
            put(copy / name, applied(source, [one for one in numbered if one[1].file == name]))


def engine_sources():
    """The files of the engine, by name, in order."""
    return {str(path.relative_to(ENGINE)): path.read_text(encoding="utf-8") for path in sorted(ENGINE.rglob("*.swift"))}


def put(path, text):
    """Writes a file unless it says the same already."""
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def mirror(source, copy):
    """Makes one folder like another. The engine's own files are removed where they are gone, and written elsewhere."""
    wanted = {path.relative_to(source) for path in source.rglob("*") if path.is_file()}
    for path in sorted(copy.rglob("*")):
        if path.is_file() and path.relative_to(copy) not in wanted and path.name != SWITCH_FILE:
            path.unlink()
    for name in sorted(wanted):
        if (source / name).is_relative_to(ENGINE):
            continue
        if not (copy / name).exists() or (copy / name).read_bytes() != (source / name).read_bytes():
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source / name, copy / name)


def reduced(manifest):
    """The manifest without the targets that no stage needs. Warnings stay warnings, and our own code is optimised."""
    for kind in (".testTarget(", ".executableTarget("):
        at = manifest.find(kind)
        while at >= 0:
            end = closing(manifest, at + len(kind) - 1)
            if re.search(r'name: "(\w+)"', manifest[at:end]).group(1) in KEPT:
                at = manifest.find(kind, at + 1)
            else:
                manifest = manifest[:at] + manifest[end:].removeprefix(",")
                at = manifest.find(kind, at)
    return manifest.replace("[.treatAllWarnings(as: .error)]", '[.unsafeFlags(["-O"])]')


def closing(text, opening):
    """The place after the bracket that closes the one at a place."""
    depth = 0
    for at in range(opening, len(text)):
        depth += {"(": 1, ")": -1}.get(text[at], 0)
        if depth == 0:
            return at + 1
    raise ValueError("a bracket is not closed")
