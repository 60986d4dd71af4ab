"""What was not read or not coded, with the reason: nothing is dropped in silence."""

from __future__ import annotations

from dataclasses import dataclass

import pyarrow as pa

SCOPES = ("file", "record", "document", "passage")


@dataclass(frozen=True, slots=True)
class Rejected:
    """Something left out.

    Attributes:
        source: path or URL as given (records add `#n`).
        scope: `file` (could not be read), `record` (one record of a container), `document` (read but
            not coded: another language, duplicate, nothing found), `passage` (boilerplate).
        reason: what is wrong, in one clause.
        remedy: what the user can do, in one clause; "" where nothing is to be done.
        document_id: where the source gave a document, else "".
        excerpt: at most 200 characters of what was left out.
    """

    source: str
    scope: str
    reason: str
    remedy: str = ""
    document_id: str = ""
    excerpt: str = ""


REJECTED = pa.schema(
    [
        ("source", pa.string()),
        ("scope", pa.string()),
        ("reason", pa.string()),
        ("remedy", pa.string()),
        ("document_id", pa.string()),
        ("excerpt", pa.string()),
    ]
)
