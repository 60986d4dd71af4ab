"""The formats of event data that are imported: how each is read, and whose country and sector codes it uses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from detente.errors import InputError
from detente.exchange import load_acled, load_gdelt, load_icews, load_phoenix, load_polecat, load_ucdp
from detente.exchange.delimited import header_cells
from detente.exchange.import_file import open_streams
from detente.exchange.load_plover import load_plover
from detente.exchange.load_table import load_table
from detente.exchange.raw_rows import Load


@dataclass(frozen=True, slots=True)
class EventFormat:
    """One format.

    Attributes:
        name: as `--format` takes it.
        load: gives the rows of a file, chunk by chunk.
        countries: code list of its countries: `iso3`, `cameo`, `gw`, or `name` (in English).
        sectors: whose terms its sectors are: `icews`, `cameo`, `acled`, or `plover`.
        curated: each record is an event that people told apart from the others, so that two of one day, dyad and type
            are two; in machine-coded data they are reports of one.
        own_keys: the keys tell records of different files apart.
        untyped: records without a type are kept, as events that count for attention alone.
    """

    name: str
    load: Load
    countries: str
    sectors: str
    curated: bool = False
    own_keys: bool = True
    untyped: bool = False


FORMATS: Mapping[str, EventFormat] = MappingProxyType(
    {
        format.name: format
        for format in (
            EventFormat("icews", load_icews.load_icews, "name", "icews"),
            EventFormat("gdelt1", load_gdelt.load_gdelt1, "cameo", "cameo"),
            EventFormat("gdelt2", load_gdelt.load_gdelt2, "cameo", "cameo"),
            EventFormat("polecat", load_polecat.load_polecat, "iso3", "plover"),
            EventFormat("phoenix", load_phoenix.load_phoenix, "cameo", "cameo"),
            EventFormat("plover", load_plover, "iso3", "plover"),
            EventFormat("acled", load_acled.load_acled, "iso3", "acled", curated=True, untyped=True),
            EventFormat("ucdp", load_ucdp.load_ucdp, "gw", "plover", curated=True),
            EventFormat("table", load_table, "iso3", "plover", own_keys=False),
        )
    }
)
_WIDTHS = {57: "gdelt1", 58: "gdelt1", 61: "gdelt2", len(load_phoenix.COLUMNS): "phoenix"}
_HEADERS = (
    ("icews", load_icews.WANTED),
    ("polecat", load_polecat.WANTED[:3]),
    ("acled", load_acled.WANTED),
    ("ucdp", load_ucdp.WANTED),
)


def event_format(name: str) -> EventFormat:
    """The format of that name.

    Raises:
        InputError: if there is none.
    """
    if name not in FORMATS:
        raise InputError(f"No import format {name!r}; choose from {', '.join(FORMATS)}.")
    return FORMATS[name]


def guess_format(path: Path) -> EventFormat:
    """The format of a file by its first line.

    Raises:
        InputError: if the first line does not decide.
        ReadError: if the file cannot be read.
    """
    with path.open("rb") as stream:
        if stream.read(4) == b"PAR1":
            return FORMATS["table"]
    with open_streams(path) as streams:
        for _, stream in streams:
            line = stream.first_line()
            if line.lstrip().startswith(b"{"):
                return FORMATS["plover"]
            for delimiter in "\t,;":
                cells = header_cells(stream, delimiter)
                named = next((name for name, wanted in _HEADERS if set(wanted) <= set(cells)), "")
                if not named and delimiter == "\t" and (cells[0].isdigit() or cells[0].lower().startswith("global")):
                    named = _WIDTHS.get(len(cells), "")
                if not named and {"date", "actor", "recipient"} <= set(cells):
                    named = "table"
                if named:
                    return FORMATS[named]
            break
    raise InputError(f"{path}: its first line does not tell its format. Give --format, one of {', '.join(FORMATS)}.")
