"""The energy of every two-camp configuration, and where each comes to rest."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from detente.errors import SchemaError

MAX_ACTORS = 22  # 2^21 configurations: 17 MB of energies


@dataclass(frozen=True, slots=True, eq=False)
class Rests:
    """Where configurations come to rest by steepest single moves.

    Attributes:
        minima: (n_minima,); numbers of the local minima, rising.
        strict: (n_minima,); whether every single move raises the energy.
        basins: (n_minima,); configurations that come to rest at each.
        rests_at: (n_configurations,); number of the minimum that each leads to.
    """

    minima: NDArray[np.int64]
    strict: NDArray[np.bool_]
    basins: NDArray[np.int64]
    rests_at: NDArray[np.int32]


def energies(weights: NDArray[np.float64]) -> NDArray[np.float64]:
    """Energy of every configuration of n members in two camps, the first always on side 0.

    E(X) = sum_{i ≠ j} w_ij d_ij(X), both orders of a pair counted; d_ij = 1 when i and j are in different camps,
    else 0. Built by doubling: member k joins either camp of every configuration of those before it.

    Args:
        weights: (n, n); s_i s_j p_ij; symmetric, diagonal 0.

    Returns:
        (2^(n - 1),) by number; bit k of the number is the side of member k + 1. The number 0, all together, is 0.0.

    Raises:
        SchemaError: if there are more than MAX_ACTORS members.

    Source:
        Axelrod and Bennett (1993), British Journal of Political Science 23(2).
    """
    n = len(weights)
    if n > MAX_ACTORS:
        raise SchemaError(f"{n} actors have 2^{n - 1} configurations; enumerate at most {MAX_ACTORS} actors.")
    total = np.zeros(1)
    for k in range(1, n):
        across = subset_sums(weights[k, 1:k])  # weight to those on side 1
        total = np.concatenate([total + across, total + (weights[k, :k].sum() - across)])
    return 2.0 * total


def subset_sums(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """(2^n,) sums of `values` (n,) over the bits set in each number."""
    sums = np.zeros(1)
    for value in values.tolist():
        sums = np.concatenate([sums, sums + value])
    return sums


def members_side(numbers: NDArray[np.int32], member: int) -> NDArray[np.bool_]:
    """Whether a member is on side 1, by configuration; that of the first never is."""
    return (numbers >> (member - 1) & 1).astype(bool) if member else np.zeros(len(numbers), dtype=bool)


def size_slopes(pulls: NDArray[np.float64], member: int, numbers: NDArray[np.int32]) -> NDArray[np.float64]:
    """Energy by unit of a member's size, of every configuration: 2 sum_j s_j p_ij d_ij.

    Args:
        pulls: (n,); s_j p_ij, 0 for the member itself.
        member: its position i.
        numbers: (2^(n - 1),); 0, 1, 2 … in order.
    """
    on_one = subset_sums(pulls[1:])
    return 2.0 * np.where(members_side(numbers, member), pulls.sum() - on_one, on_one)


def come_to_rest(heights: NDArray[np.float64], tolerance: float) -> Rests:
    """Local minima and basins.

    A configuration is a local minimum when no single member's change of camp lowers the energy by more than
    `tolerance`; equal neighbours leave it one. Others go to their lowest neighbour, of equal ones to that which
    moves the first member. Moving the first member is moving all others: camps have no names.

    Args:
        heights: (2^(n - 1),); energies by number.
        tolerance: difference of energy that is none, ≥ 0.
    """
    n_bits = len(heights).bit_length() - 1
    lowest = heights[::-1].copy()
    mask = np.full(len(heights), len(heights) - 1, dtype=np.int32)  # what a move changes of the number
    for bit in range(n_bits):
        moved = heights.reshape(-1, 2, 1 << bit)[:, ::-1, :].reshape(-1)
        lower = moved < lowest - tolerance
        np.copyto(lowest, moved, where=lower)
        mask[lower] = 1 << bit
    stays = lowest >= heights - tolerance
    mask[stays] = 0
    rests_at = np.arange(len(heights), dtype=np.int32) ^ mask
    while True:  # each round doubles the moves that are behind every configuration
        further = rests_at[rests_at]
        if np.array_equal(further, rests_at):
            break
        rests_at = further
    minima = np.flatnonzero(stays)
    basins = np.bincount(rests_at, minlength=len(heights))[minima]
    return Rests(minima, lowest[minima] > heights[minima] + tolerance, basins, rests_at)
