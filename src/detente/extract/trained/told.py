"""What the scores of a pair tell: types, flags and kind, with their probabilities."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from detente.encode.packing import Span
from detente.extract.flags import Flags
from detente.extract.parties import Party
from detente.extract.trained.scoring import FLAGS, PairScores
from detente.schema.event import NETWORK_ALONE

MIN_SECOND = 0.35  # least share of a second type of the same pair
MADE = frozenset(
    {"AGREE", "THREATEN"}
)  # the promise or threat is made, though what it is of lies ahead: never `future`


@dataclass(frozen=True, slots=True)
class Told:
    """What was judged of one pair: type, mode, flags and why.

    Attributes:
        probability: of an event; share: of its type.
    """

    event_type: str
    mode: str
    flags: Flags
    historical: bool
    kind: str
    probability: float
    share: float
    trigger: Span
    rule: str


def told_by(scores: PairScores, types: Sequence[str]) -> Iterator[Told]:
    """The types that the scores give a pair: the likeliest, and a second one when it is likely too."""
    shares = scores.types[:-1]
    if 1 - scores.types[-1] < 0.5:
        return
    order = shares.argsort()[::-1]
    others = ", ".join(f"{types[k]} {shares[k]:.2f}" for k in order[1:3])
    for rank, k in enumerate(map(int, order[:2])):
        if rank and shares[k] < MIN_SECOND:
            return
        flags = dict(zip(FLAGS, scores.flags > 0.5, strict=True))
        yield Told(
            types[k],
            "",
            Flags(bool(flags["negated"]), bool(flags["hypothetical"]), bool(flags["future"]) and types[k] not in MADE),
            bool(flags["historical"]),
            "condition" if scores.condition > 0.5 else "act",
            float(1 - scores.types[-1]) if not rank else float(shares[k]),
            float(shares[k]),
            scores.trigger,
            f"{NETWORK_ALONE}{types[k]} {shares[k]:.2f}; next {others}; none {scores.types[-1]:.2f}",
        )


def confidence_of(told: Told, actor: Party, recipient: Party | None) -> float:
    """Probability of the act times the confidence of the mentions that stand for its parties."""
    return told.probability * actor[0].confidence * (recipient[0].confidence if recipient is not None else 1.0)
