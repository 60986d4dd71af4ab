"""What states are: kingdoms, islands, members of an alliance, neighbours of each other."""

from __future__ import annotations

from functools import cache

from detente.lexicon.names import states
from detente.lexicon.rows import read_rows
from detente.lexicon.tokens import token_texts

# Trait that a noun for something other than a state asks for.
_ORGANISATION_NOUNS = {
    "bloc": "bloc",
    "grouping": "bloc",
    "alliance": "alliance",
    "organisation": "organisation",
    "organization": "organisation",
    "association": "organisation",
    "union": "union",
    "company": "company",
    "agency": "agency",
    "movement": "movement",
}
_ALLIANCES = frozenset({"NATO", "WARSAWPACT", "WTO_WARSAW", "SEATO", "CENTO", "CSTO", "ANZUS", "AES", "QUAD", "AUKUS"})


@cache
def _traits() -> dict[str, frozenset[str]]:
    return {row["code"]: frozenset(row["traits"].split()) for row in read_rows("state_traits.csv", ("code", "traits"))}


@cache
def _known_traits() -> frozenset[str]:
    return frozenset().union(*_traits().values())


def traits(code: str, organisation: str = "") -> frozenset[str]:
    """Traits of a state, or of an organisation: bloc, alliance, organisation, union."""
    if organisation:
        found = {"organisation", "bloc"}
        if organisation in _ALLIANCES:
            found.add("alliance")
        if code == "EUR" or "Union" in organisation or organisation in ("AU", "EU", "EAEU", "UMA"):
            found.add("union")
        return frozenset(found)
    return _traits().get(code, frozenset()) | {"state"}


def noun_traits(phrase: str) -> frozenset[str]:
    """Traits that a noun phrase asks for: "the small West African state" small, west-african."""
    words = [word.lower() for word in token_texts(phrase)]
    wanted = {_ORGANISATION_NOUNS[word] for word in words if word in _ORGANISATION_NOUNS}
    known = _known_traits()
    for index, word in enumerate(words):
        joined = f"{word}-{words[index + 1]}" if index + 1 < len(words) else word
        triple = word + "-" + words[index + 2] if index + 2 < len(words) and words[index + 1] == "-" else ""
        singular = word[:-1] if word.endswith("s") else word
        for form in (word, joined, triple, singular):
            if form in known and form != "republic":
                wanted.add(form)
    if (
        not wanted & set(_ORGANISATION_NOUNS.values())
        and words
        and words[-1] in ("country", "nation", "republic", "state", "junta", "regime")
    ):
        wanted.add("state")
    return frozenset(wanted)


@cache
def _neighbours() -> dict[str, dict[str, tuple[tuple[str, ...], str]]]:
    found: dict[str, dict[str, tuple[tuple[str, ...], str]]] = {}
    for row in read_rows("neighbours.csv", ("code", "neighbour", "direction", "kind")):
        found.setdefault(row["code"], {})[row["neighbour"]] = (tuple(row["direction"].split()), row["kind"])
    return found


def neighbours(code: str, direction: str = "", *, sea: bool = False) -> list[str]:
    """Codes of the neighbours of a state, those in a direction ("north", "eastern") when one is given.

    Neighbours across the sea count where there are none by land, or with `sea`; states that ended only for states that
    ended.
    """
    direction = direction.removesuffix("ern")
    known = states()
    found = {
        other: kind
        for other, (where, kind) in _neighbours().get(code, {}).items()
        if (not direction or direction in where) and (known[other].valid_to is None or known[code].valid_to is not None)
    }
    if sea:
        return list(found)
    land = [other for other, kind in found.items() if kind == "land"]
    return land or list(found)


@cache
def populations() -> dict[str, float]:
    """Millions of people, of historical states in their last years; rounded, to tell the larger of two states."""
    return {row["code"]: float(row["millions"]) for row in read_rows("populations.csv", ("code", "millions"))}
