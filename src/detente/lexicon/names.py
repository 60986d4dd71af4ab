"""Names of states, organisations and people, each with its dates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from detente.lexicon.rows import partial_date, read_rows, shipped_names


@dataclass(frozen=True, slots=True)
class NameRow:
    """One surface form and who it stands for between two dates.

    Attributes:
        kind: name, adjective, demonym, capital, city, seat, place, institution, party, armed_group,
            organisation or person.
        valid_from, valid_to: half-open; None = unbounded. An open term of office is bounded by
            `last_verified` when asked for.
        role: office held, for persons.
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


@cache
def state_names() -> tuple[NameRow, ...]:
    """Surface forms of states, their capitals, seats, institutions, parties and armed groups."""
    columns = ("code", "text", "kind", "sector", "valid_from", "valid_to", "last_verified")
    known = states()
    return tuple(
        NameRow(
            row["text"],
            row["code"],
            row["kind"],
            row["sector"],
            known[row["code"]].name if row["kind"] not in ("institution", "party", "armed_group") else row["text"],
            "",
            partial_date(row["valid_from"]),
            partial_date(row["valid_to"]),
            partial_date(row["last_verified"]),
        )
        for row in read_rows("state_names.csv", columns)
    )


@cache
def organisation_names() -> tuple[NameRow, ...]:
    """Surface forms of organisations, transnational groups and companies."""
    known = {
        row["org"]: row
        for row in read_rows("organisations.csv", ("org", "code", "name", "kind", "valid_from", "valid_to"))
    }
    columns = ("org", "text", "kind", "sector", "valid_from", "valid_to", "last_verified")
    return tuple(
        NameRow(
            row["text"],
            known[row["org"]]["code"],
            "organisation",
            row["sector"],
            known[row["org"]]["name"],
            row["org"],
            partial_date(row["valid_from"] or known[row["org"]]["valid_from"]),
            partial_date(row["valid_to"] or known[row["org"]]["valid_to"]),
            partial_date(row["last_verified"]),
        )
        for row in read_rows("organisation_names.csv", columns)
    )


@cache
def people() -> tuple[NameRow, ...]:
    """Terms of office, one row per spelling of the name."""
    columns = ("name", "variants", "state", "office", "title", "sector", "date_start", "date_end", "last_verified")
    rows = []
    for file in shipped_names():
        if not file.startswith("people_"):
            continue
        for row in read_rows(file, columns):
            spellings = dict.fromkeys([row["name"], *filter(None, row["variants"].split("|"))])
            rows += [
                NameRow(
                    spelling,
                    row["state"],
                    "person",
                    row["sector"],
                    row["name"],
                    "",
                    partial_date(row["date_start"], file),
                    partial_date(row["date_end"], file),
                    partial_date(row["last_verified"], file),
                    row["title"],
                )
                for spelling in spellings
            ]
    return tuple(rows)


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
