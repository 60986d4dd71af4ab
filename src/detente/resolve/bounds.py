"""When a document without a publication date was written, as far as its own dates tell."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from detente.schema.document import Document
from detente.schema.period import PERIOD_KINDS
from detente.schema.protocols import DateSpan


def with_bounds(document: Document, expressions: Iterable[Any], dates: Iterable[DateSpan]) -> Document:
    """The document with inferred bounds; unchanged when it has a date or tells none.

    Args:
        expressions: date expressions as found, with `ahead` where their sentence looks ahead.
        dates: the anchored ones among them.
    """
    if document.published is not None:
        return document
    ahead = {expression.char_start: expression.ahead for expression in expressions}
    told = [span for span in dates if span.basis == "explicit" and span.granularity in PERIOD_KINDS]
    past = [span.date_start for span in told if not ahead.get(span.char_start)]
    after = max(past, default=None)
    coming = [s.date_start for s in told if ahead.get(s.char_start) and (after is None or s.date_start > after)]
    before = min(coming, default=None)
    if after is None and before is None:
        return document
    return replace(document, published_basis="inferred", published_after=after, published_before=before)
