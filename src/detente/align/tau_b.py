"""Kendall's tau-b of two portfolios."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def tau_b(one: NDArray[np.float64], other: NDArray[np.float64]) -> float:
    """Rank correlation of two portfolios with ties, over all pairs of partners.

    tau_b = (C - D) / sqrt((P - T_x) (P - T_y)); P = n (n - 1) / 2 pairs of partners, C of them ordered the same way
    by both portfolios and D the opposite way, T_x and T_y of one level in the one and in the other.

    Args:
        one, other: (n_partners,); levels.

    Returns:
        In [-1, 1], no unit; NaN where a portfolio is one level throughout. It knows no weights.

    Source:
        Kendall (1945), Biometrika 33(3); as a measure of alliance portfolios Bueno de Mesquita (1975), Journal of
        Conflict Resolution 19(2).
    """
    x, y = np.sign(one[:, None] - one[None, :]), np.sign(other[:, None] - other[None, :])
    spread = float(np.sqrt((x * x).sum()) * np.sqrt((y * y).sum()))
    return float((x * y).sum()) / spread if spread else float("nan")
