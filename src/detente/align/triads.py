"""Closed triads of a signed graph by their signs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from detente.align.signed_graph import SignedGraph


@dataclass(frozen=True, slots=True)
class Triads:
    """Numbers of closed triads by their positive and negative ties.

    Attributes:
        ppp, ppn, pnn, nnn: triads of three, two, one and no positive ties.
    """

    ppp: int
    ppn: int
    pnn: int
    nnn: int

    @property
    def n(self) -> int:
        """All closed triads."""
        return self.ppp + self.ppn + self.pnn + self.nnn

    @property
    def balanced_share(self) -> float:
        """Share with an even number of negative ties, in [0, 1]; NaN without a closed triad."""
        return (self.ppp + self.pnn) / self.n if self.n else float("nan")

    @property
    def weakly_balanced_share(self) -> float:
        """Share that does not have exactly one negative tie, in [0, 1]; NaN without a closed triad."""
        return 1 - self.ppn / self.n if self.n else float("nan")


def count_triads(graph: SignedGraph) -> Triads:
    """Closed triads by kind; weights have no say.

    With P and N the matrices of positive and negative ties: tr(P^3)/6, tr(P^2 N)/2, tr(P N^2)/2, tr(N^3)/6.

    Source:
        Cartwright and Harary (1956), Psychological Review 63(5); weak balance: Davis (1967), Human Relations 20(2).
    """
    from scipy.sparse import csr_array

    i, j = graph.pairs.T
    n = graph.n_nodes
    matrices: list[Any] = []
    for sign in (1, -1):
        of = graph.signs == sign
        half = csr_array(([1] * int(of.sum()), (i[of], j[of])), shape=(n, n), dtype="int64")
        matrices.append(half + half.T)
    positive, negative = matrices
    both = positive @ positive, negative @ negative

    def trace(square: Any, other: Any) -> int:
        return int(square.multiply(other).sum())

    return Triads(
        ppp=trace(both[0], positive) // 6,
        ppn=trace(both[0], negative) // 2,
        pnn=trace(both[1], positive) // 2,
        nnn=trace(both[1], negative) // 6,
    )
