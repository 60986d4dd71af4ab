"""Seconds to enumerate landscapes: energies, local optima, basins, all of them.

python benchmarks/landscape.py
"""

from __future__ import annotations

import sys
import tracemalloc
from statistics import median
from time import perf_counter

import numpy as np

from detente.align.landscape import landscape
from detente.align.tipping import tipping
from detente.schema.propensities import Propensities

REPEATS = 5
ACTORS = (18, 21, 22)  # 2^17, 2^20 and 2^21 configurations


def main() -> int:
    """Print, by number of actors, the median and the worst seconds, the peak of memory and the tipping points' time."""
    for n in ACTORS:
        generator = np.random.default_rng(n)
        matrix = np.triu(generator.integers(-2, 3, (n, n)), 1).astype(float)
        given = Propensities(tuple(f"N{i}" for i in range(n)), matrix + matrix.T, generator.integers(1, 101, n))
        times = []
        for _ in range(REPEATS):
            started = perf_counter()
            found = landscape(given)
            times.append(perf_counter() - started)
        started = perf_counter()
        tipping(found)
        tips = perf_counter() - started
        tracemalloc.start()
        landscape(given)
        peak = tracemalloc.get_traced_memory()[1] / 1e6
        tracemalloc.stop()
        print(
            f"2^{n - 1} configurations  {median(times):6.3f} s (worst {max(times):.3f})  {peak:6.0f} MB  "
            f"{found.n_optima} optima  tipping points {tips:.2f} s"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
