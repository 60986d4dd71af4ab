"""Answers of the resolver hold for as long as they are said to."""

from datetime import date, timedelta

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.lexicon.gazetteer import gazetteer
from detente.pipeline.asked_day import AskedDay
from detente.pipeline.imported_names import EPOCH, ImportedNames
from detente.pipeline.seen_keys import SeenKeys, first_of_each
from detente.resolve.phrase import resolve_phrase

SUMMITS = "Shinzo Abe,Barack Obama,Foreign Ministry (Russia),Soviet Union,Prime Minister of Japan,Merkel,Tbilisi"
DAYS = st.dates(date(1980, 1, 1), date(2024, 12, 31))


@given(DAYS, DAYS, st.sampled_from(["<", "<=", ">", ">=", "=="]))
def test_a_comparison_comes_out_alike_on_every_day_of_the_interval(day, other, sign):
    compare = {
        "<": lambda a: a < other,
        "<=": lambda a: other >= a,  # turned round, as Python does with two dates
        ">": lambda a: a > other,
        ">=": lambda a: other <= a,
        "==": lambda a: a == other,
    }[sign]
    asked = AskedDay.of(day)
    outcome = compare(asked)
    assert outcome == compare(day)
    assert asked.low <= day < asked.high
    edges = [max(asked.low, date(1900, 1, 1)), min(asked.high, date(2100, 1, 1)) - timedelta(days=1)]
    assert [compare(edge) for edge in edges] == [outcome, outcome]


@settings(deadline=None)  # the first call loads the lexicon
@given(st.sampled_from(SUMMITS.split(",")), st.lists(DAYS, min_size=1, max_size=12))
def test_a_kept_answer_is_the_one_that_asking_again_would_give(name, days):
    names = ImportedNames(gazetteer())
    for day in days:
        kept = names.actor(name, (day - EPOCH).days)
        fresh = resolve_phrase(name, day).actors
        assert (kept.code, kept.sector) == ((fresh[0].code, fresh[0].sector) if fresh else ("", ""))


def test_a_name_is_asked_as_often_as_its_answer_changes():
    names = ImportedNames(gazetteer())
    sectors = {names.actor("Shinzo Abe", (date(year, 6, 1) - EPOCH).days).sector for year in range(2005, 2021)}
    assert "GOV" in sectors
    assert names.n_asked < 8  # of 16: before, in, between and in office again


def test_a_name_of_two_states_stands_for_neither():
    found = ImportedNames(gazetteer()).actor("Russia and China", 16000)
    assert (found.code, found.why) == ("", "names several actors: CHN, RUS")


@given(st.lists(st.lists(st.integers(0, 40), max_size=30), max_size=12))
def test_keys_are_seen_once_however_they_come(batches):
    seen, kept = SeenKeys(), []
    for batch in batches:
        keys = np.array(batch, np.uint64)
        new = keys[first_of_each(keys) & ~seen.holds(keys)]
        seen.add(new)
        kept += new.tolist()
    assert kept == list(dict.fromkeys(key for batch in batches for key in batch))
