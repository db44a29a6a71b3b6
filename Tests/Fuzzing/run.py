#!/usr/bin/env python3
"""Feeds a reader of Redress with inputs that libFuzzer makes up, and keeps those that reach something new.

  Tests/Fuzzing/run.py READER [SECONDS]      one reader: matrix, case, ndjson, csv, calendar, officers, offer, register
  Tests/Fuzzing/run.py --all [SECONDS]       each of them, one after another
  Tests/Fuzzing/run.py --keep READER         make the kept corpus of a reader anew, of all inputs there are
  Tests/Fuzzing/run.py --try READER FILE...  try files, as those of findings

Without SECONDS a reader is fed for a minute. It starts from Fixtures/fuzz/READER and from what earlier runs found,
which grows in .build-fuzz. With --address before the rest, misuse of memory is looked for too, in a build of its own.
With --program FILE nothing is built: the program is one that was built before.

Ends with 1 if there is a finding: an input that stops the program, breaks a rule of Tests/Fuzzing/Readers, takes more
than a second or more memory than it may have.
"""

import hashlib
import os
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
KEPT = ROOT / "Fixtures" / "fuzz"
GROWN = ROOT / ".build-fuzz" / "corpus"
FINDINGS = ROOT / ".build-fuzz" / "findings"
# The most bytes of an input. Longer ones reach little more and are slower.
LONGEST = {
    "matrix": 8192, "case": 4096, "ndjson": 4096, "csv": 4096, "calendar": 2048, "officers": 4096, "offer": 24576,
    "register": 8192,
}
# Memory of the whole process in megabytes: the program, the counters of what was reached, the corpus and all matrices
# are in it, so that a reader has less than this. The address sanitizer takes several times as much for itself.
MEMORY = {False: 256, True: 1024}
# What takes more than a second of the processor is found by the program itself. This is for what never ends at all.
HANGS_AFTER = 60
KEPT_FILES, KEPT_BYTES = 60, 200 << 10


def build(address):
    """The program that feeds readers, instrumented with all of Redress that it reaches."""
    folder = ROOT / ".build" / ("fuzzing-address" if address else "fuzzing")
    kinds = "fuzzer,address" if address else "fuzzer"
    command = [
        "swift", "build", "-c", "release", "--product", "FuzzReader", "--scratch-path", str(folder),
        "-Xswiftc", "-sanitize=" + kinds, "-Xcc", "-fsanitize=" + kinds.replace("fuzzer", "fuzzer-no-link"),
    ]
    subprocess.run(command, cwd=ROOT, env={**os.environ, "REDRESS_FUZZ": "build"}, check=True, stdout=sys.stderr)
    return folder / "release" / "FuzzReader"


class Feeding:
    """One reader with its folders."""

    def __init__(self, reader, program, address):
        self.reader, self.program, self.address = reader, program, address
        self.kept, self.grown, self.findings = KEPT / reader, GROWN / reader, FINDINGS / reader
        for folder in (self.kept, self.grown, self.findings):
            folder.mkdir(parents=True, exist_ok=True)

    def call(self, arguments, **options):
        """Runs the program on its reader, with files in memory where the machine has such a folder."""
        memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
        with tempfile.TemporaryDirectory(prefix="redress-fuzz-", dir=memory) as folder:
            environment = {
                **os.environ, "REDRESS_FUZZ": self.reader, "TMPDIR": folder,
                # Swift's own words on a crash would come in place of libFuzzer's, which keeps the input.
                "SWIFT_BACKTRACE": "enable=no",
                "ASAN_OPTIONS": "detect_leaks=0:quarantine_size_mb=32:allocator_may_return_null=1",
            }
            limits = [
                f"-timeout={HANGS_AFTER}", f"-rss_limit_mb={MEMORY[self.address]}",
                f"-max_len={LONGEST[self.reader]}",
            ]
            return subprocess.run([str(self.program), *limits, *arguments], cwd=ROOT, env=environment, **options)

    def run(self, seconds):
        """Feeds the reader, says what came of it, and gives how many findings there are."""
        words = FINDINGS / f"{self.reader}.dict"
        words.write_text("".join(f'"{escaped(word)}"\n' for word in self.words()))
        before = len(os.listdir(self.grown))
        out = self.call(
            [f"-max_total_time={seconds}", f"-dict={words}", f"-artifact_prefix={self.findings}/",
             "-print_final_stats=1", "-reload=0", str(self.grown), str(self.kept)],
            stdin=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, errors="replace")
        (FINDINGS / f"{self.reader}.log").write_text(out.stderr)
        found = self.findings_of(out)
        done = re.findall(r"#(\d+)\s+\S+\s+cov: (\d+) ft: (\d+)", out.stderr)
        executions = number(r"stat::number_of_executed_units: *(\d+)", out.stderr)
        peak = number(r"stat::peak_rss_mb: *(\d+)", out.stderr)
        print(
            f"{self.reader}: {executions:,} inputs in {seconds} s, {done[-1][1] if done else 0} places and "
            f"{done[-1][2] if done else 0} features reached, {len(os.listdir(self.grown)) - before} new inputs, "
            f"at most {peak} MB, {len(found)} findings", flush=True)
        for file in found:
            print(f"  {file.relative_to(ROOT)}")
        if not found and out.returncode != 0:
            print(out.stderr[-4000:])
        return max(len(found), 1 if out.returncode != 0 else 0)

    def findings_of(self, out):
        """The findings of a run."""
        paths = [pathlib.Path(path) for path in re.findall(r"Test unit written to (\S+)", out.stderr)]
        return [path for path in paths if not path.name.startswith("slow-unit-")]

    def attempt(self, files):
        """Tries files, each once, and gives the exit code."""
        return self.call([str(file) for file in files], stdin=subprocess.DEVNULL).returncode

    def words(self):
        """The keys and words that the reader's files are made of."""
        texts = [file.read_bytes().decode("utf-8", "replace") for file in sorted(self.kept.iterdir())]
        found = {"case", "format"}
        if self.reader == "matrix":
            found |= set(re.findall(r"^\| `([a-z-]+)`", (ROOT / "Docs/policy-authors/keys.md").read_text(), re.M))
        if self.reader in ("case", "ndjson", "csv"):
            texts += [file.read_text() for file in sorted((ROOT / "Matrices").glob("*/*.yaml"))]
        counts = {}
        for text in texts:
            for word in re.findall(r"[A-Za-z£][A-Za-z0-9./-]{2,30}|\d{4}-\d\d-\d\d|£[\d.]+", text):
                counts[word] = counts.get(word, 0) + 1
        found |= set(sorted(counts, key=lambda word: (-counts[word], word))[:400])
        return sorted(found)

    def keep(self):
        """Chooses the kept corpus anew: one after another the input that reaches the most that is not reached yet."""
        named = [file for file in self.kept.iterdir() if not re.fullmatch(r"[0-9a-f]{40}", file.name)]
        with tempfile.TemporaryDirectory() as folder:
            merged, notes = pathlib.Path(folder, "merged"), pathlib.Path(folder, "notes")
            merged.mkdir()
            self.call(
                ["-merge=1", f"-merge_control_file={notes}", str(merged), str(self.kept), str(self.grown)],
                stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
            chosen = [(digest(file), file.read_bytes()) for file in chosen_of(reached(notes), named)]
        for file in self.kept.iterdir():
            if file not in named:
                file.unlink()
        for name, content in chosen:
            (self.kept / name).write_bytes(content)
        size = sum(len(content) for _, content in chosen)
        print(f"{self.reader}: kept {len(chosen)} inputs of {size:,} bytes, and {len(named)} with names")


def reached(notes):
    """What each input of a merge reached, by its file."""
    lines = notes.read_text().splitlines()
    files = [pathlib.Path(line) for line in lines[2:2 + int(lines[0])]]
    sets = {file: set() for file in files}
    for line in lines:
        kind, *numbers = line.split()
        if kind in ("FT", "COV"):
            sets[files[int(numbers[0])]] |= {(kind, each) for each in numbers[1:]}
    return sets


def chosen_of(sets, named):
    """The inputs that reach the most together, within the limits of the kept corpus; those with names count first."""
    done = set().union(*(sets.pop(file, set()) for file in named))
    chosen, size = [], sum(file.stat().st_size for file in named)
    while len(chosen) < KEPT_FILES - len(named):
        fitting = [file for file in sets if size + file.stat().st_size <= KEPT_BYTES and sets[file] - done]
        if not fitting:
            break
        # New places count for more than new counts of known ones, and short inputs for more than long ones.
        best = max(fitting, key=lambda file: (
            sum(8 if kind == "COV" else 1 for kind, _ in sets[file] - done) / (400 + file.stat().st_size), file.name))
        done |= sets.pop(best)
        size += best.stat().st_size
        chosen.append(best)
    return chosen


def digest(file):
    """The name that libFuzzer gives an input."""
    return hashlib.sha1(file.read_bytes()).hexdigest()


def number(pattern, text):
    found = re.findall(pattern, text)
    return int(found[-1]) if found else 0


def escaped(word):
    """A word as libFuzzer's dictionaries write it."""
    return "".join(chr(byte) if 0x20 < byte < 0x7F and byte not in b'"\\' else f"\\x{byte:02x}"
                   for byte in word.encode())


def main(words):
    address = "--address" in words
    words = [word for word in words if word != "--address"]
    built = words.pop(words.index("--program") + 1) if "--program" in words[:-1] else None
    words = [word for word in words if word != "--program"]
    way = words.pop(0) if words and words[0] in ("--all", "--keep", "--try") else None
    reader = None if way == "--all" else (words.pop(0) if words else None)
    if way != "--all" and reader not in LONGEST or (way != "--try" and words and not words[0].isdigit()):
        print(__doc__, file=sys.stderr)
        return 64
    program = built or build(address)
    if way == "--keep":
        Feeding(reader, program, address).keep()
        return 0
    if way == "--try":
        return 1 if Feeding(reader, program, address).attempt(words) else 0
    seconds = int(words[0]) if words else 60
    readers = list(LONGEST) if way == "--all" else [reader]
    found = sum(Feeding(reader, program, address).run(seconds) for reader in readers)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
