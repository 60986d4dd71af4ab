"""Annotated texts as the rankings that they teach: of every reference its candidates, and which of them are right."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from detente.resolve.candidate import Candidate
    from detente.schema.mention import Mention

ROOT = Path(__file__).resolve().parents[1]
TEXTS = [
    *sorted((ROOT / "training" / "resolution").glob("anaphora-*.jsonl")),
    *sorted((ROOT / "training" / "resolution").glob("references-*.jsonl")),
    *sorted((ROOT / "training" / "resolution").glob("attribution-*.jsonl")),
    ROOT / "tests" / "gold" / "anaphora_dev.jsonl",
]
# Kinds that no model ranks.
UNRANKED = frozenset({"neighbour", "relation", "we", "i", "you"})

Wanted = Mapping[tuple[int, int], list[str]]


@dataclass(frozen=True, slots=True)
class Text:
    """An annotated text.

    Attributes:
        references, people: codes of what refers back, and of people and bodies without a state of their own, by span.
        ordinary: whether it is running text with all its references rather than a passage written for one.
    """

    file: str
    text: str
    published: date | None
    references: Wanted
    people: Wanted
    ordinary: bool


@dataclass(frozen=True, slots=True)
class Ranking:
    """One annotated reference: who it may be, and who it is.

    Attributes:
        model: name of the model that ranks it.
        right: whether each candidate is right; the last stands for no actor.
    """

    model: str
    mention: Mention
    candidates: list[Candidate]
    right: list[bool]


def texts() -> Iterator[Text]:
    """All annotated texts."""
    for path in TEXTS:
        for row in map(json.loads, path.read_text("utf-8").splitlines()):
            published = date.fromisoformat(row["published"]) if row.get("published") else None
            yield Text(path.name, row["text"], published, *_wanted(row), "references" in row)


def _wanted(row: dict[str, Any]) -> tuple[Wanted, Wanted]:
    """References and people of a row of any of the three kinds of files."""
    if "references" in row:
        return _by_span(row["references"]), _by_span(row.get("people", ()))
    if "speaker" in row:
        if not row["speaker"] or row["text"].count(row["speaker"]) != 1:
            return {}, {}
        start = row["text"].index(row["speaker"])
        return {}, {(start, start + len(row["speaker"])): [row["code"]] if row["code"] else []}
    start = nth(row["text"], row["mention"], row["occurrence"])
    return {(start, start + len(row["mention"])): row["codes"]}, {}


def _by_span(rows: list[dict[str, Any]]) -> Wanted:
    return {(row["start"], row["start"] + len(row["mention"])): row["codes"] for row in rows}


def rankings(text: Text) -> Iterator[Ranking]:
    """Rankings of the annotated references of one text, in order; each is resolved as annotated for those after it."""
    from detente.coding import parse_document
    from detente.resolve.anaphora import coming_of, role_kind
    from detente.resolve.belonging import KIND, KnownPeople, with_state
    from detente.resolve.candidates import candidates_of, model_of
    from detente.resolve.story import Story
    from detente.schema.document import Document

    parsed = parse_document(Document("t", "t", text.text, published=text.published), network=False)
    story = Story(parsed.sentences)
    done: list[Mention] = []
    people = KnownPeople()
    for index, mention in enumerate(parsed.mentions):
        office = role_kind(mention, story) if mention.kind == "role" else ""
        coming = [m for m in coming_of(parsed.mentions, index) if not is_reference(m)]
        codes = next((c for (start, end), c in text.references.items() if is_meant(mention, start, end)), None)
        own = next((c for (start, end), c in text.people.items() if is_meant(mention, start, end)), None)
        if codes is not None and (office or is_reference(mention)):
            plain = replace(mention, actors=(), antecedents=(), kind=office or mention.kind)
            candidates = candidates_of(plain, done, coming, story)
            right = [is_right(c, codes, plain.kind) for c in candidates]
            if any(right):
                if plain.kind not in UNRANKED:
                    yield Ranking(model_of(plain), plain, candidates, right)
                mention = resolved(mention, candidates[right.index(True)])
            else:
                mention = replace(mention, actors=(), antecedents=())
        elif own is not None and mention.kind in ("person", "role") and _is_stateless(mention):
            plain = replace(mention, actors=(), antecedents=(), kind=KIND)
            candidates = candidates_of(plain, done, coming, story)
            right = [is_right(c, own, KIND) for c in candidates]
            known = people.find(replace(mention, actors=(), antecedents=()))
            mention = known or replace(mention, actors=(), antecedents=())
            if any(right) and known is None:
                yield Ranking(KIND, plain, candidates, right)
                if own:
                    mention = with_state(mention, candidates[right.index(True)], 0.9)
        people.learn(mention)
        done.append(mention)


def _is_stateless(mention: Mention) -> bool:
    """Whether only the text tells whose a mention is: it has no name of a state, nor is the person known."""
    named = any(part.kind == "name" for part in mention.parts)
    return not mention.actors or (not named and bool(mention.antecedents))


def is_reference(mention: Mention) -> bool:
    """Whether a mention is a pronoun or another phrase that refers back."""
    return bool(mention.parts) and mention.parts[0].kind == "anaphor"


def is_meant(mention: Mention, start: int, end: int) -> bool:
    """Whether a mention is the annotated reference: a possessive keeps its noun out ("its foreign ministry")."""
    if is_reference(mention):
        return mention.parts[0].char_start == start and mention.parts[0].char_end == end
    return mention.char_end == end and start <= mention.char_start <= start + 5


def is_right(candidate: Candidate, codes: list[str], kind: str) -> bool:
    """Whether a candidate stands for the annotated codes; of "the former" and "the latter" its first or last actor."""
    flat = sorted({actor.code for member in candidate.members for actor in member.actors})
    if kind in ("former", "latter") and candidate.members:
        which = 0 if kind == "former" else -1
        return len(flat) == 2 and {candidate.members[which].actors[which].code} == set(codes)
    return flat == sorted(set(codes))


def resolved(mention: Mention, best: Candidate) -> Mention:
    """The mention with the actors of a candidate."""
    actors = tuple(dict.fromkeys(actor for member in best.members for actor in member.actors))
    spans = tuple((member.char_start, member.char_end) for member in best.members for _ in member.actors)
    return replace(mention, actors=actors, antecedents=spans)


def nth(text: str, part: str, occurrence: int) -> int:
    """Position of an occurrence of a part of a text, the first being 1.

    Raises:
        ValueError: if the text does not hold it so often.
    """
    at = -1
    for _ in range(occurrence):
        at = text.index(part, at + 1)
    return at
