"""Whether the best split is the only one, which edges all best splits agree on, and how many there are."""

from __future__ import annotations

import time
from dataclasses import dataclass
from itertools import product
from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.align.core_split import Search
from detente.align.exact_split import ExactSplit, split_edges, weight_step
from detente.align.frustration import TIME_LIMIT_S
from detente.align.reduced_graph import ReducedGraph
from detente.align.signed_graph import SignedGraph
from detente.errors import SolverError

NEVER, SOMETIMES, ALWAYS, UNKNOWN = "never", "sometimes", "always", "unknown"
MILLIONTH = 1e-6  # of the largest weight: where weights have many decimals, splits this near count as equal
MAX_BLOCK = 16  # nodes of a block whose splits are all weighed
MAX_SPLITS = 64


@dataclass(frozen=True, slots=True, eq=False)
class OptimalSplits:
    """What the best splits have in common.

    Attributes:
        unique: whether there is one only (mirror images of a component aside); None: time ended first.
        edges: (n_edges,) how often an edge is frustrated in best splits: `never`, `sometimes`, `always`, or `unknown`
            where time ended.
        n_optimal: number of best splits; None where it was not cheap to count them.
        splits: (n_found, n_nodes); -1 or +1; all of them up to 64, else some; the given one first.
    """

    unique: bool | None
    edges: tuple[str, ...]
    n_optimal: int | None
    splits: NDArray[np.int8]


def optimal_splits(
    graph: SignedGraph, best: ExactSplit, time_limit_s: float = TIME_LIMIT_S, seed: int = 0
) -> OptimalSplits:
    """Edges that every best split frustrates, or none does, or some do, each proven.

    The weights are changed by so little that no worse split can become best, and so that among the best ones the one
    that differs from those known in the most edges is. Solved anew, that split is found, or there is none.

    Args:
        graph: nodes and edges.
        best: a split of it that is proven best.
        time_limit_s: seconds in all.
        seed: of the local search.

    Raises:
        SolverError: if `best` is not proven.
    """
    _require_proof(best)
    until = time.monotonic() + time_limit_s
    i, j = graph.pairs.T
    known = [best.sides]
    against = [graph.signs * best.sides[i] * best.sides[j] < 0]
    finished = False
    while not finished:
        settled = np.ptp(np.array(against, dtype=np.int8), axis=0) == 0
        other, proven = another_split(graph, best.sides, settled, until, seed)
        if other is None:
            finished = proven
            break
        known.append(other)
        against.append(graph.signs * other[i] * other[j] < 0)
    same = np.ptp(np.array(against, dtype=np.int8), axis=0) == 0
    words = [
        SOMETIMES if not agreed else UNKNOWN if not finished else ALWAYS if frustrated else NEVER
        for agreed, frustrated in zip(same.tolist(), against[0].tolist(), strict=True)
    ]
    unique = False if len(known) > 1 else True if finished else None
    n_optimal, splits = _count(graph, best.sides, same) if finished else (None, np.array(known))
    return OptimalSplits(unique, tuple(words), n_optimal, splits)


def is_unique(graph: SignedGraph, best: ExactSplit, time_limit_s: float = TIME_LIMIT_S, seed: int = 0) -> bool | None:
    """Whether no other split is as good; the first step of `optimal_splits`, with its arguments and errors."""
    _require_proof(best)
    i, j = graph.pairs.T
    pulls = graph.costs * best.sides[i] * best.sides[j]
    net = np.bincount(i, pulls, graph.n_nodes) + np.bincount(j, pulls, graph.n_nodes)
    tied = np.bincount(graph.pairs.ravel(), minlength=graph.n_nodes) > 0
    if (np.abs(net[tied]) <= 1e-9 * float(graph.weights.sum())).any():
        return False  # a node whose ties pull both ways equally can change sides
    other, proven = another_split(
        graph, best.sides, np.ones(graph.n_edges, dtype=bool), time.monotonic() + time_limit_s, seed
    )
    return False if other is not None else True if proven else None


def another_split(
    graph: SignedGraph, sides: NDArray[np.int8], watched: NDArray[np.bool_], until: float, seed: int
) -> tuple[NDArray[np.int8] | None, bool]:
    """A best split that treats as many watched edges as can be otherwise than `sides` does.

    Args:
        graph: nodes and edges.
        sides: (n_nodes,) a best split.
        watched: (n_edges,) which edges are to differ.
        until: time of `time.monotonic` at which to stop.
        seed: of the local search.

    Returns:
        (n_nodes,) sides, or None where none was found; and whether that is proven.
    """
    unit = weight_step(graph.weights) or MILLIONTH * float(graph.weights.max(initial=1.0))
    whole = np.round(graph.weights / unit)
    i, j = graph.pairs.T
    relation = graph.signs * sides[i] * sides[j]
    costs = graph.signs * (whole * (int(watched.sum()) + 1) - np.where(watched, relation, 0))
    edges = [(a, b, cost) for (a, b), cost in zip(graph.pairs.tolist(), costs.tolist(), strict=True) if cost]
    search = Search(1.0, until, seed, dict(enumerate(sides.tolist())))
    found = split_edges(edges, search)
    others: Any = np.array([found.sides.get(node, 1) for node in range(graph.n_nodes)], dtype=np.int8)
    differs = bool((watched & (relation != graph.signs * others[i] * others[j])).any())
    old = np.abs(costs[relation < 0]).sum()
    new = np.abs(costs[graph.signs * others[i] * others[j] < 0]).sum()
    if differs and new < old:
        return others, True
    return None, found.frustration - found.bound < 0.5


def _require_proof(best: ExactSplit) -> None:
    if not best.optimal:
        raise SolverError(
            f"The split with frustration {best.frustration:g} is not proven best (bound {best.bound:g}), so what best "
            "splits share cannot be told. Allow more time."
        )


def _count(graph: SignedGraph, sides: NDArray[np.int8], agreed: NDArray[np.bool_]) -> tuple[int | None, Any]:
    """Number of best splits, and up to MAX_SPLITS of them: what all agree on is one node, blocks vary by themselves."""
    import networkx as nx

    agreement = nx.Graph()
    agreement.add_nodes_from(range(graph.n_nodes))
    agreement.add_edges_from(pair for pair, same in zip(graph.pairs.tolist(), agreed.tolist(), strict=True) if same)
    class_of = {node: number for number, part in enumerate(nx.connected_components(agreement)) for node in part}
    pulls = graph.costs * sides[graph.pairs[:, 0]] * sides[graph.pairs[:, 1]]  # as if all stood on one side
    rows = [(class_of[a], class_of[b], pull) for (a, b), pull in zip(graph.pairs.tolist(), pulls.tolist(), strict=True)]
    merged = ReducedGraph.of([row for row in rows if row[0] != row[1]])
    left = nx.Graph([(a, b) for a, b, _ in merged.edges()])
    all_links = nx.Graph([row[:2] for row in rows if row[0] != row[1]])
    left.add_nodes_from(all_links)
    turns: list[list[set[int]]] = []  # for each free choice: the sets of classes that turn
    for component in nx.connected_components(all_links):
        parts = [set(part) for part in nx.connected_components(left.subgraph(component))]
        turns += [[set(), part] for part in parts[1:]]
    blocks: Any = nx.biconnected_components(left)
    for block in map(sorted, blocks):
        if len(block) > MAX_BLOCK:
            return None, sides[None, :]
        turns.append(_turns(block, merged, left))
    number = int(np.prod([len(choice) for choice in turns], dtype=object)) if turns else 1
    classes = np.array([class_of[node] for node in range(graph.n_nodes)])
    splits = []
    for chosen, _ in zip(product(*turns), range(MAX_SPLITS), strict=False):
        turned: Any = sides.copy()
        for part in chosen:
            turned[np.isin(classes, list(part))] *= -1
        splits.append(turned)
    return number, np.array(splits)


def _turns(block: list[int], merged: ReducedGraph, left: Any) -> list[set[int]]:
    """Sets of classes whose turning costs nothing in this block, with what hangs on them outside it; none first."""
    import networkx as nx

    places = {node: place for place, node in enumerate(block)}
    matrix: Any = np.zeros((len(block), len(block)))
    for node in block:
        for other, cost in merged.around[node].items():
            if other in places:
                matrix[places[node], places[other]] = cost
    codes = np.arange(2 ** (len(block) - 1))
    turned: Any = (codes[:, None] >> np.arange(len(block) - 1)) & 1
    turned = np.hstack([turned, np.zeros((len(codes), 1), dtype=turned.dtype)])  # the last node stays
    change = ((turned @ matrix) * (1 - turned)).sum(axis=1)
    free = np.flatnonzero(np.abs(change) <= 1e-9 * np.abs(matrix).sum())
    rest = left.copy()
    rest.remove_edges_from([(a, b) for a in block for b in block])
    hanging = {node: set(nx.node_connected_component(rest, node)) for node in block}
    return [set().union(*(hanging[block[p]] for p in np.flatnonzero(turned[code]))) for code in free]
