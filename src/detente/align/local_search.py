"""A good split of a signed graph in a short time, without proof: tabu search from many starts at once."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

N_STARTS = 24
STEPS_PER_NODE = 6
LEAST_STEPS = 200


def local_search(
    costs: NDArray[np.float64],
    seed: int = 0,
    hint: NDArray[np.int8] | None = None,
    n_starts: int = N_STARTS,
    steps_per_node: float = STEPS_PER_NODE,
) -> NDArray[np.int8]:
    """Sides that leave little weight frustrated; the same seed gives the same sides.

    Every start flips, step after step, the node whose flip costs least, even when that is a loss, and does not flip
    it back for a while; the best split met anywhere is returned. The starts are random, but for the hint.

    Args:
        costs: (n, n); sign times weight; symmetric, zero diagonal.
        seed: of the random starts.
        hint: (n,); -1 or +1; one of the starts; the result is at least as good.
        n_starts: ≥ 1.
        steps_per_node: flips a start, divided by n.

    Returns:
        (n,); -1 or +1.

    Source:
        Glover (1989), ORSA Journal on Computing 1(3), for tabu search.
    """
    n = len(costs)
    rng = np.random.default_rng(seed)
    sides: Any = rng.choice(np.array([-1.0, 1.0]), size=(n_starts, n))
    if hint is not None:
        sides[0] = hint
    gains: Any = sides * (sides @ costs)  # (n_starts, n): change of frustration when the node flips, in weight
    values: Any = -gains.sum(axis=1) / 4  # frustration of each start but for a constant
    lowest, best = values.copy(), sides.copy()
    free_from: Any = np.zeros((n_starts, n))
    starts = np.arange(n_starts)
    tenure = max(2, n // 8)
    for step in range(max(LEAST_STEPS, int(steps_per_node * n))):
        allowed = (free_from <= step) | (values[:, None] + gains < lowest[:, None] - 1e-9)
        chosen = np.where(allowed, gains, np.inf).argmin(axis=1)
        change = gains[starts, chosen]
        flipped = sides[starts, chosen]
        gains -= 2 * flipped[:, None] * costs[chosen] * sides
        gains[starts, chosen] = -change
        sides[starts, chosen] = -flipped
        values += change
        free_from[starts, chosen] = step + 1 + tenure + rng.integers(0, 4, n_starts)
        better = values < lowest - 1e-9
        if better.any():
            lowest[better] = values[better]
            best[better] = sides[better]
    return best[lowest.argmin()].astype(np.int8)
