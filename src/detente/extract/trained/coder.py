"""The trained coder: every ordered pair of actors of a sentence judged by the network, those with an act made events."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from detente.extract.attribution import speaker_at
from detente.extract.build import build_event
from detente.extract.coder import LexicalCoder
from detente.extract.parties import Party
from detente.extract.trained.beyond import pairs_beyond, told_beyond
from detente.extract.trained.compatriots import with_states
from detente.extract.trained.found import Found
from detente.extract.trained.fusion import contradicts, is_fuller, is_of_owner, is_read, reread
from detente.extract.trained.judging import mode_of
from detente.extract.trained.pairs import are_same, parties_of, span_in
from detente.extract.trained.scoring import PairScores, scorer
from detente.extract.trained.told import Told, confidence_of
from detente.extract.view import SentenceView
from detente.extract.when import Calendar
from detente.lexicon.triggers import TriggerLexicon, trigger_lexicon
from detente.schema.event import Event
from detente.schema.mention import Mention
from detente.schema.protocols import Coded, Note, Parsed
from detente.schema.sentence import Sentence

# Least probability of an event at which it is coded, and least share of its type: of acts, and of standing conditions.
MIN_PROBABILITY, MIN_SHARE, CONDITION_SHARE = 0.8, 0.6, 0.9
MIN_BESIDE_PATTERN = 0.05  # least probability of an event that a pattern finds
_GATE = 0.04  # least probability of an event at which the network reads an actor's pairs to the end
_MIN_CONFIDENCE = 0.5  # of the act with its parties
_MOST_MENTIONS = 9  # of one sentence, the first
_PAST_CUES = frozenset({"formerly", "historically", "once"})


class TrainedCoder:
    """Codes with the shipped network; modes and dates come from the lexicon and the text.

    Args:
        lexicon: triggers that tell modes; the shipped ones by default.
    """

    is_thread_safe = True

    def __init__(self, lexicon: TriggerLexicon | None = None) -> None:
        self.lexicon = lexicon or trigger_lexicon()
        self._lexical = LexicalCoder(self.lexicon)
        self._scorer = scorer()
        self.types = self._scorer.weights.types

    @property
    def name(self) -> str:
        """`trained/` and the version of the weights."""
        return f"trained/{self._scorer.weights.version}"

    def __call__(self, parsed: Parsed) -> Coded:
        """Events of a document in order of its sentences, and a note for what was seen and not coded."""
        calendar = Calendar(parsed)
        patterns: defaultdict[int, list[Event]] = defaultdict(list)
        read = self._lexical(parsed)
        for event in read.events:
            patterns[event.sentence_index].append(event)
        mentions: defaultdict[int, list[Mention]] = defaultdict(list)
        for mention in with_states(parsed.mentions):
            if mention.usage != "attribute" and any(actor.code for actor in mention.actors):
                mentions[mention.sentence_index].append(mention)
        events: list[Event] = []
        notes: list[Note] = []
        before: Sentence | None = None
        for sentence in parsed.sentences:
            if before is not None and before.paragraph_index != sentence.paragraph_index:
                before = None
            here = mentions[sentence.sentence_index]
            if here and not (sentence.is_heading and len(parsed.sentences) > 1):
                earlier = mentions[before.sentence_index] if before is not None else []
                read_here = patterns[sentence.sentence_index]
                found = self._sentence(parsed, sentence, here, before, calendar, read_here, earlier)
                events += found
                if not found:
                    notes.append(_note(sentence, "no pair of its actors does anything to each other"))
            else:
                events += patterns[sentence.sentence_index]
            before = sentence
        told = {note.sentence_index for note in read.notes}
        notes = [note for note in notes if note.sentence_index not in told]
        notes += [note for note in read.notes if not any(_overlaps(note, event) for event in events)]
        return Coded(tuple(events), tuple(sorted(notes, key=lambda note: (note.sentence_index, note.char_start))))

    def _sentence(
        self,
        parsed: Parsed,
        sentence: Sentence,
        mentions: Sequence[Mention],
        before: Sentence | None,
        calendar: Calendar,
        patterns: Sequence[Event],
        earlier: Sequence[Mention],
    ) -> list[Event]:
        """Events of one sentence, each (actor, recipient, type) once, the surest mention of each.

        Args:
            earlier: mentions of the sentence before, in the same paragraph.
            patterns: events that the lexical coder found in it: kept where the network sees none but does not rule it out.
        """
        found = Found(self.types)
        for one, two, scores in self._scored(sentence, mentions):
            found.add(one, two, scores)
        pairs = pairs_beyond(mentions, earlier, found.busy()) if before is not None else []
        if before is not None and pairs:
            text = parsed.document.text
            for told, one, two in told_beyond(pairs, before, sentence, text, self._scorer, self.types):
                for actor, recipient in parties_of(one, two):
                    found.take(told, actor, recipient)
        view = SentenceView(sentence, mentions, self.lexicon)
        events = []
        for event in patterns:
            scores = found.scores_of(event)
            if any(f"'{text}'" in event.rule for text in self.lexicon.own):
                events.append(event)  # what a user's own trigger says stands
            elif scores is None:
                events.append(replace(event, rule=f"{event.rule}; network not asked"))
            elif found.chance_of(event) >= MIN_BESIDE_PATTERN:
                events.append(reread(event, scores, sentence.char_start, self.types))
        read = list(events)
        for told, one, two in found.acts():
            sure = (
                told.probability >= MIN_PROBABILITY
                and told.share >= (MIN_SHARE if told.kind == "act" else CONDITION_SHARE)
                and confidence_of(told, one, two) >= _MIN_CONFIDENCE
            )
            if (
                sure
                and not is_of_owner(told, one, two, sentence.char_start)
                and not is_read(told, one, two, sentence.char_start, read)
                and not contradicts(told, one, two, sentence.char_start, events)
            ):
                event = self._event(parsed, view, told, one, two, before, calendar)
                events = [other for other in events if not is_fuller(event, other)]
                events.append(event)
        return sorted(events, key=lambda event: (event.char_start, event.actor, event.recipient))

    def _scored(
        self, sentence: Sentence, mentions: Sequence[Mention]
    ) -> Iterator[tuple[Mention, Mention | None, PairScores]]:
        """Ordered pairs of mentions, and each mention alone, with their scores."""
        if len(mentions) == 1 and len(mentions[0].actors) == 1:
            return  # nobody beside it to do it to: what the patterns find stands
        some = mentions[:_MOST_MENTIONS]
        doers = [m for m in some if m.usage != "place"]
        pairs: list[tuple[Mention, Mention | None]] = [
            (one, two)
            for one in doers
            for two in (*some, None)
            if one is not two and (two is None or not are_same(one, two))
        ]
        offset = sentence.char_start
        spans = [(span_in(one, offset), None if two is None else span_in(two, offset)) for one, two in pairs]
        for (one, two), scores in zip(pairs, self._scorer.score(sentence.text, spans, _GATE), strict=True):
            if scores is not None:
                yield one, two, scores

    def _event(
        self,
        parsed: Parsed,
        view: SentenceView,
        told: Told,
        actor: Party,
        recipient: Party | None,
        before: Sentence | None,
        calendar: Calendar,
    ) -> Event:
        sentence = view.sentence
        start, end = (sentence.char_start + at for at in told.trigger)
        past = told.kind == "act" and not (told.flags.future or told.flags.hypothetical)
        when = calendar.when(sentence, start, before, past)
        if told.event_type in ("AGREE", "THREATEN", "REQUEST", "REJECT"):
            when = calendar.said(when)
        told_past = told.historical or bool(_PAST_CUES & set(view.words))
        historical = calendar.is_historical(when, told_past)
        mode = mode_of(view, told.event_type, (start, end), self.lexicon)
        confidence = confidence_of(told, actor, recipient)
        act = Told(
            told.event_type, mode, told.flags, historical, told.kind, confidence, told.share, told.trigger, told.rule
        )
        speaker = speaker_at(start, parsed.claims)
        return build_event(view, act, actor, recipient, (start, end), told.kind, when, historical, speaker, confidence,
                           self.name, parsed)  # fmt: skip


def _overlaps(note: Note, event: Event) -> bool:
    return note.char_start < event.char_end and event.char_start < note.char_end


def _note(sentence: Sentence, reason: str) -> Note:
    return Note(sentence.sentence_index, sentence.char_start, sentence.char_end, sentence.text, reason)
