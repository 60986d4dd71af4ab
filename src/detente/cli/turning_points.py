"""`detente turning-points`."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from detente.pipeline.turning import DatedTurn


def turning_points(
    project: Annotated[Path, typer.Option("--project", "-p", metavar="DIR", help="The project folder.")] = Path(),
    dyad: Annotated[str | None, typer.Option(metavar="A,B", help="One dyad, as CHN,JPN; by default all.")] = None,
    since: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Leave out turns before this day.")
    ] = None,
    as_of: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Use nothing that happened after this day.")
    ] = None,
    probability: Annotated[
        float | None, typer.Option(min=0.3, max=1.0, help="Least probability of a turn; by default 0.55.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """When relations turned: date and its interval, direction, size, probability, and the acts that drove it.

    A turn is a change of conflict or of its share in all acts, or a lasting opening; more talk alone is none.
    """
    import detente
    from detente.cli.show import show_json

    found = detente.turning_points(
        project,
        dyad,
        since=None if since is None else since.date(),
        as_of=None if as_of is None else as_of.date(),
        probability=probability,
    )
    if as_json:
        show_json([turn.record() for turn in found])
        return
    if not found:
        typer.echo("no turning point: the acts told do not change beyond chance, or are too few (10 acts, 26 weeks)")
    for turn in found:
        show_turn(turn)


def show_turn(turn: DatedTurn) -> None:
    """One turn in a few lines."""
    point = turn.point
    shares = " → ".join(
        "?" if share != share else f"{share:.0%}" for share in (point.tension_before, point.tension_after)
    )
    typer.echo(
        f"{point.date} ({point.date_low} to {point.date_high})  {point.a}–{point.b}  {point.direction}, {point.kind}"
        f"  tension {shares}, odds ×{2**point.size:.2g}, probability {point.probability:.2f}"
    )
    for act in turn.evidence:
        typer.echo(f"    {act.date} {act.event_type} {act.text} [{act.source}]")
