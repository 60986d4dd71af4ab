"""A noun phrase resolves to the actors it names on a day, or to none with a reason."""

import pytest

import detente


@pytest.mark.parametrize(
    ("phrase", "on", "actors"),
    [
        ("the German foreign minister", "2023-05-01", [("DEU", "GOV")]),
        ("Russian and Belarusian soldiers", None, [("RUS", "MIL"), ("BLR", "MIL")]),
        ("the foreign ministers of France and Germany", "2020-01-01", [("FRA", "GOV"), ("DEU", "GOV")]),
        ("Turkish airstrikes", None, [("TUR", "MIL")]),
        ("PLA Navy", None, [("CHN", "MIL")]),
        ("opposition lawmakers in Caracas", None, [("VEN", "LEG")]),
        ("Muslim cleric", None, [("", "REL")]),
        ("V. V. Putin", "2001-06-16", [("RUS", "GOV")]),
        ("Mrs Merkel", "2015-01-01", [("DEU", "GOV")]),
        ("Reagan and Gorbachev", "1986-10-11", [("USA", "GOV"), ("SUN", "GOV")]),
        ("Women / Children / Welfare Ministry (Peru)", None, [("PER", "GOV")]),
        ("Foreign Affairs (Peru)", None, [("PER", "GOV")]),
        ("the Cook Islands prime minister", None, [("COK", "GOV")]),
    ],
)
def test_phrases_that_name_actors(phrase, on, actors):
    assert [(actor.code, actor.sector) for actor in detente.resolve_all(phrase, on).actors] == actors


@pytest.mark.parametrize(
    "phrase",
    ["Korean barbecue", "the South China Sea", "Brussels sprouts", "the Jordan River", "the French Open", ""],
)
def test_phrases_that_name_no_actor_say_why(phrase):
    found = detente.resolve_all(phrase)
    assert found.actors == ()
    assert found.why
    assert detente.resolve(phrase) is None
