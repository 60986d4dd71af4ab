"""Words by which datasets tell what an actor is, or what happened, in PLOVER's terms."""

from __future__ import annotations

from functools import cache

from detente.lexicon.rows import read_rows


def sector_of(terms: tuple[str, ...], source: str) -> str:
    """PLOVER sector of an actor that a source describes by these terms; "" where none says.

    Args:
        terms: as in the source: ("Military", "Government").
        source: whose words they are: `icews` (labels of sectors), `cameo` (codes of roles) or `acled` (kinds of actor).

    Of several terms the one that stands first in `source_sectors.csv` decides: a minister with a seat in parliament
    is GOV.
    """
    known = _sectors().get(source, {})
    found = [known[term] for term in terms if term in known]
    return min(found)[1] if found else ""


@cache
def acled_events() -> dict[tuple[str, str], tuple[str, str]]:
    """(PLOVER type, mode) by ACLED's (event_type, sub_event_type); sub-type "" stands for any other of the type."""
    columns = ("event_type", "sub_event_type", "type", "mode")
    return {
        (row["event_type"], row["sub_event_type"]): (row["type"], row["mode"])
        for row in read_rows("acled_events.csv", columns)
    }


@cache
def _sectors() -> dict[str, dict[str, tuple[int, str]]]:
    """(rank, sector) by term, by source."""
    found: dict[str, dict[str, tuple[int, str]]] = {}
    for rank, row in enumerate(read_rows("source_sectors.csv", ("source", "text", "sector"))):
        found.setdefault(row["source"], {}).setdefault(row["text"], (rank, row["sector"]))
    return found
