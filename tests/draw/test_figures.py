"""Figures: where actors stand, what lines mean, and that the SVG can stand in a page."""

from datetime import date
from xml.etree import ElementTree

import numpy as np
import pyarrow as pa
import pytest

from detente.draw.camp_layout import camp_layout
from detente.draw.inline_svg import inline_svg
from detente.draw.palette import CONFLICT, COOPERATION, EVEN, INK, PAPER
from detente.draw.signed_network import NETWORK, signed_network
from detente.draw.timeline import TIMELINE, timeline

SVG = "{http://www.w3.org/2000/svg}"


def tie(a, b, sign, n=1, camps="AB", frustrated=False, **more):
    """One row of a network table."""
    ends = {"a": a, "b": b, "name_a": a.title(), "name_b": b.title(), "camp_a": camps[0], "camp_b": camps[1:]}
    return {**ends, "sign": sign, "n": n, "frustrated": frustrated, "href": f"#pair-{a}-{b}", **more}


def network_svg(*rows):
    """The drawn network as an element tree."""
    table = pa.Table.from_pylist(list(rows), schema=NETWORK)
    return ElementTree.fromstring(inline_svg(signed_network(table), "n", "Network", "Two camps"))


def test_camps_face_each_other_and_strangers_wait_below():
    camps = ["A", "A", "B", "B", "B2", ""]
    layout = camp_layout(camps, np.array([[0, 2], [1, 3]]), np.ones(2))
    x, y = layout.positions.T
    assert max(x[:2]) < 0.5 < min(x[2:4])
    assert max(y[:4]) < y[4] < y[5]
    assert layout.positions.min() >= 0
    assert layout.positions.max() <= 1
    assert layout.height == pytest.approx(1.0 + 0.5 + 0.24)  # main part, one more part, one row


def test_actors_of_one_camp_never_stand_at_one_height():
    for n in range(2, 12):
        y = np.sort(camp_layout(["A"] * n + ["B"], np.array([[0, n]]), np.ones(1)).positions[:n, 1])
        assert np.diff(y).min() > 0.005


def test_a_tie_of_a_stranger_runs_through_no_third_actor():
    camps = ["A", "B", "B", "B", ""]
    x, y = camp_layout(camps, np.array([[0, 2], [1, 4], [2, 4], [3, 4]]), np.ones(4)).positions.T
    for other in (1, 2, 3):
        for third in {1, 2, 3} - {other}:
            twice_the_area = (x[other] - x[4]) * (y[third] - y[4]) - (x[third] - x[4]) * (y[other] - y[4])
            assert abs(twice_the_area) > 0.001


def test_a_layout_without_actors_is_empty():
    assert camp_layout([], np.empty((0, 2), dtype=np.int64), np.empty(0)).positions.shape == (0, 2)


def test_sign_is_told_by_colour_and_by_dash_and_number_by_width():
    root = network_svg(tie("X", "Y", 1, n=9, camps="AA"), tie("X", "Z", -1))
    lines = {line.get("stroke"): line for line in root.iter(f"{SVG}line")}
    assert lines[COOPERATION].get("stroke-dasharray") == "1,0"
    assert lines[CONFLICT].get("stroke-dasharray") == "7,4"
    assert float(lines[COOPERATION].get("stroke-width")) > float(lines[CONFLICT].get("stroke-width"))


def test_a_tie_against_the_split_is_marked_and_others_are_not():
    marked, plain = (network_svg(tie("X", "Y", 1, frustrated=against)) for against in (True, False))
    assert [text.text for text in marked.iter(f"{SVG}text")].count("!") == 2  # once as a halo
    assert "!" not in [text.text for text in plain.iter(f"{SVG}text")]


def test_an_actor_placed_by_a_quarrel_is_a_hollow_grey_ring_below_the_camps():
    root = network_svg(tie("X", "Y", 1, camps="AA"), tie("X", "Z", -1), tie("Y", "W", -1, apart_b=True))
    discs = [mark for mark in root.iter(f"{SVG}path") if mark.get("transform")]
    heights = {
        (mark.get("fill"), mark.get("stroke")): float(mark.get("transform").split(",")[1].rstrip(")")) for mark in discs
    }
    assert len(discs) == 4
    assert set(heights) == {(INK, INK), (PAPER, INK), (PAPER, EVEN)}
    assert heights[PAPER, EVEN] == max(heights.values())
    text = ElementTree.tostring(root, encoding="unicode")
    assert "W: 1 act or condition in its ties, placed only by a quarrel" in text


def test_the_svg_has_words_for_a_screen_reader_and_scales():
    root = network_svg(tie("X", "Y", 1))
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == "n-title"
    assert root.find(f"{SVG}title").text == "Network"
    assert root.find(f"{SVG}desc").text == "Two camps"
    assert root.get("viewBox")
    assert root.get("width") is None


def test_links_keep_a_fragment_only_and_nothing_is_styled_or_scripted():
    root = network_svg(
        tie("X", "Y", 1, href="https://evil.example/#pair-X-Y", name_a="<script>alert(1)</script>"),
        tie("X", "Z", -1, href="javascript:alert(1)", name_a="<script>alert(1)</script>"),
        tie("Y", "Z", -1),
    )
    assert {link.get("href") for link in root.iter(f"{SVG}a")} - {None} == {"#pair-Y-Z"}
    assert "<script>alert(1)</script>" in [text.text for text in root.iter(f"{SVG}text")]
    assert list(root.iter(f"{SVG}script")) == []
    assert [element for element in root.iter() if "style" in element.attrib] == []


def test_a_network_without_ties_is_drawn_empty():
    assert list(network_svg().iter(f"{SVG}line")) == []


def mark(pair, side, start, end, n=1):
    """One row of a timeline table."""
    return {"pair": pair, "side": side, "date_start": start, "date_end": end, "n": n, "href": "#p", "label": "told"}


def timeline_svg(*rows):
    """The drawn timeline as an element tree."""
    table = pa.Table.from_pylist(list(rows), schema=TIMELINE)
    return ElementTree.fromstring(inline_svg(timeline(table), "t", "Timeline", "Acts"))


def test_pairs_stand_in_the_order_given_and_a_short_time_is_not_told_in_hours():
    day = date(2023, 3, 16)
    root = timeline_svg(
        mark("Zeta – Eta", "conflict", day, date(2023, 3, 17)),
        mark("Alpha – Beta", "cooperation", day, date(2023, 3, 17)),
    )
    words = [text.text for text in root.iter(f"{SVG}text")]
    assert words.index("Zeta – Eta") < words.index("Alpha – Beta")
    assert not [word for word in words if "AM" in word or "PM" in word]


def test_a_month_is_a_line_and_a_day_is_none():
    day = mark("A – B", "cooperation", date(2023, 3, 16), date(2023, 3, 17))
    month = mark("A – B", "cooperation", date(2023, 1, 1), date(2023, 2, 1))

    def lines(*rows):
        return [line for line in timeline_svg(*rows).iter(f"{SVG}line") if line.get("stroke") == COOPERATION]

    assert len(lines(day)) == 0
    assert len(lines(day, month)) == 1
