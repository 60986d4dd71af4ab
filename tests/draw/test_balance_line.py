"""The figure of balance: years on an axis of years, gaps where nothing is known, proof told from none."""

from xml.etree import ElementTree

import pyarrow as pa

from detente.draw.balance_line import BALANCE_LINE, balance_line
from detente.draw.inline_svg import inline_svg
from detente.draw.palette import COOPERATION, EVEN, PAPER

SVG = "{http://www.w3.org/2000/svg}"


def drawn(rows, spans=()):
    """(frame, F, kappa, optimal) rows as a drawn element tree."""
    table = pa.Table.from_pylist([dict(zip(BALANCE_LINE.names, row, strict=True)) for row in rows], schema=BALANCE_LINE)
    return ElementTree.fromstring(inline_svg(balance_line(table, spans), "b", "Balance", "F and kappa"))


def words(root):
    return [text.text for text in root.iter(f"{SVG}text")]


def fills(root, stroke):
    return [path.get("fill") for path in root.iter(f"{SVG}path") if path.get("stroke") == stroke and path.get("fill")]


def test_years_are_numbers_and_wars_are_shaded_and_named():
    root = drawn([("1913", 0.9, 0.8, True), ("1914", 0.7, 0.3, True)], [(1913.5, 1914.5, "the war")])
    assert {"1913", "1914", "the war"} <= set(words(root))
    assert len([path for path in root.iter(f"{SVG}path") if path.get("fill") == EVEN]) == 2  # in both panels


def test_other_frames_stand_in_their_order_under_their_names_and_no_span_is_drawn():
    root = drawn([("50-53", 0.9, 0.8, True), ("46-49", 0.7, 0.3, True)], [(1, 2, "the war")])
    assert [word for word in words(root) if word in ("50-53", "46-49", "the war")] == ["50-53", "46-49"]


def test_what_is_not_proven_is_hollow_and_what_is_not_known_has_no_mark():
    rows = [("1", 0.9, 0.8, True), ("2", 0.8, 0.8, False), ("3", None, 0.8, True)]
    marks = [fill for fill in fills(drawn(rows), COOPERATION) if fill != "none"]
    assert sorted(marks) == sorted([COOPERATION, PAPER])


def test_no_frame_at_all_is_an_empty_figure():
    assert fills(drawn([]), COOPERATION) == []
