"""Quotations without a speaker of their own: they go on with that of the one before, in the same paragraph."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from detente.lexicon.tokens import tokenise
from detente.parse.speaker_phrases import is_past, phrase_after
from detente.parse.spoken_sentence import LONG_QUOTE, QUOTES
from detente.schema.claim import Claim
from detente.schema.sentence import Quotation, Sentence


def carried_claims(
    sentences: Sequence[Sentence], quotations: Sequence[Quotation], spoken: Mapping[int, Claim]
) -> list[Claim]:
    """Claims of the quotations that no verb of their own sentence gives a speaker.

    Args:
        spoken: the claim of each quotation that has one, by the start of the quotation.
    """
    paragraph = {
        quotation.char_start: sentence.paragraph_index
        for sentence in sentences
        for quotation in quotations
        if sentence.char_start <= quotation.char_start < sentence.char_end
    }
    found = []
    last: Claim | None = None
    where = -1
    waiting: list[Quotation] = []
    for quotation in quotations:
        here = paragraph.get(quotation.char_start, -2)
        claim = spoken.get(quotation.char_start)
        if claim is not None:
            found += [_again(claim, early) for early in waiting if paragraph.get(early.char_start) == here]
            waiting = []
            last, where = claim, here
        elif quotation.char_end - quotation.char_start < LONG_QUOTE:
            continue
        elif last is not None and here == where:
            found.append(_again(last, quotation))
        else:
            waiting.append(quotation)
            alone = _alone(sentences, quotation) or _beside(sentences, quotation)
            if alone is not None:
                found.append(alone)
    return found


def _again(claim: Claim, quotation: Quotation) -> Claim:
    """The speaker of a claim as that of another quotation."""
    span = (quotation.char_start, quotation.char_end)
    return Claim(claim.speaker_start, claim.speaker_end, claim.speaker, (span,), True, confidence=0.8)


def _beside(sentences: Sequence[Sentence], quotation: Quotation) -> Claim | None:
    """'The envoy was brief: “…”', '“…,” the spokesman began': the phrase that opens or follows is the speaker."""
    here = next((s for s in sentences if s.char_start <= quotation.char_start < s.char_end), None)
    if here is None:
        return None
    tokens = tokenise(here.text, here.char_start)
    before = [token for token in tokens if token.char_end <= quotation.char_start and token.text not in QUOTES]
    start = 0
    if before and before[-1].text != ":":
        return None
    if not before:
        start = next(
            (k for k, t in enumerate(tokens) if t.char_start >= quotation.char_end and t.text[:1].isalpha()), -1
        )
    span = phrase_after(tokens, start) if start >= 0 else None
    following = tokens[span[1]] if span is not None and span[1] < len(tokens) else None
    if span is None or following is None or not (before or is_past(following.lower)):
        return None
    first, last = tokens[span[0]].char_start, tokens[span[1] - 1].char_end
    text = here.text[first - here.char_start : last - here.char_start]
    return Claim(first, last, text, ((quotation.char_start, quotation.char_end),), True, confidence=0.6)


def _alone(sentences: Sequence[Sentence], quotation: Quotation) -> Claim | None:
    """A sentence that is all quotation, after one that tells who rose to speak: its opening phrase is the speaker."""
    index = next((i for i, s in enumerate(sentences) if s.char_start <= quotation.char_start < s.char_end), 0)
    here, before = sentences[index], sentences[index - 1]
    whole = quotation.char_start - here.char_start <= 1 and here.char_end - quotation.char_end <= 2
    if not index or not whole or before.paragraph_index != here.paragraph_index or before.is_heading:
        return None
    tokens = tokenise(before.text, before.char_start)
    span = phrase_after(tokens, 0)
    if span is None:
        return None
    start, end = tokens[span[0]].char_start, tokens[span[1] - 1].char_end
    text = before.text[start - before.char_start : end - before.char_start]
    return Claim(start, end, text, ((quotation.char_start, quotation.char_end),), True, confidence=0.6)
