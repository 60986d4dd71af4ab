"""What the user names, as a flat list of things to read: files, folders, patterns, URLs, standard input."""

from __future__ import annotations

import glob
import os
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from detente.errors import UnsafeInput
from detente.read.content import Content, open_content
from detente.schema.rejected import Rejected
from detente.settings import ReadSettings

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")


@dataclass(frozen=True, slots=True)
class Source:
    """One thing to read; small and plain, so that it can be handed to another process.

    Attributes:
        path_or_url: as given; for a file in a folder, the folder as given and the path inside it.
        kind: `file`, `url` or `stdin`.
        content: the bytes of standard input; None for the others, which are read when opened.
    """

    path_or_url: str
    kind: str
    content: bytes | None = None

    def open(self, settings: ReadSettings) -> Content:
        """The content, opened within the limits of `settings`.

        Raises:
            ReadError: if it cannot be read.
        """
        return open_content(self, settings)


def list_sources(inputs: Sequence[str], settings: ReadSettings) -> Iterator[Source | Rejected]:
    """Sources behind the inputs, in the order given; folders and patterns sorted by path.

    A folder is searched with all its folders; names that begin with a dot are left out. A file that is named twice
    is listed once. A link inside a folder that leads out of it is refused.

    Args:
        inputs: paths, folders, patterns with `*`, `?` or `[…]` (`**` for any depth), URLs, `-` for standard input.
        settings: limits of reading.
    """
    seen: set[str] = set()
    for given in inputs:
        for found in _expanded(str(given), settings):
            if isinstance(found, Source):
                key = os.path.realpath(found.path_or_url) if found.kind == "file" else found.path_or_url
                if key in seen:
                    continue
                seen.add(key)
            yield found


def _expanded(given: str, settings: ReadSettings) -> Iterator[Source | Rejected]:
    if given == "-":
        yield _standard_input(settings)
    elif re.match(r"https?://", given, re.IGNORECASE):
        yield Source(given, "url")
    elif _SCHEME.match(given):
        scheme = given.partition("://")[0]
        yield Rejected(given, "file", f"{scheme}:// addresses are not read", "Give a http or https address, or a file")
    elif "\0" in given or not given:
        yield Rejected(given, "file", "not a path", "Give a file, a folder, a pattern, a URL or -")
    elif os.path.isdir(given):
        yield from _folder(given)
    elif os.path.lexists(given):
        yield Source(given, "file")
    elif glob.has_magic(given):
        matches = sorted(glob.glob(given, recursive=True))
        if not matches:
            yield Rejected(given, "file", "no file matches this pattern", "Check the pattern and the folder")
        for match in matches:
            if not os.path.isdir(match):
                yield Source(match, "file")
            elif "**" not in given:
                yield from _folder(match)
    else:
        yield Rejected(given, "file", "no such file or folder", "Check the path")


def _folder(folder: str) -> Iterator[Source | Rejected]:
    root = os.path.realpath(folder)
    errors: list[OSError] = []
    paths: list[str] = []
    for parent, folders, files in os.walk(folder, onerror=errors.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        paths += [os.path.join(parent, name) for name in files if not name.startswith(".")]
    for path in sorted(paths, key=lambda path: Path(path).parts):
        inside = os.path.realpath(path)
        if os.path.islink(path) and os.path.commonpath([root, inside]) != root:
            yield Rejected(path, "file", "a link that leads out of the folder", "Give the file itself")
        else:
            yield Source(path, "file")
    for error in errors:
        name = str(error.filename or folder)
        yield Rejected(name, "file", f"the folder cannot be listed ({error.strerror})", "Check its permissions")
    if not paths and not errors:
        yield Rejected(folder, "file", "the folder holds no files", "Check the path")


def _standard_input(settings: ReadSettings) -> Source | Rejected:
    content = sys.stdin.buffer.read(settings.max_bytes + 1)
    if len(content) > settings.max_bytes:
        reason = f"more than {settings.max_bytes:,} bytes on standard input"
        refusal = UnsafeInput("-", reason, "Save it to files, or raise read.max_bytes")
        return Rejected("-", "file", refusal.reason, refusal.remedy)
    return Source("-", "stdin", content)
