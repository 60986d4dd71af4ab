"""Claims by a noun or an adjective of speech: "Jordan's claim that …", "Vilnius is adamant that …"."""

from __future__ import annotations

from detente.lexicon.words import BE
from detente.parse.speaker_phrases import phrase_after, phrase_before
from detente.parse.spoken_sentence import Span, SpokenSentence
from detente.schema.claim import Claim

_REACH = 16  # tokens after the noun within which its "that" stands
_POSSESSIVES = ("'s", "’s", "'", "’")
# What may stand between the noun and its "that".
_PLAIN = BE | frozenset("simple plain clear blunt , always still now then broadcast within the hour".split())
# Verbs of the main clause when the noun with its "that" is the subject.
_TAKEN = frozenset("waved dismissed denied rejected met received false untrue backed".split())


def noun_claim(sentence: SpokenSentence, i: int) -> Claim | None:
    """'Jordan's claim that', 'Manila's position is that', 'a claim by the leader that', 'Word from Kigali was that'."""
    after = sentence.low[i + 1 : i + _REACH]
    that = next((k for k, word in enumerate(after) if word in ("that", ":")), None)
    if that is None:
        return None
    content = [(sentence.tokens[i + 1 + that].char_start, _content_end(sentence, i + 1 + that))]
    made = after[0] == "," and after[1:3] in (["made", "by"], ["voiced", "by"])
    if made or after[0] in ("by", "from", "of"):
        span = phrase_after(sentence.tokens, i + (4 if made else 2))
        return sentence.claim(span, content) if span is not None and span[1] <= i + 1 + that else None
    owner = _owner(sentence, i) if all(word in _PLAIN for word in after[:that]) else None
    return sentence.claim(owner, content) if owner is not None else None


def _owner(sentence: SpokenSentence, i: int) -> Span | None:
    """Tokens of the possessive before the noun at `i` ("the Danish minister" 's), one word between allowed."""
    low = sentence.low
    last = next((k for k in (i - 1, i - 2) if k > 0 and low[k] in _POSSESSIVES), None)
    if last is None:
        return None
    first = last
    while first and (
        sentence.tokens[first - 1].text[:1].isupper()
        or low[first - 1] in ("the", "of", "'s")
        or (
            first == last
            and sentence.tokens[first - 1].text.islower()
            and low[first - 1] not in ("and", "at", "to", "by", "with")
        )
    ):
        first -= 1
    return (first, last) if first < last else None


def _content_end(sentence: SpokenSentence, start: int) -> int:
    """Character where a claim ends: before the verb of the main clause when the noun is its subject; else the end."""
    for k in range(start + 3, len(sentence.tokens) - 1):
        if sentence.low[k] in ("was", "were", "is") and sentence.low[k + 1] in _TAKEN:
            return sentence.tokens[k - 1].char_end
    return sentence.tokens[-1].char_end


def certainty_claim(sentence: SpokenSentence, i: int) -> Claim | None:
    """'Vilnius is adamant that …': an adjective of those who hold to something."""
    verbs = BE | {"remains", "remained", "seems"}
    if not i or sentence.word(i + 1) != "that" or sentence.low[i - 1] not in verbs:
        return None
    span = phrase_before(sentence.tokens, i - 1)
    if span is None or sentence.low[span[0]] == "it":
        return None
    return sentence.claim(span, sentence.from_token(i + 1))
