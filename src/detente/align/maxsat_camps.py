"""A partition into at most k camps by core-guided MaxSAT (RC2), with its bound."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.align.maxsat import INTEGERS, timed_rc2
from detente.align.signed_graph import SignedGraph


@dataclass(frozen=True, slots=True, eq=False)
class CampProof:
    """What MaxSAT says: (n_nodes,) `camps`, or None where time ended; and a lower `bound`, in weight."""

    camps: NDArray[np.int64] | None
    bound: float


def maxsat_camps(graph: SignedGraph, k: int, step: float, until: float) -> CampProof:
    """Least-frustrated partition into at most k camps.

    Args:
        graph: nodes and ties.
        k: ≥ 2.
        step: of which all weights are multiples; 0.0: none, then in millionths of the largest.
        until: time of `time.monotonic` at which to stop.
    """
    from pysat.formula import WCNF

    n = graph.n_nodes
    unit = step or float(graph.weights.max(initial=1.0)) / INTEGERS
    formula = WCNF()

    def at(node: int, camp: int) -> int:
        return node * k + camp + 1

    # Camps have no names: of the nodes, the busiest first, the p-th may stand in the first p camps only.
    busiest = np.argsort(-np.bincount(graph.pairs.ravel(), minlength=n), kind="stable").tolist()
    for place, node in enumerate(busiest):
        formula.append([at(node, camp) for camp in range(k)])
        for camp in range(k):
            formula.extend([[-at(node, camp), -at(node, other)] for other in range(camp)])
            if camp > place:
                formula.append([-at(node, camp)])
    rounding = 0.0
    rows = zip(graph.pairs.tolist(), graph.signs.tolist(), graph.weights.tolist(), strict=True)
    for edge, ((i, j), sign, weight) in enumerate(rows):
        against = n * k + edge + 1
        for camp in range(k):
            if sign > 0:
                formula.append([-at(i, camp), at(j, camp), against])
                formula.append([at(i, camp), -at(j, camp), against])
            else:
                formula.append([-at(i, camp), -at(j, camp), against])
        parts = max(1, round(weight / unit))
        formula.append([-against], weight=parts)
        rounding += 0.0 if step else abs(weight - unit * parts)
    model, proven = timed_rc2(formula, until)
    bound = max(0.0, proven * unit - rounding)
    if model is None:
        return CampProof(None, bound)
    placed = set(model)
    camps: Any = np.array([next(c for c in range(k) if at(node, c) in placed) for node in range(n)], dtype=np.int64)
    return CampProof(camps, bound)
