"""Turning points in ten years of ICEWS, against what is in the newspapers of the time."""

import os
from datetime import date
from pathlib import Path

import pytest

import detente

SHARED = Path(os.environ.get("DETENTE_SHARED") or Path(__file__).resolve().parents[3] / "shared") / "data"
DYADS = SHARED / "icews/icews_2005_2015_dyads.parquet"
pytestmark = pytest.mark.skipif(not DYADS.exists(), reason=f"{DYADS} is not there")

# Quarrels whose day anybody can look up, with the days by which a turn may miss it.
DATED = {
    "CHN,JPN": [
        (date(2010, 9, 7), 14),  # a trawler rams two coast guard ships near the Senkaku/Diaoyu Islands
        (date(2012, 8, 15), 30),  # activists from Hong Kong land there; Japan buys three of the islands on 11 September
    ],
    "JPN,KOR": [(date(2012, 8, 10), 14)],  # the president of South Korea lands on Dokdo/Takeshima
}
# Further turns that have a reason, by month: chronologies in the diplomatic bluebooks of Japan and newspapers of the day.
KNOWN = {
    "CHN,JPN": [
        date(2005, 4, 9),  # demonstrations in Beijing and Shanghai against Japanese textbooks
        date(2006, 10, 8),  # the new prime minister of Japan goes to Beijing first
        date(2013, 11, 23),  # China declares an air defence identification zone over the islands
    ],
    "JPN,KOR": [
        date(2005, 3, 16),  # Shimane passes its Takeshima Day
        date(2006, 4, 19),  # Japan sends ships to survey the sea around Dokdo/Takeshima
        date(2008, 7, 14),  # Takeshima in Japan's guide for teachers; South Korea recalls its ambassador
        date(2011, 7, 18),  # Japan's foreign ministry shuns Korean Air over a flight above Dokdo
    ],
}


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    project = tmp_path_factory.mktemp("icews") / "p"
    detente.import_events(DYADS, project)
    return {dyad: [turn.point for turn in detente.turning_points(project, dyad)] for dyad in DATED}


def test_the_quarrels_are_found_with_their_direction_and_their_return(found):
    for dyad, quarrels in DATED.items():
        for day, within in quarrels:
            (turn,) = [one for one in found[dyad] if abs((one.date - day).days) <= within]
            assert turn.direction == "cooling", (dyad, day)
            later = [one for one in found[dyad] if one.date > turn.date]
            assert "return" in [one.kind for one in later if (one.date - turn.date).days < 3 * 365], (dyad, day)


def test_the_weeks_of_the_islands_crisis_are_no_warming(found):
    warm = [one.date for one in found["CHN,JPN"] if one.direction == "warming"]
    assert [day for day in warm if date(2012, 8, 15) <= day < date(2012, 11, 1)] == []


@pytest.mark.parametrize("dyad", DATED)
def test_hardly_a_turn_is_without_a_reason(found, dyad):
    reasons = [day for day, _ in DATED[dyad]] + KNOWN[dyad]
    without = [
        one.date
        for one in found[dyad]
        if one.kind != "return" and not any(abs((one.date - day).days) <= 31 for day in reasons)
    ]
    assert len(without) <= 2  # in eleven years
