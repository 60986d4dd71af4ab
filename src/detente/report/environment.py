"""Templates, style and script of the page, and the policy that lets in nothing else."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from detente.report.clean import clean

if TYPE_CHECKING:
    from jinja2 import Environment


@cache
def environment() -> Environment:
    """Jinja with escaping always on, undefined names as errors, and steering characters taken out of every value."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=PackageLoader("detente.report"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_clean,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@cache
def asset(name: str) -> str:
    """Text of `page.css` or `page.js`, line ends as the browser hashes them."""
    text = files("detente.report").joinpath("templates", name).read_text("utf-8")
    return text.replace("\r\n", "\n")


def content_policy(style: str, script: str) -> str:
    """The content-security policy of a page with exactly this style and script: nothing from outside, ever."""
    return (
        f"default-src 'none'; style-src 'sha256-{_digest(style)}'; script-src 'sha256-{_digest(script)}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _clean(value: Any) -> Any:
    return clean(value) if type(value) is str else value
