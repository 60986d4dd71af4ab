"""Claims to speakers: whom the phrase before "said" names, its state and sector at the date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from detente.lexicon.gazetteer import Gazetteer, gazetteer
from detente.lexicon.words import SPEAKER_PRONOUNS
from detente.resolve.owners import ABROAD
from detente.resolve.person_nouns import is_individual, is_person_noun
from detente.resolve.phrase import resolve_phrase
from detente.schema.claim import Claim
from detente.schema.mention import Actor, Mention
from detente.schema.sentence import Sentence

_APPOSITION = re.compile(r", ((?:the |an? |[A-Z])[^,.;:\"“”]{4,80})(?=[,.;]|$)")
_ISSUED = re.compile(
    r",? (?:released|issued|published|signed|carried|circulated|posted|broadcast|read out|put out|held up|waved|printed|"
    r"sent) (?:up )?(?:by|on) ((?:the |an? )?[^,.;:]{3,60})"
)
# Who speaks in a document that tells no state itself: "a statement issued by the Kremlin".
_ISSUER = re.compile(
    r" (?:issued|released|signed|put out) (?:on [^,.;:]{3,25} )?by ((?:the |an? )?[^,.;:]{3,60}?)"
    r"(?= (?:after|before|in|on|at|during|late|early|which|said|says|reads?|claims?|claimed|that|and)\b|[,.;:]|$)"
)
# Things that speak for whoever made or bore them.
_PAPERS = frozenset(
    "banner banners placard placards poster posters sign leaflet leaflets graffiti slogan letter letters statement".split()
)
# Papers that a government sends or publishes.
_DOCUMENTS = frozenset(
    "note communiqué communique telegram cable dispatch memorandum white-paper paper declaration decree bulletin".split()
)
_BY = re.compile(
    r"^(?:an?|the|one) (?:[\w-]+ ){0,2}?(?:survey|poll|study|report|statement|note|letter|bulletin|communiqué|communique) "
    r"(?:by|of|from) (.+)$",
    re.I,
)
_REACH = 4  # sentences back to the phrase that a pronoun stands for
_NEAR = 300  # characters back to the name of "the agency"
_AGAIN = 600  # characters back to the last speaker, whom "the minister" may be
_PRESS = frozenset({"agency", "newspaper", "paper", "broadcaster", "station", "daily"})
_PLACES = ("in", "at", "from", "near", "outside", "across")


def resolve_speakers(
    claims: Sequence[Claim],
    mentions: Sequence[Mention],
    sentences: Sequence[Sentence],
    on: date | None,
    names: Gazetteer | None = None,
) -> list[Claim]:
    """Claims with the state and sector of their speakers, in their order; those in which nobody is named left out.

    Args:
        claims: as found, without actors.
        mentions: mentions of the document, resolved.
        on: day at which offices are read, None when the document has no date.
        names: gazetteer; the shipped one by default.
    """
    resolver = _Resolver(mentions, sentences, on, names or gazetteer())
    return [claim for claim in map(resolver.resolve, claims) if _may_speak(claim)]


def _may_speak(claim: Claim) -> bool:
    """Whether somebody is named: "the new developments suggest" claims nothing."""
    if claim.code or claim.sector or claim.quoted or _is_pronoun(claim):
        return True
    words = claim.speaker.split()
    return any(word[:1].isupper() for word in words[1:] or words)


class _Resolver:
    def __init__(
        self, mentions: Sequence[Mention], sentences: Sequence[Sentence], on: date | None, names: Gazetteer
    ) -> None:
        self.mentions = mentions
        self.sentences = sentences
        self.on = on
        self.names = names
        self.last: Claim | None = None  # of a speaker that is no pronoun

    def resolve(self, claim: Claim) -> Claim:
        """The claim with its speaker; a pronoun by what it refers to, else by the speaker before."""
        found = self._pronoun(claim) if _is_pronoun(claim) else self._phrase(claim)
        if not _is_pronoun(found):
            self.last = found
        return found

    # pronouns

    def _pronoun(self, claim: Claim) -> Claim:
        """By the speaker before in the sentence, the antecedent, the phrase that opens a sentence, the speaker before."""
        last, sentence = self.last, self._sentence(claim)
        if (
            last is not None
            and sentence is not None
            and sentence.char_start <= last.speaker_start < claim.speaker_start
        ):
            return _as_said(last, claim, 0.7)
        if last is not None and self._goes_on(last, claim):
            return _as_said(last, claim, 0.75)
        found = self._antecedent(claim)
        if found is not None:
            return found
        if claim.opening and (claim.speaker.lower() not in ("he", "she") or self._names_person(claim)):
            opening = self._phrase(replace(claim, speaker=claim.opening))
            if opening.code or opening.sector:
                return replace(opening, confidence=0.7)
        before = self._subject_before(claim, sentence)
        if before is not None:
            return before
        if last is not None and claim.speaker_start > last.speaker_start:
            return _as_said(last, claim, 0.6)
        if claim.opening and claim.speaker.lower() in ("he", "she") and self._names_person(claim):
            return replace(claim, speaker=claim.opening, confidence=0.4)
        return replace(claim, confidence=0.3)

    def _goes_on(self, last: Claim, claim: Claim) -> bool:
        """'It added that …': the pronoun opens the sentence after one whose speaker was a body, or a person, as it tells."""
        sentence, word = self._sentence(claim), claim.speaker.lower()
        if sentence is None or word == "they" or claim.speaker_start - sentence.char_start > 1:
            return False
        before = self._sentence(last)
        if before is None or before.sentence_index != sentence.sentence_index - 1:
            return False
        spoke = [m for m in self.mentions if m.char_start < last.speaker_end and last.speaker_start < m.char_end]
        return any(map(is_individual, spoke)) == (word in ("he", "she"))

    def _names_person(self, claim: Claim) -> bool:
        """Whether the phrase that opened a sentence before the pronoun is one person."""
        before = [m for m in self.mentions if m.char_end <= claim.speaker_start and m.text in claim.opening]
        if before and is_individual(before[-1]):
            return True
        return any(map(is_person_noun, claim.opening.lower().replace("-", " ").split()))

    def _antecedent(self, claim: Claim) -> Claim | None:
        """The mention that the pronoun was found to refer to; for "he" and "she" one person."""
        mention = next((m for m in self.mentions if m.char_start <= claim.speaker_start < m.char_end), None)
        if mention is None or not mention.actors or not mention.antecedents:
            return None
        antecedent = next((m for m in self.mentions if (m.char_start, m.char_end) == mention.antecedents[0]), None)
        if antecedent is None or _is_told_of(antecedent, claim):
            return None
        if claim.speaker.lower() in ("he", "she"):
            plural = antecedent.kind == "role" and antecedent.text.endswith("s")
            if plural or antecedent.kind not in ("person", "role", "he", "she"):
                return None
        full = self._fullest(antecedent)
        actor = (full.actors or mention.actors)[0]
        return _with(replace(claim, speaker=full.text), actor, min(mention.confidence, 0.9))

    def _fullest(self, mention: Mention) -> Mention:
        """The first mention of the same person or body that says most: "Mr Karzai" to "President Hamid Karzai"."""
        name = next((part.text for part in mention.parts if part.kind == "person"), "")
        if not name:
            return mention
        surname = name.split()[-1]
        same = [
            m
            for m in self.mentions
            if m.char_end <= mention.char_start
            and m.actors
            and any(part.kind == "person" and part.text.split()[-1] == surname for part in m.parts)
        ]
        return max((*same, mention), key=lambda m: len(m.text))

    def _subject_before(self, claim: Claim, sentence: Sentence | None) -> Claim | None:
        """The first phrase before in the sentence, or in one of the three before, for a pronoun that nothing resolves."""
        if sentence is None:
            return None
        wanted = claim.speaker.lower()
        before = [
            m
            for m in self.mentions
            if m.char_end <= claim.speaker_start
            and m.usage == "phrase"
            and m.actors
            and not _is_told_of(m, claim)
            and m.kind not in ("it", "they", "pair")
            and (
                wanted not in ("he", "she") or m.kind in ("person", "role") or any(p.kind == "person" for p in m.parts)
            )
        ]
        for back in range(_REACH):
            here = [m for m in before if m.sentence_index == sentence.sentence_index - back]
            if here:
                first = next((m for m in here if not m.preposition), here[0])
                return _with(replace(claim, speaker=first.text), first.actors[0], 0.6)
        return None

    # phrases

    def _phrase(self, claim: Claim) -> Claim:
        """By what the phrase names, else by the mentions in it, the speaker before or the place around it."""
        is_document = claim.speaker.lower().split()[-1] in _DOCUMENTS
        actor = self._named(claim)
        issuer = self._issuer(claim) if actor is None or not actor.code else ""
        if issuer:
            claim = replace(claim, speaker=issuer)
            actor = self._named(claim)
        role, there, _ = claim.speaker.lower().partition(" in ")
        abroad = actor is not None and bool(there) and not ABROAD.isdisjoint(role.split())
        if not abroad and (actor is None or not actor.code):
            actor = self._stateless(claim, actor)
        if not abroad and (actor is None or not actor.code):
            actor = self._told_beside(claim, actor) or actor
        if actor is not None and not actor.sector and is_document:
            actor = actor.with_sector("GOV")
        speaker = self._named_before(claim, actor) or claim.speaker
        return _with(replace(claim, speaker=speaker), actor, 0.9 if actor is not None and actor.code else 0.5)

    def _named(self, claim: Claim) -> Actor | None:
        """The first actor that the phrase names."""
        by = _BY.match(claim.speaker)
        found = resolve_phrase(by.group(1) if by is not None else claim.speaker, self.on, self.names).actors
        return found[0] if found else None

    def _issuer(self, claim: Claim) -> str:
        """'A statement issued by the Kremlin said': who issued it; "" for none."""
        sentence = self._sentence(claim)
        if sentence is None or claim.speaker.lower().split()[-1] not in _DOCUMENTS | {"statement"}:
            return ""
        issuer = _ISSUER.match(sentence.text[claim.speaker_end - sentence.char_start :])
        return "" if issuer is None else issuer.group(1)

    def _stateless(self, claim: Claim, actor: Actor | None) -> Actor | None:
        """The state of a phrase that tells none, or tells no actor at all."""
        sector = actor.sector if actor is not None else ""
        inside = [m for m in self.mentions if claim.speaker_start <= m.char_start and m.char_end <= claim.speaker_end]
        free = [m for m in inside if m.actors and m.usage in ("phrase", "possessive")]
        if free and (actor is None or not free[0].preposition):
            told = free[0].actors[0]
            return replace(told, sector=sector or told.sector)
        again = self._again(claim)
        known = again or self._place_around(claim) or (free[0].actors[0] if free else None)
        if known is None:
            return actor
        return replace(known, sector=sector or known.sector) if actor is not None or again else None

    def _told_beside(self, claim: Claim, actor: Actor | None) -> Actor | None:
        """'The Soviet note': the state of an adjective; 'Kiper, the governor of Odesa': that of what stands beside."""
        sector = actor.sector if actor is not None else ""
        inside = [m for m in self.mentions if claim.speaker_start <= m.char_start and m.char_end <= claim.speaker_end]
        stated = [m for m in inside if m.actors and m.actors[0].code]
        nearest = next((m for m in stated if not m.preposition), stated[0] if stated else None)
        if nearest is not None:
            return replace(nearest.actors[0], sector=sector or nearest.actors[0].sector)
        sentence = self._sentence(claim)
        rest = sentence.text[claim.speaker_end - sentence.char_start :] if sentence is not None else ""
        beside = _APPOSITION.match(rest) or _ISSUED.match(rest)
        told = resolve_phrase(beside.group(1), self.on, self.names).actors if beside is not None else ()
        return replace(told[0], name=claim.speaker, sector=told[0].sector or sector) if told and told[0].code else None

    def _named_before(self, claim: Claim, actor: Actor | None) -> str:
        """'the agency' → "KCNA": the name of the body told of in the sentences before, in the same capacity."""
        words = claim.speaker.lower().split()
        if len(words) != 2 or words[0] not in ("the", "its") or actor is None or not actor.sector:
            return ""
        sector = "JRN" if words[1] in _PRESS else actor.sector
        near = [
            m.text
            for m in self.mentions
            if m.char_end < claim.speaker_start < m.char_end + _NEAR
            and m.usage == "phrase"
            and m.text[:1].isupper()
            and m.kind not in ("it", "they", "he", "she")
            and m.actors
            and m.actors[0].sector == sector
            and (m.actors[0].code == actor.code or not actor.code)
        ]
        return near[-1] if near else ""

    def _again(self, claim: Claim) -> Actor | None:
        """'the agency', 'the minister': the last speaker, when nothing in the phrase tells the state."""
        words, last = claim.speaker.lower().split(), self.last
        if words[0] not in ("the", "its", "his", "her") or len(words) > 4 or last is None or not last.code:
            return None
        if claim.speaker_start - last.speaker_end > _AGAIN:
            return None
        return Actor(last.code, last.sector, "", last.organisation, "the speaker before")

    def _place_around(self, claim: Claim) -> Actor | None:
        """'In Lima, the leader of the opposition charged': the state of the place that opens the sentence."""
        sentence = self._sentence(claim)
        if sentence is None:
            return None
        start = sentence.char_start
        for m in self.mentions:
            told_there = m.text.startswith(("reporters in ", "journalists in "))
            if m.sentence_index != sentence.sentence_index or not m.actors:
                continue
            if m.preposition not in _PLACES and not told_there:
                continue
            if m.char_start >= claim.speaker_end + 40:
                continue
            opens = m.char_start < claim.speaker_start and m.char_start - start < 30
            between = sentence.text[claim.speaker_end - start : m.char_start - start].split()
            far = 8 if claim.speaker.lower().split()[-1] in _PAPERS else 2
            if opens or (claim.speaker_end <= m.char_start and len(between) <= far):
                return replace(m.actors[0], sector="")
        return None

    def _sentence(self, claim: Claim) -> Sentence | None:
        return next((s for s in self.sentences if s.char_start <= claim.speaker_start < s.char_end), None)


def _is_pronoun(claim: Claim) -> bool:
    return claim.speaker.lower() in SPEAKER_PRONOUNS


def _is_told_of(mention: Mention, claim: Claim) -> bool:
    """Whether a mention stands in words that are claimed before their speaker is told: "France had lied, he said"."""
    return any(start <= mention.char_start < end <= claim.speaker_start for start, end in claim.spans)


def _as_said(last: Claim, claim: Claim, confidence: float) -> Claim:
    """What a pronoun claims, by the speaker before."""
    return replace(
        last,
        speaker_start=claim.speaker_start,
        speaker_end=claim.speaker_end,
        spans=claim.spans,
        quoted=claim.quoted,
        confidence=confidence,
    )


def _with(claim: Claim, actor: Actor | None, confidence: float) -> Claim:
    if actor is None:
        return replace(claim, confidence=confidence)
    return replace(claim, code=actor.code, sector=actor.sector, organisation=actor.organisation, confidence=confidence)
