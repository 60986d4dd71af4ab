"""What a coding depends on beside its input: code, lexicon, libraries; all as checksums and versions."""

from __future__ import annotations

import hashlib
import platform
from collections.abc import Mapping
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from detente.errors import LexiconError

# Rooms whose code decides what is coded; the others can change without anything being coded again.
CODING_ROOMS = ("read", "parse", "encode", "resolve", "extract", "schema", "lexicon")
# Those that decide what an import gives.
IMPORT_ROOMS = ("exchange", "resolve", "pipeline", "schema", "lexicon")
CODING_LIBRARIES = (
    "charset-normalizer",
    "feedparser",
    "htmldate",
    "onnxruntime",
    "py3langid",
    "pypdfium2",
    "python-docx",
    "tokenizers",
    "trafilatura",
    "warcio",
)
OTHER_LIBRARIES = ("altair", "duckdb", "narwhals", "networkx", "numpy", "pyarrow", "rensa", "scipy")


@cache
def code_checksum() -> str:
    """sha256 (hex) over the source files of the rooms that decide what is coded."""
    return _checksum(("coding.py", "errors.py", *CODING_ROOMS))


@cache
def import_checksum() -> str:
    """sha256 (hex) over the source files of the rooms that decide what an import gives."""
    return _checksum(IMPORT_ROOMS)


def _checksum(names: tuple[str, ...]) -> str:
    root = files("detente")
    digest = hashlib.sha256()
    for name in names:
        for path, content in _walk(root.joinpath(name), name):
            if path.endswith((".py", ".json")):
                digest.update(f"{path}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()


@cache
def lexicon_checksums() -> dict[str, str]:
    """sha256 (hex) by file of the shipped lexicon, sorted by name."""
    return {
        path: hashlib.sha256(content).hexdigest()
        for path, content in _walk(files("detente").joinpath("lexicon", "data"), "")
    }


def file_checksum(path: Path) -> str:
    """sha256 (hex) of a file."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def user_lexicon_checksum(path: str) -> str:
    """sha256 (hex) of a user's lexicon file; "" for none.

    Raises:
        LexiconError: if the file cannot be read.
    """
    if not path:
        return ""
    try:
        return hashlib.sha256(Path(path).read_bytes()).hexdigest()
    except OSError as error:
        raise LexiconError(f"{path}: cannot be read ({error.strerror}). Give --lexicon a readable CSV file.") from error


@cache
def coding_versions() -> Mapping[str, str]:
    """Versions that a coding depends on, by name."""
    return {
        "detente": library_version("detente"),
        "code": code_checksum(),
        "python": ".".join(platform.python_version_tuple()[:2]),
        **{name: library_version(name) for name in CODING_LIBRARIES},
    }


def all_versions() -> dict[str, str]:
    """`coding_versions` and the libraries of counting and storing."""
    return {**coding_versions(), **{name: library_version(name) for name in OTHER_LIBRARIES}}


def library_version(name: str) -> str:
    """The installed version of a distribution, or `absent`."""
    try:
        return version(name)
    except PackageNotFoundError:
        return "absent"


def _walk(node: Traversable, path: str) -> list[tuple[str, bytes]]:
    """(path, bytes) of every file below a node, sorted by path; caches left out."""
    if node.is_file():
        return [(path, node.read_bytes())]
    if not node.is_dir() or node.name == "__pycache__":
        return []
    children = sorted(node.iterdir(), key=lambda child: child.name)
    return [found for child in children for found in _walk(child, f"{path}/{child.name}".lstrip("/"))]
