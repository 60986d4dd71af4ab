"""What counts as a turning point: how large, how lasting, how probable."""

from __future__ import annotations

from dataclasses import dataclass, field

from detente.measure.levels import LevelModel
from detente.measure.norms import CountModel

KINDS = ("quarrel", "return", "easing", "hardening", "opening")
COOLING = ("quarrel", "hardening")


@dataclass(frozen=True, slots=True)
class TurningRule:
    """Thresholds of the five kinds of turn. Levels and changes are natural logarithms of rates: 0.7 doubles.

    Attributes:
        samples: courses drawn from the posterior of each level.
        probability: least share of courses that show the turn.
        jump, jump_weeks: a quarrel's least rise of the conflict level, mean of so many weeks after over before.
        high: least level of conflict, above the norm, that a quarrel reaches.
        least_acts: acts of conflict that a quarrel has in its first weeks, at least.
        calmer: largest fall of tension during a rise of conflict that still is a quarrel, not attention.
        least_rise: least size of a quarrel, the binary logarithm of the odds of conflict after over before, unless …
        mostly: … so large a share of the acts after it is conflict: then their number alone tells.
        fall, fall_weeks: a return's least fall of the conflict level from a quarrel's, mean of so many weeks after.
        shift, shift_weeks: least lasting change of tension, for easing and hardening.
        opening, opening_weeks: least rise of the cooperation level, mean of so many weeks after over twice as many
            before, that is an opening where tension does not rise with it.
        burst, burst_weeks: the same for a few weeks of far more cooperation, over thrice as many before.
        near_weeks: courses that show a quarrel or a return so many weeks apart agree on it.
        apart_weeks: turns of one direction nearer than this are one.
        conflict, tension, cooperation: likelihoods of the three levels.
        levels: how each level moves.
    """

    samples: int = 200
    probability: float = 0.55
    jump: float = 0.9
    jump_weeks: int = 3
    high: float = 1.0
    least_acts: int = 4
    calmer: float = 0.25
    least_rise: float = 0.4
    mostly: float = 0.5
    fall: float = 1.0
    fall_weeks: int = 8
    shift: float = 1.0
    shift_weeks: int = 26
    opening: float = 1.2
    opening_weeks: int = 12
    burst: float = 1.8
    burst_weeks: int = 3
    near_weeks: int = 3
    apart_weeks: int = 5
    conflict: CountModel = field(default_factory=CountModel)
    tension: CountModel = field(default_factory=lambda: CountModel(rate_weight=0.7, share_weight=0.7))
    cooperation: CountModel = field(default_factory=lambda: CountModel(rate_weight=0.5))
    levels: LevelModel = field(default_factory=LevelModel)
