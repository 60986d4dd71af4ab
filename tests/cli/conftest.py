"""A project of an invented history: a quarrel between Japan and South Korea amid everyday talks of others."""

import io
import sys
from dataclasses import dataclass

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


@dataclass(frozen=True)
class Done:
    """What a command left behind."""

    returncode: int
    stdout: str
    stderr: str


@pytest.fixture
def command(monkeypatch, capfd):
    """The entry point of the command, called as the shell would, in this process for speed."""

    def call(*arguments):
        monkeypatch.setattr(sys, "argv", ["detente", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
        capfd.readouterr()
        with pytest.raises(SystemExit) as left:
            main()
        out, err = capfd.readouterr()
        return Done(int(left.value.code or 0), out, err)

    return call
