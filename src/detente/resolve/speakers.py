"""Claims to speakers: whom the phrase before "said" names, its state and sector at the date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from detente.lexicon.gazetteer import Gazetteer, gazetteer
from detente.resolve.person_nouns import is_individual
from detente.resolve.phrase import resolve_phrase
from detente.schema.claim import Claim
from detente.schema.mention import Actor, Mention
from detente.schema.sentence import Sentence

_PRONOUNS = frozenset({"he", "she", "they", "it", "who"})
_APPOSITION = re.compile(r", ((?:the |an? |[A-Z])[^,.;:\"“”]{4,80})(?=[,.;]|$)")
_ISSUED = re.compile(
    r",? (?:released|issued|published|signed|carried|circulated|posted|broadcast|read out|put out|held up|waved|printed|sent) (?:up )?"
    r"(?:by|on) ((?:the |an? )?[^,.;:]{3,60})"
)
# Things that speak for whoever made or bore them.
_PAPERS = frozenset("banner banners placard placards poster posters sign leaflet leaflets graffiti slogan letter letters statement".split())
_REACH = 4  # sentences back to the phrase that a pronoun or "the agency" stands for


def resolve_speakers(
    claims: Sequence[Claim],
    mentions: Sequence[Mention],
    sentences: Sequence[Sentence],
    on: date | None,
    names: Gazetteer | None = None,
) -> list[Claim]:
    """Claims with the state and sector of their speakers, in their order.

    Args:
        claims: as found, without actors.
        mentions: mentions of the document, resolved.
        on: day at which offices are read, None when the document has no date.
    """
    resolver = _Resolver(mentions, sentences, on, names or gazetteer())
    return [claim for claim in map(resolver.resolve, claims) if _may_speak(claim)]


def _may_speak(claim: Claim) -> bool:
    """Whether somebody is named: "the new developments suggest" claims nothing."""
    return bool(claim.code or claim.sector or claim.speaker.lower() in _PRONOUNS or claim.quoted) or any(
        word[:1].isupper() for word in claim.speaker.split()[1:] or claim.speaker.split()
    )


class _Resolver:
    def __init__(
        self, mentions: Sequence[Mention], sentences: Sequence[Sentence], on: date | None, names: Gazetteer
    ) -> None:
        self.mentions = mentions
        self.sentences = sentences
        self.on = on
        self.names = names
        self.last: Claim | None = None

    def resolve(self, claim: Claim) -> Claim:
        """The claim with its speaker; a pronoun by what it refers to, else by the speaker before."""
        found = self._pronoun(claim) if claim.speaker.lower() in _PRONOUNS else self._phrase(claim)
        if found.speaker.lower() not in _PRONOUNS:
            self.last = found
        return found

    def _pronoun(self, claim: Claim) -> Claim:
        near = self.last is not None and any(
            s.char_start <= self.last.speaker_start < claim.speaker_start < s.char_end for s in self.sentences
        )
        if near and self.last is not None and self.last.speaker.lower() not in _PRONOUNS:
            return replace(
                self.last,
                speaker_start=claim.speaker_start,
                speaker_end=claim.speaker_end,
                spans=claim.spans,
                quoted=claim.quoted,
                confidence=0.7,
            )
        mention = next((m for m in self.mentions if m.char_start <= claim.speaker_start < m.char_end), None)
        if self._goes_on(claim):
            return self._as_last(claim, 0.75)
        if mention is not None and mention.actors and mention.antecedents:
            start, end = mention.antecedents[0]
            antecedent = next((m for m in self.mentions if m.char_start == start and m.char_end == end), None)
            person = claim.speaker.lower() in ("he", "she")
            plural = antecedent is not None and antecedent.text.endswith("s") and antecedent.kind == "role"
            if antecedent is not None and not (
                person and (plural or antecedent.kind not in ("person", "role", "he", "she"))
            ):
                full = self._fullest(antecedent)
                actor = (full.actors or mention.actors)[0]
                return self._with(replace(claim, speaker=full.text), actor, min(mention.confidence, 0.9))
        if claim.opening:
            opening = self._phrase(replace(claim, speaker=claim.opening))
            if opening.code or opening.sector:
                return replace(opening, confidence=0.7)
        before = self._subject_before(claim)
        if before is not None:
            return before
        if self.last is not None and claim.speaker_start > self.last.speaker_start:
            return replace(
                self.last,
                speaker_start=claim.speaker_start,
                speaker_end=claim.speaker_end,
                spans=claim.spans,
                quoted=claim.quoted,
                confidence=0.6,
            )
        return replace(claim, confidence=0.3)

    def _goes_on(self, claim: Claim) -> bool:
        """'It added that …': the pronoun opens the sentence after one whose speaker a body or person of that kind was."""
        sentence = next((s for s in self.sentences if s.char_start <= claim.speaker_start < s.char_end), None)
        if sentence is None or self.last is None or claim.speaker_start - sentence.char_start > 1:
            return False
        before = next((s for s in self.sentences if s.sentence_index == sentence.sentence_index - 1), None)
        if before is None or not before.char_start <= self.last.speaker_start < before.char_end:
            return False
        person = any(m.char_start < self.last.speaker_end and self.last.speaker_start < m.char_end and is_individual(m) for m in self.mentions)
        return person == (claim.speaker.lower() in ("he", "she")) and claim.speaker.lower() != "they"

    def _as_last(self, claim: Claim, confidence: float) -> Claim:
        """The claim with the speaker of the one before."""
        assert self.last is not None
        return replace(
            self.last,
            speaker_start=claim.speaker_start,
            speaker_end=claim.speaker_end,
            spans=claim.spans,
            quoted=claim.quoted,
            confidence=confidence,
        )

    def _fullest(self, mention: Mention) -> Mention:
        """The first mention of the same person or body that says most: "Mr Karzai" to "President Hamid Karzai"."""
        name = next((part.text for part in mention.parts if part.kind == "person"), "")
        if not name:
            return mention
        same = [m for m in self.mentions if m.char_end <= mention.char_start and m.actors and any(
            part.kind == "person" and part.text.split()[-1] == name.split()[-1] for part in m.parts)]  # fmt: skip
        return max((*same, mention), key=lambda m: len(m.text))

    def _subject_before(self, claim: Claim) -> Claim | None:
        """The phrase that opens the sentence before, for a pronoun that nothing else resolves."""
        index = next(
            (s.sentence_index for s in self.sentences if s.char_start <= claim.speaker_start < s.char_end), None
        )
        if index is None:
            return None
        wanted = claim.speaker.lower()
        for back in range(_REACH):
            people = [m for m in self.mentions if m.sentence_index == index - back and m.char_end <= claim.speaker_start and m.usage == "phrase" and m.actors
                      and m.kind not in ("it", "they", "pair")]  # fmt: skip
            if wanted in ("he", "she"):
                people = [
                    m for m in people if m.kind in ("person", "role") or any(part.kind == "person" for part in m.parts)
                ]
            people = [m for m in people if not m.preposition] or people
            if people:
                return self._with(replace(claim, speaker=people[0].text), people[0].actors[0], 0.6)
        return None

    def _phrase(self, claim: Claim) -> Claim:
        inside = [m for m in self.mentions if claim.speaker_start <= m.char_start and m.char_end <= claim.speaker_end]
        found = resolve_phrase(claim.speaker, self.on, self.names).actors
        actor = found[0] if found else None
        free = [m for m in inside if m.actors and m.usage in ("phrase", "possessive")]
        if actor is None or not actor.code:
            if free and not (actor is not None and free[0].preposition):
                told = free[0].actors[0]
                sector = actor.sector if actor is not None and actor.sector else told.sector
                actor = replace(told, sector=sector)
            else:
                place = self._place_around(claim)
                again = self._again(claim)
                known = again or place or (free[0].actors[0] if free else None)
                if known is not None and (actor is None or not actor.code):
                    sector = actor.sector if actor is not None and actor.sector else known.sector
                    actor = replace(known, sector=sector) if actor is not None or again else None
        if actor is None or not actor.code:
            actor = self._told_beside(claim, inside, actor) or actor
        named = self._named_before(claim, actor)
        return self._with(
            replace(claim, speaker=named or claim.speaker), actor, 0.9 if actor is not None and actor.code else 0.5
        )

    def _told_beside(self, claim: Claim, inside: Sequence[Mention], actor: Actor | None) -> Actor | None:
        """'The Soviet note': the state that an adjective of the phrase tells; 'Kiper, the governor of Odesa': that of the apposition."""
        sector = actor.sector if actor is not None else ""
        nearest = next((m for m in inside if m.actors and m.actors[0].code and not m.preposition), None)
        nearest = nearest or next((m for m in inside if m.actors and m.actors[0].code), None)
        if nearest is not None:
            return replace(nearest.actors[0], sector=sector or nearest.actors[0].sector)
        sentence = next((s for s in self.sentences if s.char_start <= claim.speaker_start < s.char_end), None)
        if sentence is None:
            return None
        rest = sentence.text[claim.speaker_end - sentence.char_start :]
        apposition = _APPOSITION.match(rest) or _ISSUED.match(rest)
        told = resolve_phrase(apposition.group(1), self.on, self.names).actors if apposition is not None else ()
        return replace(told[0], name=claim.speaker, sector=told[0].sector or sector) if told and told[0].code else None

    def _named_before(self, claim: Claim, actor: Actor | None) -> str:
        """'the agency' → "KCNA": the name of the body told of in the sentences before, in the same capacity."""
        words = claim.speaker.lower().split()
        if len(words) != 2 or words[0] not in ("the", "its") or actor is None or not actor.sector:
            return ""
        sector = (
            "JRN" if words[1] in ("agency", "newspaper", "paper", "broadcaster", "station", "daily") else actor.sector
        )
        near = [m for m in self.mentions if m.char_end < claim.speaker_start and claim.speaker_start - m.char_end < 300 and m.actors and
                m.actors[0].sector == sector and (m.actors[0].code == actor.code or not actor.code) and m.usage == "phrase" and
                m.text[:1].isupper() and m.kind not in ("it", "they", "he", "she")]  # fmt: skip
        return near[-1].text if near else ""

    def _again(self, claim: Claim) -> Actor | None:
        """'the agency', 'the minister': the last speaker, when nothing in the phrase tells the state."""
        words = claim.speaker.lower().split()
        if words[0] not in ("the", "its", "his", "her") or len(words) > 4 or self.last is None:
            return None
        if claim.speaker_start - self.last.speaker_end > 600 or not self.last.code:
            return None
        return Actor(self.last.code, self.last.sector, "", self.last.organisation, "the speaker before")

    def _place_around(self, claim: Claim) -> Actor | None:
        """'In Lima, the leader of the opposition charged': the state of the place that opens the sentence."""
        sentence = next((s for s in self.sentences if s.char_start <= claim.speaker_start < s.char_end), None)
        if sentence is None:
            return None
        for m in self.mentions:
            if m.sentence_index != sentence.sentence_index or not m.actors or m.char_start >= claim.speaker_end + 40:
                continue
            near = m.char_start < claim.speaker_start and m.char_start - sentence.char_start < 30
            between = sentence.text[
                claim.speaker_end - sentence.char_start : m.char_start - sentence.char_start
            ].split()
            far = 8 if claim.speaker.lower().split()[-1] in _PAPERS else 2
            behind = claim.speaker_end <= m.char_start and len(between) <= far
            if m.preposition in ("in", "at", "from", "near", "outside", "across") and (near or behind):
                return replace(m.actors[0], sector="")
        return None

    def _with(self, claim: Claim, actor: Actor | None, confidence: float) -> Claim:
        if actor is None:
            return replace(claim, confidence=confidence)
        return replace(
            claim, code=actor.code, sector=actor.sector, organisation=actor.organisation, confidence=confidence
        )
