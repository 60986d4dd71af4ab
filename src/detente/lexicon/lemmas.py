"""Base forms of English words: irregular verbs, and every base form that the spelling allows for the rest."""

from __future__ import annotations

from functools import cache, lru_cache

_IRREGULAR = {
    "be": "is are was were been being am", "have": "has had having", "do": "does did done doing",
    "meet": "met", "hold": "held", "say": "said", "make": "made", "give": "gave given", "take": "took taken",
    "go": "went gone", "come": "came", "send": "sent", "sell": "sold", "tell": "told", "seek": "sought",
    "bring": "brought", "buy": "bought", "fight": "fought", "think": "thought", "catch": "caught", "teach": "taught",
    "break": "broke broken", "speak": "spoke spoken", "freeze": "froze frozen", "steal": "stole stolen",
    "drive": "drove driven", "write": "wrote written", "rise": "rose risen", "shoot": "shot", "strike": "struck stricken",
    "win": "won", "begin": "began begun", "sink": "sank sunk", "ring": "rang rung", "withdraw": "withdrew withdrawn",
    "draw": "drew drawn", "throw": "threw thrown", "overthrow": "overthrew overthrown", "know": "knew known",
    "grow": "grew grown", "blow": "blew blown", "fly": "flew flown", "see": "saw seen", "lead": "led", "feed": "fed",
    "flee": "fled", "bleed": "bled", "keep": "kept", "leave": "left", "lose": "lost", "mean": "meant", "build": "built",
    "lend": "lent", "spend": "spent", "stand": "stood", "understand": "understood", "withstand": "withstood",
    "withhold": "withheld", "uphold": "upheld", "find": "found", "bind": "bound", "forgive": "forgave forgiven",
    "forbid": "forbade forbidden", "hide": "hid hidden", "ride": "rode ridden", "lay": "laid", "pay": "paid",
    "repay": "repaid", "hang": "hung hanged", "swear": "swore sworn", "tear": "tore torn", "wear": "wore worn",
    "bear": "bore borne", "arise": "arose arisen", "choose": "chose chosen", "fall": "fell fallen", "hear": "heard",
    "become": "became", "run": "ran", "overrun": "overran", "cut": "cut cutting", "put": "put putting", "set": "set setting",
    "hit": "hit hitting", "let": "let letting", "shut": "shut shutting", "cast": "cast casting", "spread": "spread",
    "beat": "beat beaten", "deal": "dealt", "get": "got gotten getting", "show": "showed shown", "undertake":
    "undertook undertaken", "retake": "retook retaken", "rebuild": "rebuilt", "sit": "sat sitting", "feel": "felt",
    "foresee": "foresaw foreseen", "oversee": "oversaw overseen", "rethink": "rethought", "split": "split splitting",
    "sue": "sued suing", "die": "died dying", "lie": "lied lying lay lain", "tie": "tied tying", "back": "backed",
}  # fmt: skip
_FORMS = {form: lemma for lemma, forms in _IRREGULAR.items() for form in forms.split()}
PAST_FORMS = frozenset(form for forms in _IRREGULAR.values() for form in forms.split() if not form.endswith("ing"))
_NOUN_IRREGULAR = {"men": "man", "women": "woman", "people": "people", "crises": "crisis", "children": "child"}
_VOWELS = "aeiou"


@lru_cache(maxsize=200_000)
def lemmas(word: str) -> tuple[str, ...]:
    """Possible base forms of a lower-case word, the word itself first; several where spelling cannot tell."""
    found = [word]
    if word in _FORMS:
        found.append(_FORMS[word])
    if word in _NOUN_IRREGULAR:
        found.append(_NOUN_IRREGULAR[word])
    for suffix in ("s", "ed", "ing"):
        if word.endswith(suffix) and len(word) > len(suffix) + 2:
            found += _strip(word, suffix)
    return tuple(dict.fromkeys(found))


def _strip(word: str, suffix: str) -> list[str]:
    stem = word[: -len(suffix)]
    if suffix == "s":
        if word.endswith(("ss", "us")):
            return []
        options = [stem]
        if stem.endswith("ie"):
            options.append(stem[:-2] + "y")
        if stem.endswith(("she", "che", "sse", "xe", "zze", "oe", "se")):
            options.append(stem[:-1])
        return options
    options = [stem, stem + "e"]
    if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in _VOWELS:
        options.append(stem[:-1])
    if stem.endswith("i"):
        options.append(stem[:-1] + "y")
    return options


@cache
def inflections(word: str, pos: str) -> tuple[str, ...]:
    """Surface forms of a base form: of a verb (`v`) or a noun (`n`)."""
    plural = _with_s(word)
    if pos != "v":
        return (word, plural)
    extra = tuple(_IRREGULAR[word].split()) if word in _IRREGULAR else (_past(word),)
    return tuple(dict.fromkeys((word, plural, *extra, _ing(word))))


def _with_s(word: str) -> str:
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ies"
    return word + "s"


def _past(word: str) -> str:
    if word.endswith("e"):
        return word + "d"
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ied"
    return _double(word) + "ed"


def _ing(word: str) -> str:
    if word.endswith("ie"):
        return word[:-2] + "ying"
    if word.endswith("e") and not word.endswith(("ee", "ye")):
        return word[:-1] + "ing"
    return _double(word) + "ing"


def _double(word: str) -> str:
    short = len(word) <= 4 or word.endswith(("mit", "fer", "bel", "cel", "vel", "pel", "rol"))
    closed = len(word) > 2 and word[-1] not in _VOWELS + "wxyhr" and word[-2] in _VOWELS and word[-3] not in _VOWELS
    return word + word[-1] if short and closed else word
