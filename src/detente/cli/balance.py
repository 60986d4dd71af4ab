"""`detente balance`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from detente.align.balance import Balance

HEADER = (
    f"{'frame':>12} {'n':>5} {'m':>6} {'m_negative':>10} {'L':>8} {'F':>7} {'optimal':>7} {'unique':>7} {'seconds':>8}"
)
WORDS = {True: "yes", False: "no", None: "?"}


def balance(
    file: Annotated[
        Path | None, typer.Argument(metavar="[FILE]", help="CSV (a, b, sign[, frame][, weight]), TSV, GraphML or GEXF.")
    ] = None,
    project: Annotated[
        Path | None, typer.Option("--project", "-p", metavar="DIR", help="The ties of a project folder instead.")
    ] = None,
    unweighted: Annotated[
        bool, typer.Option("--unweighted", help="Count every tie as 1, whatever its weight.")
    ] = False,
    solver: Annotated[str, typer.Option(help="highs, or rc2 as a check that goes another way.")] = "highs",
    time_limit: Annotated[float, typer.Option(metavar="SECONDS", help="For each exact optimisation.")] = 30.0,
    nulls: Annotated[int, typer.Option(metavar="N", min=0, help="Graphs drawn from each null model.")] = 0,
    seed: Annotated[int, typer.Option(help="Of all that is random.")] = 0,
    full: Annotated[
        bool, typer.Option("--full", help="Also camps, triads, walk balance, what all best splits share, weak balance.")
    ] = False,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FIGURE", help="Draw F and κ over the frames: .html, .png or .svg."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """How balanced signed networks are: the frustration index L, proven, for every frame of a file.

    L is the weight (without weights: the number) of ties that the best split into two camps leaves against it;
    F = 1 - 2L/m. `optimal` says whether L is proven, `unique` whether no other split is as good.
    """
    import detente
    from detente.cli.show import show_json

    if output is not None:
        from detente.draw.figure_file import require_format

        require_format(output.suffix)  # before the work, not after it
    found = detente.balance_frames(
        file,
        project=project,
        unweighted=unweighted,
        solver=solver,
        time_limit=time_limit,
        nulls=nulls,
        seed=seed,
        details=full,
    )
    frames: list[Balance] = []
    if not as_json:
        typer.echo(HEADER)
    for one in found:
        frames.append(one)
        if not as_json:
            typer.echo(_line(one))
    if as_json:
        from detente.pipeline.balance_rows import balance_row

        show_json([balance_row(one, full=full or bool(nulls)) for one in frames])
    elif full or nulls:
        for one in frames:
            _show_more(one)
    if output is not None:
        from detente.pipeline.balance_figure import draw_balance

        draw_balance(frames, output)


def _line(one: Balance) -> str:
    return (
        f"{one.frame or '-':>12} {one.n:>5} {one.m:>6} {one.m_negative:>10} {one.L:>8g} {one.F:>7.4f} "
        f"{WORDS[one.optimal]:>7} {WORDS[one.unique]:>7} {one.seconds:>8.2f}"
    )


def _show_more(one: Balance) -> None:
    """What the closer look and the null models say, in words."""
    typer.echo(f"\n{one.frame or 'network'}")
    if not one.optimal:
        typer.echo(f"  L is between {one.bound:g} and {one.L:g}: not proven in the time given")
    kinds = one.triads
    typer.echo(
        f"  triads: {kinds.ppp} +++, {kinds.ppn} ++-, {kinds.pnn} +--, {kinds.nnn} ---; "
        f"{kinds.balanced_share:.3f} balanced; walk balance κ {one.kappa:.3g}; L/m- {one.share_of_negative:.3f}"
    )
    for side in (1, -1):
        typer.echo(
            f"  camp {'A' if side > 0 else 'B'}: {', '.join(str(n) for n, at in one.sides.items() if at == side)}"
        )
    if one.details:
        status = list(one.details.edge_status.values())
        count = "many" if one.details.n_optimal is None else str(one.details.n_optimal)
        typer.echo(
            f"  best splits: {count}; against every one {status.count('always')} ties, against some "
            f"{status.count('sometimes')}; the best other split has {one.details.second_best:g} against it"
        )
        for weak in one.details.weak:
            proof = "proven" if weak.optimal else f"at least {weak.bound:g}"
            typer.echo(f"  up to {weak.k} camps: {weak.frustration:g} against ({proof}), {weak.n_camps} used")
    for null in one.nulls:
        typer.echo(
            f"  {null.measure} {null.observed:.3f} against {null.model}: mean {null.mean:.3f}, sd {null.sd:.3f}, "
            f"z {null.z:.2f}, p {null.p:.3g} ({null.n} drawn, {null.n_proven} proven)"
        )
