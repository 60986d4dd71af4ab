"""How firm the camps are, in words: what would break the first one, what holds it, what of that can be relied on."""

from __future__ import annotations

from dataclasses import dataclass

from detente.report.anchors import pair_anchor
from detente.report.break_words import break_statement
from detente.report.firm_facts import FirmFacts, PivotTie
from detente.report.firm_figures import FirmFigure, firm_figures
from detente.report.reading import Reading
from detente.report.reliance import reliance
from detente.report.statement import Statement
from detente.report.threat_words import threat_statement
from detente.report.wording import counted, joined, signed_number, with_article

PIVOTS = 5  # ties of the table
LIMIT = 1.0  # greatest |weight|


@dataclass(frozen=True, slots=True)
class PivotRow:
    """One tie of the table, in words; `value` and `n` to sort by."""

    name: str
    anchor: str
    value: float
    weight: str
    breaks_at: str
    leaves: str
    n: int


@dataclass(frozen=True, slots=True)
class Firmness:
    """The section as the page shows it.

    Attributes:
        statements: none, one or two.
        reason: why there are none, or "".
        pivots: the ties that part the camp soonest.
        figures: balance of the network, each with what it says here.
        robust, doubtful: sentences on what can be relied on and what cannot.
        scope: which actors were looked at where not all were, or "".
        camp: `camp A`.
        redrawn: whether the acts were drawn anew.
    """

    statements: tuple[Statement, ...]
    reason: str
    pivots: tuple[PivotRow, ...]
    figures: tuple[FirmFigure, ...]
    robust: tuple[str, ...]
    doubtful: tuple[str, ...]
    scope: str
    camp: str
    redrawn: bool


def firmness(reading: Reading, facts: FirmFacts | None) -> Firmness | None:
    """The section, or None where nothing is known."""
    if facts is None:
        return None
    camp, threat = facts.camp, facts.threat
    statements = [break_statement(reading, camp)] if camp else []
    if camp and threat:
        statements.append(threat_statement(reading, threat, camp.n_draws))
    robust, doubtful = reliance(reading, facts)
    return Firmness(
        statements=tuple(statements),
        reason=facts.reason,
        pivots=tuple(_row(reading, tie) for tie in camp.ties[:PIVOTS]) if camp else (),
        figures=firm_figures(reading, facts.balance) if facts.balance else (),
        robust=robust,
        doubtful=doubtful,
        scope=f"Asked of the {facts.looked_at} best-told actors that ties join; "
        f"{counted(facts.left_out, 'other is', 'others are')} left out, because every split is looked at."
        if facts.left_out
        else "",
        camp=f"camp {camp.letter}" if camp else "",
        redrawn=bool(camp and camp.n_draws),
    )


def _row(reading: Reading, tie: PivotTie) -> PivotRow:
    if tie.breaks_at is None:
        breaks = "never"
    elif tie.possible:
        breaks = signed_number(tie.breaks_at)
    else:
        limit = LIMIT if tie.breaks_at > tie.value else -LIMIT
        breaks = f"not even at {signed_number(limit)}"
    return PivotRow(
        name=reading.pair_name(tie.a, tie.b),
        anchor=pair_anchor(tie.a, tie.b),
        value=tie.value,
        weight=signed_number(tie.value),
        breaks_at=breaks,
        leaves=joined([with_article(reading.name(code)) for code in tie.moves], 4) if tie.possible else "nobody",
        n=tie.n,
    )
