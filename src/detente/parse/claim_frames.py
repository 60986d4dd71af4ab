"""Claims by a set phrase: "according to", "as Tehran has it", "holds responsible for", "in Kabul's view"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.parse.speaker_phrases import phrase_after, phrase_before
from detente.parse.speech import AMBIGUOUS, FRAMES, SET_PHRASES, SPEECH
from detente.parse.spoken_sentence import SpokenSentence
from detente.schema.claim import Claim

_VIEW = re.compile(
    r"\b[Ii]n (?P<who>(?:[A-Z][\w-]+|the [\w -]{3,40}?)(?:['’]s?))\s+"
    r"(?:view|words|opinion|account|telling|version|judgment|eyes)\b"
)
_BELIEVED = (["is", "to", "be", "believed"], ["are", "to", "be", "believed"])
_LONGEST_SOURCE = 9  # tokens


def set_phrase_claim(sentence: SpokenSentence, i: int) -> Claim | None:
    """'Baku let it be known that …': a phrase of speech without a verb of it."""
    for phrase in SET_PHRASES:
        if tuple(sentence.low[i : i + len(phrase)]) == phrase:
            span = phrase_before(sentence.tokens, i)
            return sentence.claim(span, sentence.from_token(i + len(phrase) - 1)) if span is not None else None
    return None


def frame_claim(sentence: SpokenSentence, i: int) -> Claim | None:
    """'According to the ministry, …', 'by its own account, Ankara …': the sentence is what the phrase claims."""
    rest = " ".join(sentence.low[i : i + 5])
    if rest.startswith(("by its own", "by his own", "by their own")):
        span = phrase_after(sentence.tokens, i + 4 + (sentence.word(i + 4) == ","))
    else:
        frame = next((f for f in FRAMES if rest.startswith(f + " ")), None)
        span = phrase_after(sentence.tokens, i + len(frame.split())) if frame is not None else None
    return sentence.claim(span, sentence.whole(i)) if span is not None else None


def source_claim(sentence: SpokenSentence, i: int) -> Claim | None:
    """'Xinhua, citing Sudanese officials, reported that …': the source is who claims it."""
    span = phrase_after(sentence.tokens, i + 1) if i else None
    if span is None or span[1] - span[0] > _LONGEST_SOURCE:
        return None
    low = sentence.low
    verb = next((k for k in range(span[1], len(low)) if low[k] in SPEECH and low[k] not in AMBIGUOUS), None)
    if verb is not None:
        return sentence.claim(span, [(sentence.tokens[verb].char_end + 1, sentence.tokens[-1].char_end)])
    return sentence.claim(span, [(sentence.tokens[0].char_start, sentence.tokens[i - 1].char_start)])


def has_it_claim(sentence: SpokenSentence, i: int) -> Claim | None:
    """'Rumour has it that …', 'as Tehran tells it'."""
    has = sentence.low[i] in ("has", "had")
    if not i or sentence.word(i + 1) != "it" or (has and sentence.word(i + 2) != "that"):
        return None
    span = phrase_before(sentence.tokens, i)
    if span is None:
        return None
    if span[0] > 0 and sentence.low[span[0] - 1] == "as":
        return sentence.claim(span, sentence.whole(i))
    return sentence.claim(span, sentence.from_token(i + 2)) if has else None


def put_it_claim(sentence: SpokenSentence, i: int) -> Claim | None:
    """'as the envoy put it'."""
    span = phrase_before(sentence.tokens, i) if i >= 2 and sentence.word(i + 1) == "it" else None
    return sentence.claim(span, sentence.whole(i)) if span is not None else None


def responsible_claim(sentence: SpokenSentence, i: int) -> Claim | None:
    """'Delhi holds Islamabad responsible for …'."""
    if sentence.word(i + 1) != "for":
        return None
    verb = next((k for k in range(i - 1, -1, -1) if sentence.low[k] in ("holds", "hold", "held")), None)
    span = phrase_before(sentence.tokens, verb) if verb is not None else None
    return sentence.claim(span, sentence.from_token(i + 1)) if span is not None else None


def responsibility_claim(sentence: SpokenSentence, i: int) -> Claim | None:
    """'The group claimed responsibility for …'."""
    if sentence.word(i + 1) != "for" or sentence.word(i - 1) not in ("claimed", "claim", "claims", "admitted"):
        return None
    span = phrase_before(sentence.tokens, i - 1)
    return sentence.claim(span, sentence.from_token(i + 1)) if span is not None else None


def sentence_claims(sentence: SpokenSentence) -> Iterator[Claim]:
    """Claims that the shape of the whole sentence tells: "if Kabul is to be believed", "Kabul: …", "in Kabul's view"."""
    low, tokens = sentence.low, sentence.tokens
    believed = next((i for i in range(len(low) - 3) if low[i : i + 4] in _BELIEVED), None)
    if believed is not None and "if" in low[:believed]:
        start = max(k for k in range(believed) if low[k] == "if") + 1
        yield sentence.claim((start, believed), sentence.from_token(0))
    first = sentence.sentence.sentence_index == 0
    if first and len(low) > 3 and low[1] == ":" and tokens[0].text[:1].isupper():
        yield sentence.claim((0, 1), sentence.from_token(2))
    view = _VIEW.search(sentence.sentence.text)
    if view is not None:
        begin, end = sentence.sentence.char_start, sentence.sentence.char_end
        who = re.sub(r"['’]s?$", "", view.group("who"))
        yield Claim(begin + view.start("who"), begin + view.end("who"), who, ((begin, end),), confidence=0.8)
