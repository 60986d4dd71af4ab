"""The lexical coder: triggers, operators and arguments to events, each with the rule that made it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from detente.extract.act import Act
from detente.extract.acts import read_act
from detente.extract.attribution import Speaker, speaker_at
from detente.extract.build import build_event, confidence_of, kind_of
from detente.extract.govern import governors
from detente.extract.match import Match, find_matches
from detente.extract.parties import pairs_of
from detente.extract.rulings import (
    carried_recipient,
    condemned_doer,
    is_crowd,
    joint_exercise,
    plain_enough,
    refusal_of_own,
    threat_of_own,
)
from detente.extract.view import SentenceView
from detente.extract.when import Calendar
from detente.lexicon.lemmas import PAST_FORMS
from detente.lexicon.triggers import Trigger, TriggerLexicon, trigger_lexicon
from detente.schema.event import Event
from detente.schema.mention import Actor, Mention
from detente.schema.protocols import Coded, Note, Parsed
from detente.schema.sentence import Sentence

MIN_CONFIDENCE = 0.3


MIN_WEAK = 0.4


_PAST_CUES = frozenset({"formerly", "historically", "once"})


# In such sentences "beat", "defeat", "strike" and the like are taken for sport.
_SPORTS = frozenset(
    "match goal goals penalties penalty final semi-final semifinal cup league tournament olympic olympics championship "
    "championships striker midfielder goalkeeper coach innings wicket stadium fixture halftime qualifier medal".split()
)


@dataclass(frozen=True, slots=True)
class LexicalCoder:
    """Codes by patterns of a lexicon that a user can read and edit.

    Attributes:
        lexicon: triggers and operators; the shipped ones by default.
    """

    lexicon: TriggerLexicon = field(default_factory=trigger_lexicon)
    name: str = "lexical/1"

    def __call__(self, parsed: Parsed) -> Coded:
        """Events of a document in order of their triggers, and a note for every trigger left uncoded."""
        calendar = Calendar(parsed)
        events: list[Event] = []
        notes: list[Note] = []
        before: Sentence | None = None
        single = len(parsed.sentences) == 1
        mentions: defaultdict[int, list[Mention]] = defaultdict(list)
        for mention in parsed.mentions:
            mentions[mention.sentence_index].append(mention)
        for sentence in parsed.sentences:
            if before is not None and before.paragraph_index != sentence.paragraph_index:
                before = None
            if sentence.is_heading and not single:
                notes.append(_note(sentence, 0, len(sentence.text), "a heading: the text below tells the act"))
            else:
                coded, left = self._sentence(
                    parsed, sentence, mentions[sentence.sentence_index], before, calendar, events
                )
                events += coded
                notes += left
            before = sentence
        return Coded(tuple(events), tuple(notes))

    def _sentence(self, parsed: Parsed, sentence: Sentence, mentions: Sequence[Mention], before: Sentence | None,
                  calendar: Calendar, earlier: list[Event]) -> tuple[list[Event], list[Note]]:  # fmt: skip
        view = SentenceView(sentence, mentions, self.lexicon)
        triggers, operators = find_matches(view, self.lexicon)
        taken = {i for t in triggers if t.pattern.pos == "v" and len(t.inner) > 1 for i in t.inner}
        operators = [o for o in operators if o.pattern.pos == "v" or o.start not in taken]
        events: list[Event] = []
        notes: list[Note] = []
        governed: dict[int, list[Match]] = {id(t): governors(view, t, operators) for t in triggers}
        consumed = _consumed(triggers, governed)
        game = bool(_SPORTS & set(view.words))
        for match in triggers:
            if game and match.pattern.weak:  # type: ignore[union-attr]
                notes.append(_match_note(view, match, "a report of sport"))
                continue
            if match.start in consumed and match.start != consumed[match.start]:
                continue
            act = read_act(view, match, governed[id(match)], operators)
            if isinstance(act, str):
                notes.append(_match_note(view, match, act))
                continue
            if not is_crowd(act):
                notes.append(_match_note(view, match, "a state or its officials do not protest in the streets"))
                continue
            act = condemned_doer(carried_recipient(act, events), _object_types(view, match, self.lexicon), earlier)
            found = list(_events(parsed, view, act, calendar, before, self.name))
            if found and not _repeats(sentence, events, found):
                events += found
            elif not found:
                notes.append(_match_note(view, match, _why_not(act)))
        return events, notes


def _object_types(view: SentenceView, match: Match, lexicon: TriggerLexicon) -> frozenset[str]:
    """Types of material conflict that the noun after a verb can stand for: "the invasion", "the launch"."""
    for j in range(match.end, min(match.end + 5, len(view.tokens))):
        if view.owner[j] is not None or view.word(j) in (",", ";", "that"):
            break
        types = {
            pattern.event_type
            for lemma in view.lemmas[j]
            for pattern in lexicon.by_first.get(lemma, ())
            if isinstance(pattern, Trigger) and pattern.pos == "n" and len(pattern.words) == 1
        }
        if types & _MATERIAL_CONFLICT:
            return frozenset(types & _MATERIAL_CONFLICT)
    return frozenset()


_MATERIAL_CONFLICT = frozenset({"ASSAULT", "MOBILIZE", "COERCE", "SANCTION"})


def _consumed(triggers: list[Match], governed: dict[int, list[Match]]) -> dict[int, int]:
    """Trigger positions that an operator over another act uses up ("agreed" in "agreed to lift")."""
    used: dict[int, int] = {}
    transparent = ("say", "report", "permit", "accuse", "believe", "perform")
    for match in triggers:
        for operator in governed[id(match)]:
            if operator.pattern.operator_class in transparent or operator.start == match.start:  # type: ignore[union-attr]
                continue
            for other in triggers:
                if other is not match and operator.start <= other.start < operator.end and other.start < match.start:
                    used[other.start] = match.start
    return used


def _events(parsed: Parsed, view: SentenceView, act: Act, calendar: Calendar, before: Sentence | None, coder: str
            ) -> Iterator[Event]:  # fmt: skip
    speaker = _speaker(view, act, parsed)
    act = joint_exercise(refusal_of_own(threat_of_own(act, speaker), speaker))
    pairs = pairs_of(act)
    if speaker.code and act.event_type == "AGREE" and any(pair[0][1].code == speaker.code for pair in pairs):
        pairs = [pair for pair in pairs if pair[0][1].code == speaker.code]  # only the speaker promises
    if not pairs:
        return
    kind = kind_of(act)
    past = act.verb is not None and _is_past(view, act.verb)
    char_start, char_end = view.tokens[act.start].char_start, view.tokens[act.end - 1].char_end
    when = calendar.when(view.sentence, char_start, before, past and kind == "act")
    told_past = bool(_PAST_CUES & set(view.words)) or ("used" in view.words and "to" in view.words)
    if act.event_type in ("AGREE", "THREATEN", "REQUEST", "REJECT"):
        when = calendar.said(when)
    historical = calendar.is_historical(when, told_past)
    for (a_mention, a, a_span), recipient in pairs:
        confidence = confidence_of(act, a_mention, recipient[0] if recipient else None)
        if confidence < (MIN_WEAK if act.trigger.weak else MIN_CONFIDENCE) or not plain_enough(act, recipient):
            continue
        yield build_event(view, act, (a_mention, a, a_span), recipient, (char_start, char_end), kind, when, historical, speaker,
                     confidence, coder, parsed)  # fmt: skip


def _is_past(view: SentenceView, verb: int) -> bool:
    """Simple past or past perfect, not 'has done' nor 'is done'."""
    group = set(view.auxiliaries(verb))
    if group & {"has", "have", "is", "are", "will", "would", "to"}:
        return False
    word = view.word(verb)
    return bool(group & {"had", "was", "were", "did"}) or word.endswith("ed") or word in PAST_FORMS


def _speaker(view: SentenceView, act: Act, parsed: Parsed) -> Speaker:
    if act.claimed_by is not None and act.claimed_by.mentions:
        mention = act.claimed_by.mentions[0]
        actor = mention.actors[0] if mention.actors else Actor("")
        return Speaker(mention.text, actor.code, actor.sector, False)
    return speaker_at(view.tokens[act.start].char_start, parsed.claims)


def _repeats(sentence: Sentence, events: list[Event], found: list[Event]) -> bool:
    """The same pair and type again from words inside one act: "clashed in a clash"."""
    keys = {(e.actor, e.recipient, e.event_type, e.modality) for e in found}
    for event in events:
        low, high = sorted((event.char_end, found[0].char_start))
        between = sentence.text[max(0, low - sentence.char_start) : max(0, high - sentence.char_start)]
        near = high - low <= 25 and "," not in between
        if near and (event.actor, event.recipient, event.event_type, event.modality) in keys:
            return True
    return False


def _why_not(act: Act) -> str:
    if act.actor is None or not any(mention.actors for mention in act.actor.mentions):
        return "no resolved actor does it"
    if not pairs_of(act):
        return (
            "no resolved recipient, and the type needs one"
            if act.recipient is None
            else "actor and recipient are the same"
        )
    return "too uncertain"


def _match_note(view: SentenceView, match: Match, reason: str) -> Note:
    start, end = view.tokens[match.start].char_start, view.tokens[match.end - 1].char_end
    offset = view.sentence.char_start
    return Note(view.sentence.sentence_index, start, end, view.sentence.text[start - offset : end - offset], reason)


def _note(sentence: Sentence, start: int, end: int, reason: str) -> Note:
    return Note(sentence.sentence_index, sentence.char_start + start, sentence.char_start + end, sentence.text[start:end],
                reason)  # fmt: skip
