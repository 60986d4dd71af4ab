"""Annotated sentences: the files of `training/coder/text` read into records.

A block is a sentence (`T`), its actors (`A`, divided by semicolons, `name#2` for the second occurrence) and its events
(`E actor>recipient TYPE; trigger; flags`, counted from 1, 0 for no recipient). Every ordered pair without an `E` has none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

TEXT = Path(__file__).resolve().parent / "text"
FLAGS = ("negated", "hypothetical", "future", "historical")
_EVENT = re.compile(r"E (\d+)>(\d+) ([A-Z]+); ?([^;]+?)(?:; ?(.*))?")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Event:
    """One event of a sentence: numbers of actor and recipient from 0, recipient -1 for none."""

    actor: int
    recipient: int
    event_type: str
    trigger: Span
    flags: tuple[str, ...]
    kind: str


@dataclass(frozen=True, slots=True)
class AnnotatedSentence:
    """A sentence with its actors (character spans) and events."""

    text: str
    actors: tuple[Span, ...]
    events: tuple[Event, ...]
    file: str


def read_sentences(folder: Path = TEXT) -> Iterator[AnnotatedSentence]:
    """Every sentence of a folder, in order of the files.

    Raises:
        ValueError: if a block is malformed; names the file and the sentence.
    """
    for path in sorted(folder.glob("*.txt")):
        for block in re.split(r"\n\s*\n", path.read_text("utf-8").strip()):
            lines = [line.strip() for line in block.splitlines() if line.strip() and not line.startswith("#")]
            if lines:
                yield _sentence(lines, path.name)


def _sentence(lines: list[str], file: str) -> AnnotatedSentence:
    text = next(line[2:].strip() for line in lines if line.startswith("T "))
    names = [name for line in lines if line.startswith("A ") for name in line[2:].split(";") if name.strip()]
    actors = tuple(_find(text, name.strip(), file) for name in names)
    events = []
    for line in lines:
        if not line.startswith("E "):
            continue
        found = _EVENT.fullmatch(line)
        if found is None:
            raise ValueError(f"{file}: no event: {line!r} in {text!r}. Write `E 1>2 TYPE; trigger; flags`.")
        told = (found[5] or "").split()
        flags = tuple(flag for flag in FLAGS if flag in told)
        kind = "condition" if "condition" in told else "act"
        trigger = _find(text, found[4].strip(), file)
        events.append(Event(int(found[1]) - 1, int(found[2]) - 1, found[3], trigger, flags, kind))
    return AnnotatedSentence(text, actors, tuple(events), file)


def _find(text: str, phrase: str, file: str) -> Span:
    name, _, number = phrase.partition("#")
    wanted = int(number) if number.isdigit() else 1
    spans = [m.span() for m in re.finditer(rf"(?<!\w){re.escape(name if number.isdigit() else phrase)}(?!\w)", text)]
    if len(spans) < wanted:
        raise ValueError(f"{file}: {phrase!r} is not in {text!r}.")
    return spans[wanted - 1]
