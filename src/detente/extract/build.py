"""An act and a pair of parties to the event record."""

from __future__ import annotations

from typing import Protocol

from detente.extract.act import Act
from detente.extract.attribution import Speaker
from detente.extract.flags import Flags
from detente.extract.parties import Party
from detente.extract.view import SentenceView
from detente.extract.when import When
from detente.schema.codebook import codebook
from detente.schema.event import Event, span_hash
from detente.schema.mention import Mention
from detente.schema.protocols import Parsed


def kind_of(act: Act) -> str:
    """`act` or `condition`: a noun that no verb says was done states a condition."""
    if act.performed and act.event_type != act.trigger.event_type:
        return "act"  # an operator made it one: "softened their rivalry"
    if act.trigger.kind != "either":
        return act.trigger.kind
    return "act" if act.trigger.pos == "v" or act.performed else "condition"


def confidence_of(act: Act, actor: Mention, recipient: Mention | None) -> float:
    """Confidence in [0, 1]: product of those of the trigger, its arguments and their mentions."""
    value = 0.9 if act.trigger.pos == "v" else 0.85
    value *= (act.actor.confidence if act.actor else 1.0) * actor.confidence
    if recipient is not None and act.recipient is not None and act.recipient is not act.actor:
        value *= act.recipient.confidence * (recipient.confidence if recipient is not actor else 1.0)
    if act.trigger.weak:
        value *= 0.8
    if act.claimed_by is not None:
        value *= 0.85
    return value


class Judged(Protocol):
    """What an event takes from whatever decided: an act read by patterns, or a judgement of the network."""

    @property
    def event_type(self) -> str:
        """PLOVER type."""
        ...

    @property
    def mode(self) -> str:
        """PLOVER mode, "" for none."""
        ...

    @property
    def flags(self) -> Flags:
        """Flags of the act."""
        ...

    @property
    def rule(self) -> str:
        """What decided, in words."""
        ...


def build_event(view: SentenceView, act: Judged, actor: Party, recipient: Party | None, span: tuple[int, int], kind: str,
           when: When, historical: bool, speaker: Speaker, confidence: float, coder: str, parsed: Parsed) -> Event:  # fmt: skip
    """The event record."""
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
