"""The trained coder: every ordered pair of actors of a sentence judged by the network, those with an act made events."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import permutations

from detente.extract.attribution import speaker_at
from detente.extract.build import build_event
from detente.extract.coder import LexicalCoder
from detente.extract.flags import Flags
from detente.extract.parties import Party, within
from detente.extract.trained.compatriots import with_states
from detente.extract.trained.judging import mode_of
from detente.extract.trained.scoring import FLAGS, PairScores, Span, scorer
from detente.extract.view import SentenceView
from detente.extract.when import Calendar
from detente.lexicon.triggers import TriggerLexicon, trigger_lexicon
from detente.schema.event import Event
from detente.schema.mention import Mention
from detente.schema.protocols import Coded, Note, Parsed
from detente.schema.sentence import Sentence

# Least probability of an event at which it is coded, and at which a second type of the same pair is.
MIN_PROBABILITY = 0.9
MIN_BESIDE_PATTERN = 0.02  # where the lexical coder finds an event too
_MIN_SECOND = 0.35
_MIN_CONFIDENCE = 0.5  # of the act with its parties
_MOST_MENTIONS = 9  # of one sentence, the first
# Types that may stand without a recipient, and those in which the members of a group act on each other.
_ALONE = frozenset({"MOBILIZE", "PROTEST", "COERCE", "ASSAULT", "RETREAT"})
_MUTUAL = frozenset({"CONSULT", "COOPERATE", "AGREE", "SUPPORT", "ASSAULT", "REJECT"})
# Types that actors of one list may do to each other.
_TOGETHER = frozenset({"CONSULT", "COOPERATE", "AGREE", "SUPPORT"})
_PAST_CUES = frozenset({"formerly", "historically", "once"})


@dataclass(frozen=True, slots=True)
class Told:
    """What was judged of one pair: type, mode, flags and why."""

    event_type: str
    mode: str
    flags: Flags
    historical: bool
    kind: str
    probability: float
    trigger: Span
    rule: str


_Key = tuple[str, str, str, str]  # actor, recipient, type, sides


class TrainedCoder:
    """Codes with the shipped network; modes and dates come from the lexicon and the text.

    Args:
        lexicon: triggers that tell modes; the shipped ones by default.
    """

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
                found = self._sentence(parsed, sentence, here, before, calendar, patterns[sentence.sentence_index])
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
    ) -> list[Event]:
        """Events of one sentence, each (actor, recipient, type) once, the surest mention of each.

        Args:
            patterns: events that the lexical coder found in it: kept where the network sees none but does not rule it out.
        """
        best: dict[_Key, tuple[Told, Party, Party | None]] = {}
        likely: dict[tuple[str, str], float] = {}
        for one, two, scores in self._scored(sentence, mentions):
            probability = float(1 - scores.types[-1])
            for actor, recipient in _parties(one, two):
                key = _codes(actor, recipient)
                likely[key] = max(likely.get(key, 0.0), probability)
            listed = two is not None and one.coordination > 0 and one.coordination == two.coordination
            for told in self._told(scores):
                if listed and told.event_type not in _TOGETHER:
                    continue  # "Thai and Lao ships fired": not at each other
                if two is None and len(one.actors) > 1 and told.event_type not in _MUTUAL:
                    continue
                if two is None and len(one.actors) == 1 and told.event_type not in _ALONE:
                    continue
                for actor, recipient in _parties(one, two):
                    key = (*_codes(actor, recipient), told.event_type, _sides(actor, recipient))
                    if key not in best or best[key][0].probability < told.probability:
                        best[key] = (told, actor, recipient)
        doing = {(key[0], key[2]) for key in best if key[1]}
        kept = [found for key, found in best.items() if key[1] or (key[0], key[2]) not in doing]
        kept.sort(key=lambda found: (found[0].trigger, found[1][1].code))
        view = SentenceView(sentence, mentions, self.lexicon)
        events = [
            replace(event, rule=f"{event.rule}; network {likely.get(_pair(event), 0.0):.2f}")
            for event in patterns
            if likely.get(_pair(event), 1.0) >= MIN_BESIDE_PATTERN
        ]
        told_of = {_pair(event) for event in events}
        for told, one, two in kept:
            sure = (
                told.kind == "act"
                and told.probability >= MIN_PROBABILITY
                and _confidence(told, one, two) >= _MIN_CONFIDENCE
            )
            if (
                sure
                and _codes(one, two) not in told_of
                and not _contradicts(told, one, two, sentence.char_start, events)
            ):
                events.append(self._event(parsed, view, told, one, two, before, calendar))
        return sorted(events, key=lambda event: (event.char_start, event.actor, event.recipient))

    def _scored(
        self, sentence: Sentence, mentions: Sequence[Mention]
    ) -> Iterator[tuple[Mention, Mention | None, PairScores]]:
        """Ordered pairs of mentions, and each mention alone, with their scores."""
        some = mentions[:_MOST_MENTIONS]
        doers = [m for m in some if m.usage != "place"]
        pairs: list[tuple[Mention, Mention | None]] = [
            (one, two)
            for one in doers
            for two in (*some, None)
            if one is not two and (two is None or not _same(one, two))
        ]
        offset = sentence.char_start
        spans = [(_span(one, offset), None if two is None else _span(two, offset)) for one, two in pairs]
        for (one, two), scores in zip(pairs, self._scorer.score(sentence.text, spans), strict=True):
            if scores is not None:
                yield one, two, scores

    def _told(self, scores: PairScores) -> Iterator[Told]:
        """The types that the scores give a pair: the likeliest, and a second one when it is likely too."""
        shares = scores.types[:-1]
        if 1 - scores.types[-1] < 0.5:
            return
        order = shares.argsort()[::-1]
        others = ", ".join(f"{self.types[k]} {shares[k]:.2f}" for k in order[1:3])
        for rank, k in enumerate(order[:2]):
            if rank and shares[k] < _MIN_SECOND:
                return
            flags = dict(zip(FLAGS, scores.flags > 0.5, strict=True))
            yield Told(
                self.types[k],
                "",
                Flags(bool(flags["negated"]), bool(flags["hypothetical"]), bool(flags["future"])),
                bool(flags["historical"]),
                "condition" if scores.condition > 0.5 else "act",
                float(1 - scores.types[-1]) if not rank else float(shares[k]),
                scores.trigger,
                f"{self.types[k]} {shares[k]:.2f}; next {others}; none {scores.types[-1]:.2f}",
            )

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
        confidence = _confidence(told, actor, recipient)
        act = Told(told.event_type, mode, told.flags, historical, told.kind, confidence, told.trigger, told.rule)
        speaker = speaker_at(start, parsed.claims)
        return build_event(view, act, actor, recipient, (start, end), told.kind, when, historical, speaker, confidence,
                           self.name, parsed)  # fmt: skip


def _parties(one: Mention, two: Mention | None) -> Iterator[tuple[Party, Party | None]]:
    """Ordered pairs of single actors; of a group alone its members with each other."""
    actors = _members(one)
    if two is not None:
        yield from ((a, b) for a in actors for b in _members(two) if not within(a, b))
    elif len(actors) > 1:
        yield from ((a, b) for a, b in permutations(actors, 2) if not within(a, b))
    else:
        yield actors[0], None


def _pair(event: Event) -> tuple[str, str]:
    return event.actor + event.actor_organisation, event.recipient + event.recipient_organisation


def _codes(actor: Party, recipient: Party | None) -> tuple[str, str]:
    """Who does it and to whom: codes with the organisation where there is one."""
    there = recipient[1] if recipient is not None else None
    return actor[1].code + actor[1].organisation, "" if there is None else there.code + there.organisation


def _sides(actor: Party, recipient: Party | None) -> str:
    """Of two sides of one state their sectors, else ""."""
    if recipient is None or recipient[1].code != actor[1].code:
        return ""
    return f"{actor[1].sector}>{recipient[1].sector}"


def _members(mention: Mention) -> list[Party]:
    return [
        (mention, actor, mention.antecedents[number] if number < len(mention.antecedents) else None)
        for number, actor in enumerate(mention.actors)
        if actor.code
    ]


def _same(one: Mention, two: Mention) -> bool:
    """Whether every actor of one mention is the other's too, in the same capacity."""
    return all(within(a, b) for a in _members(one) for b in _members(two))


def _span(mention: Mention, offset: int) -> Span:
    return mention.char_start - offset, mention.char_end - offset


def _contradicts(told: Told, one: Party, two: Party | None, offset: int, events: Sequence[Event]) -> bool:
    """Whether a pattern reads the same words otherwise: the other way round, or done by another who is not listed with it."""
    start, end = (offset + at for at in told.trigger)
    actor, recipient = _codes(one, two)
    listed = one[0].coordination > 0
    for event in events:
        if not (start < event.char_end and event.char_start < end):
            continue
        doer, there = _pair(event)
        if (doer, there) == (recipient, actor) and told.event_type not in _TOGETHER:
            return True
        if there == recipient and there and doer != actor and not listed:
            return True
    return False


def _confidence(told: Told, actor: Party, recipient: Party | None) -> float:
    """Probability of the act times the confidence of the mentions that stand for its parties."""
    return told.probability * actor[0].confidence * (recipient[0].confidence if recipient is not None else 1.0)


def _overlaps(note: Note, event: Event) -> bool:
    return note.char_start < event.char_end and event.char_start < note.char_end


def _note(sentence: Sentence, reason: str) -> Note:
    return Note(sentence.sentence_index, sentence.char_start, sentence.char_end, sentence.text, reason)
