"""One frozen settings object; `detente.toml` in a project folder overrides the defaults."""

from __future__ import annotations

import tomllib
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from detente.errors import SettingsError


class ReadSettings(BaseModel):
    """Limits and choices of reading."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    max_bytes: int = Field(default=64_000_000, gt=0, description="largest file or response read, in bytes")
    max_expanded_bytes: int = Field(default=256_000_000, gt=0, description="largest decompressed size, in bytes")
    max_ratio: float = Field(default=200.0, gt=1, description="largest decompression ratio")
    max_document_chars: int = Field(default=2_000_000, gt=0, description="longest text of one document, in characters")
    max_line_chars: int = Field(default=1_000_000, gt=0, description="longest single line accepted as text")
    timeout_s: float = Field(default=20.0, gt=0, description="time for one URL, in seconds")
    max_redirects: int = Field(default=5, ge=0, description="redirects followed for one URL")
    allow_private: bool = Field(default=False, description="read URLs on private, loopback and link-local addresses")
    text_column: str = Field(default="", description="text column of CSV, TSV and JSONL; empty: look for a usual name")
    published: str = Field(default="", description="publication date for documents that state none, YYYY-MM-DD")


class MeasureSettings(BaseModel):
    """Choices of counting and of ties."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    period: str = Field(default="month", pattern="^(day|week|month|quarter|year)$", description="period of the panel")
    present_days: int = Field(default=1095, gt=0, description="age, in days, up to which an event counts for a tie")
    min_tie_events: int = Field(default=1, ge=1, description="event groups a tie needs to have a sign")


class Settings(BaseModel):
    """Everything a run can be told; unknown keys are errors."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    coder: str = Field(
        default="trained", description="event coder: trained (network and patterns) or lexical (patterns alone)"
    )
    lexicon: str = Field(default="", description="path of a user's trigger lexicon (CSV), empty: none")
    actors: str = Field(
        default="", description="path of your names of actors (CSV), empty: actors.csv of the project, if any"
    )
    duplicates_threshold: float = Field(default=0.8, gt=0, le=1, description="Jaccard similarity of near-duplicates")
    read: ReadSettings = ReadSettings()
    measure: MeasureSettings = MeasureSettings()


def load_settings(path: Path | None) -> Settings:
    """Settings of a TOML file, or the defaults when `path` is None or absent.

    Raises:
        SettingsError: if the file is no TOML, or holds an unknown key or a bad value.
    """
    if path is None or not path.exists():
        return Settings()
    try:
        return Settings(**tomllib.loads(path.read_text("utf-8")))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: not valid TOML ({error}). Correct the file or delete it.") from error
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(str(part) for part in first["loc"])
        raise SettingsError(f"{path}: setting {key!r}: {first['msg']}. See docs/reference/settings.md.") from error
