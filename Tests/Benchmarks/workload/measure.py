"""Runs a program under the meter, and sets what came out in a table."""
import os, platform, re, statistics, subprocess, time
from dataclasses import dataclass, field


@dataclass
class Measured:
    """What the runs of one program took."""
    seconds: list = field(default_factory=list)
    processor: list = field(default_factory=list)
    peak: list = field(default_factory=list)
    busy: int = 0
    result: str = ""


def is_quiet(limit):
    """Waits until nothing else runs, at most so many seconds; gives whether it came to that."""
    if not os.path.exists("/proc/loadavg"): return True
    end = time.monotonic() + limit
    while time.monotonic() < end:
        if all(running() <= 1 for _ in range(5)): return True
        time.sleep(0.25)
    return False


def running():
    time.sleep(0.02)
    with open("/proc/loadavg", encoding="ascii") as file: return int(file.read().split()[3].split("/")[0])


def run(meter, words, log, accepted):
    """Seconds, seconds of processors, and the peak of memory in KiB."""
    done = subprocess.run([meter, log, *words], capture_output=True, text=True)
    if done.returncode not in accepted:
        raise RuntimeError(f"exit {done.returncode}: {done.stderr.strip()[-300:]}")
    with open(log, encoding="ascii") as file: seconds, processor, peak = map(float, file.read().split())
    in_server = re.search(r"backend peak KiB (\d+)", done.stdout)
    without_start = re.search(r"converted in ([\d.]+) s", done.stderr)
    return (float(without_start[1]) if without_start else seconds, processor,
            float(in_server[1]) if in_server else peak)


def processor_name():
    if os.path.exists("/proc/cpuinfo"):
        with open("/proc/cpuinfo", encoding="utf-8") as file:
            for line in file:
                if line.startswith("model name"): return line.split(":", 1)[1].strip()
    return platform.processor() or platform.machine()


def machine():
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{processor_name()}, {os.cpu_count()} processors, {memory:.0f} GiB, {platform.system()} {platform.release()}"


def table(count, form, sizes, measured, against):
    """A table in Markdown: each program, and how often its time is that of the one it is held against."""
    base = statistics.median(measured[against].seconds) if measured.get(against) and measured[against].seconds else None
    rounds = max(len(one.seconds) for one in measured.values())
    lines = [f"### {count:,} records, {form}", "",
             "Files: " + ", ".join(f"{name} {size / 1e6:,.0f} MB" for name, size in sizes.items())
             + f". Median of {rounds} rounds.", "",
             f"| program | seconds | records a second | MB a second | × {against} | processor s "
             "| peak MiB | busy | rows |",
             "|---|---:|---:|---:|---:|---:|---:|---:|---|"]
    for name, one in measured.items():
        if not one.seconds:
            lines.append(f"| {name} | {one.result} | | | | | | | |")
            continue
        seconds = statistics.median(one.seconds)
        size = sizes["cases" if name.startswith("redress") else "records"]
        ratio = f"{seconds / base:.2f}" if base else ""
        lines.append(f"| {name} | {seconds:.3f} | {count / seconds:,.0f} | {size / seconds / 1e6:,.0f} | {ratio} "
                     f"| {statistics.median(one.processor):.2f} | {statistics.median(one.peak) / 1024:,.0f} "
                     f"| {one.busy}/{len(one.seconds)} | {one.result} |")
    return "\n".join(lines)
