"""WARC archives of web crawls: one document a page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from detente.errors import EmptyInput, ReadError
from detente.read.content import Content
from detente.read.draft import Draft, identity
from detente.read.published import parse_date
from detente.schema.rejected import Rejected

if TYPE_CHECKING:
    from detente.settings import ReadSettings

NAME = "warc/1"
_PAGES = ("text/html", "application/xhtml+xml", "text/plain")


def read_archive(content: Content, settings: ReadSettings) -> Iterator[Draft | Rejected]:
    """One document a response (or resource) record that holds a page or plain text.

    Names in the archive are never used as paths. `document_id` is the sha256 of the page, so that the same page has
    the same identity in an archive and as a file. Records of other types are counted and listed once.

    Raises:
        EmptyInput: if no record holds a page.
    """
    from warcio.archiveiterator import ArchiveIterator

    content.stream.seek(0)
    others: Counter[str] = Counter()
    number = n_pages = 0
    records = iter(ArchiveIterator(content.stream, no_record_parse=False, ensure_http_headers=False))
    while True:
        try:
            record = next(records, None)
            if record is None:
                break
            number += 1
            found = _page(record, f"{content.source}#{number}", settings, others)
        except ReadError as error:
            n_pages += 1
            yield Rejected(error.source, "record", error.reason, error.remedy)
            continue
        except Exception as error:  # warcio and its decoders raise many kinds
            reason = f"a damaged archive after record {number} ({type(error).__name__}: {str(error)[:100]})"
            yield Rejected(content.source, "record", reason, "Fetch or copy the archive again")
            n_pages += 1
            break
        if found is not None:
            n_pages += 1
            yield found
    if others:
        listed = ", ".join(f"{kind} {count}" for kind, count in others.most_common(8))
        yield Rejected(content.source, "record", f"{others.total()} records that are not pages: {listed}")
    if not n_pages:
        raise EmptyInput(content.source, "an archive without pages", "Check the file")


def _page(record: Any, source: str, settings: ReadSettings, others: Counter[str]) -> Draft | None:
    from warcio.statusandheaders import StatusAndHeadersParser

    from detente.read.page import MAX_PAGE_BYTES, page_draft

    if record.rec_type not in ("response", "resource", "conversion"):
        return None
    stated = record.rec_headers.get_header("Content-Type") or ""
    if record.http_headers is None and stated.startswith("application/http"):
        # warcio looks for the HTTP head only where the address is http; here the record says so itself
        record.http_headers = StatusAndHeadersParser(["HTTP/1.0", "HTTP/1.1", "HTTP/2"]).parse(record.raw_stream)
    http = record.http_headers
    declared = (http.get_header("Content-Type") or "") if http else stated
    media = declared.partition(";")[0].strip().lower()
    status = http.get_statuscode() if http else "200"
    if status[:1] != "2":
        others[f"answer {status}"] += 1
        return None
    if media not in _PAGES:
        others[media[:60] or "without a type"] += 1
        return None
    body = record.content_stream().read(MAX_PAGE_BYTES + 1)
    if len(body) > MAX_PAGE_BYTES:
        raise ReadError(source, f"a page of more than {MAX_PAGE_BYTES:,} bytes", "Give it as a file, split")
    if not body.strip():
        raise EmptyInput(source, "an empty page", "Crawl it again")
    address = record.rec_headers.get_header("WARC-Target-URI") or ""
    crawled = parse_date(record.rec_headers.get_header("WARC-Date") or "")
    charset = declared.lower().partition("charset=")[2].split(";")[0].strip("\"' ")
    if media == "text/plain":
        return _plain(body, source, address, charset, crawled)
    return page_draft(body, source, identity(body), address, charset, crawled, settings)


def _plain(body: bytes, source: str, address: str, charset: str, crawled: date | None) -> Draft:
    from detente.read.encoding import decode_text
    from detente.read.lines import line_paragraphs
    from detente.read.plain import first_line_title

    paragraphs = line_paragraphs(decode_text(source, body, charset))
    return Draft(
        identity(body),
        source,
        NAME,
        paragraphs,
        title=first_line_title(paragraphs),
        address=address,
        crawled=crawled,
    )
