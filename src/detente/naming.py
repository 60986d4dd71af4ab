"""A noun phrase, outside of any document, to the actors it names at a date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from detente.lexicon.lemmas import lemmas
from detente.lexicon.roles import match_role
from detente.lexicon.tokens import tokenise
from detente.lexicon.triggers import Trigger, trigger_lexicon
from detente.lexicon.words import DETERMINERS, PREPOSITIONS
from detente.parse.mentions import find_mentions
from detente.resolve.actors import resolve_names
from detente.schema.codebook import codebook
from detente.schema.mention import Actor, Mention
from detente.schema.sentence import Sentence

_FORMER = frozenset({"former", "ex", "late", "ousted", "deposed", "retired", "exiled"})


@dataclass(frozen=True, slots=True)
class Resolution:
    """Who a phrase names.

    Attributes:
        actors: one for each actor named ("Russian and Belarusian soldiers": two); empty when there is none.
        why: the rows and rules that decided, or why the phrase is no actor.
    """

    actors: tuple[Actor, ...]
    why: str


def resolve_phrase(text: str, on: date | None = None) -> Resolution:
    """Actors that a noun phrase names on a day; None stands for no particular day.

    An actor whose state the phrase does not tell ("Muslim cleric") has an empty code and its sector.
    """
    phrase = text.strip().strip("\"'“”.,;:")
    if not phrase:
        return Resolution((), "the phrase is empty")
    sentence = Sentence("", 0, 0, 0, len(phrase), phrase)
    mentions = resolve_names(find_mentions(sentence), on)
    if not any(m.actors for m in mentions) and _is_former(phrase):
        mentions = resolve_names(find_mentions(sentence), None)  # "ex-KGB officer": what was left may be gone
    named = [m for m in mentions if m.actors]
    if named and _is_other_thing(phrase, named):
        return Resolution((), f"{named[0].text!r} only tells which {phrase.split()[-1]!r}")
    free = [m for m in named if m.usage in ("phrase", "possessive")]
    head = _head_role(phrase, named)
    if free:
        return _with_head(phrase, _chosen(free), head)
    if named and head is not None:
        found = _with_head(phrase, [m for m in named if m.usage == "adjective"], head)
        if found.actors:
            return found
    if named and _ends_in_force(phrase):
        return _with_head(phrase, [m for m in named if m.usage != "attribute"], (phrase.split()[-1], "MIL"))
    if named:
        return Resolution((), f"{named[0].text!r} only qualifies the phrase, which names no actor")
    if head is not None:
        return Resolution(
            (Actor("", head[1], phrase, "", f"{head[0]!r} is {head[1]}; no state is told"),), "a role alone"
        )
    why = next((m.why for m in mentions if m.why), "")
    return Resolution((), why or "nothing in the phrase is in the tables")


def _chosen(free: list[Mention]) -> list[Mention]:
    """The list that the first mention heads, else the first mention alone."""
    first = free[0]
    if first.coordination:
        return [m for m in free if m.coordination == first.coordination]
    return [first]


def _with_head(phrase: str, chosen: list[Mention], head: tuple[str, str] | None) -> Resolution:
    actors: list[Actor] = []
    former = _is_former(phrase)
    for mention in chosen:
        for actor in mention.actors:
            if head is not None and not actor.sector and actor.code in codebook().nonstate_codes:
                actor = replace(actor, sector=head[1])
            if head is not None and (not actor.sector or not any(part.kind == "role" for part in mention.parts)) and \
                    mention.kind != "person":  # fmt: skip
                actor = replace(actor, sector=head[1], why=f"{actor.why}; {head[0]!r} is {head[1]}")
            if former and actor.sector in ("GOV", "MIL", "LEG", "JUD", "SPY"):
                actor = replace(actor, sector="ELI", why=f"{actor.why}; no longer in office")
            if all(
                (actor.code, actor.sector, actor.organisation) != (a.code, a.sector, a.organisation) for a in actors
            ):
                actors.append(actor)
    return Resolution(tuple(actors), "; ".join(actor.why for actor in actors))


def _is_other_thing(phrase: str, named: list[Mention]) -> bool:
    """'Brussels sprouts', 'the Great Wall of China', 'Paris, Texas': the phrase is about something else than the name."""
    tokens = tokenise(phrase)
    first, last = min(m.char_start for m in named), max(m.char_end for m in named)
    after = [t for t in tokens if t.char_start >= last]
    before = [t for t in tokens if t.char_end <= first and t.lower not in DETERMINERS]
    if (
        any(part.kind == "role" for m in named for part in m.parts)
        or _head_role(phrase, named)
        or _ends_in_force(phrase)
    ):
        return False
    if after and after[0].text == ",":
        return len(after) > 1 and after[1].text[:1].isupper() and named[-1].kind in ("capital", "city", "name")
    if (
        after
        and after[0].lower not in PREPOSITIONS
        and after[0].text.isalpha()
        and after[0].lower not in ("and", "or", "himself")
    ):
        return named[-1].kind != "person" or after[0].text.islower()
    return bool(before) and before[-1].lower in ("of", "in") and named[0].kind != "person"


def _is_former(phrase: str) -> bool:
    return bool(_FORMER & {token.lower for token in tokenise(phrase)[:2]})


def _ends_in_force(phrase: str) -> bool:
    """'Turkish airstrikes', 'Russian shelling': the noun is an act of armed force, its doer an army."""
    last = phrase.split()[-1].lower()
    return any(
        trigger.pos == "n" and trigger.event_type in ("ASSAULT", "MOBILIZE") and not trigger.weak
        for lemma in lemmas(last)
        for trigger in trigger_lexicon().by_first.get(lemma, ())
        if isinstance(trigger, Trigger) and len(trigger.words) == 1
    )


def _head_role(phrase: str, named: Sequence[Mention] = ()) -> tuple[str, str] | None:
    """Role noun that heads the phrase, before any preposition and outside of any name: its text and sector."""
    tokens = tokenise(phrase)
    taken = [(part.char_start, part.char_end) for m in named for part in m.parts if part.kind == "name"]
    end = next(
        (i for i, token in enumerate(tokens) if i and token.lower in ("of", "in", "from", "at", "for", ",")),
        len(tokens),
    )
    found: tuple[str, str] | None = None
    position = 0
    while position < end:
        role = match_role(tokens, position)
        at = tokens[position].char_start
        if role is None or any(low <= at < high for low, high in taken):
            position += 1
            continue
        last = position + role[0]
        if last == end:
            found = (phrase[tokens[position].char_start : tokens[last - 1].char_end], role[1])
        position = last
    return found
