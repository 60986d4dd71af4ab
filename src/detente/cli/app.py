"""The commands, gathered."""

from __future__ import annotations

from typing import Annotated

import typer

from detente.cli.actors import actors
from detente.cli.balance import balance
from detente.cli.camps import camps
from detente.cli.demo import demo
from detente.cli.doctor import doctor
from detente.cli.exits import EPILOG
from detente.cli.explain import explain
from detente.cli.export import export
from detente.cli.landscape import landscape
from detente.cli.load import load
from detente.cli.panel import panel
from detente.cli.review import review
from detente.cli.run import run
from detente.cli.similarity import similarity
from detente.cli.ties import ties
from detente.cli.track import track
from detente.cli.turning_points import turning_points
from detente.cli.what_if import what_if
from detente.cli.why import why

app = typer.Typer(
    name="detente",
    help="From reporting to a sourced, dated record of how states treat each other, and how they line up.",
    epilog=EPILOG,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.command(epilog=EPILOG)(run)
app.command("import", epilog=EPILOG)(load)
for command in (demo, explain, actors, track):
    app.command(epilog=EPILOG)(command)
app.command("turning-points", epilog=EPILOG)(turning_points)
for command in (why, panel, ties, balance, camps, landscape, what_if, similarity, review, export, doctor):
    app.command(epilog=EPILOG)(command)


def _version(wanted: bool) -> None:
    if wanted:
        import detente

        typer.echo(f"detente {detente.__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and leave.")
    ] = False,
) -> None:
    """From reporting to a sourced, dated record of how states treat each other, and how they line up."""
