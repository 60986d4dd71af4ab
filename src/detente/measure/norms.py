"""How likely a week's counts are at each level above or below a pair's norm, and what that norm is."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from detente.measure.levels import LevelModel, smooth_levels


@dataclass(frozen=True, slots=True)
class CountModel:
    """Weights and spread of the likelihood of a week's acts.

    Attributes:
        rate_weight: power of the negative binomial likelihood of the number of acts.
        share_weight: power of the beta-binomial likelihood of their share in all acts of the pair; 0: not used.
        share_slope: change of the share's log-odds with one unit of the level.
        share_spread: intraclass correlation of the acts of a week, in (0, 1).
        spread_prior, spread_acts: 1/size of the negative binomial expected of a pair, and how much that counts,
            in squared acts.
        least_rate: lowest norm, in acts a week.
        rounds: of estimating levels and norm in turn.
    """

    rate_weight: float = 1.0
    share_weight: float = 0.0
    share_slope: float = 0.7
    share_spread: float = 0.08
    spread_prior: float = 0.3
    spread_acts: float = 30.0
    least_rate: float = 0.02
    rounds: int = 5


def log_likelihood(
    acts: NDArray[np.float64],
    others: NDArray[np.float64],
    exposure: NDArray[np.float64],
    covered: NDArray[np.bool_],
    levels: LevelModel,
    model: CountModel,
) -> NDArray[np.float64]:
    """Log-likelihood of every week's counts at every level, at the norm that suits the whole course best.

    At level u the number of acts is negative binomial with mean r e^u x (r the norm's rate, x the exposure) and
    size s x, s from the pair's week-to-week variation; their share in all acts is beta-binomial with log-odds
    l + slope u (l the norm's). Each counts with its power: a composite likelihood. Weeks that were not covered say
    nothing. Norm and levels are estimated in turn, the norm from the weeks that are likely near it.

    Args:
        acts: (n_pairs, n_weeks), the acts whose level is sought.
        others: (n_pairs, n_weeks), the pair's other acts that share in the total.
        exposure: (n_pairs, n_weeks), around 1.
        covered: (n_weeks,).
        levels: grid and moves.
        model: powers and spreads.

    Returns:
        (n_pairs, n_weeks, n_levels); 0 in weeks that were not covered.

    Source:
        Own composition; Varin, Reid and Firth (2011), Statistica Sinica 21(1), on composite likelihoods.
    """
    grid = levels.grid()
    moves, first = levels.moves()
    size = 1.0 / _excess(acts, model)
    total = acts + others
    near = np.full(acts.shape, 0.6)
    rate = np.maximum(0.6 * acts.mean(axis=1), model.least_rate)
    share = np.clip((0.6 * acts.sum(axis=1) + 0.5) / (total.sum(axis=1) + 2), 0.02, 0.9)
    told = np.zeros((*acts.shape, len(grid)))
    for final in (*[False] * model.rounds, True):
        told = model.rate_weight * _rate_term(acts, rate[:, None] * exposure, size[:, None] * exposure, grid)
        if model.share_weight:
            told += model.share_weight * _share_term(acts, total, share, grid, model)
        told[:, ~covered] = 0.0
        if final:
            break
        near = smooth_levels(told, moves, first)[:, :, int(np.argmin(np.abs(grid)))] * covered
        prior = 0.5 / np.maximum(rate, 1e-3)
        rate = ((near * acts).sum(axis=1) + 0.5) / ((near * exposure).sum(axis=1) + prior)
        rate = np.maximum(rate, model.least_rate)
        share = np.clip(((near * acts).sum(axis=1) + share) / ((near * total).sum(axis=1) + 1), 0.01, 0.95)
    return told


def _excess(acts: NDArray[np.float64], model: CountModel) -> NDArray[np.float64]:
    """(n_pairs,) 1/size: excess of half the squared change from week to week over the mean, by the mean squared.

    The largest 2 % of the excesses are left out: they are the turns that are sought.
    """
    mean = (acts[:, 1:] + acts[:, :-1]) / 2
    excess = (acts[:, 1:] - acts[:, :-1]) ** 2 / 2 - mean
    kept = np.argsort(excess, axis=1, kind="stable")[:, : int(0.98 * excess.shape[1])]
    above = np.take_along_axis(excess, kept, axis=1).sum(axis=1)
    squared = (np.take_along_axis(mean, kept, axis=1) ** 2).sum(axis=1)
    return np.clip((above + model.spread_prior * model.spread_acts) / (squared + model.spread_acts), 0.03, 3.0)


def _rate_term(
    acts: NDArray[np.float64], norm: NDArray[np.float64], size: NDArray[np.float64], grid: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Negative binomial, without the terms that no level changes."""
    mean = norm[:, :, None] * np.exp(grid)
    return acts[:, :, None] * np.log(mean / (size[:, :, None] + mean)) - size[:, :, None] * np.log1p(
        mean / size[:, :, None]
    )


def _share_term(
    acts: NDArray[np.float64],
    total: NDArray[np.float64],
    share: NDArray[np.float64],
    grid: NDArray[np.float64],
    model: CountModel,
) -> NDArray[np.float64]:
    """Beta-binomial, without the terms that no level changes; 0 in weeks without acts."""
    from scipy.special import betaln, expit, logit

    strength = (1 - model.share_spread) / model.share_spread
    at = expit(logit(share)[:, None] + model.share_slope * grid) * strength
    pair, week = np.nonzero(total)
    hits, misses = acts[pair, week, None], (total - acts)[pair, week, None]
    term = np.zeros((*acts.shape, len(grid)))
    term[pair, week] = betaln(hits + at[pair], misses + strength - at[pair]) - betaln(at, strength - at)[pair]
    return term
