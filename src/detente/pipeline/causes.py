"""Why a relation changed between two spans: which types, doers and sources moved its tension, and by how much."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from detente.errors import InputError
from detente.measure.contributions import contributions, tension
from detente.pipeline.histories import actor_code, event_frames
from detente.pipeline.told_acts import ToldAct, told_acts, weightiest
from detente.schema.spans import span_of
from detente.store.project import ProjectStore

EXAMPLES = 8


@dataclass(frozen=True, slots=True)
class Cause:
    """One type, doer or source.

    Attributes:
        name: its name.
        side: `conflict` or `cooperation`.
        n_before, n_after: its distinct acts.
        change: its part in the change of tension; parts of one list add up to the whole.
    """

    name: str
    side: str
    n_before: int
    n_after: int
    change: float


@dataclass(frozen=True, slots=True)
class Why:
    """A change of tension and its parts.

    Attributes:
        a, b: codes, a < b.
        before, after: (first day, day after the last) of the two spans.
        n_before, n_after: distinct acts of cooperation and conflict.
        tension_before, tension_after: share of conflict, half an act added to either side.
        change: tension_after - tension_before.
        types, actors, sources: parts, the largest first; each list adds up to `change`.
        acts: the weightiest acts after, of the side that grew.
    """

    a: str
    b: str
    before: tuple[date, date]
    after: tuple[date, date]
    n_before: int
    n_after: int
    tension_before: float
    tension_after: float
    change: float
    types: tuple[Cause, ...]
    actors: tuple[Cause, ...]
    sources: tuple[Cause, ...]
    acts: tuple[ToldAct, ...]


def project_why(project: Path, a: str, b: str, before: str, after: str) -> Why:
    """What moved the tension of a pair from one span to the time since, up to the end of another.

    Args:
        project: the project folder.
        a, b: codes or names.
        before: YYYY, YYYY-Qn, YYYY-MM or YYYY-MM-DD: the span to compare with.
        after: likewise; the span compared begins where `before` ends and ends with it.

    Raises:
        InputError: if a name is unknown, the spans overlap, or neither has an act.
        SchemaError: if a span cannot be read.
        ProjectError: if there is no finished project.
    """
    store = ProjectStore.open(project)
    codes = sorted({actor_code(a), actor_code(b)})
    if len(codes) != 2:
        raise InputError(f"{a!r} and {b!r} are one actor ({codes[0]}); give two different ones.")
    first, second = span_of(before), span_of(after)
    if second.end <= first.end:
        raise InputError(f"--to {after} does not end after --from {before}; give a later time.")
    pair = (codes[0], codes[1])
    told = told_acts(store, pair, first.start, second.end) if event_frames(store) else []
    sided = [act for act in told if act.side]
    early = [act for act in sided if act.date < first.end]
    late = [act for act in sided if act.date >= first.end]
    if not sided:
        raise InputError(
            f"{store.path}: no dated act between {pair[0]} and {pair[1]} from {first.start} to {second.end}. "
            "Give other times; `detente track` shows where there are acts."
        )
    sums = [(sum(act.side > 2 for act in acts), sum(act.side < 3 for act in acts)) for acts in (early, late)]
    values = [tension(*pair_of) for pair_of in sums]
    return Why(
        *pair,
        before=(first.start, first.end),
        after=(first.end, second.end),
        n_before=len(early),
        n_after=len(late),
        tension_before=values[0],
        tension_after=values[1],
        change=values[1] - values[0],
        types=_causes(early, late, lambda act: act.event_type),
        actors=_causes(early, late, lambda act: f"{act.actor} → {act.recipient}"),
        sources=_causes(early, late, lambda act: act.source),
        acts=tuple(weightiest(late, (3, 4) if values[1] >= values[0] else (1, 2), EXAMPLES)),
    )


def _causes(early: list[ToldAct], late: list[ToldAct], name: Callable[[ToldAct], str]) -> tuple[Cause, ...]:
    spans = [Counter((name(act), act.side > 2) for act in acts) for acts in (early, late)]
    parts = contributions(*spans)
    causes = [
        Cause(key, "conflict" if hostile else "cooperation", int(part.before), int(part.after), part.change)
        for (key, hostile), part in parts.items()
    ]
    return tuple(sorted(causes, key=lambda cause: (-abs(cause.change), cause.name)))
