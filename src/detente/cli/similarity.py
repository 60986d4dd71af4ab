"""`detente similarity`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from detente.cli.alignment_options import ProjectFolder

if TYPE_CHECKING:
    from detente.align.similarity import Similarity


def similarity(
    file: Annotated[
        Path | None,
        typer.Argument(metavar="[FILE]", help="CSV: one row a partner, one column of levels for each state."),
    ] = None,
    project: ProjectFolder = None,
    a: Annotated[str, typer.Option("--a", help="One state; by default each.")] = "",
    b: Annotated[str, typer.Option("--b", help="The other; by default each.")] = "",
    weights: Annotated[
        str, typer.Option(metavar="COLUMN", help="Column that weighs the partners, such as shares of capabilities.")
    ] = "",
    scale: Annotated[
        str, typer.Option(metavar="LOW-HIGH", help="Ends of the levels, as 0-3; by default the least and greatest.")
    ] = "",
    signs: Annotated[bool, typer.Option("--signs", help="With --project: signs of ties, not weights.")] = False,
    limit: Annotated[int, typer.Option(min=1, help="Pairs shown.")] = 40,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Compare the portfolios of states: S, Cohen's kappa, Scott's pi, Kendall's tau-b.

    S counts agreement that chance would bring; kappa (quadratic) does not, and is the one to prefer where most
    partners are at one level.
    """
    import detente
    from detente.cli.alignment_options import source_of
    from detente.cli.show import show_json

    source = source_of(file, project)
    pairs = [(a, b)] if a and b else []
    found = detente.similarity(source, pairs=pairs, weights=weights, scale=scale, signs=signs)
    if bool(a) != bool(b):
        found = _of_one(found, a or b)
    if as_json:
        show_json([_json(one) for one in found])
    else:
        _show(found, limit)


def _of_one(found: tuple[Similarity, ...], state: str) -> tuple[Similarity, ...]:
    from detente.errors import SchemaError

    kept = tuple(one for one in found if state.casefold() in (one.a.casefold(), one.b.casefold()))
    if not kept:
        known = sorted({name for one in found for name in (one.a, one.b)})
        raise SchemaError(f"No state {state!r}; choose among {', '.join(known)}.")
    return kept


def _json(one: Similarity) -> dict[str, Any]:
    def of(measure: str, suffix: str) -> dict[str, float | None]:
        return {
            f"{measure}_{distance}{suffix}": _number(getattr(getattr(one, f"{distance}{suffix}"), measure, None))
            for distance in ("nominal", "linear", "quadratic")
        }

    return {
        "a": one.a,
        "b": one.b,
        "n_partners": one.n_partners,
        "s": one.s,
        "s_weighted": one.s_weighted,
        **of("kappa", ""),
        **of("pi", ""),
        **of("kappa", "_weighted"),
        **of("pi", "_weighted"),
        "tau_b": _number(one.tau_b),
    }


def _number(value: float | None) -> float | None:
    """JSON has no NaN."""
    return None if value is None or value != value else value


def _show(found: tuple[Similarity, ...], limit: int) -> None:
    from rich.console import Console

    console = Console(highlight=False)
    console.print(_one(found[0]) if len(found) == 1 else _many(found[:limit]))
    if len(found) > limit:
        console.print(f"… and {len(found) - limit} more pairs; --limit shows them.")


def _one(one: Similarity) -> Any:
    """Every measure of a pair, one a row."""
    from rich.markup import escape
    from rich.table import Table

    weighted = one.s_weighted is not None
    title = escape(f"{one.a} and {one.b}, {one.n_partners} partners")
    table = Table("measure", "equal", *(["weighted"] if weighted else []), title=title, title_justify="left")
    rows: list[tuple[str, float, float | None]] = [("S", one.s, one.s_weighted)]
    for distance, plain, by_weight in (
        ("quadratic", one.quadratic, one.quadratic_weighted),
        ("linear", one.linear, one.linear_weighted),
        ("nominal", one.nominal, one.nominal_weighted),
    ):
        rows.append((f"κ {distance}", plain.kappa, by_weight and by_weight.kappa))
        rows.append((f"π {distance}", plain.pi, by_weight and by_weight.pi))
    rows.append(("τ-b", one.tau_b, None))
    for name, equal, by_weights in rows:
        table.add_row(name, _cell(equal), *([_cell(by_weights)] if weighted else []))
    return table


def _many(found: tuple[Similarity, ...]) -> Any:
    """The measures most in use, one pair a row."""
    from rich.markup import escape
    from rich.table import Table

    weighted = found[0].s_weighted is not None
    table = Table("a", "b", "S", *(["S weighted"] if weighted else []), "κ quadratic", "π nominal", "τ-b")
    for one in found:
        values = [one.s, *([one.s_weighted] if weighted else []), one.quadratic.kappa, one.nominal.pi, one.tau_b]
        table.add_row(escape(one.a), escape(one.b), *(_cell(value) for value in values))
    return table


def _cell(value: float | None) -> str:
    return "–" if value is None or value != value else f"{value:.4f}"
