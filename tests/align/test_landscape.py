"""A landscape weighs every configuration, and its optima, basins and ways down are what they say."""

from itertools import product

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import detente
from detente.align.configuration import configuration, number_of, sides_of
from detente.align.configurations import configurations
from detente.align.landscape import landscape
from detente.align.large_landscape import lowest_sides
from detente.align.propensity_graph import graph_propensities, propensity_graph
from detente.errors import SchemaError
from detente.schema.propensities import Propensities

# The worked example of docs/methods/landscape.md.
EAST_ASIA = {
    ("JPN", "KOR"): 0.6,
    ("JPN", "USA"): 1.0,
    ("KOR", "USA"): 1.0,
    ("CHN", "JPN"): -0.8,
    ("CHN", "PRK"): 0.9,
    ("KOR", "PRK"): -1.0,
    ("CHN", "KOR"): 0.3,
}


def of_pairs(pairs, sizes=None, bounds=None):
    """Propensities of {(a, b): value}, actors in alphabetical order, sizes 1 unless given."""
    actors = sorted({actor for pair in pairs for actor in pair})
    matrix = np.zeros((len(actors), len(actors)))
    for (a, b), value in pairs.items():
        matrix[actors.index(a), actors.index(b)] = matrix[actors.index(b), actors.index(a)] = value
    return Propensities(tuple(actors), matrix, [(sizes or {}).get(actor, 1.0) for actor in actors], bounds)


@st.composite
def made(draw, most=7):
    """3 to `most` actors with small whole propensities and sizes, so that equal energies happen."""
    n = draw(st.integers(3, most))
    values = draw(st.lists(st.integers(-3, 3), min_size=n * (n - 1) // 2, max_size=n * (n - 1) // 2))
    sizes = draw(st.lists(st.integers(0, 4), min_size=n, max_size=n))
    matrix = np.zeros((n, n))
    matrix[np.triu_indices(n, 1)] = values
    return Propensities(tuple(f"N{i}" for i in range(n)), matrix + matrix.T, sizes)


def by_hand(given_):
    """Energy of every configuration by its definition, camps as a tuple of sides with the first 0."""
    n = len(given_.actors)
    return {
        sides: sum(
            given_.sizes[i] * given_.sizes[j] * given_.matrix[i, j]
            for i in range(n)
            for j in range(n)
            if sides[i] != sides[j]
        )
        for sides in product((0, 1), repeat=n)
        if sides[0] == 0
    }


def flipped(sides, i):
    """The configuration after a change of camp, the first actor on side 0."""
    moved = [side ^ (k == i) for k, side in enumerate(sides)]
    return tuple(side ^ moved[0] for side in moved)


@settings(max_examples=60, deadline=None)
@given(made())
def test_every_configuration_has_its_energy_and_every_minimum_is_found(given_):
    found = landscape(given_)
    energies = by_hand(given_)
    minima = {
        sides
        for sides, energy in energies.items()
        if all(energies[flipped(sides, i)] >= energy - 1e-9 for i in range(len(sides)))
    }
    assert {tuple(sides_of(given_, one.camp_1)): one.energy for one in found.optima} == pytest.approx(
        {sides: energies[sides] for sides in minima}
    )
    assert found.best.energy == pytest.approx(min(energies.values()))
    assert found.unique == (sorted(energies.values())[1] > min(energies.values()) + 1e-9)
    for sides, energy in energies.items():
        assert found.energies[number_of(np.array(sides))] == pytest.approx(energy)


@settings(max_examples=40, deadline=None)
@given(made())
def test_each_configuration_rests_where_its_way_down_ends(given_):
    found = landscape(given_)
    basins = dict.fromkeys((one.camp_1 for one in found.optima), 0)
    for sides in by_hand(given_):
        camp = [actor for actor, side in zip(given_.actors, sides, strict=True) if side == 0]
        way = landscape(given_, camp).descent
        energies = [way.start.energy, *(step.energy for step in way.steps)]
        assert energies == sorted(energies, reverse=True)
        end = number_of(sides_of(given_, way.end.camp_1))
        assert found.rests_at[number_of(np.array(sides))] == end
        basins[way.end.camp_1] += 1
    assert {one.camp_1: one.basin for one in found.optima} == basins


@settings(max_examples=40, deadline=None)
@given(made(), st.randoms(use_true_random=False))
def test_other_names_and_another_order_change_nothing(given_, random):
    order = list(range(len(given_.actors)))
    random.shuffle(order)
    turned = Propensities(
        tuple(given_.actors[i] for i in order), given_.matrix[np.ix_(order, order)], given_.sizes[order]
    )
    one, other = landscape(given_), landscape(turned)
    assert sorted(a.energy for a in one.optima) == pytest.approx(sorted(a.energy for a in other.optima))
    assert {frozenset([frozenset(a.camp_1), frozenset(a.camp_2)]) for a in one.optima} == {
        frozenset([frozenset(a.camp_1), frozenset(a.camp_2)]) for a in other.optima
    }


@settings(max_examples=40, deadline=None)
@given(made(), st.data())
def test_turning_all_propensities_of_an_actor_turns_its_camp(given_, data):
    """x_i -> -x_i with p_ij -> -p_ij leaves x'Wx as it is; energies shift by a constant."""
    i = data.draw(st.integers(1, len(given_.actors) - 1))
    matrix = given_.matrix.copy()
    matrix[i, :] *= -1
    matrix[:, i] *= -1
    one, other = landscape(given_), landscape(Propensities(given_.actors, matrix, given_.sizes))
    shift = 2 * given_.weights[i].sum()
    assert sorted(a.energy for a in one.optima) == pytest.approx(sorted(a.energy + shift for a in other.optima))


@settings(max_examples=30, deadline=None)
@given(made(6), st.data())
def test_forced_pairs_leave_exactly_the_configurations_that_obey(given_, data):
    i, j = data.draw(st.lists(st.integers(0, len(given_.actors) - 1), min_size=2, max_size=2, unique=True))
    together = data.draw(st.booleans())
    found = landscape(given_, forced=[(given_.actors[i], given_.actors[j], together)])
    allowed = [energy for sides, energy in by_hand(given_).items() if (sides[i] == sides[j]) == together]
    assert sorted(found.energies) == pytest.approx(sorted(allowed))
    assert found.best.energy == pytest.approx(min(allowed))
    assert ((given_.actors[i] in found.best.camp_1) == (given_.actors[j] in found.best.camp_1)) == together


def test_the_worked_example_of_the_methods_page():
    found = landscape(of_pairs(EAST_ASIA), ["KOR", "CHN", "PRK"])
    assert (found.best.camp_1, found.best.camp_2) == (("CHN", "PRK"), ("JPN", "KOR", "USA"))
    assert found.best.energy == pytest.approx(2 * (-0.8 - 1.0 + 0.3))
    assert found.best.frustrations == pytest.approx((-0.5, -0.8, -0.7, -1.0, 0.0))
    assert (found.n_optima, found.best.basin, found.n_configurations, found.unique) == (1, 16, 16, True)
    assert [step.actors for step in found.descent.steps] == [("KOR",)]
    assert found.descent.start.energy == pytest.approx(2 * (0.6 + 1.0 - 0.8))


def test_no_propensities_make_every_configuration_an_optimum_that_is_not_strict():
    found = landscape(of_pairs({("A", "B"): 0.0, ("B", "C"): 0.0}))
    assert (found.n_optima, [one.strict for one in found.optima], found.unique) == (4, [False] * 4, False)
    assert [one.basin for one in found.optima] == [1, 1, 1, 1]


def test_friends_alone_stay_together():
    found = landscape(of_pairs({("A", "B"): 1.0, ("B", "C"): 2.0}))
    assert (found.best.camp_1, found.best.camp_2, found.best.energy, found.n_optima) == (("A", "B", "C"), (), 0.0, 1)


def test_records_of_optima_are_limited_and_the_count_is_not():
    found = landscape(of_pairs({("A", "B"): 0.0, ("B", "C"): 0.0}), limit=2)
    assert (len(found.optima), found.n_optima) == (2, 4)


def test_beyond_enumeration_the_lowest_is_proven_and_the_rest_is_said_to_be_incomplete():
    rng = np.random.default_rng(5)
    camps = rng.integers(0, 2, 30)
    matrix = np.where(camps[:, None] == camps[None, :], 1.0, -1.0)
    pair = np.flatnonzero(camps == 0)[:2]  # two friends who quarrel, for one tie against the split
    matrix[pair[0], pair[1]] = matrix[pair[1], pair[0]] = -1.0
    np.fill_diagonal(matrix, 0.0)
    given_ = Propensities(tuple(f"N{i}" for i in range(30)), matrix, np.ones(30))
    found = landscape(given_, restarts=20, seed=1)
    assert tuple(sides_of(given_, found.best.camp_1)) == tuple(camps ^ camps[0])
    assert found.best.energy == configuration(given_, camps.astype(np.int8)).energy
    assert (found.complete, found.gap, found.energies, found.best.basin, found.unique) == (False, 0.0, None, None, None)
    assert [one.camp_1 for one in found.optima] == [one.camp_1 for one in landscape(given_, restarts=20, seed=1).optima]


@settings(max_examples=25, deadline=None)
@given(made(6))
def test_the_programme_for_large_landscapes_finds_what_enumeration_finds(given_):
    sides, gap = lowest_sides(given_.weights, 30.0)
    assert (configuration(given_, sides).energy, gap) == (pytest.approx(landscape(given_).best.energy), 0.0)


def test_graphs_go_in_and_come_out():
    given_ = of_pairs(EAST_ASIA, {"USA": 3.0})
    graph = propensity_graph(given_)
    assert graph.edges["CHN", "KOR"] == {"propensity": 0.3}
    assert graph.nodes["USA"] == {"size": 3.0}
    back = graph_propensities(graph)
    assert (back.actors, back.matrix.tolist(), back.sizes.tolist()) == (
        given_.actors,
        given_.matrix.tolist(),
        given_.sizes.tolist(),
    )
    assert detente.landscape(graph).best == landscape(given_).best


def test_a_table_of_configurations_has_a_row_for_each():
    table = configurations(landscape(of_pairs({("A", "B"): 1.0, ("B", "C"): -2.0}))).to_pylist()
    assert [(row["A"], row["B"], row["C"], row["energy"], row["local_minimum"]) for row in table] == [
        (1, 1, 1, 0.0, False),
        (1, 2, 1, -2.0, False),
        (1, 1, 2, -4.0, True),
        (1, 2, 2, 2.0, False),
    ]
    assert [row["rests_at"] for row in table] == [3, 3, 3, 3]
    assert table[2]["frustration_B"] == -2.0


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (
            lambda: Propensities(("A", "B"), [[0, 1], [2, 0]], [1, 1]),
            "Propensity of A to B is 1, the other way 2; give both the same value, such as their mean.",
        ),
        (lambda: Propensities(("A", "A"), [[0, 1], [1, 0]], [1, 1]), "Actor 'A' comes twice; give every actor one label."),
        (
            lambda: Propensities(("A", "B"), [[0, 1], [1, 0]], [1, -1]),
            "Size -1 of B is no size; give a number of at least 0.",
        ),
        (
            lambda: Propensities(("A",), [[0]], [1]),
            "1 actors, propensities of shape (1, 1) and sizes of shape (1,) do not go together; give at least two "
            "actors, a square matrix and one size for each.",
        ),
        (
            lambda: landscape(of_pairs({("A", "B"): 1.0}), ["C"]),
            "No actor 'C'; choose among A, B.",
        ),
        (
            lambda: landscape(of_pairs({("A", "B"): 1.0}), forced=[("A", "B", True), ("B", "A", False)]),
            "The pairs forced together and apart contradict each other; leave one of them out.",
        ),
        (
            lambda: graph_propensities(nx.DiGraph([("A", "B")])),
            "A propensity has no direction; give an undirected networkx.Graph with one edge for a pair.",
        ),
        (
            lambda: configurations(landscape(of_pairs({("A", "B"): 1.0, ("B", "C"): 1.0}), forced=[("A", "B", True)])),
            "Only a landscape that was enumerated without forced pairs has a table of configurations.",
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_with_reason_and_remedy(call, message):
    with pytest.raises(SchemaError) as refused:
        call()
    assert str(refused.value) == message
