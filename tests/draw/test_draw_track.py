"""The track of a pair as a figure: with no turn, with many, and with times of which nothing is known."""

from datetime import date
from xml.etree import ElementTree

import pyarrow as pa
import pytest
import vl_convert

from detente.draw.track import ARROWS, TRACK, TRACK_TURNS, track
from detente.schema.period import Period

SVG = "{http://www.w3.org/2000/svg}"


def months(n, missing=()):
    """Rows of TRACK from January 2010 on."""
    rows = []
    period = Period.containing(date(2010, 1, 1), "month")
    for i in range(n):
        shares = dict.fromkeys(("tension", "low90", "low50", "high50", "high90"))
        if i not in missing:
            shares = {"tension": 0.4, "low90": 0.2, "low50": 0.3, "high50": 0.5, "high90": 0.6}
        acts = {"n_cooperation": 6 * (i not in missing), "n_conflict": 4 * (i not in missing), "n_other": 0}
        rows.append({"period_start": period.start, "period_end": period.end, **shares, **acts})
        period = period.next("month")
    return pa.Table.from_pylist(rows, TRACK)


def turns(*days, label="China → Japan: sanction ×20"):
    """Rows of TRACK_TURNS, cooling and warming in turn."""
    rows = [
        {"date": day, "date_low": day, "date_high": day, "direction": ("cooling", "warming")[i % 2], "label": label}
        for i, day in enumerate(days)
    ]
    return pa.Table.from_pylist(rows, TRACK_TURNS)


def texts(table, marks, title=""):
    """The words in the drawing."""
    drawn = ElementTree.fromstring(vl_convert.vegalite_to_svg(track(table, marks, title).to_dict()))
    return ["".join(one.itertext()) for one in drawn.iter(f"{SVG}text")]


def test_without_turns_there_are_axes_and_a_title_and_no_arrow():
    words = texts(months(24), turns(), "Japan – South Korea")
    assert {"Japan – South Korea", "tension", "acts", "100%", "conflict"} <= set(words)
    assert not any(word.startswith(tuple(ARROWS.values())) for word in words)


def test_a_turn_has_an_arrow_of_tension_its_month_and_what_happened():
    words = texts(months(24), turns(date(2010, 9, 8), date(2011, 3, 1)))
    assert {"▲ Sep 2010 China → Japan: sanction ×20", "▼ Mar 2011 China → Japan: sanction ×20"} <= set(words)


def test_long_words_are_cut_and_say_so():
    (word, *_) = [one for one in texts(months(24), turns(date(2010, 2, 1), label="x" * 60)) if "▲" in one]
    assert word == "▲ Feb 2010 " + "x" * 39 + "…"


@pytest.mark.parametrize("day", [date(2010, 1, 1), date(2011, 12, 31)])
def test_words_at_either_end_stay_inside(day):
    chart = track(months(24), turns(day)).to_dict()
    (mark,) = [
        row for layer in chart["vconcat"][0]["layer"] for row in layer["data"].get("values", []) if "label" in row
    ][:1]
    assert mark["align"] == ("left" if day.month == 1 else "right")


def test_many_turns_keep_their_rules_and_only_the_words_that_have_room():
    days = [date(2010, 1 + i // 2, 1 + 14 * (i % 2)) for i in range(24)]
    words = [one for one in texts(months(24), turns(*days)) if one[:1] in ARROWS.values()]
    assert 5 <= len(set(words)) < 24
    rules = track(months(24), turns(*days)).to_dict()["vconcat"][0]["layer"][3]["data"]["values"]
    assert len(rules) == 24


def test_months_of_which_nothing_is_known_have_no_tension():
    chart = track(months(24, missing=(3, 4, 5)), turns()).to_dict()
    drawn = chart["vconcat"][0]["layer"][0]["data"]["values"]
    assert len(drawn) == 21
    assert {"tension", "acts"} <= set(texts(months(24, missing=(3, 4, 5)), turns()))


def test_a_track_without_a_single_period_still_renders():
    assert "tension" in texts(TRACK.empty_table(), turns())
    assert "tension" in texts(months(5, missing=range(5)), turns())
