"""CAMEO codes in PLOVER's terms, by the project's codebook."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from detente.lexicon.rows import read_rows
from detente.schema.codebook import codebook


@dataclass(frozen=True, slots=True)
class CameoCode:
    """What a CAMEO code stands for.

    Attributes:
        code: of two to four digits; a string, for 010 is not 10.
        event_type: PLOVER type; "" for a plain statement, which PLOVER has no type for.
        mode: of that type, "" for none.
        quad: of that type, 0 for a statement.
        label: the act in words.
    """

    code: str
    event_type: str
    mode: str
    quad: int
    label: str


@cache
def cameo_codes() -> dict[str, CameoCode]:
    """Every code of `cameo_codes.csv`, by code."""
    types = codebook().event_types
    return {
        row["code"]: CameoCode(
            row["code"],
            row["event_type"],
            row["mode"],
            types[row["event_type"]].quad if row["event_type"] else 0,
            row["label"],
        )
        for row in read_rows("cameo_codes.csv", ("code", "event_type", "mode", "label"))
    }


def cameo_code(code: str) -> CameoCode | None:
    """The entry of a code, else of its base (three digits), else of its root (two); None where the root is unknown."""
    known = cameo_codes()
    for length in (len(code), 3, 2):
        if length <= len(code) and code[:length] in known:
            return known[code[:length]]
    return None
