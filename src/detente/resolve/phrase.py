"""A noun phrase, outside of any document, to the actors it names at a date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from detente.lexicon.gazetteer import DASHES, Gazetteer, gazetteer
from detente.lexicon.roles import label_sectors, phrase_roles
from detente.lexicon.tokens import token_texts
from detente.resolve.choose import actor_of, choose_row
from detente.resolve.members import phrase_actors
from detente.resolve.nominal import PhraseWords
from detente.resolve.segments import segment
from detente.schema.mention import Actor

_STATIONS = (["Radio"], ["Television"], ["TV"])


@dataclass(frozen=True, slots=True)
class Resolution:
    """Who a phrase names.

    Attributes:
        actors: one for each actor named ("Russian and Belarusian soldiers": two); empty when there is none.
        why: the rows and rules that decided, or why the phrase is no actor.
    """

    actors: tuple[Actor, ...]
    why: str


def resolve_phrase(text: str, on: date | None = None, names: Gazetteer | None = None) -> Resolution:
    """Actors that a noun phrase names on a day; None stands for no particular day.

    An actor whose state the phrase does not tell ("Muslim cleric") has an empty code and its sector.
    """
    phrase = (text if text.isascii() else text.translate(DASHES)).strip(" \t\n\"'“”‘.,;:")
    if not phrase:
        return Resolution((), "the phrase is empty")
    names = names or gazetteer()
    if phrase.endswith(")") and "(" in phrase:
        labelled = _labelled(phrase, on, names)
        if labelled is not None:
            return labelled
    words = token_texts(phrase)
    found = _resolve(words, on, names)
    if not found.actors and phrase.isupper() and len(phrase) > 4:
        found = _resolve([word.capitalize() if word.isalpha() else word for word in words], on, names)
    if not found.actors:
        return _broadcaster(words, on, names) or found
    return found


def _broadcaster(words: list[str], on: date | None, names: Gazetteer) -> Resolution | None:
    """'Radio Cairo', 'Damascus Radio': the state of the place it is named after."""
    words = words[1:] if words[0].lower() == "the" else words
    place = words[1:] if words[:1] in (["Radio"], ["Television"]) else words[:-1] if words[-1:] in _STATIONS else []
    rows = names.get(" ".join(place)) if place else None
    row = choose_row(rows, on)[0] if rows else None
    if row is None or not row.code or row.kind == "person":
        return None
    state = actor_of(row, on)
    why = f"a broadcaster named after {' '.join(place)!r}; {state.why}"
    return Resolution((Actor(state.code, "JRN", " ".join(words), "", why),), why)


def _labelled(phrase: str, on: date | None, names: Gazetteer) -> Resolution | None:
    """'Police (Kenya)', as the field's datasets label actors: what the brackets name is whose the rest is."""
    head, _, inner = phrase[:-1].rpartition("(")
    rows = names.get(" ".join(token_texts(inner.translate(DASHES))))
    row = choose_row(rows, on)[0] if rows else None
    if row is None or not row.code or row.kind == "person":
        return None
    state = actor_of(row, on)
    sector = label_sectors().get(head.partition("(")[0].strip().lower())  # "Member of Legislative (Govt)"
    if sector is None:
        named = _resolve(token_texts(head.replace("/", " and ")), on, names)
        sector = next((actor.sector for actor in reversed(named.actors) if actor.sector), "")
    why = f"{head.strip()!r} of {state.code}"
    return Resolution((Actor(state.code, sector or state.sector, state.name, state.organisation, why),), state.why)


def _resolve(words: list[str], on: date | None, names: Gazetteer) -> Resolution:
    phrase = PhraseWords(words, [word.lower() for word in words], names, on)
    actors = phrase_actors(phrase, segment(words, phrase.lower, names, phrase_roles(), on))
    if not actors:
        return Resolution((), phrase.why or "nothing in the phrase is in the tables")
    distinct: list[Actor] = []
    for actor in actors:
        if not any(_is_same(actor, other) for other in distinct):
            distinct.append(actor)
    return Resolution(tuple(distinct), "; ".join(actor.why for actor in distinct))


def _is_same(first: Actor, second: Actor) -> bool:
    """Whether two actors of one phrase are one; without a state their names do not tell them apart."""
    if (first.code, first.sector, first.organisation) != (second.code, second.sector, second.organisation):
        return False
    return first.name == second.name or not first.code
