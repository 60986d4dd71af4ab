"""Rows of the date grammar: each a kind of expression and the pattern by which it is found.

The kind decides in `resolve` how an expression is anchored; the named groups are what it is anchored by.
"""

from __future__ import annotations

from detente.parse.date_pieces import (
    BEFORE_YEAR,
    CENTURY,
    CENTURY2,
    COUNT,
    DAY,
    DAY2,
    FROM,
    HOLIDAY,
    LAST_YEAR,
    LOWER_COUNT,
    MAYBE_FROM,
    MAYBE_PART,
    MAYBE_WEEKDAY,
    MAYBE_YEAR,
    MONTH,
    MONTH2,
    NO_QUANTITY,
    PART,
    PLAIN_MONTH,
    SEASON,
    TO,
    UNIT,
    WEEKDAY,
    YEAR,
    YEAR2,
    YEAR_REF,
)

# (kind, pattern): earlier rows win where two overlap.
ROWS = (
    (
        "offset",
        rf"\b(?:[Tt]he|{COUNT})\s+(?P<unit>day|week|month|year)s?\s+(?P<way>before|after)\s+(?:[^.;\n]{{0,60}}?)\b"
        rf"(?:on\s+)?{DAY}\s+{MONTH}\s+{YEAR}",
    ),
    ("day", rf"\b{YEAR}/(?P<month_number>0[1-9]|1[0-2])/(?P<day>[0-2]\d|3[01])\b"),
    ("day", rf"\b(?P<day>[0-3]?\d)\.(?P<month_roman>XI{{0,2}}|IX|IV|V?I{{1,3}}|V|X)\.{YEAR}"),
    ("months_years", rf"\b{MONTH}\s+{YEAR}\s?[-–—]\s?{MONTH2}\s+{LAST_YEAR}\b"),
    ("parts_years", rf"\b{FROM}\s+(?P<part>early|mid|late)[\s-]{YEAR}{TO}(?P<part2>early|mid|late)[\s-]{LAST_YEAR}\b"),
    ("week_of_month", rf"\b[Tt]he (?P<nth>first|second|third|fourth|last) week (?:of|in) {MONTH}{MAYBE_YEAR}"),
    ("half", rf"\b(?P<half>[12])H\s?{YEAR}"),
    ("quarter", rf"\b(?P<quarter>[1-4])Q\s?{YEAR}"),
    ("centuries", rf"\b{FROM}\s+the\s+{CENTURY}\s+(?:to|and)\s+the\s+{CENTURY2}\s+[Cc]entur(?:y|ies)\b"),
    ("century", rf"\b(?:[Tt]he )(?P<half_of>first|second) half of the {CENTURY} [Cc]entury\b"),
    (
        "century",
        rf"\b(?:[Tt]he )(?P<quarter_of>first|second|third|last|final|fourth) quarter of the {CENTURY} [Cc]entury\b",
    ),
    (
        "ago_unit",
        rf"\b{COUNT}\s+(?P<unit>year|decade|century)s?\s+ago\s+(?P<fine>this month|this week|today|this year)\b",
    ),
    ("later_day", rf"\b{COUNT}\s+(?P<unit>year|month)s?\s+later\s+to the day\b"),
    ("half_ago", r"\b(?:[Aa]|[Oo]ne)\s+(?P<unit>year|decade|century)\s+and a half\s+(?P<way>ago|earlier|later)\b"),
    ("half_ago", rf"\b{COUNT}\s+and a half\s+(?P<unit>year|decade)s\s+(?P<way>ago|earlier|later)\b"),
    ("before_last", r"\b[Tt]he (?P<unit>day|week|month|year|decade) before last\b"),
    ("before_last", rf"\b[Tt]he {WEEKDAY} before last\b"),
    ("weekday_from", rf"\b[Aa] week (?:from|on)\s+{WEEKDAY}"),
    ("weekday_from", rf"\b{WEEKDAY} week\b(?!\s*end)"),
    ("days_years", rf"\b{FROM}\s+{DAY}\s+{MONTH}\s+{YEAR}{TO}{DAY2}\s+{MONTH2}\s+{LAST_YEAR}\b"),
    ("days_years", rf"\b{FROM}\s+{MONTH}\s+{DAY},?\s+{YEAR},?{TO}{MONTH2}\s+{DAY2},?\s+{LAST_YEAR}\b"),
    ("days", rf"\b{MAYBE_FROM}{DAY}{TO}(?:the\s+)?{DAY2}(?:\s+of)?\s+{MONTH}{MAYBE_YEAR}"),
    ("days", rf"\b{MAYBE_FROM}{MONTH}\s+{DAY}{TO}{DAY2}\b{MAYBE_YEAR}"),
    ("days", rf"\b{MAYBE_FROM}{DAY}\s+{MONTH}{TO}{DAY2}\s+{MONTH2}{MAYBE_YEAR}"),
    ("days", rf"\b{MAYBE_FROM}{MONTH}\s+{DAY}{TO}{MONTH2}\s+{DAY2}{MAYBE_YEAR}"),
    ("months_years", rf"\b{FROM}\s+{MONTH}\s+{YEAR}{TO}{MONTH2}\s+{LAST_YEAR}\b"),
    ("months", rf"\b(?:{FROM}\s+)?{MONTH}{TO}{MONTH2}(?:\s+of)?,?\s+{YEAR}"),
    ("week_of", rf"\b[Tt]he week (?:of|beginning|starting)\s+(?:the\s+)?{DAY}\s+{MONTH},?(?:\s+{YEAR})?"),
    ("week_of", rf"\b[Tt]he week (?:of|beginning|starting)\s+{MONTH}\s+{DAY},?(?:\s+{YEAR})?"),
    ("day", rf"\b(?P<day>[0-2]\d|3[01])\.(?P<month_number>0[1-9]|1[0-2])\.{YEAR}\b"),
    ("day", rf"\b{MAYBE_WEEKDAY}(?:the\s+)?{DAY}(?:\s+(?:day\s+)?of)?\s+{MONTH},?\s+{YEAR}"),
    (
        "day",
        rf"\b(?:the\s+)?{DAY}(?:\s+(?:day\s+)?of)?\s+{MONTH},?\s+(?P<year>[1-9]\d\d)(?=[,.;]|\s[a-z])(?!\s"
        r"(?:people|troops|men|soldiers))",
    ),
    ("day", rf"\b{MAYBE_WEEKDAY}{MONTH}\s+(?:the\s+)?{DAY},?\s+{YEAR}"),
    ("day", rf"\b{YEAR}-(?P<month_number>0[1-9]|1[0-2])-(?P<day>[0-2]\d|3[01])\b"),
    ("holiday", rf"\b{HOLIDAY}(?:,?\s+(?:of\s+|in\s+)?{YEAR})"),
    ("month", rf"\b{MAYBE_PART}{MONTH}(?:\s+of)?,?\s+{YEAR}"),
    ("month", rf"\b{MAYBE_PART}{MONTH}\s+['’](?P<yy>\d\d)\b"),
    ("year", r"\b(?:[Ii]n|[Ss]ince|[Oo]f|[Bb]y)\s(?P<mark>)['’](?P<yy>\d\d)\b(?!s)"),
    ("month_ref", rf"\b{MAYBE_PART}{MONTH}{YEAR_REF}"),
    ("month_ref", rf"\b(?P<ref>last|this|next) year,?\s+in\s+{MONTH}\b"),
    ("season", rf"\b{MAYBE_PART}{SEASON}(?:\s+of)?(?:\s+and\s+\w+\s+of)?\s+{YEAR}(?:\s?[-–/]\s?{YEAR2})?"),
    (
        "season_ref",
        r"\b(?P<which>[Ll]ast|[Nn]ext|[Tt]his|[Tt]hat same|[Tt]hat|[Tt]he same|[Tt]he following|[Tt]he previous|"
        rf"[Tt]he next)\s+{SEASON}\b",
    ),
    (
        "quarter",
        r"\b(?:the\s+)?(?P<quarter>first|second|third|fourth|last|final|1st|2nd|3rd|4th)[\s-]quarter(?:\s+of)?"
        rf"(?:\s+{YEAR}|{YEAR_REF})",
    ),
    ("quarter", rf"\bQ(?P<quarter>[1-4])(?:\s+of)?\s+{YEAR}"),
    (
        "half",
        rf"\b(?:the\s+)?(?P<half>first|second|latter|last|other)\s+half\s+of\s+(?:{YEAR}|"
        r"(?P<ref>last|this|next) year)",
    ),
    ("half", rf"\bH(?P<half>[12])\s+{YEAR}"),
    (
        "third",
        rf"\b(?:the\s+)?(?P<third>first|last|opening|final|closing)\s+{LOWER_COUNT}\s+"
        rf"(?P<unit>day|week|month)s\s+of\s+(?:{MONTH}\s+)?{YEAR}",
    ),
    ("decade", r"\b(?:(?P<part>[Ee]arly|[Ll]ate|[Mm]id)[\s-]+(?:the\s+)?)?(?P<decade>1\d\d0|20\d0)['’]?s\b"),
    ("decade", r"(?<![\w’'])['’](?P<short>[2-9]0)s\b"),
    (
        "decade",
        rf"\b(?:the\s+){MAYBE_PART}(?P<decade_word>(?i:nineteen[- ])?(?:twenties|thirties|forties|fifties|sixties|"
        r"seventies|eighties|nineties|noughties))\b",
    ),
    ("century", rf"\b(?:the\s+)?{MAYBE_PART}{CENTURY}[\s-](?:[Cc]entury)\b(?!\s+(?:B\.?C|later|earlier))"),
    ("years", rf"\b{FROM}\s+{YEAR}\s+(?:to|and|until|till|through)\s+{LAST_YEAR}\b"),
    ("years", rf"(?<![-–\d]){YEAR}\s?(?:[–/-]|to|through)\s?{YEAR2}\b(?![-–]\d)"),
    ("year", rf"\b{PART}{YEAR}\b{NO_QUANTITY}"),
    ("year", rf"(?<=\(){YEAR}(?=[),;])"),
    ("year", rf"\b(?:{BEFORE_YEAR}\s?)(?P<mark>){YEAR}\b{NO_QUANTITY}(?!,\d)"),
    ("year", r"\b(?:A\.?D\.?\s?)(?P<year>\d{1,4})\b"),
    ("year", r"\b(?P<year>\d{1,4})\s(?:A\.?D\.?|C\.?E\.?)(?!\w)"),
    ("year", r"\b(?:[Ii]n|[Ii]n the year)\s(?P<mark>)(?P<year>[1-9]\d\d)(?=[,.;]|\s(?:the|a|his|when)\b)"),
    (
        "year",
        rf"\b(?:[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Aa]|['’]s|[Tt]hat)\s+(?P<mark>){YEAR}(?=\s+[a-zA-Z])(?!\s+"
        rf"(?:on|in|at|to|is|was|and|of|by|for|from|with|were|are)\b){NO_QUANTITY}",
    ),
    ("year", rf"(?<=,\s)(?P<mark>){YEAR}(?=,)"),
    (
        "third_ref",
        r"\b(?P<part>[Ee]arly|[Ll]ate|[Mm]id|[Tt]he (?:end|beginning|start|middle) of)[\s-](?:the\s+)?"
        r"(?P<ref>last|this|next|that|the same|the following|the next|the previous|the) "
        r"(?P<unit>year|month|week)\b(?! before)",
    ),
    (
        "day_of_year",
        rf"\b{MAYBE_WEEKDAY}(?:the\s+)?{DAY}(?:\s+of)?\s+{MONTH}(?!\s*\d|\s+[A-Z][a-z]+\b(?<!Monday)|\s?-)",
    ),
    ("day_of_year", rf"\b{MAYBE_WEEKDAY}{MONTH}\s+{DAY}\b(?!\s*(?:,\s*\d|:|%|per|group|movement|\d))"),
    ("holiday", rf"\b{HOLIDAY}(?!\s+(?:Island|tree|party|card|truce))"),
    (
        "month_which",
        r"\b(?P<which>[Ll]ast|[Nn]ext|[Tt]his|[Tt]his past|[Tt]his coming|[Tt]hat|[Tt]he following|"
        rf"[Tt]he previous|[Tt]he preceding|[Tt]he same)\s+{MONTH}\b",
    ),
    ("months", rf"\b{FROM}\s+{MONTH}\s+(?:to|and|until|through)\s+{MONTH2}\b"),
    (
        "month_of_year",
        r"\b(?P<part>[Ee]arly|[Ll]ate|[Mm]id|[Tt]he (?:end|beginning|start|middle) of)"
        rf"(?:\s+in)?[\s-]{PLAIN_MONTH}\b",
    ),
    (
        "month_of_year",
        r"\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Tt]ill|[Bb]y|[Dd]uring|[Ff]rom|[Oo]f|[Tt]hrough|[Bb]efore|[Aa]fter|[Tt]o|"
        rf"[Ff]or|[Aa]nd)\s+(?P<mark>){PLAIN_MONTH}\b(?!\s+[A-Z][a-z])",
    ),
    (
        "month_of_year",
        r"(?<![\w.’'] )(?<!\w)(?P<month>January|February|April|June|July|August|September|October|November|"
        r"December|March)(?=(?:['’]s)?\s+(?:was|is|were|had|has|saw|brought|passed|came|alone|and|vote|election|"
        r"elections|summit|meeting|talks|deal|agreement|ceasefire|coup|attack|raid|strike|war|protests|deadline))",
    ),
    ("weekday_week", rf"\b{WEEKDAY}\s+(?:of\s+)?(?P<which>last|next|this) week\b"),
    ("weekday_ago", rf"\b(?P<which>[Aa] week ago)\s+(?:on\s+)?{WEEKDAY}\b"),
    (
        "weekday",
        r"\b(?:(?P<which>[Ll]ast|[Nn]ext|[Tt]his|[Tt]his past|[Tt]his coming|[Cc]oming|[Tt]hat|[Tt]he following|"
        rf"[Tt]he previous|[Tt]he next|[Tt]he)\s+)?{WEEKDAY}\b(?!s|\s+"
        r"(?:Times|Telegraph|Mail|Express|Mirror|Herald|Post|Star|Club|Agreement|Mass))",
    ),
    (
        "near",
        r"\b(?P<near>[Tt]he day before yesterday|[Tt]he day after tomorrow|[Yy]esterday|[Tt]oday|[Tt]omorrow|"
        r"[Tt]onight|[Ll]ast night|[Tt]his morning|[Tt]his afternoon|[Tt]his evening|[Oo]vernight)\b",
    ),
    ("ago", rf"\b(?P<another>[Aa]nother)\s+{COUNT}\s+{UNIT}\s+(?P<way>before)\b"),
    (
        "ago",
        r"\b(?P<fraction>[Hh]alf|[Aa] quarter of|[Tt]hree quarters of)\s+an?\s+(?P<unit>century|decade|year)\s+"
        r"(?P<way>ago|earlier|later|before|after)\b",
    ),
    (
        "ago",
        rf"\b{COUNT}\s+{UNIT}\s+(?P<way>ago|earlier|later|before|after|afterwards?|previously|prior|hence|"
        r"beforehand)\b(?!\s+(?:he|she|it|they|the|his|her|its|their|this|that)\b)(?!\s+to\b)",
    ),
    ("ago", rf"\b{COUNT}\s+{UNIT}\s+(?P<way>earlier|later|previously|afterwards?|thereafter|ago)\b"),
    ("ago", rf"\b{COUNT}\s+{UNIT}\s+(?P<way>on)(?=,|\s+(?:the|he|she|it|they|his|her|its|their|a|an|[A-Z])\b)"),
    ("ago", rf"\b(?:[Aa]fter|[Ff]ollowing) a (?:gap|break|pause|silence|lapse|interval) of {COUNT}\s+{UNIT}\b"),
    ("within", rf"\b[Ww]ithin\s+(?:just\s+|only\s+)?{COUNT}\s+(?P<unit>day|week|fortnight|month|year)s?\b(?!\s+of)"),
    (
        "told",
        r"\b(?:[Tt]he|[Ii]n the)\s+(?P<unit>day|week|month|quarter|year|decade)\s+"
        r"(?P<which>that followed|following)\b(?!\s+(?:the|a|his|her|its|their))",
    ),
    ("followed", rf"\b[Tt]he\s+{COUNT}\s+(?P<unit>day|week|month|year|decade)s\s+(?:that followed|following)\b"),
    ("week_told", r"\b(?:[Ll]ater|[Ee]arlier)\s+(?:in\s+)?(?P<which>the|that|this)\s+(?P<unit>week|month|year)\b"),
    ("hours", rf"\b(?:[Tt]he|these)\s+(?:past|last)\s+{COUNT}\s+hours\b"),
    ("near", r"\b(?P<near>[Oo]n the morrow)\b"),
    ("year_end", r"\b(?P<end>year[- ]end|mid-?year|the year['’]s end|month[- ]end|mid-month|the month['’]s end)\b"),
    ("weekend", r"\b(?:[Aa]t|[Oo]ver)\s+the weekend\b"),
    (
        "ago",
        r"\b(?P<count>[Tt]he)\s+(?P<unit>day|week|month|year|decade)\s+(?P<way>before|after)\b(?!\s+"
        r"(?:the|his|her|its|their|he|she|it|they|a|an|[A-Z]))",
    ),
    ("from_now", rf"\b[Ii]n\s+{COUNT}\s+(?P<unit>day|week|month|year)s?['’]?s?\s+time\b"),
    ("from_now", rf"\b{COUNT}\s+(?P<unit>day|week|month|year)s?\s+from\s+(?:now|today)\b"),
    (
        "told",
        r"\b(?P<which>[Tt]he following|[Tt]he next|[Tt]he previous|[Tt]he preceding|[Tt]he same|[Tt]hat same|"
        r"[Tt]hat very|[Tt]hat|[Tt]he ensuing|[Tt]he very same|[Ii]n the same)\s+"
        r"(?P<unit>day|week|month|quarter|year|decade|century|night|morning|evening|afternoon|weekend|date)\b",
    ),
    (
        "past",
        r"\b(?:[Ii]n|[Oo]ver|[Dd]uring|[Ff]or|[Ww]ithin|[Tt]hroughout|[Aa]cross|[Oo]f)\s+(?P<mark>)"
        rf"(?:the|these)\s+(?:past|last)\s+{COUNT}\s+{UNIT}\b",
    ),
    ("past", rf"\b(?:[Tt]he|[Tt]hese)\s+(?:past|last)\s+{COUNT}\s+{UNIT}\b"),
    (
        "past",
        r"\b(?:[Ii]n|[Oo]ver|[Dd]uring|[Ff]or|[Ww]ithin|[Tt]hroughout)\s+(?P<mark>)the\s+(?:past|last)\s+"
        r"(?P<unit>day|week|fortnight|month|quarter|year|decade|century)\b",
    ),
    ("coming", rf"\b(?:the|these)\s+(?:next|coming)\s+{COUNT}\s+{UNIT}\b"),
    ("recent", r"\b(?P<recent>[Rr]ecently|[Ll]ately|[Oo]f late|[Ii]n (?:the )?recent (?:days|weeks|months|years))\b"),
    (
        "which",
        r"\b(?P<which>[Ll]ast|[Tt]his|[Nn]ext|[Pp]ast|[Cc]oming|[Ee]arlier this|[Ll]ater this|[Ee]arlier last|"
        r"[Ll]ate last|[Ee]arly last|[Ee]arly next|[Tt]his past|[Tt]his coming)\s+"
        r"(?P<unit>week|month|year|weekend|quarter|decade|century)\b",
    ),
)
