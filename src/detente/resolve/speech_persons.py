"""First and second persons of quoted words: "we" are the speaker's side, "you" is who is spoken to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from detente.schema.claim import Claim
from detente.schema.mention import Actor, Mention
from detente.schema.sentence import Sentence

SPEECH_PERSONS = frozenset({"we", "i", "you"})
_HEARERS = (
    "told ",
    "tells ",
    "tell ",
    "telling ",
    "warned ",
    "warns ",
    "assured ",
    "reminded ",
    "said to ",
    "wrote to ",
    "asked ",
)


def resolve_speech_persons(
    mentions: Sequence[Mention], claims: Sequence[Claim], sentences: Sequence[Sentence]
) -> list[Mention]:
    """Mentions with the actors of "we", "our", "you"; those of the writer ("we think") are left out.

    Args:
        mentions: mentions of the document in order, other anaphors resolved.
        claims: claims with their speakers.
        sentences: sentences of the document.
    """
    return list(_resolved(mentions, claims, sentences))


def _resolved(mentions: Sequence[Mention], claims: Sequence[Claim], sentences: Sequence[Sentence]) -> Iterator[Mention]:
    for mention in mentions:
        claim = _innermost(claims, mention.char_start) if _tells_person(mention) else None
        if mention.kind not in SPEECH_PERSONS:
            yield _shared(mention, mentions, claim) if claim is not None and claim.quoted and claim.code else mention
            continue
        if claim is None or not claim.quoted:
            continue
        if mention.kind == "you":
            hearer = _hearer(mentions, claim, sentences)
            if hearer is not None:
                span = (hearer.char_start, hearer.char_end)
                yield _as(mention, hearer.actors[0], span, 0.6, f"{hearer.text} is spoken to")
        elif claim.code or claim.sector:
            actor = Actor(claim.code, claim.sector, claim.speaker, claim.organisation, "the speaker")
            span = (claim.speaker_start, claim.speaker_end)
            yield _as(mention, actor, span, round(0.9 * claim.confidence, 3), f"{claim.speaker} speaks")
        else:
            yield replace(mention, why="whose words these are is not known")


def _tells_person(mention: Mention) -> bool:
    return mention.kind in SPEECH_PERSONS or mention.text.lower().startswith("our ")


def _shared(mention: Mention, mentions: Sequence[Mention], claim: Claim) -> Mention:
    """'our two countries': a group told of before to which the speaker's state belongs."""
    if any(actor.code == claim.code for actor in mention.actors):
        return mention
    for other in reversed([m for m in mentions if m.char_end <= mention.char_start and len(m.actors) > 1]):
        if any(actor.code == claim.code for actor in other.actors):
            return replace(
                mention,
                actors=other.actors,
                antecedents=other.antecedents,
                confidence=0.6,
                why=f"refers to {other.text}",
            )
    return replace(mention, actors=(), antecedents=(), why="with whom the speaker shares it is not told")


def _as(mention: Mention, actor: Actor, span: tuple[int, int], confidence: float, why: str) -> Mention:
    role = next((part for part in mention.parts if part.kind == "role"), None)
    actor = replace(actor, sector=role.sector if role is not None else actor.sector, why=why)
    return replace(mention, actors=(actor,), antecedents=(span,), confidence=confidence, why=why)


def _innermost(claims: Sequence[Claim], position: int) -> Claim | None:
    covering = [claim for claim in claims if claim.covers(position)]
    return min(
        covering, key=lambda c: min(end - start for start, end in c.spans if start <= position < end), default=None
    )


def _hearer(mentions: Sequence[Mention], claim: Claim, sentences: Sequence[Sentence]) -> Mention | None:
    """Who is told it: the mention right after "told" or "warned" in the speaker's sentence."""
    sentence = next((s for s in sentences if s.char_start <= claim.speaker_start < s.char_end), None)
    if sentence is None:
        return None
    for m in mentions:
        if m.sentence_index == sentence.sentence_index and m.actors and m.char_start > claim.speaker_end:
            before = sentence.text[: m.char_start - sentence.char_start].lower()
            if before.removesuffix("the ").endswith(_HEARERS):
                return m
    return None
