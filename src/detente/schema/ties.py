"""Undirected signed ties between states, and the camps they fall into."""

from __future__ import annotations

import pyarrow as pa

TIES = pa.schema(
    [
        ("a", pa.string()),  # a < b
        ("b", pa.string()),
        ("sign", pa.int8()),  # -1, +1; 0 = even or too few events
        ("weight", pa.float64()),  # (C - F) / (C + F) of damped PLOVER scores, in [-1, 1]
        ("n", pa.int64()),  # event groups behind the tie
        ("n_cooperation", pa.int64()),
        ("n_conflict", pa.int64()),
        ("n_acts", pa.int64()),
        ("n_conditions", pa.int64()),
        ("frustrated", pa.bool_()),  # null until camps are computed
    ]
)

TIE_EVIDENCE = pa.schema([("a", pa.string()), ("b", pa.string()), ("event_id", pa.string())])

PANEL_TIES = pa.schema(
    [
        ("a", pa.string()),  # a < b
        ("b", pa.string()),
        ("frame", pa.string()),  # the period: 2012, 2012-Q3, 2012-07
        ("sign", pa.int8()),  # -1 tenser than the norm, +1 less tense; null where uncertain
        ("weight", pa.float64()),  # |2 probability - 1|, in [0, 1]
        ("probability", pa.float64()),  # that the pair is tenser than the norm
        ("n", pa.int64()),  # acts of cooperation and conflict of the pair in the period
        ("uncertain", pa.bool_()),
    ]
)
