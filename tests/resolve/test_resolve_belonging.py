"""People and bodies whose own words tell no state take that of the text, where it is plain whose they are."""

import pytest


@pytest.mark.parametrize(
    ("text", "phrase", "expected"),
    [
        (
            "Lithuania will let the trains through. Interior Minister Virgaudas Petkus said the guards had orders.",
            "Interior Minister Virgaudas Petkus",
            ["LTU"],
        ),
        (
            "Bolivia recalled its envoy from Chile. Deputy Foreign Minister Ramiro Quispe told reporters in La Paz that "
            "he would not go back.",
            "Deputy Foreign Minister Ramiro Quispe",
            ["BOL"],
        ),
        ("Kenya closed the crossing at Moyale. A police officer there said it was for a week.", "police officer", ["KEN"]),
        (
            "Turkey sent a frigate. Its captain, Orhan Demirel, said that he had orders.",
            "Orhan Demirel",
            ["TUR"],
        ),
    ],
)  # fmt: skip
def test_whose_they_are(codes, text, phrase, expected):
    assert codes(text)[phrase] == expected


def test_the_same_person_is_found_again_by_the_last_name(codes):
    text = (
        "Mongolia protested to Kazakhstan over the fence. Defence Minister Bold Ganbaatar said it stood on Mongolian soil. "
        "Ganbaatar showed a map."
    )
    found = codes(text)
    assert found["Ganbaatar"] == found["Defence Minister Bold Ganbaatar"] == ["MNG"]


def test_who_belongs_to_nobody_told_stays_open(resolved):
    text = "Peru and Ecuador exchanged notes. Reporters waited outside."
    assert [m.actors for m in resolved(text) if m.text == "Reporters"] == [()]


def test_the_state_keeps_its_evidence(resolved):
    text = "Lithuania will let the trains through. Interior Minister Virgaudas Petkus said the guards had orders."
    (minister,) = [m for m in resolved(text) if "Petkus" in m.text]
    assert [text[start:end] for start, end in minister.antecedents] == ["Lithuania"]
    assert minister.actors[0].sector == "GOV"
    assert 0.5 <= minister.confidence < 1


def test_people_of_no_capacity_may_be_the_other_sides(codes):
    text = "Prussia entered Saxony at dawn. General Wedell led away 300 men, some of them Bohemians, to a camp."
    assert codes(text)["men"] == []
