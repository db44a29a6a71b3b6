"""Tries whether the program itself can be trusted."""

from .building import built
from .package import Package
from .sampling import all_sites
from .stages import stages

FILE = "Quantities/CivilDate.swift"
DEADLY = "`month > 2` becomes `month < 2`"
"""With this slip nearly every day is wrong."""
TRIED = 4
"""So many stages have to notice it. The others take long over a program that is wrong everywhere."""


def self_check(folder, numbered):
    """Without a slip every stage has to pass, and a slip in nearly every day has to be noticed by the first ones."""
    numbered = with_deadly(numbered)
    package = Package(folder)
    left, _ = built(package, numbered)
    number = next((number for number, site in left if is_deadly(site)), None)
    faults = [] if number else [f"The slip in {FILE} does not compile."]
    for place, stage in enumerate(stages(package.folder)):
        failure = stage.measure()
        if failure:
            faults.append(f"Without a slip, {stage.name} fails: {failure}")
        print(f"{stage.name}: {stage.usual:.1f} s without a slip.", flush=True)
        if not number or place >= TRIED:
            continue
        how = stage.run(number)
        print(f"  With one: {how}", flush=True)
        if not how:
            faults.append(f"{stage.name} does not notice that {DEADLY}")
    print("\n".join(faults) or "The program can be trusted.")
    return 1 if faults else 0


def is_deadly(site):
    """Whether a slip is the one that everything has to notice."""
    return site.file == FILE and site.change == DEADLY


def with_deadly(numbered):
    """The slips that were drawn, with the deadly one among them."""
    if any(is_deadly(site) for _, site in numbered):
        return numbered
    deadly = next(site for site in all_sites(FILE)[FILE] if is_deadly(site))
    others = [one for one in numbered if one[1].file != FILE or one[1].line != deadly.line]
    return [*others, (max((number for number, _ in others), default=0) + 1, deadly)]
