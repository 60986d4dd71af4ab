"""Words of the page for codes and figures: event types, modalities, dates, lists of names, counts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from types import MappingProxyType

TYPES = MappingProxyType(
    {
        "AGREE": "agreement or promise",
        "CONSULT": "talks",
        "SUPPORT": "diplomatic support",
        "CONCEDE": "concession",
        "COOPERATE": "cooperation",
        "AID": "aid",
        "RETREAT": "withdrawal",
        "REQUEST": "demand or appeal",
        "ACCUSE": "accusation",
        "REJECT": "refusal",
        "THREATEN": "threat",
        "PROTEST": "protest",
        "SANCTION": "sanction",
        "MOBILIZE": "show of force",
        "COERCE": "coercion",
        "ASSAULT": "use of force",
    }
)
MUTUAL = MappingProxyType(  # where both do it, or it holds between them
    {
        "SUPPORT": "diplomatic cooperation",
        "REJECT": "rejection",
        "ACCUSE": "dispute",
    }
)
MODALITIES = MappingProxyType(
    {
        "asserted": "told as fact",
        "historical": "history",
        "future": "announced, not yet done",
        "hypothetical": "hypothetical",
        "negated": "said not to have happened",
    }
)
DATE_BASES = MappingProxyType(
    {
        "explicit": "date in the text",
        "relative_publication": "reckoned from the publication date",
        "relative_text": "reckoned from another date in the text",
        "inherited": "date of a sentence nearby",
        "publication": "publication date only",
        "none": "no date",
    }
)
SCOPES = MappingProxyType(
    {
        "file": "Inputs that could not be read",
        "record": "Records that could not be read",
        "document": "Documents read but not coded",
        "passage": "Passages left out as boilerplate",
    }
)
COOPERATION_QUADS = (1, 2)
ARTICLE_STARTS = ("United ", "European ", "Soviet ", "African ")
ARTICLE_NAMES = ("Netherlands", "Philippines", "Holy See", "Bahamas", "Gambia", "Maldives", "Czech Republic")


def side_of(quad: int | None) -> str:
    """`cooperation` for quads 1 and 2, else `conflict`."""
    return "cooperation" if quad in COOPERATION_QUADS else "conflict"


def day_words(day: date | None) -> str:
    """`7 Mar 2023`; "" for None."""
    return "" if day is None else f"{day.day} {day:%b} {day.year}"


def interval_words(start: date | None, end: date | None) -> str:
    """The half-open interval as short as it can be said: a day, a month, a year, several of them, or from – to.

    Args:
        start: first day, or None.
        end: first day after, or None for one day.

    Returns:
        Words, `undated` when `start` is None.
    """
    if start is None:
        return "undated"
    last = (end - timedelta(days=1)) if end else start
    if last <= start:
        return day_words(start)
    if start.day == 1 and end is not None and end.day == 1:
        if (start.month, end.month, end.year) == (1, 1, start.year + 1):
            return str(start.year)
        if start.month == end.month == 1:
            return f"{start.year} – {last.year}"
        if (end.year - start.year) * 12 + end.month - start.month == 1:
            return f"{start:%b} {start.year}"
        return f"{start:%b} {start.year} – {last:%b} {last.year}"
    return f"{day_words(start)} – {day_words(last)}"


def joined(names: Sequence[str], limit: int = 0) -> str:
    """`A`, `A and B`, `A, B and C`; past `limit` names (0: all) `A, B and 3 more`."""
    shown = list(names)
    if limit and len(shown) > limit + 1:
        shown = [*shown[:limit], f"{len(shown) - limit} more"]
    return f"{', '.join(shown[:-1])} and {shown[-1]}" if len(shown) > 1 else "".join(shown)


def with_article(name: str) -> str:
    """`the United States`, `the Philippines`; other names as they are."""
    return f"the {name}" if name.startswith(ARTICLE_STARTS) or name in ARTICLE_NAMES else name


def counted(n: int, one: str, many: str = "") -> str:
    """`1 tie`, `2 ties`, `12,000 ties`."""
    return f"{n:,} {one if n == 1 else many or one + 's'}"


def signed_number(value: float) -> str:
    """`+0.86`, `−0.61` with a true minus, `0.00` without a sign: two decimals."""
    rounded = round(value, 2)
    return f"{rounded:+.2f}".replace("-", "−") if rounded else "0.00"
