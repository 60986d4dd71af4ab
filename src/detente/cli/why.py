"""`detente why`."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from rich.table import Table

    from detente.pipeline.causes import Cause, Why

SHOWN = 8


def why(
    a: Annotated[str, typer.Argument(metavar="A", help="A state, as code or name.")],
    b: Annotated[str, typer.Argument(metavar="B", help="Another.")],
    before: Annotated[
        str, typer.Option("--from", metavar="TIME", help="What to compare with: YYYY, YYYY-Qn, YYYY-MM, YYYY-MM-DD.")
    ],
    after: Annotated[str, typer.Option("--to", metavar="TIME", help="End of the time since, likewise.")],
    project: Annotated[Path, typer.Option("--project", "-p", metavar="DIR", help="The project folder.")] = Path(),
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Why a relation changed: which types, doers and sources moved its tension, by how much, with the acts.

    Compares the time --from with the time since then, up to the end of --to. Parts add up to the change.
    """
    import detente
    from detente.cli.show import show_json

    found = detente.why(project, a, b, before, after)
    if as_json:
        show_json(asdict(found))
    else:
        _show(found)


def _show(found: Why) -> None:
    from rich.console import Console
    from rich.markup import escape

    console = Console(highlight=False)
    spans = [f"{first} to {end}" for first, end in (found.before, found.after)]
    console.print(
        f"{found.a}–{found.b}: share of conflict {found.tension_before:.0%} ({spans[0]}, {found.n_before} acts) → "
        f"{found.tension_after:.0%} ({spans[1]}, {found.n_after} acts): {100 * found.change:+.1f} points; ends excluded"
    )
    for title, causes in (("event type", found.types), ("doer", found.actors), ("source", found.sources)):
        console.print(_table(title, causes))
    for act in found.acts:
        console.print(escape(f"{act.date} {act.event_type} {act.text} [{act.source}]"))


def _table(title: str, causes: tuple[Cause, ...]) -> Table:
    from rich.markup import escape
    from rich.table import Table

    table = Table(title, "side", "before", "after", "points")
    for cause in causes[:SHOWN]:
        table.add_row(
            escape(cause.name), cause.side, str(cause.n_before), str(cause.n_after), f"{100 * cause.change:+.1f}"
        )
    rest = causes[SHOWN:]
    if rest:
        sums = (sum(one.n_before for one in rest), sum(one.n_after for one in rest), sum(one.change for one in rest))
        table.add_row(f"{len(rest)} more", "", str(sums[0]), str(sums[1]), f"{100 * sums[2]:+.1f}")
    return table
