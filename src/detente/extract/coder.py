"""The lexical coder: triggers, operators and arguments to events, each with the rule that made it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import permutations

from detente.extract.acts import Act, read_act
from detente.extract.arguments import Argument
from detente.extract.attribution import NOBODY, Speaker, speaker_at
from detente.extract.govern import governors
from detente.extract.match import Match, find_matches
from detente.extract.view import SentenceView
from detente.extract.when import Calendar, When
from detente.lexicon.lemmas import PAST_FORMS
from detente.lexicon.triggers import TriggerLexicon, trigger_lexicon
from detente.schema.codebook import codebook
from detente.schema.event import Event, span_hash
from detente.schema.mention import Actor, Mention
from detente.schema.protocols import Coded, Note, Parsed
from detente.schema.sentence import Sentence

MIN_CONFIDENCE = 0.3
MIN_WEAK = 0.4
# Types that may stand without a recipient when the text names none.
_ALONE = frozenset({"MOBILIZE", "PROTEST", "COERCE", "ASSAULT", "RETREAT"})
_PAST_CUES = frozenset({"formerly", "historically", "once"})
_MAX_PARTIES = 5
# In such sentences "beat", "defeat", "strike" and the like are taken for sport.
_SPORTS = frozenset(
    "match goal goals penalties penalty final semi-final semifinal cup league tournament olympic olympics championship "
    "championships striker midfielder goalkeeper coach innings wicket stadium fixture halftime qualifier medal".split()
)
_EXERCISES = frozenset({"exercise", "drill", "wargame", "manoeuvre", "maneuver", "patrol"})

Party = tuple[Mention, Actor, tuple[int, int] | None]


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
        speakers: dict[int, Speaker] = {}
        events: list[Event] = []
        notes: list[Note] = []
        before: Sentence | None = None
        single = len(parsed.sentences) == 1
        for sentence in parsed.sentences:
            if before is not None and before.paragraph_index != sentence.paragraph_index:
                before = None
            if sentence.is_heading and not single:
                notes.append(_note(sentence, 0, len(sentence.text), "a heading: the text below tells the act"))
            else:
                coded, left = self._sentence(parsed, sentence, before, calendar)
                coded = [_carry_speaker(event, parsed, speakers) for event in coded]
                events += coded
                notes += left
            before = sentence
        return Coded(tuple(events), tuple(notes))

    def _sentence(self, parsed: Parsed, sentence: Sentence, before: Sentence | None, calendar: Calendar
                  ) -> tuple[list[Event], list[Note]]:  # fmt: skip
        view = SentenceView(sentence, parsed.mentions)
        triggers, operators = find_matches(view, self.lexicon)
        events: list[Event] = []
        notes: list[Note] = []
        governed: dict[int, list[Match]] = {id(t): governors(view, t, operators) for t in triggers}
        consumed = _consumed(view, triggers, governed)
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
            act = _carried(act, events)
            found = list(_events(parsed, view, act, calendar, before, self.name))
            if found and not _repeats(sentence, events, found):
                events += found
            elif not found:
                notes.append(_match_note(view, match, _why_not(act)))
        return events, notes


def _carry_speaker(event: Event, parsed: Parsed, speakers: dict[int, Speaker]) -> Event:
    """A quotation over several sentences has one speaker, named in one of them."""
    quotation = next((q for q in parsed.quotations if q.char_start <= event.char_start < q.char_end), None)
    if quotation is None:
        return event
    if event.attribution:
        speakers[quotation.char_start] = Speaker(event.attribution, event.speaker_code, event.speaker_sector, True)
        return event
    known = speakers.get(quotation.char_start)
    if known is None:
        return event
    return replace(event, attribution=known.text, speaker_code=known.code, speaker_sector=known.sector, quoted=True)


def _consumed(view: SentenceView, triggers: list[Match], governed: dict[int, list[Match]]) -> dict[int, int]:
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
    act = _joint_exercise(_refusal_of_own(_threat_of_own(act, speaker), speaker))
    pairs = _pairs(act)
    if speaker.code and act.event_type == "AGREE" and any(pair[0][1].code == speaker.code for pair in pairs):
        pairs = [pair for pair in pairs if pair[0][1].code == speaker.code]  # only the speaker promises
    if not pairs:
        return
    kind = _kind(act)
    past = act.verb is not None and _is_past(view, act.verb)
    char_start, char_end = view.tokens[act.start].char_start, view.tokens[act.end - 1].char_end
    when = calendar.when(view.sentence, char_start, before, past and kind == "act")
    told_past = bool(_PAST_CUES & set(view.words)) or ("used" in view.words and "to" in view.words)
    historical = calendar.is_historical(when, told_past)
    for (a_mention, a, a_span), recipient in pairs:
        confidence = _confidence(act, a_mention, recipient[0] if recipient else None, speaker)
        if confidence < (MIN_WEAK if act.trigger.weak else MIN_CONFIDENCE) or not _plain_enough(act, recipient):
            continue
        yield _event(view, act, (a_mention, a, a_span), recipient, (char_start, char_end), kind, when, historical, speaker,
                     confidence, coder, parsed)  # fmt: skip


def _plain_enough(act: Act, recipient: Party | None) -> bool:
    """A weak verb needs its recipient as a noun phrase: 'called Putin', not 'called China's claim a joke'."""
    if not act.trigger.weak or act.trigger.pos != "v" or recipient is None or "obj" not in act.trigger.to:
        return True
    found_as_object = act.recipient is not None and act.recipient.how.startswith("object")
    return recipient[0].usage == "phrase" or not found_as_object


def _carried(act: Act, events: list[Event]) -> Act:
    """'While A opposes B's move, it would not take action': the recipient of the clause before, same actor."""
    if (
        act.recipient is not None
        or act.actor is None
        or act.event_type not in ("SANCTION", "COERCE", "THREATEN", "ACCUSE")
    ):
        return act
    codes = {actor.code for mention in act.actor.mentions for actor in mention.actors}
    against = [
        event
        for event in events
        if event.actor in codes and event.quad >= 3 and event.recipient and event.event_type != "REQUEST"
    ]
    if (act.trigger.pos == "n" and not act.performed) or not against:
        return act
    last = against[-1]
    mention = Mention(last.document_id, last.sentence_index, last.recipient_start or 0, last.recipient_end or 0,
                      last.recipient_text, "name", actors=(Actor(last.recipient, last.recipient_sector, last.recipient_name,
                                                                 last.recipient_organisation),))  # fmt: skip
    return replace(act, recipient=Argument((mention,), 0.65, "carried from the clause before"))


def _is_past(view: SentenceView, verb: int) -> bool:
    """Simple past or past perfect, not 'has done' nor 'is done'."""
    group = set(view.auxiliaries(verb))
    if group & {"has", "have", "is", "are", "will", "would", "to"}:
        return False
    word = view.word(verb)
    return bool(group & {"had", "was", "were", "did"}) or word.endswith("ed") or word in PAST_FORMS


def _event(view: SentenceView, act: Act, actor: Party, recipient: Party | None, span: tuple[int, int], kind: str,
           when: When, historical: bool, speaker: Speaker, confidence: float, coder: str, parsed: Parsed) -> Event:  # fmt: skip
    document_id = parsed.document.document_id
    a_mention, a, a_antecedent = actor
    a_span = a_antecedent or (a_mention.char_start, a_mention.char_end)
    r_span = None
    extra: dict[str, object] = {}
    if recipient is not None:
        r_mention, r, r_antecedent = recipient
        r_span = r_antecedent or (r_mention.char_start, r_mention.char_end)
        extra = {
            "recipient": r.code, "recipient_text": r_mention.text, "recipient_name": r.name,
            "recipient_sector": r.sector, "recipient_organisation": r.organisation,
            "recipient_start": r_mention.char_start, "recipient_end": r_mention.char_end,
            "recipient_antecedent_start": r_antecedent[0] if r_antecedent else None,
            "recipient_antecedent_end": r_antecedent[1] if r_antecedent else None,
        }  # fmt: skip
    mode = act.mode if act.mode in codebook().event_type(act.event_type).modes else ""
    return Event(
        event_id=span_hash(document_id, span, a_span, r_span),
        event_group=span_hash(document_id, span),
        document_id=document_id,
        sentence_index=view.sentence.sentence_index,
        sentence=view.sentence.text,
        actor=a.code, actor_text=a_mention.text, actor_start=a_mention.char_start, actor_end=a_mention.char_end,
        actor_name=a.name, actor_sector=a.sector, actor_organisation=a.organisation,
        actor_antecedent_start=a_antecedent[0] if a_antecedent else None,
        actor_antecedent_end=a_antecedent[1] if a_antecedent else None,
        event_type=act.event_type, mode=mode, quad=codebook().quad(act.event_type),
        scale=codebook().scale(act.event_type, mode),
        trigger=view.sentence.text[span[0] - view.sentence.char_start : span[1] - view.sentence.char_start],
        char_start=span[0], char_end=span[1], kind=kind,
        negated=act.flags.negated, hypothetical=act.flags.hypothetical, future=act.flags.future, historical=historical,
        date_start=when.date_start, date_end=when.date_end, date_basis=when.basis,
        attribution=speaker.text, speaker_code=speaker.code, speaker_sector=speaker.sector, quoted=speaker.quoted,
        confidence=round(confidence, 3), coder=coder, rule=act.rule,
        document_cluster=parsed.document.document_cluster,
        **extra,  # type: ignore[arg-type]
    )  # fmt: skip


def _pairs(act: Act) -> list[tuple[Party, Party | None]]:
    actors = _parties(act.actor, doer=True)
    recipients = _parties(act.recipient, doer=False)
    if not actors:
        return []
    symmetric = act.trigger.symmetric and act.event_type in ("CONSULT", "SUPPORT", "COOPERATE", "AGREE", "ASSAULT", "REJECT",
                                                             "CONCEDE", "RETREAT", "THREATEN", "ACCUSE")  # fmt: skip
    if symmetric:
        everyone = _distinct([*actors, *recipients])
        if not 2 <= len(everyone) <= _MAX_PARTIES:
            return []
        sides = {_key(one) for one in actors}, {_key(two) for two in recipients}
        together = not sides[0] - sides[1] or not sides[1]  # "the three held talks", against "A works with B and C"
        return [
            (one, two)
            for one, two in permutations(everyone, 2)
            if together or (_key(one) in sides[0]) != (_key(two) in sides[0])
        ]
    pairs: list[tuple[Party, Party | None]] = [
        (one, two) for one in actors for two in recipients if _key(one) != _key(two) and not _within(one, two)
    ]
    if pairs or recipients:
        return pairs
    alone = act.trigger.optional and act.event_type in _ALONE and not act.trigger.weak
    return [(one, None) for one in actors] if alone and act.actor and act.actor.confidence >= 0.6 else []


def _parties(argument: Argument | None, doer: bool) -> list[Party]:
    if argument is None:
        return []
    found: list[Party] = []
    for mention in argument.mentions:
        if mention.usage == "attribute" or (doer and mention.usage == "place"):
            continue
        for number, actor in enumerate(mention.actors):
            if actor.code:
                found.append((mention, actor, mention.antecedents[number] if mention.antecedents else None))
    return _distinct(found)


def _distinct(parties: list[Party]) -> list[Party]:
    seen: dict[tuple[str, str, str], Party] = {}
    for party in parties:
        seen.setdefault(_key(party), party)
    return list(seen.values())


def _key(party: Party) -> tuple[str, str, str]:
    actor = party[1]
    return (actor.code, actor.organisation, "") if actor.code not in codebook().nonstate_codes else \
        (actor.code, actor.organisation, actor.name)  # fmt: skip


def _within(one: Party, two: Party) -> bool:
    """One state with itself, unless the sectors tell two sides of it apart."""
    a, b = one[1], two[1]
    return (
        a.code == b.code and (a.sector == b.sector or not a.sector or not b.sector) and a.organisation == b.organisation
    )


def _kind(act: Act) -> str:
    if act.trigger.kind != "either":
        return act.trigger.kind
    return "act" if act.trigger.pos == "v" or act.performed else "condition"


def _refusal_of_own(act: Act, speaker: Speaker) -> Act:
    """'Pyongyang said it would not give up its weapons': a refusal to yield is REJECT, asserted."""
    if not (act.flags.negated and act.flags.will) or act.event_type not in ("CONCEDE", "RETREAT") or act.actor is None:
        return act
    if speaker.code not in {actor.code for mention in act.actor.mentions for actor in mention.actors}:
        return act
    return replace(act, event_type="REJECT", mode="yield", flags=replace(act.flags, negated=False, hypothetical=False),
                   rule=f"{act.rule}; refused by its own actor is REJECT")  # fmt: skip


def _joint_exercise(act: Act) -> Act:
    """An exercise or patrol that two states hold together, with no one named against whom, is COOPERATE."""
    if act.event_type != "MOBILIZE" or not _EXERCISES & set(act.trigger.text.replace("/", " ").split()):
        return act
    holders = {party[1].code for party in _parties(act.actor, doer=True)}
    if len(holders) < 2 or {party[1].code for party in _parties(act.recipient, doer=False)} - holders:
        return act
    trigger = replace(act.trigger, symmetric=True)
    return replace(act, trigger=trigger, event_type="COOPERATE", mode="", recipient=act.actor,
                   rule=f"{act.rule}; held together it is COOPERATE")  # fmt: skip


def _threat_of_own(act: Act, speaker: Speaker) -> Act:
    """'Moscow said it would strike': a planned conflict told by its own actor is THREATEN."""
    if not act.flags.future or act.event_type not in ("SANCTION", "COERCE", "ASSAULT", "MOBILIZE") or act.actor is None:
        return act
    codes = {actor.code for mention in act.actor.mentions for actor in mention.actors}
    if speaker.code and speaker.code in codes:
        mode = "violence" if act.event_type in ("ASSAULT", "MOBILIZE") else "restrict"
        return replace(act, event_type="THREATEN", mode=mode, flags=replace(act.flags, future=False),
                       rule=f"{act.rule}; announced by its own actor is THREATEN")  # fmt: skip
    return act


def _speaker(view: SentenceView, act: Act, parsed: Parsed) -> Speaker:
    if act.claimed_by is not None and act.claimed_by.mentions:
        mention = act.claimed_by.mentions[0]
        actor = mention.actors[0] if mention.actors else Actor("")
        return Speaker(mention.text, actor.code, actor.sector, False, mention)
    return speaker_at(view, act.start, parsed.quotations) if act.verb is not None or act.performed else \
        speaker_at(view, act.start, parsed.quotations) or NOBODY  # fmt: skip


def _confidence(act: Act, actor: Mention, recipient: Mention | None, speaker: Speaker) -> float:
    value = 0.9 if act.trigger.pos == "v" else 0.85
    value *= (act.actor.confidence if act.actor else 1.0) * actor.confidence
    if recipient is not None and act.recipient is not None and act.recipient is not act.actor:
        value *= act.recipient.confidence * (recipient.confidence if recipient is not actor else 1.0)
    if act.trigger.weak:
        value *= 0.8
    if act.claimed_by is not None:
        value *= 0.85
    return value


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
    if not _pairs(act):
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
