"""One document to its events; what the library, `explain`, the pipeline and any cluster engine call."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from datetime import date

from detente.lexicon.gazetteer import Gazetteer
from detente.parse.claims import find_claims
from detente.parse.dates import find_dates
from detente.parse.mentions import find_mentions
from detente.parse.quotations import find_quotations
from detente.parse.sentences import split_sentences
from detente.resolve.actors import resolve_names, unresolved_of
from detente.resolve.anaphora import resolve_anaphors
from detente.resolve.bounds import with_bounds
from detente.resolve.dates import anchor_dates
from detente.resolve.speakers import resolve_speakers
from detente.resolve.speech_persons import resolve_speech_persons
from detente.schema.document import Document
from detente.schema.mention import Mention, Unresolved
from detente.schema.protocols import Coded, DateSpan, EventCoder, Parsed
from detente.schema.sentence import Sentence


@dataclass(frozen=True, slots=True)
class CodedDocument:
    """Everything that was found in one document, and what was not resolved or coded."""

    parsed: Parsed
    coded: Coded
    unresolved: tuple[Unresolved, ...]


def code_document(document: Document, coder: EventCoder | None = None, names: Gazetteer | None = None) -> CodedDocument:
    """Codes one document: sentences, mentions, actors at their date, events with evidence.

    Args:
        coder: the trained one by default.
        names: names of actors; the shipped ones by default.
    """
    parsed = parse_document(document, names)
    if coder is None:
        from detente.extract.trained.coder import TrainedCoder

        coder = TrainedCoder()
    unresolved = tuple(_unresolved(parsed))
    return CodedDocument(parsed, coder(parsed), unresolved)


def parse_document(document: Document, names: Gazetteer | None = None, *, network: bool = True) -> Parsed:
    """The stages before the coder: sentences, quotations, dates, mentions with their actors.

    Args:
        names: names of actors; the shipped ones by default.
        network: whether references are ranked with the network, or by features alone.
    """
    sentences = split_sentences(document)
    expressions = find_dates(document.text)
    dates = anchor_dates(expressions, document.published)
    document = with_bounds(document, expressions, dates)
    raw: list[Mention] = [mention for sentence in sentences for mention in find_mentions(sentence, names)]
    on = document.published or _latest(dates)
    named = resolve_names(raw, on, _sentence_dates(sentences, dates), names)
    mentions = resolve_anaphors(named, sentences, document.text if network else None)
    quotations = find_quotations(document.text)
    claims = resolve_speakers(find_claims(sentences, quotations), mentions, sentences, on, names)
    mentions = resolve_speech_persons(mentions, claims, sentences)
    return Parsed(document, tuple(sentences), tuple(mentions), tuple(quotations), tuple(dates), tuple(claims))


def _latest(dates: list[DateSpan]) -> date | None:
    days = [span.date_start for span in dates if span.basis == "explicit" and span.granularity in ("day", "month")]
    return max(days) if days else None


def _sentence_dates(sentences: list[Sentence], dates: list[DateSpan]) -> dict[int, date]:
    """The day at which each sentence with one plain date of its own is read."""
    found: dict[int, date] = {}
    plain = [span for span in dates if span.granularity in ("day", "month", "year")]
    starts = [span.char_start for span in plain]
    for sentence in sentences:
        inside = plain[bisect_left(starts, sentence.char_start) : bisect_left(starts, sentence.char_end)]
        if len({span.date_start for span in inside}) == 1:
            found[sentence.sentence_index] = inside[0].date_start
    return found


def _unresolved(parsed: Parsed) -> list[Unresolved]:
    texts = {sentence.sentence_index: sentence.text for sentence in parsed.sentences}
    return [
        Unresolved(
            mention.text, mention.why, mention.document_id, mention.sentence_index, texts[mention.sentence_index]
        )
        for mention in unresolved_of(parsed.mentions)
    ]
