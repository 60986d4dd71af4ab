"""The kind of a file is told by its content first and its name second."""

import pytest

from detente.errors import ReadError
from detente.read.kinds import kind_of


@pytest.mark.parametrize(
    ("head", "name", "kind"),
    [
        (b"%PDF-1.7\n", "a.txt", "pdf"),
        (b"PK\x03\x04...", "a", "docx"),
        (b"WARC/1.0\r\n", "a.txt", "warc"),
        (b"<!DOCTYPE html><html>", "a.txt", "html"),
        (b"<?xml version='1.0'?><html xmlns='x'><head></head>", "a", "html"),
        (b"<p>Only a fragment.</p>", "a", "html"),
        (b"<?xml version='1.0'?>\n<rss version='2.0'>", "a.xml", "feed"),
        (b"<feed xmlns='http://www.w3.org/2005/Atom'>", "a.html", "feed"),
        (b"<rdf:RDF xmlns:rdf='x'>", "a", "feed"),
        (b"---\ntitle: A\n---\nText", "a.txt", "md"),
        (b'{"text": "A"}\n{"text": "B"}', "-", "jsonl"),
        (b"date,title,text\n2020-01-01,a,b", "-", "csv"),
        (b"date\ttext\n", "-", "tsv"),
        (b"Norway, Sweden and Finland, text of the treaty", "-", "txt"),
        (b"plain", "a.csv", "csv"),
        (b"plain", "a.MD", "md"),
        (b"plain", "a.unknown", "txt"),
        (b"broken {", "a.jsonl", "jsonl"),
        ("Ünïcode".encode("utf-16"), "a.txt", "txt"),
        ("Only Latin text".encode("utf-16-le"), "a.txt", "txt"),
        (b"text", "https://example.org/data.csv?x=1.pdf", "csv"),
    ],
)
def test_kinds(head, name, kind):
    assert kind_of(name, head, name) == kind


@pytest.mark.parametrize(
    ("head", "name", "reason"),
    [
        (b"\x89PNG\r\n\x1a\n", "a.txt", "an image, which is not read"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a.doc", "an old Word, Excel or PowerPoint file, which is not read"),
        (b"{\\rtf1", "a.docx", "an RTF file, which is not read"),
        (b"\x00\x01\x02\x03" * 50, "a.txt", "binary data, not text although its name ends in .txt"),
        (b"no pdf at all", "a.pdf", "not a .pdf file inside, but plain text"),
        (b"body { color: red }", "a.css", "a .css file, which is not a document"),
        (b"<?xml version='1.0'?><invoice/>", "a.xml", "XML that is neither a feed nor a page, which is not read"),
    ],
)
def test_what_is_not_read_is_named(head, name, reason):
    with pytest.raises(ReadError) as caught:
        kind_of(name, head, name)
    assert caught.value.reason == reason
    assert caught.value.remedy


def test_a_servers_media_type_counts_where_the_name_says_nothing():
    assert kind_of("https://x.org/feed", b"text,b\n", "https://x.org/feed", "text/csv") == "csv"
