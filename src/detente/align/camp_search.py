"""A good partition of a signed graph into camps, without proof: relocation with tabu and restarts."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

N_STARTS = 8
STEPS_PER_NODE = 6
LEAST_STEPS = 200


def camp_search(costs: NDArray[np.float64], k: int, hint: NDArray[np.int64], seed: int = 0) -> NDArray[np.int64]:
    """Camps with little weight of friends apart and foes together; at least as good as the hint.

    Args:
        costs: (n, n); sign times weight; symmetric, zero diagonal.
        k: camps at most, ≥ 2.
        hint: (n,) a partition to begin one of the starts with, numbers below k.
        seed: of the other starts.

    Returns:
        (n,) numbers in [0, k).
    """
    n = len(costs)
    rng = np.random.default_rng(seed)
    if not n:
        return hint.copy()
    best, lowest = hint.copy(), np.inf
    for start in range(N_STARTS):
        camps: Any = hint.copy() if start == 0 else rng.integers(0, k, n)
        pull: Any = costs @ np.eye(k)[camps]  # (n, k): summed ties of each node to each camp
        nodes = np.arange(n)
        value = -float(pull[nodes, camps].sum()) / 2
        free_from: Any = np.zeros(n)
        if value < lowest:
            best, lowest = camps.copy(), value
        for step in range(max(LEAST_STEPS, STEPS_PER_NODE * n)):
            loss = pull[nodes, camps][:, None] - pull  # (n, k): change when the node moves there
            loss[nodes, camps] = np.inf
            loss[(free_from > step) & (value + loss.min(axis=1) >= lowest - 1e-9)] = np.inf
            node, camp = divmod(int(loss.argmin()), k)
            if not np.isfinite(loss[node, camp]):
                continue
            value += loss[node, camp]
            pull[:, camps[node]] -= costs[:, node]
            pull[:, camp] += costs[:, node]
            camps[node] = camp
            free_from[node] = step + 2 + n // 8 + rng.integers(0, 4)
            if value < lowest - 1e-9:
                best, lowest = camps.copy(), value
    return best
