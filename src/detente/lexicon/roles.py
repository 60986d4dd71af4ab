"""Role and body nouns with their PLOVER sector: "foreign minister" GOV, "navy" MIL, "court" JUD."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from detente.lexicon.rows import read_rows
from detente.lexicon.tokens import Token, tokenise

# Roles that stand directly before a person's name: "President Yoon", "Foreign Minister Park Jin".
TITLE_HEADS = frozenset(
    "president minister premier chancellor secretary king queen emperor prince sultan emir ayatollah general admiral "
    "commander ambassador envoy spokesman spokeswoman spokesperson speaker senator leader governor mayor adviser advisor "
    "representative director chairman chairwoman chief judge justice prosecutor lawmaker congressman congresswoman "
    "dictator ruler councillor councilor diplomat undersecretary chair professor counterpart analyst expert "
    "official lieutenant colonel captain marshal bishop pope monarch negotiator".split()
)


@cache
def roles() -> dict[tuple[str, ...], str]:
    """Sector by the lower-case tokens of the role."""
    return {
        tuple(token.lower for token in tokenise(row["text"])): row["sector"]
        for row in read_rows("roles.csv", ("text", "sector"))
    }


@cache
def _longest() -> int:
    return max(map(len, roles()))


def match_role(tokens: Sequence[Token], start: int) -> tuple[int, str] | None:
    """Longest role that begins at token `start`: (number of tokens, sector), or None."""
    for length in range(min(_longest(), len(tokens) - start), 0, -1):
        key = tuple(token.lower for token in tokens[start : start + length])
        if key in roles():
            return length, roles()[key]
    return None
