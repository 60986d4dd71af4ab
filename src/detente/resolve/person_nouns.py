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
# Endings of nouns for a person by what he or she does, and nouns that only end so.
_PERSON_ENDINGS = ("er", "or", "ist", "ant", "ian", "man", "woman", "eer", "eon", "ess", "ardin", "hand")
_THINGS = frozenset(
    "newspaper paper broadcaster carrier tanker steamer freighter trawler cruiser destroyer bomber fighter power border "
    "chamber order sector factor chapter manufacturer maker retailer supplier producer lender exporter airliner fishery "
    "business press congress helicopter observer-mission regulator operator mayor's".split()
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
    return mention.kind == "role" and is_person_noun(last)


def is_person_noun(word: str) -> bool:
    """Whether a lower-case noun names one person: "minister", "surgeon"."""
    if word in _BODY_NOUNS or word in _THINGS:
        return False
    return word in _INDIVIDUAL or word.endswith(_PERSON_ENDINGS)


def is_compatriot(mention: Mention) -> bool:
    """Whether a mention is one person by his or her country: "the Russian", "a Turk"; "the French" are many."""
    if mention.kind not in ("adjective", "demonym") or mention.usage != "phrase" or mention.coordination:
        return False
    return not is_plural(mention) and not _last_word(mention).endswith(("s", "ese", "sh", "ch", "men"))


def is_plural(mention: Mention) -> bool:
    """Whether a mention is a plural noun: "the Russians", "Polish farmers", "the French"."""
    last = _last_word(mention)
    if mention.kind == "demonym" or (mention.kind == "adjective" and mention.usage == "phrase"):
        return last.endswith(("s", "ese", "sh", "ch", "men"))
    return mention.kind == "role" and (
        (last.endswith("s") and not last.endswith("ss"))
        or last.endswith("men")
        or last in ("people", "police", "troops", "children")
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
    words = mention.text.replace("-", " ").split()
    return words[-1].lower() if words else ""
