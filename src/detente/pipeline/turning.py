"""Turning points of a project, each with the acts that drove it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from detente.measure.turning_points import TurningPoint, turning_points
from detente.pipeline.histories import daily_counts, dyad_of, weekly_series
from detente.pipeline.told_acts import Driver, ToldAct, drivers, told_acts_of, weightiest
from detente.store.project import ProjectStore

EVIDENCE, DRIVERS = 6, 4  # acts and types of act shown of a turn
LEAD_DAYS, LAG_DAYS = 3, 21  # before and after the dates of a turn, in which its acts are sought
SIDES = {"cooling": (3, 4), "warming": (1, 2)}


@dataclass(frozen=True, slots=True)
class DatedTurn:
    """A turning point and the acts of its side in the weeks it came: of conflict where it cools.

    Attributes:
        point: the turn.
        drivers: what was done then, by type and doer, the weightiest first.
        evidence: acts that stand for them.
    """

    point: TurningPoint
    drivers: tuple[Driver, ...]
    evidence: tuple[ToldAct, ...]

    def record(self) -> dict[str, Any]:
        """One flat object for JSON: the fields of the point, then `drivers` and `evidence`, lists of objects."""
        lists = {"drivers": self.drivers, "evidence": self.evidence}
        return {**asdict(self.point), **{name: [asdict(one) for one in values] for name, values in lists.items()}}


def project_turns(
    project: Path,
    dyad: str | None = None,
    since: date | None = None,
    as_of: date | None = None,
    probability: float | None = None,
) -> list[DatedTurn]:
    """Turning points of one dyad or of all, by date.

    Args:
        project: the project folder.
        dyad: "CHN,JPN" or "China,Japan"; None: all.
        since: leaves out turns before this day.
        as_of: only what was told up to this day has a say.
        probability: least probability; None: the rule's.

    Raises:
        ProjectError: if there is no finished project.
        InputError: if the dyad cannot be read or has no acts.
    """
    from dataclasses import replace

    from detente.measure.turning_rule import TurningRule

    store = ProjectStore.open(project)
    pair = None if dyad is None else dyad_of(dyad)
    until = None if as_of is None else as_of + timedelta(days=1)
    rule = TurningRule() if probability is None else replace(TurningRule(), probability=probability)
    points = turning_points(weekly_series(store, pair, until), daily_counts(store, pair, until), rule)
    return dated_turns(store, [point for point in points if since is None or point.date >= since], until)


def dated_turns(store: ProjectStore, shown: Sequence[TurningPoint], until: date | None) -> list[DatedTurn]:
    """The turning points, in their order, with the acts told before `until` that drove them."""
    spans: dict[tuple[str, str], tuple[date, date]] = {}
    for found in sorted({(point.a, point.b) for point in shown}):
        days = [day for point in shown if (point.a, point.b) == found for day in _days(point)]
        spans[found] = (min(days), max(days) if until is None else min(max(days), until))
    told = told_acts_of(store, spans)
    return [_dated(point, told[point.a, point.b]) for point in shown]


def _dated(point: TurningPoint, acts: list[ToldAct]) -> DatedTurn:
    first, last = _days(point)
    near = [act for act in acts if first <= act.date < last]
    sides = SIDES[point.direction]
    return DatedTurn(point, tuple(drivers(near, sides)[:DRIVERS]), tuple(weightiest(near, sides, EVIDENCE)))


def _days(point: TurningPoint) -> tuple[date, date]:
    first = max(point.date_low, point.date - timedelta(days=LAG_DAYS)) - timedelta(days=LEAD_DAYS)
    return first, point.date + timedelta(days=LAG_DAYS)
