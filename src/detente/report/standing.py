"""Who stands where on the page: held in a camp by friends, alone against a camp, or placed by a quarrel only.

The split puts every actor with a tie on a side. A side is not yet company: an actor whose only ties are hostile ones
to the other side is there for want of another place. The page does not call such an actor a member of the camp.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from detente.report.camp_split import CampPart
from detente.report.reading import Reading

LEAST_FOES = 2  # hostile ties to members of a camp from which one stands against the camp, not against one member


@dataclass(frozen=True, slots=True)
class Apart:
    """An actor that only quarrels place, and the actors it quarrels with, the most told quarrel first."""

    code: str
    foes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a part of the network, the most told actor first.

    Attributes:
        held: actors with a friendly tie to another actor of the side.
        alone: actors of a side without any such tie that oppose at least two actors held on the other side.
    """

    held: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()

    @property
    def shown(self) -> tuple[str, ...]:
        """The actors that the page puts on this side."""
        return self.held or self.alone


@dataclass(frozen=True, slots=True)
class Part:
    """The two sides of one connected part, and the actors that only quarrels place."""

    left: Side
    right: Side
    apart: tuple[Apart, ...]
    opposed: bool


def parts_of(reading: Reading) -> tuple[Part, ...]:
    """Connected parts of the network as the page tells them, the largest first; empty without a split."""
    if reading.camps is None:
        return ()
    told, friends, foes = told_of(reading), _neighbours(reading, 1), _neighbours(reading, -1)
    return tuple(_part(part, told, friends, foes) for part in reading.camps.components)


def apart_codes(reading: Reading) -> frozenset[str]:
    """Actors of all parts that only quarrels place."""
    return frozenset(apart.code for part in parts_of(reading) for apart in part.apart)


def told_of(reading: Reading) -> Counter[str]:
    """Acts and conditions behind the ties of each actor."""
    told: Counter[str] = Counter()
    for tie in reading.tables["ties"]:
        told.update({tie["a"]: tie["n"], tie["b"]: tie["n"]})
    return told


def _neighbours(reading: Reading, sign: int) -> dict[str, Counter[str]]:
    """Code -> the codes that ties of one sign join it to, with the acts and conditions behind them."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for tie in reading.tables["ties"]:
        if tie["sign"] == sign:
            found[tie["a"]][tie["b"]] += tie["n"]
            found[tie["b"]][tie["a"]] += tie["n"]
    return found


def _part(part: CampPart, told: Counter[str], friends: dict[str, Counter[str]], foes: dict[str, Counter[str]]) -> Part:
    sides = [sorted(side, key=lambda code: (-told[code], code)) for side in (part.members_a, part.members_b)]
    opposed = part.n_negative_between > 0
    if not opposed:
        return Part(Side(tuple(sides[0])), Side(tuple(sides[1])), (), False)
    held = [tuple(code for code in side if friends[code].keys() & set(side)) for side in sides]
    left, right = (Side(held[i], () if held[i] else _alone(sides[i], held[1 - i], foes)) for i in (0, 1))
    rest = [code for side in sides for code in side if code not in (*left.shown, *right.shown)]
    across = [(code, foes[code].keys() & set(sides[0] + sides[1])) for code in rest]
    apart = tuple(Apart(code, tuple(sorted(codes, key=lambda foe: (-foes[code][foe], foe)))) for code, codes in across)
    return Part(left, right, tuple(sorted(apart, key=lambda entry: (-told[entry.code], entry.code))), True)


def _alone(side: Sequence[str], camp: Sequence[str], foes: dict[str, Counter[str]]) -> tuple[str, ...]:
    return tuple(code for code in side if len(foes[code].keys() & set(camp)) >= LEAST_FOES)
