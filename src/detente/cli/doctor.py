"""`detente doctor`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def doctor(
    folder: Annotated[
        Path, typer.Option("--output", "-o", metavar="DIR", help="Where projects are to be written.")
    ] = Path(),
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Check this installation: versions, lexicon, a writable folder, and one sentence coded."""
    from dataclasses import asdict

    import detente
    from detente.cli.exits import INCOMPLETE
    from detente.cli.show import show_json

    checks = detente.doctor(folder)
    if as_json:
        show_json([asdict(check) for check in checks])
    else:
        for check in checks:
            typer.echo(f"{'ok   ' if check.ok else 'WRONG'} {check.name}: {check.found}")
            if not check.ok:
                typer.echo(f"      remedy: {check.remedy}")
    if not all(check.ok for check in checks):
        raise typer.Exit(INCOMPLETE)
