"""`detente import`; a module cannot be called import."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from detente.pipeline.import_result import ImportResult

FORMATS = "icews, gdelt1, gdelt2, polecat, phoenix, plover, acled, ucdp, table"
SHOWN = 8  # reasons, names and files listed


def load(
    files: Annotated[
        list[str], typer.Argument(metavar="FILE...", help="Files, folders or patterns; plain, gzip or zip.")
    ],
    out: Annotated[Path, typer.Option("--output", "-o", metavar="PROJECT", help="The project folder.")],
    format: Annotated[
        str, typer.Option("--format", "-f", help=f"{FORMATS}; by default the first line of each file decides.")
    ] = "",
    column: Annotated[
        list[str] | None,
        typer.Option("--column", "-c", metavar="OURS=THEIRS", help="For tables: the file's name of a column; repeat."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but errors.")] = False,
) -> None:
    """Import event data that others coded (ICEWS, GDELT, POLECAT, ACLED, UCDP …) into a project.

    The rows stand in the table `imported`, beside the project's documents. Files that the project holds are not read
    again; further files are added. Records that cannot be used are counted, and kept in the table `rejected`.
    """
    import detente
    from detente.cli.exits import INCOMPLETE
    from detente.cli.progress import progress_line
    from detente.cli.show import show_json

    columns = dict(_mapped(pair) for pair in column or ())
    with progress_line(not (quiet or as_json)) as progress:
        result = detente.import_events(files, out, format=format, columns=columns, progress=progress)
    if as_json:
        show_json({"project": str(out), **result.as_dict()})
    elif not quiet:
        _show(result)
    if not result.all_read:
        raise typer.Exit(INCOMPLETE)


def _mapped(pair: str) -> tuple[str, str]:
    ours, sign, theirs = pair.partition("=")
    if not (ours and sign and theirs):
        raise typer.BadParameter(f"--column {pair}: write OURS=THEIRS, as in --column actor=source_name")
    return ours.strip(), theirs.strip()


def _show(result: ImportResult) -> None:
    from detente.cli.show import counted

    rows, kept = result.total("rows"), result.total("kept")
    formats = ", ".join(sorted({file.format for file in result.files}))
    held = f" ({result.n_unchanged} held already, not read again)" if result.n_unchanged else ""
    typer.echo(f"{counted(len(result.files), 'file')} of {formats}{held}: {counted(rows, 'row')}")
    typer.echo(f"  {kept} kept, {result.total('duplicates')} duplicates, {result.total('refused')} refused")
    for reason, count in result.refused[:SHOWN]:
        typer.echo(f"    {count} × {reason}")
    if kept:
        both, states = result.total("both_sides"), result.total("states")
        typer.echo(
            f"  both sides known in {both / kept:.1%} of the events kept, states on both sides in {states / kept:.1%}"
        )
    else:
        typer.echo("  Nothing was kept: every row is a duplicate of one that the project holds, or was refused.")
    if result.worst:
        typer.echo("  names that stand for no actor, by events:")
        for name, count in result.worst[:SHOWN]:
            typer.echo(f"    {count} × {name}")
    for item in result.unread[:SHOWN]:
        typer.echo(f"  not read: {item.source}: {item.reason}. {item.remedy}.")
    if len(result.unread) > SHOWN:
        typer.echo(f"  … and {len(result.unread) - SHOWN} more files not read")
    typer.echo(f"the project holds {counted(result.n_project, 'imported event')}")
