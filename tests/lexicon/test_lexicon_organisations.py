"""Organisations and who belonged to them when."""

from datetime import date
from itertools import pairwise

import pytest

from detente.lexicon.names import memberships, organisation_names, states


def members(org: str, on: date) -> set[str]:
    """Codes of the full members of an organisation on a day."""
    return {row.code for row in memberships()[org] if row.role == "member" and row.holds(on)}


def test_there_are_more_than_sixty_organisations_with_dated_members():
    dated = [org for org, rows in memberships().items() if all(row.valid_from for row in rows)]
    assert len(dated) >= 60


@pytest.mark.parametrize("org", ["UN", "EU", "NATO", "ASEAN", "AU", "ARABLEAGUE", "QUAD", "AUKUS", "SCO", "BRICS", "G7",
                                 "G20", "OPEC", "GCC", "CSTO", "CPTPP", "RCEP", "APEC", "OECD", "ECOWAS"])  # fmt: skip
def test_the_best_known_bodies_have_names_and_members(org):
    assert org in {row.organisation for row in organisation_names()}
    assert members(org, date(2024, 6, 1))


def test_the_united_nations_grew_to_193():
    assert len(members("UN", date(2012, 1, 1))) == 193
    assert len(members("UN", date(2024, 1, 1))) == 193
    # One seat, two holders: General Assembly resolution 2758 of 25 October 1971.
    assert {"TWN", "CHN"} & members("UN", date(1971, 10, 24)) == {"TWN"}
    assert {"TWN", "CHN"} & members("UN", date(1971, 10, 26)) == {"CHN"}
    assert {"KOR", "PRK"} & members("UN", date(1991, 9, 16)) == set()
    assert {"KOR", "PRK"} & members("UN", date(1991, 9, 17)) == {"KOR", "PRK"}


def test_britain_left_the_european_union():
    assert "GBR" in members("EU", date(2020, 1, 31))
    assert "GBR" not in members("EU", date(2020, 2, 1))
    assert len(members("EU", date(2024, 1, 1))) == 27
    assert "HRV" in members("EU", date(2013, 7, 1))


def test_the_atlantic_alliance_took_in_finland_and_sweden():
    assert len(members("NATO", date(2024, 3, 7))) == 32
    assert {"FIN", "SWE"} & members("NATO", date(2023, 4, 3)) == set()
    assert {"FIN", "SWE"} & members("NATO", date(2023, 4, 4)) == {"FIN"}
    assert {"FIN", "SWE"} & members("NATO", date(2024, 3, 7)) == {"FIN", "SWE"}
    assert len(members("NATO", date(1949, 9, 1))) == 12


def test_the_warsaw_pact_ended_in_1991():
    assert members("WARPAC", date(1985, 1, 1)) == {"SUN", "POL", "DDR", "CSK", "HUN", "ROU", "BGR"}
    assert "ALB" in members("WARPAC", date(1960, 1, 1))
    assert members("WARPAC", date(1991, 7, 1)) == set()


def test_the_emerging_powers_grew_in_2024_and_2025():
    assert members("BRICS", date(2023, 12, 31)) == {"BRA", "RUS", "IND", "CHN", "ZAF"}
    assert members("BRICS", date(2024, 1, 1)) == {"BRA", "RUS", "IND", "CHN", "ZAF", "EGY", "ETH", "IRN", "ARE"}
    assert "IDN" in members("BRICS", date(2025, 1, 6))
    assert "SAU" not in members("BRICS", date(2025, 1, 6))


def test_small_clubs_have_their_members():
    on = date(2024, 6, 1)
    assert members("G7", on) == {"USA", "GBR", "FRA", "DEU", "ITA", "JPN", "CAN"}
    assert members("QUAD", on) == {"USA", "JPN", "AUS", "IND"}
    assert members("AUKUS", on) == {"USA", "GBR", "AUS"}
    assert members("AUKUS", date(2021, 9, 14)) == set()
    assert members("CSTO", on) == {"RUS", "BLR", "KAZ", "KGZ", "TJK", "ARM"}
    assert members("AES", on) == {"MLI", "BFA", "NER"}
    assert members("TCS", on) == {"CHN", "JPN", "KOR"}


def test_joining_leaving_and_suspension_have_their_days():
    assert "IRN" in members("SCO", date(2023, 7, 4))
    assert "BLR" in members("SCO", date(2024, 7, 4))
    assert "RUS" in members("G8", date(2014, 3, 1))
    assert members("G8", date(2014, 3, 24)) == set()
    assert "RUS" not in members("COE", date(2022, 3, 16))
    assert "QAT" not in members("OPEC", date(2019, 1, 1))
    assert "AGO" not in members("OPEC", date(2024, 1, 1))
    assert "GBR" in members("CPTPP", date(2024, 12, 15))
    assert "USA" not in members("TPP", date(2017, 1, 23))
    assert "SYR" not in members("ARABLEAGUE", date(2015, 1, 1))
    assert "SYR" in members("ARABLEAGUE", date(2023, 5, 7))
    assert "MLI" not in members("ECOWAS", date(2025, 1, 29))
    assert "TLS" in members("ASEAN", date(2025, 10, 26))
    assert "PHL" not in members("ICC", date(2019, 3, 17))


def test_members_are_states_of_the_table_and_hold_one_role_at_a_time():
    known = set(states())
    overlaps = []
    for org, rows in memberships().items():
        assert {row.code for row in rows} <= known, org
        for code in {row.code for row in rows}:
            terms = sorted((row.valid_from or date.min, row.valid_to or date.max) for row in rows if row.code == code)
            overlaps += [(org, code) for a, b in pairwise(terms) if b[0] < a[1]]
    assert overlaps == []
