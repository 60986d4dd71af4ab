"""Speech in a document: who says what, direct and indirect, as spans; whom the phrase names is resolved later."""

from __future__ import annotations

import re
from collections.abc import Sequence

from detente.lexicon.tokens import Token, tokenise
from detente.lexicon.words import ADVERBS, AUXILIARIES, BE
from detente.parse.claims_unsaid import find_unsaid
from detente.parse.speech import AMBIGUOUS, CERTAIN, CLAIM_NOUNS, FRAMES, PRONOUNS, SET_PHRASES, SPEECH
from detente.parse.speaker_phrases import phrase_after, phrase_before
from detente.schema.claim import Claim
from detente.schema.sentence import Quotation, Sentence

_QUOTES = frozenset('"“”«»‘')
_LONG_QUOTE = 12  # characters from which a quotation is speech rather than a word held at arm's length
_REACH = 14  # tokens within which "that" may follow its verb
_SKIP = AUXILIARIES | ADVERBS | {"not", "n't", "never", "neither", "nor", "also", "to", "confirm", "or"}
_VIEW = re.compile(
    r"\b[Ii]n (?P<who>(?:[A-Z][\w-]+|the [\w -]{3,40}?)(?:['’]s?))\s+(?:view|words|opinion|account|telling|version|judgment|eyes)\b"
)


def find_claims(sentences: Sequence[Sentence], quotations: Sequence[Quotation]) -> list[Claim]:
    """Claims in order of their speakers; nested ones each with their own span."""
    found: list[Claim] = []
    spoken: dict[int, Claim] = {}
    opening = ""
    for sentence in sentences:
        here = _Sentence(sentence, quotations, opening)
        claims = here.claims()
        opening = here.opens_with() or opening
        found += claims
        for claim in claims:
            for quotation in here.inside:
                if claim.quoted and claim.covers(quotation.char_start):
                    spoken[quotation.char_start] = claim
    return [*found, *_carried(sentences, quotations, spoken), *find_unsaid(sentences)]


def _carried(sentences: Sequence[Sentence], quotations: Sequence[Quotation], spoken: dict[int, Claim]) -> list[Claim]:
    """Quotations without a speaker of their own: they go on with that of the one before, in the same paragraph."""
    paragraph = {}
    for sentence in sentences:
        for quotation in quotations:
            if sentence.char_start <= quotation.char_start < sentence.char_end:
                paragraph[quotation.char_start] = sentence.paragraph_index
    found = []
    last: Claim | None = None
    where = -1
    waiting: list[Quotation] = []
    for quotation in quotations:
        here = paragraph.get(quotation.char_start, -2)
        claim = spoken.get(quotation.char_start)
        if claim is not None:
            for early in waiting:
                if paragraph.get(early.char_start) == here:
                    found.append(_again(claim, early))
            waiting = []
            last, where = claim, here
        elif last is not None and here == where and quotation.char_end - quotation.char_start >= _LONG_QUOTE:
            found.append(_again(last, quotation))
        elif quotation.char_end - quotation.char_start >= _LONG_QUOTE:
            waiting.append(quotation)
            alone = _alone(sentences, quotation)
            if alone is not None:
                found.append(alone)
    return found


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


def _again(claim: Claim, quotation: Quotation) -> Claim:
    return Claim(
        claim.speaker_start,
        claim.speaker_end,
        claim.speaker,
        ((quotation.char_start, quotation.char_end),),
        True,
        confidence=0.8,
    )


class _Sentence:
    def __init__(self, sentence: Sentence, quotations: Sequence[Quotation], opening: str) -> None:
        self.sentence = sentence
        self.tokens: list[Token] = tokenise(sentence.text, sentence.char_start)
        self.low = [token.lower for token in self.tokens]
        self.quotations = quotations
        self.inside = [q for q in quotations if q.char_start < sentence.char_end and sentence.char_start < q.char_end]
        self.opening = opening

    def opens_with(self) -> str:
        """The phrase that opens the sentence, "" for a pronoun or none."""
        first = 1 if self.low[:1] and self.low[0] in _QUOTES else 0
        span = None if first else phrase_after(self.tokens, 0)
        if span is None or self.low[span[0]] in PRONOUNS or self.low[span[0]] in _OPENERS:
            return ""
        offset = self.sentence.char_start
        return self.sentence.text[self.tokens[span[0]].char_start - offset : self.tokens[span[1] - 1].char_end - offset]

    def claims(self) -> list[Claim]:
        """Claims whose speaker stands in this sentence."""
        found = []
        for i, word in enumerate(self.low):
            for phrase in SET_PHRASES:
                if word == phrase[0] and tuple(self.low[i : i + len(phrase)]) == phrase:
                    span = phrase_before(self.tokens, i)
                    if span is not None:
                        found.append(
                            self._claim(span, [(self.tokens[i + len(phrase) - 1].char_start, self.tokens[-1].char_end)])
                        )
            kind = SPEECH.get(word)
            if kind is not None:
                claim = self._verb(i, kind)
                if claim is not None:
                    found.append(claim)
            elif word in ("according", "in", "by", "as", "on"):
                claim = self._frame(i)
                if claim is not None:
                    found.append(claim)
            if word in CLAIM_NOUNS:
                claim = self._noun(i)
                if claim is not None:
                    found.append(claim)
            elif word in CERTAIN and self._word(i + 1) == "that" and i and self.low[i - 1] in BE | {"remains", "remained", "seems"}:
                span = phrase_before(self.tokens, i - 1)
                if span is not None and self.low[span[0]] not in ("it",):
                    found.append(self._claim(span, [(self.tokens[i + 1].char_start, self.tokens[-1].char_end)]))
            elif word in ("has", "had", "sees", "saw", "tells", "told") and self._word(i + 1) == "it" and i and not (word in ("has", "had") and self._word(i + 2) != "that"):
                span = phrase_before(self.tokens, i)
                opened = span is not None and span[0] > 0 and self.low[span[0] - 1] == "as"
                if span is not None and (opened or word in ("has", "had")):
                    content = self._whole(i) if opened else [(self.tokens[i + 2].char_start, self.tokens[-1].char_end)]
                    found.append(self._claim(span, content))
            elif word in ("citing", "quoting", "cites", "quotes") and i:
                claim = self._source(i)
                if claim is not None:
                    found.append(claim)
            elif word == "responsible" and self._word(i + 1) == "for":
                verb = next((k for k in range(i - 1, -1, -1) if self.low[k] in ("holds", "hold", "held")), None)
                span = phrase_before(self.tokens, verb) if verb is not None else None
                if span is not None:
                    found.append(self._claim(span, [(self.tokens[i + 1].char_start, self.tokens[-1].char_end)]))
            elif word == "responsibility" and self._word(i + 1) == "for" and self._word(i - 1) in ("claimed", "claim", "claims", "admitted"):
                span = phrase_before(self.tokens, i - 1)
                if span is not None:
                    found.append(self._claim(span, [(self.tokens[i + 1].char_start, self.tokens[-1].char_end)]))
            elif word == "put" and self._word(i + 1) == "it" and i >= 2:
                span = phrase_before(self.tokens, i)
                if span is not None:
                    found.append(self._claim(span, self._whole(i)))
        believed = next((i for i in range(len(self.low) - 3) if self.low[i : i + 4] in (["is", "to", "be", "believed"], ["are", "to", "be", "believed"])), None)
        if believed is not None and "if" in self.low[:believed]:
            start = max(k for k in range(believed) if self.low[k] == "if") + 1
            found.append(self._claim((start, believed), [(self.tokens[0].char_start, self.tokens[-1].char_end)]))
        if len(self.low) > 3 and self.low[1] == ":" and self.tokens[0].text[:1].isupper() and self.sentence.sentence_index == 0:
            found.append(self._claim((0, 1), [(self.tokens[2].char_start, self.tokens[-1].char_end)]))
        view = _VIEW.search(self.sentence.text)
        if view is not None:
            start = self.sentence.char_start + view.start("who")
            end = self.sentence.char_start + view.end("who")
            text = re.sub(r"['’]s?$", "", view.group("who"))
            found.append(Claim(start, end, text, ((self.sentence.char_start, self.sentence.char_end),), confidence=0.8))
        return found

    def _noun(self, i: int) -> Claim | None:
        """'Jordan's claim that', 'Manila's position is that', 'a claim by the leader that', 'Word from Kigali was that'."""
        after = self.low[i + 1 : i + 9]
        that = next((k for k, word in enumerate(after) if word in ("that", ":")), None)
        if that is None:
            return None
        content = [(self.tokens[i + 1 + that].char_start, self._noun_end(i + 1 + that))]
        if after[0] in ("by", "from", "of") or (after[0] == "," and after[1:3] in (["made", "by"], ["voiced", "by"])):
            span = phrase_after(self.tokens, i + (2 if after[0] != "," else 4))
            return self._claim(span, content) if span is not None and span[1] <= i + 1 + that else None
        if that and not all(word in BE | {"simple", "plain", "clear", "blunt", ",", "always", "still", "now", "then", "broadcast", "within", "the", "hour"} for word in after[:that]):
            return None
        if i > 1 and self.low[i - 1] in ("'s", "’s", "'", "’"):
            last = i - 1
        elif i > 2 and self.low[i - 2] in ("'s", "’s", "'", "’"):
            last = i - 2
        else:
            return None
        first = last
        while first and (self.tokens[first - 1].text[:1].isupper() or self.low[first - 1] in ("the", "of", "'s") or self.tokens[first - 1].text.islower() and
                         first == last and self.low[first - 1] not in ("and", "at", "to", "by", "with")):  # fmt: skip
            first -= 1
        return self._claim((first, last), content) if first < last else None

    def _noun_end(self, start: int) -> int:
        """End of what a claim holds: before the verb of the main clause when the noun is its subject; else the sentence's end."""
        for k in range(start + 3, len(self.tokens) - 1):
            if self.low[k] in ("was", "were", "is") and self.low[k + 1] in ("waved", "dismissed", "denied", "rejected", "met", "received", "false", "untrue", "backed"):
                return self.tokens[k - 1].char_end
        return self.tokens[-1].char_end

    def _source(self, i: int) -> Claim | None:
        """'Xinhua, citing Sudanese officials, reported that …': the source is who claims it."""
        span = phrase_after(self.tokens, i + 1)
        if span is None or span[1] - span[0] > 9:
            return None
        verb = next((k for k in range(span[1], len(self.tokens)) if self.low[k] in SPEECH and self.low[k] not in AMBIGUOUS), None)
        if verb is not None:
            return self._claim(span, [(self.tokens[verb].char_end + 1, self.tokens[-1].char_end)])
        return self._claim(span, [(self.tokens[0].char_start, self.tokens[i - 1].char_start)])

    # one verb

    def _verb(self, i: int, kind: str) -> Claim | None:
        quote = self._quote_at(self.tokens[i].char_start)
        group = i
        while group and (self.low[group - 1] in _SKIP or self.low[group - 1].endswith("ly")):
            group -= 1
        if self._word(i - 1) == "to":
            return None  # "an error to think that"
        if self._is_passive(group, i):
            return self._by_agent(i, quote)
        participle = self.low[i].endswith("ing")
        if participle and self._word(group - 1) == "as":
            return self._quoted_as(i, group)
        ambiguous = self.low[i] in AMBIGUOUS
        if (
            ambiguous
            and self._word(i + 1) not in ("that", ":", ",")
            and self._word(i + 1) not in _QUOTES
            and not self._after_quote(i)
        ):
            return None
        before = None if participle and self._word(group - 1) == "," else phrase_before(self.tokens, group)
        if before is None and (participle or self._word(group - 1) == "and"):
            before = self._main_subject(group, anyone=participle)
        if before is not None:
            content, quoted = self._content(i, kind, quote, before, ambiguous)
            if content:
                return self._claim(before, content, quoted)
        if kind in ("plain", "that", "tell") and not (ambiguous and before is None and not self._after_quote(i)):
            after = phrase_after(self.tokens, i + 1)
            if after is not None and (self._after_quote(i) or self._word(i - 1) == ","):
                content, quoted = self._content(i, kind, quote, after, False)
                if content:
                    return self._claim(after, content, quoted)
        return None

    def _quoted_as(self, i: int, group: int) -> Claim | None:
        """'Reuters quoted the minister as saying that …'."""
        verb = next(
            (
                k
                for k in range(group - 2, -1, -1)
                if self.low[k] in ("quoted", "quotes", "cited", "quoting", "citing", "cites")
            ),
            None,
        )
        span = phrase_after(self.tokens, verb + 1) if verb is not None else None
        if span is None:
            return None
        return self._claim((span[0], min(span[1], group - 1)), [(self.tokens[i].char_end, self.tokens[-1].char_end)])

    def _content(
        self, i: int, kind: str, quote: Quotation | None, speaker: tuple[int, int], ambiguous: bool
    ) -> tuple[list[tuple[int, int]], bool]:
        """Spans said with the verb at `i`, and whether they are quoted."""
        verb = self.tokens[i]
        first, last = speaker
        own_start, own_end = (
            min(self.tokens[first].char_start, verb.char_start),
            max(self.tokens[last - 1].char_end, verb.char_end),
        )
        quotes = [q for q in self.inside if not (q.char_start <= verb.char_start < q.char_end)]
        if quote is None and quotes and kind != "deny":
            spans = [(q.char_start, q.char_end) for q in quotes if self._belongs(q, own_start, own_end)]
            if spans and any(
                end - start >= _LONG_QUOTE or start == self.sentence.char_start + 1 for start, end in spans
            ):
                rest = self._clause(i, kind, ambiguous, first) if last <= i else []
                return [*spans, *rest], True
        if kind == "quote":
            return [], False
        if last <= i and self._word(first - 1) == ",":
            close = next((k for k in range(i + 1, min(i + 16, len(self.tokens) - 1)) if self.low[k] == ","), None)
            if close is not None and self.low[close + 1] in AUXILIARIES and "that" not in self.low[i:close]:
                return self._around(first, close - 1), quote is not None  # "Sudan, the delegate recalled later, had armed"
        leading = self._leading(first if last <= i else i, i, last)
        if leading and last <= i and self._word(i + 1) not in ("that", ":") and not self._parenthesis_ahead(i):
            head = leading[0]
            if self._has_clause_between(*head):
                return leading, quote is not None
        spans = self._clause(i, kind, ambiguous, first) if last <= i else []
        if spans:
            return spans, quote is not None
        return leading, quote is not None

    def _parenthesis_ahead(self, i: int) -> bool:
        """'…, it said, had crossed': the sentence goes on after the verb of speech."""
        return self._word(i + 1) == "," and self._word(i + 2) in AUXILIARIES

    def _has_clause_between(self, start: int, end: int) -> bool:
        words = [t.lower for t in self.tokens if start <= t.char_start < end]
        return (
            len(words) > 2
            and any(w in AUXILIARIES or w.endswith("ed") or w in _PASTS or w.endswith("s") for w in words[1:])
            and words[0] not in _OPENERS
        )

    def _belongs(self, quotation: Quotation, own_start: int, own_end: int) -> bool:
        """Whether a quotation of this sentence is the verb's: no other speech verb stands between."""
        low, high = (
            (quotation.char_end, own_start) if quotation.char_end <= own_start else (own_end, quotation.char_start)
        )
        between = [t.lower for t in self.tokens if low <= t.char_start < high]
        return not any(word in SPEECH and word not in AMBIGUOUS for word in between) and ";" not in between

    def _clause(self, i: int, kind: str, ambiguous: bool, first: int) -> list[tuple[int, int]]:
        """'… said (on Monday) (that) X': from the verb to the end of what hangs on it."""
        after = self.low[i + 1 : i + 1 + _REACH]
        aside = after[:1] == [","] and any(
            word == "that" and self._leads_to_that(after[:k]) for k, word in enumerate(after)
        )
        if not after or (after[0] in (".", ";", ",") and not aside):
            parenthetical = after[:1] == [","] and self._is_parenthesis(first)
            return self._around(first, i) if parenthetical else []
        stop = next(
            (
                k
                for k in range(i + 1, len(self.tokens))
                if self.low[k] == ";" or (self.low[k] in _QUOTES and k + 1 == len(self.tokens))
            ),
            len(self.tokens),
        )
        end = self.tokens[stop - 1].char_end
        cut = self._said_at_end(i)
        if cut:
            end = self.tokens[cut - 1].char_end
        if self._word(first - 1) in ("although", "though", "while", "if", "when", "as", "whereas") and first <= 2:
            comma = next((k for k in range(i + 1, len(self.tokens)) if self.low[k] == ","), None)
            end = self.tokens[comma - 1].char_end if comma is not None else end
        that = next((k for k, word in enumerate(after) if word == "that" and self._leads_to_that(after[:k])), None)
        if kind == "tell":
            k = that if that is not None else 1
            return [(self.tokens[i + 1 + k].char_start, end)] if i + 1 + k < len(self.tokens) and len(after) > 2 else []
        if kind == "with":
            link = next((k for k, word in enumerate(after) if word == "with"), None)
            return [(self.tokens[i + 1 + link].char_start, end)] if link is not None else []
        if kind == "of":
            link = next((k for k, word in enumerate(after) if word in ("of", "for", ":")), None)
            return [(self.tokens[i + 1 + link].char_start, end)] if link is not None else []
        if kind == "deny":
            return [(self.tokens[i + 1].char_start, end)]
        colon = next((k for k, word in enumerate(after) if word == ":"), None)
        if that is not None:
            return [(self.tokens[i + 1 + that].char_start, end)]
        if colon is not None and colon < 10:
            return [(self.tokens[i + 1 + colon].char_start, end)]
        if ambiguous or kind == "that" or after[0] in ("so", "nothing", "yes", "no", "little", "goodbye"):
            return []
        if after[0] in _QUOTES:
            return [(self.tokens[i + 1].char_start, end)]
        return [(self.tokens[i + 1].char_start, end)] if self._has_clause(i + 1) else []

    def _said_at_end(self, i: int) -> int:
        """Position of the comma before "the minister said." that closes the sentence, 0 for none."""
        last = len(self.tokens) - 1
        while last > i and not self.tokens[last].text[:1].isalpha():
            last -= 1
        if last - i < 4 or SPEECH.get(self.low[last]) not in ("plain", "that"):
            return 0
        return next((k for k in range(last - 1, max(i, last - 14), -1) if self.low[k] == ","), 0)

    def _leads_to_that(self, words: Sequence[str]) -> bool:
        """Whether only a hearer, a time or an aside stands between the verb and its "that"."""
        if ";" in words or "." in words:
            return False
        commas = sum(word == "," for word in words)
        if commas == 2 and words[0] == "," and words[-1] == ",":
            return True
        return not commas and not any(
            word in AUXILIARIES or (word.endswith("ed") and word not in ("united",)) or word in _PASTS for word in words
        )

    def _has_clause(self, start: int) -> bool:
        """Whether a verb follows: "said it would", not "announced the plan"."""
        words = self.low[start : start + 25]
        return any(word in AUXILIARIES or word.endswith(("ed", "ing")) or word in _PASTS for word in words)

    def _leading(self, speaker: int, verb: int, last: int) -> list[tuple[int, int]]:
        """'X did Y, the ministry said': the words before the comma."""
        k = speaker - 1
        if k > 0 and self.low[k] in _QUOTES:
            k -= 1
        if (
            k <= 0
            or self.low[k] not in (",", "–", "—", "?", "!")
            and not (self.low[k] in ("so", "as") and self.low[k - 1] in (",", "or"))
        ):
            return []
        start = self.tokens[0].char_start
        for j in range(k - 1, 0, -1):
            if self.low[j] == ";":
                start = self.tokens[j + 1].char_start
                break
        spans = [(start, self.tokens[k].char_start)]
        tail = max(verb + 1, last)
        if (
            tail < len(self.tokens)
            and self.low[tail] == ","
            and tail + 2 < len(self.tokens)
            and self.low[tail + 1] not in ("adding", "but", "although", "who", "which", "citing")
        ):
            spans.append((self.tokens[tail + 1].char_start, self.tokens[-1].char_end))
        return spans

    def _is_parenthesis(self, first: int) -> bool:
        return first >= 2 and self.low[first - 1] == ","

    def _around(self, first: int, verb: int) -> list[tuple[int, int]]:
        """'Seoul, it said, had crossed …': both sides of a parenthesis."""
        low = next(
            (self.tokens[j + 1].char_start for j in range(first - 2, -1, -1) if self.low[j] in (";", ":")),
            self.tokens[0].char_start,
        )
        return [(low, self.tokens[first - 1].char_start), (self.tokens[verb + 1].char_end, self.tokens[-1].char_end)]

    # frames

    def _frame(self, i: int) -> Claim | None:
        rest = " ".join(self.low[i : i + 5])
        if rest.startswith("by its own") or rest.startswith("by his own") or rest.startswith("by their own"):
            span = phrase_after(self.tokens, i + 4 + (self._word(i + 4) == ","))
            return self._claim(span, self._whole(i)) if span is not None else None
        frame = next((f for f in FRAMES if rest.startswith(f + " ")), None)
        if frame is None:
            return None
        span = phrase_after(self.tokens, i + len(frame.split()))
        return self._claim(span, self._whole(i)) if span is not None else None

    def _whole(self, i: int) -> list[tuple[int, int]]:
        """The sentence, or the part of it between semicolons, that holds token `i`."""
        low = max((j for j in range(i) if self.low[j] == ";"), default=-1)
        high = next((j for j in range(i, len(self.tokens)) if self.low[j] == ";"), len(self.tokens))
        return [(self.tokens[low + 1].char_start, self.tokens[high - 1].char_end)]

    # small questions

    def _claim(self, span: tuple[int, int], content: list[tuple[int, int]], quoted: bool = False) -> Claim:
        start, end = self.tokens[span[0]].char_start, self.tokens[span[1] - 1].char_end
        offset = self.sentence.char_start
        text = self.sentence.text[start - offset : end - offset]
        opening = ""
        if text.lower() in PRONOUNS:
            opening = (self.opens_with() if span[0] > 2 else "") or self.opening
        return Claim(start, end, text, tuple(content), quoted, opening=opening)

    def _main_subject(self, i: int, anyone: bool = True) -> tuple[int, int] | None:
        """'the president said, adding that …': the subject of the verb before."""
        for j in range(i - 1, 0, -1):
            if self.low[j] in SPEECH and self.low[j] not in AMBIGUOUS:
                return phrase_before(self.tokens, j) or phrase_after(self.tokens, j + 1)
        return phrase_after(self.tokens, 0) if anyone else None

    def _is_passive(self, group: int, i: int) -> bool:
        words = set(self.low[group:i])
        return bool(words & BE) and not self.low[i].endswith("ing") and self.low[i] not in ("said,",)

    def _by_agent(self, i: int, quote: Quotation | None) -> Claim | None:
        """'was told by the ministry that …', 'were accused by Delhi of …'."""
        for k in range(i + 1, min(i + 8, len(self.tokens))):
            if self.low[k] == "by":
                span = phrase_after(self.tokens, k + 1)
                if span is not None and self._word(span[1]) in ("that", "of", "for", "to"):
                    return self._claim(
                        span, [(self.tokens[span[1]].char_start, self.tokens[-1].char_end)], quote is not None
                    )
        return None

    def _after_quote(self, i: int) -> bool:
        return i > 0 and (
            self.low[i - 1] in _QUOTES or (i > 1 and self.low[i - 1] in (",", "?", "!") and self.low[i - 2] in _QUOTES)
        )

    def _quote_at(self, position: int) -> Quotation | None:
        return next(
            (
                q
                for q in self.inside
                if q.char_start <= position < q.char_end and q.char_end - q.char_start >= _LONG_QUOTE
            ),
            None,
        )

    def _word(self, i: int) -> str:
        return self.low[i] if 0 <= i < len(self.low) else ""


_PASTS = frozenset(
    "came went took gave made saw knew got put let sent kept held lost left met paid sat stood spoke struck threw won bought brought built caught "
    "chose drew fell felt fought found flew hid hit led lay meant ran rose sold set shook shot shut spent split spread thought began became broke "
    "cut beat withdrew fed lent".split()
)
_OPENERS = frozenset(
    "in on at by from after before during since when while although though if as asked speaking according despite with without for to under".split()
)
__all__ = ["PRONOUNS", "find_claims"]
