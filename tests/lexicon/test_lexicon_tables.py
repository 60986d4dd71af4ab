"""The shipped tables as a whole: verified, without doubles, and without names that are ordinary words."""

from collections import Counter

import pytest

from detente.lexicon.gazetteer import gazetteer
from detente.lexicon.names import organisation_names, state_names, states
from detente.lexicon.rows import partial_date, read_rows
from detente.schema.codebook import codebook

TABLES = {
    "states.csv": ("code", "valid_from", "valid_to"),
    "state_names.csv": ("code", "text", "kind", "valid_from", "valid_to"),
    "organisations.csv": ("org", "valid_from", "valid_to"),
    "organisation_names.csv": ("org", "text", "kind", "valid_from", "valid_to"),
    "memberships.csv": ("org", "state", "role", "valid_from", "valid_to"),
}
# Words that open English sentences, fill headlines or are surnames, and must not become a state, party or body.
ORDINARY = """Force Union Victory Nice Reading Mobile March May Dawn Hope Forward Solidarity Enterprise Alliance Unity Left
Right Center Centre Green Greens Progress Justice Freedom Peace Liberty Order Future Reform Together Change Momentum Renewal
Horizon Renaissance Liberal Conservative Labor Shell Target Gap Medina Yap Gao Kati Vinh Amal Karen Jackson Lincoln
Austin Split Cork Bath Bar Tours Angers Essen Sale Bury Hull Wells Van Man Batman Orange Nancy Florence Victoria
Lawrence Hamilton Columbia Alexander Petersburg Trier Vienne Most Deal Hope Hell Salt Rest Intel Visa Oracle""".split()
ABBREVIATIONS = "IS IT PM AI IP CEO PR AS MP A B C I K AM TV ID IF OR ON NO AT BY TO SA PTI".split()


@pytest.mark.parametrize("name", sorted(TABLES))
def test_every_row_is_verified_dated_in_order_and_there_once(name):
    columns = (*TABLES[name], "last_verified")
    rows = read_rows(name, columns)
    assert [row for row in rows if not row["last_verified"]] == []
    ends = [(partial_date(row["valid_from"]), partial_date(row["valid_to"]), row) for row in rows]
    assert [row for start, end, row in ends if start and end and end < start] == []
    keys = [tuple(row[column] for column in TABLES[name]) for row in rows]
    assert [key for key, count in Counter(keys).items() if count > 1] == []


def test_names_belong_to_states_organisations_and_sectors_that_exist():
    assert {row.code for row in state_names()} == set(states())
    sectors = set(codebook().sectors) | {""}
    assert {row.sector for row in (*state_names(), *organisation_names())} <= sectors


@pytest.mark.parametrize("word", ["Force", "Solidarity", "IS"])
def test_an_ordinary_word_is_no_actor(word):
    assert gazetteer().rows(word) == []


def test_no_ordinary_word_or_common_abbreviation_is_a_name():
    named = {word for word in (*ORDINARY, *ABBREVIATIONS) if gazetteer().rows(word)}
    assert named == set()


def test_names_that_only_contain_a_state_stand_for_no_actor():
    neutral = ("South China Sea", "East China Sea", "Sea of Japan", "Indian Ocean", "Korean Peninsula", "Latin American",
               "African American", "neo-Nazi", "North Pole", "Korean War",
               "Michael Jordan", "West Philippine Sea", "Georgia Senate", "Iran-Iraq War")  # fmt: skip
    kinds = {text: {row.kind for row in gazetteer().rows(text)} for text in neutral}
    assert kinds == {text: {"neutral"} for text in neutral}
