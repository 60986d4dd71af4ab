"""How a relation stands, period by period: tension, cooperation and attention with their intervals."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from detente.measure.count_course import Counts, count_course, share_moments
from detente.measure.series import PairSeries

NORMAL = (-1.6448536269514722, -0.6744897501960817, 0.6744897501960817, 1.6448536269514722)  # 5, 25, 75, 95 %
# Hyperparameters are taken as known and the posterior as Gaussian: by so much are intervals too narrow in simulations.
WIDER = 1.04
MEASURES = ("tension", "material_tension", "cooperation", "attention")


@dataclass(frozen=True, slots=True, eq=False)
class Estimate:
    """One measure of every pair and period.

    Attributes:
        mean: (n_pairs, n_periods), posterior mean; NaN in periods that were not covered. Where hardly any act was
            seen it may lie above the 50 % interval.
        low90, low50, high50, high90: (n_pairs, n_periods), ends of the equal-tailed intervals.
    """

    mean: NDArray[np.float64]
    low90: NDArray[np.float64]
    low50: NDArray[np.float64]
    high50: NDArray[np.float64]
    high90: NDArray[np.float64]


def estimate_share(acts: NDArray[np.float64], total: NDArray[np.float64], covered: NDArray[np.bool_]) -> Estimate:
    """Share of some acts in all, smooth in time, pooled over pairs.

    acts ~ Binomial(total, p); the log-odds of p are the pair's own, drawn from a distribution of all pairs, plus a
    deviation that fades from period to period (`count_course`).

    Args:
        acts, total: (n_pairs, n_periods), 0 ≤ acts ≤ total.
        covered: (n_periods,); the others count for nothing and get NaN.

    Returns:
        The estimate, in [0, 1].
    """
    from scipy.special import expit

    known = np.where(covered[None], total, 0.0)
    found, _ = count_course(Counts(np.minimum(acts, known), known, is_share=True))
    mean, _ = share_moments(found.mean, found.variance)
    spread = WIDER * np.sqrt(found.variance)
    return _covered(mean, [expit(found.mean + z * spread) for z in NORMAL], covered)


def estimate_rate(acts: NDArray[np.float64], exposure: NDArray[np.float64], covered: NDArray[np.bool_]) -> Estimate:
    """Rate of acts a period and unit of exposure, smooth in time, pooled over pairs.

    acts ~ Poisson(rate x exposure); the logarithm of the rate as in `estimate_share`.

    Args:
        acts: (n_pairs, n_periods), ≥ 0.
        exposure: (n_pairs, n_periods), > 0, around 1.
        covered: (n_periods,); the others count for nothing and get NaN.

    Returns:
        The estimate, in acts a period at exposure 1.
    """
    known = np.where(covered[None], exposure, 0.0)
    found, _ = count_course(Counts(np.where(known > 0, acts, 0.0), known, is_share=False))
    spread = WIDER * np.sqrt(found.variance)
    return _covered(np.exp(found.mean + found.variance / 2), [np.exp(found.mean + z * spread) for z in NORMAL], covered)


def estimate_tension(series: PairSeries) -> Estimate:
    """Share of conflict in the acts of cooperation and conflict of every pair and period."""
    return estimate_share(series.conflict, series.conflict + series.cooperation, series.covered)


def estimate_relations(series: PairSeries) -> dict[str, Estimate]:
    """The four measures of every pair and period.

    - tension: share of conflict in the acts of cooperation and conflict;
    - material_tension: share of material conflict in the same;
    - cooperation: acts of cooperation a period, at the world's usual volume;
    - attention: acts of any side, statements and requests included, over the pair's own mean, both at the world's
      usual volume; 1 is the pair's usual.

    Args:
        series: of any period.

    Returns:
        Estimates by the names of MEASURES.
    """
    total = series.conflict + series.cooperation
    exposure = series.exposure()
    everything = series.counts.sum(axis=2, dtype=np.float64)
    volume = estimate_rate(everything, exposure, series.covered)
    known = series.covered[None]
    acts, told = (np.where(known, one, 0.0).sum(axis=1, keepdims=True) for one in (everything, exposure))
    usual = (acts + 0.5) / (told + 0.5)
    return {
        "tension": estimate_tension(series),
        "material_tension": estimate_share(series.counts[:, :, 4].astype(np.float64), total, series.covered),
        "cooperation": estimate_rate(series.cooperation, exposure, series.covered),
        "attention": Estimate(*(getattr(volume, name) / usual for name in Estimate.__slots__)),
    }


def _covered(mean: NDArray[np.float64], quantiles: list[NDArray[np.float64]], covered: NDArray[np.bool_]) -> Estimate:
    return Estimate(*(np.where(covered[None], one, np.nan) for one in (mean, *quantiles)))
