"""`detente what-if`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from detente.cli.alignment_options import Labels, Output, ProjectFolder, Scale, Seed, Sizes, Start, Table

if TYPE_CHECKING:
    from detente.align.tipping_record import Tipping
    from detente.align.what_if import WhatIf

Several = list[str] | None


def what_if(
    file: Table = None,
    project: ProjectFolder = None,
    sizes: Sizes = None,
    scale: Scale = "",
    labels: Labels = "",
    start: Start = "",
    values: Annotated[
        Several, typer.Option("--set", metavar="A,B=P", help="A pair's propensity, after --scale; may be repeated.")
    ] = None,
    size: Annotated[Several, typer.Option("--size", metavar="A=S", help="An actor's size; may be repeated.")] = None,
    drop: Annotated[Several, typer.Option("--drop", metavar="A", help="An actor leaves; may be repeated.")] = None,
    add: Annotated[
        Several, typer.Option("--add", metavar="A[=S]", help="An actor comes, of size S or 1; may be repeated.")
    ] = None,
    together: Annotated[
        Several, typer.Option("--together", metavar="A,B", help="Force a pair into one camp; may be repeated.")
    ] = None,
    apart: Annotated[
        Several, typer.Option("--apart", metavar="A,B", help="Force a pair into two camps; may be repeated.")
    ] = None,
    pair: Annotated[
        str, typer.Option("--pair", metavar="A,B", help="Also what would part this pair, or bring it together.")
    ] = "",
    tips: Annotated[
        bool, typer.Option("--tips/--no-tips", help="The smallest changes that tip the best split.")
    ] = True,
    limit: Annotated[int, typer.Option(min=1, help="Tipping points shown of pairs, and of sizes.")] = 10,
    output: Output = None,
    seed: Seed = 0,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Say what moves when something changes, and how small a change tips the best split.

    Without a change: the tipping points alone. A tipping point is the exact value of one propensity, or of one size,
    at which another configuration becomes as low as the best one, all else being as it is.
    """
    import detente
    from detente.cli.alignment_options import require_output, source_of
    from detente.cli.show import show_json
    from detente.cli.suppositions import changes_of, labels_of, names_of, pair_of

    require_output(output)
    changes = changes_of(values or (), size or (), drop or (), add or (), together or (), apart or ())
    found = detente.what_if(
        source_of(file, project),
        changes,
        start=names_of(start),
        sizes=sizes,
        scale=scale,
        labels=labels_of(labels),
        pair=pair_of(pair, "--pair") if pair else None,
        tips=tips,
        seed=seed,
    )
    if output is not None:
        from detente.pipeline.landscape_figure import draw_landscape

        draw_landscape(found.after, output, "Landscape after the change" if changes else "Landscape")
    if as_json:
        show_json(_json(found))
    else:
        _show(found, limit)


def _json(found: WhatIf) -> dict[str, Any]:
    from detente.cli.landscape import landscape_json, optimum_json

    before, after, path = found.before, found.after, found.path
    return {
        "changes": {
            "set": [{"a": a, "b": b, "propensity": value} for (a, b), value in found.changes.propensities.items()],
            "size": dict(found.changes.sizes),
            "drop": list(found.changes.drop),
            "add": dict(found.changes.add),
            "together": [list(pair) for pair in found.changes.together],
            "apart": [list(pair) for pair in found.changes.apart],
        },
        "today": optimum_json(before, found.today),
        "before": {**landscape_json(before), "best": optimum_json(before, before.best)},
        "after": {**landscape_json(after), "best": optimum_json(after, after.best)},
        "moved": list(found.moved),
        "path": {
            "steps": [{"actors": list(step.actors), "energy": step.energy} for step in path.steps],
            "end": optimum_json(after, path.end),
            "moved": list(found.moved_on_path),
        },
        "cost": found.cost,
        "tipping": [_tip_json(found, tip) for tip in found.tipping],
        "parting": [_tip_json(found, tip) for tip in found.parting],
    }


def _tip_json(found: WhatIf, tip: Tipping) -> dict[str, Any]:
    from detente.cli.landscape import optimum_json

    return {
        "a": tip.a,
        "b": tip.b or None,
        "kind": "propensity" if tip.b else "size",
        "value": tip.value,
        "tips_at": tip.tips_at,
        "change": tip.change,
        "together": tip.together,
        "moves": list(tip.moves),
        "possible": tip.possible,
        "optimum": None if tip.optimum is None else optimum_json(found.before, tip.optimum),
    }


def _show(found: WhatIf, limit: int) -> None:
    from rich.console import Console
    from rich.markup import escape

    from detente.cli.landscape import descent_words

    console = Console(highlight=False)
    for note in found.before.propensities.notes:
        typer.echo(f"note: {note}", err=True)
    console.print(escape(f"today: {_camps(found.today)}"))
    if found.changes:
        if found.today.camp_1 != found.before.best.camp_1:
            console.print(escape(f"best before: {_camps(found.before.best)}"))
        console.print(escape(f"best after: {_camps(found.after.best)}{_proof(found)}"))
        console.print(escape(f"the best split moves: {', '.join(found.moved) or 'nobody'}"))
        if found.changes.forced:
            console.print(escape(f"forcing costs {found.cost:g} of energy against the best split that is free"))
        console.print(escape(descent_words(found.path)))
        console.print(escape(f"of today's alignment that moves: {', '.join(found.moved_on_path) or 'nobody'}"))
    if found.parting:
        console.print(_table("The pair changes its relation when this alone changes:", found.parting, limit))
    if found.tipping:
        pairs = [tip for tip in found.tipping if tip.b]
        alone = [tip for tip in found.tipping if not tip.b]
        console.print(_table("The best split tips when this propensity alone changes:", pairs, limit))
        if any(tip.change is not None for tip in alone):
            console.print(_table("or this size alone:", alone, limit))
        else:
            console.print("No size alone tips it.")


def _camps(one: Any) -> str:
    return f"{', '.join(one.camp_1)} | {', '.join(one.camp_2) or '–'} (energy {one.energy:g})"


def _proof(found: WhatIf) -> str:
    if found.after.gap:
        return f"; not proven, may be lower by up to {found.after.gap:g}"
    return "; others are as low" if found.after.unique is False else ""


def _table(title: str, tips: Sequence[Tipping], limit: int) -> Any:
    """What can tip, the smallest change first; what cannot is counted."""
    from rich.markup import escape
    from rich.table import Table as RichTable

    tipping = [tip for tip in tips if tip.change is not None]
    table = RichTable("of", "is", "tips at", "change", "then moves", title=title, title_justify="left")
    for tip in tipping[:limit]:
        who = f"{tip.a}, {tip.b}" if tip.b else f"size of {tip.a}"
        change = f"{tip.change:+.4g}" + ("" if tip.possible else " (out of range)")
        cells = (who, f"{tip.value:.4g}", f"{tip.tips_at:.4g}", change, ", ".join(tip.moves))
        table.add_row(*(escape(cell) for cell in cells))
    if len(tipping) < len(tips):
        table.caption = f"{len(tips) - len(tipping)} others tip nothing, whatever they are"
        table.caption_justify = "left"
    return table
