"""One short text, parsed and resolved as a document of a given day."""

from datetime import date

import pytest

from detente.coding import parse_document
from detente.schema.document import Document


@pytest.fixture
def resolved():
    """Mentions with their actors: `resolved(text, published)`; published is a date, or None for an undated text."""

    def of(text: str, published: date | None = date(2024, 5, 1)):
        return parse_document(Document("d", "s", text, language="en", published=published)).mentions

    return of


@pytest.fixture
def codes(resolved):
    """Codes of the actors of each mention by its text; the later of two with the same text wins."""

    def of(text: str, published: date | None = date(2024, 5, 1)) -> dict[str, list[str]]:
        return {mention.text: [actor.code for actor in mention.actors] for mention in resolved(text, published)}

    return of
