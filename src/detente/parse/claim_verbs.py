"""Claims by a verb of speech: "the minister said that …", "was told by the ministry that …"."""

from __future__ import annotations

from detente.lexicon.words import ADVERBS, AUXILIARIES, BE
from detente.parse.claim_contents import SpeechVerb, content_of
from detente.parse.speaker_phrases import phrase_after, phrase_before
from detente.parse.speech import AMBIGUOUS, SPEECH
from detente.parse.spoken_sentence import LONG_QUOTE, QUOTES, Span, SpokenSentence
from detente.schema.claim import Claim
from detente.schema.sentence import Quotation

# What may stand between a speaker and the verb.
_SKIP = AUXILIARIES | ADVERBS | {"not", "n't", "never", "neither", "nor", "also", "to", "confirm", "or"}
# What must follow a form that is a noun as often.
_LEADS = QUOTES | {"that", ":", ","}


def verb_claim(sentence: SpokenSentence, i: int) -> Claim | None:
    """The claim made with the verb of speech at token `i`, or None when nobody says anything with it."""
    low = sentence.low
    if sentence.word(i - 1) == "to" or (i and sentence.tokens[i].text[:1].isupper()):
        return None  # "an error to think that", "the United States"
    quote = _quote_at(sentence, sentence.tokens[i].char_start)
    group = i  # first token of the verb with its auxiliaries
    while group and (
        low[group - 1] in _SKIP or (low[group - 1].endswith("ly") and sentence.tokens[group - 1].text.islower())
    ):
        group -= 1
    participle = low[i].endswith("ing")
    if not participle and not BE.isdisjoint(low[group:i]):
        return _by_agent(sentence, i, quote is not None)
    if participle and sentence.word(group - 1) == "as":
        return _quoted_as(sentence, i, group)
    verb = SpeechVerb(i, SPEECH[low[i]], quote, low[i] in AMBIGUOUS)
    after_quote = _after_quote(sentence, i)
    if verb.ambiguous and not after_quote and sentence.word(i + 1) not in _LEADS and not _charges(sentence, verb):
        return None
    before = _speaker_before(sentence, group, participle)
    if before is not None:
        content, quoted = content_of(sentence, verb, before)
        if content:
            return sentence.claim(before, content, quoted)
    if verb.kind not in ("plain", "that", "tell") or (verb.ambiguous and before is None and not after_quote):
        return None
    after = phrase_after(sentence.tokens, i + 1)
    if after is None or not (after_quote or sentence.word(i - 1) == ","):
        return None
    content, quoted = content_of(sentence, verb, after)
    return sentence.claim(after, content, quoted) if content else None


def _speaker_before(sentence: SpokenSentence, group: int, participle: bool) -> Span | None:
    """The phrase before the verb; for ", adding that" and "and said" the subject of the verb before."""
    word = sentence.word(group - 1)
    absolute = next(
        (k for k in range(group - 2, max(-1, group - 8), -1) if participle and sentence.low[k] == "with"), None
    )
    if absolute is not None and sentence.word(absolute - 1) in (",", ""):
        return absolute + 1, group  # "with Moscow insisting that"
    before = None if participle and word == "," else phrase_before(sentence.tokens, group)
    if before is not None or not (participle or word in ("and", "but", "or")):
        return before
    for j in range(group - 1, 0, -1):
        if sentence.low[j] in SPEECH and sentence.low[j] not in AMBIGUOUS:
            return phrase_before(sentence.tokens, j) or phrase_after(sentence.tokens, j + 1)
    return phrase_after(sentence.tokens, 0) if participle else None


def _charges(sentence: SpokenSentence, verb: SpeechVerb) -> bool:
    """Whether what hangs on the verb follows its hearer: "charges Phnom Penh with letting", "suspects Pyongyang of"."""
    after = sentence.low[verb.at + 2 : verb.at + 8]
    return (verb.kind == "with" and "with" in after) or (verb.kind == "of" and "of" in after)


def _quoted_as(sentence: SpokenSentence, i: int, group: int) -> Claim | None:
    """'Reuters quoted the minister as saying that …'."""
    verbs = ("quoted", "quotes", "cited", "quoting", "citing", "cites")
    verb = next((k for k in range(group - 2, -1, -1) if sentence.low[k] in verbs), None)
    span = phrase_after(sentence.tokens, verb + 1) if verb is not None else None
    if span is None:
        return None
    content = (sentence.tokens[i].char_end, sentence.tokens[-1].char_end)
    return sentence.claim((span[0], min(span[1], group - 1)), [content])


def _by_agent(sentence: SpokenSentence, i: int, quoted: bool) -> Claim | None:
    """'was told by the ministry that …', 'were accused by Delhi of …'."""
    for k in range(i + 1, min(i + 8, len(sentence.tokens))):
        if sentence.low[k] == "by":
            span = phrase_after(sentence.tokens, k + 1)
            if span is not None and sentence.word(span[1]) in ("that", "of", "for", "to"):
                return sentence.claim(span, sentence.from_token(span[1]), quoted)
    return None


def _after_quote(sentence: SpokenSentence, i: int) -> bool:
    """Whether a quotation ends right before token `i`, with or without a mark after it."""
    before = sentence.word(i - 1)
    return before in QUOTES or (before in (",", "?", "!") and sentence.word(i - 2) in QUOTES)


def _quote_at(sentence: SpokenSentence, position: int) -> Quotation | None:
    """The long quotation that holds a position of the text, or None."""
    return next(
        (
            q
            for q in sentence.inside
            if q.char_start <= position < q.char_end and q.char_end - q.char_start >= LONG_QUOTE
        ),
        None,
    )
