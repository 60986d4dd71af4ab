"""Date expressions in text, with their granularity; `resolve` anchors them to days.

A grammar of our own instead of dateparser: the granularity of what was written must survive ("in 2021" is a year,
never a day), and "may march" is no date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from types import MappingProxyType

from detente.parse.date_grammar import ROWS

_PATTERNS = tuple((kind, re.compile(pattern)) for kind, pattern in ROWS)
# Verbs of the future and of plans.
_AHEAD = re.compile(
    r"\b(?:will|shall|['’]ll|(?:is|are|was|were) (?:now )?(?:to|due|set|expected|scheduled|slated|planned)|due|expects?|"
    r"plans?|scheduled|hopes?|intends?|promises? to|vows? to|would|upcoming|ahead of|returns?|votes?|meets?|flies|opens?|"
    r"begins?|starts?|goes|go|host|arrives?|leaves?|holds?|visits?|travels?|addresse?s?|face|faces|plan|may|end|ends|"
    r"expire|expires|take office|takes office|looks? to|likely)\b"
)
_NO_DATE = "none"  # covers a name, so that no later row reads a date into it
_SENTENCE_END = re.compile(r"[.!?;]\s|\n|$")
# What makes a date part of a name: "Bloody Sunday", "Resolution 1973", "the 17 November Group".
_NAMES_BEFORE = re.compile(
    r"(?:Resolution|resolution|Bloody|Black|Good|Easter|Palm|Vision|Agenda|Charter|Article|Flight|flight|No\.|[Ee]very|"
    r"[Ee]ach|Prague|Arab|Group of|kilomet\w+|Ambassador|General|Minister|Secretary|President|Mr|Mrs|Ms)\s+(?:the\s+)?$"
)
_NAMES_AFTER = re.compile(
    r"\s+(?:Movement|Brigades?|Group|group|Organi[sz]ation|Revolution|Accords?|Front|Committee|Martyrs|Square|Street|"
    r"Avenue|Programme|Plan)\b"
)
_NUMBERS_BEFORE = re.compile(r"[$€£#]\s?$|Orwell['’]s\s|\b(?:flight|article|number|channel|page|room|unit)\s$")
_LOOK_BACK = 24  # characters before a date in which the rest of a name may stand


@dataclass(frozen=True, slots=True)
class DateExpression:
    """A date as written: `kind` names the grammar row, `fields` what it said; `ahead` marks a sentence about the future."""

    char_start: int
    char_end: int
    kind: str
    fields: MappingProxyType[str, str] = field(default_factory=lambda: MappingProxyType({}))
    ahead: bool = False


def find_dates(text: str) -> list[DateExpression]:
    """Date expressions in order of position; of overlapping ones the earlier row of the grammar."""
    taken: list[DateExpression] = []
    covered = bytearray(len(text))
    for expression in _all(text):
        start, end = expression.char_start, expression.char_end
        if not any(covered[start:end]):
            covered[start:end] = b"\1" * (end - start)
            taken.append(expression)
    return sorted((e for e in taken if e.kind != _NO_DATE), key=lambda expression: expression.char_start)


def _all(text: str) -> Iterator[DateExpression]:
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            start = match.start("mark") if "mark" in match.groupdict() else match.start()
            if _is_name(text, start, kind, match):
                if kind in ("day_of_year", "weekday", "month_of_year"):
                    yield DateExpression(start, match.end(), _NO_DATE)
                continue
            fields = {key: value for key, value in match.groupdict().items() if value}
            yield DateExpression(
                start, match.end(), kind, MappingProxyType(fields), _is_ahead(text, match.start(), match.end())
            )


def _is_name(text: str, start: int, kind: str, match: re.Match[str]) -> bool:
    """Whether the match that counts from `start` is part of a name or a number, or "may" as a verb."""
    before = text[max(0, start - _LOOK_BACK) : start]
    if _NAMES_BEFORE.search(before):
        return True
    if kind in ("day_of_year", "month_of_year", "weekday", "holiday", "year") and _NAMES_AFTER.match(text, match.end()):
        return True
    if kind in ("year", "years") and _NUMBERS_BEFORE.search(before):
        return True
    if kind != "day_of_year" or match.group("month").rstrip(".").lower() != "may":
        return False
    return not match.group("day")[0].isdigit() and text[match.start("month") - 1] != " "


def _is_ahead(text: str, start: int, end: int) -> bool:
    """Whether the sentence around the expression looks ahead: a verb of the future, or of a plan, stands in it."""
    low = max(text.rfind(mark, 0, start) for mark in (". ", "! ", "? ", "; ", "\n"))
    stop = _SENTENCE_END.search(text, end)
    sentence = text[low + 1 : stop.start() if stop else len(text)]
    return bool(_AHEAD.search(sentence))
