"""A scale of levels whose middle is neutral."""

from __future__ import annotations

import re
from dataclasses import dataclass

from detente.errors import SettingsError

_NUMBER = r"[+-]?\d+(?:\.\d+)?"
_SCALE = re.compile(rf"({_NUMBER})\s*(?:-|–|:|\.\.|to)\s*({_NUMBER})")


@dataclass(frozen=True, slots=True)
class Scale:
    """Levels from `low` to `high`; a level means its distance from the middle, (low + high) / 2.

    Raises:
        SettingsError: if `low` is not below `high`.
    """

    low: float
    high: float

    def __post_init__(self) -> None:
        if not self.low < self.high:
            raise SettingsError(f"scale {self.low:g} to {self.high:g} has no width; give the lower end first.")

    @classmethod
    def parse(cls, text: str) -> Scale:
        """The scale written as `1-5`, `1:5`, `0..10` or `-2 to 2`.

        Raises:
            SettingsError: if it is none.
        """
        found = _SCALE.fullmatch(text.strip())
        if not found:
            raise SettingsError(f"scale {text!r} is none; write its lower and upper end, as 1-5.")
        return cls(float(found[1]), float(found[2]))

    @property
    def middle(self) -> float:
        """The neutral level."""
        return (self.low + self.high) / 2

    @property
    def bounds(self) -> tuple[float, float]:
        """Least and greatest distance from the middle."""
        return self.low - self.middle, self.high - self.middle

    def __contains__(self, level: float) -> bool:
        return self.low <= level <= self.high
