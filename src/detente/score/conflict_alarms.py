"""A baseline for turning points: alarms where a week has far more conflict than the year before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from detente.errors import SchemaError

MIDDLE = timedelta(days=3)  # an alarm is dated to the middle of its week


@dataclass(frozen=True, slots=True)
class AlarmRule:
    """When a week is an alarm.

    Attributes:
        threshold: standard deviations above the mean that must be exceeded.
        least_events: events of conflict that the week has, at least.
        weeks: looked back at; `least_weeks` of them must be there.
        least_deviation: floor of the standard deviation, in events: after a silent year any event would be infinite.
        apart_weeks: weeks within so many of the last alarming one prolong that alarm.
    """

    threshold: float = 4.0
    least_events: int = 5
    weeks: int = 52
    least_weeks: int = 8
    least_deviation: float = 0.5
    apart_weeks: int = 8


def conflict_alarms(
    conflict: NDArray[np.float64], weeks: Sequence[date], rule: AlarmRule | None = None
) -> list[tuple[date, str]]:
    """First weeks of alarm of one pair, each as a turn for the worse.

    z = (n - m) / max(s, 0.5) > 4 and n ≥ 5, n the events of conflict of the week, m and s mean and standard
    deviation of the up to 52 weeks before it, of at least 8.

    Args:
        conflict: (n_weeks,), events of conflict.
        weeks: first day of each week.
        rule: thresholds; None: the defaults.

    Returns:
        (middle of the week, "cooling"), by date. The rule cannot tell warming.

    Raises:
        SchemaError: if there are not as many weeks as counts.

    Source:
        Own statement of a control chart as monitors of event data use it.
    """
    chosen = rule or AlarmRule()
    if conflict.shape != (len(weeks),):
        raise SchemaError(f"Counts of shape {conflict.shape} for {len(weeks)} weeks; give one count a week.")
    found: list[tuple[date, str]] = []
    last = -chosen.apart_weeks - 1
    for week in range(chosen.least_weeks, len(weeks)):
        before = conflict[max(0, week - chosen.weeks) : week]
        z = (conflict[week] - before.mean()) / max(float(before.std()), chosen.least_deviation)
        if z <= chosen.threshold or conflict[week] < chosen.least_events:
            continue
        if week - last > chosen.apart_weeks:
            found.append((weeks[week] + MIDDLE, "cooling"))
        last = week
    return found
