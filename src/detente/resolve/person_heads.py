"""Members of a phrase whose head is a person, or an unknown name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from detente.lexicon.names import NameRow
from detente.resolve.choose import STATE_KINDS, actor_of, choose_row, office_at
from detente.resolve.nominal import NONSTATE_CODES, Nominal, PhraseWords, ReadMember
from detente.resolve.owners import codes_in, owner_before, tail_codes
from detente.resolve.people import find_person
from detente.resolve.role_heads import capacity, role_nominal
from detente.resolve.segment import Segment
from detente.schema.mention import Actor

# Titles that people in office keep: "General de Gaulle" is read by his office.
_HONOURS = frozenset(
    "general generals colonel col marshal admiral captain lieutenant major ayatollah grand-ayatollah imam archbishop "
    "bishop cardinal father professor doctor comrade lord baroness baron chairman brother sister caliph mullah".split()
)
# Words that make a capitalised name no actor: "the Rhine River", "the Oslo Accords".
_THINGS = frozenset(
    "river wall canal bay sea strait straits ocean mountain mountains mount lake desert treaty accord accords agreement "
    "war wars crisis peninsula island islands gulf valley plan doctrine declaration protocol summit conference talks "
    "conventions convention charter act code cup games olympics prize festival airport bridge tower square park hotel "
    "stadium syndrome referendum revolution spring process initiative road pipeline province avenue".split()
)


def person_nominal(phrase: PhraseWords, row: NameRow, before: Sequence[Segment]) -> Nominal:
    """An office holder, in the capacity of the titles before the name where they tell another than the tables."""
    actor = actor_of(row, phrase.on)
    titles = [s for s in before if s.kind in ("role", "title") and s.sector]
    if not titles:
        return Nominal([actor], bare=True, person=True)
    last = titles[-1]
    honour = (last.kind == "title" and last.sector == "MIL") or phrase.text(last) in _HONOURS
    former = last.sector == "GOV" and actor.sector == "ELI" and row.role.startswith("former")
    if not former and not (honour and actor.sector):
        sector, generic, _ = capacity(phrase, [s for s in before if s.kind != "title"] or titles)
        owner = owner_before(phrase, [s for s in before if s.kind == "name"])
        code = owner.code if owner is not None and owner.code and not generic else actor.code
        if actor.code in NONSTATE_CODES and sector == "GOV":
            sector = actor.sector
        actor = replace(actor, sector=sector or actor.sector, code=code)
    return Nominal([actor], person=True)


def unknown_nominal(
    phrase: PhraseWords, core: Sequence[Segment], tail: Sequence[Segment], read: ReadMember
) -> Nominal | None:
    """The member whose head is a run of capitalised words: an office holder, or somebody in the role before the name."""
    head, before = core[-1], core[:-1]
    text = phrase.text(head)
    titles = [index for index, s in enumerate(before) if s.kind in ("role", "title")]
    people = find_person(
        text,
        phrase.on,
        phrase.names,
        codes_in(phrase, before) or tail_codes(phrase, tail),
        alone=not before or bool(titles) or before[-1].kind == "possessive",
        title=phrase.text(before[titles[-1]]) if titles else "",
    )
    if people:
        return person_nominal(phrase, office_at(people, phrase.on), before)
    if not _THINGS.isdisjoint(phrase.lower[head.start : head.end]):
        phrase.why = f"{text!r} is no actor"
        return None
    if any(before[index].kind == "role" for index in titles):
        nominal = role_nominal(phrase, before[: titles[-1] + 1], tail, read)
    elif any(before[index].sector for index in titles):
        nominal = Nominal([Actor("", before[titles[-1]].sector, text)])
    else:
        nominal = _named_before(phrase, text, before)
        if nominal is None:
            phrase.why = f"{text!r} is not in the tables"
        return nominal
    if nominal is not None:
        nominal.actors = [replace(a, name=text) for a in nominal.actors]
        nominal.person = True
    return nominal


def _named_before(phrase: PhraseWords, text: str, before: Sequence[Segment]) -> Nominal | None:
    """'USS Pueblo' by the navy, "Kenya's Odinga" by the state named before it."""
    if before and before[-1].kind == "name":
        row, _ = choose_row(before[-1].rows, phrase.on)
        if row is not None and row.kind == "institution" and row.sector == "MIL" and row.text.isupper():
            return Nominal([actor_of(row, phrase.on)], code_before=True)
    if len(before) >= 2 and before[-1].kind == "possessive" and before[-2].kind == "name":
        row, _ = choose_row(before[-2].rows, phrase.on)
        if row is not None and row.kind in STATE_KINDS:
            actor = actor_of(row, phrase.on)
            return Nominal([replace(actor, name=text, sector="", why=f"{text!r}, of {actor.code}")], person=True)
    return None
