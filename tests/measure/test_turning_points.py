"""Turning points on made histories: what is found, dated and named, and what is none."""

from dataclasses import asdict, replace
from datetime import date, timedelta

import pytest
from made_histories import PAIR, made_days, series_of, until

from detente.measure.pair_counts import PAIR_COUNTS
from detente.measure.series import pair_series
from detente.measure.turning_points import turning_points
from detente.measure.turning_rule import COOLING, KINDS, TurningRule

STARTS, ENDS = date(2010, 9, 8), date(2010, 11, 17)  # of the quarrel that is written into the histories


def turns(days, rule=None):
    return turning_points(series_of(days), days, rule)


def near(turn, day, within):
    return abs((turn.date - day).days) <= within


@pytest.mark.parametrize("seed", [1, 3])
def test_a_quarrel_is_found_on_its_day_with_its_return(seed):
    quarrel, back = turns(made_days(changes=[(STARTS, ENDS, 1.0, 8.0)], seed=seed))
    assert (quarrel.a, quarrel.b, quarrel.direction, quarrel.kind) == (*PAIR, "cooling", "quarrel")
    assert near(quarrel, STARTS, 3)
    assert (back.direction, back.kind) == ("warming", "return")
    assert near(back, ENDS, 7)
    assert quarrel.size > 2  # conflict is eight times as frequent: odds of 2^3 were drawn
    assert back.size < -2
    for turn in (quarrel, back):
        assert turn.date_low <= turn.date <= turn.date_high
        assert 0.55 <= turn.probability <= 1
    assert quarrel.tension_before < 0.4 < 0.5 < quarrel.tension_after
    assert quarrel.conflict_after == pytest.approx(0.8 * 8, rel=0.4)  # acts a week, as drawn
    assert quarrel.cooperation_before == pytest.approx(4.0, rel=0.4)


@pytest.mark.parametrize("seed", [1, 3])
def test_a_quarrel_buried_in_a_flood_of_talks_is_no_warming(seed):
    quarrel, back = turns(made_days(changes=[(STARTS, ENDS, 4.0, 12.0)], seed=seed))
    assert (quarrel.direction, back.direction, back.kind) == ("cooling", "warming", "return")
    assert near(quarrel, STARTS, 7)
    assert near(back, ENDS, 7)  # and nothing else: the flood itself is called no warming


def test_a_rise_of_everything_told_is_no_turn():
    assert turns(made_days(changes=[(STARTS, ENDS, 8.0, 8.0, 8.0)])) == []


@pytest.mark.parametrize("seed", [2, 3])
def test_a_rise_of_both_sides_of_one_pair_is_no_turn_and_neither_is_its_end(seed):
    assert turns(made_days(changes=[(STARTS, ENDS, 6.0, 6.0)], seed=seed)) == []


def test_a_return_from_a_quarrel_stays_though_attention_came_between():
    talks, end = date(2011, 1, 5), date(2011, 4, 1)
    days = made_days(cooperation=5.0, changes=[(STARTS, end, 1.0, 5.0), (talks, end, 12.0, 3.0)], seed=1)
    quarrel, back = turns(days)  # conflict triples again in January, amid twelve times the talk: that is none
    assert (quarrel.kind, back.kind) == ("quarrel", "return")
    assert near(quarrel, STARTS, 7)
    assert near(back, end, 7)


def test_a_summit_of_one_week_is_no_turn():
    assert turns(made_days(changes=[(date(2010, 9, 6), date(2010, 9, 13), 8.0, 1.0)])) == []


def test_months_of_talks_without_quarrel_are_an_opening():
    (opening,) = turns(made_days(changes=[(STARTS, ENDS, 6.0, 1.0)]))
    assert (opening.direction, opening.kind) == ("warming", "opening")
    assert near(opening, STARTS, 7)


def test_the_end_of_long_hostility_is_a_warming():
    (warming,) = turns(made_days(conflict=3.0, changes=[(STARTS, date(2030, 1, 1), 3.0, 0.2)]))
    assert warming.direction == "warming"
    assert near(warming, STARTS, 7)
    assert warming.size < -2


def test_steady_acts_have_no_turn():
    assert turns(made_days()) == []


def test_a_gap_of_the_source_is_no_return():
    days = made_days(changes=[(date(2010, 5, 3), date(2010, 7, 5), 0.0, 0.0, 0.0)])
    assert not series_of(days).covered.all()
    assert turns(days) == []


@pytest.mark.parametrize("after", [timedelta(days=5), timedelta(weeks=4), timedelta(weeks=20)])
def test_what_comes_later_changes_nothing_of_what_was_said_as_of_a_day(after):
    last = STARTS + after
    days = made_days(changes=[(STARTS, ENDS, 1.0, 8.0)])
    other = made_days(changes=[(STARTS, min(ENDS, last), 1.0, 8.0), (last, date(2030, 1, 1), 0.2, 30.0)])
    assert repr(turns(until(days, last))) == repr(turns(until(other, last)))
    assert turns(other) != turns(until(other, last))  # the later acts would have had a say


def test_a_quarrel_is_known_soon_after_it_begins():
    days = made_days(changes=[(STARTS, ENDS, 1.0, 8.0)])
    (known,) = turns(until(days, STARTS + timedelta(weeks=3)))
    assert (known.direction, near(known, STARTS, 3)) == ("cooling", True)


def test_the_same_input_gives_the_same_turns_whoever_else_is_there():
    days = made_days(changes=[(STARTS, ENDS, 1.0, 8.0)])
    alone = turns(days)
    assert repr(turns(days)) == repr(alone)
    amid = turning_points(series_of(days, None), days)
    assert [asdict(turn) for turn in amid if (turn.a, turn.b) == PAIR] == [asdict(turn) for turn in alone]


def test_too_few_acts_and_too_short_a_time_have_no_turn():
    short = until(made_days(changes=[(date(2008, 4, 1), date(2009, 1, 1), 1.0, 20.0)]), date(2008, 6, 30))
    assert len(series_of(short).starts) == 25
    assert turns(short) == []
    few = made_days(cooperation=0.0, conflict=0.01)
    assert series_of(few).conflict.sum() < 10
    assert turns(few) == []
    empty = PAIR_COUNTS.empty_table()
    assert turning_points(pair_series(empty, "week"), empty) == []


def test_a_stricter_rule_finds_fewer_turns():
    days = made_days(changes=[(STARTS, ENDS, 6.0, 1.0)])  # an opening that most courses show, not all
    (usual,) = turns(days)
    assert 0.55 <= usual.probability < 0.95
    assert turns(days, replace(TurningRule(), probability=0.95)) == []


def test_every_kind_is_of_one_direction():
    assert set(COOLING) < set(KINDS)
