"""Documents without a publication date: bounds from what they tell as past and as still to come."""

from datetime import date

from detente.coding import parse_document
from detente.schema.document import Document


def bounds(text: str, published: date | None = None) -> tuple[str, date | None, date | None]:
    document = parse_document(Document("d", "d", text, published=published)).document
    return document.published_basis, document.published_after, document.published_before


def test_the_last_past_date_and_the_first_date_ahead_bound_the_day_of_writing():
    text = "Japan annexed Korea in 1910. The two states signed a treaty on 22 June 1965. They will meet in May 1966."
    assert bounds(text) == ("inferred", date(1965, 6, 22), date(1966, 5, 1))


def test_a_text_without_dates_has_no_bounds():
    assert bounds("Japan signed a treaty.") == ("none", None, None)


def test_a_document_with_a_date_keeps_it():
    assert bounds("They met on 22 June 1965.", date(2020, 1, 1)) == ("none", None, None)
