"""Office holders by the sound of their names: transliterations, name order, middle names and particles aside."""

from __future__ import annotations

import re
from functools import cache

from detente.lexicon.gazetteer import without_diacritics
from detente.lexicon.loading import without_collecting
from detente.lexicon.names import NameTable, people_tables

_WORD = re.compile(r"[a-z]+")
_PARTICLES = frozenset(
    "al el bin ibn bint bu de del la der den van von da dos das du ul ur abd abdul abdel sheikh dr sir mr mrs gen jr sr "
    "ii iii iv alhaji prince king queen the and y e".split()
)
# Family names of Korea, China and Vietnam, beside which the given name has two parts of equal weight.
_EASTERN = frozenset(
    "kim lee yi park pak choi choe chung jung kang cho yoon yun jang chang lim im han shin sin seo suh kwon hwang ahn an "
    "song hong zhang wang li liu chen yang huang zhao wu zhou xu sun ma zhu hu lin guo he gao luo nguyen tran le pham "
    "phan vo dang bui do".split()
)
# Applied in order to a word in lower case without marks.
_FOLDS = tuple(
    pair.split(">")
    for pair in (
        "kh>h gh>h ph>f tsch>ch tch>ch cz>ch sch>sh dzh>j zh>j dj>j ck>k q>k x>ks w>v oo>u ou>u iye>e ye>e ie>e yo>o "
        "io>o ee>i ei>i ey>i iy>i yi>i ij>i ai>i ay>i y>i j>i z>s dh>d th>t ts>s ch>1 c>k"
    ).split()
)


def _sound(word: str) -> str:
    for letters, sound in _FOLDS:
        if letters in word:
            word = word.replace(letters, sound)
    return "".join(c for i, c in enumerate(word) if not i or word[i - 1] != c)


def _sounds(text: str, known: dict[str, str]) -> list[str]:
    """Sounds of the words of a name, initials and particles left out; `known` keeps those that were worked out."""
    plain = text if text.isascii() else without_diacritics(text)
    words = _WORD.findall(plain.lower().replace("'", "").replace("’", "").replace("`", ""))
    return [
        known.get(word) or known.setdefault(word, _sound(word))
        for word in words
        if len(word) > 1 and word not in _PARTICLES
    ]


def _keeps_all(text: str) -> bool:
    """Whether every part of a name counts: "Lee Hong-bae" is not "Hong Lei"."""
    words = text.lower().replace("-", " ").split()
    return "-" in text or words[0] in _EASTERN or words[-1] in _EASTERN


def sound_keys(text: str) -> list[str]:
    """Keys under which a name is looked for, the fullest first: all its words, then without its middle ones."""
    sounds = _sounds(text, {})
    if len(sounds) < 2:
        return []
    keys = [sounds]
    if len(sounds) > 2 and not _keeps_all(text):
        keys += [[sounds[0], sounds[-1]], sounds[:2], [sounds[0], sounds[-2]], sounds[-2:]]
    return [" ".join(sorted(key)) for key in keys]


@cache
def people_by_sound() -> dict[str, list[tuple[NameTable, int]]]:
    """Office holders by the sorted sounds of the full name, in each of its spellings: (table, number in it)."""
    index: dict[str, list[tuple[NameTable, int]]] = {}
    known: dict[str, str] = {}
    with without_collecting():
        for table in people_tables():
            for number, text in enumerate(table.texts):
                sounds = _sounds(text, known)
                if len(sounds) < 2:
                    continue
                place = (table, number)
                index.setdefault(" ".join(sorted(sounds)), []).append(place)
                if len(sounds) > 2 and not _keeps_all(text):
                    index.setdefault(" ".join(sorted((sounds[0], sounds[-1]))), []).append(place)
    return index
