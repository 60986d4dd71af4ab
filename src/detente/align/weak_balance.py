"""Weak balance: a signed graph in k camps, where foes need not share a friend."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.align.camp_search import camp_search
from detente.align.covering_bound import Cycle, covering_bound
from detente.align.exact_split import DECIMALS, ExactSplit, weight_step
from detente.align.frustration import TIME_LIMIT_S
from detente.align.maxsat_camps import maxsat_camps
from detente.align.signed_graph import SignedGraph

MAX_PLACES = 600  # nodes times camps up to which MaxSAT is asked


@dataclass(frozen=True, slots=True, eq=False)
class WeakBalance:
    """The best partition found into at most k camps.

    Attributes:
        k: camps allowed.
        frustration: summed weight of positive ties between camps and negative ones within.
        bound: proven lower bound of that.
        bound_any_k: proven lower bound for any number of camps.
        camps: (n_nodes,) number of the camp of each node, the largest camp first, from 0.
    """

    k: int
    frustration: float
    bound: float
    bound_any_k: float
    camps: NDArray[np.int64]

    @property
    def optimal(self) -> bool:
        """Whether no partition into at most k camps is better."""
        return self.bound >= self.frustration - 1e-9 * max(1.0, self.frustration)

    @property
    def n_camps(self) -> int:
        """Camps with a member."""
        return len(np.unique(self.camps))


def weak_balance(
    graph: SignedGraph, max_camps: int, best: ExactSplit, time_limit_s: float = TIME_LIMIT_S, seed: int = 0
) -> tuple[WeakBalance, ...]:
    """Partitions into at most 2, 3 … camps with the least weight of ties against them.

    For two camps this is the frustration index. For more, relocation with restarts gives a partition, and two bounds
    say how far it can be from the best: cycles with exactly one negative tie, each of which has a tie against any
    partition (for any number of camps); and, in small graphs, MaxSAT for k camps, which mostly proves it. The list
    ends where more camps are proven not to help, or at `max_camps`; the best k is the least with the lowest value.

    Args:
        graph: nodes and ties.
        max_camps: ≥ 2.
        best: its split into two.
        time_limit_s: seconds for each number of camps.
        seed: of the relocation.

    Source:
        Davis (1967), Human Relations 20(2); Doreian and Mrvar (1996), Social Networks 18(2), for the line index.
    """
    step = weight_step(graph.weights)
    lowest = min(_bound_any_k(graph, step, time.monotonic() + time_limit_s), best.frustration)
    camps: NDArray[np.int64] = (best.sides < 0).astype(np.int64)
    found = [WeakBalance(2, best.frustration, best.bound, lowest, _by_size(camps))]
    for k in range(3, max_camps + 1):
        before = found[-1]
        if before.frustration <= lowest + 1e-9 * max(1.0, lowest):
            break
        camps = camp_search(graph.matrix(weighted=True), k, before.camps, seed)
        frustration, bound = camp_frustration(graph, camps), lowest
        if frustration > bound and graph.n_nodes * k <= MAX_PLACES:
            proof = maxsat_camps(graph, k, step, time.monotonic() + time_limit_s)
            bound = max(bound, proof.bound)
            if proof.camps is not None and camp_frustration(graph, proof.camps) < frustration:
                camps = proof.camps
                frustration = camp_frustration(graph, camps)
        found.append(WeakBalance(k, frustration, min(bound, frustration), lowest, _by_size(camps)))
    return tuple(found)


def camp_frustration(graph: SignedGraph, camps: NDArray[np.int64]) -> float:
    """Summed weight of positive ties between camps and negative ones within.

    Args:
        graph: nodes and ties.
        camps: (n_nodes,) number of each node's camp.
    """
    across = camps[graph.pairs[:, 0]] != camps[graph.pairs[:, 1]]
    return float(graph.weights[across == (graph.signs > 0)].sum())


def _by_size(camps: NDArray[np.int64]) -> NDArray[np.int64]:
    numbers, first, counts = np.unique(camps, return_index=True, return_counts=True)
    order = np.lexsort((first, -counts))
    rank: Any = np.empty(len(numbers), dtype=np.int64)
    rank[order] = np.arange(len(numbers))
    return rank[np.searchsorted(numbers, camps)]


def _bound_any_k(graph: SignedGraph, step: float, until: float) -> float:
    if not (graph.signs < 0).any() or not (graph.signs > 0).any():
        return 0.0
    found = covering_bound(graph.weights, (), lambda shares: _violated(graph, shares), np.inf, until)
    if not step:
        return found.bound
    return round(np.ceil(found.bound / step - 10**-DECIMALS) * step, DECIMALS)


def _violated(graph: SignedGraph, shares: NDArray[np.float64]) -> list[Cycle]:
    """For each negative tie the shortest way between its ends over positive ones, where the whole is below 1."""
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import dijkstra

    lengths: Any = np.maximum(shares, 0.0) + 1e-7
    positive, negative = np.flatnonzero(graph.signs > 0), np.flatnonzero(graph.signs < 0)
    i, j = graph.pairs[positive].T
    shape = (graph.n_nodes, graph.n_nodes)
    ways = csr_array((lengths[positive], (i, j)), shape=shape)
    sources = np.unique(graph.pairs[negative, 0])
    distances, before = dijkstra(ways, directed=False, indices=sources, return_predecessors=True, limit=1.0)
    row_of = {source: row for row, source in enumerate(sources.tolist())}
    edge_of = {
        pair: edge for edge, pair in zip(positive.tolist(), map(tuple, graph.pairs[positive].tolist()), strict=True)
    }
    found: dict[Cycle, None] = {}
    for edge in negative.tolist():
        source, at = graph.pairs[edge].tolist()
        row = row_of[source]
        if not distances[row, at] + lengths[edge] < 1 - 1e-6:
            continue
        cycle = [edge]
        while at != source:
            previous = int(before[row, at])
            cycle.append(edge_of[min(previous, at), max(previous, at)])
            at = previous
        found[tuple(sorted(cycle))] = None
    return list(found)
