"""Members of a phrase whose head is a role: "the Thai foreign minister", "spokesman for the rebels"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from detente.resolve.choose import STATE_KINDS, choose_row
from detente.resolve.nominal import NONSTATE_CODES, Nominal, PhraseWords, ReadMember
from detente.resolve.owners import owner_before, owners_after
from detente.resolve.segment import Segment
from detente.schema.mention import Actor

_KIN = frozenset(
    "brother sister son sons daughter wife husband nephew niece cousin uncle son-in-law brother-in-law".split()
)
# Roles that in the hands of an international body are military.
_MISSIONS = frozenset({"mission", "missions", "force", "contingent", "operation"})
# Sectors of armed groups and their proto-states, which their people share.
_ARMED = frozenset({"REB", "PRM", "PRE"})


def role_nominal(
    phrase: PhraseWords, core: Sequence[Segment], tail: Sequence[Segment], read: ReadMember
) -> Nominal | None:
    """The member whose head, the last segment of `core`, is a role; None for a figure of speech.

    Args:
        core: segments up to the head.
        tail: segments after it.
        read: reads what stands after "of".
    """
    sector, generic, body = capacity(phrase, core)
    text = phrase.text(core[-1])
    owner = owner_before(phrase, core[:-1], text)
    if owner is not None and owner.code not in NONSTATE_CODES and len(tail) > 1 and phrase.lower[tail[0].start] == "of":
        body_of = read(tail[1:])
        if body_of is not None and body_of.actors and body_of.actors[0].code in NONSTATE_CODES:
            owner = None  # "the Thai secretary-general of ASEAN"
    if owner is not None:
        return Nominal([_in_capacity(owner, sector, generic, body, text)], generic=generic, code_before=True)
    found = owners_after(phrase, tail, text, generic, read)
    if found is None:
        return None
    actors, told = found
    if actors:
        wanted = [_of_owner(actor, sector, generic, told, text) for actor in actors]
        return Nominal(wanted, generic=generic, code_after=True)
    return Nominal([Actor("", sector, "", "", f"{text!r} is {sector}; no state is told")], generic=generic)


def capacity(phrase: PhraseWords, core: Sequence[Segment]) -> tuple[str, bool, bool]:
    """Sector of the roles that end the phrase, whether generic, and whether a body decided it."""
    sector, generic = core[-1].sector, core[-1].generic
    for part in reversed(core[:-1]):
        if not generic:
            break
        if part.kind == "role":
            sector, generic = part.sector, part.generic
        elif part.kind == "name":
            row, _ = choose_row(part.rows, phrase.on)
            if row is not None and (row.kind not in STATE_KINDS or row.kind == "seat"):
                return row.sector or ("GOV" if row.kind == "person" else ""), True, True
            break
        elif part.kind not in ("low", "attribute"):
            break
    return sector, core[-1].generic and generic, False


def _in_capacity(owner: Actor, sector: str, generic: bool, body: bool, text: str) -> Actor:
    """An owner named before the role, in the sector of the role or its own."""
    if text in _KIN:
        sector = "ELI"
    elif owner.code in NONSTATE_CODES and text in _MISSIONS:
        sector = "MIL"
    elif owner.code in NONSTATE_CODES and (generic or (sector == "GOV" and owner.code != "EUR")):
        sector = owner.sector
    elif owner.sector in _ARMED and sector in ("MIL", "CVL", "GOV", ""):
        sector = owner.sector  # "Hezbollah fighters", "Transnistrian authorities"
    elif generic and owner.sector and body:
        sector = owner.sector
    why = f"{owner.why}; {text!r} is {sector or 'its own'}"
    return Actor(owner.code, sector, owner.name, owner.organisation, why)


def _of_owner(actor: Actor, sector: str, generic: bool, told: str, text: str) -> Actor:
    """An owner told after the role, in the sector of the role or its own; `told` is "of" or "place"."""
    if text in _KIN:
        return replace(actor, sector="ELI")
    body = actor.code in NONSTATE_CODES
    specific = (not generic or (told == "place" and bool(sector))) and not (
        (actor.sector in _ARMED and sector in ("GOV", "MIL")) or (body and sector == "GOV" and told == "of")
    )
    own = actor.sector or (told == "of" and body)
    kept = sector if specific or not own else actor.sector
    return Actor(actor.code, kept, actor.name, actor.organisation, f"{actor.why}; {text!r}")
