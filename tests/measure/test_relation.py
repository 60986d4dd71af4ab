"""Estimates of a relation: what they are out of, what is missing, and that talk alone moves no tension."""

from datetime import date

import numpy as np
import pytest
from made_histories import made_days, series_of

from detente.measure.relation import MEASURES, estimate_relations, estimate_share

STARTS, ENDS = date(2010, 9, 1), date(2010, 12, 1)
GAP = date(2009, 5, 1), date(2009, 7, 1)


@pytest.fixture(scope="module")
def quarrel():
    days = made_days(weeks=180, changes=[(STARTS, ENDS, 6.0, 36.0), (*GAP, 0, 0, 0)])
    series = series_of(days, period="month")
    return series, estimate_relations(series)


def within(series, first, last):
    return np.array([first <= start < last for start in series.starts])


def test_intervals_are_nested_around_the_mean_and_shares_are_shares(quarrel):
    _, estimates = quarrel
    assert tuple(estimates) == MEASURES
    for name, one in estimates.items():
        told = ~np.isnan(one.mean)
        ends = np.stack([getattr(one, field)[told] for field in ("low90", "low50", "high50", "high90")])
        assert (np.diff(ends, axis=0) > 0).all()
        assert (ends > 0).all()
        if name in ("tension", "material_tension"):
            assert (ends < 1).all()


def test_months_that_were_not_covered_have_no_estimate(quarrel):
    series, estimates = quarrel
    gap = within(series, *GAP)
    assert gap.sum() == 2
    for one in estimates.values():
        for values in (one.mean, one.low90, one.high90):
            assert np.isnan(values[0]).tolist() == gap.tolist()


def test_a_quarrel_raises_tension_though_talks_grow_too_and_attention_tells_the_growth(quarrel):
    series, estimates = quarrel
    inside, outside = within(series, STARTS, ENDS), within(series, date(2010, 1, 1), date(2010, 8, 1))
    tension, attention = estimates["tension"], estimates["attention"]
    assert tension.low90[0, inside].mean() > tension.high90[0, outside].mean()
    # 0.8 of 4.8 acts are hostile as drawn, and 28.8 of 52.8 in the quarrel
    assert tension.mean[0, outside].mean() == pytest.approx(0.8 / 4.8, abs=0.05)
    assert tension.mean[0, inside].mean() == pytest.approx(28.8 / 52.8, abs=0.05)
    assert estimates["cooperation"].mean[0, inside].mean() > 3 * estimates["cooperation"].mean[0, outside].mean()
    assert attention.mean[0, inside].mean() > 4
    assert attention.mean[0, outside].mean() == pytest.approx(0.75, abs=0.25)  # a little under the pair's mean


def test_a_period_with_one_act_says_little_and_one_with_many_says_much():
    total = np.array([[1.0, 1.0, 100.0, 1.0, 1.0] * 8])
    hostile = total * np.repeat([0.0, 1.0, 0.0, 1.0, 1.0, 0.0, 1.0, 0.0], 5)  # turns about, so that periods differ
    found = estimate_share(hostile, total, np.ones(40, dtype=bool))
    width = (found.high90 - found.low90)[0]
    assert width[2::5].max() < width[::5].min()


def test_a_pair_without_acts_has_the_estimate_of_pairs_in_general():
    total = np.vstack([np.full((3, 30), 20.0), np.zeros((1, 30))])
    share = np.array([0.2, 0.3, 0.4, 0.0])[:, None]
    found = estimate_share(total * share, total, np.ones(30, dtype=bool))
    assert np.ptp(found.mean[3]) < 1e-6  # nothing tells one period from another
    assert found.mean[3, 0] == pytest.approx(0.3, abs=0.05)
    assert (found.high90 - found.low90)[3].min() > 2 * (found.high90 - found.low90)[:3].max()


def test_pairs_that_never_quarrel_do_not_flatten_the_quarrel_of_another():
    total = np.full((4, 16), 500.0)
    total[3] = [46, 62, 62, 55, 69, 65, 51, 68, 69, 59, 86, 121, 60, 64, 53, 52]
    hostile = np.zeros((4, 16))
    hostile[3] = [13, 10, 9, 9, 14, 10, 8, 17, 11, 10, 32, 54, 12, 11, 8, 8]  # 45 % in the twelfth period, else 16
    found = estimate_share(hostile, total, np.ones(16, dtype=bool))
    assert found.mean[3, 11] > 0.35
    assert found.mean[3, 5] < 0.22
    assert found.mean[:3].max() < 0.005
