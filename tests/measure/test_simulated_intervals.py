"""Intervals of a rate cover simulated truth as often as they say, where each pair's rate is constant.

Rates that wander, and shares, are not held to the three points here.
"""

import numpy as np
import pytest

from detente.measure.relation import estimate_rate

PAIRS, PERIODS = 1500, 60  # one truth a pair: the standard error of a coverage is 1.3 points
WITHIN = 0.03  # of nominal, the bar that the track states


@pytest.mark.parametrize("acts", [0.3, 1, 2, 10])
def test_intervals_of_a_constant_rate_cover_within_three_points(acts):
    rng = np.random.default_rng(1)
    rate = acts * np.exp(rng.normal(-0.5, 1, (PAIRS, 1)))  # a log-normal around 1
    told = rng.poisson(np.broadcast_to(rate, (PAIRS, PERIODS))).astype(float)
    estimate = estimate_rate(told, np.ones((PAIRS, PERIODS)), np.ones(PERIODS, dtype=bool))
    covered = [
        float(((rate >= low) & (rate <= high)).mean())
        for low, high in ((estimate.low50, estimate.high50), (estimate.low90, estimate.high90))
    ]
    assert covered == pytest.approx([0.5, 0.9], abs=WITHIN)
