"""A detente command in a process of its own, with its time and peak memory."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measured:
    """Exit code, output, wall time in seconds and peak resident memory in MB (10^6 bytes) of one command."""

    code: int
    stdout: str
    stderr: str
    seconds: float
    peak_mb: float


def run_measured(arguments: list[str]) -> Measured:
    """Run `detente ARGUMENTS` and measure it (POSIX)."""
    with tempfile.TemporaryFile("w+") as out, tempfile.TemporaryFile("w+") as err:
        started = time.monotonic()
        process = subprocess.Popen([sys.executable, "-m", "detente", *arguments], stdout=out, stderr=err)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.monotonic() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        err.seek(0)
        unit = 1 if sys.platform == "darwin" else 1024
        return Measured(process.returncode, out.read(), err.read(), seconds, usage.ru_maxrss * unit / 1e6)
