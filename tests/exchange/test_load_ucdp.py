"""UCDP GED: wars by Gleditsch-Ward number, civilians of the country where they were, days half-open."""

import csv
from datetime import date

import pytest

from detente.errors import ReadError
from detente.exchange.load_ucdp import load_ucdp

HEADER = (
    "id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id conflict_name dyad_dset_id "
    "dyad_new_id dyad_name side_a_dset_id side_a_new_id side_a side_b_dset_id side_b_new_id side_b number_of_sources "
    "source_article source_office source_date source_headline source_original where_prec where_coordinates "
    "where_description adm_1 adm_2 latitude longitude geom_wkt priogrid_gid country country_id region event_clarity "
    "date_prec date_start date_end deaths_a deaths_b deaths_civilians deaths_unknown best high low gwnoa gwnob"
).split()
WAR = {
    "id": "1",
    "type_of_violence": "1",
    "conflict_name": "Made: A - B",
    "side_a": "Government of Ethiopia",
    "side_b": "Government of Eritrea",
    "number_of_sources": "-1",
    "country_id": "530",
    "date_start": "1999-02-06 00:00:00.000",
    "date_end": "1999-02-09 00:00:00.000",
    "best": "12",
    "gwnoa": "530",
    "gwnob": "531",
}


def written(path, *rows):
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerows([HEADER, *([{**WAR, **row}.get(name, "") for name in HEADER] for row in rows)])
    return path


def test_a_clash_of_governments_lasts_to_the_day_after_its_last(tmp_path):
    (chunk,) = load_ucdp(written(tmp_path / "ged.csv", {}), {})
    (row,) = chunk.rows.to_pylist()
    assert (row["date_start"], row["date_end"]) == (date(1999, 2, 6), date(1999, 2, 10))
    assert (row["actor_country"], row["recipient_country"], row["event_type"]) == ("530", "531", "ASSAULT")
    assert row["text"] == "state-based violence; Made: A - B; deaths (best estimate) 12"
    assert row["n_reports"] == 1  # -1 stands for an unknown number


def test_civilians_are_those_of_the_country_where_it_happened(tmp_path):
    one_sided = {"type_of_violence": "3", "side_b": "Civilians", "gwnob": "", "country_id": "531"}
    (chunk,) = load_ucdp(written(tmp_path / "ged.csv", one_sided), {})
    (row,) = chunk.rows.to_pylist()
    assert (row["recipient_country"], row["recipient_sector"]) == ("531", "CVL")


def test_a_short_row_is_refused_and_a_missing_column_is_an_error(tmp_path):
    path = written(tmp_path / "ged.csv", {})
    path.write_text(path.read_text("utf-8") + "2,3\n", "utf-8")
    (chunk,) = load_ucdp(path, {})
    assert [item.reason for item in chunk.refused] == ["2 cells where the file has 49"]
    (tmp_path / "b.csv").write_text("id,year\n1,1999\n", "utf-8")
    with pytest.raises(ReadError, match="has no column type_of_violence"):
        list(load_ucdp(tmp_path / "b.csv", {}))
