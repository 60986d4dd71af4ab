"""Times of the exact frustration index: the 51 frames by each solver, camps of 190 with noise, two centuries.

python benchmarks/balancing.py
"""

from __future__ import annotations

import os
import sys
import time
from itertools import groupby
from pathlib import Path

import numpy as np
import two_centuries

import detente
from detente.align.exact_split import SOLVERS, exact_split
from detente.align.signed_graph import SignedGraph, signed_graph
from detente.align.signed_years import signed_years

ROOT = Path(__file__).resolve().parents[1]
FRAMES = Path(os.environ.get("DETENTE_SHARED", ROOT.parent / "shared")) / "data" / "balance/doreian_mrvar_frames.csv"
N, NOISE = 190, 0.1
DENSITIES = (0.03, 0.1, 0.3, 1.0)
SEEDS = range(3)


def main() -> int:
    """Print one line for each figure."""
    if FRAMES.exists():
        values = {}
        for solver in SOLVERS:
            started = time.monotonic()
            found = list(detente.balance_frames(FRAMES, solver=solver))
            seconds = time.monotonic() - started
            values[solver] = [one.L for one in found]
            print(
                f"51 frames, {solver:5}   {seconds:6.2f} s   {sum(one.optimal for one in found)} proven, slowest "
                f"{max(one.seconds for one in found):.2f} s, with the question whether each is unique"
            )
        print(f"solvers agree      {values['highs'] == values['rc2']}")
    for density in DENSITIES:
        times = []
        for seed in SEEDS:
            graph = planted(density, seed)
            started = time.monotonic()
            proven = exact_split(graph).optimal
            times.append(time.monotonic() - started if proven else float("inf"))
        print(f"n = {N}, 10 % noise  {max(times):6.2f} s   slowest of {len(times)}, density {density:g}, proven")
    if two_centuries.IR.exists():
        tables = (two_centuries.read_rda(name) for name in ("atop_alliance", "cow_mid_ddydisps"))
        rows = signed_years(*tables)
        started = time.monotonic()
        proven = [
            exact_split(signed_graph((a, b, sign, 1.0) for _, a, b, sign in ties)).optimal
            for _, ties in groupby(rows, key=lambda row: row[0])
        ]
        print(f"1816–2014          {time.monotonic() - started:6.2f} s   {sum(proven)} of {len(proven)} years proven")
    return 0


def planted(density: float, seed: int) -> SignedGraph:
    """A random graph of two camps: friends within, foes between, each sign wrong with probability NOISE."""
    rng = np.random.default_rng(seed)
    side = rng.choice([-1, 1], N)
    i, j = np.triu_indices(N, 1)
    kept = rng.random(len(i)) < density
    i, j = i[kept], j[kept]
    signs = side[i] * side[j] * np.where(rng.random(len(i)) < NOISE, -1, 1)
    return signed_graph((int(a), int(b), int(sign), 1.0) for a, b, sign in zip(i, j, signs, strict=True))


if __name__ == "__main__":
    sys.exit(main())
