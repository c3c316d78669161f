"""Networks as JSON: node-link, as networkx and D3 have it, and as Cytoscape has it. An element a line."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import IO, Any

from .network import Edge, Values, edges, nodes, plain


def node_link(graph: Any, file: IO[bytes]) -> None:
    """Node-link JSON, as ``networkx.node_link_graph(data, edges="edges")`` reads it.

    Args:
        graph: Of any view.
        file: Open for bytes.
    """

    def node(row: tuple[str, str, Values]) -> Values:
        return {"id": row[0], "label": row[1], **_plain(row[2])}

    def edge(row: Edge) -> Values:
        key = {"key": row.id} if graph.is_multigraph() else {}
        return {"id": row.id, "source": row.source, "target": row.target, **key, **_plain(row.values)}

    head = {**_head(graph), "graph": _plain(dict(sorted(graph.graph.items())))}
    file.write(f"{_json(head)[:-1]},\n".encode())
    _list(file, "nodes", map(node, nodes(graph)))
    file.write(b",\n")
    _list(file, "edges", map(edge, edges(graph)))
    file.write(b"}\n")


def cytoscape(graph: Any, file: IO[bytes]) -> None:
    """Cytoscape JSON, for Cytoscape, Cytoscape.js and ``networkx.cytoscape_graph``.

    Args:
        graph: Of any view.
        file: Open for bytes.
    """

    def node(row: tuple[str, str, Values]) -> Values:
        return {"data": {**_plain(row[2]), "id": row[0], "value": row[0], "name": row[1]}}

    def edge(row: Edge) -> Values:
        key = {"key": row.id} if graph.is_multigraph() else {}
        ends = {"id": row.id, "source": row.source, "target": row.target, **key}
        return {"data": {**_plain(row.values), **ends}}

    data = [[name, plain(value)] for name, value in sorted(graph.graph.items())]
    head = {"data": data, **_head(graph)}
    file.write(f'{_json(head)[:-1]},\n"elements": {{\n'.encode())
    _list(file, "nodes", map(node, nodes(graph)))
    file.write(b",\n")
    _list(file, "edges", map(edge, edges(graph)))
    file.write(b"}}\n")


def _head(graph: Any) -> Values:
    return {"directed": graph.is_directed(), "multigraph": graph.is_multigraph()}


def _plain(values: Values) -> Values:
    return {name: plain(value) for name, value in values.items()}


def _json(value: Any) -> str:
    """JSON; half of a surrogate pair, which UTF-8 cannot hold, is escaped."""
    written = json.dumps(value, ensure_ascii=False)
    try:
        written.encode()
    except UnicodeEncodeError:
        return json.dumps(value)
    return written


def _list(file: IO[bytes], name: str, rows: Iterable[Values]) -> None:
    """A named list, a line an item."""
    file.write(f'"{name}": ['.encode())
    for number, row in enumerate(rows):
        file.write(f"{',' if number else ''}\n{_json(row)}".encode())
    file.write(b"\n]")
