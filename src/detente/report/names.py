"""Names to show for codes, as the corpus itself uses them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from detente.report.clean import clean
from detente.schema.codebook import codebook

LUMPS = {"IGO": "International organisations", "NGO": "Non-governmental organisations"}


def display_names(events: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """Code -> name: of a state the name that its events carry most often; its code where they only name persons of it.

    A code that lumps different bodies (IGO, NGO …) keeps the name of a body only where that is the only one.

    Args:
        events: rows with actor, actor_name, actor_sector, actor_organisation and the same of the recipient.
    """
    seen: dict[str, Counter[tuple[bool, str]]] = defaultdict(Counter)
    for row in events:
        for end in ("actor", "recipient"):
            code, name = row[end] or "", clean(row[f"{end}_name"] or "")
            if code:
                bare = not row[f"{end}_sector"] and not row[f"{end}_organisation"]
                seen[code][(bare, name)] += 1
    return {code: _chosen(code, counts) for code, counts in sorted(seen.items())}


def _chosen(code: str, counts: Counter[tuple[bool, str]]) -> str:
    named = {key: n for key, n in counts.items() if key[1]}
    lump = codebook().nonstate_codes.get(code, "")
    bodies = {name for _, name in named}
    if lump and (len(bodies) != 1 or code == "EUR"):
        return LUMPS.get(code, lump)
    if not named:
        return code
    own = {key: n for key, n in named.items() if key[0] or lump}
    return max(own, key=lambda key: (own[key], key[1]))[1] if own else code
