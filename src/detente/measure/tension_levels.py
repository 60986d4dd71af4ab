"""The log-odds of conflict of every pair and period as a posterior, and the same from acts drawn anew."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from detente.measure.count_course import Counts, count_course
from detente.measure.gaussian_course import Wander
from detente.measure.series import PairSeries


@dataclass(frozen=True, slots=True, eq=False)
class TensionLevels:
    """Posterior of tension, the share of conflict in acts of cooperation and conflict, in log-odds.

    Attributes:
        mean, variance: (n_pairs, n_periods), of the level; NaN in periods that were not covered.
        own_mean: (n_pairs,), mean of the pair's own level, its usual one.
        deviation_variance: (n_pairs, n_periods), of the level less the pair's own; NaN as above.
        acts: (n_pairs, n_periods), acts of cooperation and conflict.
        wander: how levels differ between pairs and over time.
    """

    mean: NDArray[np.float64]
    variance: NDArray[np.float64]
    own_mean: NDArray[np.float64]
    deviation_variance: NDArray[np.float64]
    acts: NDArray[np.float64]
    wander: Wander


def tension_levels(series: PairSeries, wander: Wander | None = None) -> TensionLevels:
    """Posterior log-odds of conflict of every pair and period, smooth in time, pooled over pairs (`count_course`).

    Args:
        series: counts of any period.
        wander: hyperparameters known from more pairs; None: they are sought in the series.
    """
    return _levels(series.conflict, series.cooperation, series.covered, wander)


def resampled_levels(series: PairSeries, wander: Wander, n: int, seed: int) -> Iterator[TensionLevels]:
    """The same from acts drawn anew, n times: a bootstrap over events.

    Every act counts as often as a Poisson number of mean 1 says, so that the acts of a pair, period and side are
    Poisson(their number). Hyperparameters stay: they rest on all pairs. A side without an act has none in any draw;
    what that leaves unknown is in the posterior's variance.

    Args:
        series: counts.
        wander: hyperparameters, as of `tension_levels`.
        n: draws, ≥ 0.
        seed: of the draws.

    Source:
        Hanley and MacGibbon (2006), Computer Methods and Programs in Biomedicine 83(1), on Poisson weights.
    """
    generator = np.random.default_rng(seed)
    conflict, cooperation = series.conflict, series.cooperation
    for _ in range(n):
        hostile, kind = (generator.poisson(one).astype(np.float64) for one in (conflict, cooperation))
        yield _levels(hostile, kind, series.covered, wander)


def _levels(
    conflict: NDArray[np.float64],
    cooperation: NDArray[np.float64],
    covered: NDArray[np.bool_],
    wander: Wander | None,
) -> TensionLevels:
    known = covered[None]
    acts = np.where(known, conflict + cooperation, 0.0)
    found, wander = count_course(Counts(np.where(known, conflict, 0.0), acts, is_share=True), wander)
    mean, variance, apart = (
        np.where(known, one, np.nan) for one in (found.mean, found.variance, found.deviation_variance)
    )
    return TensionLevels(mean, variance, found.own_mean, apart, acts, wander)
