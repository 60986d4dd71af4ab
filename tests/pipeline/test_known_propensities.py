"""Sizes find their actors by label, or by order when that can be told; projects give their ties."""

import pyarrow as pa
import pytest

import detente
from detente.errors import SchemaError, SettingsError
from detente.pipeline.portfolios import tie_portfolios

MATRIX = ",US,Rus,Iran\nUS,,2,4\nRus,2,,3\nIran,4,3,\n"
DISPATCHES = """Japan imposed sanctions on North Korea. South Korea imposed sanctions on North Korea.
Japan signed an agreement with South Korea. China signed a trade agreement with North Korea.
"""


@pytest.fixture
def files(tmp_path):
    """Writes the matrix and a table of sizes, and gives their paths."""

    def write(sizes):
        (tmp_path / "matrix.csv").write_text(MATRIX, "utf-8")
        (tmp_path / "sizes.csv").write_text(sizes, "utf-8")
        return tmp_path / "matrix.csv", tmp_path / "sizes.csv"

    return write


def test_labels_find_sizes_in_any_order_and_others_are_not_used(files):
    matrix, sizes = files("actor,size\nIran,3\nUS,1\nRus,2\nPeru,9\n")
    given = detente.propensities(matrix, sizes=sizes, scale="1-5")
    assert given.sizes.tolist() == [1, 2, 3]
    assert given.notes[-1] == "Sizes of Peru are not used."


def test_other_labels_in_the_same_order_are_matched_and_said(files):
    matrix, sizes = files("actor,size\nUS,1\nRussia,2\nIran,3\n")
    given = detente.propensities(matrix, sizes=sizes, scale="1-5")
    assert given.sizes.tolist() == [1, 2, 3]
    assert given.notes[-1] == "Labels differ between the files; sizes are taken in their order: Rus = Russia."


def test_an_order_that_cannot_be_meant_is_refused_and_labels_help(files):
    matrix, sizes = files("actor,size\nIran,3\nRussia,2\nUS,1\n")
    with pytest.raises(SchemaError) as refused:
        detente.propensities(matrix, sizes=sizes, scale="1-5")
    assert str(refused.value) == (
        f"{sizes}: no size for Rus. Use the same labels in both files, or say which is which with --labels Rus=Russia."
    )
    given = detente.propensities(matrix, sizes=sizes, scale="1-5", labels={"Rus": "Russia"})
    assert (given.actors, given.sizes.tolist()) == (("US", "Russia", "Iran"), [1, 2, 3])


def test_options_of_files_are_refused_elsewhere(files):
    matrix, _ = files("actor,size\n")
    given = detente.propensities(matrix, scale="1-5")
    with pytest.raises(SettingsError) as refused:
        detente.landscape(given, scale="1-5")
    assert str(refused.value) == "scale and labels are for files; leave them out, or give a file."
    with pytest.raises(SettingsError) as refused:
        detente.propensities(matrix, labels={"Peru": "PER"})
    assert str(refused.value) == "labels: no actor 'Peru'; choose among US, Rus, Iran."


def test_a_project_gives_the_weights_of_its_signed_ties(tmp_path):
    (tmp_path / "d.txt").write_text(DISPATCHES, "utf-8")
    project = detente.run(tmp_path / "d.txt", tmp_path / "p")
    given = detente.propensities(project)
    ties = {(tie["a"], tie["b"]): tie["weight"] for tie in project.ties().to_pylist() if tie["sign"]}
    assert ties
    assert {
        (a, b): given.matrix[given.index(a), given.index(b)]
        for a in given.actors
        for b in given.actors
        if a < b and given.matrix[given.index(a), given.index(b)]
    } == ties
    assert given.bounds == (-1.0, 1.0)
    found = detente.landscape(project)
    assert found.best.energy <= 0
    (pair,) = detente.similarity(project, pairs=[("JPN", "KOR")], signs=True)
    assert -1 <= pair.s <= 1
    portfolios = tie_portfolios(given, signs=True)
    assert portfolios.levels.diagonal().tolist() == [1.0] * len(given.actors)


def test_a_project_without_signed_ties_says_what_to_do(tmp_path):
    (tmp_path / "d.txt").write_text("It rained in the hills.", "utf-8")
    project = detente.run(tmp_path / "d.txt", tmp_path / "p")
    assert isinstance(project.ties(), pa.Table)
    with pytest.raises(SchemaError) as refused:
        detente.landscape(project)
    assert str(refused.value) == (
        f"{tmp_path / 'p'}: no tie between two states has a sign, so there is no landscape. Read more documents, or "
        "lower min_tie_events in detente.toml."
    )
