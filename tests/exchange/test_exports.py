"""The exported files open in the tools they are for, hold what the tables hold, and can do no harm."""

import csv
import hashlib
import json
import os
from datetime import date

import duckdb
import networkx as nx
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from detente.errors import SchemaError
from detente.exchange.atomic import atomic_file
from detente.exchange.csv import write_csv
from detente.exchange.events import events_with_documents
from detente.exchange.exports import write_exports
from detente.exchange.fields import DESCRIPTIONS
from detente.schema.document import Document
from detente.schema.panel import DYADS, EVIDENCE, PANEL
from detente.schema.sentence import SENTENCES
from detente.schema.tables import TABLES, documents_table
from detente.schema.ties import TIES

PUBLISHED_ORDER = (  # the published column order of events.csv
    "event_id, document_id, source, title, published, sentence_index, sentence, actor, actor_text, actor_sector, "
    "recipient, recipient_text, recipient_sector, event_type, mode, quad, scale, modality, trigger, char_start, "
    "char_end, date_start, date_end, date_basis, attribution, confidence, coder"
)


@pytest.fixture
def tables(make_events):
    documents = [
        Document(
            document_id="d0",
            source="https://example.org/2023/03/thaw",
            text="Made for a test.",
            title="=1+1 Thaw",
            author="A. Writer",
            publisher="The Example",
            language="en",
            published=date(2023, 3, 17),
        ),
        Document(document_id="d1", source="notes/quarrel.txt", text="Made for a test."),
    ]
    events = make_events(
        (
            "KOR",
            "JPN",
            "CONSULT",
            {"mode": "visit", "scale": 4.0, "date_end": date(2023, 3, 18), "actor_sector": "GOV"},
        ),
        (
            "CHN",
            "",
            "MOBILIZE",
            {"day": None, "negated": True, "recipient_text": "", "sentence": "-3 \u2028 “ships”\r"},
        ),
    )
    sentences = [{"document_id": "d0", "sentence_index": 0, "char_start": 0, "char_end": 16}]
    return {
        "documents": documents_table(documents),
        "events": events,
        "sentences": pa.Table.from_pylist(sentences, schema=SENTENCES),
        "dyads": pa.Table.from_pylist([{"actor": "KOR", "recipient": "JPN", "scale_mean": -2.5}], schema=DYADS),
        "ties": TIES.empty_table(),
        "rejected": TABLES["rejected"].empty_table(),
        "unresolved": TABLES["unresolved"].empty_table(),
    }


@pytest.fixture
def graph():
    network = nx.Graph()
    network.add_node("JPN", code="JPN", name="Japan & <co>\x00\x0b", camp="A")
    network.add_node("PRK", code="PRK", name="North Korea", camp="B")
    network.add_edge("JPN", "PRK", sign=-1, weight=-0.5, n=3, frustrated=False)
    return network


def csv_rows(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_promised_file_is_written_and_listed(tables, graph, tmp_path):
    files = write_exports(tables, graph, tmp_path / "exports")
    assert [file.name for file in files] == [
        "events.csv",
        "events.parquet",
        "events.jsonl",
        "dyads.csv",
        "ties.csv",
        "rejected.csv",
        "unresolved.csv",
        "network.gexf",
        "network.graphml",
        "sources.csl.json",
        "datapackage.json",
    ]
    assert sorted(os.listdir(tmp_path / "exports")) == sorted(file.name for file in files)


def test_the_same_tables_give_the_same_bytes(tables, graph, tmp_path):
    first = write_exports(tables, graph, tmp_path / "first")
    rechunked = tables | {"events": pa.concat_tables([tables["events"].slice(0, 1), tables["events"].slice(1)])}
    again = write_exports(rechunked, graph, tmp_path / "again")
    assert [file.read_bytes() for file in first] == [file.read_bytes() for file in again]


def test_the_columns_of_events_csv_stand_in_the_published_order(tables, graph, tmp_path):
    tables["events"] = tables["events"].append_column("actor_before", pa.array(["JPN", None]))
    write_exports(tables, graph, tmp_path)
    header = (tmp_path / "events.csv").read_text("utf-8").splitlines()[0].split(",")
    assert ", ".join(header[:27]) == PUBLISHED_ORDER
    assert header[27:33] == ["kind", "negated", "hypothetical", "future", "historical", "event_group"]
    assert header[-1] == "actor_before"
    assert set(TABLES["events"].names) < set(header)


def test_an_event_row_shows_its_document_and_leaves_missing_cells_empty(tables, graph, tmp_path):
    write_exports(tables, graph, tmp_path)
    first, second = csv_rows(tmp_path / "events.csv")
    assert (first["source"], first["published"], first["date_end"]) == (
        "https://example.org/2023/03/thaw",
        "2023-03-17",
        "2023-03-18",
    )
    assert (first["scale"], first["negated"], second["negated"]) == ("4.0", "false", "true")
    assert (second["published"], second["recipient"], second["date_start"], second["incident_id"]) == ("", "", "", "")


def test_cells_that_a_spreadsheet_would_execute_are_quoted_and_numbers_are_not(tables, graph, tmp_path):
    write_exports(tables, graph, tmp_path)
    first, second = csv_rows(tmp_path / "events.csv")
    assert first["title"] == "'=1+1 Thaw"
    assert second["sentence"] == "'-3 \u2028 “ships”\r"
    assert second["scale"] == "-5.5"
    assert csv_rows(tmp_path / "dyads.csv")[0]["scale_mean"] == "-2.5"


@pytest.mark.parametrize("text", ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"])
def test_every_dangerous_beginning_gets_an_apostrophe(text, tmp_path):
    table = pa.table({"excerpt": [text, f"safe {text}"]})
    assert [row["excerpt"] for row in csv_rows(write_csv(table, tmp_path / "t.csv"))] == [f"'{text}", f"safe {text}"]


def test_lists_are_refused_in_csv(tmp_path):
    with pytest.raises(SchemaError) as refused:
        write_csv(pa.table({"codes": [["KOR"]]}), tmp_path / "t.csv")
    assert str(refused.value) == "Columns codes hold lists; CSV takes flat tables only. Leave them out."


def test_events_open_in_duckdb_and_polars_alike(tables, graph, tmp_path):
    write_exports(tables, graph, tmp_path)
    query = "select event_id, quad, date_start from read_csv(?) order by event_id"
    assert duckdb.execute(query, [str(tmp_path / "events.csv")]).fetchall() == [
        ("e0", 1, date(2023, 3, 16)),
        ("e1", 4, None),
    ]
    assert pl.read_parquet(tmp_path / "events.parquet")["scale"].to_list() == [4.0, -5.5]
    assert pq.read_schema(tmp_path / "events.parquet").field("date_start").type == pa.date32()


def test_jsonl_speaks_plover(tables, graph, tmp_path):
    write_exports(tables, graph, tmp_path)
    lines = (tmp_path / "events.jsonl").read_text("utf-8").splitlines()  # splits at U+2028, too
    first, second = (json.loads(line) for line in lines)
    own = first.pop("detente")
    assert first == {
        "id": "e0",
        "date": "2023-03-16",
        "enddate": "2023-03-17",
        "actor": [{"code": "KOR", "sector": "GOV", "entity_text": "KOR"}],
        "recipient": [{"code": "JPN", "entity_text": "JPN"}],
        "event": ["CONSULT"],
        "mode": ["visit"],
        "quad_code": 1,
        "event_scale": 4.0,
        "event_text": ["Made"],
        "text": "Made for a test.",
        "text_info": {"sequence": 0, "start": 0, "end": 16},
        "cite_info": {
            "url": "https://example.org/2023/03/thaw",
            "title": "=1+1 Thaw",
            "publication": "The Example",
            "language": "en",
            "codebook": "plover-2.0",
        },
        "coder": "",
    }
    assert (own["published"], own["event_group"], own["modality"]) == ("2023-03-17", "g0", "asserted")
    assert (second["date"], second["recipient"], second["mode"]) == (None, [], ["negated"])
    assert second["text"] == "-3 \u2028 “ships”\r"


def test_the_network_opens_in_gephi_and_igraph_formats(tables, graph, tmp_path):
    write_exports(tables, graph, tmp_path)
    gexf = nx.read_gexf(tmp_path / "network.gexf")
    assert gexf.nodes["JPN"] == {"code": "JPN", "name": "Japan & <co>", "camp": "A", "label": "Japan & <co>"}
    edge = gexf.edges["JPN", "PRK"]
    assert (edge["weight"], edge["signed_weight"], edge["sign"], edge["frustrated"]) == (0.5, -0.5, -1, False)
    assert "lastmodifieddate" not in (tmp_path / "network.gexf").read_text("utf-8")
    graphml = nx.read_graphml(tmp_path / "network.graphml")
    assert graphml.edges["JPN", "PRK"] == {"sign": -1, "weight": -0.5, "n": 3, "frustrated": False}
    assert graphml.nodes["JPN"]["name"] == "Japan & <co>"
    assert ">false</data>" in (tmp_path / "network.graphml").read_text("utf-8")


def test_an_empty_network_is_written_too(tables, tmp_path):
    write_exports(tables, nx.Graph(), tmp_path)
    assert nx.read_gexf(tmp_path / "network.gexf").order() == 0
    assert nx.read_graphml(tmp_path / "network.graphml").order() == 0


def test_sources_are_csl_items(tables, graph, tmp_path):
    write_exports(tables, graph, tmp_path)
    assert json.loads((tmp_path / "sources.csl.json").read_text("utf-8")) == [
        {
            "id": "d0",
            "type": "webpage",
            "title": "=1+1 Thaw",
            "author": [{"literal": "A. Writer"}],
            "container-title": "The Example",
            "issued": {"date-parts": [[2023, 3, 17]]},
            "URL": "https://example.org/2023/03/thaw",
            "language": "en",
        },
        {"id": "d1", "type": "document", "source": "notes/quarrel.txt"},
    ]


def test_the_data_package_describes_every_file_and_every_column(tables, graph, tmp_path):
    tables |= {"panel": PANEL.empty_table(), "evidence": EVIDENCE.empty_table()}
    tables |= {name: TABLES[name].empty_table() for name in ("tie_evidence", "reviews")}
    files = write_exports(tables, graph, tmp_path)
    package = json.loads((tmp_path / "datapackage.json").read_text("utf-8"))
    by_path = {resource["path"]: resource for resource in package["resources"]}
    assert list(by_path) == [file.name for file in files[:-1]]
    for path, resource in by_path.items():
        content = (tmp_path / path).read_bytes()
        assert resource["bytes"] == len(content)
        assert resource["hash"] == "sha256:" + hashlib.sha256(content).hexdigest()
        assert resource["description"]
        if path.endswith(".csv"):
            header = content.decode().splitlines()[0].split(",")
            assert [field["name"] for field in resource["schema"]["fields"]] == header
            assert [field["name"] for field in resource["schema"]["fields"] if not field["description"]] == []
    fields = {field["name"]: field["type"] for field in by_path["events.csv"]["schema"]["fields"]}
    assert [fields[name] for name in ("quad", "scale", "negated", "published", "actor")] == [
        "integer",
        "number",
        "boolean",
        "date",
        "string",
    ]
    assert len({resource["name"] for resource in package["resources"]}) == len(files) - 1


def test_no_description_outlives_its_column():
    columns = {name for schema in TABLES.values() for name in schema.names}
    assert set(DESCRIPTIONS) - columns == set()


def test_missing_tables_columns_and_documents_are_refused(tables, graph, tmp_path):
    with pytest.raises(SchemaError) as refused:
        write_exports({"documents": tables["documents"]}, graph, tmp_path)
    assert str(refused.value) == (
        "Exports need the tables events, dyads, ties, rejected, unresolved; give them, empty where there is nothing."
    )
    with pytest.raises(SchemaError) as refused:
        events_with_documents(tables["events"], tables["documents"].slice(0, 1))
    assert str(refused.value) == "Document d1 of 1 events is not in the documents; give both of one run."
    with pytest.raises(SchemaError, match="Events or documents lack the columns quad, title"):
        events_with_documents(tables["events"].drop_columns(["quad"]), tables["documents"].drop_columns(["title"]))


def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(tmp_path):
    path = tmp_path / "dyads.csv"
    path.write_text("before")
    with pytest.raises(TypeError), atomic_file(path) as file:
        file.writelines([b"half", 1])
    assert [entry.read_text() for entry in tmp_path.iterdir()] == ["before"]
