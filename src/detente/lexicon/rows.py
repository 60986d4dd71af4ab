"""CSV rows of the lexicon, ours or a user's, with clear errors and partial dates."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path

from detente.errors import LexiconError

DATA = files("detente.lexicon") / "data"


def shipped_names(prefix: str = "") -> list[str]:
    """Names of the shipped CSV files that begin with `prefix`, sorted; `organisations` is not `organisation_names`."""
    names = (item.name for item in DATA.iterdir() if item.name.endswith(".csv"))
    return sorted(name for name in names if name.startswith(prefix))


def read_lines(name: str, columns: Sequence[str]) -> list[str]:
    """Lines of a shipped file below its header, not yet split; no cell holds a line break.

    Raises:
        LexiconError: if the header is not `columns`.
    """
    lines = DATA.joinpath(name).read_text("utf-8").splitlines()
    if not lines or tuple(lines[0].split(",")) != tuple(columns):
        raise LexiconError(f"{name}: the first line must be {','.join(columns)}.")
    del lines[0]
    return lines


def cells(line: str, name: str, columns: Sequence[str]) -> list[str]:
    """Cells of one line of a file with these columns.

    Raises:
        LexiconError: if there are fewer or more.
    """
    found = line.split(",") if '"' not in line else next(csv.reader([line]))  # csv takes four times as long
    if len(found) != len(columns):
        raise LexiconError(f"{name}: {len(columns)} cells expected, not {line!r}. Quote cells that hold commas.")
    return found


def read_cells(name: str, columns: Sequence[str]) -> list[list[str]]:
    """Lines of a shipped file as lists of cells in the order of `columns`, which must be the file's own.

    Raises:
        LexiconError: if the header is another, or a line has fewer or more cells.
    """
    return [cells(line, name, columns) for line in read_lines(name, columns)]


def read_rows(name: str, columns: Sequence[str]) -> list[dict[str, str]]:
    """Rows of a shipped file; see `parse_rows`."""
    return parse_rows(DATA.joinpath(name).read_text("utf-8"), name, columns)


def read_user_rows(path: Path, columns: Sequence[str]) -> list[dict[str, str]]:
    """Rows of a user's file; see `parse_rows`.

    Raises:
        LexiconError: if the file is absent, not UTF-8, or lacks a column.
    """
    try:
        return parse_rows(path.read_text("utf-8-sig"), str(path), columns)
    except FileNotFoundError as error:
        raise LexiconError(f"{path}: no such lexicon file. Check the path.") from error
    except UnicodeDecodeError as error:
        raise LexiconError(f"{path}: not UTF-8 ({error.reason}). Save the file as UTF-8.") from error


def parse_rows(text: str, name: str, columns: Sequence[str]) -> list[dict[str, str]]:
    """Rows of CSV text as dictionaries of stripped strings.

    Raises:
        LexiconError: if a column is missing or a row has another number of cells.
    """
    reader = csv.DictReader(text.splitlines())
    missing = [column for column in columns if column not in (reader.fieldnames or ())]
    if missing:
        raise LexiconError(f"{name}: no column {', '.join(missing)}. The columns are {', '.join(columns)}.")
    rows = []
    for number, row in enumerate(reader, start=2):
        if None in row or None in row.values():
            raise LexiconError(f"{name}, line {number}: {len(columns)} cells expected. Quote cells that hold commas.")
        rows.append({key: value.strip() for key, value in row.items()})
    return rows


@cache
def partial_date(text: str, name: str = "lexicon") -> date | None:
    """First day of `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; None for "".

    Raises:
        LexiconError: if the text is none of these.
    """
    if not text:
        return None
    parts = text.split("-")
    try:
        return date(int(parts[0]), int(parts[1]) if len(parts) > 1 else 1, int(parts[2]) if len(parts) > 2 else 1)
    except (ValueError, IndexError) as error:
        raise LexiconError(f"{name}: {text!r} is no date. Write YYYY, YYYY-MM or YYYY-MM-DD.") from error
