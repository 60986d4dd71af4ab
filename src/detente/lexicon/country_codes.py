"""Country codes of other code lists as ISO 3166-1 alpha-3, or as one of PLOVER's non-state codes."""

from __future__ import annotations

from datetime import date
from functools import cache

from detente.lexicon.names import State, states
from detente.lexicon.rows import read_rows
from detente.schema.codebook import codebook

SYSTEMS = ("iso3", "cameo", "fips", "cow", "gw")


def iso3_of(code: str, system: str, on: date | None = None) -> str:
    """The alpha-3 code of a country at a date; "" for what is no country of that list, regions among it.

    Args:
        code: as in the source.
        system: `iso3`; `cameo` (three letters, as GDELT writes them: ROM is Romania, EUR a region); `fips` (FIPS 10-4,
            two letters: CH is China); `cow` or `gw` (numbers of the Correlates of War and of Gleditsch and Ward).
        on: decides between states that share a number (365: SUN, then RUS); None takes the one that exists now.
    """
    code = code.strip()
    if system in ("cow", "gw"):
        return _numbered(code, system, on)
    code = code.upper()
    if system == "fips":
        return fips_countries().get(code, "")
    if system == "cameo" and code in cameo_countries():
        return cameo_countries()[code]
    return code if code in _alpha3() else ""


@cache
def fips_countries() -> dict[str, str]:
    """ISO 3166-1 alpha-3 by FIPS 10-4 code of two letters."""
    return {row["code"]: row["iso3"] for row in read_rows("fips_countries.csv", ("code", "iso3"))}


@cache
def cameo_countries() -> dict[str, str]:
    """CAMEO country codes that are not ISO's: with its code, or "" for a region."""
    return {row["code"]: row["iso3"] for row in read_rows("cameo_countries.csv", ("code", "iso3"))}


@cache
def cameo_groups() -> dict[str, str]:
    """PLOVER non-state codes by CAMEO code of an organisation ("UNO", "NAT")."""
    return {row["code"]: row["nonstate"] for row in read_rows("cameo_groups.csv", ("code", "nonstate"))}


@cache
def _alpha3() -> frozenset[str]:
    return frozenset(states()) | frozenset(fips_countries().values()) | frozenset(codebook().nonstate_codes)


@cache
def _by_number(system: str) -> dict[str, list[State]]:
    found: dict[str, list[State]] = {}
    for state in states().values():
        number = state.cow if system == "cow" else state.gw
        if number:
            found.setdefault(number, []).append(state)
    return found


def _numbered(code: str, system: str, on: date | None) -> str:
    """The state of that number that existed on the day; where none did, what became of the last that had it."""
    sharing = _by_number(system).get(code.removesuffix(".0"), [])
    lasting = [state for state in sharing if (state.valid_to is None if on is None else state.lasts(on))]
    if lasting:
        # of two that lasted the one that ended carried the number: 345 is Yugoslavia before it is Serbia
        return next((state for state in lasting if state.valid_to is not None), lasting[0]).code
    if not sharing:
        return ""
    last = max(sharing, key=lambda state: state.valid_to or date.max)
    while last.successor and last.valid_to is not None and (on is None or last.valid_to <= on):
        last = states()[last.successor]
    return last.code
