"""What came of each slip, kept in a file."""

import json
from collections import Counter
from pathlib import Path

from .package import ROOT

WANTED = 95
LIST = ROOT / "Tests" / "Mutants" / "survivors.md"


class Results:
    """Results by what names a slip, so that another draw may use them too."""

    def __init__(self, path, resume, again=False):
        self.path, self.known = Path(path), {}
        if resume and self.path.exists():
            self.known = json.loads(self.path.read_text(encoding="utf-8"))
        if again:
            self.known = {key: one for key, one in self.known.items() if one["stage"]}

    def knows(self, site):
        """Whether a slip has been tried."""
        return site.key in self.known

    def add(self, number, site, stage, how):
        """Keeps what came of a slip, and shows it."""
        self.known[site.key] = {"number": number, "kind": site.kind, "stage": stage, "how": how}
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.path.write_text(json.dumps(self.known, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
        print(f"{number}. {site.key}: " + (f"noticed by {stage} ({how})" if stage else "SURVIVES"), flush=True)

    def report(self, sites, dropped):
        """Shows the totals, and says whether enough of the slips were noticed."""
        tried = [site for site in sites if site.key in self.known]
        stages = Counter(self.known[site.key]["stage"] for site in tried)
        survivors = [site for site in tried if not self.known[site.key]["stage"]]
        explained = LIST.read_text(encoding="utf-8") if LIST.exists() else ""
        killed = len(tried) - len(survivors)
        print(f"\n{len(tried)} slips in {len({site.file for site in tried})} files; {dropped} more do not compile.")
        for stage, count in stages.most_common():
            print(f"  {count} " + (f"noticed first by {stage}" if stage else "survive"))
        for site in survivors:
            print(f"  {site.key}" + (" (explained)" if site.name in explained else ""))
        rate = 100 * killed / max(1, len(tried))
        print(f"{killed} of {len(tried)} are noticed: {rate:.1f} %. {WANTED} % are wanted.")
        return rate >= WANTED
