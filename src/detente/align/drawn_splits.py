"""Good splits of many small networks of the same actors at once: one for every draw of a bootstrap."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

N_STARTS = 32


def drawn_splits(costs: NDArray[np.floating], hint: NDArray[np.int8], seed: int = 0) -> NDArray[np.int8]:
    """Two sides for each network: the best of 32 steepest descents, without proof.

    Every start moves the actor whose move frees most weight until no move frees any. One start is the hint, the others
    are random and the same for all networks. Sides are those of the largest connected part; its orientation is free.

    Args:
        costs: (n_draws, n, n); sign times weight; symmetric, zero diagonals.
        hint: (n,); -1, 0 or +1.
        seed: of the starts.

    Returns:
        (n_draws, n); -1 or +1; 0 outside the largest connected part.
    """
    n_draws, n, _ = costs.shape
    if not n_draws:
        return np.zeros((0, n), dtype=np.int8)
    starts: Any = np.random.default_rng(seed).choice(np.array([-1.0, 1.0]), size=(N_STARTS, n))
    starts[0] = np.where(hint == 0, 1, hint)
    sides: Any = np.broadcast_to(starts, (n_draws, N_STARTS, n)).copy()
    least = 1e-5 * max(float(np.abs(costs).max(initial=0.0)), 1e-300)
    pulls: Any = sides * (sides @ costs)  # weight that holds each actor where it is, less what draws it away
    while (moving := pulls.min(axis=2) < -least).any():
        draw, start = np.nonzero(moving)
        actor = pulls[draw, start].argmin(axis=1)
        sides[draw, start, actor] *= -1
        pulls = sides * (sides @ costs)
    best = pulls.sum(axis=2).argmax(axis=1)
    found: Any = sides[np.arange(n_draws), best].astype(np.int8)
    return np.where(_largest_parts(costs), found, 0).astype(np.int8)


def largest_part(costs: NDArray[np.floating]) -> NDArray[np.bool_]:
    """(n,) who belongs to the largest connected part of one network; of equal ones to that of the first actor."""
    from scipy.sparse.csgraph import connected_components

    _, part = connected_components(costs != 0, directed=False)
    sizes = np.bincount(part)
    return np.asarray((part == sizes.argmax()) & (sizes.max() > 1))


def _largest_parts(costs: NDArray[np.floating]) -> NDArray[np.bool_]:
    return np.array([largest_part(one) for one in costs])
