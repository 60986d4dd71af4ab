"""The settings of one run: file or project or defaults, then what the caller overrides."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from detente.errors import SettingsError
from detente.settings import Settings, load_settings
from detente.store.toml import SETTINGS_FILE


def settings_for(project: Path, file: Path | None, overrides: Mapping[str, Any]) -> Settings:
    """Settings of `file`, else of the project's `detente.toml`, else the defaults; then the overrides.

    Args:
        project: the project folder; need not exist.
        file: a TOML file that must exist, or None.
        overrides: by dotted name (`read.published`); None leaves a setting as it is.

    Raises:
        SettingsError: if the file is absent or malformed, or a value is bad.
    """
    if file is not None and not file.is_file():
        raise SettingsError(f"{file}: no such settings file. Check the path given to --settings.")
    values = load_settings(file or project / SETTINGS_FILE).model_dump()
    for name, value in overrides.items():
        if value is not None:
            *section, key = name.split(".")
            (values[section[0]] if section else values)[key] = value
    try:
        return Settings.model_validate(values)
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(str(part) for part in first["loc"])
        raise SettingsError(f"setting {key!r}: {first['msg']}. See docs/reference/settings.md.") from error
