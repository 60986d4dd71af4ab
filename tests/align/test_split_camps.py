"""The split is the best there is, and says how firm it is and what speaks against it."""

from itertools import combinations, product

import networkx as nx
import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.align.camps import split_camps
from detente.align.frustration import minimum_frustration
from detente.align.network import mark_frustrated, signed_network
from detente.errors import SchemaError, SolverError
from detente.schema.ties import TIES


def ties_table(*rows):
    """(a, b, weight[, sign]) to a ties table; the sign is the weight's unless given."""
    return pa.Table.from_pylist(
        [
            {"a": a, "b": b, "weight": weight, "sign": more[0] if more else int(np.sign(weight)), "n": 2}
            for a, b, weight, *more in rows
        ],
        schema=TIES,
    )


BLOCS = (
    ("CHN", "JPN", -0.8),
    ("CHN", "PRK", 0.9),
    ("CHN", "RUS", 0.7),
    ("JPN", "KOR", 0.6),
    ("JPN", "USA", 1.0),
    ("KOR", "PRK", -1.0),
    ("KOR", "USA", 1.0),
    ("RUS", "UKR", -1.0),
    ("UKR", "USA", 0.9),
)


def test_two_balanced_blocs_are_found_without_frustration():
    camps = split_camps(ties_table(*BLOCS))
    assert (camps.members_a, camps.members_b) == (("JPN", "KOR", "UKR", "USA"), ("CHN", "PRK", "RUS"))
    assert (camps.frustration, camps.n_frustrated, camps.gap, camps.unique) == (0, 0, 0.0, True)
    assert (camps.n_ties, camps.n_negative, camps.n_negative_between, camps.divided) == (9, 3, 3, True)
    assert camps.most_frustrated is None


def test_the_second_best_split_tells_how_small_a_change_flips_the_first():
    camps = split_camps(ties_table(*BLOCS))
    assert camps.second_best_moves == ("RUS", "UKR")  # together to the other side: only their friends pull
    assert camps.second_best == pytest.approx(1.6)  # CHN-RUS 0.7 + UKR-USA 0.9
    assert camps.margin == pytest.approx(1.6)


def test_the_worked_example_of_the_methods_page():
    ties = [("CHN", "JPN", -0.8), ("CHN", "KOR", 0.3), ("CHN", "PRK", 0.9), ("JPN", "KOR", 0.6)]
    ties += [("JPN", "USA", 1.0), ("KOR", "PRK", -1.0), ("KOR", "USA", 1.0)]
    camps = split_camps(ties_table(*ties))
    assert (camps.members_a, camps.members_b) == (("JPN", "KOR", "USA"), ("CHN", "PRK"))
    assert (camps.frustration, camps.second_best, camps.margin) == pytest.approx((0.3, 1.7, 1.4))
    assert camps.second_best_moves == ("CHN",)
    turned = split_camps(ties_table(*[(a, b, -0.5 if (a, b) == ("CHN", "PRK") else w) for a, b, w in ties]))
    assert (turned.unique, turned.margin) == (False, pytest.approx(0))  # a change of 1.4: both now cost 0.8


def test_the_tie_against_the_split_is_named_with_its_share():
    camps = split_camps(ties_table(*BLOCS, ("CHN", "KOR", 0.3), ("RUS", "USA", 0.1)))
    assert camps.frustration == pytest.approx(0.4)
    assert [(tie.a, tie.b, tie.sign, tie.n) for tie in camps.frustrated] == [("CHN", "KOR", 1, 2), ("RUS", "USA", 1, 2)]
    assert [tie.share for tie in camps.frustrated] == pytest.approx([0.75, 0.25])
    assert camps.most_frustrated is camps.frustrated[0]


def test_a_triangle_of_equal_foes_has_no_unique_split():
    camps = split_camps(ties_table(("A", "B", -1.0), ("A", "C", -1.0), ("B", "C", -1.0)))
    assert (camps.frustration, camps.second_best, camps.unique, camps.margin) == (1, 1, False, 0)


def test_friends_alone_are_one_camp_and_not_divided():
    camps = split_camps(ties_table(("JPN", "KOR", 0.5), ("JPN", "USA", 0.5)))
    assert (camps.members_a, camps.members_b) == (("JPN", "KOR", "USA"), ())
    assert (camps.divided, camps.n_negative_between) == (False, 0)


def test_components_are_split_by_themselves_and_stay_unrelated():
    camps = split_camps(ties_table(*BLOCS, ("ARM", "AZE", -1.0)))
    assert len(camps.components) == 2
    assert (camps.components[1].members_a, camps.components[1].members_b) == (("ARM",), ("AZE",))
    assert "ARM" not in camps.members_a + camps.members_b
    assert (camps.camp_of["ARM"], camps.camp_of["AZE"], camps.camp_of["CHN"]) == ("A2", "B2", "B")
    assert camps.second_best == pytest.approx(1.0)  # the tie of Armenia and Azerbaijan turned


def test_lumping_codes_are_left_out_and_the_european_union_is_not():
    camps = split_camps(ties_table(("EUR", "USA", 1.0), ("IGO", "RUS", -1.0), ("UNO", "USA", 1.0)))
    assert (camps.members_a, camps.excluded) == (("EUR", "USA"), ("IGO", "UNO"))
    assert camps.unplaced == ("RUS",)  # has a tie, but none that may speak


def test_even_ties_have_no_say():
    camps = split_camps(ties_table(("CHN", "KOR", 0.02, 0), ("JPN", "KOR", 0.5)))
    assert (camps.members_a, camps.unplaced, camps.n_ties) == (("JPN", "KOR"), ("CHN",), 1)


def test_without_signed_ties_there_are_no_camps():
    camps = split_camps(TIES.empty_table())
    assert (camps.members_a, camps.members_b, camps.second_best, camps.unique, camps.gap) == ((), (), None, True, 0)
    assert (camps.components, camps.frustrated, camps.margin) == ((), (), None)


def test_a_malformed_table_is_refused():
    for rows in ([("B", "A", 1.0)], [("A", "B", 1.0), ("A", "B", -1.0)], [("A", "B", 0.0, 1)]):
        with pytest.raises(SchemaError, match="breaks the table: give each pair once, a < b, signs with weights"):
            split_camps(ties_table(*rows))
    with pytest.raises(SchemaError, match="Ties lack the columns weight"):
        split_camps(TIES.empty_table().drop_columns(["weight"]))


def test_a_solver_without_time_says_so():
    rng = np.random.default_rng(3)
    pairs = np.array(list(combinations(range(40), 2)))
    signs = rng.choice([-1, 1], len(pairs)).astype(np.int8)
    with pytest.raises(SolverError, match="No split of 40 actors with 780 ties was found in 0 s"):
        minimum_frustration(40, pairs, signs, np.ones(len(pairs)), time_limit_s=0.0)


def test_the_network_carries_names_camps_and_frustration():
    ties = ties_table(*BLOCS, ("CHN", "KOR", 0.3), ("IGO", "USA", 0.0))
    camps = split_camps(ties)
    graph = signed_network(ties, camps, {"KOR": "South Korea"})
    assert graph.nodes["KOR"] == {"code": "KOR", "name": "South Korea", "camp": "A"}
    assert graph.nodes["IGO"] == {"code": "IGO", "name": "IGO", "camp": ""}
    assert graph.edges["CHN", "KOR"] == {"sign": 1, "weight": 0.3, "n": 2, "frustrated": True}
    assert graph.edges["KOR", "PRK"] == {"sign": -1, "weight": -1.0, "n": 2, "frustrated": False}
    assert list(graph) == sorted(graph)


def test_ties_are_marked_frustrated_only_where_they_have_a_say():
    ties = ties_table(*BLOCS, ("CHN", "KOR", 0.3), ("IGO", "USA", 0.5), ("IND", "USA", 0.0))
    marked = mark_frustrated(ties, split_camps(ties))
    assert marked.schema == TIES
    assert marked.column("frustrated").to_pylist() == [False] * 9 + [True, None, None]


@st.composite
def signed_graphs(draw):
    """2 to 9 actors and some ties with weights in hundredths, so that equal optima happen."""
    n = draw(st.integers(2, 9))
    pairs = draw(st.lists(st.sampled_from(list(combinations(range(n), 2))), min_size=1, unique=True))
    weights = draw(
        st.lists(st.sampled_from([-1.0, -0.5, -0.25, 0.25, 0.5, 1.0]), min_size=len(pairs), max_size=len(pairs))
    )
    return [(f"N{i}", f"N{j}", weight) for (i, j), weight in zip(pairs, weights, strict=True)]


@settings(max_examples=60, deadline=None)
@given(signed_graphs())
def test_every_split_was_weighed(rows):
    camps = split_camps(ties_table(*rows))
    codes = sorted({code for a, b, _ in rows for code in (a, b)})
    costs = sorted(
        sum(abs(weight) for a, b, weight in rows if (side[a] != side[b]) == (weight > 0))
        for sides in product((0, 1), repeat=len(codes))
        for side in [dict(zip(codes, sides, strict=True))]
    )
    n_components = nx.number_connected_components(nx.Graph([(a, b) for a, b, _ in rows]))
    copies = 2**n_components  # every component may be mirrored: the same split
    assert camps.frustration == pytest.approx(costs[0])
    assert camps.second_best == pytest.approx(costs[copies])
    assert camps.unique == (costs[copies] > costs[0] + 1e-9)
    assert camps.gap == 0
    assert sum(tie.share for tie in camps.frustrated) == pytest.approx(1 if camps.frustrated else 0)
