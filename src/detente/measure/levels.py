"""The level of a count as a hidden chain: near its norm most of the time, away from it for a while."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

ALMOST_ONE = 1.0 - 1e-9


@dataclass(frozen=True, slots=True)
class LevelModel:
    """How a level moves from week to week.

    Levels are natural logarithms of the rate over the norm's. A level away from the norm was reached by one jump
    whose target is the norm with probability `home`, else any level, by a normal density of spread `spread`.

    Attributes:
        lowest, highest, step: the grid of levels, 0 among them.
        leave_norm, leave_high, leave_low: probability a week of leaving the norm, a level above, a level below it.
        spread: of the targets, in natural logarithms.
        home: prior probability that a jump ends at the norm.
    """

    lowest: float = -2.0
    highest: float = 5.5
    step: float = 0.5
    leave_norm: float = 1 / 60
    leave_high: float = 1 / 8
    leave_low: float = 1 / 30
    spread: float = 1.6
    home: float = 0.4

    def grid(self) -> NDArray[np.float64]:
        """(n_levels,) levels, ascending."""
        steps = np.arange(round(self.lowest / self.step), round(self.highest / self.step) + 1)
        return steps.astype(np.float64) * self.step

    def moves(self) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """(n_levels, n_levels) probabilities from row to column in a week, and (n_levels,) those of the first week."""
        grid = self.grid()
        norm = int(np.argmin(np.abs(grid)))
        target = np.exp(-0.5 * (grid / self.spread) ** 2)
        target[norm] = 0.0
        target *= (1 - self.home) / target.sum()
        target[norm] = self.home
        leave = np.where(grid > 0, self.leave_high, self.leave_low)
        leave[norm] = self.leave_norm
        moves = np.tile(target, (len(grid), 1))
        np.fill_diagonal(moves, 0.0)
        moves *= (leave / moves.sum(axis=1))[:, None]
        np.fill_diagonal(moves, 1 - leave)
        first = target.copy()
        first[norm] = 1.5 * self.home
        return moves, first / first.sum()


def smooth_levels(
    log_likelihood: NDArray[np.float64], moves: NDArray[np.float64], first: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Posterior of the level of every week given all weeks, by the forward-backward recursions.

    Args:
        log_likelihood: (n_pairs, n_weeks, n_levels).
        moves: (n_levels, n_levels), rows sum to 1.
        first: (n_levels,), sums to 1.

    Returns:
        (n_pairs, n_weeks, n_levels), each week sums to 1.

    Source:
        Rabiner (1989), Proceedings of the IEEE 77(2).
    """
    likelihood = _scaled(log_likelihood)
    filtered = _filter(likelihood, moves, first)
    after = np.ones_like(filtered[:, 0])
    smoothed = filtered.copy()
    for week in range(likelihood.shape[1] - 2, -1, -1):
        after = (likelihood[:, week + 1] * after) @ moves.T
        after /= after.sum(axis=1, keepdims=True)
        smoothed[:, week] = filtered[:, week] * after
        smoothed[:, week] /= smoothed[:, week].sum(axis=1, keepdims=True)
    return smoothed


def sample_levels(
    log_likelihood: NDArray[np.float64],
    moves: NDArray[np.float64],
    first: NDArray[np.float64],
    uniforms: NDArray[np.float64],
) -> NDArray[np.int8]:
    """Whole courses of the level drawn from its posterior: filter forward, sample backward.

    Args:
        log_likelihood: (n_pairs, n_weeks, n_levels).
        moves, first: as for `smooth_levels`.
        uniforms: ([n_pairs,] n_weeks, n_samples) numbers in [0, 1); without pairs, the same for every pair.

    Returns:
        (n_pairs, n_weeks, n_samples) indices of levels.

    Source:
        Carter and Kohn (1994), Biometrika 81(3).
    """
    filtered = _filter(_scaled(log_likelihood), moves, first)
    n_pairs, n_weeks, _ = filtered.shape
    drawn = np.empty((n_pairs, n_weeks, uniforms.shape[-1]), dtype=np.int8)
    last = np.cumsum(filtered[:, -1], axis=1)
    draws = np.broadcast_to(uniforms, (n_pairs, n_weeks, uniforms.shape[-1])) * ALMOST_ONE
    drawn[:, -1] = (last[:, :, None] < draws[:, None, -1]).sum(axis=1)
    rows, into = np.arange(n_pairs)[:, None], np.ascontiguousarray(moves.T)[None]
    for week in range(n_weeks - 2, -1, -1):
        # (n_pairs, n_levels to, n_levels from): where each level of the next week may have come from
        reached = np.cumsum(filtered[:, week, None, :] * into, axis=2)
        mine = reached[rows, drawn[:, week + 1]]
        drawn[:, week] = (mine < draws[:, week, :, None] * mine[:, :, -1:]).sum(axis=2)
    return drawn


def _scaled(log_likelihood: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.exp(log_likelihood - log_likelihood.max(axis=2, keepdims=True))


def _filter(
    likelihood: NDArray[np.float64], moves: NDArray[np.float64], first: NDArray[np.float64]
) -> NDArray[np.float64]:
    filtered = np.empty_like(likelihood)
    ahead = np.broadcast_to(first, likelihood[:, 0].shape)
    for week in range(likelihood.shape[1]):
        joint = ahead * likelihood[:, week]
        filtered[:, week] = joint / joint.sum(axis=1, keepdims=True)
        ahead = filtered[:, week] @ moves
    return filtered
