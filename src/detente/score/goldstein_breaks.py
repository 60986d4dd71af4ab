"""A baseline for turning points: breaks of the mean of the monthly summed Goldstein score."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from detente.errors import SchemaError

PENALTY = 2.0  # times the logarithm of the number of months, for scores in standard deviations
LEAST_MONTHS = 2  # of a segment


def goldstein_breaks(
    scores: NDArray[np.float64], months: Sequence[date], penalty: float = PENALTY
) -> list[tuple[date, str]]:
    """Months at which the mean of the summed Goldstein score changes, warming where it rises.

    Exact segmentation that minimises Σ (x - mean of its segment)² + p ln(n) per break (PELT, every month looked at),
    x the sums in standard deviations of the whole series, n the number of months, p the penalty.

    Args:
        scores: (n_months,), sums of the Goldstein scores of a pair's events.
        months: first day of each month.
        penalty: p, no unit.

    Returns:
        (first day of the first month of the new segment, "warming" or "cooling"), by date; none of a constant series
        or of one shorter than four months.

    Raises:
        SchemaError: if there are not as many months as scores.

    Source:
        Killick, Fearnhead and Eckley (2012), Journal of the American Statistical Association 107(500).
    """
    if scores.shape != (len(months),):
        raise SchemaError(f"Scores of shape {scores.shape} for {len(months)} months; give one sum a month.")
    spread = float(scores.std()) if len(scores) else 0.0
    if len(scores) < 2 * LEAST_MONTHS or not spread:
        return []
    from ruptures import Pelt

    search = Pelt(model="l2", min_size=LEAST_MONTHS, jump=1).fit((scores / spread)[:, None])
    breaks = search.predict(pen=penalty * float(np.log(len(scores))))[:-1]
    means = [float(part.mean()) for part in np.split(scores, breaks)]
    rises = [after > before for before, after in pairwise(means)]
    return [(months[at], "warming" if rises[i] else "cooling") for i, at in enumerate(breaks)]
