"""A run killed at any instant leaves the state before it readable; the next run ends as if nothing had happened.

DETENTE_KILLS (default 3) says how many kills, DETENTE_KILL_SEED (default 0) where they fall.
"""

import json
import os
import random
import signal
import subprocess
import sys
import time

import pytest

import detente

KILLS = int(os.environ.get("DETENTE_KILLS", "3"))
SEED = int(os.environ.get("DETENTE_KILL_SEED", "0"))
STATES = ("Japan", "China", "Russia", "Ukraine", "France", "India", "Poland", "Iran", "Israel", "Greece")
ACTS = ("condemned", "imposed sanctions on", "held talks with", "signed an agreement with", "thanked", "threatened")


def write_corpus(folder, numbers):
    folder.mkdir(exist_ok=True)
    chance = random.Random(7)
    for number in range(max(numbers) + 1):
        a, b = chance.sample(STATES, 2)
        lines = [f"{a} {act} {b} on {chance.randint(1, 28)} May 2022." for act in chance.sample(ACTS, 3)]
        if number in numbers:
            text = f"---\npublished: 2022-06-{1 + number % 28:02d}\n---\n\nReport {number}. {' '.join(lines)}\n"
            (folder / f"{number:04d}.md").write_text(text, "utf-8")


def run(corpus, project):
    return subprocess.Popen(
        [sys.executable, "-m", "detente", "run", "corpus", "-o", str(project), "--quiet"], cwd=corpus.parent
    )


def tables_of(project):
    """Bytes of the manifest and of every part that it names, and of the exports."""
    manifest = json.loads((project / "manifest.json").read_text("utf-8"))
    names = [part["name"] for parts in manifest["tables"].values() for part in parts]
    exports = [f"exports/{path.name}" for path in (project / "exports").iterdir()]
    return {name: (project / name).read_bytes() for name in ["manifest.json", "report.html", *names, *exports]}


@pytest.fixture(scope="module")
def corpora(tmp_path_factory):
    """A corpus, a project of half of it, one of all of it that was never killed, and how long that one took."""
    folder = tmp_path_factory.mktemp("kill")
    write_corpus(folder / "corpus", range(100))
    assert run(folder / "corpus", folder / "half").wait() == 0
    write_corpus(folder / "corpus", range(250))
    started = time.monotonic()
    assert run(folder / "corpus", folder / "whole").wait() == 0
    return folder, time.monotonic() - started


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL is POSIX")
@pytest.mark.parametrize("number", range(KILLS))
def test_a_killed_run_harms_nothing_and_is_continued(corpora, number, tmp_path):
    folder, seconds = corpora
    project = tmp_path / "p"
    subprocess.run(["cp", "-r", str(folder / "half"), str(project)], check=True)
    before = detente.Project(project).events()
    moment = random.Random(SEED * 1000 + number).uniform(0.2, seconds)
    process = run(folder / "corpus", project)
    time.sleep(moment)
    process.send_signal(signal.SIGKILL)
    code = process.wait()
    assert code in (0, -signal.SIGKILL)
    opened = detente.Project(project)
    if opened.table("documents").num_rows == 100:
        assert opened.events().equals(before)
    else:
        assert opened.table("documents").num_rows == 250  # killed after the commit
    assert run(folder / "corpus", project).wait() == 0
    assert tables_of(project) == tables_of(folder / "whole"), f"killed after {moment:.3f} s"
