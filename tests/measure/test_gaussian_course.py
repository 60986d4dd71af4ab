"""The smoother against the multivariate normal written out."""

import numpy as np
import pytest

from detente.measure.gaussian_course import Wander, smooth


def dense(observed, precision, wander):
    """Mean and variance of the levels, of the own level, and log-density of what was observed, by matrix algebra."""
    n = len(observed)
    lag = np.abs(np.subtract.outer(np.arange(n), np.arange(n)))
    prior = wander.between**2 + wander.within**2 * wander.persistence**lag
    told = precision > 0
    noise = np.diag(1 / precision[told])
    whole = prior[np.ix_(told, told)] + noise
    error = observed[told] - wander.mean
    gain = np.linalg.solve(whole, prior[told]).T
    own = np.full(told.sum(), wander.between**2)
    density = -0.5 * (error @ np.linalg.solve(whole, error) + np.linalg.slogdet(2 * np.pi * whole)[1])
    return (
        wander.mean + gain @ error,
        np.diag(prior - gain @ prior[told]),
        wander.mean + own @ np.linalg.solve(whole, error),
        wander.between**2 - own @ np.linalg.solve(whole, own),
        density,
    )


@pytest.mark.parametrize(
    "wander",
    [
        Wander(-1.0, 0.8, 0.85, 0.5),
        Wander(0.3, 0.1, 0.0, 1.2),
        Wander(0.0, 1.0, 0.99, 0.3),
        Wander(0.5, 0.9, 0.9, 0.0),
        Wander(0.5, 0.0, 0.9, 0.7),
    ],
)
def test_it_is_the_multivariate_normal_with_gaps(wander):
    source = np.random.default_rng(3)
    observed = source.normal(-1, 1, (3, 7))
    precision = source.gamma(1.0, 2.0, (3, 7))
    precision[0, 2:5] = 0.0  # a gap
    precision[1, [0, 6]] = 0.0  # both ends
    found = smooth(observed, precision, wander)
    for i in range(3):
        mean, variance, own, own_variance, density = dense(observed[i], precision[i], wander)
        assert np.allclose(found.mean[i], mean, atol=1e-8)
        assert np.allclose(found.variance[i], variance, atol=1e-8)
        assert found.own_mean[i] == pytest.approx(own, abs=1e-8)
        assert found.own_variance[i] == pytest.approx(own_variance, abs=1e-8)
        assert found.evidence[i] == pytest.approx(density, abs=1e-8)


def test_where_nothing_was_observed_the_prior_stands():
    wander = Wander(-0.7, 0.6, 0.9, 0.4)
    found = smooth(np.full((1, 5), 9.0), np.zeros((1, 5)), wander)
    assert np.allclose(found.mean, -0.7)
    assert np.allclose(found.variance, 0.6**2 + 0.4**2)
    assert found.evidence.tolist() == [0.0]


def test_a_level_that_does_not_wander_is_one_number():
    found = smooth(np.array([[1.0, 3.0]]), np.ones((1, 2)), Wander(0.0, 1.0, 0.9, 0.0))
    # one normal observed twice with variance 1, prior N(0, 1): mean 4/3, variance 1/3
    assert np.allclose(found.mean, 4 / 3, atol=1e-6)
    assert np.allclose(found.variance, 1 / 3, atol=1e-6)
