"""A sentence, with offsets into the stored text, and the quotations in it."""

from __future__ import annotations

from dataclasses import dataclass

import pyarrow as pa


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: `document.text[char_start:char_end] == text`.

    Attributes:
        sentence_index: 0, 1, 2 … in document order.
        paragraph_index: 0, 1, 2 … in document order.
        is_heading: a title or sub-heading rather than running text.
    """

    document_id: str
    sentence_index: int
    paragraph_index: int
    char_start: int
    char_end: int
    text: str
    is_heading: bool = False


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quoted span of a document, marks excluded; offsets into the stored text."""

    char_start: int
    char_end: int


SENTENCES = pa.schema(
    [
        ("document_id", pa.string()),
        ("sentence_index", pa.int32()),
        ("paragraph_index", pa.int32()),
        ("char_start", pa.int32()),
        ("char_end", pa.int32()),
        ("text", pa.string()),
        ("is_heading", pa.bool_()),
    ]
)
