"""WARC archives: one document a page; names in the archive are never paths."""

import gzip
import hashlib
import io
import os

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

PAGE = (
    b"<html><head><title>Oslo pact</title></head><body><article><h1>Oslo pact</h1>"
    b"<p>Norway and Sweden signed an agreement on joint air defence in Oslo on Monday.</p>"
    b"<p>Russia criticised the agreement at once and recalled its ambassador from there.</p></article></body></html>"
)


def warc(*records, packed=True):
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=packed)
    writer._create_temp_file = io.BytesIO  # its own temporary files are left unclosed
    writer.write_record(writer.create_warcinfo_record("../../../etc/cron.d/evil", {"software": "test"}))
    for url, body, headers in records:
        status = StatusAndHeaders(headers.pop("status", "200 OK"), list(headers.items()), protocol="HTTP/1.1")
        record = writer.create_warc_record(
            url,
            "response",
            payload=io.BytesIO(body),
            http_headers=status,
            warc_headers_dict={"WARC-Date": "2023-05-09T00:00:00Z"},
        )
        writer.write_record(record)
    return out.getvalue()


HTML = {"Content-Type": "text/html; charset=utf-8"}


@pytest.mark.parametrize("packed", [True, False])
def test_pages_are_read_and_the_rest_is_counted(read, packed):
    content = warc(
        ("https://www.example.org/2023/05/07/oslo", PAGE, dict(HTML)),
        ("https://www.example.org/a.png", b"\x89PNG", {"Content-Type": "image/png"}),
        ("https://www.example.org/gone", b"gone", {"status": "404 Not Found", "Content-Type": "text/html"}),
        packed=packed,
    )
    (document,), (rejected,) = read("a.warc.gz" if packed else "a.warc", content)
    assert (document.title, document.publisher, document.reader) == ("Oslo pact", "example.org", "html/1")
    assert (str(document.published), document.published_basis) == ("2023-05-07", "url")
    assert document.source.endswith("#2")
    assert document.document_id == hashlib.sha256(PAGE).hexdigest()
    assert rejected.reason == "2 records that are not pages: image/png 1, answer 404 1"


def test_a_name_that_climbs_out_of_the_folder_is_only_a_name(read, tmp_path):
    before = sorted(os.listdir(tmp_path.parent))
    (document,), _ = read("a.warc", warc(("file:///../../../../etc/passwd", PAGE, dict(HTML)), packed=False))
    assert "Norway and Sweden" in document.text
    assert sorted(os.listdir(tmp_path.parent)) == before
    assert os.listdir(tmp_path) == ["a.warc"]


def test_compressed_answers_are_expanded_and_bombs_are_refused(read):
    content = warc(
        ("https://example.org/a", gzip.compress(PAGE), HTML | {"Content-Encoding": "gzip"}),
        ("https://example.org/b", gzip.compress(b"a" * 30_000_000), HTML | {"Content-Encoding": "gzip"}),
        ("https://example.org/c", PAGE.replace(b"Oslo", b"Bergen"), dict(HTML)),
    )
    documents, (rejected,) = read("a.warc.gz", content)
    assert [document.title for document in documents] == ["Oslo pact", "Bergen pact"]
    assert rejected.reason == "a page of more than 10,000,000 bytes"
    assert rejected.source.endswith("#3")


def test_the_day_of_the_crawl_is_no_publication_date(read):
    page = PAGE.replace(b"<body>", b"<body><header><time datetime='2023-05-09'>9 May 2023</time></header>")
    (document,), _ = read("a.warc", warc(("https://example.org/x", page, dict(HTML)), packed=False))
    assert (document.published, document.published_basis) == (None, "none")


def test_a_cut_off_archive_gives_what_it_holds_or_a_reason(read):
    whole = warc(
        ("https://example.org/a", PAGE, dict(HTML)), ("https://example.org/b", PAGE + b" ", dict(HTML)), packed=False
    )
    documents, rejected = read("a.warc", whole[: len(whole) - 700])
    assert documents[0].title == "Oslo pact"
    documents, rejected = read("b.warc.gz", gzip.compress(whole)[:300])
    assert documents == []
    assert rejected[0].reason == "compressed data that is cut off before its end"


def test_an_archive_without_pages_is_rejected(read):
    _, (rejected,) = read("a.warc", warc(packed=False))
    assert rejected.reason == "an archive without pages"


def test_garbage_after_the_mark_gives_a_reason(read):
    documents, rejected = read("a.warc", b"WARC/1.0\r\n" + b"x: y\r\n" * 10 + b"\r\n" + b"text " * 1000)
    assert documents == []
    assert rejected
