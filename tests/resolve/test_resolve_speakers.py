"""Who says it, and of which state."""

from datetime import date

import pytest

from detente.coding import parse_document
from detente.extract.attribution import speaker_at
from detente.schema.document import Document


@pytest.mark.parametrize(
    ("text", "act", "speaker", "code"),
    [
        ("If Tehran is to be believed, the drones had come from Iraqi soil.", "had come", "Tehran", "IRN"),
        ("Kommersant's verdict was blunt: Minsk had sold the gas twice.", "had sold", "Kommersant", "RUS"),
        ("India was indignant. The Chinese had built a road across its land.", "had built", "India", "IND"),
        ("Insisting that Kigali had armed them, Kinshasa closed the border.", "had armed", "Kinshasa", "COD"),
        ("Talks ended, with Moscow insisting that Kyiv had shelled the plant.", "had shelled", "Moscow", "RUS"),
        ("Viktor Orban left early, complaining that Brussels had robbed Hungary.", "had robbed", "Viktor Orban", "HUN"),
        ("Saigon charges Phnom Penh with letting the guerrillas rest.", "letting", "Saigon", "VDR"),
        ('The Kremlin denounced the "plunder" of Greenland.', "plunder", "Kremlin", "RUS"),
        ("The Soviet note stated that the Polish state had ceased to exist.", "had ceased", "The Soviet note", "SUN"),
        ("Radio Cairo claimed that British bombers had flown from Cyprus.", "had flown", "Radio Cairo", "EGY"),
        (
            "Sweden's prime minister broke it off. Oslo had lied, he told the house.",
            "had lied",
            "prime minister",
            "SWE",
        ),
        (
            "Norwegian prosecutors said two men had come by boat. They had then been driven to Bodø by a Dane.",
            "had then",
            "Norwegian prosecutors",
            "NOR",
        ),
        (
            "A statement issued on Monday by the Kremlin said that Kyiv had shelled Kursk.",
            "had shelled",
            "the Kremlin",
            "RUS",
        ),
        ("Dutch divers had gone down, a Western diplomat in Damascus said.", "had gone", "a Western diplomat", ""),
        ("The US President's statement, read out in Paris, is short. Canada had agreed.", "had agreed", "", ""),
    ],
)
def test_the_words_are_given_to_who_says_them(text, act, speaker, code):
    on = date(1970, 5, 1) if code in ("VDR", "SUN", "EGY") else date(2024, 5, 1)
    parsed = parse_document(Document("d", "d", text, published=on))
    found = speaker_at(text.index(act), parsed.claims)
    assert (speaker.lower() in found.text.lower() if speaker else not found.text, found.code) == (True, code)


def test_a_headline_that_ends_in_a_role_is_read():
    parsed = parse_document(Document("d", "d", "Putin meets Chinese foreign minister", published=date(2023, 5, 1)))
    assert [actor.code for mention in parsed.mentions for actor in mention.actors] == ["RUS", "CHN"]


def test_names_of_two_given_parts_are_not_matched_by_half():
    import detente

    assert detente.resolve("Lee Hong-bae") is None
    assert detente.resolve("Kim Jong Un").code == "PRK"
