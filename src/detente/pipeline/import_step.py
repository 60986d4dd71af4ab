"""One file of event data into parts of a project, chunk by chunk."""

# pyright: reportAttributeAccessIssue=false
# pyarrow makes the functions of its compute module at run time
from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from detente.errors import EmptyInput
from detente.exchange.event_formats import EventFormat
from detente.exchange.raw_rows import RefusedRow
from detente.pipeline.import_keys import content_keys, from_hex
from detente.pipeline.import_rows import MappedRows, map_rows
from detente.pipeline.imported_names import ImportedNames
from detente.pipeline.seen_keys import SeenKeys, first_of_each
from detente.schema.imported import IMPORTED
from detente.schema.mention import UNRESOLVED
from detente.schema.rejected import Rejected
from detente.schema.tables import rejected_table
from detente.store.parts import Part
from detente.store.project import ProjectStore

MAX_LISTED = 1000  # refused records of a file that are listed one by one
REMEDY = "Correct the record in the file and import it again, or leave it out"
_QUOTED = re.compile(r"'[^']*'|\d+(?= cells)")
NON_STATES = ("IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC")


@dataclass
class SeenRecords:
    """Records met so far, in the project and in this import: by their own key, and by what they report."""

    keys: SeenKeys = field(default_factory=SeenKeys)
    contents: SeenKeys = field(default_factory=SeenKeys)

    def add_part(self, rows: pa.Table) -> None:
        """Remembers the rows of a part (columns of IMPORTED)."""
        if len(rows):
            self.keys.add(from_hex(rows["event_id"]))
            for source in pc.unique(rows["source"]).to_pylist():
                of_source = rows.filter(pc.equal(rows["source"], source))
                contents = content_keys(source, of_source)
                self.contents.add(np.unique(contents[~self.contents.holds(contents)]))


@dataclass
class FileTally:
    """What a file has come to so far."""

    counts: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    listed: list[Rejected] = field(default_factory=list)
    unknown: dict[tuple[str, str], list[Any]] = field(default_factory=dict)  # (name, reason): [count, example]
    parts: list[Part] = field(default_factory=list)


def import_file(
    store: ProjectStore,
    path: Path,
    form: EventFormat,
    columns: Mapping[str, str],
    names: ImportedNames,
    seen: SeenRecords,
    tell_rows: Callable[[int], None],
) -> tuple[Mapping[str, int], Mapping[str, int], Mapping[str, tuple[Part, ...]]]:
    """Writes the rows of a file as parts sorted by date and id; nobody sees them before the next commit.

    Args:
        store: locked for writing.
        path: the file.
        form: its format.
        columns: for tables, name in the file by our name.
        names: resolves actors.
        seen: records met before; those of this file are added.
        tell_rows: told how many rows the chunk just done had.

    Returns:
        Counts, records refused by reason, and parts by table, as `ImportedFile` keeps them.

    Raises:
        ReadError: if the file cannot be read or holds no record.
    """
    tally = FileTally()
    for chunk in form.load(path, columns):
        mapped = map_rows(chunk, form, path.name, str(path), names)
        kept, places = _new_rows(mapped.rows, form, seen)
        tally.counts["rows"] += len(mapped.rows) + len(mapped.refused)
        tally.counts["kept"] += len(kept)
        tally.counts["duplicates"] += len(mapped.rows) - len(kept)
        tally.counts["refused"] += len(mapped.refused)
        _count_sides(tally, kept)
        _note_refused(tally, mapped.refused)
        _note_unknown(tally, mapped, places)
        if len(kept):
            ordered = kept.sort_by([("date_start", "ascending"), ("event_id", "ascending")])
            tally.parts.append(store.write("imported", ordered.replace_schema_metadata(None).cast(IMPORTED)))
        tell_rows(len(mapped.rows) + len(mapped.refused))
    if not tally.counts["rows"]:
        raise EmptyInput(str(path), "holds no record", "Check the file and its --format")
    return dict(tally.counts), dict(sorted(tally.refused.items())), _parts(store, path, tally)


def _new_rows(rows: pa.Table, form: EventFormat, seen: SeenRecords) -> tuple[pa.Table, NDArray[np.intp]]:
    """Rows that were not met before, and their places; reports of dropped copies in the same chunk are added up."""
    keys = from_hex(rows["event_id"])
    new = first_of_each(keys) & ~seen.keys.holds(keys)
    places = np.flatnonzero(new)
    if form.curated:
        seen.keys.add(keys[places])
        return rows.take(pa.array(places)), places
    contents = content_keys(form.name, rows)[places]
    unmet = ~seen.contents.holds(contents)
    places, contents = places[unmet], contents[unmet]
    _, first, which = np.unique(contents, return_index=True, return_inverse=True)
    reports = np.zeros(len(first), np.int64)
    np.add.at(reports, which, rows["n_reports"].to_numpy()[places])
    order = np.argsort(first)
    places, reports = places[first[order]], reports[order]
    seen.keys.add(keys[places])
    seen.contents.add(contents[first])
    kept = rows.take(pa.array(places))
    column = IMPORTED.get_field_index("n_reports")
    return kept.set_column(column, IMPORTED.field(column), pa.array(reports)), places


def _count_sides(tally: FileTally, rows: pa.Table) -> None:
    known = pc.and_(pc.not_equal(rows["actor"], ""), pc.not_equal(rows["recipient"], ""))
    others = pa.array(NON_STATES)
    bodies = pc.or_(pc.is_in(rows["actor"], value_set=others), pc.is_in(rows["recipient"], value_set=others))
    tally.counts["both_sides"] += pc.sum(known).as_py() or 0
    tally.counts["states"] += pc.sum(pc.and_(known, pc.invert(bodies))).as_py() or 0


def _note_refused(tally: FileTally, refused: tuple[RefusedRow, ...]) -> None:
    for row in refused:
        tally.refused[_QUOTED.sub("…", row.reason)] += 1
        if len(tally.listed) < MAX_LISTED:
            tally.listed.append(Rejected(row.place, "record", row.reason, REMEDY, "", row.excerpt))


def _note_unknown(tally: FileTally, mapped: MappedRows, places: NDArray[np.intp]) -> None:
    """Counts names without an actor among the rows kept; the first row that has one is its example."""
    for names in mapped.sides:
        which = names.which[places]
        counts = np.bincount(which, minlength=len(names.unknown))
        for number in np.flatnonzero(counts).tolist():
            told = names.unknown[number]
            if told is None:
                continue
            entry = tally.unknown.setdefault(told, [0, ""])
            entry[0] += int(counts[number])
            if not entry[1]:
                entry[1] = _example(mapped.rows, int(places[int(np.argmax(which == number))]))


def _example(rows: pa.Table, place: int) -> str:
    row = rows.slice(place, 1).to_pylist()[0]
    return f"{row['date_start']}: {row['actor_name'] or '?'} → {row['recipient_name'] or '?'}: {row['text'][:200]}"


def _parts(store: ProjectStore, path: Path, tally: FileTally) -> dict[str, tuple[Part, ...]]:
    parts = {"imported": tuple(tally.parts)}
    listed = list(tally.listed)
    more = tally.counts["refused"] - len(listed)
    if more:
        listed.append(Rejected(str(path), "record", f"{more} more records refused", REMEDY))
    if listed:
        parts["rejected"] = (store.write("rejected", rejected_table(listed)),)
    if tally.unknown:
        rows = [
            {"text": text, "reason": reason, "n_mentions": count, "document_id": "", "example": example}
            for (text, reason), (count, example) in sorted(tally.unknown.items())
        ]
        parts["unresolved"] = (store.write("unresolved", pa.Table.from_pylist(rows, schema=UNRESOLVED)),)
    return parts
