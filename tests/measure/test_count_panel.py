"""The panel counts acts once, keeps apart what must be apart, and leads back to its events."""

from datetime import date

import duckdb
import narwhals as nw
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.errors import SchemaError
from detente.measure.panel import count_panel
from detente.schema.event import EVENTS, Event
from detente.schema.panel import EVIDENCE, PANEL
from detente.schema.period import PERIOD_KINDS, Period
from detente.schema.tables import events_table

GROUP = {"event_group": "talks"}


def rows(frame):
    return frame.collect(backend="pyarrow").to_native().to_pylist()


def on_duckdb(events):
    connection = duckdb.connect()
    connection.register("events", events)
    return connection.table("events")


def test_two_events_of_one_group_in_one_direction_are_one_act(make_events):
    events = make_events(("KOR", "JPN", "CONSULT", GROUP), ("KOR", "JPN", "CONSULT", GROUP))
    panel, evidence = (rows(frame) for frame in count_panel(pl.from_arrow(events).lazy(), "month"))
    assert [(row["cell"], row["n_events"], row["n_documents"]) for row in panel] == [
        ("KOR|JPN|2023-03-01|CONSULT|asserted|act", 1, 2)
    ]
    assert evidence == [
        {"cell": "KOR|JPN|2023-03-01|CONSULT|asserted|act", "event_id": "e0"},
        {"cell": "KOR|JPN|2023-03-01|CONSULT|asserted|act", "event_id": "e1"},
    ]


def test_a_symmetric_act_counts_once_in_each_direction(make_events):
    events = make_events(("KOR", "JPN", "CONSULT", GROUP), ("JPN", "KOR", "CONSULT", GROUP))
    panel = rows(count_panel(events, "year")[0])
    assert [(row["actor"], row["recipient"], row["n_events"]) for row in panel] == [
        ("JPN", "KOR", 1),
        ("KOR", "JPN", 1),
    ]


def test_reports_of_one_incident_in_two_documents_are_one_act(make_events):
    events = make_events(("CHN", "JPN", "ACCUSE", {"incident_id": "i"}), ("CHN", "JPN", "ACCUSE", {"incident_id": "i"}))
    panel = rows(count_panel(events, "month")[0])
    assert [(row["n_events"], row["n_documents"]) for row in panel] == [(1, 2)]


def test_a_near_duplicate_does_not_count_but_the_first_of_its_cluster_does(make_events):
    events = make_events(
        ("CHN", "JPN", "ACCUSE", {"document_cluster": "d0"}), ("CHN", "JPN", "ACCUSE", {"document_cluster": "d0"})
    )
    panel, evidence = (rows(frame) for frame in count_panel(events, "month"))
    assert [(row["n_events"], row["n_documents"]) for row in panel] == [(1, 1)]
    assert [row["event_id"] for row in evidence] == ["e0"]


def test_acts_conditions_modalities_and_types_have_cells_of_their_own(make_events):
    events = make_events(
        ("PRK", "KOR", "ACCUSE"),
        ("PRK", "KOR", "ACCUSE", {"kind": "condition"}),
        ("PRK", "KOR", "ACCUSE", {"negated": True, "future": True}),
        ("PRK", "KOR", "MOBILIZE"),
    )
    cells = [row["cell"] for row in rows(count_panel(events, "quarter")[0])]
    assert cells == [
        "PRK|KOR|2023-01-01|ACCUSE|asserted|act",
        "PRK|KOR|2023-01-01|ACCUSE|asserted|condition",
        "PRK|KOR|2023-01-01|ACCUSE|negated|act",
        "PRK|KOR|2023-01-01|MOBILIZE|asserted|act",
    ]


def test_an_undated_event_goes_to_the_cell_without_period(make_events):
    (row,) = rows(count_panel(make_events(("CHN", "", "MOBILIZE", {"day": None})), "week")[0])
    assert (row["cell"], row["period_start"], row["period_end"]) == ("CHN|||MOBILIZE|asserted|act", None, None)


@pytest.mark.parametrize("kind", PERIOD_KINDS)
@pytest.mark.parametrize("day", [date(2023, 1, 1), date(2024, 2, 29), date(2023, 12, 31), date(1910, 8, 29)])
def test_periods_are_those_of_the_calendar_on_every_engine(make_events, kind, day):
    events = make_events(("JPN", "KOR", "ACCUSE", {"day": day}))
    for source in (on_duckdb(events), pl.from_arrow(events).lazy(), events):
        (row,) = rows(count_panel(source, kind)[0])
        assert Period(row["period_start"], row["period_end"]) == Period.containing(day, kind)


def test_both_tables_have_the_declared_columns_and_types(make_events):
    panel, evidence = count_panel(on_duckdb(make_events(("KOR", "JPN", "AGREE"))), "month")
    assert panel.collect(backend="pyarrow").to_native().schema == PANEL
    assert evidence.collect(backend="pyarrow").to_native().schema == EVIDENCE


def test_no_events_give_an_empty_panel():
    panel, evidence = count_panel(EVENTS.empty_table(), "month")
    assert (rows(panel), rows(evidence)) == ([], [])


def test_counting_is_lazy(make_events):
    panel, _ = count_panel(pl.from_arrow(make_events(("KOR", "JPN", "AGREE"))).lazy(), "month")
    assert isinstance(panel, nw.LazyFrame)
    assert isinstance(panel.to_native(), pl.LazyFrame)


def test_an_unknown_period_and_a_missing_column_are_refused_with_what_to_do(make_events):
    events = make_events(("KOR", "JPN", "AGREE"))
    with pytest.raises(SchemaError) as refused:
        count_panel(events, "decade")
    assert str(refused.value) == "Unknown period 'decade'; choose one of day, week, month, quarter, year."
    with pytest.raises(SchemaError) as refused:
        count_panel(events.drop_columns(["kind"]), "month")
    assert str(refused.value) == "Events lack the columns kind; give a table of the schema EVENTS or IMPORTED."


codes = st.sampled_from(["KOR", "JPN", "PRK", ""])
days = st.none() | st.dates(date(2022, 12, 20), date(2023, 4, 10))


@st.composite
def made_events(draw):
    """Up to 25 events over few codes, days, groups and documents, so that cells and units collide."""
    made = []
    for number in range(draw(st.integers(0, 25))):
        document = draw(st.sampled_from(["d1", "d2", "d3"]))
        event_type, quad, scale = draw(st.sampled_from([("CONSULT", 1, 4.0), ("ACCUSE", 3, -3.5), ("AID", 2, 10.0)]))
        made.append(
            Event(
                event_id=f"e{number}",
                event_group=draw(st.sampled_from(["g1", "g2", "g3"])),
                document_id=document,
                sentence_index=0,
                sentence="",
                actor=draw(codes),
                actor_text="",
                actor_start=0,
                actor_end=0,
                event_type=event_type,
                quad=quad,
                scale=scale,
                trigger="",
                char_start=0,
                char_end=0,
                recipient=draw(codes),
                kind=draw(st.sampled_from(["act", "condition"])),
                negated=draw(st.booleans()),
                historical=draw(st.booleans()),
                date_start=draw(days),
                document_cluster=draw(st.sampled_from([None, document, "d1"])),
                incident_id=draw(st.sampled_from([None, None, "i1"])),
                confidence=draw(st.sampled_from([0.25, 0.5, 1.0])),
            )
        )
    return events_table(made)


def counted_in_plain_python(events, period, directed):
    """The same numbers with dictionaries and sets: (n_events, n_weighted, n_documents, event ids) of every cell."""
    cells = {}
    for row in events.to_pylist():
        if row["document_cluster"] not in (None, row["document_id"]):
            continue
        ends = [row["actor"], row["recipient"]]
        if not directed:
            if "" in ends or ends[0] == ends[1]:
                continue
            ends = sorted(ends)
        start = Period.containing(row["date_start"], period).start.isoformat() if row["date_start"] else ""
        key = "|".join((*ends, start, row["event_type"], row["modality"], row["kind"]))
        units, documents, ids = cells.setdefault(key, ({}, set(), set()))
        unit = row["incident_id"] or row["event_group"]
        units[unit] = max(units.get(unit, 0), row["confidence"])
        documents.add(row["document_cluster"] or row["document_id"])
        ids.add(row["event_id"])
    return {
        key: (len(units), sum(units.values()), len(documents), sorted(ids))
        for key, (units, documents, ids) in cells.items()
    }


@settings(max_examples=25, deadline=None)
@given(made_events(), st.sampled_from(PERIOD_KINDS), st.booleans())
def test_duckdb_and_polars_count_what_plain_python_counts(events, period, directed):
    expected = counted_in_plain_python(events, period, directed)
    for source in (on_duckdb(events), pl.from_arrow(events).lazy()):
        panel, evidence = (rows(frame) for frame in count_panel(source, period, directed))
        ids = {row["cell"]: [one["event_id"] for one in evidence if one["cell"] == row["cell"]] for row in panel}
        assert {
            row["cell"]: (row["n_events"], row["n_weighted"], row["n_documents"], sorted(ids[row["cell"]]))
            for row in panel
        } == expected
        assert [row["cell"] for row in panel] == sorted(expected)


def test_undirected_a_meeting_told_in_both_directions_is_one_act(make_events):
    events = make_events(("KOR", "JPN", "CONSULT", GROUP), ("JPN", "KOR", "CONSULT", GROUP))
    (row,) = rows(count_panel(events, "year", directed=False)[0])
    assert (row["actor"], row["recipient"], row["n_events"]) == ("JPN", "KOR", 1)


def test_imported_records_are_counted_once_a_group_and_bring_their_own_count_of_reports(make_records):
    records = make_records(
        ("CHN", "JPN", "ACCUSE", {"event_group": "note", "n_reports": 3}),
        ("CHN", "JPN", "ACCUSE", {"event_group": "note", "n_reports": 2}),
        ("CHN", "JPN", "", {"quad": 0}),
    )
    for source in (on_duckdb(records), pl.from_arrow(records).lazy(), records):
        panel = rows(count_panel(source, "month")[0])
        assert [(row["event_type"], row["n_events"], row["n_documents"], row["modality"]) for row in panel] == [
            ("ACCUSE", 1, 5, "asserted"),
            ("", 1, 1, "asserted"),
        ]
