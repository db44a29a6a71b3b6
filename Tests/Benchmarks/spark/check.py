#!/usr/bin/env python3
"""Whether `redress batch` on several machines writes the bytes that it writes on one.

usage: check.py [--redress PROGRAM] [--records 20000] [--partitions 5] [--master local-cluster[2,1,1024]]
                [--folder FOLDER] [--keep]

It makes cases of the performance workload, spoils some lines, and lets Apache Spark's executors run `redress batch -`
on a part of the file each. What they saved, joined in order, is compared with one run over the whole file, byte by
byte, in three ways:

- `pipe`: `sc.textFile(…).pipe("redress batch - --no-line")`, the short way. A text file of Spark is decoded, so it is
  only for files that are UTF-8 and whose lines end in LF. Rows have no line number, because no part of the file knows
  where it begins.
- `text`: the lines of `sc.textFile`, with a run for each part that is told its first line: the same files, and rows
  with their line numbers.
- `bytes`: the lines as `spark.read.text` with LF as the only end of a line, taken as bytes: any file.
"""
import argparse, filecmp, glob, itertools, os, random, shutil, subprocess, sys, tempfile, threading

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(HERE)))
WORKLOAD = os.path.join(os.path.dirname(HERE), "workload")
AMONG_MANY = (0, 1, 65)  # exit codes of many cases of which some are refused or at fault

# What a line is replaced by. The first ones are UTF-8 and have no CR in them.
SPOILT = [
    lambda line: line[: len(line) // 2],
    lambda line: line.replace(b'"service"', b'"servise"', 1),
    lambda line: line.replace(b'"impact"', b'"colour"', 1),
    lambda line: b"",
    lambda line: b"   ",
    lambda line: b"not a case",
    lambda line: b"[" + line + b"]",
    lambda line: line.replace(b'"scheme":"workload"', b'"scheme":"nobody"', 1),
    lambda line: line.replace(b'"points":["', '"points":["\u2028\u0085é'.encode(), 1),
    lambda line: line.replace(b'"days":', b'"days":-', 1),
]
SPOILT_BYTES = SPOILT + [
    lambda line: line.replace(b'"points":["', b'"points":["\xff\xfe', 1),
    lambda line: line.replace(b'"case":"', b'"case":"\x80', 1),
    lambda line: line + b"\r",
    lambda line: line.replace(b",", b",\r", 1),
    lambda line: line.replace(b'"points":["', b'"points":["\x00', 1),
]


def spoil(lines, ways, target):
    """Writes the lines with about one in twenty spoilt, the last without an end."""
    draw = random.Random(6)
    with open(target, "wb") as file:
        for place, line in enumerate(lines):
            if draw.random() < 0.05: line = draw.choice(ways)(line)
            file.write((b"\n" if place else b"") + line)


def make_files(folder, count):
    sys.path.insert(0, WORKLOAD)
    import convert, generate
    base = os.path.join(folder, "records")
    generate.generate(count, base)
    convert.convert_file(base)
    with open(base + ".cases.ndjson", "rb") as file: lines = file.read().split(b"\n")[:-1]
    spoil(lines, SPOILT, os.path.join(folder, "text.ndjson"))
    spoil(lines, SPOILT_BYTES, os.path.join(folder, "bytes.ndjson"))


def command(given, *more):
    return [given.redress, "batch", "-", "--from", "ndjson", "--as", "ndjson", "--explain", "codes", "--jobs", "1",
            "--matrices", given.matrices, *more]


def on_one_machine(given, source, target, *more):
    """The rows of the whole file, read from standard input as the executors do."""
    with open(source, "rb") as file, open(target, "wb") as out:
        done = subprocess.run(command(given, *more), stdin=file, stdout=out, stderr=subprocess.PIPE)
    if done.returncode not in AMONG_MANY: sys.exit(f"exit {done.returncode}: {done.stderr.decode()[-1000:]}")


def priced(words, accepted):
    """A function that runs the command over the lines of one part of a file and gives the lines that it writes."""
    def run(first_line, lines):
        process = subprocess.Popen([*words, "--first-line", str(first_line)], stdin=subprocess.PIPE,
                                   stdout=subprocess.PIPE)

        def feed():
            with process.stdin as file:
                for line in lines: file.write(line + b"\n")

        feeder = threading.Thread(target=feed)
        feeder.start()
        for row in process.stdout: yield row[:-1].decode("utf-8")
        feeder.join()
        if process.wait() not in accepted: raise RuntimeError(f"redress ended with {process.returncode}")
    return run


def numbered(lines, run):
    """Runs the command over each part of a file, told how many lines the parts before it have."""
    counts = lines.mapPartitions(lambda part: [sum(1 for _ in part)]).collect()
    firsts = [1 + before for before in itertools.accumulate(counts, initial=0)]
    return lines.mapPartitionsWithIndex(lambda part, own: run(firsts[part], own))


def by_pipe(spark, given, source):
    # A pipe of Python starts with an empty environment, and takes any exit code.
    words = " ".join(command(given, "--no-line"))
    return spark.sparkContext.textFile(source, given.partitions).pipe(words, env=dict(os.environ))


def by_text(spark, given, source):
    lines = spark.sparkContext.textFile(source, given.partitions).map(lambda line: line.encode("utf-8"))
    return numbered(lines, priced(command(given), AMONG_MANY))


def by_bytes(spark, given, source):
    spark.conf.set("spark.sql.files.maxPartitionBytes", os.path.getsize(source) // given.partitions + 1)
    spark.conf.set("spark.sql.files.openCostInBytes", 0)
    read = spark.read.option("lineSep", "\n").text(source)
    rows = read.selectExpr("cast(value as binary) as line", "input_file_block_start() as start").rdd
    starts = rows.mapPartitions(lambda part: [next((row.start for row in part), None)]).collect()
    known = [start for start in starts if start is not None]
    if known != sorted(known): sys.exit("Spark gave the parts of the file in another order")
    return numbered(rows.map(lambda row: bytes(row.line)), priced(command(given), AMONG_MANY))


def check(spark, given, folder, name, way, source, *more):
    """Compares what one way saves with what one machine writes."""
    whole, saved, joined = (os.path.join(folder, name + end) for end in (".whole", ".saved", ".joined"))
    source = os.path.join(folder, source)
    on_one_machine(given, source, whole, *more)
    way(spark, given, source).saveAsTextFile(saved)
    parts = sorted(glob.glob(os.path.join(saved, "part-*")))
    with open(joined, "wb") as out:
        for part in parts:
            with open(part, "rb") as file: shutil.copyfileobj(file, out)
    is_same = filecmp.cmp(whole, joined, shallow=False)
    with open(whole, "rb") as file: rows = sum(1 for _ in file)
    print(f"{name}: {rows:,} rows in {len(parts)} parts, {os.path.getsize(whole):,} bytes:",
          "the same" if is_same else f"DIFFERENT: compare {whole} and {joined}", flush=True)
    return is_same


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--redress", default=os.path.join(ROOT, ".build/release/redress"))
    parser.add_argument("--matrices", default=os.path.join(WORKLOAD, "Matrices"))
    parser.add_argument("--records", type=int, default=20_000)
    parser.add_argument("--partitions", type=int, default=5)
    parser.add_argument("--master", default="local-cluster[2,1,1024]")
    parser.add_argument("--folder")
    parser.add_argument("--keep", action="store_true")
    given = parser.parse_args()
    given.redress, given.matrices = os.path.abspath(given.redress), os.path.abspath(given.matrices)
    folder = os.path.abspath(given.folder) if given.folder else tempfile.mkdtemp(prefix="redress-spark-")
    os.makedirs(folder, exist_ok=True)
    make_files(folder, given.records)

    from pyspark.sql import SparkSession
    spark = (SparkSession.builder.master(given.master).appName("redress").config("spark.ui.enabled", "false")
             .config("spark.ui.showConsoleProgress", "false")
             .config("spark.executorEnv.PYTHONPATH", os.environ.get("PYTHONPATH", "")).getOrCreate())
    spark.sparkContext.setLogLevel("ERROR")
    print(f"Apache Spark {spark.version}, {given.master}", flush=True)
    same = [check(spark, given, folder, "pipe", by_pipe, "text.ndjson", "--no-line"),
            check(spark, given, folder, "text", by_text, "text.ndjson"),
            check(spark, given, folder, "bytes", by_bytes, "bytes.ndjson")]
    spark.stop()
    if all(same) and not given.keep: shutil.rmtree(folder)
    sys.exit(0 if all(same) else 1)


if __name__ == "__main__":
    main()
