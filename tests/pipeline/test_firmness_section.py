"""The facts behind "How firm the camps are", from tables of ties."""

from itertools import pairwise

import pyarrow as pa
import pytest

from detente.align.camps import split_camps
from detente.pipeline.firmness_section import firmness_section
from detente.schema.event import EVENTS
from detente.schema.ties import TIE_EVIDENCE, TIES

ALLIES = [("JPN", "KOR", -0.4, 4), ("JPN", "USA", 0.3, 9), ("KOR", "USA", 0.3, 9)]
FOES = [("JPN", "PRK", -1.0, 3), ("KOR", "PRK", -1.0, 3), ("CHN", "PRK", 0.8, 2)]


def tables(rows):
    """Ties of (a, b, weight, n) without their acts."""
    sign = {True: 1, False: -1}
    ties = [
        dict.fromkeys(TIES.names)
        | {"a": a, "b": b, "weight": weight, "n": n, "sign": sign[weight > 0], "n_acts": n, "n_conditions": 0}
        for a, b, weight, n in sorted(rows)
    ]
    return {
        "ties": pa.Table.from_pylist(ties, schema=TIES),
        "events": EVENTS.empty_table(),
        "tie_evidence": TIE_EVIDENCE.empty_table(),
    }


def facts(rows):
    known = tables(rows)
    return firmness_section(known, split_camps(known["ties"]))


def test_the_pair_asked_about_is_the_most_told_friendly_one_and_its_threat_that_of_both():
    found = facts([*ALLIES, *FOES, ("CHN", "USA", -0.5, 1)])
    assert found.camp.members == ("USA", "JPN", "KOR")
    assert (found.threat.a, found.threat.b, found.threat.n) == ("JPN", "USA", 9)
    assert found.threat.foes == ()


def test_the_tie_that_breaks_the_camp_is_named_with_its_value():
    # Outside, Korea bears KOR-PRK (1.0) and loses KOR-USA (0.3), but is rid of JPN-KOR (0.4): held by 0.9. The United
    # States, which has no foe among the others, is held by its two ties only (0.3 and 0.3): it leaves first, at -0.3.
    found = facts([*ALLIES, *FOES])
    tie = next(tie for tie in found.camp.ties if (tie.a, tie.b) == ("KOR", "USA"))
    assert tie.breaks_at == pytest.approx(-0.3)
    assert tie.leaves == ("USA",)
    assert tie.possible
    assert tie.sours


def test_ties_without_their_acts_have_no_draws():
    found = facts([*ALLIES, *FOES])
    assert (found.camp.n_draws, found.camp.stands) == (0, 0.0)


def test_balance_is_that_of_all_ties_and_the_same_every_time():
    found = facts([*ALLIES, *FOES])
    assert (found.balance.n_ties, found.balance.n_frustrated) == (6, 1)
    assert found.balance.frustration == pytest.approx(0.4)  # JPN-KOR inside the camp
    assert found.balance.negative == pytest.approx(2.4)
    assert found.balance == facts([*ALLIES, *FOES]).balance


def test_quarrels_alone_make_no_camp_and_no_ties_no_section():
    assert facts([("FRA", "USA", -1.0, 2)]).reason == "no friendly tie holds a camp together against another side."
    assert facts([]) is None
    known = tables([*ALLIES, *FOES])
    assert firmness_section(known, None).reason == "the two sides were not computed."


def test_a_large_network_is_asked_of_its_best_told_actors_only_and_says_so():
    ring = [f"S{i:02}" for i in range(24)]
    friends = [(a, b, 1.0, 30 - i) for i, (a, b) in enumerate(pairwise(ring))]
    found = facts([*friends, ("S00", "ZZZ", -1.0, 40), ("S01", "ZZZ", -1.0, 40)])
    assert (found.looked_at, found.left_out) == (16, 9)
    assert "S00" in found.camp.members
    assert "S23" not in found.camp.members
