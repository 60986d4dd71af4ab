"""`detente.toml`: every setting with its meaning, the defaults commented out."""

from __future__ import annotations

import json
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from detente.settings import Settings

SETTINGS_FILE = "detente.toml"
_HEAD = "# Settings of this project. A line that begins with `#` shows a default; remove the `#` to change it."


def settings_toml(settings: Settings) -> str:
    """TOML text of the settings; `load_settings` on it gives `settings` again.

    Settings that differ from the default are written out, the others commented out.
    """
    lines = [_HEAD, ""]
    sections = []
    for name, info in type(settings).model_fields.items():
        value = getattr(settings, name)
        if isinstance(value, BaseModel):
            sections.append((name, value))
        else:
            lines += _entry(name, info, value)
    for name, section in sections:
        lines += [f"[{name}]"]
        for key, info in type(section).model_fields.items():
            lines += _entry(key, info, getattr(section, key))
    return "\n".join(lines).rstrip() + "\n"


def _entry(name: str, info: FieldInfo, value: Any) -> list[str]:
    mark = "# " if value == info.default else ""
    return [f"# {info.description}", f"{mark}{name} = {_toml_value(value)}", ""]


def _toml_value(value: Any) -> str:
    """A string, number or truth value as TOML writes it: for these JSON is the same, but for DEL."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
