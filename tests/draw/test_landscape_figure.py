"""The figure of a landscape shows every optimum with who stands where, and stands in a page without script."""

from xml.etree import ElementTree

import pytest

import detente
from detente.draw.figure_file import figure_file
from detente.draw.landscape import landscape
from detente.errors import SettingsError
from detente.pipeline.landscape_figure import draw_landscape, landscape_words, optima_table

TABLE = "a,b,propensity\nA,B,1\nC,D,1\nA,C,-2\nB,D,-0.5\nA,D,0.3\n"


@pytest.fixture
def found(tmp_path):
    (tmp_path / "t.csv").write_text(TABLE, "utf-8")
    return detente.landscape(tmp_path / "t.csv")


def test_a_row_an_optimum_and_a_mark_an_actor(found):
    chart = landscape(optima_table(found))
    root = ElementTree.fromstring(figure_file(chart, ".svg", "Landscape", "words"))
    text = "".join(root.itertext())
    assert [name for name in "ABCD" if name not in text] == []
    labels = [node.get("aria-label") for node in root.iter() if node.get("aria-label")]
    assert sum(label.startswith(("A: camp", "B: camp", "C: camp", "D: camp")) for label in labels) == 4 * found.n_optima
    assert "A: camp 1" in labels
    assert any(label.startswith("C: camp 2") for label in labels)


def test_the_words_say_what_the_figure_shows(found):
    assert landscape_words(found) == (
        "The lowest energy, -4.4, has A, B in one camp and C, D in the other, and no other configuration is as low. It "
        "is the only local optimum; 100% of 8 configurations come to rest there."
    )


@pytest.mark.parametrize(("ending", "start"), [("html", b"<!doctype html>"), ("svg", b"<svg"), ("png", b"\x89PNG")])
def test_the_ending_decides_the_format(found, tmp_path, ending, start):
    path = draw_landscape(found, tmp_path / f"f.{ending}")
    data = path.read_bytes()
    assert data.startswith(start)
    assert b"<script" not in data


def test_another_ending_is_refused(found, tmp_path):
    with pytest.raises(SettingsError) as refused:
        draw_landscape(found, tmp_path / "f.gif")
    assert str(refused.value) == ".gif is no format of figures; give a name in .html, .svg, .png."
