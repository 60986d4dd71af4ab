"""Role and body nouns with their PLOVER sector: "foreign minister" GOV, "navy" MIL, "court" JUD."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from detente.lexicon.loading import without_collecting
from detente.lexicon.rows import read_cells, read_rows, shipped_names
from detente.lexicon.tokens import Token, token_texts

# Roles that stand directly before a person's name: "President Yoon", "Foreign Minister Park Jin".
TITLE_HEADS = frozenset(
    "president minister premier chancellor secretary king queen emperor prince sultan emir ayatollah general admiral "
    "commander ambassador envoy spokesman spokeswoman spokesperson speaker senator leader governor mayor adviser advisor "
    "representative director chairman chairwoman chief judge justice prosecutor lawmaker congressman congresswoman "
    "dictator ruler councillor councilor diplomat undersecretary chair professor counterpart analyst expert "
    "official lieutenant colonel captain marshal bishop pope monarch negotiator".split()
)


class RoleTable:
    """Sectors by role; roles are found by their lower-case tokens."""

    def __init__(self, files: Sequence[str]) -> None:
        self._sectors: dict[str, str] = {}
        self._longest: dict[str, int] = {}
        for file in files:
            for text, sector in read_cells(file, ("text", "sector")):
                key = text if text.replace(" ", "").isalpha() else " ".join(token_texts(text))
                self._sectors.setdefault(key, sector)
                first, _, rest = key.partition(" ")
                length = rest.count(" ") + 2 if rest else 1
                if length > self._longest.get(first, 0):
                    self._longest[first] = length

    def match(self, lower: Sequence[str], start: int) -> tuple[int, str] | None:
        """Longest role that begins at `lower[start]`: (number of tokens, sector), or None."""
        longest = self._longest.get(lower[start], 0)
        for length in range(min(longest, len(lower) - start), 0, -1):
            sector = self._sectors.get(" ".join(lower[start : start + length]))
            if sector is not None:
                return length, sector
        return None

    def longest(self, first: str) -> int:
        """Number of tokens of the longest role that begins with `first`, 0 for none."""
        return self._longest.get(first, 0)


@cache
def role_table() -> RoleTable:
    """The roles that are looked for in running text."""
    return RoleTable(["roles.csv"])


@cache
def phrase_roles() -> RoleTable:
    """Every role noun, those too that in running text are mostly something else."""
    with without_collecting():
        return RoleTable(shipped_names("roles.csv") + shipped_names("roles_d"))


@cache
def generic_roles() -> frozenset[str]:
    """Roles that take the sector of what stands before or after them: "leader", "official", "member"."""
    return frozenset(
        " ".join(token_texts(row["text"]))
        for file in shipped_names("roles_generic")
        for row in read_rows(file, ("text",))
    )


@cache
def label_sectors() -> dict[str, str]:
    """Sectors of words that name an actor only as a label of event data: "Foreign Affairs (Kenya)", "Muslim (India)"."""
    return {row["text"]: row["sector"] for row in read_rows("labels.csv", ("text", "sector"))}


def match_role(tokens: Sequence[Token], start: int) -> tuple[int, str] | None:
    """Longest role of running text that begins at token `start`: (number of tokens, sector), or None."""
    return _match(role_table(), tokens, start)


def match_role_of(tokens: Sequence[Token], start: int) -> tuple[int, str] | None:
    """As `match_role` after the name or adjective of a state, where every role noun is one: "a Swedish surgeon"."""
    return _match(role_table(), tokens, start) or _match(phrase_roles(), tokens, start)


def _match(table: RoleTable, tokens: Sequence[Token], start: int) -> tuple[int, str] | None:
    if start >= len(tokens):
        return None
    longest = table.longest(tokens[start].lower)
    return table.match([token.lower for token in tokens[start : start + longest]], 0) if longest else None
