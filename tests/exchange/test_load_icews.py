"""ICEWS files: 20 columns, keys that need their date, words for what is missing, malformed lines."""

import os
from datetime import date
from pathlib import Path

import pytest

from detente.errors import ReadError
from detente.exchange.load_icews import COLUMNS, load_icews

SHARED = Path(os.environ.get("DETENTE_SHARED") or Path(__file__).resolve().parents[3] / "shared") / "data"
SAMPLE = SHARED / "icews/events.2018.sample.tab"
ROW = (
    "101|2014-03-02|Foreign Ministry (Japan)|Government,Foreign Ministry|Japan|Criticize or denounce|111|-2.0|"
    "China|NA||555|3|Made News|Tokyo|NA|NA|Japan|35.7|139.7"
).split("|")


def written(path, *rows, encoding="utf-8"):
    path.write_bytes("\n".join("\t".join(row) for row in (COLUMNS, *rows)).encode(encoding) + b"\n")
    return path


def test_a_row_gives_both_sides_as_the_source_names_them(tmp_path):
    (chunk,) = load_icews(written(tmp_path / "a.tab", ROW), {})
    (row,) = chunk.rows.to_pylist()
    assert (row["source_key"], row["date_start"], row["date_end"]) == (
        "101 2014-03-02",
        date(2014, 3, 2),
        date(2014, 3, 3),
    )
    assert (row["actor_name"], row["actor_country"], row["recipient_name"], row["recipient_country"]) == (
        "Foreign Ministry (Japan)",
        "Japan",
        "China",
        "",
    )
    assert (row["cameo"], row["scale"], row["recipient_sector"], row["reference"]) == ("111", -2.0, "", "555")


def test_a_short_line_and_a_day_that_no_calendar_has_are_refused_and_the_rest_is_read(tmp_path):
    undated = [*ROW[:1], "2014-06-31", *ROW[2:]]
    (chunk,) = load_icews(path := written(tmp_path / "a.tab", ROW, ROW[:7], undated), {})
    assert chunk.rows.num_rows == 1
    assert [(item.place, item.reason) for item in chunk.refused] == [
        (f"{path}#3", "7 cells where the file has 20"),
        (str(path), "'2014-06-31' is no date"),
    ]


def test_names_in_latin_1_are_read(tmp_path):
    named = [*ROW[:2], "Luis Núñez", *ROW[3:]]
    (chunk,) = load_icews(written(tmp_path / "a.tab", named, encoding="latin-1"), {})
    assert chunk.rows["actor_name"].to_pylist() == ["Luis Núñez"]


def test_a_file_of_other_columns_is_an_error_that_names_them(tmp_path):
    path = tmp_path / "a.tab"
    path.write_text("date\tactor\n2014-01-01\tJapan\n", "utf-8")
    with pytest.raises(ReadError) as error:
        list(load_icews(path, {}))
    assert str(error.value).startswith(f"{path}: has no column Event ID, Event Date, Source Name")
    assert "its columns are date, actor. Give a yearly file of ICEWS" in str(error.value)


@pytest.mark.skipif(not SAMPLE.exists(), reason=f"{SAMPLE} is not there")
def test_every_row_of_the_published_sample_is_read():
    chunks = list(load_icews(SAMPLE, {}))
    assert sum(chunk.rows.num_rows for chunk in chunks) == 3705  # lines of the file without its header
    assert [chunk.refused for chunk in chunks] == [()] * len(chunks)
