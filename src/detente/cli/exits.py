"""Exit codes, the same for every command."""

from __future__ import annotations

from types import MappingProxyType

OK = 0
FAILURE = 1
USAGE = 2
INCOMPLETE = 3
INTERRUPTED = 130

MEANINGS = MappingProxyType(
    {
        OK: "done; every input was read",
        FAILURE: "failed; the reason and the remedy are on standard error",
        USAGE: "the command line is wrong",
        INCOMPLETE: "done, but some inputs were not read, some rows refused, or some checks failed; each is listed",
        INTERRUPTED: "interrupted; the next run continues where this one stopped",
    }
)

EPILOG = "Exit codes: " + "; ".join(f"{code} {meaning}" for code, meaning in MEANINGS.items()) + "."
