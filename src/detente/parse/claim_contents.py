"""What is said with a verb of speech: quotations, the clause after it, the words before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from detente.lexicon.words import ACTION_PASTS, AUXILIARIES
from detente.parse.speech import AMBIGUOUS, SPEECH
from detente.parse.spoken_sentence import LONG_QUOTE, OPENERS, QUOTES, Span, SpokenSentence
from detente.schema.sentence import Quotation

_REACH = 14  # tokens within which "that" may follow its verb
_PASTS = ACTION_PASTS | frozenset("hit meant split thought cut fed lent".split())


@dataclass(frozen=True, slots=True)
class SpeechVerb:
    """A verb of speech in its sentence.

    Attributes:
        at: its token.
        kind: how it leads to what is said (see `speech`).
        quote: the quotation in which the verb itself stands, if any.
        ambiguous: whether the form is a noun as often, so that it needs "that", a colon or a quotation.
    """

    at: int
    kind: str
    quote: Quotation | None
    ambiguous: bool


def content_of(sentence: SpokenSentence, verb: SpeechVerb, speaker: Span) -> tuple[list[Span], bool]:
    """Spans said with the verb, in characters, and whether they are quoted; no spans when nothing is said."""
    i, (first, last) = verb.at, speaker
    follows = last <= i  # the verb follows its speaker
    quoted = verb.quote is not None
    spans = [] if quoted or verb.kind == "deny" else _quotations(sentence, verb, speaker)
    if spans:
        return [*spans, *(_clause(sentence, verb, first) if follows else [])], True
    if verb.kind == "quote":
        return (_described(sentence, i) if follows else []), False
    if follows and sentence.word(first - 1) == ",":
        close = next((k for k in range(i + 1, min(i + 16, len(sentence.low) - 1)) if sentence.low[k] == ","), None)
        if close is not None and sentence.low[close + 1] in AUXILIARIES and "that" not in sentence.low[i:close]:
            return _around(sentence, first, close - 1), quoted  # "Sudan, the delegate recalled later, had armed"
    participle = sentence.low[i].endswith("ing")
    leading = [] if participle and follows else _leading(sentence, first if follows else i, max(i + 1, last))
    plain = follows and sentence.word(i + 1) not in ("that", ":") and not _goes_on(sentence, i)
    if leading and plain and _is_clause(sentence, *leading[0]):
        return leading, quoted
    if len(leading) == 1 and not quoted and not _is_clause(sentence, *leading[0]):
        leading = []  # "Ultimately, the administration declared …"
    return (_clause(sentence, verb, first) if follows else []) or leading, quoted


def _described(sentence: SpokenSentence, i: int) -> list[Span]:
    """'described how Soviet bombers had struck', 'called it a slander that …', 'condemned Kabul for sheltering …'."""
    if sentence.word(i + 1) == "how":
        return sentence.from_token(i + 2)
    blame = next((k for k in range(i + 2, min(i + 9, len(sentence.low) - 1)) if sentence.low[k] == "for"), None)
    if blame is not None and sentence.low[blame + 1].endswith("ing") and "," not in sentence.low[i:blame]:
        return sentence.from_token(blame + 1)
    that = next((k for k in range(i + 3, min(i + 8, len(sentence.low) - 1)) if sentence.low[k] == "that"), None)
    return sentence.from_token(that + 1) if that is not None and sentence.word(i + 1) == "it" else []


def _quotations(sentence: SpokenSentence, verb: SpeechVerb, speaker: Span) -> list[Span]:
    """Quotations of the sentence that are the verb's, one at least long or at the start; else none."""
    token, (first, last) = sentence.tokens[verb.at], speaker
    start = min(sentence.tokens[first].char_start, token.char_start)
    end = max(sentence.tokens[last - 1].char_end, token.char_end)
    spans = [
        (q.char_start, q.char_end)
        for q in sentence.inside
        if not q.char_start <= token.char_start < q.char_end and _belongs(sentence, q, start, end)
    ]
    opening = sentence.sentence.char_start + 1
    enough = verb.kind == "quote" or any(high - low >= LONG_QUOTE or low == opening for low, high in spans)
    return spans if enough else []  # "denounced the “plunder”"


def _belongs(sentence: SpokenSentence, quotation: Quotation, start: int, end: int) -> bool:
    """Whether no other verb of speech stands between a quotation and the speaker and verb at [start, end)."""
    low, high = (quotation.char_end, start) if quotation.char_end <= start else (end, quotation.char_start)
    between = _words(sentence, low, high)
    return not any(word in SPEECH and word not in AMBIGUOUS for word in between) and ";" not in between


def _words(sentence: SpokenSentence, start: int, end: int) -> list[str]:
    return [w for token, w in zip(sentence.tokens, sentence.low, strict=True) if start <= token.char_start < end]


def _goes_on(sentence: SpokenSentence, i: int) -> bool:
    """'…, it said, had crossed': the sentence goes on after the verb of speech."""
    return sentence.word(i + 1) == "," and sentence.word(i + 2) in AUXILIARIES


def _is_clause(sentence: SpokenSentence, start: int, end: int) -> bool:
    """Whether the characters [start, end) hold a verb and open with no phrase of time or place."""
    words = _words(sentence, start, end)
    if len(words) <= 2 or words[0] in OPENERS:
        return False
    return any(w in AUXILIARIES or w.endswith(("ed", "s")) or w in _PASTS for w in words[1:])


def _clause(sentence: SpokenSentence, verb: SpeechVerb, first: int) -> list[Span]:
    """'… said (on Monday) (that) X': from the verb to the end of what hangs on it; `first` is the speaker's token."""
    i = verb.at
    after = sentence.low[i + 1 : i + 1 + _REACH]
    that = next((k for k, word in enumerate(after) if word == "that" and _leads_to_that(after[:k])), None)
    if not after or after[0] in (".", ";") or (after[0] == "," and that is None):
        parenthesis = after[:1] == [","] and first >= 2 and sentence.low[first - 1] == ","
        return _around(sentence, first, i) if parenthesis else []
    start = _clause_start(sentence, verb, after, that)
    return [] if start is None else [(sentence.tokens[start].char_start, _clause_end(sentence, i, first))]


def _clause_start(sentence: SpokenSentence, verb: SpeechVerb, after: Sequence[str], that: int | None) -> int | None:
    """Token from which the words are said; `after` are the words after the verb, `that` counts in them."""
    begin = verb.at + 1
    if verb.kind == "tell":
        begin += 1 if that is None else that
        return begin if begin < len(sentence.tokens) and len(after) > 2 else None
    if verb.kind in ("with", "of"):
        links = ("with", "that") if verb.kind == "with" else ("of", "for", ":", "that")
        link = next((k for k, word in enumerate(after) if word in links), None)
        return None if link is None else begin + link
    if verb.kind == "deny":
        return begin
    if that is not None:
        return begin + that
    if ":" in after[:10]:
        return begin + after.index(":")
    if verb.ambiguous or verb.kind == "that" or after[0] in ("so", "nothing", "yes", "no", "little", "goodbye"):
        return None
    return begin if after[0] in QUOTES or _has_verb(sentence.low[begin : begin + 25]) else None


def _clause_end(sentence: SpokenSentence, i: int, first: int) -> int:
    """Character at which the clause of the verb at `i` ends."""
    tokens, low = sentence.tokens, sentence.low
    stop = next(
        (k for k in range(i + 1, len(low)) if low[k] == ";" or (low[k] in QUOTES and k + 1 == len(low))), len(low)
    )
    stop = _said_at_end(sentence, i) or stop
    if first <= 2 and sentence.word(first - 1) in ("although", "though", "while", "if", "when", "as", "whereas"):
        stop = next((k for k in range(i + 1, len(low)) if low[k] == ","), stop)
    return tokens[stop - 1].char_end


def _said_at_end(sentence: SpokenSentence, i: int) -> int:
    """Position of the comma before "the minister said." that closes the sentence, 0 for none."""
    last = len(sentence.tokens) - 1
    while last > i and not sentence.tokens[last].text[:1].isalpha():
        last -= 1
    if last - i < 4 or SPEECH.get(sentence.low[last]) not in ("plain", "that"):
        return 0
    return next((k for k in range(last - 1, max(i, last - 14), -1) if sentence.low[k] == ","), 0)


def _leads_to_that(words: Sequence[str]) -> bool:
    """Whether only a hearer, a time or an aside stands between the verb and its "that"."""
    if ";" in words or "." in words:
        return False
    commas = sum(word == "," for word in words)
    if commas == 2 and words[0] == "," and words[-1] == ",":
        return True
    return not commas and not any(
        word in AUXILIARIES or (word.endswith("ed") and word != "united") or word in _PASTS for word in words
    )


def _has_verb(words: Sequence[str]) -> bool:
    """Whether a verb follows: "said it would", not "announced the plan"."""
    return any(word in AUXILIARIES or word.endswith(("ed", "ing")) or word in _PASTS for word in words)


def _leading(sentence: SpokenSentence, begin: int, end: int) -> list[Span]:
    """'X did Y, the ministry said': the words before the comma, where speaker and verb take the tokens [begin, end)."""
    tokens, low = sentence.tokens, sentence.low
    k = begin - 1
    if k > 0 and low[k] in QUOTES:
        k -= 1
    if k <= 0 or not (low[k] in (",", "–", "—", "?", "!") or (low[k] in ("so", "as") and low[k - 1] in (",", "or"))):
        return []
    semicolon = next((j for j in range(k - 1, 0, -1) if low[j] == ";"), -1)
    spans = [(tokens[semicolon + 1].char_start, tokens[k].char_start)]
    asides = ("adding", "but", "although", "who", "which", "citing")
    if sentence.word(end) in (",", ":") and end + 2 < len(tokens) and low[end + 1] not in asides:
        spans += sentence.from_token(end + 1)
    return spans


def _around(sentence: SpokenSentence, first: int, last: int) -> list[Span]:
    """'Seoul, it said, had crossed …': both sides of a parenthesis from token `first` to token `last`."""
    tokens = sentence.tokens
    opening = next((j for j in range(first - 2, -1, -1) if sentence.low[j] in (";", ":")), -1)
    return [
        (tokens[opening + 1].char_start, tokens[first - 1].char_start),
        (tokens[last + 1].char_end, tokens[-1].char_end),
    ]
