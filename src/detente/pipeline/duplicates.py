"""Near-duplicates: documents that share most of their word 5-grams, counted once.

Each document is compared with the first documents of the clusters before it. MinHash with banding
proposes candidates, exact Jaccard similarity of the 5-gram sets decides, so a false candidate costs time only.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

SHINGLE_WORDS = 5
N_PERMUTATIONS = 128
SEED = 20_240_229  # of the permutations; any fixed number will do
MIN_RECALL = 0.99  # chance that a pair exactly at the threshold becomes a candidate
KEPT_SETS = 256  # 5-gram sets of cluster heads kept in memory

_WORD = re.compile(r"\w+")


def find_clusters(
    documents: Iterable[tuple[str, str]], threshold: float, text_of: Callable[[str], str]
) -> dict[str, str]:
    """Cluster of every document: the id of the earliest document that it is a near-duplicate of, or its own.

    J(a, b) = |A ∩ B| / |A ∪ B| over the sets of word 5-grams (lower case; the whole text where it has
    fewer than 5 words); b joins the earliest cluster whose first document a has J(a, b) >= threshold.
    Degenerate case: a document without words is its own cluster.

    Args:
        documents: (document_id, text), in input order; read once.
        threshold: in (0, 1].
        text_of: text of a document met before.

    Returns:
        {document_id: document_id of the first of its cluster}, in input order.

    Source:
        Broder (1997), On the resemblance and containment of documents.
    """
    from rensa import RMinHash, RMinHashLSH  # pyright: ignore[reportAttributeAccessIssue]

    index = RMinHashLSH(threshold=threshold, num_perm=N_PERMUTATIONS, num_bands=bands_for(threshold))
    heads: list[str] = []

    @lru_cache(maxsize=KEPT_SETS)
    def head_shingles(document_id: str) -> frozenset[str]:
        return shingles(text_of(document_id))

    clusters: dict[str, str] = {}
    for document_id, text in documents:
        own = shingles(text)
        clusters[document_id] = document_id
        if not own:
            continue
        signature = RMinHash(num_perm=N_PERMUTATIONS, seed=SEED)
        signature.update(sorted(own))
        for candidate in sorted(index.query(signature)):
            if jaccard(own, head_shingles(heads[candidate])) >= threshold:
                clusters[document_id] = heads[candidate]
                break
        else:
            index.insert(len(heads), signature)
            heads.append(document_id)
    return clusters


def shingles(text: str) -> frozenset[str]:
    """The set of word 5-grams of a text, lower case; empty when it has no words."""
    words = [word.lower() for word in _WORD.findall(text)]
    if not words:
        return frozenset()
    last = max(len(words) - SHINGLE_WORDS, 0)
    return frozenset(" ".join(words[start : start + SHINGLE_WORDS]) for start in range(last + 1))


def jaccard(a: frozenset[str], b: frozenset[str]) -> float:
    """|a ∩ b| / |a ∪ b|, in [0, 1]; 0 when both are empty."""
    both = len(a & b)
    either = len(a) + len(b) - both
    return both / either if either else 0.0


def bands_for(threshold: float) -> int:
    """The smallest number of bands of N_PERMUTATIONS that proposes pairs at the threshold with MIN_RECALL.

    P(candidate) = 1 - (1 - t^r)^b with r = N_PERMUTATIONS / b rows a band.
    """
    for bands in (4, 8, 16, 32, 64):
        rows = N_PERMUTATIONS // bands
        if 1 - (1 - threshold**rows) ** bands >= MIN_RECALL:
            return bands
    return N_PERMUTATIONS
