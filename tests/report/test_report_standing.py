"""Who is named as a camp: only actors held there by a friendly tie; quarrels alone make no company."""

import re
from html import unescape

import pyarrow as pa

from detente.align.camps import split_camps
from detente.align.network import mark_frustrated
from detente.report.page import render_report
from detente.schema.ties import TIES

NAMES = {"USA": "United States", "JPN": "Japan", "KOR": "South Korea", "CHN": "China", "PRK": "North Korea"}
NAMES |= {"RUS": "Russia", "FRA": "France", "AUS": "Australia", "NZL": "New Zealand"}
ALLIES = [("JPN", "USA", 1, 9), ("KOR", "USA", 1, 8), ("JPN", "KOR", 1, 7), ("AUS", "USA", 1, 3)]
BLOC = [("CHN", "PRK", 1, 6), ("PRK", "RUS", 1, 4), ("CHN", "USA", -1, 9), ("JPN", "PRK", -1, 5)]


def first_screen(tables, rows, names=NAMES):
    """HTML of the first screen over ties (one code, other code, sign, acts told)."""
    ties = [dict.fromkeys(TIES.names) | _tie(*row) for row in sorted(rows)]
    table = pa.Table.from_pylist(ties, schema=TIES)
    camps = split_camps(table)
    without = {name: rows for name, rows in tables.items() if name != "tie_evidence"}
    page = render_report({**without, "ties": mark_frustrated(table, camps)}, camps, {"names": names})
    return page.split('id="top"', 1)[1].split("</section>", 1)[0]


def _tie(a, b, sign, n):
    good = n if sign > 0 else 0
    counts = {"n_cooperation": good, "n_conflict": n - good, "n_acts": n, "n_conditions": 0}
    return {"a": a, "b": b, "sign": sign, "weight": float(sign), "n": n, **counts}


def heading(html):
    return words(re.search(r"<h1.*?>(.*?)</h1>", html, re.DOTALL)[1])


def words(html):
    return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", html))).strip()


def test_a_quarrel_with_one_member_makes_nobody_a_friend_of_the_other_camp(tables):
    html = first_screen(tables, [*ALLIES, *BLOC, ("AUS", "FRA", -1, 2), ("FRA", "USA", -1, 3), ("CHN", "NZL", -1, 1)])
    assert heading(html) == (
        "The United States, Japan, South Korea and Australia against China, North Korea and Russia"
    )
    assert "Placed only by a quarrel: France (with the United States and Australia); New Zealand (with China)." in (
        words(html)
    )
    assert '<a href="#pair-CHN-NZL" data-pick="tie">China</a>' in html
    cards = re.findall(r'class="members">(.*?)</p>', html, re.DOTALL)
    assert [words(card) for card in cards] == [
        "United States · Japan · South Korea · Australia",
        "China · North Korea · Russia",
    ]
    assert "Between the camps, both ties are hostile." in words(html)
    assert "<dd>actors placed only by a quarrel<span" in html
    assert "counted with neither camp: France and New Zealand" in words(html)
    assert "placed only by a quarrel</span>" in html.split("<figcaption")[1]


def test_no_legend_and_no_count_where_nobody_is_placed_by_a_quarrel(tables):
    assert "only by a quarrel" not in first_screen(tables, [*ALLIES, *BLOC])


def test_an_opponent_of_a_whole_camp_stands_alone(tables):
    html = first_screen(tables, [*ALLIES, ("CHN", "USA", -1, 7), ("CHN", "JPN", -1, 5), ("AUS", "FRA", -1, 1)])
    assert heading(html) == "China stands alone against the United States, Japan, South Korea and Australia"
    assert "Placed only by a quarrel: France (with Australia)." in words(html)
    assert "Alone China no friendly tie on this side" in words(html.replace("</", " </"))


def test_a_camp_with_a_stray_quarrel_is_one_camp_and_no_more(tables):
    html = first_screen(tables, [*ALLIES, ("AUS", "FRA", -1, 1)])
    assert heading(html) == "The United States, Japan, South Korea and Australia"
    assert "One camp in a reading" in words(html)
    assert "No second camp: whoever is at odds with this one is placed by a quarrel only." in words(html)


def test_hostile_ties_alone_make_no_camps(tables):
    html = first_screen(tables, [("AUS", "FRA", -1, 2)])
    assert heading(html) == "Australia at odds with France"
    assert "A quarrel, but no camps" in words(html)
    ring = [("AUS", "CHN", -1, 1), ("AUS", "FRA", -1, 1), ("CHN", "RUS", -1, 1), ("FRA", "RUS", -1, 1)]
    assert heading(first_screen(tables, ring)) == "Quarrels, but no camps"


def test_the_headline_names_six_the_most_told_first_and_counts_the_rest(tables):
    many = [("A0", f"A{i}", 1, i) for i in range(1, 9)]
    html = first_screen(tables, [*many, ("B0", "B1", 1, 1), ("A0", "B0", -1, 1)], {})
    assert heading(html) == "A0, A8, A7, A6, A5, A4 and 3 more against B0 and B1"
