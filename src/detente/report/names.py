"""Names to show for codes, as the corpus itself uses them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from detente.report.clean import clean
from detente.schema.codebook import codebook

LUMPS = {
    "IGO": "International organisations",
    "NGO": "Non-governmental organisations",
    "ISM": "International movements",
    "IMG": "Armed groups across borders",
    "MNC": "Multinational companies",
}
BODIES = ("", "BUS")  # sectors under which a body, not a person of it, is named
FIXED = ("EUR", "UNO")  # codes of one body with many parts


def display_names(events: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """Code -> name: of a state the name that its events carry most often; its code where they only name persons of it.

    A code that lumps different bodies (IGO, NGO …) keeps the name of a body only where that is the only one.

    Args:
        events: rows with actor, actor_name, actor_sector, actor_organisation and the same of the recipient.
    """
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for row in events:
        for end in ("actor", "recipient"):
            code, name = row[end] or "", clean(row[f"{end}_name"] or "")
            lump = code in codebook().nonstate_codes
            whole = row[f"{end}_sector"] in BODIES if lump else not (row[f"{end}_sector"] or row[f"{end}_organisation"])
            if code:
                seen[code][name if whole else ""] += 1
    return {code: _chosen(code, counts) for code, counts in sorted(seen.items())}


def _chosen(code: str, counts: Counter[str]) -> str:
    named = {name: n for name, n in counts.items() if name}
    lump = LUMPS.get(code) or codebook().nonstate_codes.get(code, "")
    if lump and (len(named) != 1 or code in FIXED):
        return lump
    return max(named, key=lambda name: (named[name], name)) if named else code
