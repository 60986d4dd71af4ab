"""Why a page has nothing to tell, in words."""

from __future__ import annotations

from detente.report.reading import Reading
from detente.report.wording import counted


def why_nothing(reading: Reading) -> str:
    """What kept every document from being coded: none given, none readable, none in English, or no act found."""
    documents, rejected = reading.tables["documents"], reading.tables["rejected"]
    if not documents:
        failed = sum(row["scope"] in ("file", "record") for row in rejected)
        return (
            f"no document could be read; {counted(failed, 'input')} failed, listed under “Skipped, and why”."
            if failed
            else "no document was given."
        )
    other = sum(row["language"] not in ("", "en") for row in documents)
    if other == len(documents):
        which = "the one document is not" if other == 1 else f"none of the {other:,} documents is"
        return f"{which} in English, the one language coded so far."
    one = len(documents) == 1
    where = "the one document" if one else f"the {len(documents):,} documents"
    return (
        f"no sentence of {where} tells an act between actors that could be resolved. "
        "What was skipped, and names not resolved, are listed below."
    )
