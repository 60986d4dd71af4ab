"""Words of English date expressions, and the numbers they stand for."""

from __future__ import annotations

MONTHS: tuple[str, ...] = tuple(
    "january february march april may june july august september october november december".split()
)
WEEKDAYS: tuple[str, ...] = tuple("monday tuesday wednesday thursday friday saturday sunday".split())
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}  # first month
ORDINALS: tuple[str, ...] = tuple(
    (
        "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third "
        "twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first"
    ).split()
)
DECADES = {"twenties": 1920, "thirties": 1930, "forties": 1940, "fifties": 1950, "sixties": 1960, "seventies": 1970,
           "eighties": 1980, "nineties": 1990, "noughties": 2000}  # fmt: skip
HOLIDAYS = {
    "christmas day": (12, 25), "christmas eve": (12, 24), "christmas": (12, 25), "boxing day": (12, 26), "new year's day": (1, 1),
    "new year's eve": (12, 31), "may day": (5, 1), "bastille day": (7, 14), "armistice day": (11, 11),
    "valentine's day": (2, 14), "labour day": (5, 1), "all saints' day": (11, 1), "epiphany": (1, 6),
}  # fmt: skip
# Days from Easter Sunday.
EASTER = {"easter sunday": 0, "easter monday": 1, "good friday": -2, "palm sunday": -7, "whit sunday": 49, "easter": 0}
ROMAN: tuple[str, ...] = tuple("O I II III IV V VI VII VIII IX X XI XII".split())
_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_NUMBERS = (
    {word: value for value, word in enumerate(_ONES)} | _TENS | {"a": 1, "an": 1, "a dozen": 12, "a couple of": 2}
)
NUMBER_PATTERN = (
    r"(?:\d{1,3}|a dozen|a couple of|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:one|two|three|four|five|"
    r"six|seven|eight|nine))?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|"
    r"seventeen|eighteen|nineteen|an?)"
)


def number(text: str) -> int:
    """'12', 'twelve', 'twenty-five', 'a' → the number."""
    text = text.lower().replace("-", " ")
    if text.isdigit():
        return int(text)
    if text in _NUMBERS:
        return _NUMBERS[text]
    tens, ones = text.split()
    return _TENS[tens] + _NUMBERS[ones]
