"""A day that remembers what it was compared with, so that an answer for it is known to hold for others."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

DAY = timedelta(days=1)


class AskedDay(date):
    """A date that narrows, at each comparison, the days on which all comparisons so far come out the same.

    The resolver asks of a day only whether it lies before or after others (terms of office, the life of states). An
    answer for an `AskedDay` therefore holds on every day from `low` up to, not including, `high`.
    """

    low: date
    high: date

    @classmethod
    def of(cls, day: date) -> AskedDay:
        """That day, not yet compared with anything."""
        asked = cls(day.year, day.month, day.day)
        asked.low, asked.high = date.min, date.max
        return asked

    def __lt__(self, other: Any) -> bool:
        return self._split(other, super().__lt__(other))

    def __ge__(self, other: Any) -> bool:
        return not self.__lt__(other)

    def __le__(self, other: Any) -> bool:
        return other == date.max or self._split(other + DAY, super().__le__(other))

    def __gt__(self, other: Any) -> bool:
        return not self.__le__(other)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, date):
            return NotImplemented
        return not (self.__lt__(other) or self.__gt__(other))

    def __hash__(self) -> int:
        return super().__hash__()

    def __rsub__(self, other: Any) -> _Distance:  # pyright: ignore[reportIncompatibleMethodOverride]
        return _Distance(self, other)

    def _split(self, bound: date, before: bool) -> bool:
        """Whether the day is before `bound`, kept."""
        if before:
            self.high = min(self.high, bound)
        else:
            self.low = max(self.low, bound)
        return before


class _Distance:
    """How long before `other` the day lies; can be compared with a span of time, and nothing else."""

    def __init__(self, day: AskedDay, other: date) -> None:
        self._day, self._other = day, other

    def __le__(self, span: timedelta) -> bool:
        return self._day >= self._other - span

    def __lt__(self, span: timedelta) -> bool:
        return self._day > self._other - span

    def __ge__(self, span: timedelta) -> bool:
        return self._day <= self._other - span

    def __gt__(self, span: timedelta) -> bool:
        return self._day < self._other - span
