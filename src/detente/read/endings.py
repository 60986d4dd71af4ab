"""What stands under an article: notes, the author's biography, another language, lines with nothing under them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from detente.read.draft import Paragraph
from detente.read.language import language_scores
from detente.read.shape import ends_sentence, is_body, is_short_line, letters

_NOTES_HEADING = re.compile(
    r"(?:\d{0,2}\.?\s*)?(references?|foot ?notes?|end ?notes?|notes?|sources?|bibliography|works cited|citations?|"
    r"further reading|literature|kaynak(ça|lar)|dipnotlar|quellen|literatur(verzeichnis)?|anmerkungen|fußnoten"
    r"|références?|bibliographie|referencias|bibliografía|notas|riferimenti|примечания|источники|литература)\s*:?",
    re.IGNORECASE,
)
_ENTRY = re.compile(
    r"(?:\[(?P<a>\d{1,3})\]|\((?P<b>\d{1,3})\)|(?P<c>\d{1,3})[.)]|(?P<d>\d{1,3})(?=\s[A-Z“\"‘])|(?P<e>[⁰¹²³⁴-⁹]{1,3}))\s*"
)
_CITATION = re.compile(
    r"https?://|www\.|\bdoi\b|date of access|accessed|retrieved|last visited|\bibid\b|\bop\. ?cit|\bet al\b|\bpp?\. ?\d"
    r"|\bvol\. ?\d"
    r"|\bed\.|\beds\.|\bpress\b.{0,12}\d{4}|\(\d{4}\)|[“\"‘].{4,200}[”\"’],"
    r"|,\s*\d{1,2}\.\d{1,2}\.\s?\d{4}|,\s+(?:\w+ \d{1,2}, )?(19|20)\d\d\.?$"
    r"|\ba\.g\.[a-z]\b|\bsee (also )?(?-i:[A-Z])|\bsupra\b|\bno\. ?\d",
    re.IGNORECASE,
)
_ABOUT_AUTHOR = re.compile(
    r"(about the (author|writer)s?|the (author|writer)s? (is|are|was|were|has|have|holds?|teaches|works|writes)\b"
    r"|author (bio|profile)|(the )?(views|opinions)( and opinions)? expressed\b|disclaimer\b"
    r"|(he|she|they) tweets? (at|@))",
    re.IGNORECASE,
)
_ROLE = (
    r"(?:fellow|professor|lecturer|reader in|journalist|researcher|analyst|editor|reporter|correspondent|columnist|"
    r"candidate|student|director of|director at|associate|writer|author of|author and|scholar|expert|consultant|"
    r"contributor|assistant|graduate|historian|economist|scientist|freelance\w*|intern|chair in|adviser|advisor|"
    r"strategist|commentator|diplomat|ambassador|bureau chief|head of|teaches|covers|writes|studies|holds a|"
    r"received (?:his|her)|specialist)"
)
_PERSON = r"(?:(?:Dr|Prof|Professor|Mr|Ms|Mrs)\.? )?(?:[A-ZÀ-ÞŞİĞÇÖÜ][\w.'’-]*,? ){2,5}"
_BIOGRAPHY = re.compile(
    rf"(?P<name>{_PERSON})(?:\([^)]{{1,60}}\) )?(?:is|was|has been|works as|serves as|currently)\b"
    rf"[^.]{{0,120}}?\b{_ROLE}"
    rf"|(?P<verb>{_PERSON})(?:covers|writes (?:about|on|for)|teaches|reports (?:on|for|from)|holds a|studies)\b"
)
_YEAR_ENTRY = re.compile(r"(?:\w+\.? \d{0,2},? ?|\d{1,2} \w+ )?\d{4}\s?[:–—-]")
_SPEAKS = re.compile(
    r"\b(said|says|told|told reporters|announced|warned|accused|met|visited|signed)\b|[“\"]\w.{20,}[”\"]"
)
_LONGEST_BIOGRAPHY = 150  # words
_LEAST_BODIES = 2  # body paragraphs an article must have before an ending is taken off
_MOST_ENDINGS = 200  # rounds; each takes off a list or a paragraph
_LEAST_FOREIGN_LETTERS = 80
_LANGUAGE_MARGIN = 0.25  # mean log probability per letter by which the other language must win


def ending_reasons(paragraphs: Sequence[Paragraph], reasons: list[str], title: str, author: str) -> None:
    """Fills `reasons` for the paragraphs at the end of an article that are no part of it.

    Taken off from the end, as long as something is found: paragraphs in another language than the article, an
    author's biography, lists of notes, and short lines with no text under them.
    """
    if sum(is_body(p.text) for p, reason in zip(paragraphs, reasons, strict=True) if not reason) < _LEAST_BODIES:
        _mark_notes(paragraphs, reasons)
        return
    language = _main_language(paragraphs, reasons)
    for _ in range(_MOST_ENDINGS):
        last = _last(reasons)
        if last < 1 or paragraphs[last].text == title:
            return
        found = (
            _mark_notes(paragraphs, reasons)
            or _mark_foreign(paragraphs, reasons, last, language)
            or _mark_biography(paragraphs, reasons, last, author)
            or _mark_hanging(paragraphs, reasons, last, title)
        )
        if not found:
            return


def _last(reasons: list[str]) -> int:
    return next((index for index in range(len(reasons) - 1, -1, -1) if not reasons[index]), -1)


def _mark_notes(paragraphs: Sequence[Paragraph], reasons: list[str]) -> bool:
    """Notes at the end: under a heading, or a run of numbered entries that cite."""
    last = _last(reasons)
    first = last + 1
    numbers: list[int] = []
    cited = bracketed = 0
    while first > 0:
        text = paragraphs[first - 1].text
        match = _ENTRY.match(text)
        if reasons[first - 1] and not _NOTES_HEADING.fullmatch(text):
            first -= 1
            continue
        number = _number(match) if match else None
        cites = bool(_CITATION.search(text))
        if _NOTES_HEADING.fullmatch(text.strip()) and first - 1 > 0 and (first <= last):
            if number is None and (cited >= 0.5 * max(1, last + 1 - first) or len(numbers) >= 0.5 * (last + 1 - first)):
                return _mark(reasons, first - 1, last, "notes and references")
            break
        if match and (not numbers or (number is not None and number < numbers[-1])):
            numbers.append(number or 0)
            bracketed += match["a"] is not None or match["e"] is not None
            cited += cites
        elif cites and len(text.split()) <= 60 and not numbers:
            cited += 1
        else:
            break
        first -= 1
    while first <= last and reasons[first]:
        first += 1
    if (
        numbers
        and numbers[-1] <= 2
        and (bracketed == len(numbers) or cited >= 0.6 * len(numbers))
        and (bracketed or len(numbers) > 1)
    ):
        first = next(i for i in range(first, last + 1) if not reasons[i])
        return _mark(reasons, first, last, "notes and references")
    return False


def _number(match: re.Match[str]) -> int:
    digits = next(group for group in match.groups() if group)
    return int("".join(str("⁰¹²³⁴⁵⁶⁷⁸⁹".find(digit)) if digit in "⁰¹²³⁴⁵⁶⁷⁸⁹" else digit for digit in digits))


def _mark_foreign(paragraphs: Sequence[Paragraph], reasons: list[str], last: int, language: str) -> bool:
    text = paragraphs[last].text
    if not language or letters(text) < _LEAST_FOREIGN_LETTERS:
        return False
    scores = language_scores(text)
    own = dict(scores).get(language, scores[-1][1])
    if scores[0][0] == language or scores[0][1] - own < _LANGUAGE_MARGIN:
        return False
    return _mark(reasons, last, last, f"other language ({scores[0][0]})")


def _mark_biography(paragraphs: Sequence[Paragraph], reasons: list[str], last: int, author: str) -> bool:
    text = paragraphs[last].text
    if len(text.split()) > _LONGEST_BIOGRAPHY:
        return False
    if _ABOUT_AUTHOR.match(text):
        return _mark(reasons, last, last, "author biography")
    match = _BIOGRAPHY.match(text)
    if match is None or (_SPEAKS.search(text) and not author):
        return False
    name = (match["name"] or match["verb"]).replace(",", " ").split()
    if author and name[-1].lower() in author.lower():
        return _mark(reasons, last, last, "author biography")
    before = " ".join(p.text for p, reason in zip(paragraphs[:last], reasons[:last], strict=True) if not reason)
    # someone the article has spoken of is not its author
    if re.search(rf"\b{re.escape(name[-1])}\b", before) or _SPEAKS.search(text):
        return False
    return _mark(reasons, last, last, "author biography")


def _mark_hanging(paragraphs: Sequence[Paragraph], reasons: list[str], last: int, title: str) -> bool:
    """Short lines at the end head nothing: labels and headlines of other things."""
    first = last
    while first > 0 and not reasons[first] and _may_hang(paragraphs[first]):
        first -= 1
    if first == last or paragraphs[first].text == title or not ends_sentence(paragraphs[first].text):
        return False
    return _mark(reasons, first + 1, last, "label or headline with no text under it")


def _may_hang(paragraph: Paragraph) -> bool:
    """Whether a paragraph is a short line that is neither an item of a list nor an entry of a chronology."""
    return is_short_line(paragraph.text) and not paragraph.item and not _YEAR_ENTRY.match(paragraph.text)


def _mark(reasons: list[str], first: int, last: int, reason: str) -> bool:
    for index in range(first, last + 1):
        reasons[index] = reasons[index] or reason
    return True


def _main_language(paragraphs: Sequence[Paragraph], reasons: list[str]) -> str:
    """The language of most of the article's running text."""
    weights: dict[str, int] = {}
    for paragraph, reason in zip(paragraphs, reasons, strict=True):
        if not reason and is_body(paragraph.text) and sum(weights.values()) < 20_000:
            code = language_scores(paragraph.text)[0][0]
            weights[code] = weights.get(code, 0) + letters(paragraph.text)
    weights.pop("", None)
    return max(weights, key=lambda code: weights[code]) if weights else ""
