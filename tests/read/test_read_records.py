"""JSONL, CSV and TSV: one document a record; a broken record is listed and the rest goes on."""

import hashlib
import json

import pytest

FIRST = "Norway and Sweden signed an agreement on joint air defence in Oslo on Monday."
SECOND = "Russia criticised the agreement at once and said that it would recall its ambassador."


def jsonl(*records):
    return "".join((record if isinstance(record, str) else json.dumps(record)) + "\n" for record in records)


def test_jsonl_columns_and_identity(read):
    record = {
        "Headline": "Oslo pact", "body": FIRST, "byline": "Anna Berg", "outlet": "Example Post",
        "pub_date": "7 May 2023",
        "url": "https://example.org/2020/01/01/x",
    }  # fmt: skip
    (document, other), rejected = read(
        "a.jsonl", jsonl(record, {"text": SECOND, "url": "https://example.org/2020/01/01/x"})
    )
    assert rejected == []
    assert (document.title, document.author, document.publisher) == ("Oslo pact", "Anna Berg", "Example Post")
    assert (str(document.published), document.published_basis) == ("2023-05-07", "metadata")
    assert (str(other.published), other.published_basis) == ("2020-01-01", "url")
    assert document.source.endswith("a.jsonl#1")
    assert document.document_id == hashlib.sha256(json.dumps(record).encode()).hexdigest()


def test_broken_jsonl_lines_are_listed_with_their_number_and_the_rest_is_read(read):
    lines = ({"text": FIRST}, '{"text": "Norwa', "[1, 2]", "", {"title": "no text"}, {"text": None}, {"text": SECOND})
    documents, rejected = read("a.jsonl", jsonl(*lines))
    assert [document.text for document in documents] == [FIRST, SECOND]
    assert [item.source.rpartition("#")[2] for item in rejected] == ["2", "3", "5", "6"]
    assert {item.scope for item in rejected} == {"record"}
    assert rejected[0].reason == "not valid JSON (Unterminated string starting at at character 10)"
    assert rejected[0].excerpt == '{"text": "Norwa'
    assert rejected[1].reason == "a JSON list, not an object"
    assert rejected[2].reason == "no column with a usual name for text; the columns are 'title'"


def test_the_text_column_can_be_set(read):
    content = jsonl({"text": "not this one, thank you", "inhalt": FIRST}, {"text": SECOND})
    (document,), (rejected,) = read("a.jsonl", content, text_column="inhalt")
    assert document.text == FIRST
    assert rejected.reason == "no column 'inhalt'; the columns are 'text'"


def test_markup_in_a_record_is_removed(read):
    (document,), _ = read("a.jsonl", jsonl({"text": f"<p>{FIRST}</p><script>alert(1)</script><p>{SECOND}</p>"}))
    assert document.text == f"{FIRST}\n\n{SECOND}"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_jsonl_in_other_encodings(read, encoding):
    (document,), rejected = read(
        "a.jsonl", (json.dumps({"text": FIRST + " Größe."}, ensure_ascii=False) + "\n").encode(encoding)
    )
    assert rejected == []
    assert document.text == FIRST + " Größe."


def test_json_over_several_lines_is_explained(read):
    documents, (rejected,) = read("a.jsonl", json.dumps([{"text": FIRST}], indent=2))
    assert documents == []
    assert rejected.reason == "JSON over several lines, not one object a line"


def test_hostile_json(read):
    content = (
        "[" * 100_000 + "\n" + '{"text":' * 100_000 + "\n" + '{"n": ' + "9" * 10_000 + "}\n" + jsonl({"text": FIRST})
    )
    documents, rejected = read("a.jsonl", content)
    assert [document.text for document in documents] == [FIRST]
    assert len(rejected) == 3


def test_a_long_line_is_skipped_and_the_next_is_read(read):
    content = json.dumps({"text": "word " * 3000}) + "\n" + json.dumps({"text": FIRST})
    (document,), (rejected,) = read("a.jsonl", content, max_document_chars=1000)
    assert document.text == FIRST
    assert rejected.reason == "a line of more than 4,000 bytes"


def test_many_broken_records_are_summed_up(read):
    documents, rejected = read("a.jsonl", "{broken\n" * 1500 + json.dumps({"text": FIRST}))
    assert len(documents) == 1
    assert len(rejected) == 1001
    assert rejected[-1].reason == "500 more records that cannot be read"


def test_csv_rows_with_quoted_line_ends(read):
    first = f'1,Oslo pact,"{FIRST}\n\n{SECOND}",2023-05-07'
    content = f'id,title,text,date\r\n{first}\r\n2,NA,"NA signed, said ""Oslo"" on Monday.",\r\n'
    (document, second), rejected = read("a.csv", content)
    assert rejected == []
    assert document.text == f"{FIRST}\n\n{SECOND}"
    assert (document.title, str(document.published)) == ("Oslo pact", "2023-05-07")
    assert second.title == "NA"
    assert second.text == 'NA signed, said "Oslo" on Monday.'
    assert second.document_id == hashlib.sha256(b'2,NA,"NA signed, said ""Oslo"" on Monday.",').hexdigest()
    assert second.source.endswith("a.csv#2")


@pytest.mark.parametrize(("name", "mark"), [("a.tsv", "\t"), ("a.csv", ";"), ("a.csv", "|")])
def test_other_delimiters(read, name, mark):
    (document,), _ = read(name, f"title{mark}text\nOslo pact{mark}{FIRST}\n")
    assert (document.title, document.text) == ("Oslo pact", FIRST)


def test_broken_csv_rows_are_listed_and_the_rest_is_read(read):
    content = f"title,text\na,{FIRST}\nb,one,two,three\nc,\nd,{SECOND}\n"
    documents, rejected = read("a.csv", content)
    assert [document.title for document in documents] == ["a", "d"]
    assert [(item.source.rpartition("#")[2], item.reason) for item in rejected] == [
        ("2", "4 cells under 2 columns"),
        ("3", "no text in it"),
    ]


def test_a_quotation_mark_without_partner_does_not_become_one_long_document(read):
    documents, (rejected,) = read("a.csv", f'title,text\na,{FIRST}\nb,"open\nc,{SECOND}\n')
    assert [document.title for document in documents] == ["a"]
    assert rejected.reason == "a quotation mark without its partner, which swallows the rows after it"


def test_csv_without_a_text_column_lists_the_columns(read):
    _, (rejected,) = read("a.csv", "a,b\n1,2\n")
    assert rejected.reason == "no column with a usual name for text; the columns are 'a', 'b'"
    assert rejected.remedy == "Name it: --text-column (setting read.text_column)"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16"])
def test_csv_in_other_encodings(read, encoding):
    content = "title,text\n" + f"Größe,{FIRST} Österreich stimmte zu.\n" * 3
    documents, rejected = read("a.csv", content.encode(encoding))
    assert rejected == []
    assert documents[0].title == "Größe"
    assert documents[0].text.endswith("Österreich stimmte zu.")


def test_a_table_without_rows_is_rejected(read):
    assert read("a.csv", "title,text\n")[1][0].reason == "a table without rows"


def test_one_huge_csv_field_does_not_stop_the_rest(read):
    content = "text,n\n" + "word " * 100_000 + f",1\n{FIRST},2\n"
    (document,), (rejected,) = read("a.csv", content, max_document_chars=10_000)
    assert document.text == FIRST
    assert "a line of more than 10,000 characters" in rejected.reason
