"""POLECAT files: cells with several actors, the word None, damaged headers, stray tabs."""

import pytest

from detente.errors import ReadError
from detente.exchange.load_polecat import COLUMNS, load_polecat

CELLS = {
    "Event ID": "20230105-123_2",
    "Event Date": "2023-01-05",
    "Event Type": "Consult",
    "Event Mode": "visit",
    "Intensity": "4.0",
    "Contexts": "diplomatic; military",
    "Actor Name": "Fumio Kishida; Rishi Sunak",
    "Actor Country": "JPN; GBR",
    "Primary Actor Sector": "GOV; GOV",
    "Recipient Name": "Olaf Scholz",
    "Recipient Country": "DEU",
    "Source": "Made News",
}
ROW = "\t".join(CELLS.get(name, "None") for name in COLUMNS)


def written(path, header, *rows):
    path.write_text("\n".join((header, *rows)) + "\n", "utf-8")
    return path


def test_several_actors_give_one_row_each_with_its_own_country(tmp_path):
    (chunk,) = load_polecat(written(tmp_path / "a.txt", "\t".join(COLUMNS), ROW), {})
    rows = chunk.rows.to_pylist()
    assert [(row["source_key"], row["actor_name"], row["actor_country"], row["recipient_country"]) for row in rows] == [
        ("20230105-123_2", "Fumio Kishida", "JPN", "DEU"),
        ("20230105-123_2~2", "Rishi Sunak", "GBR", "DEU"),
    ]
    assert {(row["event_type"], row["mode"], row["recipient_sector"], row["reference"]) for row in rows} == {
        ("CONSULT", "visit", "", "20230105-123")
    }


@pytest.mark.parametrize("header", ["Event ID\tEvent Date\tdamaged", "\t".join(COLUMNS) + "\t"])
def test_a_damaged_header_does_not_cost_the_rows(tmp_path, header):
    (chunk,) = load_polecat(written(tmp_path / "a.txt", header, ROW), {})
    assert chunk.rows["recipient_name"].to_pylist() == ["Olaf Scholz"] * 2


def test_a_line_with_a_stray_tab_is_refused_and_counted(tmp_path):
    stray = ROW.replace("diplomatic; military", "diplomatic\tmilitary")
    (chunk,) = load_polecat(written(tmp_path / "a.txt", "\t".join(COLUMNS), ROW, stray), {})
    assert [item.reason for item in chunk.refused] == ["41 cells where the file has 40"]


def test_another_table_is_an_error(tmp_path):
    with pytest.raises(ReadError, match="has no column Event ID"):
        list(load_polecat(written(tmp_path / "a.txt", "a\tb", "1\t2"), {}))
