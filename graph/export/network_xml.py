"""Networks as GraphML and as GEXF 1.3, written element by element."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from typing import IO, Any
from xml.sax.saxutils import escape, quoteattr

from .network import Values, edges, nodes, relation, text, types

_GRAPHML = "http://graphml.graphdrawing.org/xmlns"
_GEXF = "http://gexf.net/1.3"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_TYPES: Mapping[type, str] = {bool: "boolean", int: "long", float: "double"}
_RETURN = {"\r": "&#13;"}  # a bare one would be read as the end of a line

Attributes = Mapping[str, str]
Parts = Sequence[tuple[Any, ...]]
"""Elements within another: name, attributes, text, parts."""


def graphml(graph: Any, file: IO[bytes]) -> None:
    """GraphML (http://graphml.graphdrawing.org), for yEd, Gephi, igraph, networkx.

    Args:
        graph: Of any view.
        file: Open for bytes.
    """
    element, root = _open(file, "graphml", _GRAPHML, f"{_GRAPHML}/1.0/graphml.xsd")
    with root:
        keys: dict[str, dict[str, str]] = {}
        rows = {
            "graph": types([graph.graph]),
            "node": {"label": str, **types(values for _, _, values in nodes(graph))},
            "edge": types(edge.values for edge in edges(graph)),
        }
        for owner, found in rows.items():
            keys[owner] = {name: f"{owner[0]}{number}" for number, name in enumerate(sorted(found))}
            for name, key in keys[owner].items():
                kind = _TYPES.get(found[name], "string")
                element("key", {"id": key, "for": owner, "attr.name": text(name), "attr.type": kind})
        directed = "directed" if graph.is_directed() else "undirected"

        def data(owner: str, values: Values) -> Parts:
            return [("data", {"key": keys[owner][name]}, text(one)) for name, one in values.items()]

        with element.open("graph", {"edgedefault": directed}):
            for part in data("graph", dict(sorted(graph.graph.items()))):
                element(*part)
            for node, label, values in nodes(graph):
                element("node", {"id": text(node)}, "", data("node", {"label": label, **values}))
            for edge in edges(graph):
                ends = {"source": text(edge.source), "target": text(edge.target)}
                element("edge", {"id": text(edge.id), **ends}, "", data("edge", edge.values))


def gexf(graph: Any, file: IO[bytes]) -> None:
    """GEXF 1.3 (https://gexf.net), for Gephi, with days as its timeline has them.

    An edge exists from the day of adoption to that day, one that stands for several acts from the
    first to the last: so a window of the timeline shows what was said within it. A node exists
    from its first edge to its last. What has no day is always there.

    Args:
        graph: Of any view.
        file: Open for bytes.
    """
    lives, dynamic = _lives(graph)
    element, root = _open(file, "gexf", _GEXF, f"{_GEXF}/gexf.xsd", version="1.3")
    with root:
        with element.open("meta", {}):
            element("creator", {}, "obligraph")
            element("description", {}, text(graph.graph.get("name", "")))
        mode = {"mode": "dynamic", "timeformat": "date", "timerepresentation": "interval"}
        directed = "directed" if graph.is_directed() else "undirected"
        with element.open(
            "graph", {"defaultedgetype": directed, **(mode if dynamic else {"mode": "static"})}
        ):
            rows = {
                "node": types(values for _, _, values in nodes(graph)),
                "edge": types(_values(edge.values) for edge in edges(graph)),
            }
            keys: dict[str, dict[str, str]] = {}
            for owner, found in rows.items():
                keys[owner] = {name: f"{owner[0]}{number}" for number, name in enumerate(found)}
                with element.open("attributes", {"class": owner, "mode": "static"}):
                    for name, key in keys[owner].items():
                        kind = _TYPES.get(found[name], "string")
                        element("attribute", {"id": key, "title": text(name), "type": kind})

            def attributes(owner: str, values: Values) -> Parts:
                cells = [(keys[owner][name], text(one)) for name, one in values.items()]
                found: Parts = [("attvalue", {"for": key, "value": cell}) for key, cell in cells]
                return [("attvalues", {}, "", found)] if found else []

            with element.open("nodes", {"count": str(graph.number_of_nodes())}):
                for node, label, values in nodes(graph):
                    named = {"id": text(node), "label": text(label), **_bounds(lives.get(node))}
                    element("node", named, "", attributes("node", values))
            with element.open("edges", {"count": str(graph.number_of_edges())}):
                for edge in edges(graph):
                    ends = {"source": text(edge.source), "target": text(edge.target)}
                    named = {"id": text(edge.id), **ends, "label": text(relation(graph, edge.values))}
                    if "weight" in edge.values:
                        named["weight"] = text(edge.values["weight"])
                    named |= _bounds(_life(edge.values))
                    element("edge", named, "", attributes("edge", _values(edge.values)))


def _values(values: Values) -> Values:
    """The attributes of an edge but its weight, for which GEXF has a place of its own."""
    return {name: value for name, value in values.items() if name != "weight"}


_Life = tuple[date, date]


def _life(values: Values) -> _Life | None:
    """From which day to which day something exists; None for always."""
    first, last = values.get("first", values.get("date")), values.get("last", values.get("date"))
    return (first, last) if isinstance(first, date) and isinstance(last, date) else None


def _lives(graph: Any) -> tuple[dict[str, _Life], bool]:
    """From when to when each node exists that does not always, and whether anything has a day."""
    found: dict[str, _Life] = {}
    always: set[str] = set()
    dynamic = False
    for edge in edges(graph):
        life = _life(edge.values)
        dynamic = dynamic or life is not None
        for node in (edge.source, edge.target):
            if life is None:
                always.add(node)
            else:
                there = found.get(node, life)
                found[node] = min(there[0], life[0]), max(there[1], life[1])
    lives = {node: life for node, life in found.items() if node not in always}
    for node, _, values in nodes(graph):
        if node not in lives and (life := _life(values)):
            lives[node] = life
            dynamic = True
    return lives, dynamic


def _bounds(life: _Life | None) -> dict[str, str]:
    return {"start": life[0].isoformat(), "end": life[1].isoformat()} if life else {}


class _Elements:
    """Writes elements one after another, a line each, their parts indented.

    Args:
        file: Open for bytes.
    """

    def __init__(self, file: IO[bytes]) -> None:
        self._file, self._depth = file, 0

    def __call__(self, name: str, attributes: Attributes, words: str = "", parts: Parts = ()) -> None:
        """Writes an element with its text or its parts."""
        self._line(_element(name, attributes, words, parts))

    @contextmanager
    def open(self, name: str, attributes: Attributes) -> Iterator[None]:
        """An element that further ones are written into."""
        self._line(f"<{name}{_attributes(attributes)}>")
        self._depth += 1
        yield
        self._depth -= 1
        self._line(f"</{name}>")

    def _line(self, written: str) -> None:
        self._file.write(f"{' ' * self._depth}{written}\n".encode())


def _element(name: str, attributes: Attributes, words: str = "", parts: Parts = ()) -> str:
    inner = escape(words, _RETURN) + "".join(_element(*part) for part in parts)
    start = f"<{name}{_attributes(attributes)}"
    return f"{start}>{inner}</{name}>" if inner else f"{start}/>"


def _attributes(attributes: Attributes) -> str:
    return "".join(f" {name}={quoteattr(value)}" for name, value in attributes.items())


def _open(file: IO[bytes], name: str, space: str, schema: str, **attributes: str) -> Any:
    """A document with its root element open."""
    file.write(b'<?xml version="1.0" encoding="UTF-8"?>\n')
    named = {"xmlns": space, "xmlns:xsi": _XSI, "xsi:schemaLocation": f"{space} {schema}", **attributes}
    elements = _Elements(file)
    return elements, elements.open(name, named)
