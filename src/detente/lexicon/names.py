"""Names of states, organisations and people, each with its dates."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from detente.lexicon.rows import partial_date, read_cells, read_rows, shipped_names

STATE_NAME_COLUMNS = ("code", "text", "kind", "sector", "valid_from", "valid_to", "last_verified")
_ORGANISATION_COLUMNS = ("org", "code", "name", "kind", "valid_from", "valid_to")
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


# A line of a table that becomes a NameRow when it is asked for (most of the lexicon never is): how, surface form, cells.
RawName = tuple[Callable[[str, Sequence[str]], NameRow], str, Sequence[str]]


def raw_names() -> Iterator[RawName]:
    """Every surface form of the shipped tables with what makes its row, in the order of the tables."""
    for file in shipped_names("state_names"):
        for cells in read_cells(file, STATE_NAME_COLUMNS):
            yield _state_name, cells[1], cells
    for file in shipped_names("organisation_names"):
        for cells in read_cells(file, _ORGANISATION_NAME_COLUMNS):
            yield _organisation_name, cells[1], cells
    yield from raw_people()


def raw_people() -> Iterator[RawName]:
    """Every spelling of an office holder's name with what makes the row of one term."""
    for spelling, cells in _people_cells():
        yield _person, spelling, cells


def _people_cells() -> Iterator[tuple[str, Sequence[str]]]:
    for cells in _people_lines():
        yield cells[0], cells
        if cells[1]:
            for spelling in cells[1].split("|"):
                if spelling and spelling != cells[0]:
                    yield spelling, cells


@cache
def _people_lines() -> tuple[Sequence[str], ...]:
    return tuple(cells for file in shipped_names("people_") for cells in read_cells(file, _PEOPLE_COLUMNS))


def _state_name(text: str, cells: Sequence[str]) -> NameRow:
    code, _, kind, sector, valid_from, valid_to, verified = cells
    state = states().get(code)
    name = text if kind in _OWN_NAME or state is None else state.name
    return NameRow(
        text, code, kind, sector, name, "", partial_date(valid_from), partial_date(valid_to), partial_date(verified)
    )


def _organisation_name(text: str, cells: Sequence[str]) -> NameRow:
    org, _, _, sector, valid_from, valid_to, verified = cells
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


def _person(text: str, cells: Sequence[str]) -> NameRow:
    name, _, state, office, title, sector, start, end, verified = cells
    dates = (partial_date(start), partial_date(end), partial_date(verified))
    return NameRow(text, state, "person", sector, name, "", *dates, title, office)


@cache
def _organisations() -> dict[str, Sequence[str]]:
    return {
        cells[0]: cells for file in shipped_names("organisations") for cells in read_cells(file, _ORGANISATION_COLUMNS)
    }


@cache
def state_names() -> tuple[NameRow, ...]:
    """Surface forms of states, their capitals, seats, institutions, parties and armed groups."""
    files = shipped_names("state_names")
    return tuple(_state_name(cells[1], cells) for file in files for cells in read_cells(file, STATE_NAME_COLUMNS))


@cache
def organisation_names() -> tuple[NameRow, ...]:
    """Surface forms of organisations, transnational groups and companies."""
    files = shipped_names("organisation_names")
    return tuple(
        _organisation_name(cells[1], cells) for file in files for cells in read_cells(file, _ORGANISATION_NAME_COLUMNS)
    )


@cache
def people() -> tuple[NameRow, ...]:
    """Terms of office, one row per spelling of the name."""
    return tuple(_person(spelling, cells) for spelling, cells in _people_cells())


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
