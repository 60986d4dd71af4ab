"""The landscape of eleven actors around Syria and Iraq as Axelrod and Furnas published it, every configuration."""

import csv
import os
from pathlib import Path

import pytest

import detente
from detente.align.configurations import configurations

SHARED = Path(os.environ.get("DETENTE_SHARED") or Path(__file__).resolve().parents[3] / "shared")
CASE = next((folder / "landscape" for folder in (SHARED / "data", SHARED) if (folder / "landscape").is_dir()), SHARED)
PUBLISHED = CASE / "Landscape_Results_2016-02-20.csv"
ACTORS = ("US", "Rus", "Syr", "Tur", "S.A.", "Iran", "ISIS", "Hez", "IqKrd", "Nursa", "Iraq")

pytestmark = pytest.mark.skipif(
    not PUBLISHED.exists(), reason=f"{PUBLISHED} is absent (DETENTE_SHARED names the folder that holds data/landscape)"
)


def published():
    """The published rows by camps: energy, frustrations, whether a local minimum."""
    rows = list(csv.reader(PUBLISHED.read_text("utf-8").replace("\r", "\n").split("\n")))
    head = next(i for i, row in enumerate(rows) if row[1:3] == ["US", "Rus"])
    found = {
        tuple(int(cell) for cell in row[1:12]): (*(float(cell) for cell in row[12:24]), row[24].strip() == "TRUE")
        for row in rows[head + 1 :]
        if len(row) >= 25
    }
    assert rows[head][1:12] == list(ACTORS)
    return found


def test_all_1024_configurations_are_as_published():
    found = detente.landscape(CASE / "Pairwise_propensity_Feb_20.csv", sizes=CASE / "Actor_data.csv", scale="1-5")
    columns = ["energy", *(f"frustration_{actor}" for actor in ACTORS), "local_minimum"]
    ours = {
        tuple(row[actor] for actor in ACTORS): tuple(row[column] for column in columns)
        for row in configurations(found).to_pylist()
    }
    assert len(ours) == 1024
    assert ours == published()
    assert found.propensities.actors == ACTORS
    assert sum(optimum.basin for optimum in found.optima) == 1024


def test_a_weaker_syria_lets_turkey_join_the_others():
    """Not published: the second size file of the case. Origin: every configuration weighed by its definition."""
    found = detente.landscape(
        CASE / "Pairwise_propensity_Feb_20.csv", sizes=CASE / "Actor_data_weaksyria.csv", scale="1-5"
    )
    assert (found.best.camp_2, found.best.energy, found.n_optima) == (("ISIS", "Nursa"), -65600.0, 1)


def test_the_two_files_name_the_actors_differently_and_the_result_says_so():
    found = detente.propensities(CASE / "Pairwise_propensity_Feb_20.csv", sizes=CASE / "Actor_data.csv", scale="1-5")
    assert found.notes == (
        "Propensity = value - 3 (scale 1 to 5).",
        "Labels differ between the files; sizes are taken in their order: Rus = Russia, Syr = Syria, Tur = Turkey, "
        "S.A. = Saudi_Arabia, Hez = Hezbollah, IqKrd = Iraqi_Kurds, Iraq = Baghdad.",
    )
