"""`detente ties`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from detente.cli.tie_options import Certain, Norm, Period, Reference

SHOWN = 20  # ties of the last period in a terminal, the surest


def ties(
    project: Annotated[Path, typer.Option("--project", "-p", metavar="DIR", help="The project folder.")] = Path(),
    period: Period = "year",
    norm: Norm = "world",
    certain: Certain = 0.9,
    reference: Reference = None,
    out: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE.csv", help="Write the ties, a frame a period.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Who was on good and on bad terms in each period, by how tense the pair was beside a norm.

    The file is one that `detente balance` reads. Uncertain ties stand in it without a sign, and have no say there;
    --certain 0.5 gives each the likelier sign, with little weight.
    """
    import detente
    from detente.cli.show import counted, show_json

    if out is not None and out.suffix.lower() != ".csv":
        raise typer.BadParameter(f"{out}: ties are written as CSV; give -o a name that ends in .csv.")
    found = detente.panel_ties(project, period=period, norm=norm, certain=certain, reference=reference)
    if out is not None:
        from detente.exchange.csv import write_csv

        out.parent.mkdir(parents=True, exist_ok=True)
        write_csv(found, out)
    rows = found.to_pylist()
    if as_json:
        show_json(rows)
    elif out is not None:
        typer.echo(f"{counted(len(rows), 'tie')}, {sum(row['uncertain'] for row in rows)} of them uncertain: {out}")
    else:
        _show(rows)


def _show(rows: list[dict[str, object]]) -> None:
    typer.echo(f"{'frame':>10} {'ties':>6} {'positive':>8} {'negative':>8} {'uncertain':>9}")
    for frame in dict.fromkeys(str(row["frame"]) for row in rows):
        signs = [row["sign"] for row in rows if row["frame"] == frame]
        typer.echo(f"{frame:>10} {len(signs):>6} {signs.count(1):>8} {signs.count(-1):>8} {signs.count(None):>9}")
    last = [row for row in rows if row["frame"] == rows[-1]["frame"] and row["sign"]]
    most = sorted(last, key=lambda row: -int(str(row["n"])))[:SHOWN]
    typer.echo(f"\n{rows[-1]['frame']}, those with most acts (-o FILE.csv writes all)")
    for row in most:
        word = "tenser" if row["sign"] == -1 else "less tense"
        typer.echo(f"  {row['a']} – {row['b']}: {word}, probability tenser {row['probability']:.3f}, {row['n']} acts")
