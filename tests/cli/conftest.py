"""The command as the shell would call it, and a project of an invented history of Japan and South Korea."""

import io
import sys
from typing import NamedTuple

import pytest
from history_rows import write_history

import detente as detente_package
from detente.cli import main


@pytest.fixture(scope="session")
def history(tmp_path_factory):
    """The project folder."""
    folder = tmp_path_factory.mktemp("history")
    write_history(folder / "a.csv")
    detente_package.import_events(folder / "a.csv", folder / "p")
    return folder / "p"


class Done(NamedTuple):
    """What a command left behind."""

    returncode: int
    stdout: str
    stderr: str


@pytest.fixture
def command(monkeypatch, capfd):
    """The entry point of the command, called as the shell would, in this process for speed."""

    def call(*arguments, stdin=""):
        monkeypatch.setattr(sys, "argv", ["detente", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode())))
        capfd.readouterr()
        with pytest.raises(SystemExit) as left:
            main()
        return Done(int(left.value.code or 0), *capfd.readouterr())

    return call
