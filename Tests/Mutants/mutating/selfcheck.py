"""Tries whether the program itself can be trusted."""

from .building import built
from .package import Package
from .sampling import all_sites
from .stages import stages

DEADLY = "Quantities/Rounding.swift"


def self_check(scratch):
    """Without a slip every stage has to pass, and with a slip in every rounding each has to notice it."""
    site = next(site for site in all_sites(DEADLY)[DEADLY]
                if site.kind == "operator" and "`twice >= divisor` becomes `twice > divisor`" in site.change)
    package = Package(scratch / "package")
    left, dropped = built(package, [(1, site)])
    faults = [f"{one.key} does not compile: {words}" for (_, one), words in dropped]
    for stage in stages(package.folder):
        failure = stage.measure()
        if failure:
            faults.append(f"Without a slip, {stage.name} fails: {failure}")
        how = stage.run(1) if left else None
        print(f"{stage.name}: {stage.usual:.1f} s; with a slip: {how}", flush=True)
        if stage.name == "RedressTests" and not how:
            faults.append(f"{stage.name} do not notice that {site.change}")
    print("\n".join(faults) or "The program can be trusted.")
    return 1 if faults else 0
