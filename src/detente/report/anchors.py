"""Fragments of the page: what a link to a pair, an item of evidence or a document points at."""

from __future__ import annotations

import hashlib
import re

_PLAIN = re.compile(r"[A-Za-z0-9]{1,40}")


def slug(text: str) -> str:
    """Letters and digits that stand for a code; the code itself where it is plain, else a hash of it."""
    return text if _PLAIN.fullmatch(text) else f"x{hashlib.sha256(text.encode()).hexdigest()[:12]}"


def pair_anchor(a: str, b: str) -> str:
    """Fragment of the evidence of a pair, either way round; of acts of `a` alone when `b` is ""."""
    first, second = sorted((a, b), key=lambda code: (not code, code))
    return f"pair-{slug(first)}-{slug(second) if second else 'alone'}"


def dyad_token(actor: str, recipient: str, what: str) -> str:
    """Mark of the items that one number of the dyad table counts; `what` is `n`, `act`, `q1` …"""
    return f"{slug(actor)}-{slug(recipient)}-{what}"


def document_anchor(number: int) -> str:
    """Fragment of a document in the list of sources."""
    return f"document-{number}"
