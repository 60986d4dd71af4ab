"""Optima of a landscape too large to enumerate: the lowest proven, others by restarts."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from detente.align.blocs import Blocs
from detente.align.descent import moves_down
from detente.align.frustration import minimum_frustration
from detente.align.landscape_record import TOLERANCE


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """Local optima of blocs.

    Attributes:
        sides: each (n_blocs,); the lowest energy first.
        gap: of the lowest energy from its proven bound, in energy; 0.0: proven.
    """

    sides: tuple[NDArray[np.int8], ...]
    gap: float


def search_optima(blocs: Blocs, restarts: int, seed: int, time_limit_s: float) -> Found:
    """The lowest energy by integer programming, and the local optima that random starts descend to.

    Args:
        blocs: free parts of the network.
        restarts, seed: number of random starts, and their seed.
        time_limit_s: seconds for the integer programme.

    Raises:
        SolverError: if the programme found nothing within the time.
    """
    lowest, gap = lowest_sides(blocs.weights, time_limit_s)
    tolerance = TOLERANCE * float(np.abs(blocs.weights).sum())
    generator = np.random.default_rng(seed)
    starts = [lowest, *generator.integers(0, 2, (restarts, len(blocs.weights)), dtype=np.int8)]
    found: dict[bytes, NDArray[np.int8]] = {}
    for sides in starts:
        for _ in moves_down(blocs.weights, sides, tolerance):
            pass
        rested = sides ^ sides[0]
        found.setdefault(rested.tobytes(), rested)
    energies = {key: energy_of(blocs.weights, sides) for key, sides in found.items()}
    best = min(energies.values())
    shift = energy_of(blocs.weights, starts[0]) - best  # restarts beat a programme that ran out of time
    return Found(
        tuple(found[key] for key in sorted(found, key=lambda key: (energies[key], key))), max(0.0, gap - shift)
    )


def lowest_sides(weights: NDArray[np.float64], time_limit_s: float) -> tuple[NDArray[np.int8], float]:
    """Sides with the lowest energy, and the gap in energy.

    E = 2 (f - W), f the frustration with ties of weight |w_ij| and W the summed |w_ij| of the negative ones: the lowest
    energy and the least frustration are had by the same sides.

    Args:
        weights: (n, n); symmetric, diagonal 0.
        time_limit_s: seconds for the integer programme.

    Raises:
        SolverError: if no split was found within the time.
    """
    i, j = np.nonzero(np.triu(weights))
    if not len(i):
        return np.zeros(len(weights), dtype=np.int8), 0.0
    values = weights[i, j]
    largest = float(np.abs(values).max())  # the solver's tolerances are absolute
    pairs = np.stack([i, j], axis=1).astype(np.int64)
    signs = np.sign(values).astype(np.int8)
    split = minimum_frustration(len(weights), pairs, signs, np.abs(values) / largest, None, time_limit_s)
    return split.sides, 2.0 * split.gap * largest


def energy_of(weights: NDArray[np.float64], sides: NDArray[np.int8]) -> float:
    """Energy of sides (n,) by weights (n, n), both orders of a pair counted."""
    return float(weights[sides[:, None] != sides[None, :]].sum())
