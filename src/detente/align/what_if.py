"""What moves when something changes: the best split, and the way downhill from today's."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from detente.align.blocs import form_blocs
from detente.align.changes import Changes, change
from detente.align.configuration import configuration, sides_of
from detente.align.descent import descent
from detente.align.frustration import TIME_LIMIT_S
from detente.align.landscape import RESTARTS, landscape
from detente.align.landscape_record import Descent, Landscape, Optimum
from detente.align.parting import parting
from detente.align.tipping import tipping
from detente.align.tipping_record import Tipping
from detente.schema.propensities import Propensities


@dataclass(frozen=True, slots=True, eq=False)
class WhatIf:
    """The landscape before and after a change.

    Attributes:
        changes: what was supposed.
        today: the alignment that the change meets: the one given, else the best configuration before.
        before, after: the two landscapes.
        moved: actors of both that are in another camp in the best configuration after than in the best before, the
            fewer of the two ways to say it.
        path: from today's alignment downhill after the change; who comes starts in the camp that costs less.
        moved_on_path: actors that are elsewhere at its end than today, the fewer of the two ways to say it.
        cost: energy of the best configuration after, less that of the best without the forced pairs, ≥ 0; what
            forcing them costs. 0.0 without forced pairs.
        tipping: how small a change of one propensity or one size tips the landscape before; empty where not asked.
        parting: the same for one pair alone: what ends its being together, or apart; empty where not asked.
    """

    changes: Changes
    today: Optimum
    before: Landscape
    after: Landscape
    moved: tuple[str, ...]
    path: Descent
    moved_on_path: tuple[str, ...]
    cost: float
    tipping: tuple[Tipping, ...]
    parting: tuple[Tipping, ...]


def what_if(
    given: Propensities,
    changes: Changes,
    start: Iterable[str] = (),
    *,
    pair: tuple[str, str] | None = None,
    tips: bool = True,
    restarts: int = RESTARTS,
    seed: int = 0,
    time_limit_s: float = TIME_LIMIT_S,
) -> WhatIf:
    """The best split and the way from today's, after a change; and how small a change would do.

    Args:
        given: as things are.
        changes: what is supposed; none at all is allowed, for the tipping points alone.
        start: members of one camp today; none: today is the best configuration.
        pair: of whom is asked what keeps them together, or apart; up to 22 actors.
        tips: whether tipping points are wanted; beyond 22 actors they take a programme for every pair with a
            propensity.
        restarts, seed, time_limit_s: as for `landscape`.

    Raises:
        SchemaError: if an actor is unknown or a value bad.
        SolverError: if an integer programme was not solved within its time.

    Source:
        Axelrod and Bennett (1993), British Journal of Political Science 23(2); tipping points: own derivation.
    """
    changed = change(given, changes)
    before = landscape(given, restarts=restarts, seed=seed, time_limit_s=time_limit_s)
    forced = changes.forced
    after = landscape(changed, forced=forced, restarts=restarts, seed=seed, time_limit_s=time_limit_s)
    free = landscape(changed, restarts=restarts, seed=seed, time_limit_s=time_limit_s) if forced else after
    camp = tuple(start) or before.best.camp_1
    today = configuration(given, sides_of(given, camp))
    entered = _with_newcomers(changed, today, tuple(changes.add))
    weights = changed.weights
    path = descent(changed, form_blocs(weights, _positions(changed, forced)), sides_of(changed, entered))
    return WhatIf(
        changes=changes,
        today=today,
        before=before,
        after=after,
        moved=movers(before.best, after.best),
        path=path,
        moved_on_path=movers(today, path.end),
        cost=max(0.0, after.best.energy - free.best.energy),
        tipping=tipping(before, time_limit_s=time_limit_s) if tips else (),
        parting=parting(before, *pair) if pair else (),
    )


def movers(one: Optimum, other: Optimum) -> tuple[str, ...]:
    """Actors of both configurations that change camp from one to the other, the fewer of the two ways to say it."""
    both = [actor for actor in (*one.camp_1, *one.camp_2) if actor in {*other.camp_1, *other.camp_2}]
    first, second = set(one.camp_1), set(other.camp_1)
    moved = [actor for actor in both if (actor in first) != (actor in second)]
    stayed = [actor for actor in both if actor not in moved]
    return tuple(moved if len(moved) <= len(stayed) else stayed)


def _with_newcomers(changed: Propensities, today: Optimum, added: tuple[str, ...]) -> tuple[str, ...]:
    """Members of one camp of today's alignment without those who left, and with those who came."""
    camps = [[actor for actor in camp if actor in changed.actors] for camp in (today.camp_1, today.camp_2)]
    for actor in added:
        i = changed.index(actor)
        pulls = [sum(changed.weights[i, changed.index(other)] for other in camp) for camp in camps]
        camps[0 if pulls[0] >= pulls[1] else 1].append(actor)
    return tuple(camps[0] or camps[1])


def _positions(given: Propensities, forced: Iterable[tuple[str, str, bool]]) -> list[tuple[int, int, bool]]:
    return [(given.index(a), given.index(b), together) for a, b, together in forced]
