"""From files of several formats to a report, through the command line."""

import csv
import gzip
import json
import subprocess
import sys
from pathlib import Path

import pyarrow.parquet as pq
import pytest

SANCTIONS = "Japan imposed sanctions on North Korea on 10 February 2016, after a rocket had been launched."
VISIT = "South Korean President Yoon Suk-yeol met Japanese Prime Minister Fumio Kishida in Tokyo on 16 March 2023."
ACCUSE = "China condemned Japan on 24 August 2023 because of the water that flows into the sea at Fukushima."
ARREST = "Russia expelled diplomats from Poland on 1 April 2022, and said that more would have to leave soon."
HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>"


@pytest.fixture(scope="module")
def journey(tmp_path_factory):
    folder = tmp_path_factory.mktemp("journey")
    corpus = folder / "corpus"
    (corpus / "inner").mkdir(parents=True)
    (corpus / "a.txt").write_text(f"{SANCTIONS}\n\nNobody else was named in the paper that was sent out.\n", "utf-8")
    (corpus / "inner" / "b.md").write_text(f"---\npublished: 2023-03-17\n---\n\n{VISIT}\n", "utf-8")
    (corpus / "c.html").write_text(
        "<!doctype html><html lang=en><head><title>Water &lt;b&gt;</title>"
        '<meta property="article:published_time" content="2023-08-25"></head>'
        f"<body><article><h1>Water</h1><p>{ACCUSE}</p><p>The fishermen said {HOSTILE.replace('<', '&lt;')} and left, "
        "which nobody understood, and they went home by the road along the coast.</p></article></body></html>",
        "utf-8",
    )
    (corpus / "d.jsonl").write_text(json.dumps({"text": ARREST, "published": "2022-04-02"}) + "\nnot json\n", "utf-8")
    (corpus / "e.csv").write_text(f'title,text\nCopy,"{ARREST} It was cold."\n', "utf-8")
    (corpus / "f.txt.gz").write_bytes(gzip.compress(b"The rain stopped at noon, and all went out.", mtime=0))
    (corpus / "g.pdf").write_bytes(b"%PDF-1.7 cut off")
    done = subprocess.run(
        [sys.executable, "-m", "detente", "run", str(corpus), "-o", str(folder / "p"), "--json"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    return folder / "p", done


def test_the_run_reports_what_it_could_not_read_and_codes_the_rest(journey):
    _, done = journey
    assert done.returncode == 3, done.stderr
    summary = json.loads(done.stdout)
    assert (summary["n_inputs"], summary["n_documents"]) == (7, 6)
    assert sorted(Path(item["source"]).name for item in summary["unread"]) == ["d.jsonl#2", "g.pdf"]


def test_the_events_are_those_of_the_texts(journey):
    project, _ = journey
    with (project / "exports/events.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    found = {(row["actor"], row["event_type"], row["recipient"], row["date_start"]) for row in rows}
    assert found >= {
        ("JPN", "SANCTION", "PRK", "2016-02-10"),
        ("KOR", "CONSULT", "JPN", "2023-03-16"),
        ("JPN", "CONSULT", "KOR", "2023-03-16"),
        ("CHN", "ACCUSE", "JPN", "2023-08-24"),
    }


def test_offsets_point_to_the_words_in_the_stored_text(journey):
    project, _ = journey
    texts = {row["document_id"]: row["text"] for row in pq.read_table(project / "documents").to_pylist()}
    events = pq.read_table(project / "events").to_pylist()
    assert events
    for event in events:
        text = texts[event["document_id"]]
        assert text[event["char_start"] : event["char_end"]] == event["trigger"]
        assert text[event["actor_start"] : event["actor_end"]] == event["actor_text"]


def test_the_report_is_one_inert_page(journey):
    project, _ = journey
    page = (project / "report.html").read_text("utf-8")
    assert "Content-Security-Policy" in page
    assert "<script>alert(1)" not in page
    assert "onerror=alert(2)>" not in page
    assert "sanctions" in page


def test_every_export_is_there(journey):
    project, _ = journey
    names = {path.name for path in (project / "exports").iterdir()}
    assert names >= {
        "events.csv", "events.parquet", "events.jsonl", "dyads.csv", "ties.csv", "rejected.csv", "unresolved.csv",
        "reviews.csv", "network.gexf", "network.graphml", "sources.csl.json", "datapackage.json",
    }  # fmt: skip
