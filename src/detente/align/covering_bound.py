"""A lower bound by covering: sets of edges of which at least one is frustrated in any split, added as they are violated."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

MAX_ROUNDS = 60

Cycle = tuple[int, ...]  # edge numbers, sorted


@dataclass(frozen=True, slots=True, eq=False)
class CoveringBound:
    """What the relaxation says.

    Attributes:
        bound: proven lower bound of frustration, in weight.
        shares: (n_edges,) in [0, 1]; how far each edge is frustrated in the relaxation.
        reduced: (n_edges,) ≥ 0; by how much the bound rises, at least, when the edge is to be frustrated.
        cycles: the sets used.
    """

    bound: float
    shares: NDArray[np.float64]
    reduced: NDArray[np.float64]
    cycles: list[Cycle]


def covering_bound(
    weights: NDArray[np.float64],
    first: Iterable[Cycle],
    violated: Callable[[NDArray[np.float64]], list[Cycle]],
    target: float,
    until: float,
) -> CoveringBound:
    """Linear relaxation: minimise sum of weight times f, f in [0, 1], the f of every set adding up to 1 or more.

    The bound is worked out anew from the multipliers of the sets, by weak duality, so that it holds whatever the
    tolerances of the solver are.

    Args:
        weights: (n_edges,) > 0.
        first: sets to begin with; none: those that `violated` gives for shares of 0.
        violated: (n_edges,) shares -> sets whose shares add up to less than 1; [] ends.
        target: stop where the bound exceeds it.
        until: stop at this time of `time.monotonic`, with the bound so far.

    Returns:
        The bound; that of sets without a common edge where time ended before the first relaxation.
    """
    from scipy.optimize import linprog

    nothing = np.zeros(len(weights))
    cycles = dict.fromkeys(first) or dict.fromkeys(violated(nothing))
    best = CoveringBound(_packed(list(cycles), weights), nothing, nothing, list(cycles))
    for _ in range(MAX_ROUNDS):
        left = until - time.monotonic()
        if left <= 0 or best.bound > target or not cycles:
            break
        rows = list(cycles)
        matrix = _incidence(rows, len(weights))
        found: Any = linprog(
            weights,
            A_ub=-matrix,
            b_ub=-np.ones(len(rows)),
            bounds=(0, 1),
            method="highs",
            options={"time_limit": left},
        )
        if found.x is None or found.status != 0:
            break
        shares = found.x
        multipliers: Any = np.maximum(0.0, -found.ineqlin.marginals)
        slack = weights - multipliers @ matrix
        bound = float(multipliers.sum() + np.minimum(0.0, slack).sum())
        useful = (multipliers > 0) | (matrix @ shares < 1.5)
        keep = [row for row, used in zip(rows, useful, strict=True) if used]
        if bound >= best.bound:  # of equal ones the later: its reduced costs serve better
            best = CoveringBound(bound, shares, np.maximum(0.0, slack), keep)
        fresh = [cycle for cycle in violated(shares) if cycle not in cycles]
        if not fresh:
            break
        cycles = dict.fromkeys([*keep, *fresh])
    return best


def _packed(cycles: list[Cycle], weights: NDArray[np.float64]) -> float:
    """Weight of cycles taken one after the other, each as often as its edges have weight left."""
    left: Any = weights.copy()
    total = 0.0
    for cycle in cycles:
        edges = list(cycle)
        least = float(left[edges].min())
        if least > 0:
            left[edges] -= least
            total += least
    return total


def _incidence(cycles: list[Cycle], n_edges: int) -> Any:
    from scipy.sparse import csr_array

    starts = np.cumsum([0, *map(len, cycles)])
    columns = np.concatenate([np.array(cycle) for cycle in cycles])
    return csr_array((np.ones(len(columns)), columns, starts), shape=(len(cycles), n_edges))
