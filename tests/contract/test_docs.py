"""The generated reference says what the code does."""

import subprocess
import sys
from pathlib import Path

import detente.schema.tables as tables

ROOT = Path(__file__).resolve().parents[2]


def test_the_generated_pages_are_up_to_date():
    done = subprocess.run(
        [sys.executable, ROOT / "docs/generate.py", "--check"], capture_output=True, text=True, check=False
    )
    assert done.stdout == "nothing out of date\n", f"{done.stdout}{done.stderr}\nrun `make docs`"


def test_every_table_has_a_section():
    page = (ROOT / "docs/reference/tables.md").read_text("utf-8")
    assert [name for name in tables.TABLES if f"\n## {name}\n" not in page] == []
