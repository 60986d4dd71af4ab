"""PLOVER records: both sets of field names, several actors, flags, and lines that are no record."""

import json
from datetime import date

import pytest

from detente.errors import ReadError
from detente.exchange.load_plover import load_plover

NEW = {
    "id": "P-1",
    "date": "2016-07-24",
    "actor": [{"code": "USA", "sector": "GOV", "entity_text": "Washington"}, {"code": "CAN"}],
    "recipient": [{"code": "MEX"}],
    "event": ["CONSULT"],
    "mode": ["visit", "historical"],
    "event_scale": 4.0,
    "event_text": ["visited"],
}
OLD = {
    "id": "P-2",
    "date": "2016-07-25",
    "source": [{"actorText": "Kabul", "code": "AFG", "sector": "GOV"}],
    "target": [],
    "event": "protest",
    "eventText": "rallied",
}


def written(path, *records):
    lines = [record if isinstance(record, str) else json.dumps(record) for record in records]
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def test_both_sets_of_field_names_are_read(tmp_path):
    (chunk,) = load_plover(written(tmp_path / "a.jsonl", NEW, OLD), {})
    rows = chunk.rows.to_pylist()
    assert [(row["source_key"], row["actor_country"], row["recipient_country"], row["event_type"]) for row in rows] == [
        ("P-1", "USA", "MEX", "CONSULT"),
        ("P-1~2", "CAN", "MEX", "CONSULT"),
        ("P-2", "AFG", "", "PROTEST"),
    ]
    assert (rows[0]["mode"], rows[0]["scale"], rows[0]["text"], rows[0]["actor_name"]) == (
        "visit",
        4.0,
        "visited",
        "Washington",
    )
    assert rows[2]["date_end"] == date(2016, 7, 26)


def test_what_did_not_happen_and_what_is_no_record_is_refused_with_its_line(tmp_path):
    denied = {**NEW, "mode": ["negated"]}
    path = written(tmp_path / "a.jsonl", NEW, denied, "{broken", {"id": "P-9"}, {**NEW, "date": "soon"})
    (chunk,) = load_plover(path, {})
    assert [(item.place, item.reason.partition(" (")[0]) for item in chunk.refused] == [
        (f"{path}#2", "the record says negated: it did not happen"),
        (f"{path}#3", "no JSON"),
        (f"{path}#4", "no PLOVER record: id, date and event are required"),
        (f"{path}#5", "'soon' is no date"),
    ]


def test_a_file_that_is_no_json_is_an_error(tmp_path):
    with pytest.raises(ReadError, match="is no JSON lines"):
        list(load_plover(written(tmp_path / "a.jsonl", "a,b"), {}))
