"""Parts of a change add up, and equal acts have equal parts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.measure.contributions import contributions, tension

spans = st.dictionaries(st.tuples(st.sampled_from("abcd"), st.booleans()), st.integers(0, 500), max_size=8)


def share(span):
    return tension(sum(n for (_, bad), n in span.items() if bad), sum(n for (_, bad), n in span.items() if not bad))


@given(spans, spans)
def test_parts_add_up_to_the_whole_change(before, after):
    parts = contributions(before, after)
    assert sum(part.change for part in parts.values()) == pytest.approx(share(after) - share(before), abs=1e-12)
    assert set(parts) == {*before, *after}


@given(spans, spans)
def test_more_conflict_raises_tension_and_more_cooperation_lowers_it(before, after):
    for (_, hostile), part in contributions(before, after).items():
        worse = (part.after - part.before) * (1 if hostile else -1)
        assert part.change * worse >= -1e-12
        assert (part.change == 0) == (worse == 0) or abs(part.change) < 1e-9


def test_tension_is_a_half_without_acts_and_a_share_with_many():
    assert tension(0, 0) == 0.5
    assert tension(1, 0) == 0.75  # 1.5 / 2
    assert tension(300, 100) == pytest.approx(0.75, abs=1e-3)


def test_splitting_a_group_splits_its_part_and_moves_no_other():
    whole = contributions({("talks", False): 9}, {("threats", True): 10, ("talks", False): 3})
    split = contributions({("talks", False): 9}, {("x", True): 4, ("y", True): 6, ("talks", False): 3})
    assert split["x", True].change == pytest.approx(0.4 * whole["threats", True].change)
    assert split["x", True].change + split["y", True].change == pytest.approx(whole["threats", True].change)
    assert split["talks", False].change == pytest.approx(whole["talks", False].change)


def test_one_act_of_conflict_after_nothing_has_the_whole_change():
    (part,) = contributions({}, {("threats", True): 1}).values()
    assert (part.before, part.after, part.change) == (0, 1, pytest.approx(0.25))  # from 1/2 to 3/4


def test_nothing_before_and_after_has_no_parts():
    assert contributions({}, {}) == {}
