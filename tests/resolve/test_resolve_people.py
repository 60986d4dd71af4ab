"""People: by office at the date, by the document that introduces them, by the surname of a leader."""

from datetime import date


def only(mentions, text):
    """The one mention of that text."""
    (mention,) = [m for m in mentions if m.text == text]
    return mention


def test_in_office_out_of_office(resolved):
    before = only(resolved("Moon Jae-in met Xi Jinping.", date(2021, 6, 1)), "Moon Jae-in")
    after = only(resolved("Moon Jae-in met Xi Jinping.", date(2023, 6, 1)), "Moon Jae-in")
    assert [(a.code, a.sector) for a in before.actors] == [("KOR", "GOV")]
    assert [(a.code, a.sector) for a in after.actors] == [("KOR", "ELI")]
    assert "former President" in after.why


def test_spelling_and_order_do_not_matter(codes):
    found = codes("Kim Jong-un, Kim Jong Un, Abe Shinzo and Shinzo Abe spoke.", date(2018, 6, 1))
    assert found == {"Kim Jong-un": ["PRK"], "Kim Jong Un": ["PRK"], "Abe Shinzo": ["JPN"], "Shinzo Abe": ["JPN"]}


def test_an_open_term_is_unknown_after_the_day_it_was_verified(resolved):
    then = only(resolved("Xi Jinping spoke.", date(2024, 6, 1)), "Xi Jinping")
    later = only(resolved("Xi Jinping spoke.", date(2030, 6, 1)), "Xi Jinping")
    assert "unknown" not in then.why
    assert "in office as of" in later.why
    assert "unknown after" in later.why
    assert [a.code for a in later.actors] == ["CHN"]


def test_president_and_name_and_state_agree(resolved):
    (yoon, kishida) = resolved(
        "South Korean President Yoon Suk-yeol met Japanese Prime Minister Fumio Kishida.", date(2023, 3, 16)
    )
    assert [(a.code, a.sector) for m in (yoon, kishida) for a in m.actors] == [("KOR", "GOV"), ("JPN", "GOV")]


def test_a_leaders_bare_surname_is_enough_while_in_office(codes):
    assert codes("Putin met Biden.", date(2021, 6, 16)) == {"Putin": ["RUS"], "Biden": ["USA"]}
    assert codes("Brezhnev met Nixon.", date(1972, 5, 26)) == {"Brezhnev": ["SUN"], "Nixon": ["USA"]}


def test_a_surname_that_many_bear_is_left_open(codes):
    assert codes("Kim met Park.", date(2015, 6, 1)) == {"Kim": [], "Park": []}


def test_a_person_whom_the_document_introduces_is_known_afterwards(codes):
    text = "Ruritanian affairs occupied Japanese envoy Hatsuo Royama. Royama left Beijing on Sunday."
    assert codes(text)["Royama"] == ["JPN"]


def test_an_unknown_person_is_left_open_with_the_reason(resolved):
    mention = only(resolved("Zelda Quux met the Japanese envoy."), "Zelda Quux")
    assert mention.actors == ()
    assert mention.why == "no such name in the tables or earlier in the document"


def test_a_leader_who_left_office_long_ago_is_no_government(resolved):
    mention = only(resolved("Jimmy Carter flew to Pyongyang.", date(1994, 6, 15)), "Jimmy Carter")
    assert [(a.code, a.sector) for a in mention.actors] == [("USA", "ELI")]


def test_a_person_called_former_is_no_government(resolved):
    mention = only(resolved("US former president Jimmy Carter flew home."), "US former president Jimmy Carter")
    assert [(a.code, a.sector) for a in mention.actors] == [("USA", "ELI")]
