"""`detente review`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def review(
    project: Annotated[Path, typer.Argument(metavar="PROJECT", help="The project folder.")],
    csv_file: Annotated[
        Path,
        typer.Option("--csv", metavar="FILE", help="Columns event_id, field, value, reason, reviewer."),
    ],
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but errors.")] = False,
) -> None:
    """Enter an analyst's corrections and apply them; every later run applies them again.

    Fields: actor, recipient, event_type, mode, kind, negated, hypothetical, future, historical, date_start,
    date_end, is_event (false withdraws the event). The log is append-only; of two corrections the later wins.
    """
    from dataclasses import asdict

    import detente
    from detente.cli.exits import INCOMPLETE
    from detente.cli.show import counted, show_json

    result = detente.review(project, csv_file)
    if as_json:
        show_json(asdict(result))
    elif not quiet:
        typer.echo(f"{counted(len(result.entered), 'correction')} entered and applied")
        if result.n_orphans:
            typer.echo(f"{counted(result.n_orphans, 'correction')} of events that are gone; see exports/reviews.csv")
    if result.refused:
        if not as_json:
            for row in result.refused:
                typer.echo(f"{csv_file}, line {row.line}: not entered: {row.reason}", err=True)
        raise typer.Exit(INCOMPLETE)
