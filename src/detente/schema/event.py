"""The event: a directed triple with flags, dates, speaker, evidence and identity."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date

import pyarrow as pa

NETWORK_ALONE = "network alone: "  # so begins the rule of an event that no pattern knows
DATE_BASES = ("explicit", "relative_publication", "relative_text", "inherited", "publication", "none")


@dataclass(frozen=True, slots=True)
class Event:
    """One coded act or condition; all offsets point into the stored text of its document.

    Attributes:
        event_id: hash of the document and of the spans of trigger, actor and recipient (antecedents
            included), never of type or coder.
        event_group: hash of the document and the trigger span; counts of acts are counts of groups.
        actor, recipient: codes; `recipient` is "" where there is none.
        actor_start, actor_end, recipient_start, recipient_end: spans of the mentions (of the anaphor
            where there is one); recipient spans are None without recipient.
        actor_antecedent_start … : spans of the antecedents, None where the mention is no anaphor.
        event_type, mode, quad, scale: PLOVER; mode "" where none applies; scale is the PLOVER score.
        kind: `act` or `condition`.
        negated, hypothetical, future, historical: independent flags; `modality` is derived from them.
        trigger, char_start, char_end: the word or words that carry the event.
        date_start, date_end: half-open interval, or None; `date_basis` is one of DATE_BASES.
        attribution: text of the speaker, "" when the writer asserts it; speaker_code, speaker_sector
            and `quoted` go with it.
        confidence: in [0, 1].
        coder: name and version; `rule`: what decided, in words.
        incident_id: shared by reports of one act in several documents; None until computed.
        n_reports: documents that report the incident, near-duplicates once.
    """

    event_id: str
    event_group: str
    document_id: str
    sentence_index: int
    sentence: str
    actor: str
    actor_text: str
    actor_start: int
    actor_end: int
    event_type: str
    quad: int
    scale: float
    trigger: str
    char_start: int
    char_end: int
    mode: str = ""
    kind: str = "act"
    actor_name: str = ""
    actor_sector: str = ""
    actor_organisation: str = ""
    actor_antecedent_start: int | None = None
    actor_antecedent_end: int | None = None
    recipient: str = ""
    recipient_text: str = ""
    recipient_name: str = ""
    recipient_sector: str = ""
    recipient_organisation: str = ""
    recipient_start: int | None = None
    recipient_end: int | None = None
    recipient_antecedent_start: int | None = None
    recipient_antecedent_end: int | None = None
    negated: bool = False
    hypothetical: bool = False
    future: bool = False
    historical: bool = False
    date_start: date | None = None
    date_end: date | None = None
    date_basis: str = "none"
    attribution: str = ""
    speaker_code: str = ""
    speaker_sector: str = ""
    quoted: bool = False
    confidence: float = 0.5
    coder: str = ""
    rule: str = ""
    document_cluster: str | None = None
    incident_id: str | None = None
    n_reports: int | None = None

    @property
    def modality(self) -> str:
        """negated > hypothetical > future > historical > asserted."""
        return modality_of(self.negated, self.hypothetical, self.future, self.historical)


def modality_of(negated: bool, hypothetical: bool, future: bool, historical: bool) -> str:
    """The one-word modality that the codebook derives from the four flags."""
    for flag, word in (
        (negated, "negated"),
        (hypothetical, "hypothetical"),
        (future, "future"),
        (historical, "historical"),
    ):
        if flag:
            return word
    return "asserted"


def span_hash(document_id: str, *spans: tuple[int, int] | None) -> str:
    """16 hex digits that identify spans of one document; None marks an absent span."""
    parts = [document_id, *("-" if span is None else f"{span[0]}:{span[1]}" for span in spans)]
    return hashlib.sha256("|".join(parts).encode()).hexdigest()[:16]


EVENTS = pa.schema(
    [
        ("event_id", pa.string()),
        ("document_id", pa.string()),
        ("sentence_index", pa.int32()),
        ("sentence", pa.string()),
        ("actor", pa.string()),
        ("actor_text", pa.string()),
        ("actor_sector", pa.string()),
        ("recipient", pa.string()),
        ("recipient_text", pa.string()),
        ("recipient_sector", pa.string()),
        ("event_type", pa.string()),
        ("mode", pa.string()),
        ("quad", pa.int8()),
        ("scale", pa.float64()),
        ("modality", pa.string()),
        ("trigger", pa.string()),
        ("char_start", pa.int32()),
        ("char_end", pa.int32()),
        ("date_start", pa.date32()),
        ("date_end", pa.date32()),
        ("date_basis", pa.string()),
        ("attribution", pa.string()),
        ("confidence", pa.float64()),
        ("coder", pa.string()),
        ("kind", pa.string()),
        ("negated", pa.bool_()),
        ("hypothetical", pa.bool_()),
        ("future", pa.bool_()),
        ("historical", pa.bool_()),
        ("event_group", pa.string()),
        ("actor_name", pa.string()),
        ("actor_organisation", pa.string()),
        ("actor_start", pa.int32()),
        ("actor_end", pa.int32()),
        ("actor_antecedent_start", pa.int32()),
        ("actor_antecedent_end", pa.int32()),
        ("recipient_name", pa.string()),
        ("recipient_organisation", pa.string()),
        ("recipient_start", pa.int32()),
        ("recipient_end", pa.int32()),
        ("recipient_antecedent_start", pa.int32()),
        ("recipient_antecedent_end", pa.int32()),
        ("speaker_code", pa.string()),
        ("speaker_sector", pa.string()),
        ("quoted", pa.bool_()),
        ("rule", pa.string()),
        ("document_cluster", pa.string()),
        ("incident_id", pa.string()),
        ("n_reports", pa.int64()),
    ]
)
