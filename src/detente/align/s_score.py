"""S: how near two portfolios are, relative to how far apart they could be."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from detente.errors import SchemaError


def s_score(
    one: NDArray[np.float64], other: NDArray[np.float64], low: float, high: float, weights: NDArray[np.float64] | None
) -> float:
    """Signorino and Ritter's S.

    S = 1 - 2 sum_k w_k |x_k - y_k| / ((high - low) sum_k w_k).

    Args:
        one, other: (n_partners,); levels x and y, in [low, high].
        low, high: ends of the scale.
        weights: (n_partners,); w ≥ 0, such as shares of capabilities; None: equal.

    Returns:
        In [-1, 1], no unit: 1 the same portfolio, -1 as far apart as the scale allows. Not corrected for chance.

    Raises:
        SchemaError: if the scale has no width or the weights sum to 0.

    Source:
        Signorino and Ritter (1999), International Studies Quarterly 43(1), equations for S with absolute distances.
    """
    shares = np.ones(len(one)) if weights is None else weights
    if not high > low or not shares.sum() > 0:
        raise SchemaError("S needs a scale of some width and weights that sum to more than 0; give both.")
    return float(1 - 2 * (shares * np.abs(one - other)).sum() / ((high - low) * shares.sum()))
