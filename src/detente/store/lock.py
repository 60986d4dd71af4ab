"""One writer a project: a lock that the operating system takes back when its process dies."""

from __future__ import annotations

import json
import os
import socket
import sys
from pathlib import Path
from types import TracebackType
from typing import IO

from detente.errors import ProjectError, ProjectLocked

LOCK_FILE = ".lock"


class WriteLock:
    """Exclusive right to write to a project folder; a context manager.

    The file names the holder (process id and host) for whoever is refused. What counts is the
    operating system's own lock on it: that ends with the process, so the lock of a killed run is
    taken over without asking, and a process id used twice misleads no one.

    Args:
        folder: the project folder.

    Raises:
        ProjectLocked: on entering, if another process holds the lock.
        ProjectError: on entering, if the folder cannot be written.
    """

    def __init__(self, folder: Path) -> None:
        self.path = folder / LOCK_FILE
        self._stream: IO[str] | None = None

    def __enter__(self) -> WriteLock:
        try:
            stream = self.path.open("a+", encoding="utf-8")
        except OSError as error:
            raise ProjectError(
                f"{self.path.parent}: cannot be written ({error.strerror}). Choose another folder with -o."
            ) from error
        if not _try_lock(stream):
            holder = holder_of(self.path)
            stream.close()
            raise ProjectLocked(
                f"{self.path.parent}: another process is writing to it ({holder}). "
                "Wait until it has finished, or stop it; reading is possible meanwhile."
            )
        stream.truncate(0)
        stream.write(json.dumps({"host": socket.gethostname(), "pid": os.getpid()}))
        stream.flush()
        self._stream = stream
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._stream is not None:
            self._stream.truncate(0)  # never deleted: a waiting process may have it open
            self._stream.close()
            self._stream = None


def holder_of(path: Path) -> str:
    """Who wrote the lock file, as `process 123 on host`, or `unknown process`."""
    try:
        holder = json.loads(path.read_text("utf-8"))
        return f"process {holder['pid']} on {holder['host']}"
    except (OSError, ValueError, KeyError, TypeError):
        return "unknown process"


def _try_lock(stream: IO[str]) -> bool:
    """Take the operating system's exclusive lock on an open file, without waiting."""
    try:
        if sys.platform == "win32":
            import msvcrt

            stream.seek(1_000_000)  # a byte beyond the text, so that others can still read who holds it
            msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(stream.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
