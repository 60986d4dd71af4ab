"""Events that somebody else coded: one row a record of the source, in our terms, with what the source said."""

from __future__ import annotations

import pyarrow as pa

IMPORTED = pa.schema(
    [
        ("event_id", pa.string()),  # hash of the format and the source's own key
        ("event_group", pa.string()),  # one act: same day, dyad and code; either direction where the act is mutual
        ("source", pa.string()),  # the format, as `icews`
        ("source_key", pa.string()),  # the record's key in its source
        ("date_start", pa.date32()),
        ("date_end", pa.date32()),  # half-open
        ("actor", pa.string()),  # ISO 3166-1 alpha-3 or a PLOVER non-state code; "" where unresolved
        ("actor_name", pa.string()),  # as in the source
        ("actor_sector", pa.string()),
        ("recipient", pa.string()),
        ("recipient_name", pa.string()),
        ("recipient_sector", pa.string()),
        ("event_type", pa.string()),  # PLOVER
        ("mode", pa.string()),
        ("quad", pa.int8()),  # 1 verbal cooperation … 4 material conflict; 0 neither (a statement)
        ("scale", pa.float64()),  # the source's own (Goldstein or PLOVER); null where it has none
        ("cameo", pa.string()),  # the source's code; "" where it has none
        ("n_reports", pa.int64()),  # reports of the event as the source counts them; 1 where it does not
        ("confidence", pa.float64()),  # 1.0 where the source states none
        ("text", pa.string()),  # what the record says of the act: the code's label, a note, a sentence
        ("reference", pa.string()),  # URL, story id or citation
        ("publisher", pa.string()),
        ("file", pa.string()),  # name of the file it came from
    ]
)
"""(n_records, 23), one row a record."""
