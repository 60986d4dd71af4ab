"""A lower bound of frustration from negative cycles, each of which frustrates at least one of its edges."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.align.covering_bound import CoveringBound, Cycle, covering_bound

MAX_TRIANGLES = 30_000  # above that they are found as they are violated
TRIANGLES_AN_EDGE = 12  # of a dense graph, for each frustrated edge
VIOLATED = 1e-6  # a cycle shorter than 1 by this is worth a cut


def cycle_bound(
    pairs: NDArray[np.int64], costs: NDArray[np.float64], sides: NDArray[np.int8], target: float, until: float
) -> CoveringBound:
    """Linear relaxation: minimise sum of |cost| f, f in [0, 1], the f of every negative cycle adding up to 1 or more.

    Cycles come in as they are violated: the shortest negative one through each node. The bound is worked out anew from
    the multipliers of the cycles, by weak duality, so that it holds whatever the tolerances of the solver are.

    Args:
        pairs: (n_edges, 2).
        costs: (n_edges,); sign times weight, not 0.
        sides: (n_nodes,); -1 or +1; a good split: in dense graphs the first cycles are those of its frustrated edges.
        target: stop where the bound reaches it.
        until: stop at this time of `time.monotonic`, with the bound so far.

    Returns:
        The bound; that of cycles without a common edge where time ended before the first relaxation.
    """
    return covering_bound(
        np.abs(costs),
        _first_cycles(pairs, costs, sides),
        lambda shares: _violated(len(sides), pairs, costs, shares),
        target,
        until,
    )


def _first_cycles(pairs: NDArray[np.int64], costs: NDArray[np.float64], sides: NDArray[np.int8]) -> list[Cycle]:
    """All negative triangles of a sparse graph; of a dense one a few for each edge that the split frustrates."""
    n_nodes, n_edges = len(sides), len(costs)
    if n_edges * n_edges <= MAX_TRIANGLES * n_nodes:  # about as many triangles as this, in a random graph, or more
        triangles = _negative_triangles(pairs, costs)
        if len(triangles) <= MAX_TRIANGLES:
            return triangles
    number: Any = np.full((n_nodes, n_nodes), -1)
    i, j = pairs.T
    satisfied = costs * sides[i] * sides[j] > 0
    number[i[satisfied], j[satisfied]] = number[j[satisfied], i[satisfied]] = np.flatnonzero(satisfied)
    found: list[Cycle] = []
    for edge in np.flatnonzero(~satisfied).tolist():
        one, other = number[pairs[edge, 0]], number[pairs[edge, 1]]
        thirds = np.flatnonzero((one >= 0) & (other >= 0))
        for third in np.roll(thirds, -7 * edge)[:TRIANGLES_AN_EDGE].tolist():  # not the same thirds for all
            found.append(tuple(sorted((edge, int(one[third]), int(other[third])))))
    return found


def _negative_triangles(pairs: NDArray[np.int64], costs: NDArray[np.float64]) -> list[tuple[int, int, int]]:
    """Triangles with one or three negative edges, each as its three edge numbers, sorted."""
    edge_of: dict[tuple[int, int], int] = {}
    later: dict[int, set[int]] = {}
    for edge, (i, j) in enumerate(pairs.tolist()):
        i, j = min(i, j), max(i, j)
        edge_of[i, j] = edge
        later.setdefault(i, set()).add(j)
    negative = (costs < 0).tolist()
    found = []
    for (i, j), first in edge_of.items():
        for k in later[i] & later.get(j, set()):
            second, third = edge_of[i, k], edge_of[j, k]
            if negative[first] ^ negative[second] ^ negative[third]:
                found.append(tuple(sorted((first, second, third))))
    return sorted(found)


def _violated(
    n_nodes: int, pairs: NDArray[np.int64], costs: NDArray[np.float64], shares: NDArray[np.float64]
) -> list[Cycle]:
    """For each node the shortest negative closed walk through it, where shorter than 1, without repeats.

    In the graph with two copies of each node, where positive edges stay in a copy and negative ones change it, such a
    walk is a path from one copy of the node to the other.
    """
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import dijkstra

    i, j = pairs.T
    crossing = (costs < 0) * n_nodes
    lengths: Any = np.maximum(shares, 0.0) + 1e-7  # a length of 0 is no edge to the solver; also prefers short cycles
    ends = np.concatenate([i, i + n_nodes]), np.concatenate([j + crossing, (j + n_nodes + crossing) % (2 * n_nodes)])
    doubled = csr_array((np.tile(lengths, 2), ends), shape=(2 * n_nodes, 2 * n_nodes))
    distances, before = dijkstra(
        doubled, directed=False, indices=np.arange(n_nodes), return_predecessors=True, limit=1.0 - VIOLATED
    )
    edge_of = {pair: edge for edge, pair in enumerate(map(tuple, np.sort(pairs, axis=1).tolist()))}
    found: dict[tuple[int, ...], None] = {}
    for node in np.flatnonzero(np.isfinite(distances[np.arange(n_nodes), np.arange(n_nodes) + n_nodes])).tolist():
        walk, at = [], node + n_nodes
        while at != node:
            previous = int(before[node, at])
            walk.append(edge_of[tuple(sorted((previous % n_nodes, at % n_nodes)))])
            at = previous
        odd = [edge for edge in set(walk) if walk.count(edge) % 2]  # an edge walked to and fro cancels out
        if len(odd) == len(walk) or (costs[odd] < 0).sum() % 2:
            found[tuple(sorted(odd))] = None
    return list(found)
