"""The signed network as GraphML, for igraph, R and yEd."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from detente.exchange.atomic import atomic_file
from detente.exchange.xml_text import legal_graph

if TYPE_CHECKING:
    import networkx as nx

BOOLEAN_KEY = re.compile(r'<key id="(\w+)"[^>]* attr\.type="boolean"')


def write_graphml(graph: nx.Graph, path: Path) -> Path:
    """GraphML with the graph's node and edge attributes, signed weights as measured; the same graph, the same bytes.

    Characters illegal in XML are left out; booleans are `true` and `false`, as the schema wants them.

    Args:
        graph: as `signed_network` gives it.
        path: file to write, atomically.

    Returns:
        `path`.
    """
    import networkx as nx

    text = "\n".join(nx.generate_graphml(legal_graph(graph)))
    for key in BOOLEAN_KEY.findall(text):
        for word in ("True", "False"):
            text = text.replace(f'<data key="{key}">{word}</data>', f'<data key="{key}">{word.lower()}</data>')
    with atomic_file(path) as file:
        file.write(f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'.encode())
    return path
