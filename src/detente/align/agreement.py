"""Agreement of two portfolios beyond chance: Cohen's kappa and Scott's pi, with any disagreement."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

POWERS = {"nominal": 0, "linear": 1, "quadratic": 2}


@dataclass(frozen=True, slots=True)
class Agreement:
    """Chance-corrected agreement, 1 - D / D_chance, each at most 1; NaN where both portfolios are one same level.

    Attributes:
        kappa: chance as two portfolios of their own levels each would have it (Cohen).
        pi: chance as two portfolios of the levels of both, pooled, would have it (Scott).
    """

    kappa: float
    pi: float


def agreement(
    one: NDArray[np.float64],
    other: NDArray[np.float64],
    distance: str,
    weights: NDArray[np.float64] | None = None,
) -> Agreement:
    """Cohen's kappa and Scott's pi with weighted disagreement.

    D = sum_k w_k d(x_k, y_k) / sum_k w_k. Chance: D_kappa = sum_kl w_k w_l d(x_k, y_l) / (sum w)^2; D_pi the same
    over the pooled levels of both. kappa = 1 - D / D_kappa, pi = 1 - D / D_pi. d(x, y) is 0 for x = y and else 1
    (nominal), |x - y| (linear) or (x - y)^2 (quadratic); its scale cancels.

    Args:
        one, other: (n_partners,); levels x and y.
        distance: nominal, linear or quadratic.
        weights: (n_partners,); w ≥ 0, in sum > 0; None: equal.

    Returns:
        1: the same; 0: as chance has it; below 0: less. NaN where D_chance is 0.

    Raises:
        KeyError: if `distance` is none of the three.

    Source:
        Cohen (1968), Psychological Bulletin 70(4); Scott (1955), Public Opinion Quarterly 19(3); for portfolios of
        states Häge (2011), Political Analysis 19(3).
    """
    power = POWERS[distance]
    shares = np.ones(len(one)) if weights is None else weights
    shares = shares / shares.sum()
    apart = _distance(one[:, None] - other[None, :], power)
    pooled, half = np.concatenate([one, other]), np.concatenate([shares, shares]) / 2
    among = _distance(pooled[:, None] - pooled[None, :], power)
    found = float(shares @ _distance(one - other, power))
    return Agreement(_beyond(found, float(shares @ apart @ shares)), _beyond(found, float(half @ among @ half)))


def _distance(difference: NDArray[np.float64], power: int) -> NDArray[np.float64]:
    return np.abs(difference) ** power if power else (difference != 0).astype(np.float64)


def _beyond(found: float, chance: float) -> float:
    return 1 - found / chance if chance > 0 else float("nan")
