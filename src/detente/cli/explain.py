"""`detente explain`."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from detente.pipeline.explaining import Explanation
    from detente.schema.event import Event


def explain(
    text: Annotated[str, typer.Argument(metavar="SENTENCE", help="An English sentence, or several.")],
    published: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="When it was published; decides who held an office.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Show the mentions, actors and events of a sentence and, for each thing not coded, why."""
    from dataclasses import asdict

    import detente
    from detente.cli.show import show_json

    found = detente.explain(text, None if published is None else published.date())
    if as_json:
        events = [{**asdict(event), "modality": event.modality} for event in found.events]
        show_json({**asdict(found), "events": events})
    else:
        _show(found)


def _show(found: Explanation) -> None:
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    console = Console(highlight=False)
    mentions = Table("mention", "kind", "actors", "why", title="Mentions", title_justify="left")
    for mention in found.mentions:
        actors = ", ".join(_code(actor.code, actor.sector) for actor in mention.actors) or "unresolved"
        why = mention.why or "; ".join(actor.why for actor in mention.actors if actor.why)
        mentions.add_row(*(escape(cell) for cell in (mention.text, mention.kind, actors, why)))
    console.print(mentions if found.mentions else "No mention of an actor was found.")
    for span in found.dates:
        text = found.text[span.char_start : span.char_end]
        console.print(f"date: {escape(text)} = {span.date_start} to {span.date_end} ({span.basis}, end excluded)")
    for event in found.events:
        console.print(escape(_line(event)), style="bold")
        console.print(escape(f"  trigger {event.trigger!r}, {event.kind}, {event.modality}; rule: {event.rule}"))
    for note in found.notes:
        console.print(escape(f"not coded: {note.text!r}: {note.reason}"))
    if found.nothing:
        console.print(escape(f"No event: {found.nothing}."))


def _line(event: Event) -> str:
    mode = f"/{event.mode}" if event.mode else ""
    recipient = _code(event.recipient, event.recipient_sector) or "nobody in particular"
    day = f", {event.date_start} ({event.date_basis})" if event.date_start else ""
    actor = _code(event.actor, event.actor_sector)
    score = f"{event.scale:+g}" if event.scale else "0"  # a zero has no sign, not even that of -0.0
    return f"event: {actor} {event.event_type}{mode} {recipient} [{score}]{day}"


def _code(code: str, sector: str) -> str:
    return f"{code} {sector}".strip()
