"""ACLED exports: quoted cells with line breaks, governments' years, both ways to write a day."""

import csv

import pytest

from detente.errors import ReadError
from detente.exchange.load_acled import load_acled

HEADER = (
    "event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 assoc_actor_1 inter1 "
    "actor2 assoc_actor_2 inter2 interaction civilian_targeting iso region country admin1 admin2 admin3 location latitude "
    "longitude geo_precision source source_scale notes fatalities tags timestamp"
).split()
CELLS = {
    "event_id_cnty": "XYZ12",
    "event_date": "2022-03-04",
    "event_type": "Explosions/Remote violence",
    "sub_event_type": "Air/drone strike",
    "actor1": "Military Forces of Russia (2000-) Air Force",
    "inter1": "External/Other forces",
    "actor2": "Military Forces of Ukraine (2019-)",
    "inter2": "State forces",
    "source": "Made News; Other News",
    "notes": "On 4 March, aircraft\nstruck a depot.",
}


def written(path, *rows):
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerows([HEADER, *([{**CELLS, **row}.get(name, "") for name in HEADER] for row in rows)])
    return path


def test_event_types_become_plover_types_and_years_leave_the_names(tmp_path):
    protest = {"event_date": "05 March 2022", "event_type": "Protests", "sub_event_type": "Peaceful protest"}
    other = {"event_type": "Strategic developments", "sub_event_type": "Other"}
    (chunk,) = load_acled(written(tmp_path / "a.csv", {}, protest, other), {})
    rows = chunk.rows.to_pylist()
    assert [(row["event_type"], row["mode"]) for row in rows] == [("ASSAULT", "aerial"), ("PROTEST", "demo"), ("", "")]
    assert rows[0]["actor_name"] == "Military Forces of Russia Air Force"
    assert rows[0]["recipient_name"] == "Military Forces of Ukraine"
    assert (rows[0]["n_reports"], rows[0]["text"]) == (2, "On 4 March, aircraft\nstruck a depot.")
    assert rows[1]["date_start"].isoformat() == "2022-03-05"


def test_a_row_of_another_width_is_refused(tmp_path):
    path = written(tmp_path / "a.csv", {})
    path.write_text(path.read_text("utf-8") + "XYZ13,2022-03-05\n", "utf-8")
    (chunk,) = load_acled(path, {})
    assert [item.reason for item in chunk.refused] == ["2 cells where the file has 31"]


def test_a_missing_column_is_an_error(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("event_id_cnty,event_date\n1,2\n", "utf-8")
    with pytest.raises(ReadError, match="has no column event_type, sub_event_type"):
        list(load_acled(path, {}))
