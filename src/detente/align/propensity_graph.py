"""Propensities from a networkx graph, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from detente.errors import SchemaError
from detente.schema.propensities import Propensities

if TYPE_CHECKING:
    import networkx as nx

VALUES = ("propensity", "weight", "sign")


def graph_propensities(graph: nx.Graph) -> Propensities:
    """Propensities of an undirected graph; pairs without an edge have 0.

    Args:
        graph: nodes may have `size` (default 1); edges have `propensity`, `weight` or `sign`, the first that is there.

    Returns:
        Actors in the order of the nodes, labelled by their text.

    Raises:
        SchemaError: if the graph is directed or has several edges for a pair, or an edge lacks a value.
    """
    if graph.is_directed() or graph.is_multigraph():
        raise SchemaError("A propensity has no direction; give an undirected networkx.Graph with one edge for a pair.")
    index = {node: i for i, node in enumerate(graph)}
    matrix = np.zeros((len(index), len(index)))
    for a, b, values in graph.edges(data=True):
        name = next((name for name in VALUES if name in values), None)
        if name is None:
            raise SchemaError(f"Edge {a}–{b} has no value; give it the attribute propensity or weight.")
        matrix[index[a], index[b]] = matrix[index[b], index[a]] = float(values[name])
    sizes: list[Any] = [values.get("size", 1.0) for _, values in graph.nodes(data=True)]
    return Propensities(tuple(str(node) for node in graph), matrix, np.array(sizes, dtype=np.float64))


def propensity_graph(given: Propensities) -> nx.Graph:
    """The propensities as a graph: `size` on nodes, `propensity` on the edges of pairs that have one other than 0."""
    import networkx as nx

    graph = nx.Graph()
    for actor, size in zip(given.actors, given.sizes.tolist(), strict=True):
        graph.add_node(actor, size=size)
    for i, j in np.argwhere(np.triu(given.matrix)).tolist():
        graph.add_edge(given.actors[i], given.actors[j], propensity=float(given.matrix[i, j]))
    return graph
