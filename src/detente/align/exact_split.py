"""The least-frustrated split of a signed graph, proven: in blocks, made smaller by rules, then searched and bounded."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.align.core_split import PartSplit, Search, core_split
from detente.align.frustration import TIME_LIMIT_S
from detente.align.maxsat import maxsat_split
from detente.align.reduced_graph import Edge, ReducedGraph
from detente.align.signed_graph import SignedGraph
from detente.errors import SettingsError

SOLVERS = ("highs", "rc2")
DECIMALS = 6  # weights with more are held to differ by anything
TOLERANCE = 1e-9  # of the summed weight: a smaller gap is rounding


@dataclass(frozen=True, slots=True, eq=False)
class ExactSplit:
    """A split of a signed graph into two sides and its proof.

    Attributes:
        sides: (n_nodes,); -1 or +1; the first node of each connected component is on side +1.
        frustration: L, summed weight of frustrated edges: positive ones across, negative ones within.
        bound: proven lower bound of L; equals `frustration` when optimal.
        heuristic: frustration of what local search alone found; NaN with `rc2`.
        optimal: whether the split is proven to be a best one.
    """

    sides: NDArray[np.int8]
    frustration: float
    bound: float
    heuristic: float
    optimal: bool

    @property
    def gap(self) -> float:
        """frustration - bound, in weight; 0.0 when optimal."""
        return self.frustration - self.bound


def exact_split(
    graph: SignedGraph, solver: str = "highs", time_limit_s: float = TIME_LIMIT_S, seed: int = 0
) -> ExactSplit:
    """Split with the least summed weight of frustrated edges.

    L = min over s in {-1, +1}^n of the sum of w_ij over edges with sign_ij s_i s_j = -1. Every biconnected block is
    solved alone, for frustration adds up over blocks; balanced ones cost nothing. With `highs`, rules make a block
    smaller, local search finds a split, negative cycles bound it, and HiGHS closes what is left. With `rc2`, each
    block goes as it is to core-guided MaxSAT: a check that shares no step with the other way.

    Args:
        graph: nodes and signed, weighted edges.
        solver: `highs` or `rc2`.
        time_limit_s: seconds, > 0; past it the best split found comes with its gap.
        seed: of the local search; it decides which of several best splits is given, never L.

    Raises:
        SettingsError: if there is no such solver or the time limit is not above 0.

    Source:
        Harary (1959), Behavioral Science 4(4); Aref, Mason and Wilson (2020), Networks 75(1).
    """
    require_solver(solver, time_limit_s)
    until = time.monotonic() + time_limit_s
    edges = [(i, j, cost) for (i, j), cost in zip(graph.pairs.tolist(), graph.costs.tolist(), strict=True)]
    found = split_edges(edges, Search(weight_step(graph.weights), until, seed), solver)
    sides: Any = np.array([found.sides.get(node, 1) for node in range(graph.n_nodes)], dtype=np.int8)
    _normalise(sides, graph.pairs)
    i, j = graph.pairs.T
    frustration = float(graph.weights[graph.signs * sides[i] * sides[j] < 0].sum())
    rounding = TOLERANCE * float(graph.weights.sum())
    optimal = frustration - found.bound <= rounding
    return ExactSplit(sides, frustration, frustration if optimal else found.bound, found.heuristic, optimal)


def require_solver(solver: str, time_limit_s: float) -> None:
    """Raises SettingsError if there is no such solver or the time limit is not above 0."""
    if solver not in SOLVERS:
        raise SettingsError(f"There is no solver {solver!r}; give one of {', '.join(SOLVERS)}.")
    if not time_limit_s > 0:
        raise SettingsError(f"A time limit of {time_limit_s:g} s leaves no time; give more than 0 seconds.")


def split_edges(edges: list[Edge], search: Search, solver: str = "highs") -> PartSplit:
    """Split of a part: its blocks by themselves, put together; arguments as for `core_split`."""
    sides: dict[int, int] = {}
    joined: list[tuple[list[Edge], dict[int, int]]] = []
    frustration = bound = heuristic = 0.0
    for block in _blocks(edges):
        part = _split_block(block, search, solver)
        joined.append((block, part.sides))
        frustration, bound = frustration + part.frustration, bound + part.bound
        heuristic += part.heuristic
    relative: dict[int, list[tuple[int, int]]] = {}
    for block, own in joined:
        for i, j, _ in block:
            relative.setdefault(i, []).append((j, own[i] * own[j]))
            relative.setdefault(j, []).append((i, own[i] * own[j]))
    for start in sorted(relative):
        if start in sides:
            continue
        sides[start] = 1
        waiting = [start]
        while waiting:
            node = waiting.pop()
            for other, same in relative[node]:
                if other not in sides:
                    sides[other] = sides[node] * same
                    waiting.append(other)
    return PartSplit(sides, frustration, bound, heuristic)


def weight_step(weights: NDArray[np.float64]) -> float:
    """Greatest number of which all weights are multiples, if they have few decimals; else 0.0."""
    if not len(weights):
        return 0.0
    scaled = weights * 10**DECIMALS
    whole: Any = np.round(scaled)
    if scaled.max() > 2**52 or np.abs(scaled - whole).max() > 1e-3 or whole.min() < 1:
        return 0.0
    return int(np.gcd.reduce(whole.astype(np.int64))) / 10**DECIMALS


def _blocks(edges: list[Edge]) -> list[list[Edge]]:
    import networkx as nx

    graph = nx.Graph()
    graph.add_weighted_edges_from(edges, weight="cost")
    blocks = [
        sorted((min(i, j), max(i, j), graph.edges[i, j]["cost"]) for i, j in block)
        for block in nx.biconnected_component_edges(graph)
    ]
    return sorted(blocks)


def _split_block(block: list[Edge], search: Search, solver: str) -> PartSplit:
    balanced = _two_colouring(block)
    if balanced is not None:
        return PartSplit(balanced, 0.0, 0.0, 0.0)
    if solver == "rc2":
        return maxsat_split(block, search)
    graph = ReducedGraph.of(block).reduce()
    left = graph.edges()
    if not graph.steps:
        return core_split(left, search, split_edges)
    part = split_edges(left, search)
    constant = graph.constant
    return PartSplit(
        graph.place(part.sides), part.frustration + constant, part.bound + constant, part.heuristic + constant
    )


def _two_colouring(block: list[Edge]) -> dict[int, int] | None:
    """Sides that frustrate nothing, or None where there are none."""
    near: dict[int, list[tuple[int, int]]] = {}
    for i, j, cost in block:
        sign = 1 if cost > 0 else -1
        near.setdefault(i, []).append((j, sign))
        near.setdefault(j, []).append((i, sign))
    start = block[0][0]
    sides = {start: 1}
    waiting = [start]
    while waiting:
        node = waiting.pop()
        for other, sign in near[node]:
            side = sides[node] * sign
            if other not in sides:
                sides[other] = side
                waiting.append(other)
            elif sides[other] != side:
                return None
    return sides


def _normalise(sides: NDArray[np.int8], pairs: NDArray[np.int64]) -> None:
    """Turn components so that the first node of each is on side +1."""
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    n = len(sides)
    links = coo_array((np.ones(len(pairs)), (pairs[:, 0], pairs[:, 1])), shape=(n, n))
    _, part = connected_components(links, directed=False)
    _, first = np.unique(part, return_index=True)
    sides *= sides[first][part]
