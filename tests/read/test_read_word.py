"""Word files: text and properties; other archives, bombs and damage give a reason."""

import io
import zipfile
from datetime import datetime

import docx
import pytest

FIRST = "Norway and Sweden signed an agreement on joint air defence in Oslo on Monday."
SECOND = "Russia criticised the agreement at once and said that it would recall its ambassador."


def saved(file):
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()


def archive(members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, content in members.items():
            zipped.writestr(name, content)
    return out.getvalue()


def test_text_headings_tables_and_properties(read):
    file = docx.Document()
    file.core_properties.title, file.core_properties.author = "Oslo pact", "Anna Berg"
    file.core_properties.created = datetime(2023, 5, 7, 12)
    file.add_heading("Oslo pact", 1)
    file.add_paragraph(FIRST)
    table = file.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Norway bought ships.", "Sweden bought aircraft."
    file.add_paragraph(SECOND)
    (document,), rejected = read("a.docx", saved(file))
    assert rejected == []
    assert (document.title, document.author, document.reader) == ("Oslo pact", "Anna Berg", "docx/1")
    assert (str(document.published), document.published_basis) == ("2023-05-07", "metadata")
    assert document.text.split("\n\n") == [
        "Oslo pact", FIRST, "Norway bought ships.", "Sweden bought aircraft.", SECOND,
    ]  # fmt: skip


def test_a_template_is_neither_author_nor_date(read):
    file = docx.Document()
    file.add_paragraph(FIRST)
    (document,), _ = read("a.docx", saved(file))
    assert (document.author, document.published) == ("", None)


def test_inserted_text_is_read_and_deleted_text_is_not(read):
    file = docx.Document()
    paragraph = file.add_paragraph("Norway ")
    inner = (
        '<w:ins xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:r>'
        "<w:t>signed the pact in Oslo.</w:t></w:r></w:ins>"
    )
    gone = '<w:del xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:r><w:delText>left</w:delText></w:r></w:del>'
    from docx.oxml import parse_xml

    paragraph._p.append(parse_xml(gone))
    paragraph._p.append(parse_xml(inner))
    (document,), _ = read("a.docx", saved(file))
    assert document.text == "Norway signed the pact in Oslo."


@pytest.mark.parametrize(
    ("members", "reason"),
    [
        ({"xl/workbook.xml": "<x/>", "[Content_Types].xml": "<x/>"}, "an Excel workbook, which is not read"),
        ({"ppt/presentation.xml": "<x/>"}, "a PowerPoint file, which is not read"),
        ({"content.xml": "<x/>", "mimetype": "x"}, "an OpenDocument file, which is not read"),
        ({"notes.txt": "Norway", "../../evil.txt": "x"}, "a ZIP archive, not a Word file"),
        ({"word/document.xml": "<broken", "[Content_Types].xml": "<x/>"}, "a damaged Word file"),
        ({"word/document.xml": " " * 50_000_000}, "an archive that expands more than 200 times"),
    ],
)
def test_other_archives_are_named(read, members, reason):
    documents, (rejected,) = read("a.docx", archive(members))
    assert documents == []
    assert rejected.reason.startswith(reason)
    assert rejected.remedy


def test_a_bomb_is_refused_by_its_size_before_it_is_opened(read):
    bomb = archive({"word/document.xml": "<a>" + "x" * 30_000_000 + "</a>", "word/media/a.bin": b"\0" * 40_000_000})
    _, (rejected,) = read("a.docx", bomb, max_expanded_bytes=60_000_000)
    assert rejected.reason == "an archive that expands to 70,000,007 bytes, more than the 60,000,000 allowed"
    _, (rejected,) = read("b.docx", bomb, max_ratio=1e6)
    assert rejected.reason == "a part of 30,000,007 bytes; at most 20,000,000 are read"


def test_a_cut_off_or_empty_file_is_rejected(read):
    file = docx.Document()
    whole = saved(file)
    assert read("a.docx", whole[: len(whole) // 2])[1][0].reason.startswith("a damaged ZIP archive")
    assert read("b.docx", whole)[1][0].reason == "the Word file holds no text"


def test_entities_in_the_xml_are_not_expanded(read):
    file = docx.Document()
    file.add_paragraph(FIRST)
    parts = {}
    with zipfile.ZipFile(io.BytesIO(saved(file))) as zipped:
        for name in zipped.namelist():
            parts[name] = zipped.read(name)
    declared = b'<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY f SYSTEM "file:///etc/hostname">]>'
    xml = parts["word/document.xml"].replace(b"<w:document", declared + b"<w:document", 1)
    parts["word/document.xml"] = xml.replace(b"in Oslo", b"in &a;&f; Oslo")
    documents, rejected = read("a.docx", archive(parts))
    assert rejected or "aaaaaaaaaa" not in documents[0].text
