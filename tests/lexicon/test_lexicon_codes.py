"""Codes of other datasets in our terms: CAMEO, countries, sectors, ACLED's types."""

from datetime import date

import pytest

from detente.lexicon.cameo import cameo_code, cameo_codes
from detente.lexicon.country_codes import cameo_groups, fips_countries, iso3_of
from detente.lexicon.names import states
from detente.lexicon.source_terms import acled_events, sector_of
from detente.schema.codebook import codebook


def test_every_type_and_mode_is_in_the_codebook():
    entries = [(code.event_type, code.mode) for code in cameo_codes().values()] + list(acled_events().values())
    unknown = [(kind, mode) for kind, mode in entries if kind and mode not in ("", *codebook().event_types[kind].modes)]
    assert unknown == []
    assert set(cameo_groups().values()) <= set(codebook().nonstate_codes)


# Rulings of the project's codebook, and those of CAMEO's codes that are easily taken for another.
@pytest.mark.parametrize(
    ("code", "event_type", "quad"),
    [
        ("010", "", 0),  # a statement
        ("10", "REQUEST", 3),  # a demand: codes are text
        ("020", "REQUEST", 3),
        ("036", "AGREE", 1),
        ("0354", "CONCEDE", 1),  # will ease sanctions
        ("042", "CONSULT", 1),
        ("057", "SUPPORT", 1),
        ("085", "CONCEDE", 1),
        ("0872", "RETREAT", 2),
        ("112", "ACCUSE", 3),
        ("116", "SANCTION", 4),  # found guilty
        ("138", "THREATEN", 3),
        ("163", "SANCTION", 4),  # embargo
        ("175", "ASSAULT", 4),
        ("191", "COERCE", 4),  # blockade
        ("1952", "ASSAULT", 4),
    ],
)
def test_codes_follow_the_codebook(code, event_type, quad):
    found = cameo_code(code)
    assert found is not None
    assert (found.event_type, found.quad) == (event_type, quad)


def test_a_code_that_is_not_listed_takes_its_base_then_its_root():
    assert cameo_code("1639") == cameo_codes()["163"]
    assert cameo_code("0799") == cameo_codes()["07"]
    assert cameo_code("99") is None
    assert cameo_code("X") is None


@pytest.mark.parametrize(
    ("code", "system", "on", "iso3"),
    [
        ("ROM", "cameo", None, "ROU"),
        ("EUR", "cameo", None, ""),  # a region there
        ("EUR", "iso3", None, "EUR"),  # PLOVER's code of the European Union
        ("CHN", "cameo", None, "CHN"),
        ("CH", "fips", None, "CHN"),
        ("NA", "fips", None, ""),  # Namibia is WA there
        ("GM", "fips", None, "DEU"),
        ("365", "gw", date(1980, 1, 1), "SUN"),
        ("365", "gw", date(2000, 1, 1), "RUS"),
        ("345", "gw", date(1995, 1, 1), "YUG"),
        ("345", "gw", date(2010, 1, 1), "SRB"),
        ("340", "gw", None, "SRB"),
        ("260", "gw", None, "DEU"),
        ("255", "cow", date(2000, 1, 1), "DEU"),
        ("999", "gw", None, ""),
        ("ZZQ", "iso3", None, ""),
    ],
)
def test_countries_of_other_lists(code, system, on, iso3):
    assert iso3_of(code, system, on) == iso3


def test_every_present_state_has_a_fips_code():
    present = {code for code, state in states().items() if state.valid_to is None}
    assert present - set(fips_countries().values()) == set()


def test_of_several_terms_the_weightier_decides():
    assert sector_of(("Elite", "Lower House", "Executive", "Government"), "icews") == "GOV"
    assert sector_of(("Government", "Military"), "icews") == "MIL"
    assert sector_of(("MED",), "cameo") == "JRN"  # media there, medicine in PLOVER
    assert sector_of(("Sunni",), "icews") == ""
