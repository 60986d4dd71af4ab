"""Any figure as a file of the user's."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from detente.errors import InputError


def write_figure_file(chart: Any, path: Path, title: str, words: str) -> Path:
    """A chart as HTML, SVG or PNG by the name's ending, whole or not at all; folders are made.

    Args:
        chart: an altair chart.
        path: file to write.
        title: heading of the page and name of the figure.
        words: what the figure shows, for those who cannot see it; in HTML also the text under it.

    Raises:
        SettingsError: if the ending is no format of figures.
        InputError: if the file cannot be written.
    """
    from detente.draw.figure_file import figure_file
    from detente.exchange.atomic import atomic_file

    content = figure_file(chart, path.suffix, title, words)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with atomic_file(path) as file:
            file.write(content)
    except OSError as error:
        raise InputError(f"{path}: cannot be written ({error.strerror}). Choose another place with -o.") from error
    return path
