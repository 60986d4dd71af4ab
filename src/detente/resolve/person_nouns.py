"""Nouns for people: whether a mention names one person or several, and which office a title names."""

from __future__ import annotations

from detente.schema.mention import Mention

# Nouns for a body: "the Biden administration" is no person.
_BODY_NOUNS = frozenset(
    "administration government regime cabinet junta ministry army navy delegation military forces troops party council "
    "parliament police embassy side authorities court commission congress senate committee".split()
)
_INDIVIDUAL = frozenset(
    "president minister premier chancellor leader spokesman spokeswoman spokesperson ambassador envoy king queen general "
    "secretary emperor prince sultan emir shah commander negotiator adviser diplomat delegate official senator speaker "
    "governor dictator colonel marshal admiral chief judge candidate lawmaker consul commissioner director head "
    "strongman pope bishop archbishop ayatollah princess deputy mayor".split()
)
# Titles by the kind of office that they name.
_OFFICES = {
    title: office
    for office, titles in {
        "president": "president, head of state, dictator, strongman, ruler",
        "premier": "prime minister, premier, chancellor, taoiseach",
        "foreign": "foreign minister, foreign secretary, secretary of state",
        "defence": "defence minister, defense minister, defence secretary",
        "monarch": "king, queen, emperor, tsar, sultan, shah, emir, monarch",
        "prince": "crown prince, prince",
        "envoy": "ambassador, envoy, consul, representative",
        "pope": "pope, pontiff",
        "soldier": "general, colonel, marshal, admiral, commander",
        "secretary": "secretary-general, secretary general",
        "spokesman": "spokesman, spokeswoman",
        "bishop": "archbishop, bishop, cleric",
        "minister": "minister",
        "speaker": "speaker",
        "chairman": "chairman",
        "leader": "leader",
    }.items()
    for title in titles.split(", ")
}


def is_individual(mention: Mention) -> bool:
    """Whether a mention names one person."""
    last = _last_word(mention)
    if mention.kind in ("he", "she"):
        return True
    if mention.kind == "person" or any(part.kind == "person" for part in mention.parts):
        return last not in _BODY_NOUNS
    return mention.kind == "role" and last in _INDIVIDUAL


def is_plural(mention: Mention) -> bool:
    """Whether a mention is a plural noun: "the Russians", "Polish farmers"."""
    last = _last_word(mention)
    if mention.kind == "demonym":
        return last.endswith(("s", "ese", "sh", "ch", "iss", "men"))
    return mention.kind == "role" and (
        (last.endswith("s") and not last.endswith("ss")) or last in ("people", "police", "troops", "men", "women")
    )


def office_of(text: str) -> str:
    """The kind of office that a title names: "the Polish prime minister" premier; "" for none we know."""
    words = text.lower().replace("acting ", "").split()
    for length in (3, 2, 1):
        for start in range(len(words) - length, -1, -1):
            found = _OFFICES.get(" ".join(words[start : start + length]))
            if found:
                return found
    return ""


def _last_word(mention: Mention) -> str:
    words = mention.text.split()
    return words[-1].lower() if words else ""
