"""The publication date that a page states in its head, and dates that only look like one."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from detente.read.published import parse_date

_STATED = (
    "article:published_time", "article:published", "og:published_time", "og:article:published_time", "datepublished",
    "date_published", "pubdate", "publishdate", "publish_date", "publish-date", "publication_date", "publication-date",
    "publicationdate", "published-date", "published_date", "article:publicationdate", "parsely-pub-date",
    "sailthru.date", "citation_publication_date", "citation_online_date", "dc.date.issued", "dcterms.issued",
    "dcterms.created", "dc.date.created", "article_date_original", "originalpublicationdate", "bt:pubdate",
    "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "rnews:datepublished", "prism.publicationdate", "ptime",
)  # fmt: skip
_LINKED = re.compile(r"\"datePublished\"\s*:\s*\"([^\"]{4,40})\"")


def stated_date(tree: Any) -> date | None:
    """The day in a publication field of the page: a meta tag, JSON-LD or a marked `time` element; None without one.

    Args:
        tree: lxml element of the whole page.
    """
    found: dict[str, date] = {}
    for meta in tree.iter("meta"):
        for attribute in ("property", "name", "itemprop"):
            name = (meta.get(attribute) or "").strip().lower()
            if name in _STATED and name not in found and (day := parse_date(meta.get("content") or "")):
                found[name] = day
    for name in _STATED:
        if name in found:
            return found[name]
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or ""):
            for match in _LINKED.finditer(script.text or ""):
                if day := parse_date(match[1]):
                    return day
    for element in tree.iter("time"):
        marked = (element.get("itemprop") or "").lower() == "datepublished" or element.get("pubdate") is not None
        day = parse_date(element.get("datetime") or element.get("content") or "") if marked else None
        if day:
            return day
    return None


def likely_date(tree: Any) -> date | None:
    """The day that the rest of the page's markup suggests; it may be the day of the copy. None without one.

    Args:
        tree: lxml element of the whole page; not changed.
    """
    from copy import deepcopy

    from htmldate import find_date

    try:
        found = find_date(deepcopy(tree), extensive_search=False, original_date=True)
    except Exception:  # whatever a hostile page does to the search, the page has no date then
        return None
    return parse_date(found) if found else None
