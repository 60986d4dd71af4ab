"""Summaries on standard output, for people and for programs."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import typer

from detente.cli.exits import INCOMPLETE

if TYPE_CHECKING:
    from detente.api import Project
    from detente.pipeline.summary import Summary

MAX_UNREAD = 20


def show_project(project: Project, as_json: bool, quiet: bool) -> None:
    """Print what a run came to; leaves with exit code 3 when some inputs were not read."""
    summary = project.summary()
    if as_json:
        show_json({"project": str(project.path), **asdict(summary)})
    elif not quiet:
        _show_text(project, summary)
    if quiet or as_json:
        why = summary.why_nothing()
        if why and not as_json:
            typer.echo(why, err=True)
    if not summary.all_read:
        raise typer.Exit(INCOMPLETE)


def show_json(value: Any) -> None:
    """Print JSON; dates as ISO 8601."""
    typer.echo(json.dumps(value, ensure_ascii=False, indent=1, default=str))


def counted(n: int, noun: str, nouns: str = "") -> str:
    """The number with its noun, in the plural but for one."""
    return f"{n} {noun if n == 1 else nouns or noun + 's'}"


def _show_text(project: Project, summary: Summary) -> None:
    copies = f" ({counted(summary.n_near_duplicates, 'near-duplicate')})" if summary.n_near_duplicates else ""
    acts = f"{summary.n_event_groups} distinct acts and conditions"
    typer.echo(
        f"{counted(summary.n_documents, 'document')}{copies}, {counted(summary.n_sentences, 'sentence')}: "
        f"{counted(summary.n_events, 'event')}, {acts}, "
        f"{counted(summary.n_dyads, 'dyad')}, {counted(summary.n_ties, 'tie')}"
    )
    why = summary.why_nothing()
    if why:
        typer.echo(why)
    elif summary.not_coded:
        typer.echo(f"{counted(sum(n for _, n in summary.not_coded), 'document')} without events:")
        for reason, n in summary.not_coded[:MAX_UNREAD]:
            typer.echo(f"  {n} × {reason}")
    if summary.unread:
        typer.echo(f"not read: {counted(len(summary.unread), 'input or record', 'inputs or records')}:")
        for item in summary.unread[:MAX_UNREAD]:
            typer.echo(f"  {item.source}: {item.reason}. {item.remedy}.".replace("..", "."))
        if len(summary.unread) > MAX_UNREAD:
            typer.echo(f"  … and {len(summary.unread) - MAX_UNREAD} more in exports/rejected.csv")
    if summary.n_orphans:
        typer.echo(f"{counted(summary.n_orphans, 'review')} of events that are gone; see exports/reviews.csv")
    typer.echo(f"report: {project.path / 'report.html'}")
