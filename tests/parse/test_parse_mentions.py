"""Mentions: names, roles, people and anaphors, and how each stands in its sentence."""

from detente.parse.mentions import find_mentions
from detente.parse.sentences import split_sentences
from detente.schema.document import Document


def mentions(text: str):
    """Mentions of the first sentence of a text."""
    return find_mentions(split_sentences(Document("d", "s", text))[0])


def usages(text: str) -> dict[str, str]:
    """Usage of each mention by its text."""
    return {mention.text: mention.usage for mention in mentions(text)}


def test_mentions_lie_where_they_say():
    text = "On Monday, Japan's foreign minister met China’s envoy in Seoul."
    assert all(text[m.char_start : m.char_end] == m.text for m in mentions(text))
    assert [m.text for m in mentions(text)] == ["Japan's foreign minister", "China’s envoy", "Seoul"]


def test_a_name_is_a_phrase_an_adjective_a_possessor_a_place_or_an_attribute():
    assert usages("China warned Japan.") == {"China": "phrase", "Japan": "phrase"}
    assert usages("Ships entered Japanese waters.")["Japanese"] == "place"
    assert usages("China's economy grew.")["China"] == "possessive"
    assert usages("The US-led talks failed.")["US"] == "attribute"
    assert usages("An anti-China bloc grew.")["China"] == "attribute"
    assert usages("A pro-Russian party won.")["Russian"] == "attribute"


def test_a_number_makes_people_a_party():
    assert [m.text for m in mentions("Chile's police shot dead five people.")] == ["Chile's police", "people"]
    assert [m.text for m in mentions("Soldiers led away 34 unarmed men.")] == ["Soldiers", "men"]
    assert [m.text for m in mentions("A storm drove off dozens of villagers.")] == ["villagers"]
    assert [m.text for m in mentions("In 1994, women marched.")] == []
    assert [m.text for m in mentions("On 12 May women marched.")] == []
    assert [m.text for m in mentions("It is what people say.")] == ["It"]


def test_the_south_china_sea_is_no_china():
    assert [m.text for m in mentions("The storm reached the South China Sea.")] == []
    assert [m.text for m in mentions("China drilled in the South China Sea.")] == ["China"]


def test_ordinary_capitalised_words_are_no_states():
    text = "Force was used. Solidarity grew."
    assert [part.kind for m in mentions(text) for part in m.parts if part.kind == "name"] == []


def test_state_and_role_and_person_are_one_mention():
    (mention,) = mentions("South Korean President Yoon Suk-yeol agreed.")
    assert mention.text == "South Korean President Yoon Suk-yeol"
    assert [(part.kind, part.text) for part in mention.parts] == [
        ("name", "South Korean"), ("role", "President"), ("person", "Yoon Suk-yeol"),
    ]  # fmt: skip


def test_the_ministers_of_two_states_are_two_mentions():
    found = mentions("The foreign ministers of Japan and South Korea met.")
    assert [[part.text for part in m.parts] for m in found] == [
        ["foreign ministers", "Japan"], ["foreign ministers", "South Korea"],
    ]  # fmt: skip
    assert len({m.coordination for m in found}) == 1


def test_lists_are_numbered_and_share_the_preposition_before_them():
    found = mentions("China protested to Japan, South Korea and the United States.")
    assert [(m.text, m.preposition) for m in found[1:]] == [
        ("Japan", "to"), ("South Korea", "to"), ("United States", "to"),
    ]  # fmt: skip
    assert found[0].coordination == 0
    assert {m.coordination for m in found[1:]} == {found[1].coordination} != {0}


def test_a_body_named_after_its_state_belongs_to_that_state():
    texts = [
        "South Korea's Joint Chiefs of Staff said so.", "South Korea's National Security Council met.",
        "Pakistan's Foreign Office protested.", "The Philippines' Department of Justice agreed.",
    ]  # fmt: skip
    assert [[m.parts[0].text for m in mentions(text)] for text in texts] == [
        ["South Korea"], ["South Korea"], ["Pakistan"], ["Philippines"],
    ]  # fmt: skip


def test_empty_it_is_no_mention():
    assert [m.text for m in mentions("It is clear that tension will rise.")] == []
    assert [m.text for m in mentions("It would take years.")] == []
    assert mentions("It summoned the envoy of Japan.")[0].kind == "it"


def test_a_former_president_is_no_former():
    assert {m.kind for m in mentions("The former president agreed in the latter half of May.")} == {"role"}


def test_a_text_may_end_in_the_middle_of_a_phrase():
    assert [m.text for m in mentions("Japan met the")] == ["Japan"]
