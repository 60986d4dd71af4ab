"""Every error detente raises on purpose.

DetenteError
├── InputError            something given to detente cannot be used
│   ├── ReadError         a file, page or record cannot be read
│   │   ├── UnsafeInput   refused for safety (size, ratio, address, path)
│   │   └── EmptyInput    read, but holds no text
│   └── LexiconError      a lexicon file (ours or a user's) is malformed
├── SchemaError           a record or table breaks its declared shape
├── SettingsError         a setting does not exist or has a bad value
├── ProjectError          a project folder is missing, damaged or in use
│   └── ProjectLocked     another process is writing to it
├── ReviewError           a correction cannot be applied
└── SolverError           an exact optimisation did not finish
"""

from __future__ import annotations


class DetenteError(Exception):
    """Base of all errors raised on purpose; its text names the subject, the reason and the remedy."""


class InputError(DetenteError):
    """Something given to detente cannot be used."""


class ReadError(InputError):
    """A file, page or record cannot be read.

    Args:
        source: path or URL as given.
        reason: what is wrong, in one clause.
        remedy: what the user can do about it, in one clause.
    """

    def __init__(self, source: str, reason: str, remedy: str) -> None:
        super().__init__(f"{source}: {reason}. {remedy}.")
        self.source = source
        self.reason = reason
        self.remedy = remedy


class UnsafeInput(ReadError):
    """Refused for safety: size, decompression ratio, private address, member path."""


class EmptyInput(ReadError):
    """Readable, but without text."""


class LexiconError(InputError):
    """A lexicon file, ours or a user's, is malformed."""


class SchemaError(DetenteError):
    """A record or table breaks its declared shape."""


class SettingsError(DetenteError):
    """A setting does not exist or has a bad value."""


class ProjectError(DetenteError):
    """A project folder is missing, damaged or in use."""


class ProjectLocked(ProjectError):
    """Another process is writing to the project."""


class ReviewError(DetenteError):
    """A correction cannot be applied."""


class SolverError(DetenteError):
    """An exact optimisation did not finish with a proven optimum."""
