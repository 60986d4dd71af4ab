"""A user's own names of actors: a CSV file with the columns of `state_names.csv`, whose rows win over ours."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from detente.errors import LexiconError
from detente.lexicon.gazetteer import Gazetteer, gazetteer
from detente.lexicon.names import STATE_NAME_COLUMNS, NameRow, states
from detente.lexicon.rows import partial_date, read_user_rows
from detente.schema.codebook import codebook

KINDS = tuple("institution party armed_group company group city place seat person name adjective demonym".split())


def read_user_actors(path: Path) -> list[NameRow]:
    """Rows of a user's file, checked.

    Raises:
        LexiconError: if the file is absent or malformed, or a row has an unknown code, kind or sector.
    """
    rows = read_user_rows(path, STATE_NAME_COLUMNS)
    return [_row(row, f"{path}, line {number}") for number, row in enumerate(rows, start=2)]


def append_user_actor(path: Path, cells: Sequence[str]) -> NameRow:
    """Adds one row (cells in the order of `STATE_NAME_COLUMNS`) to the file, which is made when absent.

    Raises:
        LexiconError: if the row is malformed; nothing is written then.
    """
    row = _row(dict(zip(STATE_NAME_COLUMNS, cells, strict=True)), "the new actor")
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(cells)
    known = path.read_text("utf-8") if path.exists() else ",".join(STATE_NAME_COLUMNS) + "\n"
    if known and not known.endswith("\n"):
        known += "\n"
    path.write_text(known + line.getvalue(), "utf-8")
    return row


def names_with(path: str) -> Gazetteer:
    """The shipped gazetteer with a user's file on top; the shipped one for ""."""
    if not path:
        return gazetteer()
    return _with(tuple(read_user_actors(Path(path))))


@lru_cache(maxsize=4)
def _with(rows: tuple[NameRow, ...]) -> Gazetteer:
    return gazetteer().with_rows(rows)


def _row(cells: dict[str, str], where: str) -> NameRow:
    code, text, kind, sector = cells["code"], cells["text"], cells["kind"], cells["sector"]
    book = codebook()
    if not text:
        raise LexiconError(f"{where}: no text. Give the name as it stands in your sources.")
    if code not in states() and code not in book.nonstate_codes:
        raise LexiconError(
            f"{where}: {code!r} is no code of a state or of PLOVER's non-state actors. "
            "See states.csv, or use IGO, NGO, IMG, MNC."
        )
    if kind not in KINDS:
        raise LexiconError(f"{where}: kind {kind!r}; choose one of {', '.join(KINDS)}.")
    if sector and sector not in book.sectors:
        raise LexiconError(f"{where}: sector {sector!r}; choose one of {', '.join(book.sectors)}, or leave it empty.")
    return NameRow(
        text,
        code,
        kind,
        sector,
        name=text,
        valid_from=partial_date(cells["valid_from"], where),
        valid_to=partial_date(cells["valid_to"], where),
        last_verified=partial_date(cells["last_verified"], where),
    )
