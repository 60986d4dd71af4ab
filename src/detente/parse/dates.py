"""Date expressions in text, with their granularity; `resolve` anchors them to days.

A grammar of our own instead of dateparser: the granularity of what was written must survive ("in 2021" is a year,
never a day), and "may march" is no date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from types import MappingProxyType

from detente.schema.date_words import EASTER, HOLIDAYS, NUMBER_PATTERN, ORDINALS

_FULL = "January|February|March|April|May|June|July|August|September|October|November|December"
_SHORT = r"Jan\.?|Feb\.?|Mar\.?|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept\.?|Sep\.?|Oct\.?|Nov\.?|Dec\.?"
_M = rf"(?P<month>{_FULL}|{_SHORT})"
_MF = rf"(?P<month>{_FULL}|(?:Jan|Feb|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\.)"
_M2 = rf"(?P<month2>{_FULL}|{_SHORT})"
_ORDINAL = "|".join(sorted(ORDINALS[1:], key=len, reverse=True))
_D = rf"(?P<day>(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?|(?i:{_ORDINAL}))(?!\d)"
_D2 = r"(?P<day2>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?!\d)"
_Y = r"(?P<year>1\d\d\d|20\d\d)(?!\d)"
_Y2 = r"(?P<year2>1\d\d\d|20\d\d|\d\d)(?!\d)"
_TO = r"\s?(?:[-–—]|to|and|until|till|through|or|/)\s?"
_W = r"(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_S = r"(?P<season>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)"
_N = rf"(?P<count>{NUMBER_PATTERN})"
_UNIT = r"(?P<unit>day|night|fortnight|week|month|quarter|year|decade|century|centurie)s?"
_PART = (
    r"(?P<part>(?:early|late|mid)(?=[\s-])|(?:middle|beginning|start|opening|end|close|turn)(?=\s+of\s))"
    r"(?:\s+(?:in|of)(?:\s+the)?)?[\s-]+(?:the\s+)?"
)
_REF = r"(?:\s+(?:of\s+)?(?P<ref>last|this|next|that|the same|the following|the previous) year)"
_HOLIDAY = "|".join(sorted((name.replace("'", "['’]") for name in (*HOLIDAYS, *EASTER)), key=len, reverse=True))
_QUANTITY = (
    r"(?!\s*(?:hours|hrs|troops|soldiers|people|men|women|children|workers|tons|tonnes|dollars|euros|pounds|km|kilomet|miles|rounds|houses|"
    r"containers|feet|metres|meters|years|barrels|megawatts|refugees|police|fighters|vehicles|tanks|tents|beds|seats|cases|"
    r"homes|jobs|families|members|delegates|words|pages|votes|per cent|percent|%|[-–]strong|novel|film|book|album|movie))"
)
_BEFORE_YEAR = (
    r"(?:[Ii]n|[Ss]ince|[Oo]f|[Bb]y|[Uu]ntil|[Tt]ill|[Dd]uring|[Bb]efore|[Aa]fter|[Ff]rom|[Aa]round|[Ii]nto|[Tt]hrough|[Tt]hroughout|"
    r"[Bb]etween|[Tt]o|[Cc]irca|[Aa]bout|[Ff]or|[Oo]n|[Pp]ost-|[Pp]re-|[Tt]he year|[Bb]ack in|[Tt]hat|[Tt]o|[Aa]nd)"
)

# (kind, pattern): earlier rows win where two overlap.
_ROWS = (
    ("offset", rf"\b(?:[Tt]he|(?i:{_N}))\s+(?P<unit>day|week|month|year)s?\s+(?P<way>before|after)\s+(?:[^.;\n]{{0,60}}?)\b(?:on\s+)?{_D}\s+{_M}\s+{_Y}"),
    ("day", rf"\b{_Y}/(?P<month_number>0[1-9]|1[0-2])/(?P<day>[0-2]\d|3[01])\b"),
    ("day", rf"\b(?P<day>[0-3]?\d)\.(?P<month_roman>XI{{0,2}}|IX|IV|V?I{{1,3}}|V|X)\.{_Y}"),
    ("months_years", rf"\b{_M}\s+{_Y}\s?[-–—]\s?{_M2}\s+(?P<year2>1\d\d\d|20\d\d)\b"),
    ("parts_years", rf"\b(?:[Ff]rom|[Bb]etween)\s+(?P<part>early|mid|late)[\s-]{_Y}{_TO}(?P<part2>early|mid|late)[\s-](?P<year2>1\d\d\d|20\d\d)\b"),
    ("week_of_month", rf"\b[Tt]he (?P<nth>first|second|third|fourth|last) week (?:of|in) {_M}(?:,?\s+{_Y})?"),
    ("half", rf"\b(?P<half>[12])H\s?{_Y}"),
    ("quarter", rf"\b(?P<quarter>[1-4])Q\s?{_Y}"),
    ("centuries", rf"\b(?:[Ff]rom|[Bb]etween)\s+the\s+(?P<century>\d{{1,2}}(?:st|nd|rd|th)|(?i:{_ORDINAL}))\s+(?:to|and)\s+the\s+(?P<century2>\d{{1,2}}(?:st|nd|rd|th)|(?i:{_ORDINAL}))\s+[Cc]entur(?:y|ies)\b"),
    ("century", rf"\b(?:[Tt]he )(?P<half_of>first|second) half of the (?P<century>\d{{1,2}}(?:st|nd|rd|th)|(?i:{_ORDINAL})) [Cc]entury\b"),
    ("century", rf"\b(?:[Tt]he )(?P<quarter_of>first|second|third|last|final|fourth) quarter of the (?P<century>\d{{1,2}}(?:st|nd|rd|th)|(?i:{_ORDINAL})) [Cc]entury\b"),
    ("ago_unit", rf"\b(?i:{_N})\s+(?P<unit>year|decade|century)s?\s+ago\s+(?P<fine>this month|this week|today|this year)\b"),
    ("later_day", rf"\b(?i:{_N})\s+(?P<unit>year|month)s?\s+later\s+to the day\b"),
    ("half_ago", r"\b(?:[Aa]|[Oo]ne)\s+(?P<unit>year|decade|century)\s+and a half\s+(?P<way>ago|earlier|later)\b"),
    ("half_ago", rf"\b(?i:{_N})\s+and a half\s+(?P<unit>year|decade)s\s+(?P<way>ago|earlier|later)\b"),
    ("before_last", r"\b[Tt]he (?P<unit>day|week|month|year|decade) before last\b"),
    ("before_last", rf"\b[Tt]he {_W} before last\b"),
    ("weekday_from", rf"\b[Aa] week (?:from|on)\s+{_W}"),
    ("weekday_from", rf"\b{_W} week\b(?!\s*end)"),
    ("days_years", rf"\b(?:[Ff]rom\s+|[Bb]etween\s+){_D}\s+{_M}\s+{_Y}{_TO}{_D2}\s+{_M2}\s+(?P<year2>1\d\d\d|20\d\d)\b"),
    ("days_years", rf"\b(?:[Ff]rom\s+|[Bb]etween\s+){_M}\s+{_D},?\s+{_Y},?{_TO}{_M2}\s+{_D2},?\s+(?P<year2>1\d\d\d|20\d\d)\b"),
    ("days", rf"\b(?:[Ff]rom\s+|[Bb]etween\s+)?{_D}{_TO}(?:the\s+)?{_D2}(?:\s+of)?\s+{_M}(?:,?\s+{_Y})?"),
    ("days", rf"\b(?:[Ff]rom\s+|[Bb]etween\s+)?{_M}\s+{_D}{_TO}{_D2}\b(?:,?\s+{_Y})?"),
    ("days", rf"\b(?:[Ff]rom\s+|[Bb]etween\s+)?{_D}\s+{_M}{_TO}{_D2}\s+{_M2}(?:,?\s+{_Y})?"),
    ("days", rf"\b(?:[Ff]rom\s+|[Bb]etween\s+)?{_M}\s+{_D}{_TO}{_M2}\s+{_D2}(?:,?\s+{_Y})?"),
    ("months_years", rf"\b(?:[Ff]rom|[Bb]etween)\s+{_M}\s+{_Y}{_TO}{_M2}\s+(?P<year2>1\d\d\d|20\d\d)\b"),
    ("months", rf"\b(?:(?:[Ff]rom|[Bb]etween)\s+)?{_M}{_TO}{_M2}(?:\s+of)?,?\s+{_Y}"),
    ("week_of", rf"\b[Tt]he week (?:of|beginning|starting)\s+(?:the\s+)?{_D}\s+{_M},?(?:\s+{_Y})?"),
    ("week_of", rf"\b[Tt]he week (?:of|beginning|starting)\s+{_M}\s+{_D},?(?:\s+{_Y})?"),
    ("day", rf"\b(?P<day>[0-2]\d|3[01])\.(?P<month_number>0[1-9]|1[0-2])\.{_Y}\b"),
    ("day", rf"\b(?:{_W},?\s+)?(?:the\s+)?{_D}(?:\s+(?:day\s+)?of)?\s+{_M},?\s+{_Y}"),
    ("day", rf"\b(?:the\s+)?{_D}(?:\s+(?:day\s+)?of)?\s+{_M},?\s+(?P<year>[1-9]\d\d)(?=[,.;]|\s[a-z])(?!\s(?:people|troops|men|soldiers))"),
    ("day", rf"\b(?:{_W},?\s+)?{_M}\s+(?:the\s+)?{_D},?\s+{_Y}"),
    ("day", rf"\b{_Y}-(?P<month_number>0[1-9]|1[0-2])-(?P<day>[0-2]\d|3[01])\b"),
    ("holiday", rf"\b(?P<eve>(?:[Tt]he )?eve of )?(?P<holiday>(?i:{_HOLIDAY}))(?:,?\s+(?:of\s+|in\s+)?{_Y})"),
    ("month", rf"\b(?:(?i:{_PART}))?{_M}(?:\s+of)?,?\s+{_Y}"),
    ("month", rf"\b(?:(?i:{_PART}))?{_M}\s+['’](?P<yy>\d\d)\b"),
    ("year", r"\b(?:[Ii]n|[Ss]ince|[Oo]f|[Bb]y)\s(?P<mark>)['’](?P<yy>\d\d)\b(?!s)"),
    ("month_ref", rf"\b(?:(?i:{_PART}))?{_M}{_REF}"),
    ("month_ref", rf"\b(?P<ref>last|this|next) year,?\s+in\s+{_M}\b"),
    ("season", rf"\b(?:(?i:{_PART}))?{_S}(?:\s+of)?(?:\s+and\s+\w+\s+of)?\s+{_Y}(?:\s?[-–/]\s?{_Y2})?"),
    ("season_ref", rf"\b(?P<which>[Ll]ast|[Nn]ext|[Tt]his|[Tt]hat same|[Tt]hat|[Tt]he same|[Tt]he following|[Tt]he previous|[Tt]he next)\s+{_S}\b"),
    ("quarter", rf"\b(?:the\s+)?(?P<quarter>first|second|third|fourth|last|final|1st|2nd|3rd|4th)[\s-]quarter(?:\s+of)?(?:\s+{_Y}|{_REF})"),
    ("quarter", rf"\bQ(?P<quarter>[1-4])(?:\s+of)?\s+{_Y}"),
    ("half", rf"\b(?:the\s+)?(?P<half>first|second|latter|last|other)\s+half\s+of\s+(?:{_Y}|(?P<ref>last|this|next) year)"),
    ("half", rf"\bH(?P<half>[12])\s+{_Y}"),
    ("third", rf"\b(?:the\s+)?(?P<third>first|last|opening|final|closing)\s+{_N}\s+(?P<unit>day|week|month)s\s+of\s+(?:{_M}\s+)?{_Y}"),
    ("decade", rf"\b(?:(?P<part>[Ee]arly|[Ll]ate|[Mm]id)[\s-]+(?:the\s+)?)?(?P<decade>1\d\d0|20\d0)['’]?s\b"),
    ("decade", r"(?<![\w’'])['’](?P<short>[2-9]0)s\b"),
    ("decade", rf"\b(?:the\s+)(?:(?i:{_PART}))?(?P<decade_word>(?i:nineteen[- ])?(?:twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties|noughties))\b"),
    ("century", rf"\b(?:the\s+)?(?:(?i:{_PART}))?(?P<century>\d{{1,2}}(?:st|nd|rd|th)|(?i:{_ORDINAL}))[\s-](?:[Cc]entury)\b(?!\s+(?:B\.?C|later|earlier))"),
    ("century", rf"\b[Tt]he (?P<half_of>first|second) half of the (?P<century>\d{{1,2}}(?:st|nd|rd|th)|(?i:{_ORDINAL})) [Cc]entury\b"),
    ("years", rf"\b(?:[Ff]rom|[Bb]etween)\s+{_Y}\s+(?:to|and|until|till|through)\s+(?P<year2>1\d\d\d|20\d\d)\b"),
    ("years", rf"(?<![-–\d]){_Y}\s?(?:[–/-]|to|through)\s?{_Y2}\b(?![-–]\d)"),
    ("year", rf"\b(?:(?i:{_PART})){_Y}\b{_QUANTITY}"),
    ("year", rf"(?<=\(){_Y}(?=[),;])"),
    ("year", rf"\b(?:{_BEFORE_YEAR}\s?)(?P<mark>){_Y}\b{_QUANTITY}(?!,\d)"),
    ("year", r"\b(?:A\.?D\.?\s?)(?P<year>\d{1,4})\b"),
    ("year", r"\b(?P<year>\d{1,4})\s(?:A\.?D\.?|C\.?E\.?)(?!\w)"),
    ("year", r"\b(?:[Ii]n|[Ii]n the year)\s(?P<mark>)(?P<year>[1-9]\d\d)(?=[,.;]|\s(?:the|a|his|when)\b)"),
    ("year", rf"\b(?:[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Aa]|['’]s|[Tt]hat)\s+(?P<mark>){_Y}(?=\s+[a-zA-Z])(?!\s+(?:on|in|at|to|is|was|and|of|by|for|from|with|were|are)\b){_QUANTITY}"),
    ("year", rf"(?<=,\s)(?P<mark>){_Y}(?=,)"),
    ("third_ref", r"\b(?P<part>[Ee]arly|[Ll]ate|[Mm]id|[Tt]he (?:end|beginning|start|middle) of)[\s-](?:the\s+)?(?P<ref>last|this|next|that|the same|the following|the next|the previous|the) (?P<unit>year|month|week)\b(?! before)"),
    ("day_of_year", rf"\b(?:{_W},?\s+)?(?:the\s+)?{_D}(?:\s+of)?\s+{_M}(?!\s*\d|\s+[A-Z][a-z]+\b(?<!Monday)|\s?-)"),
    ("day_of_year", rf"\b(?:{_W},?\s+)?{_M}\s+{_D}\b(?!\s*(?:,\s*\d|:|%|per|group|movement|\d))"),
    ("holiday", rf"\b(?P<eve>(?:[Tt]he )?eve of )?(?P<holiday>(?i:{_HOLIDAY}))(?!\s+(?:Island|tree|party|card|truce))"),
    ("month_which", rf"\b(?P<which>[Ll]ast|[Nn]ext|[Tt]his|[Tt]his past|[Tt]his coming|[Tt]hat|[Tt]he following|[Tt]he previous|[Tt]he preceding|[Tt]he same)\s+{_M}\b"),
    ("months", rf"\b(?:[Ff]rom|[Bb]etween)\s+{_M}\s+(?:to|and|until|through)\s+{_M2}\b"),
    ("month_of_year", rf"\b(?P<part>[Ee]arly|[Ll]ate|[Mm]id|[Tt]he (?:end|beginning|start|middle) of)(?:\s+in)?[\s-]{_MF}\b"),
    ("month_of_year", rf"\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Tt]ill|[Bb]y|[Dd]uring|[Ff]rom|[Oo]f|[Tt]hrough|[Bb]efore|[Aa]fter|[Tt]o|[Ff]or|[Aa]nd)\s+(?P<mark>){_MF}\b(?!\s+[A-Z][a-z])"),
    ("month_of_year", r"(?<![\w.’'] )(?<!\w)(?P<month>January|February|April|June|July|August|September|October|November|December|March)(?=(?:['’]s)?\s+(?:was|is|were|had|has|saw|brought|passed|came|alone|and|vote|election|elections|summit|meeting|talks|deal|agreement|ceasefire|coup|attack|raid|strike|war|protests|deadline))"),
    ("weekday_week", rf"\b{_W}\s+(?:of\s+)?(?P<which>last|next|this) week\b"),
    ("weekday_ago", rf"\b(?P<which>[Aa] week ago)\s+(?:on\s+)?{_W}\b"),
    ("weekday", rf"\b(?:(?P<which>[Ll]ast|[Nn]ext|[Tt]his|[Tt]his past|[Tt]his coming|[Cc]oming|[Tt]hat|[Tt]he following|[Tt]he previous|[Tt]he next|[Tt]he)\s+)?{_W}\b(?!s|\s+(?:Times|Telegraph|Mail|Express|Mirror|Herald|Post|Star|Club|Agreement|Mass))"),
    ("near", r"\b(?P<near>[Tt]he day before yesterday|[Tt]he day after tomorrow|[Yy]esterday|[Tt]oday|[Tt]omorrow|[Tt]onight|[Ll]ast night|"
             r"[Tt]his morning|[Tt]his afternoon|[Tt]his evening|[Oo]vernight)\b"),
    ("ago", r"\b(?P<fraction>[Hh]alf|[Aa] quarter of|[Tt]hree quarters of)\s+an?\s+(?P<unit>century|decade|year)\s+(?P<way>ago|earlier|later|before|after)\b"),
    ("ago", rf"\b(?i:{_N})\s+{_UNIT}\s+(?P<way>ago|earlier|later|before|after|afterwards?|previously|prior|hence|beforehand)\b(?!\s+(?:he|she|it|they|the|his|her|its|their|this|that)\b)(?!\s+to\b)"),
    ("ago", rf"\b(?i:{_N})\s+{_UNIT}\s+(?P<way>earlier|later|previously|afterwards?|thereafter|ago)\b"),
    ("ago", rf"\b(?i:{_N})\s+{_UNIT}\s+(?P<way>on)(?=,|\s+(?:the|he|she|it|they|his|her|its|their|a|an|[A-Z])\b)"),
    ("ago", rf"\b(?:[Aa]fter|[Ff]ollowing) a (?:gap|break|pause|silence|lapse|interval) of (?i:{_N})\s+{_UNIT}\b"),
    ("within", rf"\b[Ww]ithin\s+(?:just\s+|only\s+)?(?i:{_N})\s+(?P<unit>day|week|fortnight|month|year)s?\b(?!\s+of)"),
    ("told", r"\b(?:[Tt]he|[Ii]n the)\s+(?P<unit>day|week|month|quarter|year|decade)\s+(?P<which>that followed|following)\b(?!\s+(?:the|a|his|her|its|their))"),
    ("followed", rf"\b[Tt]he\s+(?i:{_N})\s+(?P<unit>day|week|month|year|decade)s\s+(?:that followed|following)\b"),
    ("week_told", r"\b(?:[Ll]ater|[Ee]arlier)\s+(?:in\s+)?(?P<which>the|that|this)\s+(?P<unit>week|month|year)\b"),
    ("hours", rf"\b(?:[Tt]he|these)\s+(?:past|last)\s+(?i:{_N})\s+hours\b"),
    ("near", r"\b(?P<near>[Oo]n the morrow)\b"),
    ("year_end", r"\b(?P<end>year[- ]end|mid-?year|the year['’]s end|month[- ]end|mid-month|the month['’]s end)\b"),
    ("weekend", r"\b(?:[Aa]t|[Oo]ver)\s+the weekend\b"),
    ("ago", rf"\b(?P<another>[Aa]nother)\s+(?i:{_N})\s+{_UNIT}\s+(?P<way>before)\b"),
    ("ago", r"\b(?P<count>[Tt]he)\s+(?P<unit>day|week|month|year|decade)\s+(?P<way>before|after)\b(?!\s+(?:the|his|her|its|their|he|she|it|they|a|an|[A-Z]))"),
    ("from_now", rf"\b[Ii]n\s+(?i:{_N})\s+(?P<unit>day|week|month|year)s?['’]?s?\s+time\b"),
    ("from_now", rf"\b(?i:{_N})\s+(?P<unit>day|week|month|year)s?\s+from\s+(?:now|today)\b"),
    ("told", r"\b(?P<which>[Tt]he following|[Tt]he next|[Tt]he previous|[Tt]he preceding|[Tt]he same|[Tt]hat same|[Tt]hat very|[Tt]hat|[Tt]he ensuing|[Tt]he very same|[Ii]n the same)\s+"
             r"(?P<unit>day|week|month|quarter|year|decade|century|night|morning|evening|afternoon|weekend|date)\b"),
    ("past", rf"\b(?:[Ii]n|[Oo]ver|[Dd]uring|[Ff]or|[Ww]ithin|[Tt]hroughout|[Aa]cross|[Oo]f)\s+(?P<mark>)(?:the|these)\s+(?:past|last)\s+(?i:{_N})\s+{_UNIT}\b"),
    ("past", rf"\b(?:[Tt]he|[Tt]hese)\s+(?:past|last)\s+(?i:{_N})\s+{_UNIT}\b"),
    ("past", r"\b(?:[Ii]n|[Oo]ver|[Dd]uring|[Ff]or|[Ww]ithin|[Tt]hroughout)\s+(?P<mark>)the\s+(?:past|last)\s+(?P<unit>day|week|fortnight|month|quarter|year|decade|century)\b"),
    ("coming", rf"\b(?:the|these)\s+(?:next|coming)\s+(?i:{_N})\s+{_UNIT}\b"),
    ("recent", r"\b(?P<recent>[Rr]ecently|[Ll]ately|[Oo]f late|[Ii]n (?:the )?recent (?:days|weeks|months|years))\b"),
    ("which", r"\b(?P<which>[Ll]ast|[Tt]his|[Nn]ext|[Pp]ast|[Cc]oming|[Ee]arlier this|[Ll]ater this|[Ee]arlier last|[Ll]ate last|[Ee]arly last|[Ee]arly next|[Tt]his past|[Tt]his coming)\s+"
              r"(?P<unit>week|month|year|weekend|quarter|decade|century)\b"),
)  # fmt: skip
_PATTERNS = tuple((kind, re.compile(pattern)) for kind, pattern in _ROWS)
_AHEAD = re.compile(
    r"\b(?:will|shall|['’]ll|(?:is|are|was|were) (?:now )?(?:to|due|set|expected|scheduled|slated|planned)|due|expects?|plans?|scheduled|hopes?|"
    r"intends?|promises? to|vows? to|would|upcoming|ahead of|returns?|votes?|meets?|flies|opens?|begins?|starts?|goes|go|host|arrives?|leaves?|"
    r"holds?|visits?|travels?|addresse?s?|face|faces|plan|may|end|ends|expire|expires|take office|takes office|looks? to|likely)\b"
)
_CLAUSE = re.compile(r"[.!?;]\s|\n|$")
_NAMES_BEFORE = re.compile(
    r"(?:Resolution|resolution|Bloody|Black|Good|Easter|Palm|Vision|Agenda|Charter|Article|Flight|flight|No\.|[Ee]very|[Ee]ach|Prague|Arab|Group of|kilomet\w+|Ambassador|General|Minister|Secretary|President|Mr|Mrs|Ms)\s+(?:the\s+)?$"
)
_NAMES_AFTER = re.compile(
    r"\s+(?:Movement|Brigades?|Group|group|Organi[sz]ation|Revolution|Accords?|Front|Committee|Martyrs|Square|Street|Avenue|Programme|Plan)\b"
)


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
    return sorted((e for e in taken if e.kind != "none"), key=lambda expression: expression.char_start)


def _all(text: str) -> Iterator[DateExpression]:
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            start = match.start("mark") if "mark" in match.groupdict() else match.start()
            if _is_name(text, start, match.end(), kind, match):
                if kind in ("day_of_year", "weekday", "month_of_year"):
                    yield DateExpression(start, match.end(), "none")
                continue
            fields = {key: value for key, value in match.groupdict().items() if value}
            yield DateExpression(
                start, match.end(), kind, MappingProxyType(fields), _is_ahead(text, match.start(), match.end())
            )


def _is_name(text: str, start: int, end: int, kind: str, match: re.Match[str]) -> bool:
    before = text[max(0, start - 24) : start]
    if _NAMES_BEFORE.search(before):
        return True
    if kind in ("day_of_year", "month_of_year", "weekday", "holiday", "year") and _NAMES_AFTER.match(text, end):
        return True
    if kind in ("year", "years") and re.search(
        r"[$€£#]\s?$|Orwell['’]s\s|\b(?:flight|article|number|channel|page|room|unit)\s$", before
    ):
        return True
    return kind == "day_of_year" and match.group("month").rstrip(".").lower() == "may" and not match.group("day")[0].isdigit() and \
        text[match.start("month") - 1] != " "  # fmt: skip


def _is_ahead(text: str, start: int, end: int) -> bool:
    """Whether the sentence around the expression looks ahead: a verb of the future, or of a plan, stands in it."""
    low = max(text.rfind(mark, 0, start) for mark in (". ", "! ", "? ", "; ", "\n"))
    stop = _CLAUSE.search(text, end)
    sentence = text[low + 1 : stop.start() if stop else len(text)]
    return bool(_AHEAD.search(sentence))
