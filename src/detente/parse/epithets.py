"""Definite phrases that tell of someone already named what he or it is: "the colonel", "the aggressor", "the Gulf state"."""

from __future__ import annotations

from collections.abc import Sequence

from detente.lexicon.tokens import Token
from detente.lexicon.words import PREPOSITIONS
from detente.parse.anaphor_ends import NOT_MODIFIERS, ends_here, word_at

# Nouns for the other one of two: "its long-time foe".
_RELATIONS = frozenset(
    "foe rival enemy adversary ally partner patron protector backer archrival archenemy opponent competitor "
    "challenger creditor "
    "attacker invader tormentor benefactor guarantor overlord".split()
)
_DETERMINERS = frozenset({"the", "this", "that", "these", "those"})
_PEOPLE = frozenset(
    "autocrat strongman warlord ruler despot tyrant potentate statesman politician visitor host hostess guest "
    "newcomer fugitive defector "
    "hardliner reformer populist nationalist moderate captain colonel emir sultan marshal admiral brigadier commodore "
    "lieutenant-colonel veteran officer "
    "tycoon billionaire oligarch laureate pontiff patriarch ayatollah mufti shah tsar kaiser emperor sovereign "
    "regent heir usurper "
    "coup-leader putschist revolutionary mediator negotiator peacemaker go-between emissary nuncio legate "
    "firebrand conqueror "
    "septuagenarian octogenarian nonagenarian diplomat negus caudillo generalissimo socialist conservative "
    "technocrat reformist jurist "
    "economist lawyer chancellor doge peacemaker islamist godfather".split()
)
_STATES = frozenset(
    "aggressor attacker invader occupier buyer seller purchaser supplier exporter importer lender creditor "
    "debtor donor recipient loser winner "
    "victor hegemon superpower heavyweight protector newcomer signatory guarantor mediator belligerent claimant "
    "challenger rival foe enemy "
    "adversary accuser applicant candidate ally group dictatorship colony protectorate dominion powerhouse".split()
)
_BODIES = frozenset(
    "aggressors attackers invaders occupiers buyers sellers victors victims losers winners superpowers juntas "
    "regimes rivals hosts visitors".split()
)
_QUARRELS = frozenset(
    "warring rival feuding neighbouring neighboring opposing competing quarrelling hostile friendly estranged "
    "contending negotiating "
    "belligerent sister brotherly fraternal".split()
)
_LEADERS = frozenset("presidents premiers ministers kings chancellors generals".split())
_STATE_NOUNS = frozenset(
    "country nation state republic kingdom neighbour neighbor power member ally partner giant economy democracy "
    "monarchy".split()
)
_STATES_NOUNS = frozenset(
    "countries nations states republics kingdoms neighbours neighbors powers members allies partners giants "
    "economies democracies rivals foes "
    "enemies adversaries governments leaders".split()
)
# Regions of two or more words; traits are asked by the same words joined.
_REGIONS = frozenset(
    tuple(region.split())
    for region in (
        "central american|south american|north american|latin american|north african|west african|east african|"
        "southern african|"
        "central african|southeast asian|south asian|east asian|central asian|middle eastern|horn of africa|"
        "south pacific|indian ocean|"
        "eastern european|central european|western european|northern european|southern european|western balkan|"
        "persian gulf|"
        "south caucasus|black sea|red sea|asia - pacific"
    ).split("|")
)
_REGION = frozenset(
    "african asian european arab gulf balkan baltic caribbean pacific nordic scandinavian himalayan andean "
    "caucasus maghreb sahel sahelian "
    "mediterranean adriatic arabian muslim islamic communist nato eu jewish sunni shiite shia hindu buddhist "
    "catholic orthodox melanesian polynesian oceanian transatlantic levantine".split()
)
_LONGEST = 6


def match_epithet(tokens: Sequence[Token], start: int) -> tuple[int, str] | None:
    """Longest epithet that begins at token `start`: (number of tokens, kind of anaphor), or None."""
    word = tokens[start].lower
    of = [t.lower for t in tokens[start + 1 : start + 4]]
    if word in ("each", "neither", "either", "both") and (of[:2] == ["of", "them"] or of == ["of", "the", "two"]):
        return 1 + len(of) - (of[1] == "them"), "pair"
    if word == "each" and ends_here(tokens, start + 1):
        opens = start == 0 or not tokens[start - 1].text[:1].isalpha()
        acts = word_at(tokens, start + 1).isalpha() and word_at(tokens, start + 1) not in PREPOSITIONS
        if opens or acts or "other" in [t.lower for t in tokens[start + 1 : start + 9]]:
            return 1, "pair"
    if word in ("this", "that") and word_at(tokens, start + 1) in ("state", "power") and ends_here(tokens, start + 2):
        return 2, "noun"
    if word in ("its", "their"):
        return _relation(tokens, start)
    if word not in _DETERMINERS:
        return None
    at = start + 1
    told = False  # a region stands before the noun
    while at < len(tokens) and at - start < _LONGEST:
        noun = word_at(tokens, at)
        kind = _kind(noun, told)
        if not kind and (
            (noun in _STATES_NOUNS and word_at(tokens, at - 1) in _QUARRELS) or (noun in _LEADERS and at == start + 1)
        ):
            kind = "parties"
        if kind and word_at(tokens, at + 1) != "of" and ends_here(tokens, at + 1):
            return at + 1 - start, kind
        region = _region(tokens, at)
        if region:
            at, told = at + region, True
            continue
        plain = tokens[at].text.islower() or noun.isdigit() or noun == "-"
        if not plain or noun in NOT_MODIFIERS:
            return None
        at += 1
    return None


def _relation(tokens: Sequence[Token], start: int) -> tuple[int, str] | None:
    """'its long-time foe': a noun for the other one, with up to three words before it."""
    for at in range(start + 1, min(start + 5, len(tokens))):
        if word_at(tokens, at) in _RELATIONS and ends_here(tokens, at + 1):
            return at + 1 - start, "relation"
        if word_at(tokens, at) in NOT_MODIFIERS or not (tokens[at].text.islower() or tokens[at].text == "-"):
            return None
    return None


def _kind(noun: str, told: bool) -> str:
    if noun in _PEOPLE:
        return "office"
    if noun in _STATES or (told and noun in _STATE_NOUNS):
        return "noun"
    if noun in _BODIES:
        return "they"
    return "parties" if told and noun in _STATES_NOUNS else ""


def _region(tokens: Sequence[Token], at: int) -> int:
    """Number of tokens of the region named at a position, 0 for none."""
    for length in (3, 2):
        if tuple(word_at(tokens, at + k) for k in range(length)) in _REGIONS:
            return length
    return 1 if word_at(tokens, at) in _REGION else 0
