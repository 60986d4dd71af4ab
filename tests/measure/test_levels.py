"""Hidden levels: posterior and samples against enumeration of every course of a tiny chain."""

from itertools import product

import numpy as np
import pytest

from detente.measure.levels import LevelModel, sample_levels, smooth_levels

MOVES = np.array([[0.8, 0.15, 0.05], [0.1, 0.7, 0.2], [0.3, 0.3, 0.4]])
FIRST = np.array([0.5, 0.3, 0.2])
TOLD = np.random.default_rng(5).normal(0, 1.5, (2, 4, 3))  # two pairs, four weeks, three levels


def every_course(told):
    """{course: probability given all weeks}, by brute force."""
    weights = {}
    for course in product(range(3), repeat=len(told)):
        weight = FIRST[course[0]] * np.exp(told[0, course[0]])
        for week in range(1, len(told)):
            weight *= MOVES[course[week - 1], course[week]] * np.exp(told[week, course[week]])
        weights[course] = weight
    total = sum(weights.values())
    return {course: weight / total for course, weight in weights.items()}


def test_the_posterior_of_every_week_is_that_of_all_courses_enumerated():
    smoothed = smooth_levels(TOLD, MOVES, FIRST)
    for pair in range(2):
        expected = np.zeros((4, 3))
        for course, probability in every_course(TOLD[pair]).items():
            expected[range(4), course] += probability
        assert np.allclose(smoothed[pair], expected, atol=1e-12)


def test_sampled_courses_come_as_often_as_their_probability():
    n = 20_000
    drawn = sample_levels(TOLD, MOVES, FIRST, np.random.default_rng(1).random((4, n)))
    for pair in range(2):
        found, times = np.unique(drawn[pair].T, axis=0, return_counts=True)
        share = {tuple(course): count / n for course, count in zip(found.tolist(), times.tolist(), strict=True)}
        for course, probability in every_course(TOLD[pair]).items():
            spread = (probability * (1 - probability) / n) ** 0.5
            assert abs(share.get(course, 0.0) - probability) < 5 * spread + 3 / n  # standard errors, and a rare draw


def test_a_draw_of_zero_or_almost_one_is_a_possible_level():
    for number in (0.0, 1 - 2**-53):
        drawn = sample_levels(TOLD, MOVES, FIRST, np.full((4, 1), number))
        assert drawn.min() >= 0
        assert drawn.max() <= 2


def test_likelihoods_far_below_zero_do_no_harm():
    far = TOLD - 5000.0
    assert np.allclose(smooth_levels(far, MOVES, FIRST), smooth_levels(TOLD, MOVES, FIRST))


@pytest.mark.parametrize("model", [LevelModel(), LevelModel(step=0.25, home=0.9)])
def test_a_level_moves_to_somewhere_and_mostly_stays(model):
    moves, first = model.moves()
    grid = model.grid()
    norm = grid.tolist().index(0.0)
    assert np.allclose(moves.sum(axis=1), 1)
    assert first.sum() == pytest.approx(1)
    assert moves[norm, norm] == pytest.approx(1 - model.leave_norm)
    assert np.allclose(np.diag(moves)[grid > 0], 1 - model.leave_high)
    assert np.allclose(np.diag(moves)[grid < 0], 1 - model.leave_low)
