"""Half-open calendar periods: day, week, month, quarter, year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from detente.errors import SchemaError

PERIOD_KINDS = ("day", "week", "month", "quarter", "year")


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A half-open interval of days [start, end).

    Raises:
        SchemaError: if `end` is not after `start`.
    """

    start: date
    end: date

    def __post_init__(self) -> None:
        if self.end <= self.start:
            raise SchemaError(f"Period end {self.end} is not after its start {self.start}; give start < end.")

    @classmethod
    def containing(cls, day: date, kind: str) -> Period:
        """The calendar period of `kind` (one of PERIOD_KINDS) that holds `day`; weeks begin on Monday."""
        if kind == "day":
            return cls(day, day + timedelta(days=1))
        if kind == "week":
            start = day - timedelta(days=day.weekday())
            return cls(start, start + timedelta(days=7))
        if kind == "month":
            return cls(day.replace(day=1), _first_of_month(day.year, day.month + 1))
        if kind == "quarter":
            first = 3 * ((day.month - 1) // 3) + 1
            return cls(date(day.year, first, 1), _first_of_month(day.year, first + 3))
        if kind == "year":
            return cls(date(day.year, 1, 1), date(day.year + 1, 1, 1))
        raise SchemaError(f"Unknown period {kind!r}; choose one of {', '.join(PERIOD_KINDS)}.")

    def name(self, kind: str) -> str:
        """What people call it: 2012, 2012-Q3, 2012-07; of a week or day its first day."""
        if kind == "year":
            return f"{self.start.year:04d}"
        if kind == "quarter":
            return f"{self.start.year:04d}-Q{(self.start.month + 2) // 3}"
        return self.start.isoformat()[:7] if kind == "month" else self.start.isoformat()

    def next(self, kind: str) -> Period:
        """The calendar period of `kind` that begins where this one ends."""
        return Period.containing(self.end, kind)

    def __contains__(self, day: date) -> bool:
        return self.start <= day < self.end


def _first_of_month(year: int, month: int) -> date:
    return date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)
