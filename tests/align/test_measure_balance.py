"""The measures beside the frustration index: by hand, by counting, and against chance."""

from itertools import combinations, product

import networkx as nx
import numpy as np
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import detente
from detente.align.exact_split import exact_split
from detente.align.null_balance import shuffle_signs, swap_edges
from detente.align.signed_graph import signed_graph
from detente.align.signed_years import YearRule, signed_years
from detente.align.weak_balance import camp_frustration, weak_balance
from detente.errors import SchemaError

FOES = [("A", "B", -1), ("A", "C", -1), ("B", "C", -1)]
ALL_KINDS = [*combinations("ABC", 2), *combinations("DEF", 2), *combinations("GHI", 2), *combinations("JKL", 2)]
SIGNS = [1, 1, 1, 1, 1, -1, 1, -1, -1, -1, -1, -1]


def graph_of(rows):
    return signed_graph((a, b, sign, 1.0) for a, b, sign in rows)


@st.composite
def rows(draw):
    n = draw(st.integers(2, 7))
    pairs = draw(st.lists(st.sampled_from(list(combinations(range(n), 2))), min_size=1, unique=True))
    return [(a, b, draw(st.sampled_from([-1, 1]))) for a, b in pairs]


def test_triads_by_kind():
    found = detente.balance([(*pair, sign) for pair, sign in zip(ALL_KINDS, SIGNS, strict=True)]).triads
    assert (found.ppp, found.ppn, found.pnn, found.nnn, found.n) == (1, 1, 1, 1, 4)
    assert (found.balanced_share, found.weakly_balanced_share) == (0.5, 0.75)


def test_walk_balance_of_a_triangle_of_foes():
    found = detente.balance(FOES)
    # Eigenvalues of the matrix of signs: 1, 1, -2; of its absolute: 2, -1, -1.
    by_hand = (2 * np.e + np.exp(-2)) / (np.exp(2) + 2 * np.exp(-1))
    assert found.kappa == pytest.approx(by_hand)
    assert list(found.kappa_local.values()) == pytest.approx([by_hand] * 3)


def test_a_balanced_network_has_kappa_one_and_a_node_without_ties_too():
    graph = nx.Graph([("A", "B", {"sign": 1}), ("A", "C", {"sign": -1}), ("B", "C", {"sign": -1})])
    graph.add_node("D")
    found = detente.balance(graph)
    assert found.kappa == pytest.approx(1)
    assert list(found.kappa_local.values()) == pytest.approx([1] * 4)
    assert dict(found.sides) == {"A": 1, "B": 1, "C": -1, "D": 1}


@settings(max_examples=40, deadline=None)
@given(rows())
def test_kappa_is_the_ratio_of_the_matrix_exponentials(given_rows):
    from scipy.linalg import expm

    graph = graph_of(given_rows)
    signed, unsigned = expm(graph.matrix()), expm(np.abs(graph.matrix()))
    found = detente.balance(given_rows)
    assert found.kappa == pytest.approx(np.trace(signed) / np.trace(unsigned))
    assert list(found.kappa_local.values()) == pytest.approx(list(np.diag(signed) / np.diag(unsigned)))


def test_graphs_tables_and_rows_give_the_same():
    table = {"a": ["A", "A", "B", "A"], "b": ["B", "C", "C", "D"], "sign": [-1, -1, -1, 0]}
    weights = {"weight": [-2.0, -1.0, -1.0, 0.0]}
    graph = nx.Graph([(a, b, {"sign": s, "weight": w}) for (a, b, s), w in zip(FOES, [-2.0, -1.0, -1.0], strict=True)])
    graph.add_node("D")
    for ties in (graph, pa.table({**table, **weights}), pl.DataFrame({**table, **weights})):
        found = detente.balance(ties)
        assert (found.n, found.m, found.L, found.F, found.unique) == (4, 3, 1, 0.5, False)
    assert pytest.approx(1 / 3) == detente.balance(pa.table(table)).F
    with pytest.raises(SchemaError, match="Ties lack the columns sign"):
        detente.balance(pa.table({"a": ["A"], "b": ["B"]}))


@settings(max_examples=40, deadline=None)
@given(rows())
def test_weak_balance_agrees_with_every_partition_weighed(given_rows):
    graph = graph_of(given_rows)
    found = weak_balance(graph, 4, exact_split(graph))
    costs = {
        k: min(camp_frustration(graph, np.array(camps)) for camps in product(range(k), repeat=graph.n_nodes))
        for k in (2, 3, 4)
    }
    any_number = min(costs.values())  # of seven nodes and fewer: five camps never beat four here, nor does the bound
    for weak in found:
        assert (weak.frustration, weak.optimal) == (costs[weak.k], True)
        assert camp_frustration(graph, weak.camps) == weak.frustration
        assert weak.bound_any_k <= any_number
    if len(found) < 3:
        assert found[-1].frustration == any_number


def test_three_hostile_blocs_need_three_camps():
    blocs = [(a, b, 1 if a % 3 == b % 3 else -1) for a, b in combinations(range(9), 2)]
    two, three = weak_balance(graph_of(blocs), 5, exact_split(graph_of(blocs)))
    assert (two.frustration, three.frustration, three.k, three.n_camps) == (
        9,
        0,
        3,
        3,
    )  # two blocs of three put together


def test_null_models_keep_what_they_say():
    rng = np.random.default_rng(1)
    pairs = [pair for pair in combinations(range(20), 2) if rng.random() < 0.3]
    graph = graph_of([(a, b, 1 if rng.random() < 0.6 else -1) for a, b in pairs])
    shuffled, swapped = shuffle_signs(graph, rng), swap_edges(graph, rng)
    assert shuffled.pairs.tolist() == graph.pairs.tolist()
    assert shuffled.signs.sum() == graph.signs.sum()
    for sign in (1, -1):
        degrees = [np.bincount(one.pairs[one.signs == sign].ravel(), minlength=20).tolist() for one in (graph, swapped)]
        assert degrees[0] == degrees[1]
    assert swapped.pairs.tolist() != graph.pairs.tolist()
    assert len({tuple(pair) for pair in swapped.pairs.tolist()}) == graph.n_edges


def test_two_camps_are_far_from_chance_and_the_seed_decides_the_draws():
    camps = [(a, b, 1 if (a < 6) == (b < 6) else -1) for a, b in combinations(range(12), 2) if (a + b) % 3]
    first, again, other = (detente.balance(camps, nulls=19, seed=seed).nulls for seed in (4, 4, 5))
    assert first == again != other
    by_name = {(null.model, null.measure): null for null in first}
    for model in ("sign_shuffle", "signed_degrees"):
        null = by_name[model, "F"]
        assert (null.observed, null.p, null.n, null.n_proven) == (1, 0.05, 19, 19)  # 1 / (1 + 19): none as balanced
        assert null.z > 2


def test_years_of_alliances_and_disputes():
    pacts = {"atop_defense": [1, 1, 0, 1], "atop_offense": [0] * 4, "atop_neutral": [0] * 4, "atop_nonagg": [0] * 4}
    alliances = pa.table(
        {"ccode1": [2, 20, 200, 200], "ccode2": [20, 2, 220, 255], "year": [1949, 1949, 1939, 1939]}
        | pacts
        | {"atop_consul": [0, 0, 1, None]}
    )
    disputes = pa.table(
        {"ccode1": [255, 2, 2], "ccode2": [200, 365, 710], "year": [1939, 1949, 1949], "hostlev": [5, 2, 3]}
    )
    rows = [(1939, 200, 220, 1), (1939, 200, 255, -1), (1949, 2, 20, 1), (1949, 2, 710, -1)]
    assert signed_years(alliances, disputes) == rows  # the pair with pact and dispute is negative; a threat is no tie
    assert signed_years(alliances, disputes, YearRule(pacts=("atop_defense",), least_hostility=4, first=1940)) == [
        (1949, 2, 20, 1)
    ]
    with pytest.raises(SchemaError, match="The table of disputes lacks the columns hostlev; add them"):
        signed_years(alliances, disputes.drop_columns(["hostlev"]))
