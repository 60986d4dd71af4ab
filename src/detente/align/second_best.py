"""The best split that is not the best one: how near the runner-up comes."""

from __future__ import annotations

from typing import Any

import numpy as np

from detente.align.exact_split import ExactSplit, weight_step
from detente.align.frustration import TIME_LIMIT_S, minimum_frustration
from detente.align.signed_graph import SignedGraph
from detente.errors import SolverError

MAX_EDGES = 400  # of a block that is handed to the solver: the question is harder than that for the best split


def second_best(graph: SignedGraph, best: ExactSplit, unique: bool | None, time_limit_s: float = TIME_LIMIT_S) -> float:
    """Frustration of the best split that differs from `best` (mirror images of a component apart).

    It is L where the best split is not unique. Where it is, the runner-up costs at least one step of the weights more:
    a node that can turn at that price settles it. Else every biconnected block is asked, by integer programming.

    Args:
        graph: nodes and edges.
        best: a split proven best.
        unique: whether it is the only one.
        time_limit_s: seconds for a block.

    Returns:
        In weight; NaN where it is not known: blocks of more than 400 edges are not asked, or time ended; NaN, too,
        without ties, when there is one split only.
    """
    if unique is False:
        return best.frustration
    if unique is None or not graph.n_edges:
        return float("nan")
    i, j = graph.pairs.T
    pulls = graph.costs * best.sides[i] * best.sides[j]
    net: Any = np.bincount(i, pulls, graph.n_nodes) + np.bincount(j, pulls, graph.n_nodes)
    tied = np.bincount(graph.pairs.ravel(), minlength=graph.n_nodes) > 0
    nearest = float(net[tied].min())
    step = weight_step(graph.weights)
    if step and nearest <= step * (1 + 1e-9):
        return best.frustration + nearest
    for block in _blocks(graph):
        if len(block) == 1:
            nearest = min(nearest, float(graph.weights[block[0]]))
        elif len(block) > MAX_EDGES:
            return float("nan")
        else:
            margin = _margin(graph, best, block, time_limit_s)
            if np.isnan(margin):
                return margin
            nearest = min(nearest, margin)
    return best.frustration + nearest


def _blocks(graph: SignedGraph) -> list[list[int]]:
    """Edge numbers of each biconnected block."""
    import networkx as nx

    edge_of = {pair: edge for edge, pair in enumerate(map(tuple, graph.pairs.tolist()))}
    whole = nx.Graph(edge_of.keys())
    return [sorted(edge_of[min(i, j), max(i, j)] for i, j in block) for block in nx.biconnected_component_edges(whole)]


def _margin(graph: SignedGraph, best: ExactSplit, block: list[int], time_limit_s: float) -> float:
    """By how much the next split of a block is worse; NaN where time ended."""
    nodes, pairs = np.unique(graph.pairs[block], return_inverse=True)
    pairs = pairs.reshape(-1, 2)
    signs, weights = graph.signs[block], graph.weights[block]
    sides: Any = (best.sides[nodes] < 0).astype(np.int8)
    here = signs * best.sides[nodes][pairs[:, 0]] * best.sides[nodes][pairs[:, 1]]
    try:
        second = minimum_frustration(len(nodes), pairs, signs, weights, sides, time_limit_s)
    except SolverError:
        return float("nan")
    return float("nan") if second.gap > 1e-6 else second.frustration - float(weights[here < 0].sum())
