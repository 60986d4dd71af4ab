"""Measures of similarity know sameness, opposition, chance and their own degenerate cases."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import kendalltau

from detente.align.agreement import agreement
from detente.align.s_score import s_score
from detente.align.similarity import similarities
from detente.align.tau_b import tau_b
from detente.errors import SchemaError
from detente.schema.portfolios import Portfolios

LEVELS = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=2, max_size=12)


def columns(levels):
    return np.array(levels, dtype=float).T


@given(LEVELS)
def test_sameness_is_one_and_order_of_the_two_does_not_count(levels):
    one, other = columns(levels)
    assert s_score(one, one, 0, 3, None) == 1
    assert s_score(one, other, 0, 3, None) == s_score(other, one, 0, 3, None)
    for distance in ("nominal", "linear", "quadratic"):
        ours, theirs = agreement(one, other, distance), agreement(other, one, distance)
        assert (ours.kappa, ours.pi) == pytest.approx((theirs.kappa, theirs.pi), nan_ok=True)
        itself = agreement(one, one, distance)
        assert np.isnan(itself.kappa) if len(set(one)) == 1 else itself.kappa == pytest.approx(1)


@given(LEVELS)
def test_equal_weights_are_no_weights(levels):
    one, other = columns(levels)
    twos = np.full(len(one), 2.0)
    assert s_score(one, other, 0, 3, twos) == pytest.approx(s_score(one, other, 0, 3, None))
    plain, weighted = agreement(one, other, "linear"), agreement(one, other, "linear", twos)
    assert (weighted.kappa, weighted.pi) == pytest.approx((plain.kappa, plain.pi), nan_ok=True)


@given(LEVELS)
def test_tau_b_is_that_of_scipy(levels):
    one, other = columns(levels)
    assert tau_b(one, other) == pytest.approx(kendalltau(one, other).statistic, nan_ok=True)


def test_the_greatest_distance_is_minus_one():
    assert s_score(np.array([0.0, 3.0]), np.array([3.0, 0.0]), 0, 3, None) == -1


def test_strangers_to_nearly_everyone_are_alike_by_s_and_not_by_kappa():
    """Two states with one ally each, not the same, among 50: S sees 48 agreements, kappa those that chance brings."""
    one, other = np.zeros(50), np.zeros(50)
    one[0], other[1] = 3, 3
    assert s_score(one, other, 0, 3, None) == pytest.approx(0.92)  # 1 - 2 * 6 / 150
    assert agreement(one, other, "quadratic").kappa == pytest.approx(-1 / 49)  # D = 18/50, chance 9 * 98/2500


def test_portfolios_of_one_level_have_no_chance_to_differ():
    same = np.zeros(4)
    found = agreement(same, same, "linear")
    assert np.isnan([found.kappa, found.pi, tau_b(same, np.arange(4.0))]).all()
    assert s_score(same, same, 0, 3, None) == 1


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (
            lambda: Portfolios(("A", "B"), ("X",), [[1, 1]], None, 1, 1),
            "All levels are 1, so that nothing can be compared; give the ends of the scale, as 0-3.",
        ),
        (
            lambda: Portfolios(("A", "B"), ("X",), [[1, 4]], None, 0, 3),
            "Level 4 of B with X is not on the scale 0 to 3; correct the level or the scale.",
        ),
        (
            lambda: Portfolios(("A", "B"), ("X",), [[1, 2]], [0.0], 0, 3),
            "Weights of partners must be numbers of at least 0, one for each, not all 0; correct them.",
        ),
        (
            lambda: similarities(Portfolios(("A", "B"), ("X",), [[1, 2]], None, 0, 3), [("A", "C")]),
            "No state 'C'; choose among A, B.",
        ),
        (
            lambda: similarities(Portfolios(("A", "B"), ("X",), [[1, 2]], None, 0, 3), [("A", "a")]),
            "A is compared with itself; name two states.",
        ),
        (
            lambda: similarities(Portfolios(("A",), ("X",), [[1]], None, 0, 3)),
            "A is alone; give the portfolios of two states at least.",
        ),
    ],
)
def test_what_cannot_be_compared_is_refused_with_reason_and_remedy(call, message):
    with pytest.raises(SchemaError) as refused:
        call()
    assert str(refused.value) == message
