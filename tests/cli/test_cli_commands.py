"""Commands from the outside: what they print, where, and with which exit code they leave."""

import csv
import json
import subprocess
import sys

import pyarrow.parquet as pq
import pytest

import detente as detente_package

DISPATCH = "---\npublished: 2016-02-11\n---\n\nJapan imposed sanctions on North Korea on 10 February 2016.\n"


def events_of(project):
    with (project / "exports/events.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_run_says_what_it_found_and_nothing_on_standard_error(command, tmp_path):
    (tmp_path / "a.md").write_text(DISPATCH, "utf-8")
    done = command("run", tmp_path / "a.md", "-o", tmp_path / "p")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "1 document, 1 sentence: 1 event, 1 distinct acts and conditions, 1 dyad, 1 tie\n"
        f"report: {tmp_path / 'p' / 'report.html'}\n"
    )


def test_an_input_that_is_not_read_is_exit_code_3_and_the_rest_is_coded(command, tmp_path):
    (tmp_path / "a.md").write_text(DISPATCH, "utf-8")
    done = command("run", tmp_path / "a.md", tmp_path / "b.md", "-o", tmp_path / "p", "--json")
    assert done.returncode == 3
    summary = json.loads(done.stdout)
    assert summary["n_events"] == 1
    assert [item["reason"] for item in summary["unread"]] == ["no such file or folder"]


def test_quiet_prints_nothing(command, tmp_path):
    (tmp_path / "a.md").write_text(DISPATCH, "utf-8")
    done = command("run", tmp_path / "a.md", "-o", tmp_path / "p", "--quiet")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_standard_input_is_an_input(command, tmp_path):
    done = command("run", "-", "-o", tmp_path / "p", "--published", "2016-02-11", "--json", stdin=DISPATCH)
    assert json.loads(done.stdout)["n_events"] == 1
    assert pq.read_table(tmp_path / "p/exports/events.parquet")["source"].to_pylist() == ["-"]


def test_options_override_the_settings_file_and_are_kept_in_the_manifest(command, tmp_path):
    (tmp_path / "a.md").write_text(DISPATCH, "utf-8")
    (tmp_path / "mine.toml").write_text('[measure]\nperiod = "day"\nmin_tie_events = 2\n')
    done = command(
        "run", tmp_path / "a.md", "-o", tmp_path / "p", "--settings", tmp_path / "mine.toml", "--period", "year"
    )
    assert done.returncode == 0, done.stderr
    kept = json.loads((tmp_path / "p/manifest.json").read_text("utf-8"))["settings"]["measure"]
    assert (kept["period"], kept["min_tie_events"]) == ("year", 2)


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ((), 2, "Usage"),
        (("run", "x.md"), 2, "Missing option"),
        (("run", "x.md", "-o", "p", "--published", "yesterday"), 2, "yesterday"),
        (("run", "x.md", "-o", "p", "--period", "decade"), 1, "setting 'measure.period'"),
        (("run", "x.md", "-o", "p", "--settings", "absent.toml"), 1, "absent.toml: no such settings file"),
        (("export", "absent"), 1, "absent: no detente project (no manifest.json). Make one with `detente run`."),
        (("review", "absent", "--csv", "x.csv"), 1, "x.csv: cannot be read"),
    ],
)
def test_mistakes_have_their_exit_code_and_say_what_to_do(command, monkeypatch, tmp_path, arguments, code, said):
    monkeypatch.chdir(tmp_path)
    done = command(*arguments)
    assert done.returncode == code
    assert said in " ".join((done.stdout + done.stderr).split())
    assert "Traceback" not in done.stderr


def test_explain_shows_actors_events_and_what_was_not_coded(command):
    done = command("explain", "Japan imposed sanctions on North Korea, and it rained.", "--json")
    found = json.loads(done.stdout)
    assert [mention["text"] for mention in found["mentions"]][:2] == ["Japan", "North Korea"]
    assert [(event["actor"], event["event_type"], event["recipient"]) for event in found["events"]] == [
        ("JPN", "SANCTION", "PRK")
    ]
    shown = command("explain", "The weather was fine.").stdout
    assert "No mention of an actor was found." in shown
    assert "No event: no state or organisation that could be told was found in it." in shown


def test_doctor_finds_this_installation_sound(command, tmp_path):
    done = command("doctor", "-o", tmp_path)
    assert done.returncode == 0, done.stdout
    assert "ok    coding: 'Japan imposed sanctions on North Korea.' gives JPN SANCTION PRK" in done.stdout


def test_doctor_says_what_is_wrong_and_how_to_mend_it(command, tmp_path):
    done = command("doctor", "-o", tmp_path / "absent")
    assert done.returncode == 3
    assert "WRONG folder" in done.stdout
    assert "remedy: give -o a folder that you may write to" in done.stdout


def test_export_writes_the_formats_asked_for(command, tmp_path):
    (tmp_path / "a.md").write_text(DISPATCH, "utf-8")
    project = detente_package.run(tmp_path / "a.md", tmp_path / "p").path
    done = command("export", project, "-o", tmp_path / "x", "--format", "gexf", "--format", "jsonl")
    assert done.returncode == 0
    assert sorted(path.name for path in (tmp_path / "x").iterdir()) == ["events.jsonl", "network.gexf"]
    refused = command("export", project, "-o", tmp_path, "--format", "xls")
    assert (refused.returncode, refused.stderr) == (
        1,
        "detente: No export format 'xls'; choose from csv, parquet, jsonl, gexf, graphml, csl.\n",
    )


def test_a_correction_changes_exports_and_survives_the_next_run(command, tmp_path):
    (tmp_path / "a.md").write_text(DISPATCH, "utf-8")
    project = tmp_path / "p"
    command("run", tmp_path / "a.md", "-o", project)
    (event,) = events_of(project)
    (tmp_path / "r.csv").write_text(
        "event_id,field,value,reason,reviewer\n"
        f"{event['event_id']},recipient,KOR,misread,ana\n"
        f"{event['event_id']},quad,1,misread,ana\n"
        "0000,actor,KOR,misread,ana\n",
        "utf-8",
    )
    done = command("review", project, "--csv", tmp_path / "r.csv")
    assert done.returncode == 3
    assert done.stdout == "1 correction entered and applied\n"
    assert "line 3: not entered: field 'quad' cannot be corrected" in done.stderr
    assert "line 4: not entered: no event '0000' in this project" in done.stderr
    for _ in range(2):
        (event,) = events_of(project)
        assert (event["recipient"], event["recipient_coded"], event["actor_coded"]) == ("KOR", "PRK", "")
        assert (project / "exports/dyads.csv").read_text("utf-8").splitlines()[1].startswith("JPN,KOR,1,")
        assert command("run", tmp_path / "a.md", "-o", project).returncode == 0
    (tmp_path / "a.md").write_text(DISPATCH.replace("Japan", "Tonga"), "utf-8")
    done = command("run", tmp_path / "a.md", "-o", project)
    assert "1 review of events that are gone; see exports/reviews.csv" in done.stdout
    assert ",orphan" in (project / "exports/reviews.csv").read_text("utf-8")


def test_version_and_package_agree(command):
    assert command("--version").stdout == f"detente {detente_package.__version__}\n"
    assert {*detente_package._HOMES, "__version__"} == set(detente_package.__all__)
    assert all(getattr(detente_package, name) is not None for name in detente_package.__all__)


def test_the_module_is_the_command():
    done = subprocess.run([sys.executable, "-m", "detente", "--version"], capture_output=True, text=True, check=True)
    assert done.stdout == f"detente {detente_package.__version__}\n"


def test_asking_for_help_imports_no_heavy_library():
    heavy = ("pyarrow", "numpy", "duckdb", "pydantic", "altair", "trafilatura", "scipy", "narwhals")
    code = (
        "import sys; sys.argv = ['detente', '--help']\n"
        "from detente.cli import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        f"print([name for name in {heavy} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
