"""One act in several documents is one incident."""

from datetime import date

import pytest

from detente.pipeline.incidents import count_reports, incident_of, mark_events
from detente.schema.event import Event
from detente.schema.tables import events_table

CLUSTERS = {"d1": "d1", "d2": "d2", "copy": "d1"}


def event(document_id, *, event_type="SANCTION", actor="JPN", recipient="PRK", basis="explicit", day=10, **more):
    return Event(
        event_id=f"{document_id}-{actor}-{day}", event_group=document_id, document_id=document_id, sentence_index=0,
        sentence="", actor=actor, actor_text="", actor_start=0, actor_end=0, event_type=event_type, quad=4, scale=-6.5,
        trigger="sanctions", char_start=0, char_end=9, recipient=recipient, date_start=date(2016, 2, day),
        date_end=more.pop("end", date(2016, 2, day + 1)), date_basis=basis, **more,
    )  # fmt: skip


def marked(*events):
    table = events_table(events)
    rows = mark_events(table, CLUSTERS, count_reports([table], CLUSTERS)).to_pylist()
    return [(row["incident_id"], row["n_reports"]) for row in rows]


def test_the_same_act_in_two_documents_is_one_incident_with_two_reports():
    (first, n_first), (second, n_second) = marked(event("d1"), event("d2", basis="publication"))
    assert first == second is not None
    assert n_first == n_second == 2


def test_a_near_duplicate_is_no_second_report():
    assert marked(event("d1"), event("copy")) == [(None, 1), (None, 1)]


@pytest.mark.parametrize("other", [{"day": 11}, {"recipient": "KOR"}, {"event_type": "THREATEN"}, {"actor": "USA"}])
def test_acts_that_differ_are_not_one_incident(other):
    assert marked(event("d1"), event("d2", **other)) == [(None, 1), (None, 1)]


def test_talks_are_one_incident_in_whichever_direction_they_are_told():
    there = event("d1", event_type="CONSULT", actor="JPN", recipient="KOR")
    back = event("d2", event_type="CONSULT", actor="KOR", recipient="JPN")
    assert len({incident for incident, _ in marked(there, back)}) == 1
    assert [n for _, n in marked(there, back)] == [2, 2]


@pytest.mark.parametrize(
    "vague",
    [{"basis": "inherited"}, {"basis": "none"}, {"end": date(2016, 3, 1)}, {"kind": "condition"}, {"negated": True}],
)
def test_without_a_day_of_its_own_or_if_it_did_not_happen_it_is_no_incident(vague):
    assert marked(event("d1"), event("d2", **vague))[1] == (None, None)


def test_the_id_does_not_depend_on_the_document():
    (row,) = events_table([event("d1")]).to_pylist()
    (other,) = events_table([event("d2")]).to_pylist()
    assert incident_of(row) == incident_of(other)
