"""`detente track` from the outside, and its figure as a file."""

import json
import re
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest

import detente
from detente.errors import InputError
from detente.pipeline.tracking import write_figure


def test_the_terminal_shows_months_with_tension_volume_and_turns(command, history):
    done = command("track", "Japan", "KOR", "-p", history)
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert lines[0] == "Japan – South Korea: share of conflict by month, mean and 90 % interval"
    assert len([line for line in lines if re.match(r"\d{4}-\d\d-01 \|.{40}\| ", line)]) == 48
    (cooling,) = [line for line in lines if line.endswith("▲ cooling")]
    (warming,) = [line for line in lines if line.endswith("▼ warming")]
    assert (cooling[:10], warming[:10]) == ("2010-09-01", "2010-11-01")


def test_json_holds_estimates_and_turns(command, history):
    told = json.loads(command("track", "KOR", "JPN", "-p", history, "--period", "quarter", "--json").stdout)
    assert (told["a"], told["b"], told["period"], len(told["turning_points"])) == ("JPN", "KOR", "quarter", 2)
    assert len(told["relations"]) == 16 * 4 * 2  # quarters of 2008 to 2011, measures, intervals
    tension = {row["period_start"]: row["estimate"] for row in told["relations"] if row["measure"] == "tension"}
    assert tension["2010-10-01"] > 1.5 * tension["2009-10-01"]


@pytest.fixture(scope="module")
def track(history):
    return detente.track(history, "JPN", "KOR", period="quarter")


class Addresses(HTMLParser):
    """What a page loads."""

    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attributes):
        self.found += [value for name, value in attributes if name in ("src", "href")]


def test_a_page_holds_all_that_it_needs(track, tmp_path):
    page = write_figure(track, tmp_path / "new" / "f.html").read_text("utf-8")
    assert "\\u25b2 Sep 2010" in page or "▲ Sep 2010" in page
    addresses = Addresses()
    addresses.feed(page)
    assert addresses.found == []


def test_a_picture_is_one(track, tmp_path):
    data = write_figure(track, tmp_path / "f.PNG").read_bytes()
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = (int.from_bytes(data[at : at + 4], "big") for at in (16, 20))
    assert width > height > 500  # pixels, at 144 an inch


def test_the_command_writes_the_same_drawing_that_labels_the_turns(command, history, track, tmp_path):
    done = command("track", "JPN", "KOR", "-p", history, "--period", "quarter", "-o", tmp_path / "f.svg")
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, str(tmp_path / "f.svg"))
    data = (tmp_path / "f.svg").read_bytes()
    assert data == write_figure(track, tmp_path / "again.svg").read_bytes()
    texts = [one.text or "" for one in ElementTree.fromstring(data).iter("{http://www.w3.org/2000/svg}text")]
    assert any(text.startswith("▲ Sep 2010 ") for text in texts)
    assert any(text.startswith("▼ Nov 2010 back to normal") for text in texts)


def test_a_place_where_nothing_can_be_written_is_said(track, tmp_path):
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(InputError, match=r"f\.svg: cannot be written \(.*\)\. Choose another place with -o\."):
        write_figure(track, tmp_path / "file" / "f.svg")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ("JPN", "Atlantis"),
            "'Atlantis' names no state that is known; write its code (ISO 3166-1 alpha-3), such as JPN.",
        ),
        (("JPN", "PER"), "no dated act between JPN and PER. Pairs with most acts: CHN,FRA ("),
        (
            ("JPN", "KOR", "--period", "decade"),
            "Unknown period 'decade'; choose one of day, week, month, quarter, year.",
        ),
        (("JPN", "KOR", "-o", "f.pdf"), ".pdf is no format of figures; give a name in .html, .svg, .png."),
    ],
)
def test_what_cannot_be_done_is_said(command, history, tmp_path, monkeypatch, arguments, said):
    monkeypatch.chdir(tmp_path)
    done = command("track", *arguments, "-p", history)
    assert done.returncode == 1
    assert said in done.stderr
    assert list(tmp_path.iterdir()) == []
