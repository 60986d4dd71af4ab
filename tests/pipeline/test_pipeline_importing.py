"""Event data into a project: what becomes of rows, and that nothing is lost, doubled or left half done."""

import gzip
import os
from datetime import date
from pathlib import Path

import pytest
from pipeline_texts import SANCTIONS

import detente
from detente.errors import InputError, ReadError
from detente.exchange.load_icews import COLUMNS as ICEWS

SHARED = Path(os.environ.get("DETENTE_SHARED") or Path(__file__).resolve().parents[3] / "shared") / "data"
DYADS = SHARED / "icews/icews_2005_2015_dyads.parquet"
SAMPLE = SHARED / "icews/events.2018.sample.tab"
# key, day, actor, recipient, CAMEO: a quarrel, a meeting told from both sides and by two officials, a strange code
ROWS = """\
1,2010-09-07,Foreign Ministry (Japan),China,112
2,2010-09-08,Naoto Kan,Wen Jiabao,040
3,2010-09-08,Wen Jiabao,Naoto Kan,040
4,2010-09-08,Katsuya Okada,Chinese government,040
5,2010-09-08,Naoto Kan,Wen Jiabao,040
6,2010-09-09,Nobody At All,China,010
7,2010-09-09,Japan,China,999
8,someday,Japan,China,111
"""


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "dyads.csv"
    path.write_text("key,date,actor,recipient,cameo\n" + ROWS, "utf-8")
    return path


def rows_of(project):
    return {row["source_key"]: row for row in detente.Project(project).table("imported").to_pylist()}


def bytes_of(project):
    names = ("*.json", "*/*.parquet", "exports/*", "report.html")
    files = [path for name in names for path in project.glob(name) if path.is_file()]
    return {path.relative_to(project): path.read_bytes() for path in files}


def test_rows_are_kept_doubled_or_refused_and_nothing_else(table, tmp_path):
    result = detente.import_events(table, tmp_path / "p")
    counts = [result.total(name) for name in ("rows", "kept", "duplicates", "refused")]
    assert counts == [8, 5, 1, 2]  # 5 repeats 2; 7 has no such code; 8 no date
    assert result.refused == (("… is no CAMEO code", 1), ("… is no date", 1))
    assert result.worst == (("Nobody At All", 1),)
    rejected = detente.Project(tmp_path / "p").table("rejected").to_pylist()
    assert [(row["scope"], row["reason"]) for row in rejected] == [
        ("record", "'someday' is no date"),
        ("record", "'999' is no CAMEO code"),
    ]
    assert rejected[1]["excerpt"] == "7; Japan; China; 999"


def test_names_are_resolved_at_the_date_and_acts_are_counted_once(table, tmp_path):
    detente.import_events(table, tmp_path / "p")
    rows = rows_of(tmp_path / "p")
    quarrel = rows["1"]
    assert (quarrel["actor"], quarrel["actor_sector"], quarrel["recipient"]) == ("JPN", "GOV", "CHN")
    assert (quarrel["event_type"], quarrel["mode"], quarrel["quad"], quarrel["text"]) == (
        "ACCUSE",
        "allege",
        3,
        "accusation",
    )
    meetings = [rows[key] for key in ("2", "3", "4")]
    assert len({row["event_group"] for row in meetings}) == 1
    assert len({row["event_id"] for row in meetings}) == 3
    assert rows["2"]["n_reports"] == 2
    assert (rows["6"]["actor"], rows["6"]["quad"], rows["6"]["event_type"]) == ("", 0, "")
    assert rows["6"]["date_end"] == date(2010, 9, 10)


def test_the_same_files_again_change_no_byte_and_further_files_add(table, tmp_path):
    detente.import_events(table, tmp_path / "p")
    before = bytes_of(tmp_path / "p")
    again = detente.import_events(table, tmp_path / "p")
    assert (again.n_unchanged, again.total("kept"), bytes_of(tmp_path / "p")) == (1, 5, before)
    more = tmp_path / "more.csv"
    more.write_text(
        "date,actor,recipient,cameo\n2010-09-08,Naoto Kan,Wen Jiabao,040\n2010-10-01,USA,KOR,030\n", "utf-8"
    )
    added = detente.import_events(more, tmp_path / "p")
    assert (added.total("kept"), added.total("duplicates"), added.n_project) == (1, 1, 6)


def test_the_same_input_gives_the_same_bytes_elsewhere(table, tmp_path):
    made = []
    for name in ("p", "q"):
        detente.import_events(table, tmp_path / name)
        made.append(bytes_of(tmp_path / name))
    assert made[0] == made[1]


def test_documents_and_imports_leave_each_other_alone(table, tmp_path):
    (tmp_path / "a.md").write_text(SANCTIONS, "utf-8")
    detente.run(tmp_path / "a.md", tmp_path / "p")
    events = detente.Project(tmp_path / "p").events()
    detente.import_events(table, tmp_path / "p")
    assert detente.Project(tmp_path / "p").events().equals(events)
    project = detente.run(tmp_path / "a.md", tmp_path / "p")
    assert (project.table("imported").num_rows, project.events().equals(events)) == (5, True)
    summary = project.summary()
    assert (summary.n_imported, summary.unread) == (5, ())  # what an import refused is no document unread


def test_a_project_of_imports_alone_has_a_report_and_exports_and_takes_reviews(table, tmp_path):
    detente.import_events(table, tmp_path / "p")
    assert (tmp_path / "p/report.html").stat().st_size > 1000
    assert (tmp_path / "p/exports/unresolved.csv").read_text("utf-8").count("Nobody At All") == 2  # name, example
    assert detente.export(tmp_path / "p", tmp_path / "out", ["csv"])
    reviews = tmp_path / "r.csv"
    reviews.write_text("event_id,field,value,reason,reviewer\nnone,mode,,why,me\n", "utf-8")
    assert len(detente.review(tmp_path / "p", reviews).refused) == 1
    assert len(rows_of(tmp_path / "p")) == 5


def test_a_killed_import_leaves_the_state_before_it(table, tmp_path):
    detente.import_events(table, tmp_path / "p")
    before = bytes_of(tmp_path / "p")
    more = tmp_path / "more.csv"
    more.write_text("date,actor,recipient,cameo\n2010-10-01,USA,KOR,030\n", "utf-8")

    def killed(step, done, total):
        if step == "rows":  # its rows are on disk, and nothing is committed
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        detente.import_events(more, tmp_path / "p", progress=killed)
    assert len(list((tmp_path / "p/imported").glob("*.parquet"))) == 2
    assert len(rows_of(tmp_path / "p")) == 5
    detente.import_events(table, tmp_path / "p")  # sweeps what was left
    assert bytes_of(tmp_path / "p") == before


def test_own_names_read_the_same_file_anew(table, tmp_path):
    detente.import_events(table, tmp_path / "p")
    detente.add_actor(tmp_path / "p", "Nobody At All", "KOR", kind="institution", sector="GOV")
    result = detente.import_events(table, tmp_path / "p")
    assert (result.n_unchanged, result.worst, result.n_project) == (0, (), 5)
    assert rows_of(tmp_path / "p")["6"]["actor"] == "KOR"


def test_a_bad_file_stops_no_other_and_is_listed(table, tmp_path):
    bad = tmp_path / "bad.csv"
    bad.write_text("a,b\n1,2\n", "utf-8")
    result = detente.import_events([bad, table], tmp_path / "p", format="table")
    assert (result.total("kept"), result.all_read) == (5, False)
    assert [item.source for item in result.unread] == [str(bad)]
    with pytest.raises(ReadError, match="has no column date, actor, recipient, cameo; its columns are a, b"):
        detente.import_events(bad, tmp_path / "q", format="table")
    with pytest.raises(InputError, match="No import format 'excel'; choose from icews, gdelt1"):
        detente.import_events(table, tmp_path / "q", format="excel")


def test_what_was_read_of_a_damaged_file_makes_no_other_a_duplicate(tmp_path):
    long = "2010-09-07,CHN,Name 1,112," + "x" * 10_000 + "\n"
    text = "date,actor,recipient,cameo,text\n" + long * 4_000
    (tmp_path / "a.csv.gz").write_bytes(gzip.compress(text.encode())[:-30])  # cut off after several pieces
    (tmp_path / "b.csv").write_text("date,actor,recipient,cameo\n2010-09-07,CHN,Name 1,112\n", "utf-8")
    result = detente.import_events([tmp_path / "a.csv.gz", tmp_path / "b.csv"], tmp_path / "p", format="table")
    assert (result.total("kept"), result.n_project) == (1, 1)
    assert [item.reason.partition(" (")[0] for item in result.unread] == ["damaged compressed data"]


def test_only_the_first_refused_records_are_listed_and_the_rest_is_a_number(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("date,actor,recipient,cameo\n2010-09-07,CHN,JPN,112\n" + "2010-09-07,CHN,JPN,XX\n" * 1007, "utf-8")
    detente.import_events(path, tmp_path / "p")
    reasons = detente.Project(tmp_path / "p").table("rejected")["reason"].to_pylist()
    assert reasons == ["'XX' is no CAMEO code"] * 1000 + ["7 more records refused"]


def test_records_that_people_told_apart_stay_apart(tmp_path):
    header = "event_id_cnty,event_date,event_type,sub_event_type,actor1,inter1,actor2,inter2,source,notes\n"
    act = "2022-03-04,Explosions/Remote violence,Air/drone strike"
    strike = "{}," + act + ",Military Forces of Russia (2000-),8,Civilians (Ukraine),7,A,n\n"
    path = tmp_path / "acled.csv"
    path.write_text(header + strike.format("U1") + strike.format("U2") + strike.format("U2"), "utf-8")
    result = detente.import_events(path, tmp_path / "p")
    rows = rows_of(tmp_path / "p")
    assert (result.total("kept"), result.total("duplicates")) == (2, 1)
    assert rows["U1"]["event_group"] != rows["U2"]["event_group"]
    assert (
        rows["U1"]["actor"],
        rows["U1"]["actor_sector"],
        rows["U1"]["recipient"],
        rows["U1"]["recipient_sector"],
    ) == (
        "RUS",
        "MIL",
        "UKR",
        "CVL",
    )


def test_the_country_that_a_source_gives_counts_before_the_name(tmp_path):
    cells = dict.fromkeys(ICEWS, "") | {
        "Event ID": "9",
        "Event Date": "2014-03-02",
        "Source Name": "Chinese tourists",
        "Source Country": "Korea, Republic of",
        "Target Name": "NATO",
        "CAMEO Code": "051",
    }
    path = tmp_path / "icews.tab"
    path.write_text("\t".join(ICEWS) + "\n" + "\t".join(cells[name] for name in ICEWS) + "\n", "utf-8")
    detente.import_events(path, tmp_path / "p")
    (row,) = rows_of(tmp_path / "p").values()
    assert (row["actor"], row["recipient"], row["source"], row["file"]) == ("KOR", "IGO", "icews", "icews.tab")


@pytest.mark.skipif(not SAMPLE.exists(), reason=f"{SAMPLE} is not there")
def test_every_row_of_the_icews_sample_is_accounted_for(tmp_path):
    result = detente.import_events(SAMPLE, tmp_path / "p")
    assert result.total("rows") == 3705  # lines of the file without its header
    assert result.total("kept") + result.total("duplicates") + result.total("refused") == 3705
    assert result.total("both_sides") / result.total("kept") > 0.95


@pytest.mark.skipif(not DYADS.exists(), reason=f"{DYADS} is not there")
def test_nearly_all_names_of_ten_years_of_icews_are_resolved(tmp_path):
    result = detente.import_events(DYADS, tmp_path / "p")
    assert (result.total("rows"), result.total("kept")) == (401103, 401103)  # rows of the file, deduplicated by day
    assert result.total("both_sides") / 401103 > 0.96  # 0.963 when it was written
