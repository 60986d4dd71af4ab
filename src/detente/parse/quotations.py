"""Quoted spans of a document."""

from __future__ import annotations

import re

from detente.schema.sentence import Quotation

# Curly marks pair by form; straight marks pair in order. A span never crosses a paragraph.
_QUOTED = re.compile(
    r"“([^“”\n]{2,2000})”|«([^«»\n]{2,2000})»|\"([^\"\n]{2,2000})\"|(?<![\w])‘([^‘’\n]{12,2000})’(?!\w)"
)


def find_quotations(text: str) -> list[Quotation]:
    """Quotations in order of position, marks excluded."""
    found = []
    for match in _QUOTED.finditer(text):
        group = next(number for number in range(1, 5) if match.group(number) is not None)
        found.append(Quotation(match.start(group), match.end(group)))
    return found
