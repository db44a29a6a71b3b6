"""Draws slips from all files of the engine."""

import random
from collections import defaultdict

from .package import engine_sources
from .sites import sites_of


def all_sites(only=None):
    """Every slip that can be made, by file."""
    return {name: sites_of(name, source) for name, source in engine_sources().items()
            if only is None or only in name}


def sample(count, seed, only=None):
    """So many slips, drawn from all files by their size and from all kinds alike, at most one in a line.

    Every file in which a slip can be made has one at least.
    """
    by_file = {name: sites for name, sites in all_sites(only).items() if sites}
    total = sum(len(sites) for sites in by_file.values())
    draw = random.Random(seed)
    rows = {name: mixed(sites, draw) for name, sites in by_file.items()}
    shares = {name: max(1, round(count * len(sites) / total)) for name, sites in by_file.items()}
    chosen = {name: row[:shares[name]] for name, row in rows.items()}
    order = sorted(rows, key=lambda name: (-len(rows[name]), name))
    while sum(map(len, chosen.values())) < count and any(len(rows[name]) > len(chosen[name]) for name in order):
        for name in order:
            if sum(map(len, chosen.values())) < count:
                chosen[name] = rows[name][:len(chosen[name]) + 1]
    found = [site for name in sorted(chosen) for site in sorted(chosen[name], key=lambda site: site.start)]
    return list(enumerate(found, 1))


def mixed(sites, draw):
    """The slips of a file in a drawn order, one kind after the other, without two in a line."""
    kinds = defaultdict(list)
    for site in sites:
        kinds[site.kind].append(site)
    for row in kinds.values():
        draw.shuffle(row)
    names = sorted(kinds)
    draw.shuffle(names)
    row, lines = [], []
    while any(kinds.values()):
        for name in names:
            if kinds[name]:
                site = kinds[name].pop()
                if all(site.end <= start or end <= site.start for start, end in lines):
                    if all(site.line != other.line for other in row):
                        row.append(site)
                        lines.append((site.start, site.end))
    return row
