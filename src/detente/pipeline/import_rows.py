"""Raw rows of a dataset in our terms: states and sectors of both sides, PLOVER types, identity."""

# pyright: reportAttributeAccessIssue=false
# pyarrow makes the functions of its compute module at run time
from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from types import MappingProxyType
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from detente.exchange.event_formats import EventFormat
from detente.exchange.raw_rows import RawChunk, RefusedRow, by_value, refuse_rows
from detente.lexicon.cameo import cameo_code
from detente.lexicon.country_codes import cameo_groups, iso3_of
from detente.lexicon.source_terms import sector_of
from detente.pipeline.import_keys import act_keys, as_hex, record_keys
from detente.pipeline.imported_names import EPOCH, ImportedNames
from detente.schema.codebook import codebook
from detente.schema.imported import IMPORTED

# Types of earlier drafts of PLOVER, in those of 2.0.
OLDER_TYPES = MappingProxyType(
    {"YIELD": "CONCEDE", "DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT"}
)
SIDES = ("actor", "recipient")
SPAN = 1 << 23  # twice as many days as a date can lie from 1970


@dataclass(frozen=True, slots=True)
class NamesOfSide:
    """The names of one side that were resolved.

    Attributes:
        unknown: for each distinct name and day (name, reason) where it stands for no actor, else None.
        which: (n_rows,), the number of each row's name and day in `unknown`.
    """

    unknown: tuple[tuple[str, str] | None, ...]
    which: NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class MappedRows:
    """Rows in our terms: (n, 23), columns of IMPORTED, in the order of the file; records that give no row; names."""

    rows: pa.Table
    refused: tuple[RefusedRow, ...]
    sides: tuple[NamesOfSide, ...]


def map_rows(chunk: RawChunk, form: EventFormat, file: str, place: str, names: ImportedNames) -> MappedRows:
    """Raw rows to rows of IMPORTED.

    A name is resolved only where the source gives no country; `event_type` follows the CAMEO code where the source has
    no PLOVER type, `quad` the type.

    Args:
        chunk: rows of one file.
        form: the format they come in.
        file: name of the file, for the column `file`.
        place: its path, for what is refused.
        names: resolves actors.
    """
    types = codebook().event_types
    rows = chunk.rows
    stated = by_value(rows["event_type"], lambda name: OLDER_TYPES.get(name, name), pa.string())
    rows = rows.set_column(rows.schema.get_field_index("event_type"), "event_type", stated)
    bad = pc.or_(
        by_value(rows["cameo"], lambda code: bool(code) and cameo_code(code) is None, pa.bool_()),
        by_value(rows["event_type"], lambda name: bool(name) and name not in types, pa.bool_()),
    )
    if not form.untyped:
        bad = pc.or_(bad, pc.and_(pc.equal(rows["cameo"], ""), pc.equal(rows["event_type"], "")))
    sound = refuse_rows(RawChunk(rows, chunk.refused), bad, place, _wrong_code)
    rows = sound.rows
    columns: dict[str, Any] = {name: rows[name] for name in rows.column_names if name in IMPORTED.names}
    columns |= _acts(rows)
    sides = []
    for side in SIDES:
        columns[side], columns[f"{side}_sector"], found = _actors(rows, side, form, names)
        sides.append(found)
    size = len(rows)
    columns |= {"source": pa.repeat(form.name, size), "file": pa.repeat(file, size)}
    columns["event_id"] = as_hex(record_keys(form.name, rows, own_keys=form.own_keys))
    columns["event_group"] = columns["event_id"]
    made = pa.table([columns[name] for name in IMPORTED.names], schema=IMPORTED)
    if not form.curated:
        place_of_group = IMPORTED.get_field_index("event_group")
        made = made.set_column(place_of_group, IMPORTED.field(place_of_group), as_hex(act_keys(made)))
    return MappedRows(made, sound.refused, tuple(sides))


def _wrong_code(row: Any) -> str:
    if row["cameo"] and cameo_code(row["cameo"]) is None:
        return f"{row['cameo']!r} is no CAMEO code"
    if row["event_type"]:
        return f"{row['event_type']!r} is no PLOVER type"
    return "neither a CAMEO code nor a PLOVER type"


def _acts(rows: pa.Table) -> dict[str, Any]:
    """Type, mode, quad and text."""
    types = codebook().event_types
    cameo, stated = rows["cameo"], rows["event_type"]

    def by_code(part: str, default: Any, to: pa.DataType) -> Any:
        def made(code: str) -> Any:
            found = cameo_code(code) if code else None
            return default if found is None else getattr(found, part)

        return by_value(cameo, made, to)

    untold = pc.equal(stated, "")
    kind = pc.if_else(untold, by_code("event_type", "", pa.string()), stated)
    pair = pc.binary_join_element_wise(kind, rows["mode"], "\t")
    told_mode = by_value(pair, _known_mode, pa.string())
    mode = pc.if_else(pc.and_(untold, pc.equal(told_mode, "")), by_code("mode", "", pa.string()), told_mode)
    quad = by_value(kind, lambda name: types[name].quad if name else 0, pa.int8())
    label = pc.if_else(pc.equal(cameo, ""), pc.utf8_lower(kind), by_code("label", "", pa.string()))
    text = pc.if_else(pc.equal(rows["text"], ""), label, rows["text"])
    return {"event_type": kind, "mode": mode, "quad": quad, "text": text}


def _known_mode(pair: str) -> str:
    kind, _, mode = pair.partition("\t")
    return mode if kind and mode in codebook().event_types[kind].modes else ""


def _actors(rows: pa.Table, side: str, form: EventFormat, names: ImportedNames) -> tuple[Any, Any, NamesOfSide]:
    """Codes and sectors of one side, and what became of its names."""
    named, country, days = rows[f"{side}_name"], rows[f"{side}_country"], rows["date_start"]
    if form.countries == "name":
        codes = _by_day(country, days, lambda value, day: names.actor(value, day).code)
    elif form.countries == "gw":
        codes = _by_day(country, days, lambda value, day: iso3_of(value, "gw", EPOCH + timedelta(day)) if value else "")
    else:
        codes = by_value(country, lambda value: iso3_of(value, form.countries) if value else "", pa.string())
        group = by_value(rows[f"{side}_group"], lambda value: cameo_groups().get(value, ""), pa.string())
        codes = pc.if_else(pc.equal(codes, ""), group, codes)
    told = by_value(rows[f"{side}_sector"], lambda value: _sector(value, form.sectors), pa.string())
    pairs, which = distinct_pairs(pc.if_else(pc.equal(codes, ""), named, ""), days)
    answers = [names.actor(name, day) for name, day in pairs]
    found = pa.array([answer.code for answer in answers], pa.string()).take(which)
    sectors = pa.array([answer.sector for answer in answers], pa.string()).take(which)
    unknown = tuple(
        (name, answer.why) if name and not answer.code else None
        for (name, _), answer in zip(pairs, answers, strict=True)
    )
    codes = pc.if_else(pc.equal(codes, ""), found, codes)
    return codes, pc.if_else(pc.equal(told, ""), sectors, told), NamesOfSide(unknown, which.to_numpy())


def _by_day(values: Any, days: Any, make: Callable[[str, int], str]) -> Any:
    pairs, which = distinct_pairs(values, days)
    return pa.array([make(value, day) for value, day in pairs], pa.string()).take(which)


def distinct_pairs(values: Any, days: Any) -> tuple[list[tuple[str, int]], pa.Array]:
    """Distinct (string, day from 1970-01-01) of two columns, sorted by where the string first stands and by day, and
    for each row the number of its pair."""
    codes = (
        values.combine_chunks().dictionary_encode()
        if isinstance(values, pa.ChunkedArray)
        else values.dictionary_encode()
    )
    numbers = codes.indices.to_numpy().astype(np.int64) * SPAN
    numbers += days.cast(pa.int32()).to_numpy().astype(np.int64) + SPAN // 2
    found, which = np.unique(numbers, return_inverse=True)
    words = codes.dictionary.to_pylist()
    pairs = [(words[number // SPAN], number % SPAN - SPAN // 2) for number in found.tolist()]
    return pairs, pa.array(which.astype(np.int32))


def _sector(value: str, source: str) -> str:
    known = codebook().sectors
    if source == "plover":
        return value[:3] if value[:3] in known else ""
    return sector_of(tuple(term.strip() for term in value.split(",")), source)
