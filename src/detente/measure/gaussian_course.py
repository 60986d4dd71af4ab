"""Exact smoothing of a level that stays the pair's own and wanders around it: many pairs at a time."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

SINGULAR = 1e-10  # determinant over the product of the variances below which the two numbers are one


@dataclass(frozen=True, slots=True)
class Wander:
    """How levels differ between pairs and over time, in logarithms.

    Attributes:
        mean, between: mean and standard deviation over pairs of a pair's own level.
        persistence: correlation of the deviation with that of the next period, in [0, 1).
        within: standard deviation of the deviation; 0: the level is constant.
    """

    mean: float
    between: float
    persistence: float
    within: float


@dataclass(frozen=True, slots=True, eq=False)
class Smoothed:
    """Posterior of the levels.

    Attributes:
        mean, variance: (n_pairs, n_periods), of the level.
        own_mean, own_variance: (n_pairs,), of the pair's own level.
        deviation_variance: (n_pairs, n_periods), of the level less the pair's own.
        evidence: (n_pairs,), log-density of the observations.
    """

    mean: NDArray[np.float64]
    variance: NDArray[np.float64]
    own_mean: NDArray[np.float64]
    own_variance: NDArray[np.float64]
    deviation_variance: NDArray[np.float64]
    evidence: NDArray[np.float64]


def smooth(observed: NDArray[np.float64], precision: NDArray[np.float64], wander: Wander) -> Smoothed:
    """Posterior of level_t = own + deviation_t from Gaussian observations of it.

    own ~ N(mean, between^2); deviation_t = persistence x deviation_(t-1) + noise, of standard deviation `within`.
    Kalman filter forward, Rauch–Tung–Striebel backward, on the two numbers (own, deviation).

    Args:
        observed: (n_pairs, n_periods).
        precision: (n_pairs, n_periods), ≥ 0; 0: nothing observed.
        wander: hyperparameters.

    Returns:
        The posterior.

    Source:
        Durbin and Koopman (2012), Time Series Analysis by State Space Methods, ch. 4.
    """
    n_pairs, n_periods = observed.shape
    stay, noise = wander.persistence, wander.within**2 * (1 - wander.persistence**2)
    own, dev = np.full(n_pairs, wander.mean), np.zeros(n_pairs)
    p11, p12, p22 = np.full(n_pairs, wander.between**2), np.zeros(n_pairs), np.full(n_pairs, wander.within**2)
    ahead, after = np.empty((5, n_periods, n_pairs)), np.empty((5, n_periods, n_pairs))
    evidence = np.zeros(n_pairs)
    for t in range(n_periods):
        if t:
            dev, p12, p22 = stay * dev, stay * p12, stay**2 * p22 + noise
        ahead[:, t] = own, dev, p11, p12, p22
        w = precision[:, t]
        along1, along2 = p11 + p12, p12 + p22
        total = along1 + along2
        gain = w / (1 + w * total)
        error = observed[:, t] - own - dev
        evidence += np.where(w > 0, -0.5 * gain * error**2 + 0.5 * np.log(np.maximum(gain, 1e-300) / (2 * np.pi)), 0.0)
        own, dev = own + along1 * gain * error, dev + along2 * gain * error
        p11, p12, p22 = p11 - gain * along1**2, p12 - gain * along1 * along2, p22 - gain * along2**2
        after[:, t] = own, dev, p11, p12, p22
    mean, variance, apart = (np.empty_like(observed) for _ in range(3))
    mean[:, -1], variance[:, -1], apart[:, -1] = own + dev, p11 + 2 * p12 + p22, p22
    for t in range(n_periods - 2, -1, -1):
        own, dev, p11, p12, p22 = _backward(after[:, t], ahead[:, t + 1], (own, dev, p11, p12, p22), stay)
        mean[:, t], variance[:, t], apart[:, t] = own + dev, p11 + 2 * p12 + p22, p22
    return Smoothed(mean, np.maximum(variance, 1e-12), own, p11, np.maximum(apart, 0.0), evidence)


State = tuple[NDArray[np.float64], ...]


def _backward(now: NDArray[np.float64], ahead: NDArray[np.float64], later: State, stay: float) -> State:
    """Smoothed moments of one period from its filtered ones, those foretold from it, and the smoothed next."""
    own, dev, p11, p12, p22 = now
    own_ahead, dev_ahead, a11, a12, a22 = ahead
    det = a11 * a22 - a12**2
    regular = det > SINGULAR * a11 * a22
    det = np.where(regular, det, 1.0)
    c12, c22 = stay * p12, stay * p22  # covariance with the next period's (own, deviation)
    # Where one of the two numbers is known beforehand, the other is smoothed alone.
    g11, g12 = np.where(regular, (p11 * a22 - c12 * a12) / det, 1.0), (c12 * a11 - p11 * a12) / det
    g21 = (p12 * a22 - c22 * a12) / det
    g22 = np.where(regular, (c22 * a11 - p12 * a12) / det, c22 / np.where(a22 > 0, a22, 1.0))
    e1, e2 = later[0] - own_ahead, later[1] - dev_ahead
    d11, d12, d22 = later[2] - a11, later[3] - a12, later[4] - a22
    return (
        own + g11 * e1 + g12 * e2,
        dev + g21 * e1 + g22 * e2,
        p11 + g11**2 * d11 + 2 * g11 * g12 * d12 + g12**2 * d22,
        p12 + g11 * g21 * d11 + (g11 * g22 + g12 * g21) * d12 + g12 * g22 * d22,
        p22 + g21**2 * d11 + 2 * g21 * g22 * d12 + g22**2 * d22,
    )
