"""Signed networks of states by year, from tables of alliances and of militarised disputes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from detente.errors import SchemaError

PACTS = ("atop_defense", "atop_offense", "atop_neutral", "atop_nonagg", "atop_consul")
DISPLAY_OF_FORCE = 3  # COW hostility levels: 2 threat, 3 display of force, 4 use of force, 5 war

Row = tuple[int, int, int, int]  # year, a, b, sign


@dataclass(frozen=True, slots=True)
class YearRule:
    """Which ties a year has.

    Attributes:
        pacts: columns of the alliance table; a pact of one of these kinds in force in the year is a positive tie.
        least_hostility: a dispute of the pair in the year that reached this level is a negative tie, 1 to 5.
        first, last: years, both included.
    """

    pacts: tuple[str, ...] = PACTS
    least_hostility: int = DISPLAY_OF_FORCE
    first: int = 1816
    last: int = 2014


def signed_years(alliances: Any, disputes: Any, rule: YearRule | None = None) -> list[Row]:
    """One row a pair of states and year with a tie; a pair that has a pact and a dispute is negative that year.

    Pairs may stand in one direction or in both, and a pair may have several disputes: it is one tie.

    Args:
        alliances: any table that narwhals reads, columns ccode1, ccode2, year and those of `rule.pacts` (0 or 1), as
            ATOP's dyad-years.
        disputes: columns ccode1, ccode2, year, hostlev, as COW's dyadic disputes.
        rule: None: every kind of pact, hostility from the display of force on, 1816 to 2014.

    Returns:
        (year, a, b, sign) in sorted order, a < b.

    Raises:
        SchemaError: if a column is missing.
    """
    import narwhals as nw

    chosen = rule or YearRule()
    signs: dict[tuple[int, int, int], int] = {}
    for table, columns, sign in ((alliances, chosen.pacts, 1), (disputes, ("hostlev",), -1)):
        frame = nw.from_native(table, eager_only=True)
        missing = [name for name in ("ccode1", "ccode2", "year", *columns) if name not in frame.columns]
        if missing:
            kind = "alliances" if sign > 0 else "disputes"
            raise SchemaError(f"The table of {kind} lacks the columns {', '.join(missing)}; add them.")
        least = 1 if sign > 0 else chosen.least_hostility
        for a, b, year, *levels in frame.select("ccode1", "ccode2", "year", *columns).iter_rows():
            if chosen.first <= year <= chosen.last and a != b and any(level and level >= least for level in levels):
                signs[int(year), int(min(a, b)), int(max(a, b))] = sign
    return sorted((*key, sign) for key, sign in signs.items())
