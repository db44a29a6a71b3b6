#!/usr/bin/env python3
"""Measures `redress batch` beside its peers: the same cases, file to file, in rounds that take turns.

usage: run.py [--redress PROGRAM] [--sizes 1e5,1e6] [--formats ndjson,csv] [--rounds 5] [--only NAME,…]
              [--peers FOLDER] [--python PROGRAM] [--generator PROGRAM] [--data FOLDER] [--check 1e5]
              [--against floor-1] [--wait 30] [--json FILE]

It makes the records, converts them to cases (not timed), holds our rows to the oracle's, and only then measures. Our
own rows are held to the oracle's again at each size up to that of the check; those of the peers to the floor's at any
size. It prints tables in Markdown. Ratios hold within one run; seconds of two runs cannot be compared.

--peers is a folder with other peers and the same command lines, --python what runs those written in Python,
--generator a program that is called as PROGRAM COUNT BASE. A full explanation goes to /dev/null.
"""
import argparse, filecmp, json, os, subprocess, sys, time
import compare, convert, measure, peers

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(HERE)))
CASES_ARE_REFUSED = (0, 1, 65)  # exit codes of ours: among many cases some are refused, and some at fault


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    number = lambda text: int(float(text))
    names = lambda text: text.split(",")
    parser.add_argument("--redress", default=os.path.join(ROOT, ".build/release/redress"))
    parser.add_argument("--matrices", default=os.path.join(HERE, "Matrices"))
    parser.add_argument("--sizes", type=lambda text: [number(part) for part in names(text)], default=[10**5, 10**6])
    parser.add_argument("--formats", type=names, default=["ndjson", "csv"])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--only", type=names)
    parser.add_argument("--peers", default=HERE)
    parser.add_argument("--python", default=sys.executable)
    parser.add_argument("--generator", default=os.path.join(HERE, "generate.py"))
    parser.add_argument("--data", default=os.path.join(ROOT, ".build/benchmark-data"))
    parser.add_argument("--check", type=number, default=10**5)
    parser.add_argument("--against", default="floor-1")
    parser.add_argument("--wait", type=float, default=30)
    parser.add_argument("--json")
    return parser.parse_args()


def prepared(given, count):
    """The files of so many records, made where they are not there yet."""
    base = os.path.join(given.data, f"c{count}")
    if not os.path.exists(base + ".csv"):
        print(f"making {count:,} records", file=sys.stderr)
        subprocess.run([sys.executable, given.generator, str(count), base], check=True)
    if not os.path.exists(base + ".cases.csv"):
        print(f"converting {count:,} records", file=sys.stderr)
        convert.convert_file(base)
    return base


def words(program, base, form, out):
    places = {"in": f"{base}.{form}", "cases": f"{base}.cases.{form}", "out": out, "base": base, "format": form}
    return [word.format(**places) for word in program.words]


def oracle(base, form):
    rows = f"{base}.{form}.oracle"
    if not os.path.exists(rows):
        subprocess.run([sys.executable, os.path.join(HERE, "oracle.py"), f"{base}.{form}", rows], check=True)
    return rows


def check(given):
    """Holds our rows, from either form to either form, to the oracle's. Nothing is measured unless all agree."""
    base = prepared(given, given.check)
    for source in given.formats:
        for form, explain in (("ndjson", "codes"), ("csv", "codes"), ("ndjson", "full")):
            out = os.path.join(given.data, "checked." + form)
            command = [given.redress, "batch", f"{base}.cases.{source}", "--from", source, "--to", out, "--as", form,
                       "--explain", explain, "--matrices", given.matrices]
            done = subprocess.run(command, capture_output=True, text=True)
            if done.returncode not in CASES_ARE_REFUSED: sys.exit(f"exit {done.returncode}: {done.stderr[-1000:]}")
            rows, differences = compare.compare(oracle(base, source), out, base + ".cases.ndjson")
            print(f"{source} to {form}, {explain}: {rows:,} rows, {differences} differ from the oracle's", flush=True)
            if differences: sys.exit(1)
            os.remove(out)


def verdict(program, base, form, count, out, given, floor_rows):
    """Whether the rows that a program wrote are the expected ones."""
    if not program.writes_rows: return "to /dev/null"
    if not program.is_ours:
        if filecmp.cmp(out, floor_rows, shallow=False): return "the same"
        with open(out, encoding="utf-8") as a, open(floor_rows, encoding="utf-8") as b:
            return "the same, in another order" if sorted(a) == sorted(b) else "DIFFERENT"
    if count > given.check: return "as checked"
    _, differences = compare.compare(oracle(base, form), out, base + ".cases.ndjson")
    return "the same" if differences == 0 else f"{differences} DIFFERENT"


def measured(given, programs, count, form, floor, meter):
    """Rounds in which each program has its turn, so that a slow minute of the machine strikes all of them."""
    base = prepared(given, count)
    programs = [one for one in programs if form in one.formats and count <= one.largest]
    floor_rows = os.path.join(given.data, f"floor.{form}.csv")
    subprocess.run([floor, f"{base}.{form}", floor_rows], check=True)
    if count <= given.check and not filecmp.cmp(oracle(base, form), floor_rows, shallow=False):
        sys.exit("the floor's rows are not the oracle's")
    results = {program.name: measure.Measured() for program in programs}
    out, log = os.path.join(given.data, "out.csv"), os.path.join(given.data, "meter")
    for turn in range(given.rounds):
        for program in programs:
            one = results[program.name]
            if one.result.startswith("failed") or (turn > 2 and one.seconds[0] > 15): continue
            quiet = measure.is_quiet(given.wait)
            if os.path.exists(out): os.remove(out)
            try:
                accepted = CASES_ARE_REFUSED if program.is_ours else (0,)
                seconds, processor, peak = measure.run(meter, words(program, base, form, out), log, accepted)
            except (RuntimeError, OSError) as error:
                one.result = f"failed: {error}".replace("\n", " ").replace("|", " ")
                continue
            one.seconds.append(seconds), one.processor.append(processor), one.peak.append(peak)
            one.busy += not quiet
            if turn == 0: one.result = verdict(program, base, form, count, out, given, floor_rows)
    sizes = {"records": os.path.getsize(f"{base}.{form}"), "cases": os.path.getsize(f"{base}.cases.{form}")}
    print("\n" + measure.table(count, form, sizes, results, given.against), flush=True)
    return [dict(vars(one), program=name, records=count, format=form) for name, one in results.items()]


def main():
    given = arguments()
    os.makedirs(given.data, exist_ok=True)
    floor, meter = peers.build(given.peers, os.path.join(given.data, "programs"))
    programs = [*peers.ours(given.redress, given.matrices), *peers.peers(given.peers, given.python, floor)]
    if given.only: programs = [one for one in programs if one.name in [*given.only, given.against]]
    if given.check and any(one.is_ours for one in programs): check(given)
    print(f"\n{measure.machine()}; {time.strftime('%-d %B %Y, %H:%M')}\n\n    {' '.join(sys.argv)}")
    peers.server(given.peers, given.python, programs, "start")
    results = []
    for count in given.sizes:
        for form in given.formats: results += measured(given, programs, count, form, floor, meter)
    peers.server(given.peers, given.python, programs, "stop")
    if given.json:
        with open(given.json, "w", encoding="utf-8") as file: json.dump(results, file, indent=1)


if __name__ == "__main__":
    main()
