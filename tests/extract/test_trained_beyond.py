"""Acts done to somebody whom only the sentence before names."""

from detente.coding import parse_document
from detente.extract.trained.beyond import pairs_beyond
from detente.schema.document import Document


def asked(text: str, busy: set[str]) -> list[tuple[str, str]]:
    """Pairs that are asked for in the second sentence of a text."""
    by_sentence: dict[int, list] = {0: [], 1: []}
    for mention in parse_document(Document("d", "s", text)).mentions:
        by_sentence[mention.sentence_index].append(mention)
    return [(one.text, two.text) for one, two in pairs_beyond(by_sentence[1], by_sentence[0], busy)]


def test_a_subject_is_asked_with_those_whom_only_the_sentence_before_names():
    text = "Tanks left Hungary in June, and Austria watched. Moscow asked for money."
    assert asked(text, set()) == [("Moscow", "Hungary"), ("Moscow", "Austria")]


def test_who_does_something_to_somebody_here_is_not_asked():
    assert asked("Tanks left Hungary in June. Moscow thanked Austria.", {"RUS"}) == [("Austria", "Hungary")]


def test_whom_the_sentence_names_itself_is_not_asked_beyond_it():
    assert asked("Shells fell on Kenya. Somalia blamed Kenya.", set()) == []


def test_places_do_nothing():
    assert asked("Shells fell on Kenya. In Somalia nobody spoke.", set()) == []


def test_two_organisations_of_one_code_are_two():
    assert ("NATO", "ASEAN") in asked("ASEAN met in Hanoi. NATO sent a letter.", set())
