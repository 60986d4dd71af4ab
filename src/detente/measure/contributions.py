"""What moved a share: the part of every group of acts, adding up to the whole change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

PRIOR_ACTS = 0.5  # of either side, so that a share without acts is a half and not nothing
STEPS = 512  # of the path, midpoints; the sum is exact to 1e-6 and what is left is shared out


@dataclass(frozen=True, slots=True)
class Contribution:
    """The part of one group of acts in the change of tension.

    Attributes:
        before, after: acts of the group, in all, in either span.
        change: contribution to tension after minus before, in [-1, 1].
    """

    before: float
    after: float
    change: float


def tension(hostile: float, kind: float) -> float:
    """(hostile + 1/2) / (hostile + kind + 1): the share of conflict, in (0, 1); a half without acts."""
    return (hostile + PRIOR_ACTS) / (hostile + kind + 2 * PRIOR_ACTS)


def contributions(
    before: Mapping[tuple[str, bool], int], after: Mapping[tuple[str, bool], int]
) -> dict[tuple[str, bool], Contribution]:
    """The contribution of every group to the change of tension between two spans.

    Counts go from `before` to `after` on a straight line; at each point of it one more act of conflict moves the
    share by kind / total^2, one of cooperation by -hostile / total^2. A group's contribution is its own change times
    the mean of that: parts add up to the whole, equal acts get equal parts, and splitting a group splits its part
    (Aumann and Shapley).

    Args:
        before, after: acts by (group, is conflict); absent ones are 0.

    Returns:
        Contributions by the same keys; they sum to tension(after) - tension(before).

    Source:
        Aumann and Shapley (1974), Values of Non-Atomic Games.
    """
    ends = [
        [sum(n for (_, hostile), n in span.items() if hostile is side) for side in (True, False)]
        for span in (before, after)
    ]
    (hostile0, kind0), (hostile1, kind1) = ends
    weights = [0.0, 0.0]
    for step in range(STEPS):
        at = (step + 0.5) / STEPS
        hostile = hostile0 + at * (hostile1 - hostile0) + PRIOR_ACTS
        kind = kind0 + at * (kind1 - kind0) + PRIOR_ACTS
        weights[0] += kind / (hostile + kind) ** 2 / STEPS
        weights[1] -= hostile / (hostile + kind) ** 2 / STEPS
    whole = tension(hostile1, kind1) - tension(hostile0, kind0)
    summed = weights[0] * (hostile1 - hostile0) + weights[1] * (kind1 - kind0)
    exact = whole / summed if abs(summed) > 1e-12 else 1.0
    keys = sorted({*before, *after}, key=lambda key: key)
    return {
        key: Contribution(
            before.get(key, 0.0),
            after.get(key, 0.0),
            weights[not key[1]] * exact * (after.get(key, 0.0) - before.get(key, 0.0)),
        )
        for key in keys
    }
