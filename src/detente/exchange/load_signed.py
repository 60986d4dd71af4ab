"""Signed networks from files: CSV edge lists of one or many frames, GraphML, GEXF."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from detente.errors import EmptyInput, ReadError, UnsafeInput

SUFFIXES = (".csv", ".tsv", ".graphml", ".gexf")
COLUMNS = ("a", "b", "sign")
SIGNS = {"1": 1, "+1": 1, "+": 1, "1.0": 1, "-1": -1, "-": -1, "−1": -1, "−": -1, "-1.0": -1, "0": 0, "0.0": 0}
MAX_BYTES = 200_000_000


@dataclass(frozen=True, slots=True)
class SignedFrame:
    """One network of a file.

    Attributes:
        name: of the frame; "" where the file has no column `frame`.
        ties: (a, b, sign, weight), each pair once; sign -1 or +1, weight > 0.
        nodes: all names, those that have only ties of sign 0 included, in the order met.
    """

    name: str
    ties: tuple[tuple[str, str, int, float], ...]
    nodes: tuple[str, ...]


def load_signed(path: Path) -> list[SignedFrame]:
    """The signed networks of a file, in the order of their first rows.

    CSV and TSV have the columns a, b, sign and perhaps frame and weight; others are passed over. Signs are 1, -1, + or
    -; 0 says that a pair is known and has no sign: its ends count as nodes. So it is with an empty sign where a
    column `uncertain` is true, as `detente ties` writes it. A weight counts as it is without its sign,
    which must not contradict `sign`. In GraphML and GEXF edges carry `sign`, or a signed `weight` alone.

    Args:
        path: a .csv, .tsv, .graphml or .gexf file in UTF-8.

    Raises:
        ReadError: if the file cannot be read, or a row is bad: a pair given twice in a frame, with one sign or two, an
            actor tied to itself, no sign, a bad weight. It names the file and the line (of XML: the edge).
        UnsafeInput: if the file is larger than 200 MB, or XML that declares entities.
        EmptyInput: if there is no tie in it.
    """
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise ReadError(str(path), f"{suffix or 'no suffix'!r} is no format of networks", f"Give {', '.join(SUFFIXES)}")
    try:
        if path.stat().st_size > MAX_BYTES:
            raise UnsafeInput(str(path), f"larger than {MAX_BYTES // 10**6} MB", "Give a smaller file")
        data = path.read_bytes()
    except OSError as error:
        raise ReadError(
            str(path), f"cannot be read ({error.strerror})", "Check the name and the permissions"
        ) from error
    rows = _xml_rows(path, data) if suffix in (".graphml", ".gexf") else _csv_rows(path, data)
    frames: dict[str, dict[frozenset[str], tuple[str, str, str, int, float]]] = {}
    for where, frame, a, b, sign_text, weight_text in rows:
        pairs = frames.setdefault(frame, {})
        sign, weight = _sign(where, sign_text), 1.0
        if weight_text:
            weight = _weight(where, weight_text, sign)
        if not a or not b:
            raise ReadError(where, "an end of the tie is empty", "Name both actors")
        if a == b:
            raise ReadError(where, f"{a} is tied to itself", "Leave the row out")
        before = pairs.setdefault(frozenset((a, b)), (where, a, b, sign, weight))
        if before[0] != where:
            raise ReadError(where, _twice(a, b, frame, sign, before), "Keep one row for each pair, in one order")
    if not frames:
        raise EmptyInput(str(path), "no tie", f"Give rows with the columns {', '.join(COLUMNS)}")
    return [
        SignedFrame(
            name=name,
            ties=tuple((a, b, sign, weight) for _, a, b, sign, weight in pairs.values() if sign),
            nodes=tuple(dict.fromkeys(end for _, a, b, _, _ in pairs.values() for end in (a, b))),
        )
        for name, pairs in frames.items()
    ]


def _csv_rows(path: Path, data: bytes) -> Iterator[tuple[str, str, str, str, str, str]]:
    """(where, frame, a, b, sign, weight) of each row that is not blank."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ReadError(str(path), f"not UTF-8 (byte {error.start})", "Save it in UTF-8") from error
    first = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count) if path.suffix.lower() == ".csv" else "\t"
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        header = [name.strip().lower() for name in next(reader, [])]
        missing = [name for name in COLUMNS if name not in header]
        if missing:
            columns = ", ".join(header) or "none"
            reason = f"no column {', '.join(missing)} (found: {columns})"
            raise ReadError(f"{path}, line 1", reason, "Name the columns a, b, sign and, if wanted, frame and weight")
        places = [
            header.index(name) if name in header else -1 for name in ("frame", "a", "b", "sign", "weight", "uncertain")
        ]
        for row in reader:
            if not any(cell.strip() for cell in row):
                continue
            where = f"{path}, line {reader.line_num}"
            if len(row) != len(header):
                raise ReadError(where, f"{len(row)} cells under {len(header)} columns", "Quote cells that hold commas")
            frame, a, b, sign, weight, uncertain = ("" if at < 0 else row[at].strip() for at in places)
            yield where, frame, a, b, sign or ("0" if uncertain.lower() == "true" else ""), weight
    except csv.Error as error:
        raise ReadError(f"{path}, line {reader.line_num}", str(error), "Mend the quotes") from error


def _xml_rows(path: Path, data: bytes) -> Iterator[tuple[str, str, str, str, str, str]]:
    import networkx as nx

    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise UnsafeInput(str(path), "it declares a document type or entities", "Save it without")
    read: Any = nx.read_graphml if path.suffix.lower() == ".graphml" else nx.read_gexf
    try:
        graph = read(io.BytesIO(data))
    except Exception as error:  # the parsers raise whatever the file makes them stumble over
        raise ReadError(str(path), f"cannot be read as {path.suffix[1:]} ({error})", "Save it again") from error
    if graph.is_directed():
        raise ReadError(str(path), "its edges are directed", "Make them undirected, one a pair")
    for a, b, values in graph.edges(data=True):
        sign = values.get("sign", "" if values.get("weight") is None else math.copysign(1, float(values["weight"])))
        yield f"{path}, edge {a}–{b}", "", str(a), str(b), f"{sign}", str(values.get("weight", ""))


def _sign(where: str, text: str) -> int:
    if text not in SIGNS:
        raise ReadError(where, f"the sign is {text!r}" if text else "there is no sign", "Give 1 or -1 (0: no sign)")
    return SIGNS[text]


def _weight(where: str, text: str, sign: int) -> float:
    try:
        weight = float(text)
    except ValueError:
        raise ReadError(where, f"the weight {text!r} is no number", "Give a number above 0") from None
    if not math.isfinite(weight) or (sign and not weight):
        raise ReadError(where, f"the weight is {text}", "Give a number above 0, or leave the tie out")
    if weight < 0 < sign:
        raise ReadError(where, f"the sign is {sign} and the weight {text}", "Let the two agree")
    return abs(weight)


def _twice(a: str, b: str, frame: str, sign: int, before: tuple[str, str, str, int, float]) -> str:
    inside = f" in frame {frame}" if frame else ""
    earlier = before[0].rsplit(", ", 1)[-1]
    if before[3] == sign:
        return f"the pair {a}–{b} is given twice{inside} (first: {earlier})"
    return f"the pair {a}–{b} has the sign {sign} here and {before[3]} before{inside} (first: {earlier})"
