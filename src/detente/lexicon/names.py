"""Names of states, organisations and people, each with its dates."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import chain

from detente.lexicon.rows import cells, partial_date, read_cells, read_lines, read_rows, shipped_names

STATE_NAME_COLUMNS = ("code", "text", "kind", "sector", "valid_from", "valid_to", "last_verified")
_ORGANISATION_COLUMNS = ("org", "code", "name", "kind", "valid_from", "valid_to", "last_verified")
_ORGANISATION_NAME_COLUMNS = ("org", "text", "kind", "sector", "valid_from", "valid_to", "last_verified")
_PEOPLE_COLUMNS = ("name", "variants", "state", "office", "title", "sector", "date_start", "date_end", "last_verified")
# Kinds whose own text is the actor's name; the others stand for their state.
_OWN_NAME = frozenset({"institution", "party", "armed_group", "company", "group", "person"})


@dataclass(frozen=True, slots=True)
class NameRow:
    """One surface form and who it stands for between two dates.

    Attributes:
        kind: name, adjective, demonym, capital, city, seat, place, institution, party, armed_group, company, group,
            organisation or person.
        valid_from, valid_to: half-open; None = unbounded. An open term of office is bounded by
            `last_verified` when asked for.
        role: office held, for persons.
        office: kind of office, for persons: head_of_state, head_of_government, foreign_minister, defence_minister, other.
    """

    text: str
    code: str
    kind: str
    sector: str = ""
    name: str = ""
    organisation: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    last_verified: date | None = None
    role: str = ""
    office: str = ""

    def in_capacity(self, sector: str, role: str) -> NameRow:
        """The row with another sector and role: a person before or after office."""
        return NameRow(
            self.text,
            self.code,
            self.kind,
            sector,
            self.name,
            self.organisation,
            self.valid_from,
            self.valid_to,
            self.last_verified,
            role,
            self.office,
        )

    def holds(self, on: date | None) -> bool:
        """Whether the row is in force on a day; True when no day is given."""
        if on is None:
            return True
        if self.valid_from is not None and on < self.valid_from:
            return False
        return self.valid_to is None or on < self.valid_to


@dataclass(frozen=True, slots=True)
class State:
    """One state, territory or historical state."""

    code: str
    name: str
    kind: str
    cow: str
    gw: str
    valid_from: date | None
    valid_to: date | None
    successor: str
    last_verified: date | None

    def lasts(self, on: date) -> bool:
        """Whether the state exists on a day."""
        return (self.valid_from is None or self.valid_from <= on) and (self.valid_to is None or on < self.valid_to)


@cache
def states() -> dict[str, State]:
    """States by code."""
    columns = ("code", "name", "kind", "cow", "gw", "valid_from", "valid_to", "successor", "last_verified")
    return {
        row["code"]: State(
            row["code"],
            row["name"],
            row["kind"],
            row["cow"],
            row["gw"],
            partial_date(row["valid_from"]),
            partial_date(row["valid_to"]),
            row["successor"],
            partial_date(row["last_verified"]),
        )
        for row in read_rows("states.csv", columns)
    }


@dataclass(frozen=True, slots=True)
class NameTable:
    """One shipped file: surface forms, and for each the line that becomes its row when asked for (most never are).

    Attributes:
        texts, lines: as long as each other; a line stands once for every form in it.
    """

    file: str
    columns: Sequence[str]
    make: Callable[[str, Sequence[str]], NameRow]
    texts: Sequence[str]
    lines: Sequence[str]

    def row(self, number: int) -> NameRow:
        """The row of the form with this number."""
        return self.make(self.texts[number], cells(self.lines[number], self.file, self.columns))

    def rows(self) -> Iterator[NameRow]:
        """Every row, in order."""
        return map(self.row, range(len(self.texts)))


def name_tables() -> Iterator[NameTable]:
    """Every shipped file of names: states, organisations, people."""
    yield from _state_tables()
    yield from _organisation_tables()
    yield from people_tables()


def _state_tables() -> Iterator[NameTable]:
    for file in shipped_names("state_names"):
        lines = read_lines(file, STATE_NAME_COLUMNS)
        yield NameTable(file, STATE_NAME_COLUMNS, _state_name, [_second(line) for line in lines], lines)


def _organisation_tables() -> Iterator[NameTable]:
    for file in shipped_names("organisation_names"):
        lines = read_lines(file, _ORGANISATION_NAME_COLUMNS)
        yield NameTable(file, _ORGANISATION_NAME_COLUMNS, _organisation_name, [_second(line) for line in lines], lines)


@cache
def people_tables() -> tuple[NameTable, ...]:
    """The files of office holders; a form is one spelling of a name."""
    return tuple(_people_table(file) for file in shipped_names("people_"))


def _people_table(file: str) -> NameTable:
    texts: list[str] = []
    lines: list[str] = []
    for line in read_lines(file, _PEOPLE_COLUMNS):
        name, variants = line.split(",", 2)[:2] if '"' not in line else cells(line, file, _PEOPLE_COLUMNS)[:2]
        texts.append(name)
        lines.append(line)
        if variants:
            spellings = [spelling for spelling in variants.split("|") if spelling and spelling != name]
            texts += spellings
            lines += [line] * len(spellings)
    return NameTable(file, _PEOPLE_COLUMNS, _person, texts, lines)


def _second(line: str) -> str:
    return line.split(",", 2)[1] if '"' not in line else next(csv.reader([line]))[1]


def _state_name(text: str, row: Sequence[str]) -> NameRow:
    code, _, kind, sector, valid_from, valid_to, verified = row
    state = states().get(code)
    name = text if kind in _OWN_NAME or state is None else state.name
    return NameRow(
        text, code, kind, sector, name, "", partial_date(valid_from), partial_date(valid_to), partial_date(verified)
    )


def _organisation_name(text: str, row: Sequence[str]) -> NameRow:
    org, _, _, sector, valid_from, valid_to, verified = row
    known = _organisations()[org]
    return NameRow(
        text,
        known[1],
        "organisation",
        sector,
        known[2],
        org,
        partial_date(valid_from or known[4]),
        partial_date(valid_to or known[5]),
        partial_date(verified),
    )


def _person(text: str, row: Sequence[str]) -> NameRow:
    name, _, state, office, title, sector, start, end, verified = row
    dates = (partial_date(start), partial_date(end), partial_date(verified))
    return NameRow(text, state, "person", sector, name, "", *dates, title, office)


@cache
def _organisations() -> dict[str, Sequence[str]]:
    return {row[0]: row for file in shipped_names("organisations") for row in read_cells(file, _ORGANISATION_COLUMNS)}


@cache
def state_names() -> tuple[NameRow, ...]:
    """Surface forms of states, their capitals, seats, institutions, parties and armed groups."""
    return tuple(chain.from_iterable(table.rows() for table in _state_tables()))


@cache
def organisation_names() -> tuple[NameRow, ...]:
    """Surface forms of organisations, transnational groups and companies."""
    return tuple(chain.from_iterable(table.rows() for table in _organisation_tables()))


@cache
def people() -> tuple[NameRow, ...]:
    """Terms of office, one row per spelling of the name."""
    return tuple(chain.from_iterable(table.rows() for table in people_tables()))


@cache
def memberships() -> dict[str, tuple[NameRow, ...]]:
    """Members of each organisation (by its id), dated; `code` is the member state."""
    columns = ("org", "state", "role", "valid_from", "valid_to", "last_verified")
    members: dict[str, list[NameRow]] = {}
    for row in read_rows("memberships.csv", columns):
        members.setdefault(row["org"], []).append(
            NameRow(
                row["state"],
                row["state"],
                "member",
                organisation=row["org"],
                valid_from=partial_date(row["valid_from"]),
                valid_to=partial_date(row["valid_to"]),
                last_verified=partial_date(row["last_verified"]),
                role=row["role"],
            )
        )
    return {org: tuple(rows) for org, rows in members.items()}
