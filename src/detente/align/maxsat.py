"""The least-frustrated split by core-guided MaxSAT (RC2), a way of its own to the same number."""

from __future__ import annotations

import time
from threading import Timer
from typing import TYPE_CHECKING, Any

import numpy as np

from detente.align.core_split import PartSplit, Search
from detente.align.local_search import local_search
from detente.align.reduced_graph import Edge

if TYPE_CHECKING:
    from pysat.formula import WCNF

INTEGERS = 10**6  # weights without a common step are given to the solver in as many parts of the largest


def maxsat_split(edges: list[Edge], search: Search) -> PartSplit:
    """Least-frustrated split with its proof, or a split and a bound when time ends.

    One variable a node, one soft clause an edge (weight: that of the edge) which a frustrated edge breaks; negative
    triangles are added as clauses that one of three edges is frustrated. Weights are whole multiples of `step`, or of a
    millionth of the largest where there is no step: then the bound is lowered by what that rounding can hide.

    Args:
        edges: (i, j, sign times weight), each pair once, connected.
        search: how to look; all weights are multiples of its step.

    Source:
        Ignatiev, Morgado and Marques-Silva (2019), Journal on Satisfiability, Boolean Modeling and Computation 11(1).
    """
    from pysat.formula import WCNF

    nodes = sorted({end for i, j, _ in edges for end in (i, j)})
    number = {node: i + 1 for i, node in enumerate(nodes)}
    unit = search.step or max(abs(cost) for _, _, cost in edges) / INTEGERS
    formula = WCNF()
    flag: dict[tuple[int, int], int] = {}
    for position, (i, j, cost) in enumerate(edges):
        x, y, f = number[i], number[j], len(nodes) + position + 1
        flag[i, j] = flag[j, i] = f
        for one in (x, -x):
            formula.append([one, -y if (one > 0) == (cost > 0) else y, f])
        formula.append([-f], weight=max(1, round(abs(cost) / unit)))
    formula.append([number[nodes[0]]])
    for triangle in _negative_triangles(edges):
        formula.append([flag[pair] for pair in triangle])
    rounding = 0.0 if search.step else sum(abs(abs(c) - unit * max(1, round(abs(c) / unit))) for _, _, c in edges)

    model, proven_cost = timed_rc2(formula, search.until)
    bound = max(0.0, proven_cost * unit - rounding)
    if model is None:
        sides = _searched(nodes, edges)
    else:
        placed = set(model)
        sides = {node: 1 if number[node] in placed else -1 for node in nodes}
    frustration = sum(abs(cost) for i, j, cost in edges if cost * sides[i] * sides[j] < 0)
    proven = model is not None and frustration - bound <= 2 * rounding + 1e-9 * frustration
    return PartSplit(sides, frustration, frustration if proven else min(bound, frustration), float("nan"))


def timed_rc2(formula: WCNF, until: float) -> tuple[list[int] | None, int]:
    """RC2's model of a formula, None where time ended; and the cost proven, at least.

    Args:
        formula: with whole weights, and hard clauses that can be satisfied.
        until: time of `time.monotonic` at which to stop.
    """
    from pysat.examples.rc2 import RC2

    class Recorded(RC2):
        """RC2 that keeps the cost as it stood when its last question was put: an answer cut short may spoil it."""

        proven = 0

        def _call_oracle(self, *args: Any, **more: Any) -> Any:
            self.proven = self.cost
            return super()._call_oracle(*args, **more)

    with Recorded(formula, adapt=True, minz=True) as solver:
        clock = Timer(max(0.0, until - time.monotonic()), solver.interrupt)
        clock.start()
        try:
            return solver.compute(expect_interrupt=True), int(solver.proven)
        finally:
            clock.cancel()
            clock.join()


def _negative_triangles(edges: list[Edge]) -> list[tuple[tuple[int, int], tuple[int, int], tuple[int, int]]]:
    sign = {(i, j): cost > 0 for i, j, cost in edges}
    later: dict[int, set[int]] = {}
    for i, j in sign:
        later.setdefault(i, set()).add(j)
    return [
        ((i, j), (i, k), (j, k))
        for i, j in sign
        for k in later[i] & later.get(j, set())
        if (sign[i, j] + sign[i, k] + sign[j, k]) % 2 == 0
    ]


def _searched(nodes: list[int], edges: list[Edge]) -> dict[int, int]:
    index = {node: i for i, node in enumerate(nodes)}
    matrix: Any = np.zeros((len(nodes), len(nodes)))
    for i, j, cost in edges:
        matrix[index[i], index[j]] = matrix[index[j], index[i]] = cost
    return dict(zip(nodes, local_search(matrix).tolist(), strict=True))
