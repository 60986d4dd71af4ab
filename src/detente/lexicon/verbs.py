"""Common verbs as they stand after a subject: "Paris wants", "both suspect"; those that are nouns as often apart."""

from __future__ import annotations

from functools import cache

from detente.lexicon.rows import read_rows


@cache
def plain_verbs() -> frozenset[str]:
    """Base forms of verbs that are hardly ever nouns: "want", "insist", "accuse"."""
    return frozenset(row["text"] for row in _rows() if row["noun"] == "no")


@cache
def verb_or_noun() -> frozenset[str]:
    """Base forms of verbs that are nouns too: "claim", "fear"."""
    return frozenset(row["text"] for row in _rows() if row["noun"] == "yes")


@cache
def third_persons() -> frozenset[str]:
    """Third person of the verbs that are hardly ever nouns: "wants", "insists"."""
    return frozenset(map(_third_person, plain_verbs()))


def _rows() -> list[dict[str, str]]:
    return read_rows("verbs.csv", ("text", "noun"))


def _third_person(verb: str) -> str:
    if verb == "have":
        return "has"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
