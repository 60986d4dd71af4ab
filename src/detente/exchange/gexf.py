"""The signed network as GEXF 1.2, for Gephi."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from detente.exchange.atomic import atomic_file
from detente.exchange.xml_text import legal_graph

if TYPE_CHECKING:
    import networkx as nx

MODIFIED = re.compile(r' lastmodifieddate="[^"]*"')


def write_gexf(graph: nx.Graph, path: Path) -> Path:
    """GEXF with the graph's node and edge attributes; the same graph gives the same bytes (no date inside).

    A node's label is its `name`. An edge's GEXF weight is |weight|, for layouts take no negative one; its sign is in
    `sign`, and `signed_weight` holds the weight as measured. Characters illegal in XML are left out.

    Args:
        graph: as `signed_network` gives it.
        path: file to write, atomically.

    Returns:
        `path`.
    """
    import networkx as nx

    legal = legal_graph(graph)
    for node, values in legal.nodes(data=True):
        values["label"] = values.get("name") or node
    for _, _, values in legal.edges(data=True):
        values["signed_weight"] = values.get("weight", 0.0)
        values["weight"] = abs(values["signed_weight"])
    lines = MODIFIED.sub("", "\n".join(nx.generate_gexf(legal)), count=1)
    with atomic_file(path) as file:
        file.write(f'<?xml version="1.0" encoding="UTF-8"?>\n{lines}\n'.encode())
    return path
