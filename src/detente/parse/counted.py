"""People whom a number makes a party: "34 unarmed men", "dozens of villagers"."""

from __future__ import annotations

import re

from detente.lexicon.words import MONTH_WORDS

QUANTITIES = frozenset("dozens scores hundreds thousands millions tens number crowd crowds group groups".split())
_NUMBERS = frozenset(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million dozen several".split()
)
_COUNT = re.compile(r"(?!1\d{3}$|20\d\d$)\d[\d,.]*")  # no year


def is_counted(before: str, earlier: str) -> bool:
    """Whether the word before, or the one before that, counts people.

    Args:
        before, earlier: lower-case words before the noun, the nearest first.
    """
    if before == "of":
        return earlier in QUANTITIES
    return _is_number(before) or (before.isalpha() and before not in MONTH_WORDS and _is_number(earlier))


def _is_number(word: str) -> bool:
    return word in _NUMBERS or _COUNT.fullmatch(word) is not None
