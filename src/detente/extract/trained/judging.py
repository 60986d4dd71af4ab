"""Judgements of single pairs: who does what to whom in a sentence whose actors are already known."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from types import MappingProxyType

from detente.errors import InputError
from detente.extract.match import find_matches
from detente.extract.trained.scoring import FLAGS, PairScores, Span, scorer
from detente.extract.view import SentenceView
from detente.lexicon.triggers import Trigger, TriggerLexicon, trigger_lexicon
from detente.schema.codebook import codebook
from detente.schema.sentence import Sentence

Row = tuple[str, Span | None, Span | None]


@dataclass(frozen=True, slots=True)
class Judgement:
    """What one actor of a sentence does to another.

    Attributes:
        event_type, quad: PLOVER type and quad; None and 0 for no event.
        modality: negated > hypothetical > future > historical > asserted.
        flags: those of the four that hold; where there is no event, those of the likeliest one.
        kind: `act` or `condition`.
        mode: PLOVER mode as the lexicon tells it from the trigger; "" for none.
        confidence: calibrated probability of the answer: of an event, or of none.
        trigger: the words that tell the act, as a span of the sentence; None for no event.
        scores: probability of each type by name, `none` among them; they add to 1.
    """

    event_type: str | None
    quad: int
    modality: str
    flags: tuple[str, ...]
    kind: str
    mode: str
    confidence: float
    trigger: Span | None
    scores: MappingProxyType[str, float]


def judge_many(rows: Iterable[Row]) -> list[Judgement]:
    """Judgements of rows (sentence, actor, recipient), in their order; each is the same in whatever company.

    Args:
        rows: spans are character offsets (start, end) of the sentence; a recipient of None asks for what the actor does to
            nobody in particular; an actor of None has no judgement but `none`.

    Raises:
        InputError: if a span is not within its sentence.
    """
    return [_judge(sentence, actor, recipient) for sentence, actor, recipient in rows]


def mode_of(view: SentenceView, event_type: str, trigger: Span, lexicon: TriggerLexicon) -> str:
    """The mode that the lexicon gives the words of a trigger (characters of the text) under a type; "" for none."""
    modes = codebook().event_type(event_type).modes
    if not modes:
        return ""
    for match in find_matches(view, lexicon)[0]:
        low, high = view.tokens[match.start].char_start, view.tokens[match.end - 1].char_end
        pattern = match.pattern
        if low < trigger[1] and trigger[0] < high and isinstance(pattern, Trigger) and pattern.event_type == event_type:
            return pattern.mode if pattern.mode in modes else ""
    return ""


def modality_of(flags: Iterable[str]) -> str:
    """The strongest flag, in the order of the codebook; `asserted` for none."""
    held = set(flags)
    return next((flag for flag in FLAGS if flag in held), "asserted")


def _judge(sentence: str, actor: Span | None, recipient: Span | None) -> Judgement:
    for span in (actor, recipient):
        if span is not None and not 0 <= span[0] < span[1] <= len(sentence):
            raise InputError(f"The span {span} is not within the sentence of {len(sentence)} characters: {sentence!r}.")
    types = scorer().weights.types
    scores = scorer().score(sentence, [(actor, recipient)])[0] if actor is not None else None
    if scores is None:
        return _nothing(MappingProxyType({**dict.fromkeys(types, 0.0), "none": 1.0}), 1.0)
    by_name = MappingProxyType(
        {name: round(float(p), 4) for name, p in zip((*types, "none"), scores.types, strict=True)}
    )
    flags = tuple(flag for flag, p in zip(FLAGS, scores.flags, strict=True) if p > 0.5)
    none = float(scores.types[-1])
    if none >= 0.5:
        return _nothing(by_name, none, flags)
    return _event(sentence, scores, types[int(scores.types[:-1].argmax())], by_name, flags)


def _event(
    sentence: str, scores: PairScores, event_type: str, by_name: MappingProxyType[str, float], flags: tuple[str, ...]
) -> Judgement:
    view = SentenceView(Sentence("", 0, 0, 0, len(sentence), sentence), ())
    mode = mode_of(view, event_type, scores.trigger, trigger_lexicon())
    kind = "condition" if scores.condition > 0.5 else "act"
    confidence = round(by_name[event_type], 4)
    return Judgement(event_type, codebook().quad(event_type), modality_of(flags), flags, kind, mode, confidence,
                     scores.trigger, by_name)  # fmt: skip


def _nothing(by_name: MappingProxyType[str, float], confidence: float, flags: tuple[str, ...] = ()) -> Judgement:
    return Judgement(None, 0, modality_of(flags), flags, "act", "", round(confidence, 4), None, by_name)
