"""Balance of a signed graph by its closed walks of all lengths."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.align.signed_graph import SignedGraph


@dataclass(frozen=True, slots=True, eq=False)
class WalkBalance:
    """Shares of closed walks, long ones counting less.

    Attributes:
        kappa: global, in (0, 1], no unit; 1.0: balanced; NaN without a node.
        local: (n_nodes,) in (0, 1]; that of the walks from each node back to it; 1.0 for a node without ties.
    """

    kappa: float
    local: NDArray[np.float64]


def walk_balance(graph: SignedGraph) -> WalkBalance:
    """Closed walks with an even number of negative ties less those with an odd one, over all, each 1/length!.

    kappa = tr(e^A) / tr(e^|A|), kappa_v = [e^A]_vv / [e^|A|]_vv, A the matrix of signs; weights have no say. Both are 1
    exactly when the graph (for kappa_v: the component of v) is balanced. Dense graphs have many long walks, so that
    kappa falls with density as well as with frustration: compare it with null models, not between graphs.

    Source:
        Estrada and Benzi (2014), Physical Review E 90(4).
    """
    if not graph.n_nodes:
        return WalkBalance(float("nan"), np.empty(0))
    matrix = graph.matrix()
    values, vectors = np.linalg.eigh(matrix)
    all_values, all_vectors = np.linalg.eigh(np.abs(matrix))
    highest = all_values[-1]  # both exponentials are divided by e^highest: they would overflow in large graphs
    signed: Any = vectors**2 @ np.exp(values - highest)
    unsigned: Any = all_vectors**2 @ np.exp(all_values - highest)
    local = np.divide(signed, unsigned, out=np.ones(graph.n_nodes), where=unsigned > np.exp(-highest) / 2)
    return WalkBalance(float(signed.sum() / unsigned.sum()), np.minimum(local, 1.0))
