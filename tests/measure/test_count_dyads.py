"""Dyads count asserted acts and conditions of two different actors, once each."""

from datetime import date

import duckdb
import polars as pl
import pytest
from hypothesis import given, settings
from test_count_panel import made_events, on_duckdb, rows

from detente.errors import SchemaError
from detente.measure.dyads import count_dyads
from detente.schema.panel import DYADS


def test_a_dyad_shows_acts_conditions_quads_tone_and_dates(make_events):
    events = make_events(
        ("CHN", "JPN", "ACCUSE", {"day": date(2023, 8, 24)}),
        ("CHN", "JPN", "SANCTION", {"day": date(2023, 8, 25)}),
        ("CHN", "JPN", "ACCUSE", {"kind": "condition", "day": None, "document_id": "d0"}),
        ("JPN", "CHN", "CONSULT", {"day": None}),
    )
    assert rows(count_dyads(on_duckdb(events))) == [
        {
            "actor": "CHN",
            "recipient": "JPN",
            "n_events": 3,
            "n_acts": 2,
            "n_conditions": 1,
            "n_verbal_cooperation": 0,
            "n_material_cooperation": 0,
            "n_verbal_conflict": 2,
            "n_material_conflict": 1,
            "n_documents": 2,
            "scale_mean": -4.0,  # (-3 - 6 - 3) / 3
            "date_first": date(2023, 8, 24),
            "date_last": date(2023, 8, 25),
        },
        {
            "actor": "JPN",
            "recipient": "CHN",
            "n_events": 1,
            "n_acts": 1,
            "n_conditions": 0,
            "n_verbal_cooperation": 1,
            "n_material_cooperation": 0,
            "n_verbal_conflict": 0,
            "n_material_conflict": 0,
            "n_documents": 1,
            "scale_mean": 2.5,
            "date_first": None,
            "date_last": None,
        },
    ]


@pytest.mark.parametrize("flag", ["negated", "hypothetical", "future", "historical"])
def test_what_is_not_asserted_of_the_present_does_not_count_unless_asked(make_events, flag):
    events = make_events(("JPN", "KOR", "REJECT"), ("JPN", "KOR", "SANCTION", {flag: True}))
    (asserted,) = rows(count_dyads(events))
    (both,) = rows(count_dyads(events, ("asserted", flag)))
    assert (asserted["n_events"], both["n_events"]) == (1, 2)


def test_events_without_recipient_and_of_a_state_with_itself_are_no_dyad(make_events):
    assert rows(count_dyads(make_events(("CHN", "", "MOBILIZE"), ("KOR", "KOR", "ACCUSE")))) == []


def test_reports_that_disagree_on_an_incident_are_one_event_in_both_quads(make_events):
    events = make_events(
        ("RUS", "UKR", "ACCUSE", {"incident_id": "i"}), ("RUS", "UKR", "MOBILIZE", {"incident_id": "i"})
    )
    (row,) = rows(count_dyads(events))
    assert (row["n_events"], row["n_verbal_conflict"], row["n_material_conflict"], row["n_documents"]) == (1, 1, 1, 2)


def test_the_table_has_the_declared_columns_and_types(make_events):
    dyads = count_dyads(pl.from_arrow(make_events(("KOR", "JPN", "AGREE"))).lazy())
    assert dyads.collect(backend="pyarrow").to_native().cast(DYADS).schema == DYADS
    assert dyads.collect_schema().names() == DYADS.names


def test_an_unknown_modality_is_refused_with_the_choices(make_events):
    with pytest.raises(SchemaError) as refused:
        count_dyads(make_events(("KOR", "JPN", "AGREE")), ("planned",))
    assert str(refused.value) == (
        "Modalities ['planned'] cannot be counted; choose from asserted, historical, future, hypothetical, negated."
    )


@settings(max_examples=25, deadline=None)
@given(made_events())
def test_duckdb_and_polars_give_the_same_dyads_and_each_act_is_in_n_events_once(events):
    from_duckdb = rows(count_dyads(on_duckdb(events)))
    assert from_duckdb == rows(count_dyads(pl.from_arrow(events).lazy()))
    units = {}
    for row in events.to_pylist():
        copy = row["document_cluster"] not in (None, row["document_id"])
        if copy or row["modality"] != "asserted" or "" in (row["actor"], row["recipient"]):
            continue
        if row["actor"] != row["recipient"]:
            units.setdefault((row["actor"], row["recipient"]), set()).add(row["incident_id"] or row["event_group"])
    assert {(row["actor"], row["recipient"]): row["n_events"] for row in from_duckdb} == {
        pair: len(found) for pair, found in units.items()
    }


def test_no_duckdb_connection_is_needed_for_an_arrow_table(make_events):
    events = make_events(("KOR", "JPN", "AGREE"))
    assert rows(count_dyads(events)) == rows(count_dyads(duckdb.from_arrow(events)))
