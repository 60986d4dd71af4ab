"""Plain text: paragraphs, titles, clean characters, identity, date and limits."""

import hashlib
import unicodedata

import pytest

FIRST = "Norway and Sweden signed an agreement on joint air defence in Oslo on Monday, their governments said."
SECOND = "Russia criticised the agreement at once and said that it would recall its ambassador from Oslo."


def test_title_paragraphs_language_and_identity(read):
    raw = f"Oslo pact angers Moscow\n\n{FIRST}\n\n\n\n{SECOND}\n"
    (document,), rejected = read("a.txt", raw)
    assert rejected == []
    assert document.title == "Oslo pact angers Moscow"
    assert document.text == f"Oslo pact angers Moscow\n\n{FIRST}\n\n{SECOND}"
    assert document.language == "en"
    assert document.document_id == hashlib.sha256(raw.encode()).hexdigest()
    assert (document.published, document.published_basis, document.reader) == (None, "none", "txt/1")


def test_a_section_name_above_the_title_is_no_title(read):
    (document,), _ = read("a.txt", f"WORLD\n\nOslo pact angers Moscow\n\n{FIRST}\n\n{SECOND}")
    assert document.title == "Oslo pact angers Moscow"
    assert document.text.startswith("Oslo pact angers Moscow\n\n")
    assert [(passage.text, passage.reason) for passage in document.skipped] == [("WORLD", "page label")]


def test_a_first_sentence_is_no_title(read):
    (document,), _ = read("a.txt", f"{FIRST}\n\n{SECOND}")
    assert document.title == ""


def test_a_title_right_above_its_text_is_a_paragraph(read):
    (document,), _ = read("a.txt", f"Oslo pact angers Moscow\n{FIRST} {FIRST}\n\n{SECOND}")
    assert document.text.split("\n\n") == ["Oslo pact angers Moscow", f"{FIRST} {FIRST}", SECOND]


def test_hard_wrapped_lines_are_joined(read):
    wrapped = (
        "Oslo pact\n\nNorway and Sweden signed an agreement on joint\nair defence in Oslo on Monday. Their\n"
        "governments said that it would begin soon.\nRussia criticised the agreement at once and\nrecalled its envoy.\n"
    )
    (document,), _ = read("a.txt", wrapped)
    assert document.text.split("\n\n") == [
        "Oslo pact",
        "Norway and Sweden signed an agreement on joint air defence in Oslo on Monday. Their governments said that it "
        "would begin soon. Russia criticised the agreement at once and recalled its envoy.",
    ]


def test_characters_are_composed_and_unseen_ones_are_gone(read):
    raw = (
        "Caf\u0065\u0301\u00a0diplomacy \u200bin\u202e the\u00ad North\x07 went on\x00 in Oslo,\tsaid officials."
        "\r\n\r\nIt did."
    )
    (document,), _ = read("a.txt", raw)
    assert document.text == "Café diplomacy in the North went on in Oslo, said officials.\n\nIt did."
    assert unicodedata.is_normalized("NFC", document.text)


@pytest.mark.parametrize(
    ("name", "settings", "expected"),
    [
        ("2023-05-07-oslo.txt", {}, ("2023-05-07", "url")),
        ("2023/05/07/oslo.txt", {}, ("2023-05-07", "url")),
        ("oslo.txt", {"published": "2020-02-29"}, ("2020-02-29", "option")),
        ("2023-05-07.txt", {"published": "2020-02-29"}, ("2023-05-07", "url")),
        ("backup-2023-05-07/oslo.txt", {}, ("None", "none")),
        ("oslo-2023.txt", {}, ("None", "none")),
    ],
)
def test_the_date_of_a_text_comes_from_its_path_or_the_option(read, name, settings, expected):
    (document,), _ = read(name, FIRST, **settings)
    assert (str(document.published), document.published_basis) == expected


@pytest.mark.parametrize(
    ("content", "settings", "reason"),
    [
        (b"", {}, "the file is empty"),
        (b" \n\n \t\n", {}, "no text in it"),
        (b"Leave a Reply\n\nShare this\n", {}, "nothing but page furniture, no article"),
        (b"word " * 1000, {"max_line_chars": 1000}, "a line of more than 1,000 characters, which no text has"),
        (b"word word.\n" * 1000, {"max_bytes": 5000}, "11,000 bytes, more than the 5,000 allowed"),
        (
            b"A word or two.\n" * 100,
            {"max_document_chars": 1000},
            "a text of 1,400 characters, more than the 1,000 allowed",
        ),
    ],
)
def test_what_is_no_text_is_rejected_with_its_reason(read, content, settings, reason):
    documents, (rejected,) = read("a.txt", content, **settings)
    assert documents == []
    assert (rejected.scope, rejected.reason) == ("file", reason)
    assert rejected.remedy


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Die Bundesregierung hat am Montag erklärt, dass die Gespräche mit Paris fortgesetzt werden.", "de"),
        ("Le ministre des affaires étrangères a déclaré lundi que les négociations se poursuivraient.", "fr"),
        ("日本の外務大臣は月曜日に、韓国との協議を続けると述べた。両国は来月も会談することで合意した。", "ja"),
        ("Oslo pact", ""),
    ],
)
def test_the_language_is_told_from_enough_text(read, text, language):
    (document,), _ = read("a.txt", text)
    assert document.language == language
