"""`detente actors`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import typer


def actors(
    search: Annotated[str, typer.Argument(metavar="[WORDS]", help="Words of a name, or a code such as KOR.")] = "",
    project: Annotated[Path | None, typer.Option("--project", "-p", metavar="DIR", help="A project folder.")] = None,
    unresolved: Annotated[
        bool, typer.Option("--unresolved", help="Names the project could not resolve, worst first.")
    ] = False,
    known: Annotated[
        bool, typer.Option("--known", help="With --project: names that are known, not those it mentions.")
    ] = False,
    on: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Leave out what is not in force on this day.")
    ] = None,
    add: Annotated[
        str, typer.Option("--add", metavar="CODE", help="Add WORDS to the project's actors.csv with this code.")
    ] = "",
    kind: Annotated[
        str, typer.Option(help="With --add: institution, party, armed_group, company, person …")
    ] = "institution",
    sector: Annotated[str, typer.Option(help="With --add: a PLOVER sector.")] = "",
    valid_from: Annotated[
        str, typer.Option("--from", metavar="DATE", help="With --add: first day, YYYY[-MM[-DD]].")
    ] = "",
    valid_to: Annotated[str, typer.Option("--to", metavar="DATE", help="With --add: the day after the last.")] = "",
    limit: Annotated[int, typer.Option(min=1, help="Rows shown.")] = 40,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """List, search and add names of actors.

    Without a project: the names that are known. With one: the actors it mentions, or with --unresolved the names
    that it could not resolve. Your own names stand in actors.csv of the project and win over ours.
    """
    import detente

    if add:
        if project is None or not search:
            raise typer.BadParameter("--add needs the name as WORDS, and --project.")
        file = detente.add_actor(
            project, search, add, kind=kind, sector=sector, valid_from=valid_from, valid_to=valid_to
        )
        typer.echo(f"{search} = {add} written to {file}; the next run codes with it")
        return
    from detente.pipeline.actor_lists import project_actors, project_unresolved

    rows: Sequence[dict[str, Any]]
    if project is None or known:
        rows = [asdict(actor) for actor in detente.actors(search, project, None if on is None else on.date())]
        columns = ("text", "code", "kind", "sector", "office", "valid_from", "valid_to")
    elif unresolved:
        rows = project_unresolved(project, search)
        columns = ("n_mentions", "text", "reason", "example")
    else:
        rows = project_actors(project, search)
        columns = ("n_mentions", "code", "name", "sector", "organisation", "n_documents")
    _show(rows, columns, limit, as_json)


def _show(rows: Sequence[dict[str, Any]], columns: tuple[str, ...], limit: int, as_json: bool) -> None:
    from detente.cli.show import show_json

    if as_json:
        show_json(list(rows[:limit]))
        return
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    if not rows:
        typer.echo("nothing found")
        return
    table = Table(*columns)
    for row in rows[:limit]:
        table.add_row(*(escape("" if row[column] is None else str(row[column])) for column in columns))
    Console().print(table)
    if len(rows) > limit:
        typer.echo(f"{len(rows) - limit} more; give more words, or --limit")
