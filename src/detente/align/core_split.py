"""The least-frustrated split of a signed graph that no rule makes smaller: search, bound, and branch and bound."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.align.covering_bound import CoveringBound
from detente.align.cycle_bound import cycle_bound
from detente.align.local_search import local_search
from detente.align.reduced_graph import Edge, ReducedGraph

TOLERANCE = 1e-6  # of a weight, scaled to the largest: what a solver's tolerances can hide
LEAST_TIME_S = 0.01


@dataclass(frozen=True, slots=True, eq=False)
class Search:
    """How to look for a split.

    Attributes:
        step: frustrations of two splits differ by a multiple of it, in weight; 0.0: by anything.
        until: time of `time.monotonic` at which to stop.
        seed: of the local search.
        hint: node -> -1 or +1; a split that is known to be good; {}: none.
    """

    step: float
    until: float
    seed: int = 0
    hint: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class PartSplit:
    """A split of one part of a graph.

    Attributes:
        sides: node -> -1 or +1.
        frustration: frustrated weight.
        bound: proven lower bound of the least frustrated weight, ≤ `frustration`.
        heuristic: frustrated weight of what local search found, ≥ `frustration`.
    """

    sides: dict[int, int]
    frustration: float
    bound: float
    heuristic: float


Splitter = Callable[[list[Edge], Search], PartSplit]


def core_split(edges: list[Edge], search: Search, split_edges: Splitter) -> PartSplit:
    """Least-frustrated split with its proof, or the best found and a bound when time ends.

    Local search gives a split; the relaxation over negative cycles a bound. Where they meet, that is the proof. Else
    edges that no better split can frustrate (their reduced cost says so) join their ends, and what is left goes to
    HiGHS with the cycles as cuts, which looks for a better split only.

    Args:
        edges: (i, j, sign times weight), each pair once, connected.
        search: how to look.
        split_edges: solves what is left when rigid edges have joined their ends.

    Source:
        Own arrangement; the relaxation after Barahona and Mahjoub (1986), Mathematical Programming 36.
    """
    nodes = sorted({end for i, j, _ in edges for end in (i, j)})
    index = {node: i for i, node in enumerate(nodes)}
    pairs = np.array([(index[i], index[j]) for i, j, _ in edges], dtype=np.int64)
    costs = np.array([cost for _, _, cost in edges], dtype=np.float64)
    matrix: Any = np.zeros((len(nodes), len(nodes)))
    matrix[pairs[:, 0], pairs[:, 1]] = matrix[pairs[:, 1], pairs[:, 0]] = costs
    hint: Any = np.array([search.hint.get(node, 1) for node in nodes], dtype=np.int8) if search.hint else None
    sides = local_search(matrix, search.seed, hint)
    found = _frustration(pairs, costs, sides)
    slack = TOLERANCE * float(np.abs(costs).max())
    enough = found - max(search.step, slack) + slack  # a bound above this says that nothing is better
    cycles = cycle_bound(pairs, costs, sides, enough, search.until)
    heuristic = PartSplit(_by_name(nodes, sides), found, min(found, cycles.bound), found)
    if cycles.bound > enough:
        return PartSplit(heuristic.sides, found, found, found)
    if time.monotonic() > search.until - LEAST_TIME_S:
        return heuristic
    rigid = cycles.bound + cycles.reduced > enough
    if rigid.any():
        return _with_rigid(edges, rigid.tolist(), heuristic, search, split_edges)
    return _by_programme(nodes, pairs, costs, cycles, heuristic, enough, search.until)


def _frustration(pairs: NDArray[np.int64], costs: NDArray[np.float64], sides: NDArray[np.int8]) -> float:
    against = costs * sides[pairs[:, 0]] * sides[pairs[:, 1]] < 0
    return float(np.abs(costs[against]).sum())


def _by_name(nodes: list[int], sides: NDArray[np.int8]) -> dict[int, int]:
    return dict(zip(nodes, sides.tolist(), strict=True))


def _with_rigid(
    edges: list[Edge], rigid: list[bool], known: PartSplit, search: Search, split_edges: Splitter
) -> PartSplit:
    """The better of what is known and the best split that satisfies the rigid edges."""
    graph = ReducedGraph.of(edges)
    side: dict[int, int] = {}  # node merged away -> side relative to the node it went into
    into: dict[int, int] = {}

    def root(node: int) -> tuple[int, int]:
        relative = 1
        while node in into:
            node, relative = into[node], relative * side[node]
        return node, relative

    for (i, j, cost), is_rigid in zip(edges, rigid, strict=True):
        (one, first), (other, second) = root(i), root(j)
        if is_rigid and one != other:
            relative = first * second * (1 if cost > 0 else -1)
            graph.merge(one, other, relative)
            into[one], side[one] = other, relative
    inner = split_edges(graph.edges(), search)
    value, bound = inner.frustration + graph.constant, inner.bound + graph.constant
    if value < known.frustration - graph.tiny:
        return PartSplit(graph.place(inner.sides), value, max(known.bound, min(bound, value)), known.heuristic)
    lower = min(known.frustration, max(known.bound, bound))
    return PartSplit(known.sides, known.frustration, lower, known.heuristic)


def _by_programme(
    nodes: list[int],
    pairs: NDArray[np.int64],
    costs: NDArray[np.float64],
    cycles: CoveringBound,
    known: PartSplit,
    enough: float,
    until: float,
) -> PartSplit:
    """Mixed-integer programme for a split better than `known`: x places nodes, f ≥ 1 marks frustrated edges."""
    from scipy.optimize import Bounds, LinearConstraint, milp
    from scipy.sparse import coo_array

    n, m = len(nodes), len(costs)
    weights = np.abs(costs)
    i, j = pairs.T
    edge, one = np.arange(m), np.ones(m)
    sign = np.where(costs > 0, 1.0, -1.0)
    rows = [np.tile(2 * edge, 3), np.tile(2 * edge + 1, 3)]
    columns = [np.concatenate([n + edge, i, j])] * 2
    values = [np.concatenate([one, -one, sign]), np.concatenate([one, one, -sign])]
    lower = [np.column_stack([np.where(sign > 0, 0.0, -1.0), np.where(sign > 0, 0.0, 1.0)]).ravel()]
    for number, cycle in enumerate(cycles.cycles):
        rows.append(np.full(len(cycle), 2 * m + number))
        columns.append(n + np.array(cycle))
        values.append(np.ones(len(cycle)))
    lower.append(np.ones(len(cycles.cycles)))
    shape = (2 * m + len(cycles.cycles), n + m)
    matrix = coo_array((np.concatenate(values), (np.concatenate(rows), np.concatenate(columns))), shape=shape).tocsr()
    least: Any = np.concatenate(lower)
    lowest: Any = np.zeros(n + m)
    highest: Any = np.ones(n + m)
    highest[int(np.bincount(pairs.ravel()).argmax())] = 0  # a split and its mirror image are one
    scale = 1000.0 / float(weights.max())  # so that the solver's absolute tolerance is small
    objective: Any = np.concatenate([np.zeros(n), scale * weights])
    solved: Any = milp(
        objective,
        integrality=np.concatenate([np.ones(n), np.zeros(m)]),
        bounds=Bounds(lowest, highest),
        constraints=[
            LinearConstraint(matrix, least, np.inf),
            LinearConstraint(objective[None, :], -np.inf, scale * enough),
        ],
        options={"mip_rel_gap": 0.0, "time_limit": max(LEAST_TIME_S, until - time.monotonic())},
    )
    if solved.status == 2:  # infeasible: nothing is better
        return PartSplit(known.sides, known.frustration, known.frustration, known.heuristic)
    bound = known.bound
    if solved.mip_dual_bound is not None and np.isfinite(solved.mip_dual_bound):
        bound = max(bound, min(known.frustration, float(solved.mip_dual_bound) / scale))
    if solved.x is None:
        return PartSplit(known.sides, known.frustration, bound, known.heuristic)
    sides = np.where(np.round(solved.x[:n]) > 0, 1, -1).astype(np.int8)
    value = _frustration(pairs, costs, sides)
    if value >= known.frustration:
        return PartSplit(known.sides, known.frustration, bound, known.heuristic)
    proven = solved.status == 0
    return PartSplit(_by_name(nodes, sides), value, value if proven else min(value, bound), known.heuristic)
