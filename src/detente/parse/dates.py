"""Date expressions in text, with their granularity; `resolve` anchors them to days.

A small grammar of our own instead of dateparser: the granularity of what was written must survive ("in 2021" is a
year, never a day), and "may march" is no date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from types import MappingProxyType

_MONTH = (
    r"(?P<month>January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.|Feb\.|Mar\.|Apr\.|Jun\.|Jul\.|Aug\.|Sept\.|Sep\.|Oct\.|Nov\.|Dec\.)"
)
_DAY = r"(?P<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>1[0-9]\d\d|20\d\d)"
_COUNT = r"(?P<count>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty)"
_UNIT = r"(?P<unit>day|week|month|year|decade)s?"
_WEEKDAY = r"(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_PART = r"(?P<part>early|late|mid)[\s-]?"

# (kind, pattern): earlier rows win where two overlap.
_PATTERNS = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        ("day", rf"\b{_DAY}(?:\s+of)?\s+{_MONTH},?\s+{_YEAR}\b"),
        ("day", rf"\b{_MONTH}\s+{_DAY},?\s+{_YEAR}\b"),
        ("day", rf"\b{_YEAR}-(?P<month_number>0[1-9]|1[0-2])-(?P<day>[0-2]\d|3[01])\b"),
        ("month", rf"\b{_MONTH}(?:\s+of)?,?\s+{_YEAR}\b"),
        ("day_of_year", rf"\b{_DAY}(?:\s+of)?\s+{_MONTH}(?!\s*\d)"),
        ("day_of_year", rf"\b{_MONTH}\s+{_DAY}\b(?!\s*(?:,\s*\d|:|%|per))"),
        ("decade", rf"\b(?i:{_PART})?(?P<decade>1[0-9]\d0|20\d0)['’]?s\b"),
        ("century", r"\b(?P<century>\d{1,2})(?:st|nd|rd|th)\s+[Cc]entury\b"),
        ("years", rf"\b(?:[Ff]rom|[Bb]etween)\s+{_YEAR}\s+(?:to|and|until|through)\s+(?P<year2>1[0-9]\d\d|20\d\d)\b"),
        ("years", rf"\b{_YEAR}\s?[–-]\s?(?P<year2>1[0-9]\d\d|20\d\d|\d\d)\b(?![-–]\d)"),
        ("year", rf"\b(?:[Ii]n|[Ss]ince|[Oo]f|[Bb]y|[Uu]ntil|[Dd]uring|[Bb]efore|[Aa]fter|[Ff]rom|[Aa]round|[Ii]nto)\s+"
                 rf"(?:(?:the\s+)?(?:year|summer|winter|spring|autumn|fall|end|start|beginning)\s+(?:of\s+)?)?"
                 rf"(?i:{_PART})?{_YEAR}\b(?!\s*(?:troops|soldiers|people|men|workers|tons|tonnes|dollars|km|miles))"),
        ("year", rf"\b(?i:{_PART}){_YEAR}\b"),
        ("year", rf"(?<=\(){_YEAR}(?=\))"),
        ("month_of_year", rf"\b(?:[Ii]n|[Ss]ince|[Ll]ast|[Tt]his|[Uu]ntil|[Ee]arly|[Ll]ate|[Mm]id|[Bb]y|[Dd]uring|"
                          rf"[Ff]rom|[Ee]arlier in)[\s-](?:early |late |mid-)?{_MONTH}\b"),
        ("weekday", rf"\b(?:(?P<which>[Ll]ast|[Nn]ext|[Tt]his|[Oo]n|[Ss]ince|[Bb]y|[Uu]ntil)\s+)?{_WEEKDAY}\b"),
        ("near", r"\b(?P<near>[Yy]esterday|[Tt]oday|[Tt]omorrow|[Tt]onight)\b"),
        ("which", r"\b(?P<which>[Ll]ast|[Tt]his|[Nn]ext|[Ee]arlier this|[Ll]ater this|[Pp]ast)\s+"
                  r"(?P<unit>week|month|year|weekend|quarter|decade|century)\b"),
        ("ago", rf"\b(?P<way>[Aa]nother)\s+{_COUNT}\s+{_UNIT}\s+before\b"),
        ("ago", rf"\b(?:[Oo]ver |[Aa]bout |[Nn]early )?(?i:{_COUNT})\s+{_UNIT}\s+(?P<way>ago|earlier|later|before|after)\b"),
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class DateExpression:
    """A date as written: `kind` names the grammar row, `fields` what it said."""

    char_start: int
    char_end: int
    kind: str
    fields: MappingProxyType[str, str] = field(default_factory=lambda: MappingProxyType({}))


def find_dates(text: str) -> list[DateExpression]:
    """Date expressions in order of position; of overlapping ones the earlier row of the grammar."""
    taken: list[DateExpression] = []
    covered = bytearray(len(text))
    for expression in _all(text):
        start, end = expression.char_start, expression.char_end
        if not any(covered[start:end]):
            covered[start:end] = b"\1" * (end - start)
            taken.append(expression)
    return sorted(taken, key=lambda expression: expression.char_start)


def _all(text: str) -> Iterator[DateExpression]:
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            fields = {key: value for key, value in match.groupdict().items() if value}
            yield DateExpression(match.start(), match.end(), kind, MappingProxyType(fields))
