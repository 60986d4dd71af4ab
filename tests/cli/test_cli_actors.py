"""`detente actors`: what is known, what a project mentions, what it could not resolve, and one's own names."""

import subprocess
import sys

import pytest

import detente
from detente.errors import LexiconError

TEXT = "---\npublished: 2016-02-11\n---\n\nJapan imposed sanctions on the Zubrowkan Navy on 10 February 2016. Zubrowka protested.\n"


@pytest.fixture
def project(tmp_path):
    (tmp_path / "a.md").write_text(TEXT, "utf-8")
    detente.run(tmp_path / "a.md", tmp_path / "p")
    return tmp_path / "p"


def command(*arguments):
    """Standard output of the command, run as a user runs it."""
    done = subprocess.run(
        [sys.executable, "-m", "detente", "actors", *map(str, arguments)], capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout, done.stderr


def test_a_known_name_is_found_without_its_diacritics_and_at_its_date():
    names = {(actor.name, actor.office) for actor in detente.actors("erdogan", on="2016-07-16") if actor.code == "TUR"}
    assert ("Recep Tayyip Erdoğan", "President") in names
    assert detente.actors("erdogan", on="1950-01-01") == []


def test_an_added_name_wins_from_the_next_run_on(project, tmp_path):
    code, out, _ = command("Zubrowkan Navy", "--add", "HUN", "--sector", "MIL", "--project", project)
    assert (code, out) == (0, f"Zubrowkan Navy = HUN written to {project / 'actors.csv'}; the next run codes with it\n")
    detente.run(tmp_path / "a.md", project)
    events = detente.Project(project).events().to_pylist()
    assert [(e["actor"], e["recipient"], e["recipient_sector"]) for e in events if e["event_type"] == "SANCTION"] == [
        ("JPN", "HUN", "MIL")
    ]


def test_a_bad_code_is_refused_and_nothing_is_written(project):
    with pytest.raises(LexiconError) as error:
        detente.add_actor(project, "Zubrowka", "ZUB")
    assert str(error.value) == (
        "the new actor: 'ZUB' is no code of a state or of PLOVER's non-state actors. "
        "See states.csv, or use IGO, NGO, IMG, MNC."
    )
    assert not (project / "actors.csv").exists()


def test_a_project_lists_whom_it_mentions_and_whom_it_could_not_resolve(project):
    assert "Japan" in command("--project", project)[1]
    assert "Zubrowka" in command("--project", project, "--unresolved")[1]
