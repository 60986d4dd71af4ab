"""What the report tells of how firm the camps are: what would break the first one, and what holds it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from detente.pipeline.firm_core import FirmCore, firm_core
from detente.report.firm_facts import BalanceFacts, CampFacts, FirmFacts, PivotTie, ThreatFacts

if TYPE_CHECKING:
    from detente.align.breaking import BreakingTie
    from detente.align.camps_record import Camps

NO_SPLIT = "the two sides were not computed."
NO_CAMP = "no friendly tie holds a camp together against another side."
SMALL_CORE = "the best-told actors of the network, which alone can be looked at, hold no two members of the first camp."


def firmness_section(tables: Mapping[str, pa.Table], camps: Camps | None, min_events: int = 1) -> FirmFacts | None:
    """What would break the first camp, what holds its best-told pair together, and how balanced the network is.

    Args:
        tables: ties, tie_evidence and events of a project.
        camps: their split, or None.
        min_events: acts and conditions that a tie needs to have a sign.

    Returns:
        The facts, or None where no tie between two states has a sign.
    """
    if camps is None:
        return FirmFacts(reason=NO_SPLIT) if any(tables["ties"].column("sign").to_pylist()) else None
    if not camps.n_ties:
        return None
    from detente.pipeline.firm_balance import firm_balance

    balance = firm_balance(tables["ties"], camps)
    core = firm_core(tables["ties"], camps)
    if core is None:
        return FirmFacts(balance=balance, reason=NO_CAMP)
    if len(core.camp) < 2:
        return FirmFacts(balance=balance, reason=SMALL_CORE, left_out=core.left_out, looked_at=len(core.given.actors))
    return _facts(core, tables, balance, min_events)


def _facts(core: FirmCore, tables: Mapping[str, pa.Table], balance: BalanceFacts, min_events: int) -> FirmFacts:
    from detente.align.breaking import breaking
    from detente.align.common_threat import common_threat
    from detente.pipeline.firm_draws import firm_draws

    found = breaking(core.given, core.camp)
    ties = tuple(_pivot(core, tie) for tie in found.ties)
    threat = common_threat(core.given, *core.pair) if core.pair else None
    rest = _rest(core, ties)
    draws = firm_draws(core, ties, rest, threat, tables, min_events)
    held = threat.holds if threat else None
    own = core.rows[core.pair] if core.pair else {}
    single = next((tie for tie in held.ties if tie.possible), None) if held else None
    return FirmFacts(
        camp=CampFacts(
            letter=core.letter,
            members=core.camp,
            ties=ties,
            margin=found.margin,
            leaves=found.leaves,
            costs=found.costs,
            rest=rest,
            n_draws=draws.n,
            stands=draws.stands,
            rest_stands=draws.rest_stands,
            agrees=draws.first_agrees,
            with_first=draws.with_first,
        ),
        threat=ThreatFacts(
            a=threat.a,
            b=threat.b,
            value=own["weight"],
            n=own["n"],
            foes=tuple(sorted(threat.foes, key=lambda foe: (-_towards(core, foe, "weight"), foe))),
            total=threat.total,
            n_acts=round(sum(_towards(core, foe, "n") for foe in threat.foes)),
            needed=threat.needed,
            own_without=threat.own_without,
            margin=threat.holds.margin,
            costs=threat.holds.costs,
            tie=_pivot(core, single) if single else None,
            agrees=draws.second_agrees,
            low=draws.needed_low,
            high=draws.needed_high,
        )
        if threat
        else None,
        balance=balance,
        left_out=core.left_out,
        looked_at=len(core.given.actors),
    )


def _pivot(core: FirmCore, tie: BreakingTie) -> PivotTie:
    a, b = sorted((tie.a, tie.b))
    row = core.rows[a, b]
    return PivotTie(a, b, row["weight"], tie.breaks_at, row["n"], tie.leaves, tie.moves, tie.possible)


def _rest(core: FirmCore, ties: tuple[PivotTie, ...]) -> tuple[str, ...]:
    """Members that no single tie parts, once those are left aside that one does; empty where there are none such."""
    from detente.align.breaking import breaking

    gone: set[str] = set()
    points: Any = ties
    while True:
        leaving = {code for tie in points if tie.possible for code in tie.leaves}
        rest = tuple(code for code in core.camp if code not in gone)
        if not leaving:
            return rest if gone else ()
        gone |= leaving
        left = [code for code in core.camp if code not in gone]
        if len(left) < 2:
            return ()
        points = breaking(core.given, left).ties


def _towards(core: FirmCore, foe: str, column: str) -> float:
    return sum(abs(core.rows[min(one, foe), max(one, foe)][column]) for one in core.pair)
