"""How often what is said of the first camp stays true when the acts behind the ties are drawn anew."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from detente.pipeline.firm_core import FirmCore
from detente.report.firm_facts import PivotTie

if TYPE_CHECKING:
    from detente.align.common_threat import CommonThreat

N_DRAWS, SEED = 200, 0
CONFIGURATIONS = 2**21  # enumerated in all draws: fewer draws in large networks
LEAST_DRAWS = 50
SLACK = 1e-9


@dataclass(frozen=True, slots=True)
class FirmDraws:
    """Shares of the draws, in [0, 1].

    Attributes:
        n: draws.
        stands, rest_stands: no configuration that parts the camp, or its `rest`, is as low as those that keep it.
        first_agrees: as in the data, the camp stands, and a single souring tie breaks it (the one named) or none does.
        second_agrees: the pair stands together and, as in the data, parts or does not when the threat is gone.
        needed_low, needed_high: 5 and 95 per cent quantile of the share of the threat that is needed.
        with_first: code -> on the side of the camp's first member, strictly.
    """

    n: int = 0
    stands: float = 0.0
    rest_stands: float = 0.0
    first_agrees: float = 0.0
    second_agrees: float = 0.0
    needed_low: float = 0.0
    needed_high: float = 0.0
    with_first: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))


def firm_draws(
    core: FirmCore,
    ties: tuple[PivotTie, ...],
    rest: tuple[str, ...],
    threat: CommonThreat | None,
    tables: Mapping[str, pa.Table],
    min_events: int,
) -> FirmDraws:
    """The statements on the first camp, asked again of each draw.

    Args:
        core: actors and camp.
        ties: what breaks it as it is, the smallest change first.
        rest: members that no single tie parts; may be empty.
        threat: what holds the best-told pair.
        tables: events and tie_evidence; without evidence there are no draws.
        min_events: acts and conditions that a tie needs to have a sign.
    """
    from detente.align.breaking import keeps
    from detente.align.common_threat import needed_share, without
    from detente.align.energies import energies
    from detente.align.tie_resamples import resample_ties

    if "tie_evidence" not in tables or not tables["tie_evidence"].num_rows:
        return FirmDraws()
    given, pairs = core.given, sorted(core.rows)
    n_configurations = 2 ** (len(given.actors) - 1)
    n = max(LEAST_DRAWS, min(N_DRAWS, CONFIGURATIONS // n_configurations))
    drawn = resample_ties(tables["events"], tables["tie_evidence"], pairs, n, SEED, min_events)
    places = [(given.index(a), given.index(b)) for a, b in pairs]
    kept = keeps(n_configurations, [given.index(code) for code in core.camp])
    rest_kept = keeps(n_configurations, [given.index(code) for code in rest or core.camp])
    first = given.index(core.camp[0])
    beside = {code: keeps(n_configurations, sorted((first, i))) for i, code in enumerate(given.actors) if i != first}
    named = next((tie for tie in ties if tie.possible and tie.sours), None)
    asked = [(named.a, named.b)] if named else [pair for pair in pairs if core.rows[pair]["sign"] > 0]
    parted = {pair: ~keeps(n_configurations, sorted((given.index(pair[0]), given.index(pair[1])))) for pair in asked}
    stands = rest_stands = agrees = holds = 0
    together = dict.fromkeys(beside, 0)
    needed: list[float] = []
    for weights in drawn:
        matrix = np.zeros_like(given.matrix)
        for (i, j), weight in zip(places, weights.tolist(), strict=True):
            matrix[i, j] = matrix[j, i] = weight
        one = replace(given, matrix=matrix)
        heights = energies(one.weights)
        standing = _below(heights, kept)
        stands += standing
        rest_stands += _below(heights, rest_kept)
        breaks = [
            _sours(heights, kept, parted[pair], matrix[given.index(pair[0]), given.index(pair[1])]) for pair in asked
        ]
        agrees += standing and any(breaks) == (named is not None)
        for code, mask in beside.items():
            together[code] += _below(heights, mask)
        if threat:
            eased = energies(without(one, threat.a, threat.b, threat.foes).weights)
            share = needed_share(eased, heights, *(given.index(code) for code in (threat.a, threat.b)))
            needed.append(share)
            holds += share < 1.0 and (share > 0.0) == (threat.needed > 0.0)
    low, high = np.quantile(needed, (0.05, 0.95)).tolist() if needed else (0.0, 0.0)
    return FirmDraws(
        n,
        stands / n,
        rest_stands / n,
        agrees / n,
        holds / n,
        low,
        high,
        MappingProxyType({code: times / n for code, times in together.items()}),
    )


def _below(heights: NDArray[np.float64], mask: NDArray[np.bool_]) -> bool:
    """Whether the lowest of some configurations is lower than all others."""
    return bool(heights[mask].min() < heights[~mask].min(initial=np.inf) - SLACK)


def _sours(heights: NDArray[np.float64], kept: NDArray[np.bool_], apart: NDArray[np.bool_], value: float) -> bool:
    """Whether the camp breaks when a tie falls to the least weight that there is."""
    worst = heights - 2.0 * (value + 1.0) * apart
    return not _below(worst, kept)
