"""Files that are whole or absent: temporary name, fsync, rename."""

from __future__ import annotations

import os
from pathlib import Path

TEMPORARY = ".detente-tmp"


def write_atomic(path: Path, content: bytes) -> Path:
    """Write `content` so that a kill at any instant leaves the old file or the new one, never a part of one.

    Args:
        path: where to write; its folder is made when absent.
        content: the whole file, in bytes.

    Returns:
        `path`.

    Raises:
        OSError: if the folder cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f"{path.name}.{os.getpid()}{TEMPORARY}")
    with temporary.open("wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())
    temporary.replace(path)
    _sync_folder(path.parent)
    return path


def remove_leftovers(folder: Path) -> int:
    """Delete the temporary files of killed writers under `folder`; the caller holds the project's lock.

    Returns:
        How many were deleted.
    """
    leftovers = sorted(folder.rglob(f"*{TEMPORARY}"))
    for path in leftovers:
        path.unlink(missing_ok=True)
    return len(leftovers)


def _sync_folder(folder: Path) -> None:
    """Make the rename itself durable, where the system can (Windows cannot open a folder)."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
