"""Readers as a user calls them, and PDF files made by hand."""

import pytest

from detente.read.documents import read_documents
from detente.schema.document import Document
from detente.schema.rejected import Rejected
from detente.settings import ReadSettings


@pytest.fixture
def read(tmp_path):
    """Writes `content` to a file of that name and returns (documents, rejected)."""

    def run(name, content=None, **settings):
        path = tmp_path / name
        if content is not None:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return split(read_documents([str(path)], ReadSettings(**settings)))

    return run


@pytest.fixture
def read_inputs():
    """Reads inputs as given and returns (documents, rejected)."""
    return lambda inputs, **settings: split(read_documents(inputs, ReadSettings(**settings)))


def split(found):
    documents, rejected = [], []
    for item in found:
        (documents if isinstance(item, Document) else rejected).append(item)
    assert all(isinstance(item, Rejected) and item.reason for item in rejected)
    return documents, rejected


@pytest.fixture
def make_pdf():
    """A PDF from pages of (x, y, size, text) lines in Helvetica, points from the lower left corner."""

    def build(pages, info=None):
        objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
        kids = []
        for lines in pages:
            stream = "\n".join(
                f"BT /F1 {size} Tf {x} {y} Td ({escaped(text)}) Tj ET" for x, y, size, text in lines
            ).encode("latin-1")
            objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
            kids.append(len(objects) + 1)
            objects.append(
                b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents %d 0 R "
                b"/Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
            )
        listed = " ".join(f"{kid} 0 R" for kid in kids).encode()
        objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (listed, len(kids))
        trailer = b""
        if info:
            fields = " ".join(f"/{key} ({escaped(value)})" for key, value in info.items()).encode("latin-1")
            objects.append(b"<< %s >>" % fields)
            trailer = b" /Info %d 0 R" % len(objects)
        out, offsets = bytearray(b"%PDF-1.4\n"), []
        for number, body in enumerate(objects, 1):
            offsets.append(len(out))
            out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
        xref = len(out)
        out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
        out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
        out += b"trailer\n<< /Size %d /Root 1 0 R%s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, xref)
        return bytes(out)

    return build


def escaped(text):
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
