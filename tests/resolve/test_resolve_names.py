"""Names, capitals and bodies to their states at the date of the text."""

from datetime import date

import pytest


def sectors(mentions) -> dict[str, list[tuple[str, str]]]:
    """(code, sector) of the actors of each mention by its text."""
    return {mention.text: [(actor.code, actor.sector) for actor in mention.actors] for mention in mentions}


@pytest.mark.parametrize(
    ("text", "on", "name", "code"),
    [
        ("Moscow warned Ankara.", date(1975, 6, 1), "Moscow", "SUN"),
        ("Moscow warned Ankara.", date(2022, 3, 1), "Moscow", "RUS"),
        ("Moscow warned Ankara.", date(1912, 3, 1), "Ankara", "TUR"),
        ("The Kremlin agreed.", date(1980, 1, 1), "Kremlin", "SUN"),
        ("The Kremlin agreed.", date(2020, 1, 1), "Kremlin", "RUS"),
        ("Belgrade agreed.", date(1995, 1, 1), "Belgrade", "YUG"),
        ("Belgrade agreed.", date(2004, 1, 1), "Belgrade", "SCG"),
        ("Belgrade agreed.", date(2010, 1, 1), "Belgrade", "SRB"),
        ("Prague agreed.", date(1980, 1, 1), "Prague", "CSK"),
        ("Prague agreed.", date(2000, 1, 1), "Prague", "CZE"),
        ("Bonn agreed.", date(1980, 1, 1), "Bonn", "DEU"),
        ("Saigon agreed.", date(1965, 1, 1), "Saigon", "VDR"),
        ("Turkey entered the war.", date(1914, 11, 1), "Turkey", "OTT"),
        ("Turkey entered the talks.", date(2014, 11, 1), "Turkey", "TUR"),
        ("Austria mobilised.", date(1914, 7, 30), "Austria", "AUH"),
        ("East Germany agreed.", date(1985, 1, 1), "East Germany", "DDR"),
        ("West Germany agreed.", date(1985, 1, 1), "West Germany", "DEU"),
        ("Burma freed prisoners.", date(1985, 1, 1), "Burma", "MMR"),
        ("Zaire agreed.", date(1985, 1, 1), "Zaire", "COD"),
        ("Korea was annexed.", date(1910, 8, 29), "Korea", "KOR"),
        ("The Soviet Union fell.", date(2024, 1, 1), "Soviet Union", "SUN"),
    ],
)  # fmt: skip
def test_a_name_means_the_state_of_its_day(codes, text, on, name, code):
    assert codes(text, on)[name] == [code]


def test_the_year_in_the_sentence_counts_for_the_sentence(codes):
    text = "In 1975 Moscow signed the accord. Beijing objects today."
    assert codes(text, date(2024, 5, 1))["Moscow"] == ["SUN"]


def test_the_koreas_and_the_chinas_are_never_mixed_up(codes):
    text = (
        "The Republic of Korea met the DPRK. The Republic of China met the People's Republic of China. "
        "South Korean and North Korean envoys met in Hong Kong."
    )
    found = codes(text)
    assert found["Republic of Korea"] == ["KOR"]
    assert found["DPRK"] == ["PRK"]
    assert found["Republic of China"] == ["TWN"]
    assert found["People's Republic of China"] == ["CHN"]
    assert found["Hong Kong"] == ["HKG"]


def test_who_the_taliban_were_when(resolved):
    def taliban(on):
        return sectors(resolved("The Taliban met China.", on))["Taliban"]

    assert taliban(date(1999, 1, 1)) == [("AFG", "GOV")]
    assert taliban(date(2010, 1, 1)) == [("AFG", "REB")]
    assert taliban(date(2022, 1, 1)) == [("AFG", "GOV")]


def test_roles_carry_state_and_sector(resolved):
    text = "The Chinese military and Japan's foreign minister spoke. Iranian police seized a British journalist."
    assert sectors(resolved(text)) == {
        "Chinese military": [("CHN", "MIL")],
        "Japan's foreign minister": [("JPN", "GOV")],
        "Iranian police": [("IRN", "COP")],
        "British journalist": [("GBR", "JRN")],
    }


def test_the_foreign_ministers_of_two_states(resolved):
    found = sectors(resolved("The foreign ministers of Japan and South Korea met."))
    assert list(found.values()) == [[("JPN", "GOV")], [("KOR", "GOV")]]


def test_bodies_of_other_states_are_not_the_american_ones(codes):
    text = (
        "South Korea's National Security Council met. Pakistan's Foreign Office protested. "
        "The Philippines' Department of Justice agreed. Russia's Security Council warned NATO."
    )
    assert list(codes(text).values()) == [["KOR"], ["PAK"], ["PHL"], ["RUS"], ["IGO"]]


def test_organisations_have_codes_of_their_own(resolved):
    text = "NATO, the EU and the UN met. ASEAN protested to Greenpeace."
    actors = {m.text: (m.actors[0].code, m.actors[0].organisation) for m in resolved(text)}
    assert actors == {
        "NATO": ("IGO", "NATO"), "EU": ("EUR", "EU"), "UN": ("UNO", "UN"), "ASEAN": ("IGO", "ASEAN"),
        "Greenpeace": ("NGO", "GREENPEACE"),
    }  # fmt: skip


def test_one_abbreviation_of_two_bodies_is_decided_by_the_document(codes):
    on = date(2018, 1, 1)
    assert codes("Japan sent the SDF abroad.", on)["SDF"] == ["JPN"]
    assert codes("Syria attacked the SDF.", on)["SDF"] == ["SYR"]


def test_an_ambiguous_name_stays_open_with_its_reason(resolved):
    (mention,) = [m for m in resolved("The SDF met.", date(2018, 1, 1)) if m.text == "SDF"]
    assert mention.actors == ()
    assert mention.why == "'SDF' can be JPN or SYR; nothing decides"


def test_what_only_contains_a_name_is_no_actor(codes):
    text = "Latin American and African American groups spoke about Michael Jordan and the Korean War."
    assert [found for found in codes(text).values() if found] == []


def test_attributes_are_resolved_but_stand_apart(resolved):
    found = {m.text: m.usage for m in resolved("The Russian-backed bloc and anti-China groups met.")}
    assert (found["Russian"], found["China"]) == ("attribute", "attribute")


def test_every_resolved_mention_says_why(resolved):
    text = "Japan met China. Both countries agreed. Yoon spoke, and NATO's envoy left. It said so."
    assert [m.text for m in resolved(text, date(2023, 5, 1)) if m.actors and not m.why] == []
