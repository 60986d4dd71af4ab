"""Text that XML 1.0 can hold."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx as nx

ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, production 2


def legal_text(text: str) -> str:
    """The text without the characters that XML 1.0 forbids, also escaped (controls, surrogates, U+FFFE)."""
    return ILLEGAL.sub("", text)


def legal_graph(graph: nx.Graph) -> nx.Graph:
    """A copy with legal text in node names and attributes; nodes and ties in their order; None left out."""
    import networkx as nx

    copy = nx.Graph()
    for node, values in graph.nodes(data=True):
        copy.add_node(legal_text(str(node)), **_legal_values(values))
    for a, b, values in graph.edges(data=True):
        copy.add_edge(legal_text(str(a)), legal_text(str(b)), **_legal_values(values))
    return copy


def _legal_values(values: dict[str, object]) -> dict[str, object]:
    return {
        key: legal_text(value) if isinstance(value, str) else value
        for key, value in values.items()
        if value is not None
    }
