"""The tutorial's commands work, in its order, and print what it says they print.

`python tests/contract/test_tutorial.py` writes the present outputs into the tutorial.
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

TUTORIAL = Path(__file__).resolve().parents[2] / "docs" / "tutorial.md"
# A bash block and, where one follows directly, the text block with its output.
STEP = re.compile(r"^```bash\n(?P<command>.*?)^```\n(?:\n```text\n(?P<output>.*?)^```\n)?", re.MULTILINE | re.DOTALL)
MARK = "@@ end of step"


def test_every_command_of_the_tutorial_works_and_prints_what_it_says(tmp_path):
    page = TUTORIAL.read_text("utf-8")
    steps = list(STEP.finditer(page))
    assert len(steps) == page.count("\n```bash\n") >= 10
    for step, printed in zip(steps, outputs(page, tmp_path), strict=True):
        if step["output"] is not None:
            assert without_figures(step["output"]) == without_figures(printed), step["command"]


def test_the_tutorial_shows_run_explain_review_and_export():
    commands = "".join(step["command"] for step in STEP.finditer(TUTORIAL.read_text("utf-8")))
    assert set(re.findall(r"^detente (\w+)", commands, re.MULTILINE)) == {"demo", "run", "explain", "review", "export"}


def outputs(page, folder):
    """What each bash block prints, run in one shell in `folder`; lines without trailing spaces."""
    script = "".join(f"{step['command']}echo '{MARK}'\n" for step in STEP.finditer(page))
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    environment = {**os.environ, "PATH": path, "PYTHONUTF8": "1", "COLUMNS": "80", "LC_ALL": "C"}
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", script],
        cwd=folder,
        env=environment,
        text=True,
        encoding="utf-8",
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    trimmed = "".join(f"{line.rstrip()}\n" for line in done.stdout.splitlines())
    return trimmed.split(f"{MARK}\n")[:-1]


def without_figures(text):
    """The text with every run of digits the same: how many events there are depends on the coder's version."""
    return re.sub(r"\d+", "0", text)


def updated(page, folder):
    """The page with the outputs as they are now."""
    printed = iter(outputs(page, folder))

    def filled(step):
        output = next(printed)
        shown = "" if step["output"] is None else f"\n```text\n{output}```\n"
        return f"```bash\n{step['command']}```\n{shown}"

    return STEP.sub(filled, page)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        TUTORIAL.write_text(updated(TUTORIAL.read_text("utf-8"), name), "utf-8")
