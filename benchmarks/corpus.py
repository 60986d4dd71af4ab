"""A synthetic corpus: documents in every format that detente reads, and bad ones among them.

    python benchmarks/corpus.py FOLDER [N_DOCUMENTS] [SEED]

The sentences are made from patterns and mean nothing; no document is a near-duplicate of another by design.
"""

from __future__ import annotations

import csv
import gzip
import io
import json
import random
import sys
import zipfile
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from html import escape
from pathlib import Path

STATES = ("South Korea", "Japan", "China", "North Korea", "Russia", "Ukraine", "France", "Germany", "India", "Pakistan",
          "Israel", "Iran", "Turkey", "Greece", "Australia", "Vietnam", "the Philippines", "Poland")  # fmt: skip
ACTS = ("imposed sanctions on", "condemned", "signed an agreement with", "held talks with", "threatened", "thanked",
        "accused", "sent humanitarian aid to", "expelled diplomats from", "welcomed the decision of",
        "protested against", "suspended cooperation with", "rejected the demands of", "apologised to")  # fmt: skip
FILLERS = ("trade", "fisheries", "the border", "energy", "shipping", "visas", "security", "the climate", "research",
           "tourism", "steel", "grain", "rail links", "satellites", "patents", "water", "migration")  # fmt: skip
SHARES = {"txt": 0.25, "md": 0.15, "html": 0.2, "docx": 0.075, "pdf": 0.075,
          "jsonl": 0.1, "csv": 0.05, "rss": 0.05, "warc": 0.05}  # fmt: skip


def main() -> None:
    """Write a corpus to the folder named on the command line."""
    folder = Path(sys.argv[1])
    n_documents = int(sys.argv[2]) if len(sys.argv) > 2 else 2000
    bad = write_corpus(folder, n_documents, int(sys.argv[3]) if len(sys.argv) > 3 else 1)
    print(f"{n_documents} documents and {len(bad)} bad files in {folder}")


def write_corpus(folder: Path, n_documents: int, seed: int) -> list[str]:
    """Write `n_documents` good documents and 20 bad files.

    Returns:
        Paths of the bad files, relative to `folder`.
    """
    random_source = random.Random(seed)
    counts = {kind: int(n_documents * share) for kind, share in SHARES.items()}
    counts["txt"] += n_documents - sum(counts.values())
    for kind in ("txt", "md", "html", "docx", "pdf"):
        (folder / kind).mkdir(parents=True, exist_ok=True)
        for number in range(counts[kind]):
            write_one = SINGLE[kind]
            write_one(folder / kind / f"{number:05d}.{kind}", article(random_source))
    for kind, write_many in CONTAINERS.items():
        write_many(folder, [article(random_source) for _ in range(counts[kind])])
    return write_bad(folder / "bad", random_source)


def article(random_source: random.Random) -> tuple[str, date, list[str]]:
    """(title, publication date, paragraphs) of one made-up dispatch."""
    published = date(2015, 1, 1) + timedelta(days=random_source.randrange(3600))
    paragraphs = [
        " ".join(sentence(random_source, published) for _ in range(random_source.randint(3, 6)))
        for _ in range(random_source.randint(3, 7))
    ]
    a, b = random_source.sample(STATES, 2)
    return f"{a} and {b} over {random_source.choice(FILLERS)}", published, paragraphs


def sentence(random_source: random.Random, published: date) -> str:
    """One made-up sentence; about half of them tell an act between two states."""
    a, b = random_source.sample(STATES, 2)
    topic, other = random_source.sample(FILLERS, 2)
    number = random_source.randint(2, 9999)
    day = (published - timedelta(days=random_source.randrange(9))).strftime("%-d %B %Y")
    head = a[0].upper() + a[1:]
    return random_source.choice(
        (
            f"{head} {random_source.choice(ACTS)} {b} over {topic} on {day}.",
            f"{head} {random_source.choice(ACTS)} {b} because of {topic} and {other}, officials said.",
            f"The figures for {topic} rose by {number} in that year, while those for {other} fell.",
            f"Analysts counted {number} reports about {topic} and found little about {other}.",
        )
    )


def _txt(path: Path, item: tuple[str, date, list[str]]) -> None:
    path.write_text("\n\n".join([item[0], *item[2]]) + "\n", "utf-8")


def _md(path: Path, item: tuple[str, date, list[str]]) -> None:
    head = f'---\ntitle: "{item[0]}"\npublished: {item[1]}\n---\n\n'
    path.write_text(head + "\n\n".join(item[2]) + "\n", "utf-8")


def _html(path: Path, item: tuple[str, date, list[str]]) -> None:
    path.write_bytes(page(item))


def page(item: tuple[str, date, list[str]]) -> bytes:
    """An HTML page with navigation and a footer around the article."""
    body = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in item[2])
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{escape(item[0])}</title>'
        f'<meta property="article:published_time" content="{item[1]}T08:00:00Z"></head><body>'
        f"<nav><a href='/'>Home</a> <a href='/world'>World</a></nav><article><h1>{escape(item[0])}</h1>{body}</article>"
        "<footer>Subscribe to our newsletter</footer></body></html>"
    ).encode()


def _docx(path: Path, item: tuple[str, date, list[str]]) -> None:
    from docx import Document

    document = Document()
    document.add_heading(item[0], 0)
    for paragraph in item[2]:
        document.add_paragraph(paragraph)
    document.save(str(path))


def _pdf(path: Path, item: tuple[str, date, list[str]]) -> None:
    path.write_bytes(pdf_bytes([item[0], *item[2]]))


def pdf_bytes(paragraphs: list[str]) -> bytes:
    """A one-page PDF with the paragraphs as wrapped lines of Helvetica."""
    lines: list[str] = []
    for paragraph in paragraphs:
        line = ""
        for word in paragraph.split():
            if len(line) + len(word) > 95:
                lines.append(line)
                line = ""
            line = f"{line} {word}".strip()
        lines += [line, ""]
    shown = "".join(f"({_pdf_text(line)}) Tj T*\n" for line in lines)
    content = f"BT /F1 9 Tf 11 TL 40 1160 Td\n{shown}ET".encode("latin-1")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 1200] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n" % len(content) + content + b"\nendstream",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, value in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + value + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table
    return out + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)


def _pdf_text(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def _jsonl(folder: Path, items: list[tuple[str, date, list[str]]]) -> None:
    lines = [json.dumps({"title": t, "published": str(day), "text": "\n\n".join(body)}) for t, day, body in items]
    (folder / "records.jsonl").write_text("\n".join(lines) + "\n", "utf-8")


def _csv(folder: Path, items: list[tuple[str, date, list[str]]]) -> None:
    with (folder / "records.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(["title", "published", "text"])
        writer.writerows([title, day, "\n\n".join(body)] for title, day, body in items)


def _rss(folder: Path, items: list[tuple[str, date, list[str]]]) -> None:
    entries = "".join(
        f"<item><title>{escape(title)}</title><pubDate>{day.strftime('%a, %d %b %Y')} 08:00:00 GMT</pubDate>"
        f"<link>https://example.org/{number}</link><description>{escape(' '.join(body))}</description></item>"
        for number, (title, day, body) in enumerate(items)
    )
    feed = f'<?xml version="1.0"?><rss version="2.0"><channel><title>Wire</title>{entries}</channel></rss>'
    (folder / "feed.xml").write_text(feed, "utf-8")


def _warc(folder: Path, items: list[tuple[str, date, list[str]]]) -> None:
    pages = [(f"https://example.org/page/{number}", page(item)) for number, item in enumerate(items)]
    (folder / "pages.warc.gz").write_bytes(b"".join(warc_records(pages)))


def warc_records(pages: list[tuple[str, bytes]]) -> Iterator[bytes]:
    """Gzipped WARC response records of (address, HTML)."""
    for number, (address, body) in enumerate(pages):
        http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{number:012d}>\r\n"
            f"WARC-Target-URI: {address}\r\nWARC-Date: 2022-01-01T00:00:00Z\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
        )
        yield gzip.compress(head.encode() + http + b"\r\n\r\n", mtime=0)


SINGLE: dict[str, Callable[[Path, tuple[str, date, list[str]]], None]] = {
    "txt": _txt,
    "md": _md,
    "html": _html,
    "docx": _docx,
    "pdf": _pdf,
}
CONTAINERS: dict[str, Callable[[Path, list[tuple[str, date, list[str]]]], None]] = {
    "jsonl": _jsonl,
    "csv": _csv,
    "rss": _rss,
    "warc": _warc,
}


def write_bad(folder: Path, random_source: random.Random) -> list[str]:
    """Write 20 files that cannot be read whole.

    Returns:
        Their paths, relative to the folder above.
    """
    folder.mkdir(parents=True, exist_ok=True)
    noise = bytes(random_source.randrange(256) for _ in range(40_000))
    good_pdf = pdf_bytes(["Nothing to see here."])
    docx = io.BytesIO()
    _docx_to(docx)
    entities = '<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa">' + "".join(
        f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)
    )
    contents: dict[str, bytes] = {
        "truncated.pdf": good_pdf[:200],
        "no-text.pdf": pdf_bytes([]),
        "noise.pdf": b"%PDF-1.7\n" + noise,
        "wrong-encoding.txt": noise,
        "empty.txt": b"",
        "blank.md": b" \n\t\n \n",
        "one-line.txt": b"word " * 10_000_000,
        "bomb.docx": _zip_bomb(),
        "truncated.docx": docx.getvalue()[: len(docx.getvalue()) // 2],
        "no-zip.docx": b"PK\x03\x04" + noise[:2000],
        "broken-lines.jsonl": b'{"text": "Japan thanked India for'
        b' its help with the tunnel in May."}\n{"text": \n\nnot json\n',
        "all-broken.jsonl": b"{{{\n}}}\n",
        "no-text-column.csv": b"a,b\n1,2\n3,4\n",
        "traversal.warc.gz": b"".join(warc_records([("file:///../../etc/passwd", b"<html></html>")])),
        "truncated.warc.gz": b"".join(warc_records([("https://example.org/x", b"<p>text</p>" * 99)]))[:80],
        "entities.xml": (entities + "]><rss><channel><item><title>&j;</title></item></channel></rss>").encode(),
        "gzip-bomb.txt.gz": gzip.compress(b"\0" * 300_000_000, mtime=0),
        "empty.html": b"<html><head><title>x</title></head><body></body></html>",
        "table.xlsx": b"PK\x03\x04" + noise[:3000],
        "picture.png": b"\x89PNG\r\n\x1a\n" + noise[:3000],
    }
    for name, content in contents.items():
        (folder / name).write_bytes(content)
    return [f"{folder.name}/{name}" for name in contents]


def _docx_to(stream: io.BytesIO) -> None:
    from docx import Document

    document = Document()
    document.add_paragraph("A paragraph.")
    document.save(stream)


def _zip_bomb() -> bytes:
    """A docx whose main part expands to 400 MB of zeros."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open("word/document.xml", "w") as part:
            for _ in range(400):
                part.write(b"\0" * 1_000_000)
    return stream.getvalue()


if __name__ == "__main__":
    main()
