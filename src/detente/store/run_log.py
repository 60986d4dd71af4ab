"""What may differ between two runs of the same input: times and machine."""

from __future__ import annotations

import json
import platform
import socket
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

LOG_FILE = "run.log.jsonl"


def log_line(folder: Path, what: str, values: Mapping[str, Any]) -> None:
    """Append one line: UTC time, host, platform, Python, `what` happened and `values` (JSON)."""
    line = {
        "time": datetime.now(UTC).isoformat(timespec="milliseconds"),
        "what": what,
        "host": socket.gethostname(),
        "platform": platform.platform(),
        "python": sys.version.split()[0],
        **values,
    }
    with (folder / LOG_FILE).open("a", encoding="utf-8") as stream:
        stream.write(json.dumps(line, ensure_ascii=False, default=str) + "\n")


def peak_memory_mb() -> float | None:
    """Peak resident memory of this process in MB (10^6 bytes), or None where the system does not say."""
    try:
        import resource
    except ImportError:
        return None
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return round(peak / 1e6 if sys.platform == "darwin" else peak * 1024 / 1e6, 1)
