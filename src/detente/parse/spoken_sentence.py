"""Tokens of one sentence in which somebody may speak, with the quotations in it and the claims made of its spans."""

from __future__ import annotations

from collections.abc import Sequence

from detente.lexicon.tokens import Token, tokenise
from detente.lexicon.words import SPEAKER_PRONOUNS
from detente.parse.speaker_phrases import phrase_after
from detente.schema.claim import Claim
from detente.schema.sentence import Quotation, Sentence

QUOTES = frozenset('"“”«»‘')
LONG_QUOTE = 12  # characters from which a quotation is speech rather than a word held at arm's length
# Words that begin a phrase of time, place or circumstance, not its subject.
OPENERS = frozenset(
    "in on at by from after before during since when while although though if as asked speaking according despite with "
    "without for to under".split()
)

Span = tuple[int, int]


class SpokenSentence:
    """One sentence as tokens.

    Attributes:
        low: the tokens in lower case.
        inside: quotations that overlap the sentence.
        opening: the phrase that opened a sentence before, for a pronoun that speaks; "" for none.
    """

    def __init__(self, sentence: Sentence, quotations: Sequence[Quotation], opening: str) -> None:
        self.sentence = sentence
        self.tokens: Sequence[Token] = tokenise(sentence.text, sentence.char_start)
        self.low = [token.lower for token in self.tokens]
        self.inside = [q for q in quotations if q.char_start < sentence.char_end and sentence.char_start < q.char_end]
        self.opening = opening

    def word(self, i: int) -> str:
        """Lower-case token at `i`, "" outside the sentence."""
        return self.low[i] if 0 <= i < len(self.low) else ""

    def text(self, span: Span) -> str:
        """Text of the tokens of a span."""
        offset = self.sentence.char_start
        return self.sentence.text[self.tokens[span[0]].char_start - offset : self.tokens[span[1] - 1].char_end - offset]

    def opens_with(self) -> str:
        """The phrase that opens the sentence, "" for a pronoun or none."""
        span = None if self.word(0) in QUOTES else phrase_after(self.tokens, 0)
        if span is None or self.low[span[0]] in SPEAKER_PRONOUNS or self.low[span[0]] in OPENERS:
            return ""
        return self.text(span)

    def claim(self, speaker: Span, content: Sequence[Span], quoted: bool = False) -> Claim:
        """A claim of the phrase on a span of tokens; `content` in characters of the stored text."""
        start, end = self.tokens[speaker[0]].char_start, self.tokens[speaker[1] - 1].char_end
        text = self.text(speaker)
        opening = ""
        if text.lower() in SPEAKER_PRONOUNS:
            first = self.sentence.char_start + 1
            told_before = any(low <= first for low, _ in content)  # "Kabul had lied, he said": he is not Kabul
            opening = (self.opens_with() if speaker[0] > 2 and not told_before else "") or self.opening
        return Claim(start, end, text, tuple(content), quoted, opening=opening)

    def from_token(self, i: int) -> list[Span]:
        """From token `i` to the end of the sentence."""
        return [(self.tokens[i].char_start, self.tokens[-1].char_end)]

    def whole(self, i: int) -> list[Span]:
        """The sentence, or the part of it between semicolons, that holds token `i`."""
        low = max((j for j in range(i) if self.low[j] == ";"), default=-1)
        high = next((j for j in range(i, len(self.tokens)) if self.low[j] == ";"), len(self.tokens))
        return [(self.tokens[low + 1].char_start, self.tokens[high - 1].char_end)]
