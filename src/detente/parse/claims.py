"""Speech in a document: who says what, direct and indirect, as spans; whom the phrase names is resolved later."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from detente.parse.carried_claims import carried_claims
from detente.parse.claim_frames import (
    frame_claim,
    has_it_claim,
    put_it_claim,
    responsibility_claim,
    responsible_claim,
    sentence_claims,
    set_phrase_claim,
    source_claim,
)
from detente.parse.claim_nouns import certainty_claim, noun_claim
from detente.parse.claim_verbs import verb_claim
from detente.parse.claims_unsaid import find_unsaid
from detente.parse.speech import CERTAIN, CLAIM_NOUNS, FRAMES, SET_PHRASES, SPEECH
from detente.parse.spoken_sentence import SpokenSentence
from detente.parse.told_on import told_on
from detente.schema.claim import Claim
from detente.schema.sentence import Quotation, Sentence

_Rule = Callable[[SpokenSentence, int], Claim | None]
# Which words each rule is asked at; of several rules of one word the earlier claims stand first.
_RULES: tuple[tuple[_Rule, Collection[str]], ...] = (
    (set_phrase_claim, {phrase[0] for phrase in SET_PHRASES}),
    (verb_claim, SPEECH),
    (frame_claim, {frame.split()[0] for frame in FRAMES}),
    (noun_claim, CLAIM_NOUNS),
    (certainty_claim, CERTAIN),
    (has_it_claim, ("has", "had", "sees", "saw", "tells", "told")),
    (source_claim, ("citing", "quoting", "cites", "quotes")),
    (responsible_claim, ("responsible",)),
    (responsibility_claim, ("responsibility",)),
    (put_it_claim, ("put",)),
)
_BY_WORD = {word: [rule for rule, words in _RULES if word in words] for _, words in _RULES for word in words}


def find_claims(sentences: Sequence[Sentence], quotations: Sequence[Quotation]) -> list[Claim]:
    """Claims in order of their speakers; nested ones each with their own span."""
    found: list[Claim] = []
    spoken: dict[int, Claim] = {}
    opening = ""
    for sentence in sentences:
        here = SpokenSentence(sentence, quotations, opening)
        claims = _claims(here)
        opening = here.opens_with() or opening
        found += claims
        for claim in claims:
            for quotation in here.inside:
                if claim.quoted and claim.covers(quotation.char_start):
                    spoken[quotation.char_start] = claim
    carried = carried_claims(sentences, quotations, spoken)
    return [*told_on(found, sentences), *carried, *find_unsaid(sentences)]


def _claims(sentence: SpokenSentence) -> list[Claim]:
    """Claims whose speaker stands in the sentence."""
    found = [rule(sentence, i) for i, word in enumerate(sentence.low) for rule in _BY_WORD.get(word, ())]
    return [*(claim for claim in found if claim is not None), *sentence_claims(sentence)]
