"""Which of a name's rows is meant at a date, and the actor that it makes."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from detente.lexicon.names import NameRow, states
from detente.schema.mention import Actor

STATE_KINDS = frozenset(
    {"name", "official", "abbreviation", "adjective", "demonym", "capital", "seat", "place", "city", "former"}
)
# Which of several readings of one name is meant first; "Congo", "Georgia" and the like stay open between equals.
_RANK = {
    kind: rank
    for rank, kind in enumerate(
        "abbreviation name official organisation person institution seat group adjective demonym capital former company "
        "party armed_group place city".split()
    )
}
# Kinds that stand for their state on a day on which no row is in force.
_LASTING = frozenset({"name", "former", "capital", "adjective", "demonym", "official", "abbreviation"})
# Words of which names of parties are made that many states have.
_GENERIC_PARTY = frozenset(
    "democratic republican liberal conservative labour labor socialist communist national people's people progressive green "
    "social christian democrats democrat republicans party union front new workers' workers justice freedom reform".split()
)
# Unions of which states were part before they were states.
_UNIONS = {
    "SUN": "RUS UKR BLR MDA EST LVA LTU GEO ARM AZE KAZ KGZ TJK TKM UZB",
    "YUG": "SRB HRV SVN BIH MKD MNE XKX",
    "CSK": "CZE SVK",
}
_UNION_OF = {code: union for union, codes in _UNIONS.items() for code in codes.split()}


def choose_row(
    rows: Sequence[NameRow], on: date | None, told: Mapping[str, int] | Collection[str] = ()
) -> tuple[NameRow | None, str]:
    """The row that a name means on a day, or None and the reason why none does.

    Args:
        rows: rows of one surface form.
        told: state codes that the context names, with how often; they decide between equals.
    """
    if len(rows) == 1 and on is None:
        row = rows[0]
        return (office_at(rows, on), "") if row.kind == "person" else _party_or(row, told)
    if all(row.kind == "person" for row in rows):
        return office_at(_one_person(rows, told), on), ""
    text = rows[0].text
    if len(rows) == 1 and rows[0].holds(on) and _state_holds(rows[0], on):
        return _party_or(rows[0], told)
    valid = [row for row in rows if row.holds(on) and _state_holds(row, on)]
    if not valid:
        valid = [row for row in rows if row.kind in _LASTING] or [row for row in rows if row.kind != "person"]
        if not valid:
            return None, f"{text!r} stood for no actor at that date"
    if on is None:
        valid = [row for row in valid if row.valid_to is None] or valid
    best = min(_RANK.get(row.kind, 99) for row in valid)
    top = [row for row in valid if _RANK.get(row.kind, 99) == best]
    if any(row.code != top[0].code for row in top):
        codes = {row.code for row in top}
        weights = {code: told.get(code, 0) if isinstance(told, Mapping) else int(code in told) for code in codes}
        ranked = sorted(codes, key=lambda code: (-weights[code], code))
        if weights[ranked[0]] == weights[ranked[1]]:
            return None, f"{text!r} can be {' or '.join(sorted(codes))}; nothing decides"
        top = [row for row in top if row.code == ranked[0]]
    if top[0].kind == "person":
        return office_at([row for row in rows if row.kind == "person"], on), ""
    return _party_or(top[0], told)


def _party_or(row: NameRow, told: Collection[str]) -> tuple[NameRow | None, str]:
    if row.kind == "party" and row.code not in told and set(row.text.lower().split()) <= _GENERIC_PARTY:
        return None, f"{row.text!r} is a party of many states; nothing tells which"
    return row, ""


def _one_person(rows: Sequence[NameRow], told: Collection[str]) -> Sequence[NameRow]:
    """Of two people of one name the one whose state the context tells; else all of them."""
    if told and any(row.code != rows[0].code for row in rows):
        return [row for row in rows if row.code in told] or rows
    return rows


def office_at(rows: Sequence[NameRow], on: date | None) -> NameRow:
    """The term that holds on the day; after office the last one, marked ELI; before it the first, without sector."""
    if on is None:
        return max(rows, key=lambda row: (row.sector == "GOV", row.valid_to is None, row.valid_from or date.min))
    holding = [row for row in rows if row.holds(on)]
    if holding:
        return min(holding, key=lambda row: (row.sector not in ("GOV", "MIL"), row.office == "other"))
    past = [row for row in rows if row.valid_to is not None and row.valid_to <= on]
    if past:
        last = max(past, key=lambda row: row.valid_to or date.min)
        return last.in_capacity("ELI", f"former {last.role}")
    return rows[0].in_capacity("", rows[0].role)


def _state_holds(row: NameRow, on: date | None) -> bool:
    state = states().get(row.code)
    if state is None:
        return True
    if on is None:
        return state.valid_to is None or row.kind in ("name", "adjective", "demonym", "former", "official")
    return state.lasts(on)


def actor_of(row: NameRow, on: date | None) -> Actor:
    """The actor of a row: a person's and a body's own name is kept, a state's synonyms give the state's."""
    sector = row.sector or ("GOV" if row.kind == "seat" else "")
    code = row.code
    if row.kind == "person":
        sector = "" if code in ("IGO", "UNO", "NGO") and sector != "ELI" else sector
        code = successor_at(code, on) if sector == "ELI" else code
        unsure = row.valid_to is None and on is not None and row.last_verified is not None and on > row.last_verified
        why = f"{row.name}, {row.role}" + (f"; in office as of {row.last_verified}, unknown after" if unsure else "")
        return Actor(code, sector, row.name, "", why)
    if row.kind in ("capital", "city") and on is not None:
        code = _predecessor(code, on)
    return Actor(code, sector, row.name, row.organisation, f"{row.text!r} is a {row.kind.replace('_', ' ')} of {code}")


def _predecessor(code: str, on: date) -> str:
    """The union that a city's state was part of before it became a state: Tbilisi in 1985 SUN."""
    state, union = states().get(code), _UNION_OF.get(code)
    if state is None or union is None or state.valid_from is None or state.valid_from <= on:
        return code
    return union if states()[union].lasts(on) else code


def successor_at(code: str, on: date | None) -> str:
    """The state itself, or the one that came after it when it has ended by the day."""
    state = states().get(code)
    while state is not None and on is not None and state.valid_to is not None and state.valid_to <= on:
        if not state.successor:
            break
        code, state = state.successor, states().get(state.successor)
    return code
