"""Words that refer back: pairs, trios, they, it, the former and the latter."""

import pytest


@pytest.mark.parametrize(
    ("text", "anaphor", "expected"),
    [
        ("Japan and South Korea signed a pact. Both countries agreed to meet.", "Both countries", ["JPN", "KOR"]),
        ("China and Russia signed a pact. The two countries agreed to meet.", "The two countries", ["CHN", "RUS"]),
        ("Japan, South Korea and the United States met. The trio agreed to meet.", "The trio", ["JPN", "KOR", "USA"]),
        ("China and Russia signed a pact. They vowed to meet.", "They", ["CHN", "RUS"]),
        ("Japan protested to China. It also summoned the ambassador.", "It", ["JPN"]),
        ("Japan and South Korea signed a pact. The former pledged aid.", "The former", ["JPN"]),
        ("Japan and South Korea signed a pact. The latter agreed.", "The latter", ["KOR"]),
        ("The US and its allies sanctioned Russia.", "its", ["USA"]),
        ("Putin met Xi Jinping. He thanked the host.", "He", ["RUS"]),
        ("Iraq invaded Kuwait. The aggressor was given an ultimatum.", "The aggressor", ["IRQ"]),
        ("General Haftar attacked Tripoli. The general had been promised help.", "general", ["LBY"]),
        ("Turkish commandos landed on the islet. The commandos left by night.", "commandos", ["TUR"]),
        ("Pakistani and Indian generals met. The officers exchanged maps.", "officers", ["IND", "PAK"]),
        ("Peru and Ecuador fought in 1995. The smaller country lost three aircraft.", "The smaller country", ["ECU"]),
        ("Ethiopia accused Eritrea. Its long-time foe said nothing.", "Its long-time foe", ["ERI"]),
        ("Denmark, which had sent frigates, withdrew them.", "which", ["DNK"]),
        ("Before it took the chair, Hungary had blocked the loan.", "it", ["HUN"]),
        ("While Beijing is opposing Seoul, it would take no steps.", "it", ["CHN"]),
        ("The Baltic states asked for help. They fear an attack.", "They", ["EST", "LTU", "LVA"]),
        ('"We have closed the border," the interior minister of Niger said.', "We", ["NER"]),
        ('"Our planes struck the camp," said Ethiopia\'s army chief.', "Our planes", ["ETH"]),
    ],
)
def test_who_is_meant(codes, text, anaphor, expected):
    assert sorted(codes(text)[anaphor]) == expected


def test_an_anaphor_points_to_what_it_stands_for(resolved):
    text = "Japan and South Korea signed a pact. Both countries agreed."
    (pair,) = [m for m in resolved(text) if m.text == "Both countries"]
    assert [text[start:end] for start, end in pair.antecedents] == ["Japan", "South Korea"]
    assert 0.5 <= pair.confidence < 1


def test_nobody_is_meant_by_an_empty_it(resolved):
    text = "North Korea fired a missile. It is clear that it would take years. It can be said that it is hard."
    assert [m.text for m in resolved(text) if m.kind == "it" and m.text == "It"] == []


def test_an_anaphor_without_antecedent_stays_open_with_the_reason(resolved):
    (mention,) = [m for m in resolved("Both countries agreed to meet.") if m.text == "Both countries"]
    assert mention.actors == ()
    assert mention.why == "it refers to no actor that we know"


def test_a_pair_too_far_away_is_not_meant(resolved):
    text = "Japan and South Korea met. " + "Rain fell. " * 12 + "The trio agreed."
    assert [m.actors for m in resolved(text) if m.text == "The trio"] == [()]


def test_ministers_of_two_states_speak_for_their_governments(resolved):
    text = "Japan and South Korea held talks. The two foreign ministers agreed to meet."
    (pair,) = [m for m in resolved(text) if m.text == "The two foreign ministers"]
    assert [(a.code, a.sector) for a in pair.actors] == [("JPN", "GOV"), ("KOR", "GOV")]


def test_a_body_named_alone_belongs_to_the_state_told_of(codes):
    text = "Japan's foreign ministry protested to China. The ministry said so."
    assert codes(text)["ministry"] == ["JPN"]
