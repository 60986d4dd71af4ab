"""PLOVER 2.0 as detente codes it: types, quads, modes, scores, sectors; the CAMEO root mapping.

Source: PLOVER 2.0 draft manual (Open Event Data Alliance, 2024-02-04), facts only; rulings of our own are
listed in docs/methods/coding-decisions.md.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from detente.errors import SchemaError

QUADS = MappingProxyType(
    {1: "verbal cooperation", 2: "material cooperation", 3: "verbal conflict", 4: "material conflict"}
)
MODALITIES = ("asserted", "historical", "future", "hypothetical", "negated")
KINDS = ("act", "condition")

# PLOVER type -> CAMEO root code; where a type covers several roots the most general is given.
CAMEO_ROOTS = MappingProxyType(
    {
        "AGREE": "03",
        "CONSULT": "04",
        "SUPPORT": "05",
        "COOPERATE": "06",
        "AID": "07",
        "CONCEDE": "08",
        "RETREAT": "08",
        "REQUEST": "10",
        "ACCUSE": "11",
        "REJECT": "12",
        "THREATEN": "13",
        "PROTEST": "14",
        "MOBILIZE": "15",
        "SANCTION": "16",
        "COERCE": "17",
        "ASSAULT": "19",
    }
)


@dataclass(frozen=True, slots=True)
class EventType:
    """One PLOVER event type."""

    name: str
    quad: int
    score: float
    modes: MappingProxyType[str, float]
    requires_recipient: bool


@dataclass(frozen=True, slots=True)
class Codebook:
    """The closed lists that every record is checked against."""

    event_types: MappingProxyType[str, EventType]
    contexts: tuple[str, ...]
    sectors: MappingProxyType[str, str]
    nonstate_codes: MappingProxyType[str, str]

    def scale(self, event_type: str, mode: str = "") -> float:
        """PLOVER score of a type, or of a mode of it.

        Raises:
            SchemaError: if the type or the mode is not in the codebook.
        """
        entry = self.event_type(event_type)
        if not mode:
            return entry.score
        if mode not in entry.modes:
            raise SchemaError(f"{event_type} has no mode {mode!r}; it has {', '.join(entry.modes) or 'none'}.")
        return entry.modes[mode]

    def quad(self, event_type: str) -> int:
        """Quad (1 to 4) of a type."""
        return self.event_type(event_type).quad

    def event_type(self, name: str) -> EventType:
        """The type of that name.

        Raises:
            SchemaError: if the codebook has no such type.
        """
        if name not in self.event_types:
            raise SchemaError(f"Unknown event type {name!r}; choose one of {', '.join(self.event_types)}.")
        return self.event_types[name]


@cache
def codebook() -> Codebook:
    """The codebook, read once from `plover.json` beside this file."""
    raw = json.loads(files("detente.schema").joinpath("plover.json").read_text("utf-8"))
    types = {
        name: EventType(
            name, entry["quad"], entry["score"], MappingProxyType(entry["modes"]), entry["requires_recipient"]
        )
        for name, entry in raw["events"].items()
    }
    return Codebook(
        MappingProxyType(types),
        tuple(raw["contexts"]),
        MappingProxyType(raw["sectors"]),
        MappingProxyType(raw["nonstate_codes"]),
    )
