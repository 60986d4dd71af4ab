"""The date of an act: the expression nearest in its clause, else the sentence before, else the publication."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from detente.schema.protocols import DateSpan, Parsed
from detente.schema.sentence import Sentence

_YEAR = timedelta(days=365)
_BREAKS = ("; ", " that ", " who ", " which ", " when ", ", while ", " but ")


@dataclass(frozen=True, slots=True)
class When:
    """Half-open interval of an act and where it comes from."""

    date_start: date | None
    date_end: date | None
    basis: str


class Calendar:
    """Dates of one document, asked for by position."""

    def __init__(self, parsed: Parsed) -> None:
        # the last day of the calendar is how some sources write 'unknown', and no day comes after it
        self.published = None if parsed.document.published == date.max else parsed.document.published
        self.dates = parsed.dates
        self._starts = [span.char_start for span in parsed.dates]
        plain = [
            span.date_start
            for span in parsed.dates
            if span.granularity in ("day", "month") and span.basis in ("explicit", "relative_text")
        ]
        self.latest = max(plain, default=None)

    def when(self, sentence: Sentence, char_start: int, before: Sentence | None, past: bool) -> When:
        """Date of an act whose trigger begins at `char_start`.

        Args:
            before: the sentence before in the same paragraph, or None.
            past: whether the act is told in the past tense (only then a date is inherited).
        """
        inside = [span for span in self._within(sentence) if self._belongs(span, sentence, char_start)]
        if inside:
            span = min(inside, key=lambda span: abs(span.char_start - char_start))
            return When(span.date_start, span.date_end, span.basis)
        if before is not None and past:
            told = [
                span
                for span in self._within(before)
                if span.basis in ("explicit", "relative_text", "relative_publication")
            ]
            told = [span for span in told if self._belongs(span, before, span.char_start)]
            if told and self._is_story(told[-1]):
                return When(told[-1].date_start, told[-1].date_end, "inherited")
        if self.published is not None:
            return When(self.published, self.published + timedelta(days=1), "publication")
        return When(None, None, "none")

    def said(self, when: When) -> When:
        """For a promise, a threat or a request about a day to come: the day it was made."""
        if self.published is None or when.date_start is None or when.date_start <= self.published:
            return when
        return When(self.published, self.published + timedelta(days=1), "publication")

    def is_historical(self, when: When, told_as_past: bool) -> bool:
        """Ended over 365 days before publication (or, without one, before the latest dated act of the text)."""
        anchor = self.published or self.latest
        if when.date_end is None or when.basis == "publication":
            return told_as_past
        if anchor is None:
            # a text without any day of its own: a closed year of the past is background
            return (
                told_as_past or when.date_end - (when.date_start or when.date_end) > _YEAR or when.date_end.year < 2000
            )
        return anchor - when.date_end > _YEAR

    def _within(self, sentence: Sentence) -> Sequence[DateSpan]:
        return self.dates[bisect_left(self._starts, sentence.char_start) : bisect_left(self._starts, sentence.char_end)]

    def _is_story(self, span: DateSpan) -> bool:
        """Only the past is carried on from sentence to sentence: the year of a treaty told in passing is not."""
        anchor = self.published or self.latest
        return (
            span.granularity in ("day", "month")
            or (anchor is not None and anchor - span.date_end > _YEAR)
            or anchor is None
        )

    def _belongs(self, span: DateSpan, sentence: Sentence, char_start: int) -> bool:
        """Not the date of another clause ("which it had awarded in 2016"), of a noun ("a law of 2013") or a limit."""
        lead = sentence.text[
            max(0, span.char_start - sentence.char_start - 7) : span.char_end - sentence.char_start
        ].lower()
        if any(f"{word} " in lead for word in ("since", "until", "before", "by")):
            return False
        if " of " in f" {lead}" and not 0 <= span.char_start - char_start <= 30 and span.granularity == "year":
            return False
        low, high = sorted((span.char_start, char_start))
        between = sentence.text[low - sentence.char_start : high - sentence.char_start]
        return not any(mark in between for mark in _BREAKS)
