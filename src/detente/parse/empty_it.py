"""The "it" that refers to nothing: "it is clear that", "it can be said", "it seems"."""

from __future__ import annotations

from collections.abc import Sequence

from detente.lexicon.tokens import Token

_BE = ("is", "was", "be", "been", "being")
_AUXILIARY = frozenset((*_BE, *"has have had can could may might would will should must also not now".split()))
_HEADS = frozenset(
    "important clear likely unlikely possible impossible necessary worth time hard difficult easy true unclear evident "
    "obvious inevitable crucial essential vital late early dark cold hot midnight noon dawn natural strange odd ironic "
    "telling tempting wise unwise safe better best enough up".split()
)
# Empty in any form: "it seems", "it rained"; empty in the passive: "it was said".
_VERBS = frozenset(
    "seem seems seemed appear appears appeared turned rained rains raining snowed snowing snows remains happened "
    "happens".split()
)
_PASSIVES = frozenset(
    "said noted known argued stated reported emphasized emphasised stressed believed expected thought understood "
    "interpreted hoped feared considered estimated recalled assumed added alleged agreed decided announced".split()
)
# "It took years to".
_TIME_WORDS = frozenset(
    "years year months month weeks week days day hours hour until time decades long two three more".split()
)


def is_empty_it(tokens: Sequence[Token], start: int) -> bool:
    """Whether the pronoun at token `start` refers to nothing, by the words after it."""
    following = [token.lower for token in tokens[start + 1 : start + 7]]
    aided = False
    while following and following[0] in _AUXILIARY:
        aided = aided or following[0] in _BE
        following = following[1:]
    if not following:
        return False
    if following[0] in ("takes", "took", "take"):
        return not _TIME_WORDS.isdisjoint(following[1:4])
    return following[0] in _VERBS or (aided and (following[0] in _HEADS or following[0] in _PASSIVES))
