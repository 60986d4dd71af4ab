"""Counts laid out over time: what is zero, what is missing, and how much of the world was told."""

from datetime import date, timedelta

import numpy as np
import pyarrow as pa

from detente.measure.pair_counts import PAIR_COUNTS
from detente.measure.series import pair_series


def counts(*rows):
    """Rows (a, b, day, side, n)."""
    return pa.Table.from_pylist([dict(zip(PAIR_COUNTS.names, row, strict=True)) for row in rows], PAIR_COUNTS)


def weeks(n, first=date(2010, 1, 4)):
    return [first + timedelta(weeks=i) for i in range(n)]


def test_a_pair_that_is_silent_while_others_speak_is_zero_not_missing():
    told = counts(*(("CHN", "USA", day, 1, 2) for day in weeks(4)), ("JPN", "KOR", weeks(4)[1], 4, 3))
    series = pair_series(told, "week")
    assert series.pairs == (("CHN", "USA"), ("JPN", "KOR"))
    assert series.conflict[1].tolist() == [0, 3, 0, 0]
    assert series.covered.tolist() == [True] * 4
    assert series.world.tolist() == [2, 5, 2, 2]


def test_a_week_in_which_nobody_is_told_of_is_missing_where_most_weeks_are_told():
    days = weeks(6)
    series = pair_series(counts(*(("CHN", "USA", day, 1, 1) for day in days[:3] + days[4:])), "week")
    assert series.covered.tolist() == [True, True, True, False, True, True]
    assert series.starts == tuple(days)


def test_where_less_than_half_of_the_periods_have_events_nothing_is_said_of_gaps():
    days = weeks(5)
    series = pair_series(counts(("CHN", "USA", days[0], 1, 1), ("CHN", "USA", days[4], 1, 1)), "week")
    assert series.covered.tolist() == [True] * 5


def test_exactly_half_of_the_periods_is_dense():
    days = weeks(4)
    series = pair_series(counts(("CHN", "USA", days[0], 1, 1), ("CHN", "USA", days[3], 1, 1)), "week")
    assert series.covered.tolist() == [True, False, False, True]


def test_sides_fall_into_cooperation_and_conflict_and_statements_into_neither():
    day = date(2010, 1, 1)
    series = pair_series(counts(*(("CHN", "USA", day, side, 10**side) for side in range(5))), "month")
    assert (series.cooperation.item(), series.conflict.item(), series.world.item()) == (110, 11000, 11111)


def test_a_pair_asked_for_that_never_acts_has_zeros_and_the_world_stays_whole():
    told = counts(("CHN", "USA", date(2010, 1, 1), 1, 2), ("CHN", "USA", date(2010, 2, 1), 3, 2))
    series = pair_series(told, "month", [("KOR", "PRK"), ("CHN", "USA")])
    assert series.pairs == (("CHN", "USA"), ("KOR", "PRK"))
    assert series.counts[1].sum() == 0
    assert series.world.tolist() == [2, 2]


def test_exposure_is_what_others_do_with_twenty_acts_of_ballast():
    told = counts(("CHN", "USA", date(2010, 1, 1), 1, 30), ("JPN", "KOR", date(2010, 1, 1), 1, 10),
                  ("JPN", "KOR", date(2010, 2, 1), 1, 40))  # fmt: skip
    series = pair_series(told, "month")
    # the world has 40 acts in both months: (40 - 30 + 20) / 60, 60 / 60; (40 - 10 + 20) / 60, 20 / 60
    assert np.allclose(series.exposure(), [[0.5, 1.0], [5 / 6, 1 / 3]])


def test_without_events_there_are_no_periods():
    series = pair_series(PAIR_COUNTS.empty_table(), "month")
    assert (series.pairs, series.starts, series.counts.shape) == ((), (), (0, 0, 5))
