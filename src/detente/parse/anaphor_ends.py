"""Where a phrase that refers back ends, by the word after it."""

from __future__ import annotations

from collections.abc import Sequence

from detente.lexicon.roles import match_role
from detente.lexicon.tokens import Token
from detente.lexicon.verbs import plain_verbs, third_persons, verb_or_noun
from detente.lexicon.words import PASTS

# Words that cannot stand between a determiner and its noun.
NOT_MODIFIERS = frozenset(
    "of in on at by for from with to and or but the a an is are was were has have had that which who said says as than "
    "between into over under after before during not only whole entire rest".split()
)
# Verbs and prepositions that follow a whole phrase.
AFTER_PHRASE = frozenset(
    "is are was were have has had will would can cannot could may might must should shall do does did both also said says "
    "say "
    "agreed met signed held announced decided vowed pledged to in on at by for with and or but never "
    "now then still again had not of from against".split()
)
_NOUNS_AFTER = frozenset(
    "half part parts stages stage years weeks days century case question point group two three".split()
)
_AFTER_VERB = frozenset(
    "the a an its their his her it them him no to that in on at from with not each one both".split()
)
_VERBS = PASTS | {"signed", "share", "owe", "obey"}


def word_at(tokens: Sequence[Token], at: int) -> str:
    """Lower-case token at a position, "" outside the tokens."""
    return tokens[at].lower if 0 <= at < len(tokens) else ""


def ends_here(tokens: Sequence[Token], at: int) -> bool:
    """Whether a phrase can end before token `at`: a verb, a preposition or a mark follows, no noun of its own."""
    if at >= len(tokens):
        return True
    token = tokens[at]
    word = token.lower
    if not token.text[:1].isalpha():
        return token.text != "-"
    if token.text[:1].isupper() or word in _NOUNS_AFTER:
        return False
    if (
        word in AFTER_PHRASE
        or word in _VERBS
        or word in plain_verbs()
        or word in third_persons()
        or word.endswith("ed")
        or (word.endswith("ly") and word != "only")
    ):
        return True
    may_be = word in verb_or_noun() or (word.endswith("s") and not word.endswith("ss"))
    return may_be and word_at(tokens, at + 1) in _AFTER_VERB


def stands_alone(tokens: Sequence[Token], at: int, which: str) -> bool:
    """Whether no noun follows "the former" or "the latter" (`which`): "the latter said", "the former, who"."""
    if at >= len(tokens):
        return True
    token = tokens[at]
    if not token.text[:1].isalpha():
        return True
    if token.text[:1].isupper() or token.lower in _NOUNS_AFTER or match_role(tokens, at) is not None:
        return False
    if which == "latter" or token.lower in NOT_MODIFIERS or token.lower in ("back", "out"):
        return True
    return ends_here(tokens, at) or token.lower.endswith("s")
