"""Compressed files of the text kinds, within a ratio and a size."""

import gzip
import hashlib
import json

import pytest

TEXT = "Norway and Sweden signed an agreement on joint air defence in Oslo on Monday."


@pytest.mark.parametrize(
    ("name", "content", "reader"),
    [
        ("a.txt.gz", TEXT, "txt/1"),
        ("2023-05-07-a.md.gz", f"# Oslo\n\n{TEXT}", "md/1"),
        ("a.html.gz", f"<html><body><p>{TEXT}</p><p>{TEXT}</p></body></html>", "html/1"),
        ("a.jsonl.gz", json.dumps({"text": TEXT}), "jsonl/1"),
        ("a.csv.gz", f"id,text\n1,{TEXT}\n", "csv/1"),
        ("no-suffix", TEXT, "txt/1"),
    ],
)
def test_compressed_files_are_read_by_what_they_hold(read, name, content, reader):
    (document,), rejected = read(name, gzip.compress(content.encode()))
    assert rejected == []
    assert document.reader == reader
    assert TEXT in document.text


def test_identity_is_of_the_compressed_bytes(read):
    raw = gzip.compress(TEXT.encode(), mtime=0)
    (document,), _ = read("a.txt.gz", raw)
    assert document.document_id == hashlib.sha256(raw).hexdigest()


def test_several_members_are_joined_and_padding_is_allowed(read):
    raw = gzip.compress(f"{TEXT}\n\n".encode()) + gzip.compress(b"Russia criticised it at once.") + b"\0" * 100
    (document,), _ = read("a.txt.gz", raw)
    assert document.text == f"{TEXT}\n\nRussia criticised it at once."


@pytest.mark.parametrize(
    ("raw", "settings", "reason"),
    [
        (gzip.compress(b"word " * 2_000_000), {}, "expands more than 200 times (a decompression bomb?)"),
        (gzip.compress(b"word " * 2_000_000), {"max_expanded_bytes": 10_000}, "expands to more than 10,000 bytes"),
        (gzip.compress(TEXT.encode())[:40], {}, "compressed data that is cut off before its end"),
        (gzip.compress(b""), {}, "the compressed file holds nothing"),
        (b"\x1f\x8b\x08\x00garbage that is no gzip data at all", {}, "damaged compressed data"),
        (gzip.compress(gzip.compress(TEXT.encode())), {}, "a gzip archive inside another, which is not read"),
    ],
)
def test_bombs_and_damage_are_refused(read, raw, settings, reason):
    documents, (rejected,) = read("a.txt.gz", raw, **settings)
    assert documents == []
    assert rejected.reason.startswith(reason)
