"""Turns that were found against turns that are known: what is recalled, how well dated, and what is unexplained."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

DIRECTIONS = ("cooling", "warming")
DAYS_A_DECADE = 3652.5


@dataclass(frozen=True, slots=True)
class Turn:
    """A turn of a pair, known or found.

    Attributes:
        a, b: codes, a < b.
        date: its day.
        direction: `cooling` or `warming`.
        is_return: whether it only ends an earlier turn, as its finder says.
    """

    a: str
    b: str
    date: date
    direction: str
    is_return: bool = False


@dataclass(frozen=True, slots=True)
class TurnFigures:
    """How found turns agree with known ones.

    Attributes:
        n_known, n_recalled: turns, by direction.
        days: found date less known date of each recalled turn, in days.
        n_unexplained: found turns, by direction, near no known turn of theirs and not returns.
        n_returns: found turns near no known one that only end an earlier turn.
        dyad_decades: what was looked at, in pairs times ten years.
    """

    n_known: dict[str, int]
    n_recalled: dict[str, int]
    days: tuple[int, ...]
    n_unexplained: dict[str, int]
    n_returns: int
    dyad_decades: float

    def recall(self, direction: str) -> float:
        """Share of the known turns of a direction that were found, in [0, 1]; NaN where none is known."""
        return self.n_recalled[direction] / self.n_known[direction] if self.n_known[direction] else float("nan")

    def unexplained_a_decade(self) -> float:
        """Unexplained turns a dyad-decade; NaN where nothing was looked at."""
        return sum(self.n_unexplained.values()) / self.dyad_decades if self.dyad_decades else float("nan")

    def median_error(self) -> float:
        """Median of the absolute errors of date, in days; NaN where nothing was recalled."""
        from statistics import median

        return median(abs(day) for day in self.days) if self.days else float("nan")


def score_turns(
    found: Sequence[Turn],
    known: Sequence[Turn],
    pairs: Collection[tuple[str, str]],
    first: date,
    last: date,
    within: int = 31,
) -> TurnFigures:
    """Match found with known turns of the same pair and direction, nearest first, each at most once.

    A found turn is explained by any known one that is near enough, be that matched with another: a second alarm of
    the same quarrel is no false one. A list of known turns is never complete, so unexplained is not false.

    Args:
        found, known: turns; those of other pairs are left out.
        pairs: looked at, (a, b) with a < b.
        first, last: days looked at, half-open.
        within: days between two dates that still match.

    Returns:
        The figures over all these pairs.
    """
    chosen = [[turn for turn in turns if (turn.a, turn.b) in pairs] for turns in (found, known)]
    near = sorted(
        (abs((one.date - other.date).days), i, j)
        for i, one in enumerate(chosen[0])
        for j, other in enumerate(chosen[1])
        if (one.a, one.b, one.direction) == (other.a, other.b, other.direction)
        and abs((one.date - other.date).days) <= within
    )
    matched: dict[int, int] = {}  # known -> found
    for _, i, j in near:
        if j not in matched and i not in matched.values():
            matched[j] = i
    explained = {i for _, i, _ in near}
    rest = [turn for i, turn in enumerate(chosen[0]) if i not in explained]
    return TurnFigures(
        n_known=_by_direction(chosen[1]),
        n_recalled=_by_direction([chosen[1][j] for j in matched]),
        days=tuple((chosen[0][i].date - chosen[1][j].date).days for j, i in sorted(matched.items())),
        n_unexplained=_by_direction([turn for turn in rest if not turn.is_return]),
        n_returns=sum(turn.is_return for turn in rest),
        dyad_decades=len(pairs) * (last - first).days / DAYS_A_DECADE,
    )


def _by_direction(turns: Sequence[Turn]) -> dict[str, int]:
    return {direction: sum(turn.direction == direction for turn in turns) for direction in DIRECTIONS}
