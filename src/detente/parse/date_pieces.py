"""Pieces of which the patterns of the date grammar are made: days, months, years and the words around them."""

from __future__ import annotations

from detente.schema.date_words import EASTER, HOLIDAYS, NUMBER_PATTERN, ORDINALS

_FULL = "January|February|March|April|May|June|July|August|September|October|November|December"
_SHORT = r"Jan\.?|Feb\.?|Mar\.?|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept\.?|Sep\.?|Oct\.?|Nov\.?|Dec\.?"
_ORDINAL = "|".join(sorted(ORDINALS[1:], key=len, reverse=True))
_NTH = rf"\d{{1,2}}(?:st|nd|rd|th)|(?i:{_ORDINAL})"
_PART = (
    r"(?P<part>(?:early|late|mid)(?=[\s-])|(?:middle|beginning|start|opening|end|close|turn)(?=\s+of\s))"
    r"(?:\s+(?:in|of)(?:\s+the)?)?[\s-]+(?:the\s+)?"
)
_HOLIDAYS = "|".join(sorted((name.replace("'", "['’]") for name in (*HOLIDAYS, *EASTER)), key=len, reverse=True))

MONTH = rf"(?P<month>{_FULL}|{_SHORT})"
MONTH2 = rf"(?P<month2>{_FULL}|{_SHORT})"
# A month alone: short forms need their full stop, "may march" is no date.
PLAIN_MONTH = rf"(?P<month>{_FULL}|(?:Jan|Feb|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\.)"
DAY = rf"(?P<day>(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?|(?i:{_ORDINAL}))(?!\d)"
DAY2 = r"(?P<day2>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?!\d)"
YEAR = r"(?P<year>1\d\d\d|20\d\d)(?!\d)"
YEAR2 = r"(?P<year2>1\d\d\d|20\d\d|\d\d)(?!\d)"
LAST_YEAR = r"(?P<year2>1\d\d\d|20\d\d)"
CENTURY = rf"(?P<century>{_NTH})"
CENTURY2 = rf"(?P<century2>{_NTH})"
WEEKDAY = r"(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
SEASON = r"(?P<season>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)"
HOLIDAY = rf"(?P<eve>(?:[Tt]he )?eve of )?(?P<holiday>(?i:{_HOLIDAYS}))"
LOWER_COUNT = rf"(?P<count>{NUMBER_PATTERN})"
COUNT = rf"(?i:{LOWER_COUNT})"
UNIT = r"(?P<unit>day|night|fortnight|week|month|quarter|year|decade|century|centurie)s?"
FROM = r"(?:[Ff]rom|[Bb]etween)"
TO = r"\s?(?:[-–—]|to|and|until|till|through|or|/)\s?"
YEAR_REF = r"(?:\s+(?:of\s+)?(?P<ref>last|this|next|that|the same|the following|the previous) year)"
# What may stand before the year proper, and what makes a number of four digits no year.
BEFORE_YEAR = (
    r"(?:[Ii]n|[Ss]ince|[Oo]f|[Bb]y|[Uu]ntil|[Tt]ill|[Dd]uring|[Bb]efore|[Aa]fter|[Ff]rom|[Aa]round|[Ii]nto|[Tt]hrough|"
    r"[Tt]hroughout|[Bb]etween|[Tt]o|[Cc]irca|[Aa]bout|[Ff]or|[Oo]n|[Pp]ost-|[Pp]re-|[Tt]he year|[Bb]ack in|[Tt]hat|[Aa]nd)"
)
NO_QUANTITY = (
    r"(?!\s*(?:hours|hrs|troops|soldiers|people|men|women|children|workers|tons|tonnes|dollars|euros|pounds|km|kilomet|"
    r"miles|rounds|houses|containers|feet|metres|meters|years|barrels|megawatts|refugees|police|fighters|vehicles|tanks|"
    r"tents|beds|seats|cases|homes|jobs|families|members|delegates|words|pages|votes|per cent|percent|%|[-–]strong|novel|"
    r"film|book|album|movie))"
)
PART = rf"(?:(?i:{_PART}))"
# Pieces that may be absent.
MAYBE_PART = rf"{PART}?"
MAYBE_YEAR = rf"(?:,?\s+{YEAR})?"
MAYBE_WEEKDAY = rf"(?:{WEEKDAY},?\s+)?"
MAYBE_FROM = r"(?:[Ff]rom\s+|[Bb]etween\s+)?"
