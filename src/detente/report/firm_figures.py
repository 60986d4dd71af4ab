"""The figures of balance, each with a plain sentence on what it says here."""

from __future__ import annotations

import math
from dataclasses import dataclass

from detente.report.firm_facts import BalanceFacts
from detente.report.reading import Reading
from detente.report.statement import named
from detente.report.wording import counted, signed_number

CHANCE = 0.05  # p up to which balance is called more than chance


@dataclass(frozen=True, slots=True)
class FirmFigure:
    """One row: what it is, its value, what it says here."""

    name: str
    value: str
    says: str


def firm_figures(reading: Reading, facts: BalanceFacts) -> tuple[FirmFigure, ...]:
    """Frustration, its share of the hostile weight, the second best, walk balance, chance, more camps."""
    share = 1 - 2 * facts.frustration / facts.total
    rows = [
        FirmFigure(
            "Ties against the split",
            f"{facts.n_frustrated} of {facts.n_ties}",
            f"Weight {facts.frustration:.2f} of {facts.total:.2f}; F = {share:.2f}, where 1 is a network that two camps "
            "explain wholly and 0 one that they do not explain at all.",
        ),
        _of_negative(facts),
        *_second(reading),
        FirmFigure(
            "Walk balance",
            f"{facts.kappa:.2f}",
            "Every circle of ties fits: friends of friends are friends, foes of foes too."
            if facts.kappa > 1 - 1e-9
            else f"Of the circles of ties, short ones counting most, the fitting outweigh the others by "
            f"{facts.kappa:.0%} of all; it falls with the density of the network too.",
        ),
        _chance(facts),
        _weak(facts),
    ]
    return tuple(rows)


def _of_negative(facts: BalanceFacts) -> FirmFigure:
    if not facts.negative:
        return FirmFigure("As a share of the hostile weight", "–", "No tie is hostile, so nothing opposes camps.")
    part = facts.frustration / facts.negative
    says = (
        "The split explains all hostility."
        if part < 1e-9
        else "Calling all friends would do no worse: the camps explain nothing of the hostility."
        if part > 1 - 1e-9
        else f"Of the hostility, {1 - part:.0%} is explained by the split; at 100% calling all friends would do as well."
    )
    return FirmFigure("As a share of the hostile weight", f"{part:.0%}", says)


def _second(reading: Reading) -> list[FirmFigure]:
    camps = reading.camps
    if camps is None or camps.margin is None:
        return []
    moves = named(reading, camps.second_best_moves, 4)
    if camps.unique is False:
        return [FirmFigure("Best split", "not unique", f"Another is as good; it would move {moves}.")]
    value = "unique" if camps.unique else "best found"
    says = f"The next best moves {moves} and sets {camps.margin:.2f} more tie weight against it."
    return [
        FirmFigure("Best split", value, says if camps.unique else f"{says} Whether it is the only best is not known.")
    ]


def _chance(facts: BalanceFacts) -> FirmFigure:
    name = "Against chance"
    if not facts.n_nulls:
        return FirmFigure(name, "not asked", f"Left out: {facts.omitted}.")
    drawn = f"the same ties with their signs dealt at random ({facts.n_nulls} networks, mean F {facts.null_mean:.2f})"
    if math.isnan(facts.null_z):
        return FirmFigure(name, "–", f"It cannot be told from chance: {drawn} are all alike.")
    value = f"z = {signed_number(facts.null_z)}, p = {facts.null_p:.3f}"
    verdict = "More balanced than" if facts.null_p <= CHANCE else "No more balanced than often comes of"
    return FirmFigure(name, value, f"{verdict} {drawn}.")


def _weak(facts: BalanceFacts) -> FirmFigure:
    k, frustration = facts.weak
    if not k:
        return FirmFigure("Best number of camps", "not asked", f"Left out: {facts.omitted}.")
    if k == 2:
        says = "More than two camps, where foes need not share friends, would explain no more."
        return FirmFigure("Best number of camps", "2", says)
    less = facts.frustration - frustration
    return FirmFigure(
        "Best number of camps",
        str(k),
        f"{counted(k, 'camp')} leave {frustration:.2f} of weight against them, {less:.2f} less than two: some foes "
        "have no friend in common.",
    )
