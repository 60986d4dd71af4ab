"""Words and phrases that refer back: pronouns, pairs, trios, "the country"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from detente.lexicon.tokens import Token

# kind -> phrases; `pair`, `trio` and `they` refer to several actors, `it` to a state or body, `person` to a person.
_PHRASES = {
    "pair": (
        "both countries|both nations|both sides|both states|both governments|both parties|both capitals|both leaders|"
        "both neighbours|both neighbors|both militaries|both foreign ministers|the two countries|the two nations|"
        "the two sides|the two states|the two governments|the two leaders|the two neighbours|the two neighbors|"
        "the two allies|the two presidents|the two ministers|the two foreign ministers|the two men|the two powers|"
        "the two|these two countries|the pair|the duo|two neighbours|two neighbors|the rivals|the two rivals|"
        "the two parties|both|these countries|the neighbours|the neighbors|the two capitals|"
        "the two militaries|the two armies|two sides|two countries|the two societies|our two countries|each other"
    ),
    "trio": (
        "the trio|the three countries|the three nations|the three leaders|the three sides|all three countries|"
        "the three allies|the three governments|three countries|the three|all three|the three foreign ministers|"
        "the three states|the three participating countries"
    ),
    "parties": "the parties|the sides|the allies|the signatories|the countries|the leaders|the ministers|the governments",
    "they": "they|them|their|themselves",
    "it": "it|its|itself|the country|the nation|the island|the republic|the kingdom|the island nation",
    "she": "she|her|herself",
    "he": "he|him|his|himself",
    "former": "the former",
    "latter": "the latter",
}


@cache
def _index() -> dict[tuple[str, ...], str]:
    return {tuple(phrase.split()): kind for kind, phrases in _PHRASES.items() for phrase in phrases.split("|")}


@cache
def _longest() -> int:
    return max(map(len, _index()))


def match_anaphor(tokens: Sequence[Token], start: int) -> tuple[int, str] | None:
    """Longest anaphor that begins at token `start`: (number of tokens, kind), or None."""
    for length in range(min(_longest(), len(tokens) - start), 0, -1):
        kind = _index().get(tuple(token.lower for token in tokens[start : start + length]))
        if kind is None:
            continue
        after = tokens[start + length].lower if start + length < len(tokens) else ""
        if kind == "it" and length > 1 and after == "of":
            continue  # "the Republic of Korea", "the island of Jeju"
        if after == "of" and kind == "parties":
            continue  # "the leaders of Japan and China" names them itself
        if kind in ("former", "latter") and after.isalpha() and after not in _AFTER_PRONOUN:
            continue  # "the former president"
        if kind == "it" and length == 1 and tokens[start].lower == "it" and _is_empty(tokens, start):
            continue
        if tokens[start].lower == "both" and length == 1 and after not in _AFTER_PRONOUN:
            continue
        if length == 2 and tokens[start + 1].lower in ("two", "three") and after not in _AFTER_PRONOUN:
            continue
        return length, kind
    return None


def _is_empty(tokens: Sequence[Token], start: int) -> bool:
    """'it is clear that', 'it would take', 'it can be said': a pronoun that refers to nothing."""
    following = [token.lower for token in tokens[start + 1 : start + 6]]
    while following and following[0] in _AUXILIARY:
        following = following[1:]
    return bool(following) and following[0] in _EMPTY_HEADS


_AUXILIARY = frozenset("is was be been being has have had can could may might would will should must also not".split())
_EMPTY_HEADS = frozenset(
    "important clear likely unlikely possible impossible necessary said noted known argued stated reported emphasized "
    "emphasised stressed believed expected thought understood worth time take took takes seem seems seemed appear appears "
    "turned hard difficult easy true unclear evident obvious remains interpreted hoped feared considered estimated "
    "recalled assumed inevitable crucial essential vital added alleged".split()
)
_AFTER_PRONOUN = frozenset(
    "is are was were have has had will would could can may might should must said says say agreed met signed and also , . "
    "; did do does both held announced decided vowed pledged to in".split()
)
