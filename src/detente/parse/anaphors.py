"""Words and phrases that refer back: pronouns, pairs, trios, "the country", "its neighbour"."""

from __future__ import annotations

from collections.abc import Sequence

from detente.lexicon.roles import match_role
from detente.lexicon.tokens import Token
from detente.parse.anaphor_ends import AFTER_PHRASE, NOT_MODIFIERS, ends_here, stands_alone, word_at
from detente.parse.empty_it import is_empty_it

_PRONOUNS = {
    form: kind
    for kind, forms in (
        ("they", "they them their theirs themselves"),
        ("it", "it its itself"),
        ("she", "she her hers herself"),
        ("he", "he him his himself"),
        ("we", "we us our ourselves"),
        ("you", "you your yourselves"),
        ("i", "i me my myself"),
    )
    for form in forms.split()
}
_POSSESSIVES = ("its", "their", "his", "her")
_COUNTS = {"two": "pair", "three": "trio", "four": "several", "five": "several", "six": "several"}
# Nouns for several states, or for those who act for them.
_GROUP_NOUNS = frozenset(
    "countries nations states governments sides parties capitals leaders neighbours neighbors powers allies rivals "
    "presidents premiers ministers men women armies militaries navies kingdoms republics monarchies emirates islands "
    "enemies foes partners brothers giants statesmen chancellors generals delegations mediators signatories guarantors "
    "belligerents claimants adversaries societies peoples communities diplomats envoys officials kings combatants "
    "antagonists heavyweights democracies economies members movements factions dictators strongmen commanders delegates "
    "negotiators republicans camps peers ambassadors secretaries monarchs empires applicants candidates juntas regimes "
    "superpowers guests hosts visitors envoys emissaries colonels marshals admirals dynasties houses colonies".split()
)
_SINGULAR_NOUNS = frozenset(noun[:-3] + "y" if noun.endswith("ies") else noun[:-1] for noun in _GROUP_NOUNS)
# Those that stand for the actors of the text without a number: "the parties".
_LONE_GROUPS = frozenset(
    "parties sides allies signatories countries leaders ministers governments neighbours neighbors partners rivals "
    "factions mediators belligerents foes claimants guarantors adversaries negotiators delegations".split()
)
_STATE_NOUNS = frozenset(
    "country nation republic kingdom island emirate sultanate monarchy federation archipelago junta regime bloc alliance "
    "union organisation organization association grouping principality caliphate empire dictatorship company agency "
    "movement".split()
)
# Nouns that stand for a state with a word before them: "the Baltic state".
_DESCRIBED_STATE = frozenset(
    "state member power giant democracy economy neighbour neighbor territory partner ally".split()
)
# Words that may be capitalised before such nouns.
_REGIONS = frozenset(
    "african asian european arab gulf balkan baltic caribbean pacific central south southeast southern north northern "
    "east eastern west western latin muslim islamic communist nato eu african-american nordic himalayan andean caucasus "
    "ocean indian-ocean".split()
)
_GOVERNING = frozenset("of on with to for against by from upon over between".split())
_JOINTS = ("'s", "’s", "-")
_LONGEST_MODIFIERS = 4


def match_anaphor(tokens: Sequence[Token], start: int) -> tuple[int, str] | None:
    """Longest anaphor that begins at token `start`: (number of tokens, kind), or None.

    Kinds: `pair`, `trio`, `several` and `parties` refer to a number of actors, `they` to any number, `it` and `noun` to a
    state or body, `neighbour` to one beside it, `he` and `she` to a person, `former` and `latter` to one of a pair,
    `we`, `i` and `you` to who speaks and who is spoken to.
    """
    word = tokens[start].lower
    if word in _POSSESSIVES or word in ("the", "one"):
        found = _neighbour(tokens, start)
        if found:
            return found, "neighbour"
    if word in _PRONOUNS and word != "our" and tokens[start].text not in ("US", "ME", "i"):
        return None if word == "it" and is_empty_it(tokens, start) else (1, _PRONOUNS[word])
    following = word_at(tokens, start + 1)
    if word in ("each", "one") and following in ("other", "another"):
        return 2, "pair"
    if word == "that" and (following in _POSSESSIVES or following == "the"):
        return None
    if word in ("the", "these", "those", "all", "both", "neither", "each", "either", "our", "this", "that", "two"):
        return _determined(tokens, start, word) or ((1, "we") if word == "our" else None)
    return None


def _determined(tokens: Sequence[Token], start: int, word: str) -> tuple[int, str] | None:
    """A phrase after a determiner; "two" counts without one."""
    at = start if word == "two" else start + 1
    if word == "all" and word_at(tokens, at) == "the":
        at += 1
    count = _COUNTS.get(word_at(tokens, at))
    if count is not None:
        return _counted(tokens, start, at + 1, count)
    if word in ("both", "neither", "each", "either"):
        return _each(tokens, start, word)
    if word in ("the", "this", "that", "these", "those"):
        return _definite(tokens, start, word)
    return None


def _counted(tokens: Sequence[Token], start: int, at: int, kind: str) -> tuple[int, str] | None:
    """'the two former enemies', 'all three', 'the two'."""
    opener = word_at(tokens, start)
    for skip in range(_LONGEST_MODIFIERS):
        word = word_at(tokens, at + skip)
        if word in _GROUP_NOUNS:
            return at + skip + 1 - start, kind
        if not word.isalpha() or word in NOT_MODIFIERS or opener == "two":
            break
    if opener in ("the", "all") and word_at(tokens, at) == "of":
        return None
    return (at - start, kind) if opener in ("the", "all", "these", "those") and ends_here(tokens, at) else None


def _each(tokens: Sequence[Token], start: int, word: str) -> tuple[int, str] | None:
    """'both countries', 'neither side', 'both' alone; not 'both Japan and China'."""
    nouns = _GROUP_NOUNS if word == "both" else _SINGULAR_NOUNS
    for at in range(start + 1, start + 1 + _LONGEST_MODIFIERS):
        following = word_at(tokens, at)
        if following in nouns:
            return at + 1 - start, "pair"
        if not following.isalpha() or following in NOT_MODIFIERS:
            break
        if tokens[at].text[:1].isupper() and following not in _REGIONS:
            break
    later = [token.lower for token in tokens[start + 1 : start + 12]]
    if word == "either" and word_at(tokens, start - 1) in _GOVERNING and not word_at(tokens, start + 1).isalpha():
        return 1, "pair"  # "no blame fell on either."
    if (
        word == "neither"
        and "nor" not in later
        and later[:1]
        and later[0].endswith("s")
        and later[0] not in _GROUP_NOUNS
    ):
        return 1, "pair"  # "Neither shows any haste"
    if word in ("each", "either") or (word == "neither" and "nor" in later):
        return None
    if word == "both" and later[:1] and later[0].endswith("ly") and "and" in later:
        return None  # "both economically and militarily"
    if word == "both" and "and" in later[:7] and (later[0] == "as" or tokens[start + 1].text[:1].isupper()):
        return None
    if word == "both" and later[:1] == ["as"]:
        return 1, "pair"  # "counts both as allies"
    return (1, "pair") if ends_here(tokens, start + 1) else None


def _definite(tokens: Sequence[Token], start: int, word: str) -> tuple[int, str] | None:
    """'the latter', 'the pair', 'the parties', 'the island nation', 'this Gulf state'."""
    noun, after = word_at(tokens, start + 1), word_at(tokens, start + 2)
    if noun in ("former", "latter") and word == "the":
        return (2, noun) if stands_alone(tokens, start + 2, noun) else None
    if noun in ("pair", "duo"):
        return (2, "pair") if after != "of" or word_at(tokens, start + 3) == "them" else None
    if noun == "trio":
        return (2, "trio") if after != "of" else None
    if noun in _LONE_GROUPS:
        return (2, "parties") if after not in ("of", "to") else None
    return None if word in ("these", "those") else _state_noun(tokens, start)


def _state_noun(tokens: Sequence[Token], start: int) -> tuple[int, str] | None:
    """'the island nation', 'this Gulf state', 'the city-state': with up to three words before the noun."""
    for at in range(start + 1, start + 1 + _LONGEST_MODIFIERS):
        noun, after = word_at(tokens, at), word_at(tokens, at + 1)
        if noun == "city" and after == "-" and word_at(tokens, at + 2) == "state":
            return at + 3 - start, "noun"
        if noun == "trio" and at == start + 2:
            return at + 1 - start, "trio"
        described = noun in _DESCRIBED_STATE and at > start + 1 and ends_here(tokens, at + 1)
        if (described or noun in _STATE_NOUNS) and after not in ("of", "-"):
            return None if _has_role(tokens, at + 1) else (at + 1 - start, "noun")
        plain = at < len(tokens) and (tokens[at].text.islower() or noun in _REGIONS or noun in _JOINTS)
        if not plain or noun in NOT_MODIFIERS or not (noun.isalpha() or noun in _JOINTS):
            break
    return None


def _has_role(tokens: Sequence[Token], at: int) -> bool:
    """Whether a role follows to which the noun before belongs: "the company spokesman"."""
    return at < len(tokens) and tokens[at].lower not in AFTER_PHRASE and match_role(tokens, at) is not None


def _neighbour(tokens: Sequence[Token], start: int) -> int:
    """Length of 'its eastern neighbour', 'one of its neighbours', "the country's neighbour"; else 0."""
    at = start
    if word_at(tokens, start) == "one":
        at += 2
        if word_at(tokens, start + 1) != "of" or word_at(tokens, at) not in _POSSESSIVES:
            return 0
    owner = word_at(tokens, start) == "the" and word_at(tokens, start + 1) in (
        "country",
        "republic",
        "kingdom",
        "island",
    )
    if owner and word_at(tokens, start + 2) not in ("'s", "’s"):
        return 0
    for skip in range(1, 5):
        word = word_at(tokens, at + skip)
        if word in ("neighbour", "neighbor") or (word in ("neighbours", "neighbors") and at > start):
            return at + skip + 1 - start
        if word in NOT_MODIFIERS or not (word.isalpha() or word in _JOINTS):
            return 0
    return 0
