"""The sign of a tie comes from a posterior; uncertain is neither zero nor absent."""

import numpy as np
import pytest

from detente.align.panel_ties import TieRule, panel_ties
from detente.errors import SettingsError


def test_sign_weight_and_what_is_uncertain():
    mean = np.array([[1.2816, -3.0, 0.5, 0.0, 9.0]])  # the first: just above the 90 % quantile of the normal
    told = np.array([[True, True, True, True, False]])
    found = panel_ties(mean, np.ones((1, 5)), told)
    assert found.sign.tolist() == [[-1, 1, 0, 0, 0]]
    assert found.uncertain.tolist() == [[False, False, True, True, False]]
    assert found.probability[0, :2] == pytest.approx([0.9, 0.00135], abs=1e-5)  # tables of the normal
    assert found.weight[0, :4] == pytest.approx([0.8, 0.9973, 0.382925, 0.0], abs=1e-4)
    assert np.isnan(found.probability[0, 4])
    assert np.isnan(found.weight[0, 4])


def test_at_one_half_every_tie_has_a_sign_but_one_that_leans_nowhere():
    found = panel_ties(np.array([[0.1, -0.1, 0.0]]), np.ones((1, 3)), np.ones((1, 3), dtype=bool), 0.5)
    assert found.sign.tolist() == [[-1, 1, 0]]
    assert found.uncertain.tolist() == [[False, False, True]]


def test_a_level_that_does_not_vary_is_no_evidence():
    found = panel_ties(np.array([[0.0]]), np.array([[0.0]]), np.array([[True]]))
    assert (found.probability.item(), found.uncertain.item()) == (0.5, True)


@pytest.mark.parametrize(
    ("options", "text"),
    [
        ({"norm": "foe"}, "There is no norm 'foe'; give one of world, dyad."),
        ({"certain": 1.0}, "A sign cannot be 1 certain; give a probability from 0.5 to below 1."),
        ({"reference": 19.0}, "The reference 19 is no share of conflict; give one between 0 and 1."),
        ({"norm": "dyad", "reference": 0.2}, "A reference is of the norm `world`; leave it out with `dyad`."),
    ],
)
def test_bad_rules_are_refused(options, text):
    with pytest.raises(SettingsError) as refused:
        TieRule(**options)
    assert str(refused.value) == text
