"""PDF: paragraphs rebuilt, running heads and hyphens gone; bad files give a reason."""

import zlib
from datetime import date

LEFT, SIZE, STEP = 72, 11, 14


def lines(texts, top=700):
    return [(LEFT, top - STEP * index, SIZE, text) for index, text in enumerate(texts)]


BODY = [
    ["Norway and Sweden signed an agreement on joint air defence in Oslo on the", "first Monday of May. Their govern-",
     "ments said that it would begin in the autumn."],
    ["Russia criticised the agreement at once. Its foreign ministry called the",
     "US-", "Norwegian part of it a danger."],
]  # fmt: skip


def test_one_page_with_title_author_and_date(read, make_pdf):
    info = {"Title": "Oslo pact", "Author": "Anna Berg", "CreationDate": "D:20230507120000+02'00'"}
    (document,), rejected = read("a.pdf", make_pdf([lines(BODY[0]) + lines(BODY[1], top=600)], info))
    assert rejected == []
    assert (document.title, document.author, document.reader) == ("Oslo pact", "Anna Berg", "pdf/1")
    assert (document.published, document.published_basis) == (date(2023, 5, 7), "metadata")
    assert document.text.split("\n\n") == [
        "Norway and Sweden signed an agreement on joint air defence in Oslo on the first Monday of May. Their "
        "governments said that it would begin in the autumn.",
        "Russia criticised the agreement at once. Its foreign ministry called the US-Norwegian part of it a danger.",
    ]


def test_running_heads_and_page_numbers_are_gone(read, make_pdf):
    countries = ["Norway", "Sweden", "Finland", "Denmark", "Iceland"]
    pages = []
    for number in range(1, 6):
        head = [(LEFT, 760, 9, f"Example Review, volume {number}"), (300, 30, 9, f"- {number} -")]
        country = countries[number - 1]
        texts = [f"{country} said in Oslo on Monday that it would join the new pact of the north,", f"which {country}"]
        ends = [
            "wants soon.",
            "waited for.",
            "has long feared.",
            "turned down twice.",
            "has wanted for long and Iceland",
        ]
        body = lines([*texts, ends[number - 1]])
        body += lines(["will sign it in the autumn."], top=658) if number == 5 else []
        pages.append([head[0], *body, head[1]])
    (document,), _ = read("a.pdf", make_pdf(pages))
    assert "Example Review" not in document.text
    assert "- 3 -" not in document.text
    paragraphs = document.text.split("\n\n")
    assert len(paragraphs) == 5
    assert (
        paragraphs[1]
        == "Sweden said in Oslo on Monday that it would join the new pact of the north, which Sweden waited for."
    )
    assert paragraphs[4].endswith("which Iceland has wanted for long and Iceland will sign it in the autumn.")


def test_a_sentence_goes_on_over_the_page(read, make_pdf):
    pages = [
        lines([*BODY[0][:1], "first Monday of May, and their"]),
        lines(["governments said that it would begin soon."]),
    ]
    (document,), _ = read("a.pdf", make_pdf(pages))
    assert document.text.endswith("on the first Monday of May, and their governments said that it would begin soon.")


def test_the_day_of_printing_is_no_publication_date(read, make_pdf):
    info = {"CreationDate": f"D:{date.today():%Y%m%d}120000"}
    (document,), _ = read("a.pdf", make_pdf([lines(BODY[0])], info))
    assert (document.published, document.published_basis) == (None, "none")


def test_a_compound_that_the_document_writes_with_a_hyphen_keeps_it(read, make_pdf):
    texts = ["The long-term plan of Norway was signed in Oslo on the first Monday of the long-", "term talks in May."]
    (document,), _ = read("a.pdf", make_pdf([lines(texts)]))
    assert document.text.endswith("of the long-term talks in May.")


def test_a_cut_off_pdf_gives_a_reason(read, make_pdf):
    whole = make_pdf([lines(BODY[0])] * 3)
    for share in (0.1, 0.3, 0.5, 0.7):
        documents, rejected = read("a.pdf", whole[: int(len(whole) * share)])
        assert documents or "PDF" in rejected[0].reason or "cut off" in rejected[0].reason
        assert bool(documents) != bool(rejected)
    documents, (rejected,) = read("a.pdf", whole[:200])
    assert documents == []
    assert rejected.remedy


def test_a_pdf_without_text_is_said_to_be_a_scan(read, make_pdf):
    documents, (rejected,) = read("a.pdf", make_pdf([[], []]))
    assert documents == []
    assert rejected.reason == "no text in 2 pages (scanned pictures?)"
    assert "OCR" in rejected.remedy


def test_a_stream_that_is_a_bomb_is_refused_unopened(read):
    packed = zlib.compress(zlib.compress(b" " * 200_000_000, 9), 9)
    raw = (
        b"%%PDF-1.4\n1 0 obj\n<< /Length %d /Filter [/FlateDecode /FlateDecode] >>\nstream\n" % len(packed)
        + packed
        + b"\nendstream\nendobj\n"
    )
    documents, (rejected,) = read("a.pdf", raw)
    assert documents == []
    assert "decompression bomb" in rejected.reason


def test_a_pdf_is_told_by_its_content(read, make_pdf):
    (document,), _ = read("report.txt", make_pdf([lines(BODY[0])]))
    assert document.reader == "pdf/1"


def test_too_much_text_is_refused(read, make_pdf):
    _, (rejected,) = read("a.pdf", make_pdf([lines(BODY[0])] * 10), max_document_chars=500)
    assert rejected.reason == "a text of more than 500 characters"
