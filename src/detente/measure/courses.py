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

BATCH = 32  # pairs at a time: bounds memory, changes no result


@dataclass(frozen=True, slots=True, eq=False)
class Courses:
    """Levels of one pair, each relative to the pair's norm, in natural logarithms.

    Attributes:
        conflict, tension, cooperation: (n_weeks, n_samples), drawn from their posteriors.
        tension_mean: (n_weeks,), posterior mean of the tension level.
    """

    conflict: NDArray[np.float64]
    tension: NDArray[np.float64]
    cooperation: NDArray[np.float64]
    tension_mean: NDArray[np.float64]


def draw_courses(series: PairSeries, rule: TurningRule) -> Iterator[Courses]:
    """Courses of every pair of the series, in its order; a pair's draws depend on its name and counts alone.

    Args:
        series: weekly, at least two weeks.
        rule: likelihoods, moves and number of samples.
    """
    grid = rule.levels.grid()
    moves, first = rule.levels.moves()
    hostile, kind, exposure = series.conflict, series.cooperation, series.exposure()
    n_weeks = len(series.starts)
    for start in range(0, len(series.pairs), BATCH):
        chosen = slice(start, start + BATCH)
        told = [
            log_likelihood(acts[chosen], others[chosen], exposure[chosen], series.covered, rule.levels, model)
            for acts, others, model in _three(hostile, kind, rule)
        ]
        means = smooth_levels(told[1], moves, first) @ grid
        for i, pair in enumerate(series.pairs[chosen]):
            source = np.random.default_rng(_seed(pair))
            drawn = [
                grid[sample_levels(one[i : i + 1], moves, first, source.random((n_weeks, rule.samples)))[0]]
                for one in told
            ]
            yield Courses(*drawn, tension_mean=means[i])


def _three(
    hostile: NDArray[np.float64], kind: NDArray[np.float64], rule: TurningRule
) -> list[tuple[NDArray[np.float64], NDArray[np.float64], CountModel]]:
    return [(hostile, kind, rule.conflict), (hostile, kind, rule.tension), (kind, hostile, rule.cooperation)]


def _seed(pair: tuple[str, str]) -> int:
    return int.from_bytes(hashlib.sha256("|".join(pair).encode()).digest()[:8], "big")
