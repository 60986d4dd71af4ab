"""Acts of a pair by side: what counts, on which side, and the same on every engine."""

from datetime import date

import duckdb
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.errors import SchemaError
from detente.measure.pair_counts import PAIR_COUNTS, pair_counts
from detente.schema.imported import IMPORTED
from detente.schema.period import PERIOD_KINDS, Period


def on_duckdb(events):
    connection = duckdb.connect()
    connection.register("events", events)
    return connection.table("events")


def sides(table):
    return {row["side"]: row["n_events"] for row in table.to_pylist()}


def test_a_statement_and_a_request_are_neither_warmth_nor_quarrel(make_records):
    records = make_records(("CHN", "JPN", "", {"quad": 0}), ("CHN", "JPN", "REQUEST"), ("CHN", "JPN", "ACCUSE"))
    assert sides(pair_counts([records], "month")) == {0: 2, 3: 1}


def test_words_and_deeds_of_either_colour_have_sides_of_their_own(make_events):
    events = make_events(
        ("KOR", "JPN", "CONSULT"), ("KOR", "JPN", "AID"), ("KOR", "JPN", "ACCUSE"), ("KOR", "JPN", "MOBILIZE")
    )
    assert sides(pair_counts([events], "month")) == {1: 1, 2: 1, 3: 1, 4: 1}


def test_only_dated_acts_that_happened_count(make_events):
    events = make_events(
        ("KOR", "JPN", "ACCUSE"),
        ("KOR", "JPN", "ACCUSE", {"negated": True}),
        ("KOR", "JPN", "ACCUSE", {"future": True}),
        ("KOR", "JPN", "ACCUSE", {"historical": True}),
        ("KOR", "JPN", "ACCUSE", {"kind": "condition"}),
        ("KOR", "JPN", "ACCUSE", {"date_start": None}),
    )
    assert sides(pair_counts([events], "month")) == {3: 1}


def test_a_meeting_told_in_both_directions_is_one_act(make_records):
    talks = {"event_group": "talks"}
    records = make_records(("KOR", "JPN", "CONSULT", talks), ("JPN", "KOR", "CONSULT", talks))
    assert sides(pair_counts([records], "week")) == {1: 1}


def test_coded_and_imported_events_add_up(make_events, make_records):
    frames = [make_events(("KOR", "JPN", "ACCUSE")), make_records(("JPN", "KOR", "ACCUSE"), ("CHN", "USA", "AID"))]
    assert pair_counts(frames, "month").to_pylist() == [
        {"a": "CHN", "b": "USA", "period_start": date(2023, 3, 1), "side": 2, "n_events": 1},
        {"a": "JPN", "b": "KOR", "period_start": date(2023, 3, 1), "side": 3, "n_events": 2},
    ]
    only = pair_counts(frames, "month", pairs=[("CHN", "USA")])
    assert only.column("a").to_pylist() == ["CHN"]


def test_nothing_of_the_day_named_or_later_counts(make_records):
    records = make_records(
        ("KOR", "JPN", "ACCUSE", {"day": date(2012, 8, 9)}), ("KOR", "JPN", "ACCUSE", {"day": date(2012, 8, 10)})
    )
    assert sides(pair_counts([records], "month", until=date(2012, 8, 10))) == {3: 1}


def test_no_tables_and_empty_tables_give_no_cells():
    for frames in ([], [IMPORTED.empty_table()]):
        table = pair_counts(frames, "day")
        assert (table.num_rows, table.schema) == (0, PAIR_COUNTS)


def test_an_unknown_period_is_refused(make_records):
    with pytest.raises(SchemaError, match="Unknown period 'decade'; choose one of day, week, month, quarter, year"):
        pair_counts([make_records(("KOR", "JPN", "AID"))], "decade")


codes = st.sampled_from(["KOR", "JPN", "PRK", None])
types = st.sampled_from(["AID", "CONSULT", "ACCUSE", "MOBILIZE", "REQUEST"])
groups = st.sampled_from([{"event_group": name} for name in ("g1", "g2", "g3")])
days = st.dates(date(2022, 12, 20), date(2023, 4, 10))


@settings(max_examples=20, deadline=None)
@given(data=st.data(), period=st.sampled_from(PERIOD_KINDS))
def test_three_engines_count_what_plain_python_counts(make_records, data, period):
    made = data.draw(st.lists(st.tuples(codes, codes, types, groups, days), max_size=20))
    records = make_records(*((a, b, kind, {**group, "day": day}) for a, b, kind, group, day in made))
    told = {}
    for row in records.to_pylist():
        if row["actor"] and row["recipient"] and row["actor"] != row["recipient"]:
            ends = sorted([row["actor"], row["recipient"]])
            side = 0 if row["event_type"] == "REQUEST" else row["quad"]
            start = Period.containing(row["date_start"], period).start
            told.setdefault((*ends, start, side), set()).add(row["event_group"])
    expected = [(*key, len(told[key])) for key in sorted(told)]
    for source in (on_duckdb(records), pl.from_arrow(records).lazy(), records):
        assert [tuple(row.values()) for row in pair_counts([source], period).to_pylist()] == expected
