"""What came of each slip, kept in a file."""

import json
from collections import Counter
from pathlib import Path

from .package import ROOT

WANTED = 95
FIRST = "RedressTests"
LIST = ROOT / "Tests" / "Mutants" / "survivors.md"


class Results:
    """Results by what names a slip, so that another draw may use them too."""

    def __init__(self, path, resume, again=False):
        self.path, self.known = Path(path), {}
        self.explained = " ".join(LIST.read_text(encoding="utf-8").split()) if LIST.exists() else ""
        if resume and self.path.exists():
            self.known = json.loads(self.path.read_text(encoding="utf-8"))
        if again:
            for one in self.known.values():
                one["passed"] = [stage for stage in one["passed"] if "RedressTests" not in stage]

    def has_to_pass(self, site, stage):
        """Whether a slip is still to be tried by a stage. What is explained is tried by the first one alone."""
        one = self.known.get(site.key)
        if site.name in self.explained and stage != FIRST:
            return False
        return one is None or (one["stage"] is None and stage not in one["passed"])

    def add(self, number, site, stage, how):
        """Keeps what came of a slip in a stage, and shows where it was noticed."""
        one = self.known.setdefault(site.key, {"number": number, "kind": site.kind, "stage": None, "how": None,
                                               "passed": []})
        if how:
            one["stage"], one["how"] = stage, how
            print(f"{number}. {site.key}: noticed by {stage} ({how})", flush=True)
        else:
            one["passed"].append(stage)
            print(f"{number}. {site.key}: passes {stage}", flush=True)
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.path.write_text(json.dumps(self.known, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")

    def report(self, sites, dropped):
        """Shows the totals, and says whether enough of the slips were noticed."""
        tried = [site for site in sites if site.key in self.known]
        stages = Counter(self.known[site.key]["stage"] for site in tried)
        survivors = [site for site in tried if not self.known[site.key]["stage"]]
        killed = len(tried) - len(survivors)
        print(f"\n{len(tried)} slips in {len({site.file for site in tried})} files; {dropped} more do not compile.")
        for stage, count in stages.most_common():
            print(f"  {count} " + (f"noticed first by {stage}" if stage else "survive"))
        for site in survivors:
            print(f"  {site.key}" + (" (explained)" if site.name in self.explained else ""))
        rate = 100 * killed / max(1, len(tried))
        print(f"{killed} of {len(tried)} are noticed: {rate:.1f} %. {WANTED} % are wanted.")
        return rate >= WANTED
