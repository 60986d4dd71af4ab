"""Links of figures: into the page they stand in, and nowhere else."""

from __future__ import annotations


def inner_link(href: str | None) -> str | None:
    """The link when it is a fragment (`#pair-JPN-KOR`), else None."""
    return href if href and href.startswith("#") else None
