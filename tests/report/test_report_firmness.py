"""The words of "How firm the camps are": a firm camp, a fragile one, several optima, none, too large a network."""

import re
from dataclasses import replace

import pyarrow as pa
import pytest

from detente.align.camps import split_camps
from detente.pipeline.firmness_section import firmness_section
from detente.report.firm_facts import BalanceFacts, CampFacts, FirmFacts, PivotTie, ThreatFacts
from detente.report.firmness import firmness
from detente.report.page import render_report
from detente.report.reading import make_reading
from detente.schema.ties import TIES

NAMES = {"USA": "United States", "JPN": "Japan", "KOR": "South Korea", "CHN": "China", "PRK": "North Korea"}
SOURING = PivotTie("KOR", "USA", 0.8, -0.2, 5, ("KOR",), ("KOR",), True)
BEYOND = PivotTie("JPN", "KOR", 0.9, -2.0, 27, ("KOR",), ("KOR",), False)
COSTS = (("KOR", "PRK", 1.0), ("JPN", "KOR", 0.9), ("KOR", "USA", 0.6))
CAMP = CampFacts("A", ("JPN", "KOR", "USA"), (BEYOND,), 2.5, ("KOR",), COSTS, n_draws=200, stands=1.0, agrees=0.98)
THREAT = ThreatFacts("JPN", "KOR", 0.9, 27, ("PRK",), 2.0, 6, 0.0, -0.5, 2.5, COSTS, None, agrees=1.0)
BALANCE = BalanceFacts(5, 8, 4, 1, 0.4, 6.0, 3.0, 0.9, 0.5, 1.2, 0.21, 200, (3, 0.1))


@pytest.fixture
def reading():
    ties = [
        {"a": "JPN", "b": "PRK", "sign": -1, "weight": -1.0, "n": 3},
        {"a": "JPN", "b": "KOR", "sign": 1, "weight": 0.9, "n": 27},
    ]
    table = pa.Table.from_pylist([dict.fromkeys(TIES.names) | tie for tie in ties], schema=TIES)
    return make_reading({"ties": table}, split_camps(table), NAMES)


def told(statement):
    return "".join(phrase.text for phrase in statement.phrases), "".join(phrase.text for phrase in statement.more)


def test_a_firm_camp_is_one_that_no_single_tie_breaks(reading):
    statement = firmness(reading, FirmFacts(CAMP, THREAT)).statements[0]
    assert told(statement)[0] == (
        "No single tie would break camp A (Japan, South Korea and the United States), however hostile it turned: several "
        "ties hold every member, so two or more would have to sour at once. The cheapest breach is for South Korea to "
        "leave, against 2.50 of tie weight: South Korea – North Korea (1.00), Japan – South Korea (0.90), South Korea – "
        "United States (0.60)."
    )
    assert statement.sure == (
        "In all 200 redraws of the acts behind the ties the camp stands undivided; the sentence is true in 98%."
    )
    assert next(phrase.anchor for phrase in statement.phrases if phrase.anchor) == "pair-KOR-PRK"


def test_a_fragile_camp_names_the_tie_its_tipping_value_and_who_leaves(reading):
    camp = replace(CAMP, ties=(SOURING, BEYOND), rest=("JPN", "USA"), stands=0.6, agrees=0.6, rest_stands=0.95)
    section = firmness(reading, FirmFacts(camp))
    words, more = told(section.statements[0])
    assert words == (
        "The tie that would break camp A (Japan, South Korea and the United States) if it soured is South Korea – United "
        "States (+0.80 today, on 5 acts and conditions): once it falls below −0.20, South Korea would leave the camp."
    )
    assert more == "Japan and the United States stay together whatever single tie sours. "
    assert section.statements[0].sure == (
        "In 60% of 200 redraws of the acts behind the ties the camp stands undivided, and what is said of this tie is "
        "then true. Japan and the United States stand together in 95%."
    )
    assert [(row.breaks_at, row.leaves) for row in section.pivots] == [
        ("−0.20", "South Korea"),
        ("not even at −1.00", "nobody"),
    ]
    assert section.robust[0].startswith("The core of camp A, Japan and the United States, holds")


def test_with_several_optima_nothing_need_sour(reading):
    words, more = told(firmness(reading, FirmFacts(replace(CAMP, margin=0.0))).statements[0])
    assert words == (
        "No tie need sour for camp A (Japan, South Korea and the United States) to break: another split, just as good as "
        "this one, parts it already, with South Korea on the other side."
    )
    assert more == ""


def test_a_threat_that_is_needed_is_told_by_its_share_and_its_weight(reading):
    threat = replace(THREAT, needed=0.4, own_without=None, agrees=0.8, low=0.1, high=0.7)
    statement = firmness(reading, FirmFacts(CAMP, threat)).statements[1]
    assert told(statement)[0] == (
        "Japan – South Korea, the camp’s most told friends, stand together only as long as 40% of their common threat "
        "remains: if the hostile weight of 2.00 that both show towards North Korea (6 acts and conditions) fell below "
        "0.80, they would part."
    )
    assert statement.sure == (
        "In 80% of 200 redraws of the acts behind the ties this is so; the share of the threat that is needed lies "
        "between 10% and 70% in nine of ten."
    )


def test_a_threat_that_is_not_needed_says_what_else_holds_and_when_it_would_be(reading):
    words, more = told(firmness(reading, FirmFacts(CAMP, THREAT)).statements[1])
    assert words.endswith(
        "their own tie (+0.90, on 27 acts and conditions) and those with the United States are enough, and the threat "
        "is needed only once their own tie falls below −0.50."
    )
    assert "1.00 of hostility towards common foes, 40% of all (South Korea – North Korea)" in more
    assert more.endswith("No single tie that changed, within what a tie can be, would part them.")


def test_a_pair_without_common_foes_is_held_by_no_threat(reading):
    words, _ = told(firmness(reading, FirmFacts(CAMP, replace(THREAT, foes=(), total=0.0))).statements[1])
    assert "have no foe in common in these documents, so no threat holds Japan and South Korea together" in words


def test_balance_no_better_than_chance_is_called_doubtful(reading):
    section = firmness(reading, FirmFacts(CAMP, THREAT, BALANCE))
    assert "Signs dealt at random would often be as balanced: two camps may be read into noise." in section.doubtful
    figures = {figure.name: (figure.value, figure.says) for figure in section.figures}
    assert figures["Ties against the split"][0] == "1 of 8"
    assert figures["As a share of the hostile weight"][0] == "13%"
    assert figures["Against chance"][0] == "z = +1.20, p = 0.210"
    assert figures["Best number of camps"][1].startswith(
        "3 camps leave 0.10 of weight against them, 0.30 less than two"
    )


def test_a_network_too_large_says_whom_it_asked_and_what_it_left_out(reading):
    balance = replace(BALANCE, n_nulls=0, weak=(0, float("nan")), omitted="with 90 actors it is too large")
    section = firmness(reading, FirmFacts(CAMP, THREAT, balance, left_out=9, looked_at=16))
    assert section.scope == (
        "Asked of the 16 best-told actors that ties join; 9 others are left out, because every split is looked at."
    )
    assert [figure.says for figure in section.figures if figure.value == "not asked"] == (
        ["Left out: with 90 actors it is too large."] * 2
    )


def test_without_camps_the_reason_is_told(tables, camps, meta):
    page = render_report(tables, camps, meta, firm=FirmFacts(reason="the two sides were not computed."))
    body = page.split('id="firmness"', 1)[1].split("</section>", 1)[0]
    assert "What would break the camps is not told, because the two sides were not computed." in body


def test_the_section_of_a_project_links_to_its_evidence_and_comes_out_the_same(tables, camps, meta):
    page = render_report(tables, camps, meta, firm=firmness_section(tables, camps))
    assert render_report(tables, camps, meta, firm=firmness_section(tables, camps)) == page
    body = page.split('id="firmness"', 1)[1].split("</section>", 1)[0]
    anchors = set(re.findall(r'\bid="([^"]+)"', page))
    links = re.findall(r'href="#([^"]+)"', body)
    assert links
    assert [link for link in links if link not in anchors] == []
    assert "redraws of the acts behind the ties" in body
    assert "<script" not in body
