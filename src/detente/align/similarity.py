"""How alike the portfolios of two states are, by every measure in use."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from detente.align.agreement import Agreement, agreement
from detente.align.s_score import s_score
from detente.align.tau_b import tau_b
from detente.errors import SchemaError
from detente.schema.portfolios import Portfolios


@dataclass(frozen=True, slots=True)
class Similarity:
    """Measures of one pair; all without unit, all at most 1. Partners count equally unless it says weighted.

    Attributes:
        a, b: the two states.
        n_partners: partners compared, the two states themselves where they have rows.
        s: Signorino and Ritter's S, in [-1, 1].
        s_weighted: the same by the weights of the partners; None without weights.
        nominal, linear, quadratic: Cohen's kappa and Scott's pi by whether levels differ, by how much, by its square.
        nominal_weighted, linear_weighted, quadratic_weighted: the same by the weights; None without.
        tau_b: Kendall's tau-b, in [-1, 1]; NaN where a portfolio is one level throughout.
    """

    a: str
    b: str
    n_partners: int
    s: float
    s_weighted: float | None
    nominal: Agreement
    linear: Agreement
    quadratic: Agreement
    nominal_weighted: Agreement | None
    linear_weighted: Agreement | None
    quadratic_weighted: Agreement | None
    tau_b: float


def similarities(given: Portfolios, pairs: Iterable[tuple[str, str]] = ()) -> tuple[Similarity, ...]:
    """S, kappa, pi and tau-b of some pairs of states.

    Args:
        given: portfolios of n states.
        pairs: whom to compare; none: all n (n - 1) / 2 pairs.

    Returns:
        One record a pair, in the order asked.

    Raises:
        SchemaError: if a state is unknown, compared with itself, or alone.
    """
    asked = [(given.index(a), given.index(b)) for a, b in pairs] or list(combinations(range(len(given.states)), 2))
    if not asked:
        raise SchemaError(f"{given.states[0]} is alone; give the portfolios of two states at least.")
    for i, j in asked:
        if i == j:
            raise SchemaError(f"{given.states[i]} is compared with itself; name two states.")
    return tuple(_compared(given, i, j) for i, j in asked)


def _compared(given: Portfolios, i: int, j: int) -> Similarity:
    one, other, weights = given.levels[:, i], given.levels[:, j], given.weights
    plain = [agreement(one, other, distance) for distance in ("nominal", "linear", "quadratic")]
    weighted = [
        None if weights is None else agreement(one, other, distance, weights)
        for distance in ("nominal", "linear", "quadratic")
    ]
    return Similarity(
        a=given.states[i],
        b=given.states[j],
        n_partners=len(one),
        s=s_score(one, other, given.low, given.high, None),
        s_weighted=None if weights is None else s_score(one, other, given.low, given.high, weights),
        nominal=plain[0],
        linear=plain[1],
        quadratic=plain[2],
        nominal_weighted=weighted[0],
        linear_weighted=weighted[1],
        quadratic_weighted=weighted[2],
        tau_b=tau_b(one, other),
    )
