"""A run: what is kept, what is skipped and why, and what a second run does not do again."""

import json
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pyarrow.parquet as pq
import pytest
from pipeline_texts import LONG, SANCTIONS, dispatch

import detente
from detente.errors import LexiconError, ProjectLocked, SettingsError
from detente.pipeline import coding_step
from detente.schema.tables import TABLES
from detente.settings import Settings
from detente.store.lock import WriteLock


@pytest.fixture
def coded_texts(monkeypatch):
    """Ids of the documents that are coded from now on; the coder itself is the real one."""
    from detente import coding

    ids = []
    real = coding.code_document

    def counting(document, coder=None, names=None):
        ids.append(document.document_id)
        return real(document, coder, names)

    monkeypatch.setattr(coding, "code_document", counting)
    assert coding_step  # which looks the function up on every call
    return ids


def state_of(folder):
    """Bytes of every table and of the manifest."""
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    names = [part["name"] for parts in manifest["tables"].values() for part in parts]
    return {name: (folder / name).read_bytes() for name in ["manifest.json", *names]}


def test_events_carry_actor_recipient_type_and_day(corpus, tmp_path):
    events = detente.run(corpus, tmp_path / "p").events().to_pylist()
    found = {(event["actor"], event["event_type"], event["recipient"], event["date_start"]) for event in events}
    assert ("JPN", "SANCTION", "PRK", date(2016, 2, 10)) in found
    assert ("KOR", "CONSULT", "JPN", date(2023, 3, 16)) in found


def test_every_table_is_written_with_its_declared_columns(corpus, tmp_path):
    project = detente.run(corpus, tmp_path / "p")
    for name, schema in TABLES.items():
        if name != "relations":
            assert pq.read_table(project.path / name).schema.equals(schema), name
            assert project.table(name).schema.equals(schema), name


def test_what_was_not_coded_is_listed_with_the_reason(corpus, tmp_path):
    (corpus / "e.txt").write_bytes(b"")
    project = detente.run([corpus, tmp_path / "absent.txt"], tmp_path / "p")
    reasons = {
        row["source"].split("/")[-1]: (row["scope"], row["reason"]) for row in project.table("rejected").to_pylist()
    }
    assert reasons["d.md"] == ("document", "its language is 'fr'; this version codes English only")
    assert reasons["e.txt"] == ("file", "the file is empty")
    assert reasons["absent.txt"] == ("file", "no such file or folder")
    assert reasons["c.md"][0] == "document"
    assert project.table("documents").num_rows == 4  # French and weather are kept, though not coded
    assert not project.summary().all_read


def test_the_same_input_gives_the_same_bytes_in_another_folder(corpus, tmp_path):
    detente.run(corpus, tmp_path / "p")
    detente.run(corpus, tmp_path / "q")
    assert state_of(tmp_path / "p") == state_of(tmp_path / "q")
    for name in ("events.csv", "events.jsonl", "network.gexf", "datapackage.json"):
        assert (tmp_path / "p/exports" / name).read_bytes() == (tmp_path / "q/exports" / name).read_bytes()
    assert (tmp_path / "p/report.html").read_bytes() == (tmp_path / "q/report.html").read_bytes()


def test_an_unchanged_run_codes_nothing_and_changes_nothing(corpus, tmp_path, coded_texts):
    detente.run(corpus, tmp_path / "p")
    before = state_of(tmp_path / "p")
    assert len(coded_texts) == 3  # the French one is not coded
    detente.run(corpus, tmp_path / "p")
    assert len(coded_texts) == 3
    assert state_of(tmp_path / "p") == before


def test_a_missing_report_is_written_again_without_coding(corpus, tmp_path, coded_texts):
    detente.run(corpus, tmp_path / "p")
    (tmp_path / "p/report.html").unlink()
    detente.run(corpus, tmp_path / "p")
    assert (tmp_path / "p/report.html").read_text("utf-8").lstrip().lower().startswith("<!doctype html>")
    assert len(coded_texts) == 3


def test_another_period_counts_again_and_codes_nothing(corpus, tmp_path, coded_texts):
    detente.run(corpus, tmp_path / "p")
    yearly = Settings.model_validate({"measure": {"period": "year"}})
    panel = detente.run(corpus, tmp_path / "p", settings=yearly).table("panel")
    assert date(2023, 1, 1) in panel["period_start"].to_pylist()
    assert len(coded_texts) == 3


def test_a_file_that_is_gone_takes_its_events_with_it(corpus, tmp_path):
    detente.run(corpus, tmp_path / "p")
    (corpus / "a.md").unlink()
    project = detente.run(corpus, tmp_path / "p")
    assert project.table("documents").num_rows == 3
    assert "PRK" not in project.events()["recipient"].to_pylist()


def test_the_same_bytes_twice_are_one_document(corpus, tmp_path):
    (corpus / "z.md").write_bytes((corpus / "a.md").read_bytes())
    project = detente.run(corpus, tmp_path / "p")
    assert project.table("documents").num_rows == 4
    rejected = {row["source"].split("/")[-1]: row["reason"] for row in project.table("rejected").to_pylist()}
    assert rejected["z.md"] == "the same bytes as an earlier document"
    assert project.summary().all_read


def test_a_batch_is_read_anew_when_its_document_turns_up_in_an_earlier_input(corpus, tmp_path):
    one, two = tmp_path / "one", tmp_path / "two"
    for folder, name in ((one, "x.md"), (two, "y.md")):
        folder.mkdir()
        (folder / name).write_text(SANCTIONS if name == "y.md" else dispatch("2020-01-01", LONG), "utf-8")
    detente.run([two], tmp_path / "p")
    (one / "x.md").write_text(SANCTIONS, "utf-8")
    project = detente.run([one, two], tmp_path / "p")
    fresh = detente.run([one, two], tmp_path / "q")
    assert state_of(project.path) == state_of(fresh.path)
    assert project.table("documents").num_rows == 1


def test_a_near_duplicate_is_kept_marked_and_counted_once(corpus, tmp_path):
    body = f"Japan imposed sanctions on North Korea on 10 February 2016. {LONG}"
    for name, head in (("a", ""), ("b", "Sent from our wire desk. ")):
        (corpus / f"{name}.md").write_text(dispatch("2016-02-11", head + body), "utf-8")
    project = detente.run([corpus / "a.md", corpus / "b.md"], tmp_path / "p")
    documents = project.table("documents").to_pylist()
    assert documents[0]["document_id"] != documents[1]["document_id"]
    assert {row["document_cluster"] for row in documents} == {documents[0]["document_id"]}
    assert project.events().num_rows == 2
    (dyad,) = project.dyads().to_pylist()
    assert (dyad["actor"], dyad["recipient"], dyad["n_events"], dyad["n_documents"]) == ("JPN", "PRK", 1, 1)
    assert project.summary().n_near_duplicates == 1


def test_a_container_with_more_records_than_fit_one_chunk_keeps_all_in_order(tmp_path):
    records = [
        {"text": f"Report {n}. Japan thanked country number {n} and its {n} cities.", "title": str(n)}
        for n in range(150)
    ]
    (tmp_path / "r.jsonl").write_text("\n".join(map(json.dumps, records)), "utf-8")
    project = detente.run(tmp_path / "r.jsonl", tmp_path / "p")
    assert project.table("documents")["title"].to_pylist() == [str(n) for n in range(150)]
    assert [part.rows for part in project._store.parts("documents")] == [64, 64, 22]


def test_a_coder_that_fails_on_one_document_stops_no_other(corpus, tmp_path, monkeypatch):
    from detente import coding

    real = coding.code_document

    def failing(document, coder=None, names=None):
        if "sanctions" in document.text:
            raise ValueError("no idea")
        return real(document, coder, names)

    monkeypatch.setattr(coding, "code_document", failing)
    project = detente.run(corpus, tmp_path / "p")
    reasons = {row["source"].split("/")[-1]: row["reason"] for row in project.table("rejected").to_pylist()}
    assert reasons["a.md"] == "the coder failed (ValueError: no idea)"
    assert "KOR" in project.events()["actor"].to_pylist()


def test_two_runs_at_once_are_refused_and_readers_are_not(corpus, tmp_path):
    project = detente.run(corpus, tmp_path / "p")
    with WriteLock(tmp_path / "p"):
        with pytest.raises(ProjectLocked):
            detente.run(corpus, tmp_path / "p")
        assert detente.Project(tmp_path / "p").events().equals(project.events())


def test_when_nothing_was_coded_the_summary_says_why(corpus, tmp_path):
    summary = detente.run(corpus / "d.md", tmp_path / "p").summary()
    assert summary.why_nothing() == (
        "Nothing was coded. Documents by reason: its language is 'fr'; this version codes English only (1)."
    )
    nothing = detente.run(tmp_path / "absent", tmp_path / "q").summary()
    assert nothing.why_nothing() == (
        "Nothing was coded: no input could be read (the first of 1: no such file or folder)."
    )


def test_a_bad_setting_is_named_before_anything_is_written(corpus, tmp_path):
    with pytest.raises(SettingsError, match="No event coder 'oracle'; choose one of trained, lexical"):
        detente.run(corpus, tmp_path / "p", settings=Settings(coder="oracle"))
    with pytest.raises(LexiconError, match=r"absent\.csv: cannot be read"):
        detente.run(corpus, tmp_path / "p", settings=Settings(lexicon=str(tmp_path / "absent.csv")))
    assert not (tmp_path / "p").exists()


def test_a_page_that_has_not_changed_is_fetched_but_not_coded_again(tmp_path, coded_texts):
    page = (
        "<html lang=en><head><title>Tokyo acts</title></head><body><article><h1>Tokyo acts</h1>"
        f"<p>{SANCTIONS.split('---')[2].strip()}</p><p>{LONG}</p></article></body></html>"
    ).encode()
    fetched = []

    class Page(BaseHTTPRequestHandler):
        def do_GET(self):
            fetched.append(self.path)
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(page)))
            self.end_headers()
            self.wfile.write(page)

        def log_message(self, *arguments):
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Page) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_address[1]}/news"
        refused = detente.run(address, tmp_path / "q")
        allowed = Settings.model_validate({"read": {"allow_private": True}})
        project = detente.run(address, tmp_path / "p", settings=allowed)
        before = state_of(tmp_path / "p")
        detente.run(address, tmp_path / "p", settings=allowed)
        server.shutdown()
    assert not refused.summary().all_read
    assert fetched == ["/news", "/news"]
    assert len(coded_texts) == 1
    assert "PRK" in project.events()["recipient"].to_pylist()
    assert state_of(tmp_path / "p") == before
