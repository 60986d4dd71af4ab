"""What is one act: incidents, groups and near-duplicates of coded events, groups and reports of imported ones."""

import polars as pl
import pytest

from detente.errors import SchemaError
from detente.measure.units import by_pair, counting_units


def rows(frame):
    return frame.collect(backend="pyarrow").to_native().to_pylist()


def test_an_incident_is_the_unit_before_the_group_and_a_cluster_the_document(make_events):
    events = make_events(
        ("CHN", "JPN", "ACCUSE", {"incident_id": "i"}),
        ("CHN", "JPN", "ACCUSE", {"document_id": "copy", "document_cluster": "copy"}),
        ("CHN", "JPN", "ACCUSE", {"document_cluster": "copy"}),  # a near-duplicate: no unit at all
    )
    told = rows(counting_units(pl.from_arrow(events).lazy()))
    assert [(row["unit"], row["document"], row["reports"]) for row in told] == [("i", "d0", None), ("g1", "copy", None)]


def test_an_imported_record_is_an_asserted_act_with_the_reports_of_its_source(make_records):
    (row,) = rows(counting_units(make_records(("CHN", "JPN", "ACCUSE", {"event_group": "note", "n_reports": 7}))))
    told = {name: row[name] for name in ("unit", "document", "reports", "modality", "kind")}
    assert told == {"unit": "note", "document": None, "reports": 7, "modality": "asserted", "kind": "act"}


def test_a_missing_actor_is_an_empty_text_and_belongs_to_no_pair(make_records):
    units = counting_units(make_records((None, "JPN", "ACCUSE"), ("CHN", "CHN", "ACCUSE"), ("KOR", "JPN", "ACCUSE")))
    assert [row["actor"] for row in rows(units)] == ["", "CHN", "KOR"]
    assert [(row["actor"], row["recipient"]) for row in rows(by_pair(units))] == [("JPN", "KOR")]


def test_either_direction_lies_in_one_pair_in_the_order_of_the_codes(make_events):
    units = counting_units(make_events(("KOR", "JPN", "AID"), ("JPN", "KOR", "AID")))
    assert [(row["actor"], row["recipient"]) for row in rows(by_pair(units))] == [("JPN", "KOR")] * 2


def test_a_table_of_neither_schema_is_refused_with_what_it_lacks(make_records):
    with pytest.raises(SchemaError) as refused:
        counting_units(make_records(("KOR", "JPN", "AID")).drop_columns(["quad", "n_reports"]))
    assert (
        str(refused.value) == "Events lack the columns quad, n_reports; give a table of the schema EVENTS or IMPORTED."
    )
