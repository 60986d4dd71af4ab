"""Balance beside that of chance: the same graph with its signs shuffled, or rewired with its degrees kept."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from detente.align.exact_split import exact_split
from detente.align.signed_graph import SignedGraph
from detente.align.triads import Triads, count_triads
from detente.align.walk_balance import walk_balance

MODELS = ("sign_shuffle", "signed_degrees")
SWAPS_AN_EDGE = 10  # tried


@dataclass(frozen=True, slots=True)
class NullBalance:
    """One measure against one null model.

    Attributes:
        model: `sign_shuffle` (who has ties stays, the signs change places) or `signed_degrees` (every node keeps its
            numbers of positive and negative ties, the partners change).
        measure: `F`, `balanced_share` or `kappa`.
        observed: its value in the graph.
        mean, sd: over the drawn graphs.
        z: (observed - mean) / sd; NaN where sd is 0.
        p: (1 + number of drawn graphs at least as balanced) / (1 + number drawn), in (0, 1].
        n: graphs drawn in which the measure is defined.
        n_proven: of them, those whose L is proven; of the others the best split found counts, an upper bound of L.
    """

    model: str
    measure: str
    observed: float
    mean: float
    sd: float
    z: float
    p: float
    n: int
    n_proven: int


def null_balance(
    graph: SignedGraph, frustration: float, kinds: Triads, kappa: float, n: int, seed: int, time_limit_s: float
) -> tuple[NullBalance, ...]:
    """F, the share of balanced triads and kappa, each against both null models.

    Args:
        graph: nodes and ties.
        frustration, kinds, kappa: its L, triads and walk balance.
        n: graphs drawn from each model, ≥ 1.
        seed: the same seed draws the same graphs.
        time_limit_s: seconds for the exact split of one drawn graph.

    Source:
        Own arrangement; degree-preserving rewiring after Maslov and Sneppen (2002), Science 296.
    """
    total = float(graph.weights.sum())
    if not total:
        return ()
    observed = {"F": 1 - 2 * frustration / total, "balanced_share": kinds.balanced_share, "kappa": kappa}
    found: list[NullBalance] = []
    for number, model in enumerate(MODELS):
        rng = np.random.default_rng([seed, number])
        drawn: dict[str, list[float]] = {measure: [] for measure in observed}
        n_proven = 0
        for _ in range(n):
            null = shuffle_signs(graph, rng) if model == "sign_shuffle" else swap_edges(graph, rng)
            split = exact_split(null, time_limit_s=time_limit_s, seed=seed)
            n_proven += split.optimal
            drawn["F"].append(1 - 2 * split.frustration / total)
            drawn["balanced_share"].append(count_triads(null).balanced_share)
            drawn["kappa"].append(walk_balance(null).kappa)
        found += [_compare(model, measure, observed[measure], drawn[measure], n_proven) for measure in observed]
    return tuple(found)


def shuffle_signs(graph: SignedGraph, rng: np.random.Generator) -> SignedGraph:
    """The same pairs and weights with the signs in random order."""
    return SignedGraph(graph.names, graph.pairs, rng.permutation(graph.signs), graph.weights)


def swap_edges(graph: SignedGraph, rng: np.random.Generator) -> SignedGraph:
    """Random partners: a–b and c–d of one sign become a–d and c–b, where neither pair has a tie; many times over.

    Every node keeps its number of positive and of negative ties; weights stay with the edge that moves. A graph with
    no room (a complete one) stays as it is.
    """
    pairs: list[list[int]] = graph.pairs.tolist()
    taken = {tuple(pair) for pair in pairs}
    for sign in (1, -1):
        own = np.flatnonzero(graph.signs == sign)
        if len(own) < 2:
            continue
        draws = rng.integers(0, len(own), (SWAPS_AN_EDGE * len(own), 2))
        for (one, other), turned in zip(draws.tolist(), (rng.random(len(draws)) < 0.5).tolist(), strict=True):
            first, second = int(own[one]), int(own[other])
            a, b = pairs[first]
            c, d = reversed(pairs[second]) if turned else pairs[second]
            new = [sorted((a, d)), sorted((c, b))]
            if len({a, b, c, d}) < 4 or tuple(new[0]) in taken or tuple(new[1]) in taken:
                continue
            taken -= {tuple(pairs[first]), tuple(pairs[second])}
            pairs[first], pairs[second] = new
            taken |= {tuple(new[0]), tuple(new[1])}
    moved: NDArray[np.int64] = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    order = np.lexsort((moved[:, 1], moved[:, 0]))
    return SignedGraph(graph.names, moved[order], graph.signs[order], graph.weights[order])


def _compare(model: str, measure: str, observed: float, drawn: list[float], n_proven: int) -> NullBalance:
    values = np.array([value for value in drawn if not np.isnan(value)])
    if not len(values) or np.isnan(observed):
        nan = float("nan")
        return NullBalance(model, measure, observed, nan, nan, nan, nan, len(values), n_proven)
    mean, sd = float(values.mean()), float(values.std(ddof=1)) if len(values) > 1 else float("nan")
    at_least = int((values >= observed - 1e-12).sum())
    z = (observed - mean) / sd if sd > 1e-12 else float("nan")
    return NullBalance(model, measure, observed, mean, sd, z, (1 + at_least) / (1 + len(values)), len(values), n_proven)
