"""Members of a phrase whose head is a name of the tables."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from detente.lexicon.names import NameRow
from detente.resolve.choose import STATE_KINDS, actor_of, choose_row
from detente.resolve.nominal import NONSTATE_CODES, Nominal, PhraseWords, ReadMember
from detente.resolve.owners import codes_in, tail_codes
from detente.resolve.person_heads import person_nominal
from detente.resolve.role_heads import role_nominal
from detente.resolve.segment import Segment

# Words before a demonym or a place that say who of its people are meant.
_PRONE = frozenset("ordinary local young elderly poor rural urban many most individual fellow".split())
_NATURAL = frozenset("canal river sea bay strait straits lake desert gulf mountains ocean lagoon pass delta".split())
_ADJECTIVES = frozenset({"adjective", "abbreviation", "demonym", "organisation"})


def name_nominal(
    phrase: PhraseWords, core: Sequence[Segment], tail: Sequence[Segment], read: ReadMember
) -> Nominal | None:
    """The member whose head, the last segment of `core`, is a name; None when it names another thing."""
    head, before = core[-1], core[:-1]
    told = codes_in(phrase, before) or tail_codes(phrase, tail) or phrase.context
    row, why = choose_row(head.rows, phrase.on, told)
    if row is None:
        if head.sector:  # ambiguous as a name, still a kind of body
            return role_nominal(phrase, core, tail, read)
        phrase.why = why
        return None
    why = _another_thing(phrase, row, core, told)
    if why:
        phrase.why = why
        return None
    if row.kind == "person":
        return person_nominal(phrase, row, before)
    last = before[-1] if before else None
    if last is not None and last.kind == "name" and last.end == head.start and row.kind in STATE_KINDS:
        other, _ = choose_row(last.rows, phrase.on)
        if other is not None and other.kind not in STATE_KINDS:
            row = other
    actor = actor_of(row, phrase.on)
    if row.kind == "demonym" and any(s.kind == "low" and phrase.lower[s.start] in _PRONE for s in before):
        actor = actor.with_sector("CVL")
    if last is not None and last.kind == "role" and row.kind in STATE_KINDS and row.kind != "seat":
        return Nominal([actor.with_sector(last.sector)], code_before=True)
    return Nominal(
        [actor],
        bare=True,
        adjective=any(r.kind in _ADJECTIVES for r in head.rows),
        place=row.kind in ("capital", "city", "place"),
    )


def _another_thing(phrase: PhraseWords, row: NameRow, core: Sequence[Segment], told: Collection[str]) -> str:
    """Why the name names another thing here than the row says; "" when it does not."""
    head, last = core[-1], core[-2] if len(core) > 1 else None
    if row.kind == "place" and phrase.lower[head.end - 1] in _NATURAL:
        return f"{phrase.text(head)!r} is a feature of nature"
    if row.kind == "person" and not row.sector and row.code in NONSTATE_CODES:
        early = row.valid_from is not None and phrase.on is not None and phrase.on < row.valid_from
        return f"{row.name} was not yet {row.role}" if early else ""
    if last is None:
        return ""
    if last.kind == "neutral" and row.kind in ("capital", "city", "place") and phrase.lower[last.start] not in _PRONE:
        return f"{phrase.text(head)!r} is part of another name"
    longer = last.kind == "cap" and last.end == head.start and row.kind in ("institution", "party", "armed_group")
    if longer and row.code not in told:
        return f"{phrase.text(last)} {phrase.text(head)!r} is another name than {row.text!r} of {row.code}"
    return ""
