"""Sampled courses of the conflict, tension and cooperation of pairs."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from detente.measure.levels import sample_levels, smooth_levels
from detente.measure.norms import CountModel, log_likelihood
from detente.measure.series import PairSeries
from detente.measure.turning_rule import TurningRule

LIKELY = 0.4  # probability of a raised level in some week, below which a pair has no quarrel
MOVED = 0.8  # of the change that is sought: by so much the smoothed level moves where there is one
BATCH = 64  # pairs at a time: bounds memory, changes no result


@dataclass(frozen=True, slots=True, eq=False)
class Courses:
    """Levels of one pair, each relative to the pair's norm, in natural logarithms.

    Attributes:
        conflict, tension, cooperation: (n_weeks, n_samples), of 32 bits, drawn from their posteriors.
        tension_mean: (n_weeks,), posterior mean of the tension level.
    """

    conflict: NDArray[np.float32]
    tension: NDArray[np.float32]
    cooperation: NDArray[np.float32]
    tension_mean: NDArray[np.float64]


def draw_courses(series: PairSeries, rule: TurningRule) -> Iterator[Courses | None]:
    """Courses of every pair of the series, in its order; a pair's draws depend on its name and counts alone.

    A pair whose smoothed levels hardly move cannot turn: None stands for it, and nothing is drawn.

    Args:
        series: weekly, at least two weeks.
        rule: likelihoods, moves and number of samples.
    """
    grid = rule.levels.grid()
    moves, first = rule.levels.moves()
    hostile, kind, exposure = series.conflict, series.cooperation, series.exposure()
    n_weeks, levels = len(series.starts), grid.astype(np.float32)
    for start in range(0, len(series.pairs), BATCH):
        chosen = slice(start, start + BATCH)
        told = [
            log_likelihood(acts[chosen], others[chosen], exposure[chosen], series.covered, rule.levels, model)
            for acts, others, model in _three(hostile, kind, rule)
        ]
        smoothed = [smooth_levels(one, moves, first) for one in told]
        turning = np.flatnonzero(_may_turn(smoothed, grid, rule))
        sources = [np.random.default_rng(_seed(series.pairs[start + i])) for i in turning]
        uniforms = [source.random((len(told), n_weeks, rule.samples)) for source in sources]
        drawn = [
            sample_levels(one[turning], moves, first, np.stack([each[k] for each in uniforms]))
            for k, one in enumerate(told)
            if len(turning)
        ]
        means = smoothed[1] @ grid
        place = {int(i): number for number, i in enumerate(turning)}
        for i in range(len(means)):
            number = place.get(i)
            yield None if number is None else Courses(*(levels[one[number]] for one in drawn), tension_mean=means[i])


def _may_turn(smoothed: list[NDArray[np.float64]], grid: NDArray[np.float64], rule: TurningRule) -> NDArray[np.bool_]:
    """(n_pairs,) whether a quarrel, a lasting change or an opening is likely enough to be looked for."""
    raised = smoothed[0][:, :, grid >= rule.high].sum(axis=2).max(axis=1) > LIKELY
    spans = [np.ptp(one @ grid, axis=1) for one in smoothed]
    return raised | (spans[1] > MOVED * rule.shift) | (spans[2] > MOVED * rule.opening)


def _three(
    hostile: NDArray[np.float64], kind: NDArray[np.float64], rule: TurningRule
) -> list[tuple[NDArray[np.float64], NDArray[np.float64], CountModel]]:
    return [(hostile, kind, rule.conflict), (hostile, kind, rule.tension), (kind, hostile, rule.cooperation)]


def _seed(pair: tuple[str, str]) -> int:
    return int.from_bytes(hashlib.sha256("|".join(pair).encode()).digest()[:8], "big")
