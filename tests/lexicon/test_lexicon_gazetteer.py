"""Looking names up: longest first, case counts, one tokenisation for list and text."""

from datetime import date

from detente.lexicon.gazetteer import Gazetteer, gazetteer
from detente.lexicon.names import NameRow
from detente.lexicon.roles import match_role
from detente.lexicon.tokens import tokenise


def first_match(text: str):
    """(matched text, codes) of the longest name at the beginning of a text."""
    tokens = tokenise(text)
    match = gazetteer().match(tokens, 0)
    if match is None:
        return None
    return text[tokens[0].char_start : tokens[match[0] - 1].char_end], {row.code for row in match[1]}


def test_the_longest_name_wins():
    assert first_match("South Korea fired")[0] == "South Korea"
    assert first_match("South Korean troops") == ("South Korean", {"KOR"})
    assert first_match("Democratic People's Republic of Korea said") == (
        "Democratic People's Republic of Korea",
        {"PRK"},
    )
    assert first_match("Republic of Korea said")[1] == {"KOR"}
    assert first_match("Guinea-Bissau voted") == ("Guinea-Bissau", {"GNB"})
    assert first_match("Nigerien troops")[1] == {"NER"}


def test_upper_and_lower_case_tell_names_from_words():
    assert first_match("US")[1] == {"USA"}
    assert first_match("us") is None
    assert first_match("Turkey")[1] == {"TUR", "OTT"}
    assert first_match("turkey") is None
    assert first_match("china") is None


def test_abbreviations_with_and_without_stops_are_one():
    assert [first_match(text)[1] for text in ("U.S.", "USA", "U.K.", "UK", "DPRK", "D.P.R.K.", "ROK", "UAE", "U.A.E.")] == [
        {"USA"}, {"USA"}, {"GBR"}, {"GBR"}, {"PRK"}, {"PRK"}, {"KOR"}, {"ARE"}, {"ARE"},
    ]  # fmt: skip


def test_curly_apostrophes_and_long_dashes_do_not_hide_a_name():
    assert first_match("Xi’an")[1] == {"CHN"}
    assert first_match("Nagorno–Karabakh")[1] == {"AZE"}
    assert first_match("Kim Jong‑un")[1] == {"PRK"}


def test_capitals_and_seats_stand_for_their_states():
    seats = (
        "Kremlin",
        "White House",
        "Pentagon",
        "Blue House",
        "Zhongnanhai",
        "Élysée",
        "Elysee",
        "Downing Street",
        "Kantei",
    )
    assert [first_match(seat)[1] - {"SUN"} for seat in seats] == [
        {"RUS"}, {"USA"}, {"USA"}, {"KOR"}, {"CHN"}, {"FRA"}, {"FRA"}, {"GBR"}, {"JPN"},
    ]  # fmt: skip
    assert first_match("Kyiv")[1] == first_match("Kiev")[1] == {"UKR"}


def test_a_row_holds_from_its_first_day_to_the_day_before_its_last():
    row = NameRow("Zaire", "COD", "former", valid_from=date(1971, 10, 27), valid_to=date(1997, 5, 17))
    assert [row.holds(day) for day in (date(1971, 10, 26), date(1971, 10, 27), date(1997, 5, 16), date(1997, 5, 17))] == [
        False, True, True, False,
    ]  # fmt: skip
    assert row.holds(None)


def test_a_gazetteer_of_ones_own_names():
    names = Gazetteer([NameRow("Ruritania", "XRU", "name"), NameRow("Upper Ruritania", "XRV", "name")])
    tokens = tokenise("Upper Ruritania met Ruritania.")
    assert [names.match(tokens, i) and names.match(tokens, i)[1][0].code for i in (0, 1, 2, 3)] == [
        "XRV",
        "XRU",
        None,
        "XRU",
    ]
    assert [row.code for row in names.rows("Ruritania")] == ["XRU"]
    assert names.rows("Freedonia") == []


def test_tokens_keep_their_place_in_the_text():
    text = "U.S.-led troops left Xi'an; Japan's J. K. Sato paid $3,000.50 on the 21st."
    tokens = tokenise(text, offset=10)
    assert all(text[token.char_start - 10 : token.char_end - 10] == token.text for token in tokens)
    assert [token.text for token in tokens] == [
        "U.S.", "-", "led", "troops", "left", "Xi'an", ";", "Japan", "'s", "J.", "K.", "Sato", "paid", "$", "3,000.50", "on",
        "the", "21st", ".",
    ]  # fmt: skip


def test_the_longest_role_wins():
    tokens = tokenise("National Security Council officials")
    assert match_role(tokens, 0) == (3, "GOV")
    assert match_role(tokenise("foreign minister"), 0) == (2, "GOV")
    assert match_role(tokenise("Chief of Staff"), 0) is not None
    assert match_role(tokenise("banana"), 0) is None


def test_rows_given_by_a_user_replace_the_shipped_ones():
    over = gazetteer().with_rows([NameRow("Georgia", "XGE", "name"), NameRow("Georgia Minor", "XGM", "name")])
    assert [row.code for row in over.rows("Georgia")] == ["XGE"]
    assert over.match_words(["Georgia", "Minor"], 0)[1][0].code == "XGM"
    assert {row.code for row in gazetteer().rows("Georgia")} >= {"GEO"}
