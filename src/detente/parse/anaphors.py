"""Words and phrases that refer back: pronouns, pairs, trios, "the country", "its neighbour"."""

from __future__ import annotations

from collections.abc import Sequence

from detente.lexicon.roles import match_role
from detente.lexicon.tokens import Token

_PRONOUNS = {
    "they": "they", "them": "they", "their": "they", "themselves": "they", "it": "it", "its": "it", "itself": "it",
    "she": "she", "her": "she", "herself": "she", "hers": "she", "he": "he", "him": "he", "his": "he", "himself": "he", "theirs": "they",
}  # fmt: skip
_COUNTS = {"two": "pair", "three": "trio", "four": "several", "five": "several", "six": "several"}
# Nouns for several states, or for those who act for them.
_GROUP_NOUNS = frozenset(
    "countries nations states governments sides parties capitals leaders neighbours neighbors powers allies rivals presidents "
    "premiers ministers men women armies militaries navies kingdoms republics monarchies emirates islands enemies foes partners "
    "brothers giants statesmen chancellors generals delegations mediators signatories guarantors belligerents claimants "
    "adversaries societies peoples communities diplomats envoys officials kings combatants antagonists heavyweights democracies "
    "economies members movements factions dictators strongmen commanders delegates negotiators republicans camps peers "
    "ambassadors secretaries monarchs".split()
)
_LONE_GROUPS = frozenset(
    "parties sides allies signatories countries leaders ministers governments neighbours neighbors partners rivals mediators "
    "belligerents foes claimants guarantors adversaries negotiators delegations".split()
)
_STATE_NOUNS = frozenset(
    "country nation republic kingdom island emirate sultanate monarchy federation archipelago junta regime bloc alliance union "
    "organisation organization grouping principality caliphate empire dictatorship company agency movement".split()
)
_DESCRIBED_STATE = frozenset(
    "state member power giant democracy economy neighbour neighbor territory partner ally".split()
)
_REGIONS = frozenset(
    "african asian european arab gulf balkan baltic caribbean pacific central south southeast southern north northern east eastern "
    "west western latin muslim islamic communist nato eu african-american nordic himalayan andean caucasus ocean indian-ocean".split()
)
_NOT_MODIFIERS = frozenset(
    "of in on at by for from with to and or but the a an is are was were has have had that which who said says as than between "
    "into over under after before during not only whole entire rest".split()
)
_AFTER_PRONOUN = frozenset(
    "is are was were have has had will would can could may might must should shall do does did both also said says say agreed met "
    "signed held announced decided vowed pledged to in on at by for with and or but , . ; : ) ' ’ \" ” never now then still again "
    "had not of from against".split()
)
_AUXILIARY = frozenset(
    "is was be been being has have had can could may might would will should must also not now".split()
)
_EMPTY_HEADS = frozenset(
    "important clear likely unlikely possible impossible necessary worth time hard difficult easy true unclear evident obvious "
    "inevitable crucial essential vital late early dark cold hot midnight noon dawn natural strange odd ironic telling tempting wise "
    "unwise safe better best enough up".split()
)
# Empty in any form: "it seems", "it rained"; empty in the passive: "it was said".
_EMPTY_VERBS = frozenset(
    "seem seems seemed appear appears appeared turned rained rains raining snowed snowing snows remains happened happens".split()
)
_EMPTY_PASSIVES = frozenset(
    "said noted known argued stated reported emphasized emphasised stressed believed expected thought understood interpreted hoped feared "
    "considered estimated recalled assumed added alleged agreed decided announced".split()
)
_ADJECTIVES_AFTER = frozenset(
    "half part parts stages stage years weeks days century case question point group two three".split()
)
_LONGEST_MODIFIERS = 4


def match_anaphor(tokens: Sequence[Token], start: int) -> tuple[int, str] | None:
    """Longest anaphor that begins at token `start`: (number of tokens, kind), or None.

    Kinds: `pair`, `trio`, `several` and `parties` refer to a number of actors, `they` to any number, `it` and `noun` to a
    state or body, `neighbour` to one beside it, `he` and `she` to a person, `former` and `latter` to one of a pair.
    """
    word = tokens[start].lower
    if word in ("its", "their", "his", "her", "the", "one"):
        found = _neighbour(tokens, start)
        if found:
            return found, "neighbour"
    if word in _PRONOUNS:
        if word == "it" and _is_empty(tokens, start):
            return None
        return 1, _PRONOUNS[word]
    if word in ("each", "one") and _word(tokens, start + 1) in ("other", "another"):
        return 2, "pair"
    if word == "that" and _word(tokens, start + 1) in ("its", "their", "his", "her", "the"):
        return None
    if word in ("the", "these", "those", "all", "both", "neither", "each", "either", "our", "this", "that", "two"):
        return _determined(tokens, start, word)
    return None


def _determined(tokens: Sequence[Token], start: int, word: str) -> tuple[int, str] | None:
    at = start + 1
    if word == "all" and _word(tokens, at) == "the":
        at += 1
    if word == "two":
        at = start
    count = _COUNTS.get(_word(tokens, at))
    if count is not None:
        return _counted(tokens, start, at + 1, count)
    if word in ("both", "neither", "each", "either"):
        return _each(tokens, start, word)
    if word in ("the", "this", "that", "these", "those"):
        return _definite(tokens, start, word)
    return None


def _counted(tokens: Sequence[Token], start: int, at: int, kind: str) -> tuple[int, str] | None:
    """'the two former enemies', 'all three', 'the two'."""
    for skip in range(_LONGEST_MODIFIERS):
        word = _word(tokens, at + skip)
        if word in _GROUP_NOUNS:
            return at + skip + 1 - start, kind
        if not word.isalpha() or word in _NOT_MODIFIERS or _word(tokens, start) == "two":
            break
    if _word(tokens, at) in ("of",) and _word(tokens, start) in ("the", "all"):
        return None
    return (
        (at - start, kind)
        if _ends_here(tokens, at) and _word(tokens, start) in ("the", "all", "these", "those")
        else None
    )


def _each(tokens: Sequence[Token], start: int, word: str) -> tuple[int, str] | None:
    """'both countries', 'neither side', 'both' alone; not 'both Japan and China'."""
    nouns = (
        _GROUP_NOUNS
        if word == "both"
        else {noun[:-1] if not noun.endswith("ies") else noun[:-3] + "y" for noun in _GROUP_NOUNS}
    )
    for skip in range(_LONGEST_MODIFIERS):
        following = _word(tokens, start + 1 + skip)
        if following in nouns and not (word == "each" and following in ("nation", "country") and skip == 0 and False):
            return skip + 2, "pair"
        if (
            not following.isalpha()
            or following in _NOT_MODIFIERS
            or tokens[start + 1 + skip].text[:1].isupper()
            and following not in _REGIONS
        ):
            break
    later = [token.lower for token in tokens[start + 1 : start + 12]]
    if word in ("each", "either") or (word == "neither" and "nor" in later):
        return None
    if word == "both" and "and" in later[:7] and start + 1 < len(tokens) and tokens[start + 1].text[:1].isupper():
        return None
    return (1, "pair") if _ends_here(tokens, start + 1) else None


def _definite(tokens: Sequence[Token], start: int, word: str) -> tuple[int, str] | None:
    following = _word(tokens, start + 1)
    if following in ("former", "latter") and word == "the":
        return (2, following) if _stands_alone(tokens, start + 2, following) else None
    if following in ("pair", "duo"):
        return (2, "pair") if _word(tokens, start + 2) != "of" or _word(tokens, start + 3) == "them" else None
    if following == "trio":
        return (2, "trio") if _word(tokens, start + 2) != "of" else None
    if following in _LONE_GROUPS:
        return (2, "parties") if _word(tokens, start + 2) not in ("of", "to") else None
    if word in ("these", "those"):
        return None
    for skip in range(_LONGEST_MODIFIERS):
        at = start + 1 + skip
        noun = _word(tokens, at)
        if noun == "city" and _word(tokens, at + 1) == "-" and _word(tokens, at + 2) == "state":
            return at + 3 - start, "noun"
        if noun == "trio" and skip == 1:
            return at + 1 - start, "trio"
        if (noun in _STATE_NOUNS or (noun in _DESCRIBED_STATE and skip and _ends_here(tokens, at + 1))) and _word(tokens, at + 1) not in ("of", "-"):
            if (
                at + 1 < len(tokens)
                and tokens[at + 1].lower not in _AFTER_PRONOUN
                and match_role(tokens, at + 1) is not None
            ):
                return None  # "the company spokesman"
            return at + 1 - start, "noun"
        plain = at < len(tokens) and (tokens[at].text.islower() or noun in _REGIONS or noun in ("'s", "’s", "-"))
        if not plain or noun in _NOT_MODIFIERS or not (noun.isalpha() or noun in ("'s", "’s", "-")):
            break
    return None


def _neighbour(tokens: Sequence[Token], start: int) -> int:
    """Length of 'its neighbour', 'its eastern neighbour', 'one of its larger neighbours', "the country's neighbour"; else 0."""
    at = start
    if _word(tokens, at) == "one":
        if _word(tokens, at + 1) != "of" or _word(tokens, at + 2) not in ("its", "their", "his", "her"):
            return 0
        at += 2
    if _word(tokens, start) == "the" and _word(tokens, start + 1) in ("country", "republic", "kingdom", "island") and \
            _word(tokens, start + 2) not in ("'s", "’s"):  # fmt: skip
        return 0
    for skip in range(1, 5):
        word = _word(tokens, at + skip)
        if word in ("neighbour", "neighbor") or (word in ("neighbours", "neighbors") and at > start):
            return at + skip + 1 - start
        if not (word.isalpha() or word in ("-", "'s", "’s")) or word in _NOT_MODIFIERS:
            return 0
    return 0


def _ends_here(tokens: Sequence[Token], at: int) -> bool:
    """Whether a phrase can end before token `at`: a verb, a preposition or a mark follows, no noun of its own."""
    if at >= len(tokens):
        return True
    token = tokens[at]
    word = token.lower
    if not token.text[:1].isalpha():
        return token.text != "-"
    if token.text[:1].isupper() or word in _ADJECTIVES_AFTER:
        return False
    return word in _AFTER_PRONOUN or word.endswith("ed") or (word.endswith("ly") and word != "only") or _is_past(word) or \
        (word.endswith("s") and not word.endswith("ss") and _word(tokens, at + 1) in _AFTER_VERB)  # fmt: skip


def _stands_alone(tokens: Sequence[Token], at: int, which: str) -> bool:
    """'the latter said', 'the former, who', "the former's": no noun follows."""
    if at >= len(tokens):
        return True
    token = tokens[at]
    if not token.text[:1].isalpha():
        return True
    if token.text[:1].isupper() or token.lower in _ADJECTIVES_AFTER or match_role(tokens, at) is not None:
        return False
    if which == "latter" or token.lower in _NOT_MODIFIERS | {"back", "out", "who"}:
        return True
    return _ends_here(tokens, at) or token.lower.endswith("s")


def _is_empty(tokens: Sequence[Token], start: int) -> bool:
    """'it is clear that', 'it can be said', 'it seems': a pronoun that refers to nothing."""
    following = [token.lower for token in tokens[start + 1 : start + 7]]
    aided = False
    while following and following[0] in _AUXILIARY:
        aided = aided or following[0] in ("is", "was", "be", "been", "being")
        following = following[1:]
    if not following:
        return False
    if following[0] in ("takes", "took", "take"):
        return any(word in _TIME_WORDS for word in following[1:4])
    return following[0] in _EMPTY_VERBS or (aided and following[0] in _EMPTY_HEADS | _EMPTY_PASSIVES)


_TIME_WORDS = frozenset(
    "years year months month weeks week days day hours hour until time decades long two three more".split()
)


def _is_past(word: str) -> bool:
    return word in _PASTS


def _word(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].lower if 0 <= at < len(tokens) else ""


_AFTER_VERB = frozenset(
    "the a an its their his her it them him no to that in on at from with not each one both".split()
)
_PASTS = frozenset(
    "came went took gave made saw knew said told got put let sent kept held lost left met paid sat stood spoke struck threw wore "
    "won wrote bought brought built caught chose drew drove fell felt fought found flew forgot grew hid hit hung led lay meant "
    "ran rose sang sold set shook shot shut slept spent split spread swore taught thought understood woke withdrew began became "
    "broke bore beat bent bound dealt dug ate fed forbade froze lent lit read rang sank sought slid strode swept swung tore "
    "want wants obey signed differ depend share owe".split()
)
