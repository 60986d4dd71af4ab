"""Levels behind counts: binomial shares and Poisson rates that wander, with hyperparameters from all pairs."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from detente.measure.gaussian_course import Smoothed, Wander, smooth

CHUNK = 2_000  # pairs settled together, each chunk until it needs no further round
ROUNDS = 12  # of approximating the likelihood at the posterior
SEARCH_ROUNDS = 25
STEPS = (0.2, 0.1)  # by which the best hyperparameters are tried anew
LONGEST_MEMORY = 0.99
DAMPED = 0.6  # part of a step that is taken
LONGEST = 3.0  # move of a level in one round
SETTLED, SEARCH_SETTLED = 0.03, 0.05  # largest move of a level, in logarithms, that ends the rounds
CENTRED = 3  # steps of expectation maximisation
SEARCH_PAIRS = 1000  # hyperparameters are sought on so many pairs, those with most acts among them
PERSISTENCES = (0.6, 0.8, 0.95)
WITHINS = (0.003, 0.1, 0.3, 0.6, 1.0)
NODES, _WEIGHTS = np.polynomial.hermite_e.hermegauss(5)
WEIGHTS = _WEIGHTS / _WEIGHTS.sum()
LEAST_SPREAD, MOST_SPREAD = 0.05, 2.0  # of the pairs, in logarithms: a few pairs without conflict make no abyss


@dataclass(frozen=True, slots=True, eq=False)
class Counts:
    """Acts and what they are out of.

    Attributes:
        acts: (n_pairs, n_periods).
        out_of: (n_pairs, n_periods): all acts, of a share; the exposure, of a rate. 0: nothing known.
        is_share: binomial with a logit, or Poisson with a logarithm.
    """

    acts: NDArray[np.float64]
    out_of: NDArray[np.float64]
    is_share: bool

    def expected(self, mean: NDArray[np.float64], variance: NDArray[np.float64]) -> tuple[NDArray[np.float64], ...]:
        """Acts expected where the level is N(mean, variance), and the mean curvature of the log-likelihood."""
        if not self.is_share:
            acts = self.out_of * np.exp(np.clip(mean + variance / 2, -30, 30))
            return acts, acts
        acts, curvature = np.zeros_like(mean), np.zeros_like(mean)
        told = self.out_of > 0
        share, slope = share_moments(mean[told], variance[told])
        acts[told], curvature[told] = self.out_of[told] * share, self.out_of[told] * slope
        return acts, curvature

    def log_probability(self, mean: NDArray[np.float64], variance: NDArray[np.float64]) -> NDArray[np.float64]:
        """(n_pairs,) expectations where the levels are N(mean, variance), without terms that no level changes."""
        if not self.is_share:
            return (self.acts * mean - self.out_of * np.exp(np.clip(mean + variance / 2, -30, 30))).sum(axis=1)
        found = np.zeros_like(mean)
        told = self.out_of > 0
        centre, spread = mean[told], np.sqrt(variance[told])
        for node, weight in zip(NODES, WEIGHTS, strict=True):
            found[told] -= weight * np.logaddexp(0, centre + node * spread)
        return (self.acts * mean + self.out_of * found).sum(axis=1)


def share_moments(
    mean: NDArray[np.float64], variance: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Means of p and of p(1 - p) where the log-odds of p are N(mean, variance)."""
    spread = np.sqrt(variance)
    share, slope = np.zeros_like(mean), np.zeros_like(mean)
    for node, weight in zip(NODES, WEIGHTS, strict=True):
        at = 1 / (1 + np.exp(-np.clip(mean + node * spread, -30, 30)))
        share += weight * at
        slope += weight * at * (1 - at)
    return share, slope


def count_course(counts: Counts, wander: Wander | None = None) -> tuple[Smoothed, Wander]:
    """Posterior of the level of every pair and period, and the hyperparameters.

    The posterior is the Gaussian nearest to it (variational): pseudo-observations of the level are made at the
    current posterior, smoothed exactly, and made again. Hyperparameters maximise a lower bound of the evidence of at most
    1,000 pairs.

    Args:
        counts: any number of pairs and periods.
        wander: hyperparameters that are known already; None: they are sought.

    Source:
        Durbin and Koopman (2012), ch. 10; Opper and Archambeau (2009), Neural Computation 21(3).
    """
    known = wander or _hyperparameters(counts)
    found = [
        _settled(
            Counts(counts.acts[start : start + CHUNK], counts.out_of[start : start + CHUNK], counts.is_share),
            known,
            ROUNDS,
        )[0]
        for start in range(0, max(len(counts.acts), 1), CHUNK)
    ]
    return Smoothed(*(np.concatenate([getattr(one, name) for one in found]) for name in Smoothed.__slots__)), known


def _settled(
    counts: Counts, wander: Wander, rounds: int, start: Smoothed | None = None, enough: float = SETTLED
) -> tuple[Smoothed, NDArray[np.float64]]:
    """The posterior after some rounds, and for each pair a lower bound of its log-evidence."""
    shape = counts.acts.shape
    mean, variance = (
        (np.full(shape, wander.mean), np.full(shape, wander.between**2 + wander.within**2))
        if start is None
        else (start.mean, start.variance)
    )
    found = start
    told = counts.out_of > 0
    precision = pull = observed = np.zeros(shape)
    for number in range(rounds):
        expected, curvature = counts.expected(mean, variance)
        curvature = np.where(told, np.maximum(curvature, 1e-9), 0.0)
        step = DAMPED if number else 1.0  # whole steps go to and fro where nothing was seen
        precision = precision + step * (curvature - precision)
        pull = pull + step * (curvature * mean + np.where(told, counts.acts - expected, 0.0) - pull)
        observed = pull / np.where(told, precision, 1.0)
        found = smooth(observed, precision, wander)
        moved = float(np.abs(found.mean - mean).max(initial=0.0))
        mean, variance = mean + np.clip(found.mean - mean, -LONGEST, LONGEST), found.variance
        if moved < enough:
            break
    assert found is not None
    mean = found.mean
    apart = precision * ((observed - mean) ** 2 + variance) - np.log(np.where(told, precision, 1.0) / (2 * np.pi))
    made = 0.5 * np.where(told, apart, 0.0).sum(axis=1)
    return found, counts.log_probability(mean, variance) + made + found.evidence


def _hyperparameters(counts: Counts) -> Wander:
    some = _chosen(counts)
    wander = _start(some)
    if not len(some.acts):
        return wander
    best = _Tried(wander, -np.inf, None)
    for _ in range(CENTRED):  # first where the pairs lie, then how they wander
        found, _ = _settled(some, best.wander, SEARCH_ROUNDS, best.found, SEARCH_SETTLED)
        best = _Tried(_centred(best.wander, found), -np.inf, found)
    for persistence, within in ((p, w) for p in PERSISTENCES for w in WITHINS):
        best = max(best, _tried(some, replace(best.wander, persistence=persistence, within=within), best.found))
    for step in STEPS:
        for within, persistence in ((1 - step, 0.0), (1 / (1 - step), 0.0), (1.0, -step), (1.0, step / 3)):
            near = replace(
                best.wander,
                within=best.wander.within * within,
                persistence=min(best.wander.persistence + persistence, LONGEST_MEMORY),
            )
            best = max(best, _tried(some, near, best.found))
    for _ in range(CENTRED):
        found, _ = _settled(some, best.wander, SEARCH_ROUNDS, best.found, SEARCH_SETTLED)
        best = _Tried(_centred(best.wander, found), best.evidence, found)
    return best.wander


@dataclass(frozen=True, slots=True, eq=False)
class _Tried:
    wander: Wander
    evidence: float
    found: Smoothed | None

    def __lt__(self, other: _Tried) -> bool:
        return self.evidence < other.evidence


def _tried(counts: Counts, wander: Wander, start: Smoothed | None) -> _Tried:
    found, evidence = _settled(counts, wander, SEARCH_ROUNDS, start, SEARCH_SETTLED)
    return _Tried(_centred(wander, found), float(evidence.sum()), found)


def _chosen(counts: Counts) -> Counts:
    """At most 1,000 pairs: of shares those with most acts and a spread of the others, of rates a spread of all."""
    told = counts.out_of.sum(axis=1) if counts.is_share else counts.acts.sum(axis=1)
    order = np.argsort(-told, kind="stable")
    if counts.is_share:
        order = order[told[order] > 0]
    if len(order) > SEARCH_PAIRS:
        most = SEARCH_PAIRS // 2 if counts.is_share else 0
        spread = np.linspace(0, len(order) - most - 1, SEARCH_PAIRS - most).astype(int)
        order = np.concatenate([order[:most], order[most:][spread]])
    return Counts(counts.acts[order], counts.out_of[order], counts.is_share)


def _start(counts: Counts) -> Wander:
    acts, out_of = counts.acts.sum() + 0.5, counts.out_of.sum() + 1.0
    mean = np.log(acts / max(out_of - acts, 0.5)) if counts.is_share else np.log(acts / out_of)
    return Wander(float(mean), 1.0, 0.85, 0.5)


def _centred(wander: Wander, found: Smoothed) -> Wander:
    """One step of expectation maximisation for the mean and spread of the pairs' own levels."""
    mean = float(found.own_mean.mean())
    between = float(np.sqrt((found.own_variance + (found.own_mean - mean) ** 2).mean()))
    return replace(wander, mean=mean, between=min(max(between, LEAST_SPREAD), MOST_SPREAD))
