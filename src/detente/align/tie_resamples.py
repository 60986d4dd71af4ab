"""Ties as other draws of the same acts would have made them: how much hangs on a few acts."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from detente.align.ties import COOPERATION_QUADS, EVEN_BAND, TALK_TYPES, weigh

SIDES = ("cooperation", "talks", "conflict")
COLUMNS = ("event_id", "event_group", "incident_id", "event_type", "quad", "scale")


def resample_ties(
    events: pa.Table,
    evidence: pa.Table,
    pairs: Sequence[tuple[str, str]],
    n_draws: int,
    seed: int = 0,
    min_events: int = 1,
) -> NDArray[np.float64]:
    """Weights of ties when the acts behind all of them are drawn anew, with replacement.

    As many distinct acts and conditions are drawn as stand behind the ties; one between several pairs is drawn for
    all of them at once. A tie on one act is therefore absent from about a third of the draws (e^-1), one on five from
    hardly any. Weight and sign follow from what is drawn as in `find_ties`.

    Args:
        events: columns of EVENTS.
        evidence: columns of TIE_EVIDENCE: which events the ties count.
        pairs: of the ties that are wanted, a < b.
        n_draws: ≥ 0.
        seed: the same seed gives the same draws.
        min_events: acts and conditions that a tie needs to have a sign, ≥ 1.

    Returns:
        (n_draws, n_pairs) weights; 0.0 where the tie has no sign or is absent.

    Source:
        Efron (1979), Annals of Statistics 7(1), for the bootstrap.
    """
    wanted = {pair: number for number, pair in enumerate(pairs)}
    rows = {row["event_id"]: row for row in events.select(COLUMNS).to_pylist()}
    scores: dict[tuple[str, int, int], list[float]] = {}
    units: dict[str, int] = {}
    for entry in evidence.to_pylist():
        row = rows[entry["event_id"]]
        unit = row["incident_id"] or row["event_group"]
        units.setdefault(unit, len(units))
        pair = wanted.get((entry["a"], entry["b"]))
        if pair is not None:
            scores.setdefault((unit, pair, _side(row["event_type"], row["quad"])), []).append(abs(row["scale"]))
    drawn = np.zeros((n_draws, len(pairs)))
    if not scores:
        return drawn
    unit_of = np.array([units[unit] for unit, _, _ in scores])
    place = np.array([3 * pair + side for _, pair, side in scores])
    means = np.array([sum(sorted(values)) / len(values) for values in scores.values()])
    rng = np.random.default_rng(seed)
    for draw in range(n_draws):
        times = np.bincount(rng.integers(0, len(units), len(units)), minlength=len(units))[unit_of]
        sums = np.bincount(place, times * means, 3 * len(pairs)).reshape(-1, 3)
        counts = np.bincount(place, times, 3 * len(pairs)).reshape(-1, 3).sum(axis=1)
        weights = np.array([weigh(*row) for row in sums.tolist()])
        drawn[draw] = np.where((counts >= min_events) & (np.abs(weights) > EVEN_BAND), weights, 0.0)
    return drawn


def _side(event_type: str, quad: int) -> int:
    if event_type in TALK_TYPES:
        return SIDES.index("talks")
    return SIDES.index("cooperation" if quad in COOPERATION_QUADS else "conflict")
