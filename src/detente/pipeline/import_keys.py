"""Identity of imported events: which record, which act, and which records say the same."""

# pyright: reportAttributeAccessIssue=false
# pyarrow makes the functions of its compute module at run time
from __future__ import annotations

import hashlib
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

Keys = NDArray[np.uint64]
_ODD = np.uint64(0x9E3779B97F4A7C15)
# CAMEO codes of acts that both sides do, which sources list once for each side; 043 (a visit received) is 042 (made).
SIGNED_BY_BOTH = "057"
_VISITS = {"043": "042"}
DAY_FORM = "%Y-%m-%d"


def record_keys(source: str, rows: pa.Table, *, own_keys: bool) -> Keys:
    """First 64 bits of the sha256 of format and key, one a row; where a record has no key its content stands for it.

    Args:
        source: the format.
        rows: columns of RAW.
        own_keys: whether keys tell records of different files apart; if not the content counts with them.
    """
    keys = _text(rows["source_key"])
    content = pc.binary_join_element_wise(
        keys, _dates(rows["date_start"]), rows["actor_name"], rows["recipient_name"], _code(rows), "\x1f"
    )
    if own_keys:
        content = pc.if_else(pc.equal(keys, ""), content, keys)
    prefix = hashlib.sha256(f"{source}\x1f".encode())
    digests = []
    for value in content.to_pylist():
        made = prefix.copy()
        made.update(value.encode())
        digests.append(made.digest()[:8])
    return np.frombuffer(b"".join(digests), ">u8").astype(np.uint64)


def content_keys(source: str, rows: pa.Table) -> Keys:
    """64 bits of format, day, both names and the code, one a row: records that agree in them report one thing."""
    source_key = np.full(len(rows), _hashed(source))
    columns = (_days_of(rows), rows["actor_name"], rows["recipient_name"], _code(rows))
    return _mixed([source_key, *map(_column_key, columns)])


def act_keys(rows: pa.Table) -> Keys:
    """64 bits of day, the two sides and the code, one a row: records of one act have one, whoever reports or does it.

    A side is its code, so that two officials of a state are one side; where both are of one state or one is unknown it
    is code and name. Where the act is mutual (CONSULT, a signed agreement) the order of the sides does not count.

    Args:
        rows: columns of IMPORTED.
    """
    actor, recipient = rows["actor"], rows["recipient"]
    two_states = pc.and_(pc.not_equal(actor, recipient), pc.and_(pc.not_equal(actor, ""), pc.not_equal(recipient, "")))
    sides = [
        _column_key(pc.if_else(two_states, code, pc.binary_join_element_wise(code, rows[f"{side}_name"], "\x1f")))
        for side, code in (("actor", actor), ("recipient", recipient))
    ]
    code = _code(rows)
    for received, made in _VISITS.items():
        code = pc.if_else(pc.equal(code, received), made, code)
    mutual = pc.or_(pc.equal(rows["event_type"], "CONSULT"), pc.equal(rows["cameo"], SIGNED_BY_BOTH))
    swapped = mutual.to_numpy(zero_copy_only=False) & (sides[0] > sides[1])
    first, second = np.where(swapped, sides[1], sides[0]), np.where(swapped, sides[0], sides[1])
    return _mixed([_column_key(_days_of(rows)), first, second, _column_key(code)])


def as_hex(keys: Keys) -> pa.Array:
    """Strings of 16 hexadecimal digits."""
    text = keys.astype(">u8").tobytes().hex().encode()
    ends = np.arange(len(keys) + 1, dtype=np.int32) * 16
    return pa.StringArray.from_buffers(len(keys), pa.py_buffer(ends.tobytes()), pa.py_buffer(text))


def from_hex(ids: Any) -> Keys:
    """The keys behind such strings."""
    return np.frombuffer(bytes.fromhex("".join(ids.to_pylist())), ">u8").astype(np.uint64)


def _code(rows: pa.Table) -> Any:
    """The CAMEO code, else PLOVER's type and mode."""
    named = pc.binary_join_element_wise(rows["event_type"], rows["mode"], "/")
    return pc.if_else(pc.equal(rows["cameo"], ""), named, rows["cameo"])


def _days_of(rows: pa.Table) -> Any:
    return rows["date_start"].cast(pa.int32()).cast(pa.string())


def _dates(column: Any) -> Any:
    return column.cast(pa.string())


def _text(column: Any) -> Any:
    return pc.fill_null(column, "")


def _column_key(column: Any) -> Keys:
    """64 bits of each string, hashed once for each distinct one."""
    whole = column.combine_chunks() if isinstance(column, pa.ChunkedArray) else column
    codes = whole.dictionary_encode()
    hashed = np.array([_hashed(value) for value in codes.dictionary.to_pylist()], np.uint64)
    return hashed[codes.indices.to_numpy()] if len(hashed) else np.zeros(0, np.uint64)


def _hashed(value: str) -> np.uint64:
    return np.uint64(int.from_bytes(hashlib.sha256(value.encode()).digest()[:8], "big"))


def _mixed(columns: list[Keys]) -> Keys:
    """One key of several, in which their order counts (the finaliser of SplitMix64 after each)."""
    mixed = np.zeros(len(columns[0]), np.uint64)
    with np.errstate(over="ignore"):
        for column in columns:
            mixed = mixed * _ODD + column
            mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
            mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
            mixed = mixed ^ (mixed >> np.uint64(31))
    return mixed
