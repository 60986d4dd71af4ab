"""A tie has the sign that the present's asserted dealings of two actors give it, and shows what they are."""

from datetime import date

import pytest

from detente.align.ties import find_ties, weigh
from detente.errors import SchemaError
from detente.schema.event import EVENTS
from detente.schema.ties import TIE_EVIDENCE, TIES


def ties_of(events, as_of=None, present_days=1095, min_events=1):
    ties, evidence = find_ties(events, as_of, present_days, min_events)
    return ties.to_pylist(), [tuple(row.values()) for row in evidence.to_pylist()]


def test_a_tie_is_undirected_and_counts_each_group_once(make_events):
    talks = {"event_group": "talks"}
    events = make_events(("KOR", "JPN", "SUPPORT"), ("JPN", "KOR", "CONSULT", talks), ("KOR", "JPN", "CONSULT", talks))
    (tie,), evidence = ties_of(events)
    assert tie == {
        "a": "JPN",
        "b": "KOR",
        "sign": 1,
        "weight": 1.0,
        "n": 2,
        "n_cooperation": 2,
        "n_conflict": 0,
        "n_acts": 2,
        "n_conditions": 0,
        "frustrated": None,
    }
    assert evidence == [("JPN", "KOR", "e0"), ("JPN", "KOR", "e1"), ("JPN", "KOR", "e2")]


def test_the_weight_is_the_balance_of_scores_and_not_of_counts(make_events):
    events = make_events(("CHN", "RUS", "AID"), ("CHN", "RUS", "ACCUSE"), ("RUS", "CHN", "REJECT"))
    (tie,), _ = ties_of(events)
    assert tie["weight"] == pytest.approx((10 - 5) / (10 + 5), abs=1e-6)  # PLOVER: AID 10, ACCUSE -3, REJECT -2
    assert (tie["sign"], tie["n_cooperation"], tie["n_conflict"]) == (1, 1, 2)


def test_conditions_count_beside_acts(make_events):
    events = make_events(("PRK", "KOR", "ACCUSE", {"kind": "condition", "day": None}), ("PRK", "KOR", "MOBILIZE"))
    (tie,), _ = ties_of(events)
    assert (tie["sign"], tie["n_acts"], tie["n_conditions"]) == (-1, 1, 1)


def test_talks_with_an_adversary_never_outweigh_the_conflict_they_are_about(make_events):
    meetings = [("CHN", "JPN", "CONSULT")] * 30
    (one,), _ = ties_of(make_events(("CHN", "JPN", "ACCUSE", {"kind": "condition"}), *meetings[:1]))
    (many,), _ = ties_of(make_events(("CHN", "JPN", "ACCUSE", {"kind": "condition"}), *meetings))
    (alone,), _ = ties_of(make_events(*meetings))
    assert [tie["sign"] for tie in (one, many, alone)] == [-1, 0, 1]


@pytest.mark.parametrize(
    ("cooperation", "talks", "conflict", "weight"),
    [
        (5.0, 5.0, 3.0, (5 + 2.5 - 3) / (5 + 2.5 + 3)),  # partners' talks count half
        (1.0, 4.0, 6.0, (1 + 1 - 6) / (1 + 1 + 6)),  # adversaries' talks a quarter
        (5.0, 100.0, 6.0, 0.0),  # and bring them to even at most
        (0.0, 8.0, 8.5, -0.619048),  # the worked example of the methods page
        (0.0, 0.0, 3.0, -1.0),
        (0.0, 0.0, 0.0, 0.0),
    ],
)
def test_weigh_follows_its_formula(cooperation, talks, conflict, weight):
    assert weigh(cooperation, talks, conflict) == pytest.approx(weight, abs=1e-6)


def test_a_request_makes_no_tie_and_is_no_evidence(make_events):
    events = make_events(("USA", "CHN", "REQUEST"), ("KOR", "JPN", "AGREE"), ("KOR", "JPN", "REQUEST"))
    (tie,), evidence = ties_of(events)
    assert (tie["a"], tie["b"], tie["n"]) == ("JPN", "KOR", 1)
    assert evidence == [("JPN", "KOR", "e1")]


@pytest.mark.parametrize("flag", ["negated", "hypothetical", "future", "historical"])
def test_only_asserted_events_make_ties(make_events, flag):
    assert ties_of(make_events(("JPN", "KOR", "SANCTION", {flag: True}))) == ([], [])


def test_the_present_ends_at_its_date_and_undated_events_belong_to_it(make_events):
    events = make_events(
        ("USA", "JPN", "AGREE", {"day": date(2020, 3, 16)}),  # 1095 days before, one day too old
        ("USA", "KOR", "AGREE", {"day": date(2020, 3, 17)}),
        ("USA", "AUS", "AGREE", {"day": None}),
        ("USA", "RUS", "ACCUSE", {"day": date(2014, 3, 18), "date_end": date(2023, 1, 1)}),  # lasted into it
        ("USA", "CHN", "ACCUSE", {"day": date(2023, 3, 16)}),
        ("USA", "IRN", "ACCUSE", {"day": date(2023, 3, 17)}),
    )
    ties, _ = ties_of(events, as_of=date(2023, 3, 16))
    assert [(tie["a"], tie["b"]) for tie in ties] == [("AUS", "USA"), ("CHN", "USA"), ("KOR", "USA"), ("RUS", "USA")]


def test_without_a_date_the_present_ends_with_the_latest_event_that_happened(make_events):
    events = make_events(
        ("USA", "JPN", "AGREE", {"day": date(2013, 1, 1)}),
        ("USA", "KOR", "AGREE", {"day": date(2016, 1, 1)}),
        ("USA", "KOR", "AGREE", {"day": date(2030, 1, 1), "future": True}),
    )
    assert [(tie["a"], tie["b"]) for tie in ties_of(events)[0]] == [("KOR", "USA")]  # 2013 is 1095 days before
    assert len(ties_of(events, present_days=1096)[0]) == 2


def test_empty_codes_self_ties_and_near_duplicates_are_left_out(make_events):
    events = make_events(
        ("CHN", "", "MOBILIZE"), ("KOR", "KOR", "ACCUSE"), ("CHN", "JPN", "ACCUSE", {"document_cluster": "d9"})
    )
    assert ties_of(events) == ([], [])


def test_reports_of_one_incident_count_once(make_events):
    events = make_events(("RUS", "UKR", "ACCUSE", {"incident_id": "i"}), ("RUS", "UKR", "ACCUSE", {"incident_id": "i"}))
    (tie,), evidence = ties_of(events)
    assert (tie["n"], len(evidence)) == (1, 2)


def test_a_tie_of_too_few_events_is_shown_without_a_sign(make_events):
    events = make_events(("KOR", "JPN", "AGREE"), ("CHN", "PRK", "AID"), ("PRK", "CHN", "SUPPORT"))
    ties, _ = ties_of(events, min_events=2)
    assert [(tie["a"], tie["sign"], tie["n"]) for tie in ties] == [("CHN", 1, 2), ("JPN", 0, 1)]


def test_a_nearly_even_balance_has_no_sign(make_events):
    events = make_events(("CHN", "KOR", "SUPPORT"), ("KOR", "CHN", "MOBILIZE"))  # (5 - 5.5) / 10.5 = -0.048
    (tie,), _ = ties_of(events)
    assert (tie["weight"], tie["sign"]) == (-0.047619, 0)


def test_both_tables_have_the_declared_schema_also_when_empty():
    ties, evidence = find_ties(EVENTS.empty_table(), None, 1095, 1)
    assert (ties.schema, evidence.schema) == (TIES, TIE_EVIDENCE)


def test_bad_limits_and_missing_columns_are_refused(make_events):
    with pytest.raises(SchemaError) as refused:
        find_ties(EVENTS.empty_table(), None, 0, 1)
    assert str(refused.value) == "present_days 0 and min_events 1 must be at least 1."
    with pytest.raises(SchemaError, match="Events lack the columns quad"):
        find_ties(EVENTS.empty_table().drop_columns(["quad"]), None, 1095, 1)
