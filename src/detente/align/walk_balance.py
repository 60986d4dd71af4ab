"""Balance of a signed graph by its closed walks of all lengths."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.align.signed_graph import SignedGraph

TINY = 1e-18  # a term of the series this small beside the sum is none


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
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import connected_components

    n = graph.n_nodes
    if not n:
        return WalkBalance(float("nan"), np.empty(0))
    i, j = graph.pairs.T
    half = csr_array((graph.signs.astype(float), (i, j)), shape=(n, n))
    matrix = (half + half.T).tocsr()
    n_parts, part_of = connected_components(matrix, directed=False)
    signed, unsigned, scales = np.ones(n), np.ones(n), np.zeros(n)
    for part in range(n_parts):  # each by itself: beside a large one the walks of a small one would vanish
        nodes = np.flatnonzero(part_of == part)
        if len(nodes) > 1:
            signed[nodes], unsigned[nodes], scales[nodes] = _closed_walks(matrix[nodes][:, nodes])
    shares: Any = np.exp(scales - scales.max())
    kappa = float((signed * shares).sum() / (unsigned * shares).sum())
    return WalkBalance(min(kappa, 1.0), np.minimum(signed / unsigned, 1.0))


def _closed_walks(matrix: Any) -> tuple[NDArray[np.float64], NDArray[np.float64], float]:
    """Diagonals of e^A and e^|A|, both divided by e^scale, and the scale.

    By the series of A / 2^k, squared k times: no term is larger than that of |A|, so the ratio keeps its digits, and
    the few large products do not depend on how many cores are free, as a decomposition does.
    """
    absolute = abs(matrix)
    norm = float(absolute.sum(axis=1).max())
    halvings = max(1, int(np.ceil(np.log2(norm / 4))) if norm > 4 else 1)
    pair = [_series(matrix / 2**halvings), _series(absolute / 2**halvings)]
    scale = 0.0
    for _ in range(halvings - 1):
        largest = float(pair[1].max())
        pair = [half @ half for half in (pair[0] / largest, pair[1] / largest)]
        scale = 2 * (scale + np.log(largest))
    largest = float(pair[1].max())
    signed, unsigned = (((half / largest) ** 2).sum(axis=1) for half in pair)  # the diagonal of a symmetric square
    return signed, unsigned, 2 * (scale + float(np.log(largest)))


def _series(matrix: Any) -> NDArray[np.float64]:
    term: Any = np.eye(matrix.shape[0])
    total = term.copy()
    length = 0
    while np.abs(term).max() > TINY * np.abs(total).max():
        length += 1
        term = matrix @ term / length
        total += term
    return total
