"""The programs that are measured: ours and its peers, each with its command.

A folder of peers holds `floor/floor.cpp`, the rules written into a program, and under `peers/` programs that are called
as `PEER IN OUT [THREADS]`. Whatever a folder does not hold is left out.
"""
import os, shutil, subprocess
from dataclasses import dataclass

HERE = os.path.dirname(os.path.abspath(__file__))


@dataclass
class Program:
    """A program that is measured: its words hold {in}, {out} and {base} in place of files."""
    name: str
    words: list
    formats: tuple = ("ndjson", "csv")
    largest: int = 10**9
    is_ours: bool = False
    writes_rows: bool = True


def ours(redress, matrices):
    """Our command: rows with codes, and every line of the explanation to nowhere."""
    def batch(name, output, explain, jobs, **more):
        words = [redress, "batch", "{cases}", "--from", "{format}", "--to", output, "--as",
                 "csv" if explain == "codes" else "ndjson", "--explain", explain, "--jobs", str(jobs),
                 "--matrices", matrices]
        return Program(name, words, is_ours=True, **more)
    for jobs in (1, 2):
        yield batch(f"redress-{jobs}", "{out}", "codes", jobs)
        yield batch(f"redress-full-{jobs}", "/dev/null", "full", jobs, formats=("ndjson",), writes_rows=False)


def peers(folder, python, floor):
    """The peers that a folder holds, the fastest first."""
    def script(name, file, *words, **more):
        if os.path.exists(os.path.join(folder, file)):
            yield Program(name, [python, os.path.join(folder, file), "{in}", "{out}", *words], **more)

    for threads in (1, 2): yield Program(f"floor-{threads}", [floor, "{in}", "{out}", "--threads", str(threads)])
    if writes_trace(folder):
        for threads in (1, 2):
            yield Program(f"floor-trace-{threads}", [floor, "{in}", "/dev/null", "--trace", "--threads", str(threads)],
                          formats=("ndjson",), writes_rows=False)
    for threads in (1, 2): yield from script(f"duckdb-{threads}", "peers/duckdb_peer.py", str(threads))
    yield from script("polars-2", "peers/polars_peer.py")
    yield from script("postgres", "peers/pg_peer.py", largest=10**6)
    yield from script("pandas", "peers/pandas_peer.py", largest=10**6)
    yield from script("openfisca", "peers/openfisca_peer.py", largest=10**6)
    yield from script("oracle", "oracle.py", largest=10**6)
    yield from script("zen", "peers/zen_peer.py", largest=10**5)
    yield from script("calc", "peers/calc_peer.py", "{base}.xlsx", formats=("csv",), largest=10**5)


def writes_trace(folder):
    with open(os.path.join(folder, "floor/floor.cpp"), encoding="utf-8") as file: return "--trace" in file.read()


def build(folder, target):
    """Builds the floor of a folder and our meter; gives both."""
    os.makedirs(target, exist_ok=True)
    floor, meter = os.path.join(target, "floor"), os.path.join(target, "meter")
    compiler = shutil.which("clang++") or "c++"
    subprocess.run([compiler, "-O3", "-march=native", "-std=c++20", "-pthread", "-w", "-o", floor,
                    os.path.join(folder, "floor/floor.cpp")], check=True)
    subprocess.run(["cc", "-O2", "-o", meter, os.path.join(HERE, "floor/meter.c")], check=True)
    return floor, meter


def server(folder, python, chosen, word):
    """Starts or stops the server of the one peer that has one."""
    if any(program.name == "postgres" for program in chosen):
        subprocess.run([python, os.path.join(folder, "peers/pg_peer.py"), word], check=True)
