"""The frustration index is what theory and counting say it is, and its bound is never above it."""

from itertools import combinations, product

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import detente
from detente.align.exact_split import exact_split, weight_step
from detente.align.optimal_splits import is_unique, optimal_splits
from detente.align.reduced_graph import ReducedGraph
from detente.align.second_best import second_best
from detente.align.signed_graph import signed_graph
from detente.errors import SchemaError, SettingsError, SolverError


@st.composite
def ties(draw, most=9, weights=(1.0,)):
    """Rows (a, b, sign, weight) of a graph of 2 to `most` nodes."""
    n = draw(st.integers(2, most))
    pairs = draw(st.lists(st.sampled_from(list(combinations(range(n), 2))), min_size=1, unique=True))
    return [(a, b, draw(st.sampled_from([-1, 1])), draw(st.sampled_from(weights))) for a, b in pairs]


def planted(n, density, noise, seed):
    """Ties of two camps, some signs turned."""
    rng = np.random.default_rng(seed)
    side = rng.choice([-1, 1], n)
    i, j = np.triu_indices(n, 1)
    kept = rng.random(len(i)) < density
    i, j = i[kept], j[kept]
    signs = side[i] * side[j] * np.where(rng.random(len(i)) < noise, -1, 1)
    return signed_graph((int(a), int(b), int(s), 1.0) for a, b, s in zip(i, j, signs, strict=True))


def costs_of_all_splits(graph):
    """(2^(n-1),) frustrated weight of every split, that of the graph's own order first."""
    sides = np.array(list(product((1, -1), repeat=graph.n_nodes - 1)), dtype=np.int8)
    sides = np.hstack([np.ones((len(sides), 1), dtype=np.int8), sides])
    i, j = graph.pairs.T
    return (graph.signs * sides[:, i] * sides[:, j] < 0) @ graph.weights


def frustration(graph, sides):
    i, j = graph.pairs.T
    return graph.weights[graph.signs * sides[i] * sides[j] < 0].sum()


@settings(max_examples=80, deadline=None)
@given(ties(most=12, weights=(0.25, 0.3, 1.0, 2.0)), st.sampled_from(["highs", "rc2"]))
def test_both_solvers_agree_with_every_split_weighed(rows, solver):
    graph = signed_graph(rows)
    found = exact_split(graph, solver)
    assert found.optimal
    assert found.frustration == pytest.approx(costs_of_all_splits(graph).min())
    assert found.frustration == pytest.approx(frustration(graph, found.sides))
    assert found.gap == 0


@settings(max_examples=60, deadline=None)
@given(ties(most=9, weights=(0.5, 1.0)))
def test_uniqueness_number_and_second_best_agree_with_every_split_weighed(rows):
    graph = signed_graph(rows)
    best = exact_split(graph)
    costs = np.sort(costs_of_all_splits(graph))
    copies = 2 ** (nx.number_connected_components(nx.Graph([row[:2] for row in rows])) - 1)
    n_best = int((costs < costs[0] + 1e-9).sum())
    shared = optimal_splits(graph, best)
    assert (is_unique(graph, best), shared.unique) == (n_best == copies, n_best == copies)
    assert shared.n_optimal == n_best // copies
    assert {frustration(graph, sides) for sides in shared.splits} == {best.frustration}
    assert len({tuple(sides * sides[0]) for sides in shared.splits}) == min(len(shared.splits), shared.n_optimal)
    assert second_best(graph, best, shared.unique) == pytest.approx(costs[copies])


@settings(max_examples=40, deadline=None)
@given(ties(most=8))
def test_what_is_said_of_an_edge_holds_in_all_best_splits(rows):
    graph = signed_graph(rows)
    shared = optimal_splits(graph, exact_split(graph))
    sides = np.array(list(product((1, -1), repeat=graph.n_nodes)))
    i, j = graph.pairs.T
    against = graph.signs * sides[:, i] * sides[:, j] < 0
    best = against[against.sum(axis=1) == against.sum(axis=1).min()]
    words = ["always" if all(column) else "sometimes" if any(column) else "never" for column in best.T]
    assert list(shared.edges) == words


@settings(max_examples=40, deadline=None)
@given(ties(weights=(0.5, 1.0)), st.randoms(use_true_random=False))
def test_names_and_order_say_nothing(rows, random):
    names = list(range(9))
    random.shuffle(names)
    other = [(names[b], names[a], sign, weight) for a, b, sign, weight in random.sample(rows, len(rows))]
    first, second = detente.balance(rows), detente.balance(other)
    assert (first.L, first.F, first.unique, first.triads) == (second.L, second.F, second.unique, second.triads)
    assert first.kappa == pytest.approx(second.kappa)


@settings(max_examples=40, deadline=None)
@given(ties(weights=(0.5, 1.0)), st.integers(0, 8))
def test_turning_all_signs_of_a_node_changes_nothing(rows, node):
    turned = [(a, b, -sign if node in (a, b) else sign, weight) for a, b, sign, weight in rows]
    first, second = detente.balance(rows), detente.balance(turned)
    assert (first.L, first.F, first.unique) == (second.L, second.F, second.unique)
    assert first.triads.balanced_share == pytest.approx(second.triads.balanced_share, nan_ok=True)
    assert first.kappa == pytest.approx(second.kappa)


@settings(max_examples=40, deadline=None)
@given(ties())
def test_a_balanced_component_leaves_l_and_raises_f_as_its_ties_are_counted(rows):
    more = [*rows, (20, 21, 1, 1.0), (21, 22, -1, 1.0), (20, 22, -1, 1.0)]
    first, second = detente.balance(rows), detente.balance(more)
    assert (second.L, second.m, second.n) == (first.L, first.m + 3, first.n + 3)
    assert pytest.approx(1 - 2 * first.L / (first.m + 3)) == second.F


@pytest.mark.parametrize("density", [0.03, 0.1, 0.5, 1.0])
def test_planted_camps_of_190_with_a_tenth_of_noise_are_proven(density):
    graph = planted(190, density, 0.1, seed=5)
    found = exact_split(graph, time_limit_s=5.0)  # takes under half a second
    assert found.optimal
    assert found.frustration == exact_split(graph, time_limit_s=5.0, seed=9).frustration


@pytest.mark.parametrize("seed", range(6))
def test_without_time_the_gap_is_right(seed):
    graph = planted(26, 0.6, 0.5, seed)
    cut = exact_split(graph, time_limit_s=0.02, seed=seed)
    proven = exact_split(graph, "rc2")
    assert proven.optimal
    assert cut.bound <= proven.frustration <= cut.frustration <= cut.heuristic
    assert cut.optimal == (cut.gap == 0)


@pytest.mark.parametrize("solver", ["highs", "rc2"])
def test_a_graph_too_hard_for_the_time_says_so(solver):
    graph = planted(80, 0.5, 0.5, seed=1)
    found = exact_split(graph, solver, time_limit_s=0.5)
    assert not found.optimal
    assert 0 < found.bound < found.frustration
    with pytest.raises(SolverError, match=r"is not proven best"):
        optimal_splits(graph, found)


def test_every_split_of_a_star_costs_what_its_triangle_costs():
    star = [(0, 1, 2.0), (0, 2, -3.0), (0, 3, 4.0)]
    graph = ReducedGraph.of([*star, (1, 2, 9.0), (1, 3, -9.0), (2, 3, 9.0), (1, 4, 9.5), (2, 4, 9.5), (3, 4, 9.5)])
    graph._star(0)
    triangle = [(1, 2, -0.5), (1, 3, 1.5), (2, 3, -2.5)]  # (2+3-4)/2, (2+4-3)/2, (3+4-2)/2
    for sides in product((1, -1), repeat=3):
        at = dict(zip((1, 2, 3), sides, strict=True))
        of_star = min(sum(abs(c) for _, j, c in star if c * own * at[j] < 0) for own in (1, -1))
        assert of_star == sum(abs(c) for i, j, c in triangle if c * at[i] * at[j] < 0)
    assert graph.around[1][2] == 8.5


def test_the_step_of_weights():
    assert weight_step(np.array([0.5, 0.75, 2.0])) == 0.25
    assert weight_step(np.ones(3)) == 1.0
    assert weight_step(np.array([np.pi])) == 0.0


def test_a_graph_without_ties_is_balanced_and_has_no_f():
    found = detente.balance(nx.empty_graph(3))
    assert (found.n, found.m, found.L, found.optimal, found.unique) == (3, 0, 0, True, True)
    assert np.isnan(found.F)


def test_bad_input_is_refused_in_words():
    with pytest.raises(SchemaError, match=r"Tie KOR–JPN is given twice; give each pair once, in one order\."):
        detente.balance([("JPN", "KOR", 1), ("KOR", "JPN", -1)])
    with pytest.raises(SchemaError, match=r"Tie JPN–JPN joins an actor to itself; leave it out\."):
        detente.balance([("JPN", "JPN", 1)])
    with pytest.raises(SchemaError, match=r"Tie JPN–KOR has the sign 2; give -1 or 1"):
        detente.balance([("JPN", "KOR", 2)])
    with pytest.raises(SchemaError, match=r"undirected with one edge a pair; give a networkx\.Graph"):
        detente.balance(nx.DiGraph([(1, 2, {"sign": 1})]))
    with pytest.raises(SchemaError, match=r"Edge 1–2 has no `sign`"):
        detente.balance(nx.Graph([(1, 2)]))
    with pytest.raises(SchemaError, match=r"Ties of type int cannot be used"):
        detente.balance(3)
    with pytest.raises(SettingsError, match=r"There is no solver 'gurobi'; give one of highs, rc2\."):
        detente.balance([("JPN", "KOR", 1)], solver="gurobi")
    with pytest.raises(SettingsError, match=r"A time limit of 0 s leaves no time"):
        detente.balance([("JPN", "KOR", 1)], time_limit=0)
