"""What the formats of nodes and edges have in common: plain values, labels, and an id for each edge.

None of them knows a list, a day and an unknown value at once. So a list becomes a text joined by
``; `` unless its format has lists, a day is an ISO date, and what is unknown is left out. A character
that XML 1.0 cannot hold (a control character, half of a surrogate pair) becomes U+FFFD in every format but
JSON, which can hold it. Nodes and edges come in the order of the graph, attributes by name, so the same graph
gives the same bytes. Each writer takes the graph row by row and keeps no second copy of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

# Characters that XML 1.0 cannot hold (https://www.w3.org/TR/xml/#charsets).
_UNFIT = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

Values = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Edge:
    """An edge, whose ``id`` is unique in its graph."""

    id: str
    source: str
    target: str
    values: Values


def nodes(graph: Any) -> Iterator[tuple[str, str, Values]]:
    """Each node with its label (its name, else its words, else itself) and its attributes, sorted."""
    for node, data in graph.nodes(data=True):
        yield node, str(data.get("name") or data.get("words") or node), _sorted(data)


def edges(graph: Any) -> Iterator[Edge]:
    """Each edge with its attributes, sorted.

    One act addresses several actors, so its key alone does not name an edge: the target is added,
    and the source too where that does not do.
    """
    seen: set[str] = set()
    many = graph.is_multigraph()
    rows = graph.edges(keys=True, data=True) if many else graph.edges(data=True)
    for source, target, *key, data in rows:
        name = f"{key[0]}#{target}" if many else f"{source}#{target}"
        if name in seen:
            name = f"{source}#{name}"
        seen.add(name)
        yield Edge(name, source, target, _sorted(data))


def _sorted(data: Values) -> Values:
    return {name: data[name] for name in sorted(data) if data[name] is not None and name != "id"}


def types(rows: Iterable[Values]) -> dict[str, type]:
    """The type that all values of an attribute fit in, by name: bool, int, float, date, tuple or str."""
    found: dict[str, set[type]] = {}
    for row in rows:
        for name, value in row.items():
            found.setdefault(name, set()).add(tuple if isinstance(value, list) else type(value))
    return {name: _common(kinds) for name, kinds in sorted(found.items())}


def _common(kinds: set[type]) -> type:
    if kinds == {int, float}:
        return float
    kind = next(iter(kinds))
    return kind if len(kinds) == 1 and kind in (bool, int, float, date, tuple) else str


def plain(value: Any) -> Any:
    """A value for JSON: days are ISO dates, lists stay lists."""
    if isinstance(value, date):
        return value.isoformat()
    return [plain(one) for one in value] if isinstance(value, tuple | list) else value


def text(value: Any) -> str:
    """A value for all other formats, as text without unfit characters."""
    if isinstance(value, str):
        return _UNFIT.sub("\ufffd", value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple | list):
        return text("; ".join(str(plain(one)) for one in value))
    return value.isoformat() if isinstance(value, date) else str(value)


def relation(graph: Any, values: Values) -> str:
    """What an edge says in a word or two: its relation, its verb, or what all edges of the graph say."""
    return str(values.get("relation") or values.get("act") or graph.graph.get("relation") or "related to")
