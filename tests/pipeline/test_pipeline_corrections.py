"""Corrections: checked on entry, the later wins, what follows from them follows."""

from datetime import date

import pytest

from detente.errors import ReviewError
from detente.pipeline.corrections import check_value, correct_events, quote_of, reviews_table
from detente.schema.event import Event
from detente.schema.review import Review
from detente.schema.tables import events_table

EVENT = Event(
    event_id="e1", event_group="g1", document_id="d1", sentence_index=0,
    sentence="Seoul's army visited Japan.", actor="KOR", actor_text="Seoul's army", actor_start=0, actor_end=12,
    event_type="CONSULT", quad=1, scale=4.0, trigger="visited", char_start=13, char_end=20, mode="visit",
    actor_name="South Korea", actor_sector="MIL", recipient="JPN", recipient_text="Japan", recipient_start=21,
    recipient_end=26, date_start=date(2023, 3, 16), date_end=date(2023, 3, 17), date_basis="explicit",
)  # fmt: skip


def review(number, field, value, event_id="e1"):
    return Review(number, event_id, field, value, "read again", "ana", "", "2024-05-01T10:00:00+00:00")


def corrected(*reviews):
    rows = correct_events(events_table([EVENT]), {"e1": reviews}).to_pylist()
    return rows[0] if rows else None


def test_an_uncorrected_event_stays_as_it_is():
    assert corrected() == events_table([EVENT]).to_pylist()[0]


def test_a_new_type_brings_its_quad_and_scale_and_drops_a_mode_it_does_not_have():
    row = corrected(review(1, "event_type", "ASSAULT"))
    # PLOVER: ASSAULT is material conflict (quad 4) and scores -9.0
    assert (row["event_type"], row["mode"], row["quad"], row["scale"]) == ("ASSAULT", "", 4, -9.0)


def test_the_later_of_two_corrections_wins():
    assert corrected(review(1, "actor", "PRK"), review(2, "actor", "TWN"))["actor"] == "TWN"


def test_a_corrected_actor_does_not_keep_the_name_and_sector_of_the_wrong_one():
    row = corrected(review(1, "actor", "PRK"))
    assert (row["actor"], row["actor_name"], row["actor_sector"]) == ("PRK", "", "")
    assert row["actor_text"] == "Seoul's army"  # the words of the text are no one's opinion


def test_a_flag_changes_the_modality():
    assert corrected(review(1, "negated", "yes"))["modality"] == "negated"


def test_a_withdrawn_event_is_gone_and_can_come_back():
    assert corrected(review(1, "is_event", "false")) is None
    assert corrected(review(1, "is_event", "false"), review(2, "is_event", "true"))["event_id"] == "e1"


def test_without_recipient_there_are_no_words_and_spans_of_one():
    row = corrected(review(1, "recipient", ""))
    assert (row["recipient"], row["recipient_text"], row["recipient_start"]) == ("", "", None)


def test_a_new_first_day_moves_an_end_that_would_lie_before_it():
    row = corrected(review(1, "date_start", "2024-01-31"))
    assert (row["date_start"], row["date_end"]) == (date(2024, 1, 31), date(2024, 2, 1))


def test_the_log_shows_both_values_and_what_became_of_each_correction():
    log = [
        review(1, "actor", "PRK"),
        review(2, "actor", "TWN"),
        review(3, "negated", "true"),
        review(4, "actor", "USA", "gone"),
    ]
    rows = reviews_table(log, {"e1": events_table([EVENT]).to_pylist()[0]}).to_pylist()
    assert [(row["value_before"], row["value"], row["status"]) for row in rows] == [
        ("KOR", "PRK", "superseded"),
        ("KOR", "TWN", "applied"),
        ("false", "true", "applied"),
        ("", "USA", "orphan"),
    ]


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("sentence", "x", "field 'sentence' cannot be corrected"),
        ("event_type", "MEET", "'MEET' is none of AGREE"),
        ("actor", "", "no code of three capital letters"),
        ("recipient", "Korea", "no code of three capital letters"),
        ("negated", "maybe", "neither true nor false"),
        ("date_start", "16.3.2023", "no date of the form YYYY-MM-DD"),
        ("kind", "event", "is none of act, condition"),
        ("mode", "shouting", "a mode of no event type"),
    ],
)
def test_a_value_that_does_not_fit_is_refused_with_the_reason(field, value, said):
    with pytest.raises(ReviewError, match=said):
        check_value(field, value)


def test_a_quote_is_the_trigger_with_forty_characters_around_it():
    sentence = "x" * 60 + " visited " + "y" * 60
    assert quote_of(sentence, "visited") == "x" * 39 + " visited " + "y" * 39
