"""Who held which office when: the leaders, foreign and defence ministers of the states that matter most to us."""

import sys
from collections import Counter
from datetime import date

import pytest

from detente.lexicon.names import people, states
from detente.lexicon.rows import partial_date, read_rows, shipped_names

G20 = "ARG AUS BRA CAN CHN FRA DEU IND IDN ITA JPN MEX RUS SAU ZAF KOR TUR GBR USA".split()
COVERED = [*G20, "PRK", "TWN", "IRN", "ISR", "UKR", "VNM", "PHL"]
OFFICES = ("head_of_state", "head_of_government", "foreign_minister", "defence_minister")
# The president heads the government; Turkey's has since 9 July 2018.
ONE_HEAD = {"ARG", "BRA", "IDN", "IRN", "MEX", "PHL", "USA", "ZAF"}
# Their monarch is the British one.
CROWN = {"AUS", "CAN"}
FLOOR = 0.95
COLUMNS = ("name", "variants", "state", "office", "title", "sector", "date_start", "date_end", "last_verified")

# name, state, a word of the title, first day, last day (exclusive); official lists of office holders.
KNOWN = [
    ("Kim Dae-jung", "KOR", "President", "1998-02-25", "2003-02-25"),
    ("Roh Moo-hyun", "KOR", "President", "2004-05-14", "2008-02-25"),
    ("Moon Jae-in", "KOR", "President", "2017-05-10", "2022-05-10"),
    ("Kang Kyung-wha", "KOR", "Foreign", "2017-06-18", "2021-02-08"),
    ("Junichiro Koizumi", "JPN", "Prime", "2001-04-26", "2006-09-26"),
    ("Shinzo Abe", "JPN", "Prime", "2012-12-26", "2020-09-16"),
    ("Taro Kono", "JPN", "Foreign", "2017-08-03", "2019-09-11"),
    ("Hu Jintao", "CHN", "President", "2003-03-15", "2013-03-14"),
    ("Qin Gang", "CHN", "Foreign", "2022-12-30", "2023-07-25"),
    ("Tsai Ing-wen", "TWN", "President", "2016-05-20", "2024-05-20"),
    ("Barack Obama", "USA", "President", "2009-01-20", "2017-01-20"),
    ("Hillary Clinton", "USA", "State", "2009-01-21", "2013-02-01"),
    ("Lloyd Austin", "USA", "Defense", "2021-01-22", "2025-01-20"),
    ("Angela Merkel", "DEU", "Chancellor", "2005-11-22", "2021-12-08"),
    ("Theresa May", "GBR", "Prime", "2016-07-13", "2019-07-24"),
    ("François Hollande", "FRA", "President", "2012-05-15", "2017-05-14"),
    ("Dmitry Medvedev", "RUS", "President", "2008-05-07", "2012-05-07"),
    ("Sergei Shoigu", "RUS", "Defence", "2012-11-06", "2024-05-14"),
    ("Petro Poroshenko", "UKR", "President", "2014-06-07", "2019-05-20"),
    ("Hassan Rouhani", "IRN", "President", "2013-08-03", "2021-08-03"),
    ("Naftali Bennett", "ISR", "Prime", "2021-06-13", "2022-07-01"),
    ("Sushma Swaraj", "IND", "External", "2014-05-26", "2019-05-30"),
    ("Rodrigo Duterte", "PHL", "President", "2016-06-30", "2022-06-30"),
    ("Nguyen Phu Trong", "VNM", "President", "2018-10-23", "2021-04-05"),
    ("Jair Bolsonaro", "BRA", "President", "2019-01-01", "2023-01-01"),
]


@pytest.fixture(scope="module")
def terms():
    """Rows of all shipped tables of people."""
    return [row for file in shipped_names() if file.startswith("people_") for row in read_rows(file, COLUMNS)]


def asked():
    """Every (state, office, middle of a year 2000 to 2025) of which a holder must exist."""
    for state in COVERED:
        for office in OFFICES:
            for year in range(2000, 2026):
                one_head = state in ONE_HEAD or (state == "TUR" and year >= 2018)
                if (office == "head_of_government" and one_head) or (office == "head_of_state" and state in CROWN):
                    continue
                yield state, office, date(year, 7, 1)


def holds(row, on):
    """Whether a term covers a day."""
    start, end = partial_date(row["date_start"]), partial_date(row["date_end"])
    return start <= on and (end is None or on < end)


def test_the_four_chief_offices_are_filled_in_the_middle_of_every_year(terms):
    wanted = list(asked())
    days = {on for _, _, on in wanted}
    filled = {
        (row["state"], row["office"], on)
        for row in terms
        if row["office"] in OFFICES and row["state"] in COVERED
        for on in days
        if holds(row, on)
    }
    gaps = [f"{state} {office} {on.year}" for state, office, on in wanted if (state, office, on) not in filled]
    share = 1 - len(gaps) / len(wanted)
    sys.stdout.write(f"{share:.1%} of {len(wanted)} offices known; unknown: {', '.join(gaps)}\n")
    assert share >= FLOOR, gaps


def test_terms_of_office_known_to_the_day(terms):
    wrong = [
        known
        for known in KNOWN
        if not any(
            (row["name"], row["state"], row["date_start"], row["date_end"]) == (known[0], known[1], *known[3:])
            and known[2] in row["title"]
            for row in terms
        )
    ]
    assert wrong == []


def test_every_term_says_when_it_was_last_verified_and_ends_after_it_began(terms):
    undated = [row for row in terms if not row["last_verified"] or (not row["date_start"] and row["office"] != "other")]
    assert undated == []
    backwards = [
        row
        for row in terms
        if row["date_start"] and row["date_end"] and partial_date(row["date_end"]) < partial_date(row["date_start"])
    ]
    assert backwards == []


def test_nobody_is_said_to_be_in_office_after_the_tables_were_made(terms):
    assert [row for row in terms if not row["date_end"] and row["last_verified"] > "2026-11-25"] == []


def test_one_chief_office_has_one_holder_at_a_time(terms):
    crowds = []
    for state, office, on in asked():
        names = {row["name"] for row in terms if (row["state"], row["office"]) == (state, office) and holds(row, on)}
        if len(names) > 1:
            crowds.append((state, office, on.year, sorted(names)))
    assert crowds == []


def test_offices_belong_to_states_or_bodies_that_exist():
    codes = Counter(row.code for row in people())
    assert set(codes) - set(states()) <= {"UNO", "EUR", "IGO", "NGO", "IMG", "ISM"}


def test_both_orders_of_an_east_asian_name_are_known():
    spellings = {row.text for row in people()}
    assert {"Shinzo Abe", "Abe Shinzo", "Moon Jae-in", "Kim Jong-un", "Kim Jong Un", "Xi Jinping"} <= spellings
