"""Candidates for "he", "she" and "the president": one person, with every mention by name or surname."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from detente.lexicon.given_names import is_female_name
from detente.resolve.candidate import Candidate, flags
from detente.resolve.person_nouns import is_compatriot, is_individual, office_of
from detente.resolve.place_features import place_features
from detente.resolve.surroundings import Surroundings
from detente.schema.mention import Mention

_FEMALE_TITLES = frozenset(
    "mrs ms miss queen princess baroness dame lady spokeswoman congresswoman chairwoman madame empress sister mother wife "
    "daughter widow".split()
)
_MALE_TITLES = frozenset(
    "mr king prince sir lord emperor sultan emir shah pope spokesman ayatollah sheikh archbishop monsignor count brother "
    "father husband son chairman".split()
)


def person_candidates(around: Surroundings) -> list[Candidate]:
    """One candidate for each person named, the last named first."""
    people: dict[str, list[Mention]] = {}
    for m in around.pool():
        if is_individual(m) or is_compatriot(m):
            people.setdefault(_key(m, people), []).append(m)
    order = sorted(people, key=lambda key: -people[key][-1].char_start)
    return [
        Candidate((around.prominent(people[key]),), _features(around, people[key], rank, len(order)))
        for rank, key in enumerate(order)
    ]


def office_candidates(around: Surroundings) -> list[Candidate]:
    """'the president', 'the ambassador': people, by whether they hold that office."""
    noun = office_of(around.text)
    found = person_candidates(around)
    for candidate in found:
        told = _offices_of(around, candidate.members[0])
        candidate.features |= flags(
            office_fits=noun in told, office_unfit=bool(told) and noun not in told, office_unknown=not told
        )
    return found


def _offices_of(around: Surroundings, member: Mention) -> set[str]:
    """Offices that the text, or the tables, give a person."""
    surname = _surname(member)
    same = [m for m in around.past if is_individual(m) and _surname(m) == surname]
    told = {office_of(part.text) for m in same for part in m.parts if part.kind == "role"}
    told |= {office_of(actor.why.split(";")[0].split(",")[-1]) for actor in member.actors if "," in actor.why}
    return told - {""}


def _features(around: Surroundings, mentions: Sequence[Mention], rank: int, n: int) -> dict[str, float]:
    last = around.prominent(mentions)
    before = around.index - 1
    functions = {(m.sentence_index, around.function_of(m)) for m in mentions}
    female = around.mention.kind == "she"
    sex = next((s for s in map(_sex, mentions) if s), "")
    fits = sex == ("f" if female else "m")
    return {
        **place_features(around, last),
        **flags(
            subject_before=(before, "subject") in functions,
            subject_same=(around.index, "subject") in functions and last.sentence_index == around.index,
            first_before=any(m.sentence_index == before and m.opens_clause for m in mentions),
            nearest=rank == 0,
            second=rank == 1,
            only=n == 1,
        ),
        "often": min(len(mentions), 4) / 4,
        **flags(
            titled=any(part.kind == "role" for part in last.parts),
            unresolved=not last.actors,
            compatriot=is_compatriot(last),
            sex_fits=fits,
            sex_unfit=bool(sex) and not fits,
            she_unknown=female and not sex,
        ),
    }


def _key(mention: Mention, known: Iterable[str]) -> str:
    """Text by which mentions of one person are joined: a surname finds the full name."""
    name = _name(mention)
    last = name.split()[-1]
    return next((key for key in known if key.split()[-1] == last or key == name), name)


def _name(mention: Mention) -> str:
    return next((part.text for part in mention.parts if part.kind == "person"), mention.text)


def _surname(mention: Mention) -> str:
    return _name(mention).split()[-1]


def _sex(mention: Mention) -> str:
    """'f', 'm' or "" as title, pronoun or given name tell."""
    lowered = {word.lower() for word in mention.text.replace(".", "").split()}
    if mention.kind == "she" or lowered & _FEMALE_TITLES:
        return "f"
    if mention.kind == "he" or lowered & _MALE_TITLES:
        return "m"
    person = next(
        (p.text for p in mention.parts if p.kind == "person"), mention.text if mention.kind == "person" else ""
    )
    full = mention.actors[0].why.split(",")[0].split() if mention.actors else []
    if len(person.split()) > 1:
        given = person.split()[0]
    elif len(full) > 1 and full[0][:1].isupper():
        given = full[0]  # "Merkel", whom the tables call Angela
    else:
        return ""
    return "f" if is_female_name(given) else "m"
