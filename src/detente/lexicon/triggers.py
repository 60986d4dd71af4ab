"""Trigger patterns of the lexical coder, ours and a user's, and the operators that combine with them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from detente.errors import LexiconError
from detente.lexicon.lemmas import inflections
from detente.lexicon.rows import read_rows, read_user_rows, shipped_names
from detente.lexicon.words import (
    AUXILIARIES,
    COORDINATORS,
    DETERMINERS,
    NEGATIONS,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
)
from detente.schema.codebook import codebook

TRIGGER_COLUMNS = ("trigger", "pos", "event_type", "mode", "to", "from", "shape", "kind", "note")
OPERATOR_COLUMNS = ("operator", "pos", "class", "note")
OPERATOR_CLASSES = frozenset(
    "promise ask refuse threaten stop lift resume perform plan want deny accuse permit fail say believe report".split()
)


# Words that may stand first in a pattern without being verbs or nouns themselves ("not recognise").
CLOSED = AUXILIARIES | COORDINATORS | DETERMINERS | NEGATIONS | PREPOSITIONS | PRONOUNS | SUBORDINATORS | {"to"}


@dataclass(frozen=True, slots=True)
class Trigger:
    """One pattern: words in base form (alternatives in each place, `*` = a gap) and where its arguments stand.

    Attributes:
        words: for each place the set of lemmas that fit, or None for a gap of up to three words.
        to: slots of the recipient in order of preference: `obj`, `subj` or prepositions.
        optional: may be coded without recipient.
        come_from: slots of the actor when it is not the subject.
        weak: often something else; coded only with both sides resolved.
    """

    words: tuple[frozenset[str] | None, ...]
    pos: str
    event_type: str
    mode: str
    to: tuple[str, ...]
    optional: bool
    come_from: tuple[str, ...]
    symmetric: bool
    kind: str
    weak: bool
    text: str


@dataclass(frozen=True, slots=True)
class Operator:
    """A verb or noun that takes another act as its complement ("agree to", "refuse to", "call for")."""

    words: tuple[frozenset[str] | None, ...]
    pos: str
    operator_class: str
    text: str


class TriggerLexicon:
    """Triggers and operators, indexed by the lemmas that can stand first.

    Args:
        own: texts of those triggers that a user gave.
    """

    def __init__(self, triggers: Iterable[Trigger], operators: Iterable[Operator], own: Iterable[str] = ()) -> None:
        self.own = frozenset(own)
        self.triggers = tuple(triggers)
        self.operators = tuple(operators)
        self.by_first: dict[str, list[Trigger | Operator]] = {}
        for pattern in (*self.triggers, *self.operators):
            for word in pattern.words[0] or ():
                self.by_first.setdefault(word, []).append(pattern)
        for patterns in self.by_first.values():
            patterns.sort(key=lambda pattern: -len(pattern.words))

    @cached_property
    def verb_forms(self) -> frozenset[str]:
        """Inflected first words of verb patterns and operators."""
        return _forms(
            *((place, "v") for p in (*self.triggers, *self.operators) if p.pos == "v" for place in p.words[:1])
        )

    @cached_property
    def noun_forms(self) -> frozenset[str]:
        """Inflected one-word noun patterns, and heads of compound ones."""
        nouns = [p for p in (*self.triggers, *self.operators) if p.pos == "n"]
        alone = [p.words[0] for p in nouns if len(p.words) == 1]
        return _forms(*((place, "n") for place in [*alone, *(p.words[-1] for p in nouns)]))


def _forms(*places: tuple[frozenset[str] | None, str]) -> frozenset[str]:
    words = {(word, pos) for place, pos in places for word in place or ()}
    return frozenset(form for word, pos in words if word not in CLOSED for form in inflections(word, pos)) - CLOSED


def trigger_lexicon(user_file: Path | None = None) -> TriggerLexicon:
    """The shipped triggers and operators; rows of a user's file come first and win over ours.

    Raises:
        LexiconError: if the user's file is malformed; names the file, the line and what is allowed.
    """
    shipped = _shipped()
    if user_file is None:
        return shipped
    own = [
        parse_trigger(row, str(user_file))
        for row in _spelled_out(read_user_rows(user_file, TRIGGER_COLUMNS), "trigger")
    ]
    taken = {(trigger.text, trigger.pos) for trigger in own}
    rest = [trigger for trigger in shipped.triggers if (trigger.text, trigger.pos) not in taken]
    return TriggerLexicon([*own, *rest], shipped.operators, [trigger.text for trigger in own])


@cache
def _shipped() -> TriggerLexicon:
    triggers, operators = [], []
    for name in shipped_names():
        if name.startswith("triggers_"):
            triggers += [parse_trigger(row, name) for row in _spelled_out(read_rows(name, TRIGGER_COLUMNS), "trigger")]
        elif name == "operators.csv":
            operators += [
                parse_operator(row, name) for row in _spelled_out(read_rows(name, OPERATOR_COLUMNS), "operator")
            ]
    return TriggerLexicon(triggers, operators)


def parse_trigger(row: dict[str, str], name: str) -> Trigger:
    """A trigger from its row.

    Raises:
        LexiconError: if type, mode, pos, shape or kind is not one the codebook allows.
    """
    problem = _problem(row)
    if problem:
        raise LexiconError(f"{name}: trigger {row['trigger']!r}: {problem}. See docs/reference/lexicon.md.")
    to = row["to"].replace("?", "")
    slots = tuple(slot.strip() for slot in to.split(",") if slot.strip() and slot.strip() != "none")
    return Trigger(
        _words(row["trigger"]),
        row["pos"],
        row["event_type"],
        row["mode"],
        slots,
        row["to"].endswith("?") or not slots,
        tuple(slot.strip() for slot in row["from"].split(",") if slot.strip()),
        row["shape"] == "symmetric",
        row["kind"],
        "weak" in row["note"],
        row["trigger"],
    )


def _problem(row: dict[str, str]) -> str:
    """What the codebook does not allow in the row of a trigger; "" when all is well."""
    kind = codebook().event_types.get(row["event_type"])
    if kind is None:
        return f"event_type {row['event_type']!r} is not in the codebook"
    if row["mode"] and row["mode"] not in kind.modes:
        return f"{row['event_type']} has no mode {row['mode']!r}"
    if row["pos"] not in ("v", "n", "a"):
        return f"pos {row['pos']!r} is none of v, n, a"
    if row["shape"] not in ("directed", "symmetric"):
        return f"shape {row['shape']!r} is neither directed nor symmetric"
    if row["kind"] not in ("act", "condition", "either"):
        return f"kind {row['kind']!r} is none of act, condition, either"
    return ""


def parse_operator(row: dict[str, str], name: str) -> Operator:
    """An operator from its row.

    Raises:
        LexiconError: if its class is unknown.
    """
    if row["class"] not in OPERATOR_CLASSES:
        raise LexiconError(
            f"{name}: operator {row['operator']!r}: class {row['class']!r} is unknown; "
            f"choose one of {', '.join(sorted(OPERATOR_CLASSES))}."
        )
    return Operator(_words(row["operator"]), row["pos"], row["class"], row["operator"])


def _spelled_out(rows: list[dict[str, str]], column: str) -> list[dict[str, str]]:
    """Rows with a hyphen inside an alternative ("ceasefire/cease-fire") become one row for each spelling."""
    spelled = []
    for row in rows:
        texts = [""]
        for word in row[column].split():
            options = word.split("/") if "-" in word and "/" in word else [word]
            texts = [f"{text} {option}".strip() for text in texts for option in options]
        spelled += [row | {column: text} for text in texts]
    return spelled


def _words(text: str) -> tuple[frozenset[str] | None, ...]:
    places: list[frozenset[str] | None] = []
    for word in text.lower().replace("-", " - ").split():
        places.append(None if word == "*" else frozenset(word.split("/")))
    return tuple(places)


def trigger_words(pos: str) -> frozenset[str]:
    """Surface forms of the shipped lexicon that can be a trigger of a part of speech: `v` or `n`."""
    lexicon = trigger_lexicon()
    return lexicon.verb_forms if pos == "v" else lexicon.noun_forms
