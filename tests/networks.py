"""Networks with hostile names, and what the writers make of them."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

import networkx as nx
from obligraph.graph.export import FORMATS

# Names that end a string, an element, a statement or a line, where a writer takes no care.
HOSTILE = (
    'say "quoted" \\"twice\\"',
    "it's <b>bold</b> & done ]]> <!-- --> &amp;",
    "two\nlines\r\nand a\ttabulator\rreturn",
    "ends in a backslash\\",
    "'; MATCH (n) DETACH DELETE n; //",
    "\\u0027}) DETACH DELETE n //",
    "semicolons; in; it",
    "=cmd|' /C calc'!A0",
    "العربية 日本語 \U0001f6a2",
    "  spaces  around  ",
    "",
)


def hostile(*names: str) -> Any:
    """A network whose names, verbs and lists are these."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(name=names[0])
    for number, name in enumerate(names):
        graph.add_node(f"n{number}", name=name, known=number % 2 == 0, iri=f"actor/{number}", kind="state")
    for number, name in enumerate(names):
        data = {"words": name, "act": name, "verbs": (name, "b"), "rank": number, "weight": 1.5}
        key = f"act {number} {name}"
        graph.add_edge("n0", f"n{number}", key=key, date=date(2016, 12, 20), **data)
    return graph


def written(graph: Any, name: str) -> bytes:
    """What a format that is one file makes of a graph."""
    file = io.BytesIO()
    FORMATS[name].function()(graph, file)
    return file.getvalue()
