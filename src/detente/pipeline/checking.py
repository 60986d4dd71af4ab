"""Is this installation fit to work? One check a line, each with what to do when it is not."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path

from detente.errors import DetenteError
from detente.pipeline.versions import lexicon_checksums, library_version
from detente.settings import Settings

SENTENCE = "Japan imposed sanctions on North Korea."
MIN_PYTHON = (3, 11)


@dataclass(frozen=True, slots=True)
class Check:
    """One thing checked: its name, whether it is in order, what was found, and the remedy ("" where in order)."""

    name: str
    ok: bool
    found: str
    remedy: str = ""


def check_installation(folder: Path) -> list[Check]:
    """Python, libraries, lexicon, a writable folder, and one sentence coded.

    Args:
        folder: where projects are to be written.
    """
    checks: list[Callable[[], Iterator[Check]]] = [
        _python,
        _libraries,
        _lexicon,
        lambda: _folder(folder),
        _coding,
    ]
    return [found for check in checks for found in check()]


def _python() -> Iterator[Check]:
    found = ".".join(str(part) for part in sys.version_info[:3])
    ok = sys.version_info[:2] >= MIN_PYTHON
    yield Check("Python", ok, found, "" if ok else "install Python 3.11 or later")


def _libraries() -> Iterator[Check]:
    yield Check("detente", True, library_version("detente"))
    try:
        needed = [line for line in requires("detente") or () if "extra ==" not in line]
    except PackageNotFoundError:
        yield Check("libraries", False, "detente is not installed", "run `pip install detente`")
        return
    names = [line.split(";")[0].split("<")[0].split(">")[0].split("=")[0].split("[")[0].strip() for line in needed]
    versions = {name: library_version(name) for name in names}
    absent = [name for name, found in versions.items() if found == "absent"]
    remedy = f"run `pip install {' '.join(absent)}`" if absent else ""
    found = f"absent: {', '.join(absent)}" if absent else ", ".join(f"{name} {versions[name]}" for name in versions)
    yield Check("libraries", not absent, found, remedy)


def _lexicon() -> Iterator[Check]:
    checksums = lexicon_checksums()
    if not checksums:
        yield Check("lexicon", False, "no file", "reinstall detente: its data files are missing")
    for name, checksum in checksums.items():
        yield Check(f"lexicon {name}", True, f"sha256 {checksum[:16]}")


def _folder(folder: Path) -> Iterator[Check]:
    try:
        with tempfile.NamedTemporaryFile(dir=folder):
            pass
    except OSError as error:
        yield Check("folder", False, f"{folder}: {error.strerror}", "give -o a folder that you may write to")
        return
    yield Check("folder", True, f"{folder} can be written")


def _coding() -> Iterator[Check]:
    from detente.pipeline.explaining import code_text

    try:
        events = code_text(SENTENCE, None, Settings())
    except (DetenteError, ImportError, OSError, ValueError) as error:
        yield Check("coding", False, f"{type(error).__name__}: {error}", "reinstall detente with the locked versions")
        return
    found = "; ".join(f"{event.actor} {event.event_type} {event.recipient}" for event in events) or "nothing"
    ok = any((event.actor, event.event_type, event.recipient) == ("JPN", "SANCTION", "PRK") for event in events)
    remedy = "" if ok else "reinstall detente: its lexicon is damaged"
    yield Check("coding", ok, f"{SENTENCE!r} gives {found}", remedy)
