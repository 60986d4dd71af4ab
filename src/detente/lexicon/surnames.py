"""Surnames of leaders and ministers, and a personal name without its courtesy titles and initials."""

from __future__ import annotations

import re
from functools import cache

from detente.lexicon.names import NameRow, people

# Surnames that stand first in these states' names.
SURNAME_FIRST = frozenset({"KOR", "PRK", "CHN", "TWN", "VNM"})
_TOO_COMMON = frozenset(
    "may white brown black green young king long hope major church bush park lee kim chen wang li wu ma han an yang rice "
    "ford baker day cook bird charles price way fall horn lo ba roman santos jones james moore simon stephen marco jean "
    "ali ahmed mohamed hussein sen sol skate pitcher neptune moses magyar shah rahman smith rich hill mark john paul "
    "george bill west north south hu song grant marshall powell".split()
)
# What the roles of leaders and foreign ministers begin with.
_OFFICES = (
    "president",
    "prime minister",
    "premier",
    "chancellor",
    "general secretary",
    "supreme leader",
    "secretary of state",
    "foreign",
    "minister of foreign",
    "minister for foreign",
    "secretary-general",
    "secretary general",
)
_TITLE = re.compile(
    r"^(?:(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Baroness|Baron|Comrade|Marshal|Generalissimo|Col|Gen|Lt|Maj|Capt|Sen|Rep|Gov|"
    r"Senator|Colonel|General|Archbishop|Bishop|Cardinal|Sheikh|Field)\b\.?\s+)+"
)
# Titles before which a given name stands: "King Abdullah", "Sheikh Tamim".
ROYAL_TITLES = frozenset("king queen emperor empress emir amir sultan shah sheikh prince princess".split())
_ROYAL_OFFICE = re.compile(r"\b(?:King|Queen|Emperor|Emir|Sultan|Shah|Monarch|Prince|Sheikh)\b")
_ROYAL_STATES = frozenset({"ARE", "BHR", "JOR", "KWT", "OMN", "QAT", "SAU"})  # whose ministers are princes too
_INITIALS = re.compile(r"^(?:[A-Z]\.\s*)+")


def plain_name(text: str) -> str:
    """'Mrs Clinton' → 'Clinton', 'V. V. Putin' → 'Putin': titles and initials off; a bare title stays."""
    return _INITIALS.sub("", _TITLE.sub("", text)) or text


@cache
def surnames() -> dict[str, tuple[NameRow, ...]]:
    """Terms of office by the holder's surname: leaders and foreign ministers, common words left out."""
    return {surname: rows for surname, rows in titled_surnames().items() if surname.lower() not in _TOO_COMMON}


@cache
def titled_surnames() -> dict[str, tuple[NameRow, ...]]:
    """As `surnames`, common words too: with a title in front ("President Bush") they are names."""
    index: dict[str, list[NameRow]] = {}
    for row in people():
        leads = row.office in ("head_of_state", "head_of_government", "foreign_minister")
        if row.sector != "GOV" or not (leads or row.role.lower().startswith(_OFFICES)):
            continue
        words = row.name.split()
        if len(words) > 2 and row.code not in SURNAME_FIRST:
            index.setdefault(" ".join(words[-2:]), []).append(row)  # "Johnson Sirleaf", "de Klerk"
        surname = words[0] if row.code in SURNAME_FIRST else words[-1]
        if len(surname) > 1:
            index.setdefault(surname, []).append(row)
    return {surname: tuple(rows) for surname, rows in index.items()}


@cache
def regnal_names() -> dict[str, tuple[NameRow, ...]]:
    """Terms of monarchs, heirs and ruling princes by their given name, which follows their title."""
    index: dict[str, list[NameRow]] = {}
    for row in people():
        ruler = row.office in ("head_of_state", "head_of_government") and row.code in _ROYAL_STATES
        if ruler or (_ROYAL_OFFICE.search(row.role) and " of " not in row.role and "to the" not in row.role):
            words = [word for word in row.name.split() if word.lower() not in ROYAL_TITLES]
            if words:
                index.setdefault(words[0], []).append(row)
    return {name: tuple(rows) for name, rows in index.items()}
