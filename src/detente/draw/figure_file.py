"""A chart as the bytes of a file: a page without script, SVG or PNG."""

from __future__ import annotations

import html
import io
from typing import Any

from detente.draw.inline_svg import inline_svg
from detente.errors import SettingsError

FORMATS = (".html", ".svg", ".png")
PIXEL_RATIO = 2
PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{title}</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<style>body{{margin:2rem auto;max-width:75rem;font-family:sans-serif;background:#fdfcf9;color:#1e2328}}</style></head>
<body><h1>{title}</h1>
{figure}
<p>{words}</p></body></html>
"""


def figure_file(chart: Any, ending: str, title: str, words: str) -> bytes:
    """The chart in the format of a file name's ending; nothing in it leads outside.

    Args:
        chart: an altair chart.
        ending: .html, .svg or .png, in any case of letters.
        title: heading of the page and name of the figure.
        words: what the figure shows, for those who cannot see it; in HTML also the text under it.

    Raises:
        SettingsError: if the ending is none of these.
    """
    require_format(ending)
    if ending.lower() == ".html":
        figure = inline_svg(chart, "figure", title, words)
        return PAGE.format(title=html.escape(title), figure=figure, words=html.escape(words)).encode()
    if ending.lower() == ".svg":
        text = io.StringIO()
        chart.save(text, format="svg")
        return text.getvalue().encode()
    picture = io.BytesIO()
    chart.save(picture, format="png", scale_factor=PIXEL_RATIO)
    return picture.getvalue()


def require_format(ending: str) -> None:
    """Raises SettingsError if a figure cannot have this ending."""
    if ending.lower() not in FORMATS:
        raise SettingsError(f"{ending or 'no ending'} is no format of figures; give a name in {', '.join(FORMATS)}.")
