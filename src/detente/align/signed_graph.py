"""A signed graph as arrays: what the exact methods of this room work on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from detente.errors import SchemaError

if TYPE_CHECKING:
    import networkx as nx

Tie = tuple[Any, Any, int, float]  # a, b, sign, weight


@dataclass(frozen=True, slots=True, eq=False)
class SignedGraph:
    """Undirected, each pair once, no self-loops.

    Attributes:
        names: (n_nodes,) what a user calls the nodes.
        pairs: (n_edges, 2); indices of the ends, the smaller first.
        signs: (n_edges,); -1 or +1.
        weights: (n_edges,); > 0, in the user's unit; 1.0 without weights.
    """

    names: tuple[Any, ...]
    pairs: NDArray[np.int64]
    signs: NDArray[np.int8]
    weights: NDArray[np.float64]

    @property
    def n_nodes(self) -> int:
        """Number of nodes, isolated ones included."""
        return len(self.names)

    @property
    def n_edges(self) -> int:
        """Number of edges."""
        return len(self.signs)

    @property
    def costs(self) -> NDArray[np.float64]:
        """(n_edges,); sign times weight."""
        return self.signs * self.weights

    def matrix(self, *, weighted: bool = False) -> NDArray[np.float64]:
        """(n_nodes, n_nodes) symmetric adjacency of signs, or of sign times weight; zero diagonal."""
        matrix: Any = np.zeros((self.n_nodes, self.n_nodes))
        i, j = self.pairs.T
        matrix[i, j] = matrix[j, i] = self.costs if weighted else self.signs
        return matrix


def signed_graph(ties: Iterable[Tie], nodes: Iterable[Any] = ()) -> SignedGraph:
    """Arrays of (a, b, sign, weight) rows; nodes in sorted order where they can be sorted, else in order met.

    Args:
        ties: one row a pair; sign -1 or +1; weight > 0 and finite.
        nodes: further nodes, for instance such as have no tie.

    Raises:
        SchemaError: if a pair comes twice, an end is the other end, or a sign or weight is bad; it names the pair.
    """
    rows = list(ties)
    found = dict.fromkeys([*(end for row in rows for end in row[:2]), *nodes])
    try:
        names = tuple(sorted(found))
    except TypeError:
        names = tuple(found)
    index = {name: i for i, name in enumerate(names)}
    edges: dict[tuple[int, int], tuple[int, float]] = {}
    for a, b, sign, weight in rows:
        i, j = sorted((index[a], index[b]))
        if i == j:
            raise SchemaError(f"Tie {a}–{b} joins an actor to itself; leave it out.")
        if sign not in (-1, 1):
            raise SchemaError(f"Tie {a}–{b} has the sign {sign!r}; give -1 or 1, and leave out ties without a sign.")
        if not 0 < weight < float("inf"):
            raise SchemaError(f"Tie {a}–{b} has the weight {weight!r}; give a number above 0, the sign apart.")
        if (i, j) in edges:
            raise SchemaError(f"Tie {a}–{b} is given twice; give each pair once, in one order.")
        edges[i, j] = (int(sign), float(weight))
    ordered = sorted(edges)
    return SignedGraph(
        names=names,
        pairs=np.array(ordered, dtype=np.int64).reshape(-1, 2),
        signs=np.array([edges[pair][0] for pair in ordered], dtype=np.int8),
        weights=np.array([edges[pair][1] for pair in ordered], dtype=np.float64),
    )


def from_networkx(graph: nx.Graph) -> SignedGraph:
    """Arrays of a networkx graph whose edges have `sign` (-1, 0, +1) and perhaps `weight`.

    The weight counts as |weight|; without a `sign` the sign is that of `weight`. Edges of sign 0 are left out, their
    nodes stay.

    Raises:
        SchemaError: if the graph is directed or a multigraph, or an edge has neither sign nor weight, or a bad one.
    """
    if graph.is_directed() or graph.is_multigraph():
        raise SchemaError("A signed graph is undirected with one edge a pair; give a networkx.Graph.")
    rows: list[Tie] = []
    for a, b, values in graph.edges(data=True):
        sign = _sign(a, b, values)
        if sign:
            rows.append((a, b, sign, abs(float(values.get("weight", 1.0)))))
    return signed_graph(rows, graph.nodes)


def _sign(a: Any, b: Any, values: Mapping[str, Any]) -> int:
    if "sign" not in values and "weight" not in values:
        raise SchemaError(f"Edge {a}–{b} has no `sign`; give -1 or 1 (or a signed `weight`).")
    given = values.get("sign", values.get("weight"))
    try:
        number = float(given)
    except (TypeError, ValueError):
        raise SchemaError(f"Edge {a}–{b} has the sign {given!r}; give -1, 0 or 1.") from None
    if "sign" in values and number not in (-1.0, 0.0, 1.0):
        raise SchemaError(f"Edge {a}–{b} has the sign {given!r}; give -1, 0 or 1.")
    return int(np.sign(number))
