"""Small tables of a user's, as rows of text with the lines they stand on."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from pathlib import Path

from detente.errors import EmptyInput, ReadError

MAX_BYTES = 50_000_000  # of a table that an analyst writes; a larger one is something else
DELIMITERS = ",;\t|"


@dataclass(frozen=True, slots=True)
class LabelledRows:
    """A table with one header line.

    Attributes:
        source: the file as given.
        header: cells of the first line, stripped.
        rows: (line, cells) of every other line with text, the header being line 1; cells are stripped.
    """

    source: str
    header: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]

    def column(self, names: tuple[str, ...]) -> int | None:
        """Position of the first column, in the order of `names`, that the header has; case aside."""
        known = [name.casefold() for name in self.header]
        return next((known.index(name) for name in names if name in known), None)

    def number(self, line: int, text: str) -> float:
        """A cell as a number.

        Raises:
            ReadError: if it is none.
        """
        try:
            value = float(text.replace("−", "-"))
        except ValueError:
            value = float("nan")
        if value != value or value in (float("inf"), float("-inf")):
            raise ReadError(self.source, f"{text!r} in line {line} is no number", "Write it as 1.5 or -1.5")
        return value


def read_rows(path: Path) -> LabelledRows:
    """A CSV, TSV or semicolon-separated file with a header, in UTF-8; line ends of any system.

    Raises:
        ReadError: if the file cannot be read or a row has more cells than the header.
        EmptyInput: if no row stands under the header.
    """
    source = str(path)
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise ReadError(source, f"cannot be read ({error.strerror})", "Check the path") from error
    if len(raw) > MAX_BYTES:
        raise ReadError(source, f"{len(raw):,} bytes are too many for such a table", "Give the table alone")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ReadError(source, "the text is not UTF-8", "Save it as CSV in UTF-8") from error
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    first = lines.split("\n", 1)[0]
    delimiter = max(DELIMITERS, key=lambda mark: (first.count(mark), mark == ","))
    rows = [
        (line, tuple(cell.strip() for cell in cells))
        for line, cells in enumerate(csv.reader(io.StringIO(lines), delimiter=delimiter), start=1)
        if any(cell.strip() for cell in cells)
    ]
    if len(rows) < 2:
        raise EmptyInput(source, "a table without rows", "Give a header line and the rows under it")
    header = rows[0][1]
    for line, cells in rows[1:]:
        if any(cells[len(header) :]):
            raise ReadError(source, f"line {line} has {len(cells)} cells under {len(header)} columns", "Correct it")
    padded = tuple((line, (*cells, *("",) * len(header))[: len(header)]) for line, cells in rows[1:])
    return LabelledRows(source, header, padded)
