"""What parts a group and how much threat a pair needs, against every split counted by hand-written loops."""

from itertools import combinations, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.align.breaking import breaking
from detente.align.common_threat import common_threat
from detente.errors import SchemaError
from detente.schema.propensities import Propensities

WEIGHTS = st.integers(-10, 10).map(lambda tenth: tenth / 10)


def network(values, n):
    matrix = np.zeros((n, n))
    for (i, j), value in zip(combinations(range(n), 2), values, strict=True):
        matrix[i, j] = matrix[j, i] = value
    return Propensities(tuple("ABCDEF"[:n]), matrix, np.ones(n), (-1.0, 1.0))


def lead(matrix, group):
    """Tie weight by which the best split that parts the group is worse than the best that does not."""
    n = len(matrix)
    best = {True: np.inf, False: np.inf}
    for rest in product((0, 1), repeat=n - 1):
        sides = (0, *rest)
        cost = sum(matrix[i, j] for i, j in combinations(range(n), 2) if sides[i] != sides[j])
        kept = len({sides[i] for i in group}) == 1
        best[kept] = min(best[kept], cost)
    return best[False] - best[True]


def changed(matrix, i, j, value):
    other = matrix.copy()
    other[i, j] = other[j, i] = value
    return other


@settings(max_examples=40, deadline=None)
@given(st.lists(WEIGHTS, min_size=10, max_size=10), st.integers(2, 4))
def test_a_group_parts_where_every_split_says_so(values, size):
    known = network(values, 5)
    group = range(size)
    found = breaking(known, known.actors[:size])
    assert found.margin == pytest.approx(lead(known.matrix, group), abs=1e-9)
    assert sum(weight for _, _, weight in found.costs) == pytest.approx(found.margin, abs=1e-9)
    if found.margin <= 1e-9:
        return
    for tie in found.ties:
        i, j = known.index(tie.a), known.index(tie.b)
        grid = np.linspace(-3, 3, 25)
        leads = {at: lead(changed(known.matrix, i, j, at), group) for at in grid.tolist()}
        if tie.breaks_at is None:
            assert min(leads.values()) > -1e-9
            continue
        assert lead(changed(known.matrix, i, j, tie.breaks_at), group) == pytest.approx(0, abs=1e-9)
        low, high = sorted((tie.value, tie.breaks_at))
        assert all(value > -1e-9 for at, value in leads.items() if low <= at <= high)


@settings(max_examples=40, deadline=None)
@given(st.lists(WEIGHTS, min_size=15, max_size=15))
def test_a_pair_parts_at_the_greatest_share_of_threat_that_every_split_says(values):
    known = network(values, 6)
    found = common_threat(known, "A", "B")
    foes = [known.index(foe) for foe in found.foes]
    assert foes == [k for k in range(2, 6) if known.matrix[0, k] < 0 and known.matrix[1, k] < 0]

    def ahead(factor):
        matrix = known.matrix.copy()
        for k in foes:
            for one in (0, 1):
                matrix[one, k] = matrix[k, one] = factor * known.matrix[one, k]
        return lead(matrix, (0, 1))

    if found.needed == 1.0:
        assert ahead(1.0) <= 1e-8
        return
    assert all(ahead(factor) > -1e-8 for factor in np.linspace(found.needed, 1, 12))
    if found.needed:
        assert ahead(found.needed) == pytest.approx(0, abs=1e-8)
        assert ahead(found.needed + 1e-4) > 0


def test_two_who_quarrel_are_held_by_their_common_foe_down_to_the_weight_of_the_quarrel():
    # A and B at -0.4, both at -1 with C: apart, one of them is with C at a cost of 1; together they bear 0.4.
    found = common_threat(network([-0.4, -1.0, -1.0], 3), "A", "B")
    assert found.foes == ("C",)
    assert found.total == 2.0
    assert found.needed == pytest.approx(0.4)
    assert found.own_without is None


def test_allies_who_hold_without_a_threat_need_it_once_their_own_tie_ends():
    # A and B at +0.5, C their foe at -1 each: without C the tie alone decides, at 0.
    found = common_threat(network([0.5, -1.0, -1.0], 3), "A", "B")
    assert found.needed == 0.0
    assert found.own_without == pytest.approx(0.0)
    assert found.holds.margin == pytest.approx(1.5)
    assert [tie.possible for tie in found.holds.ties] == [True, True, True]


def test_one_actor_is_no_group():
    with pytest.raises(SchemaError, match="A group of 1 cannot part; name two actors or more"):
        breaking(network([1.0, -1.0, -1.0], 3), ["A"])
