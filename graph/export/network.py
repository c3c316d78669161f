"""Views as files of nodes and edges. The formats know no None, list or date: these are flattened."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

# Characters that XML 1.0 cannot hold (https://www.w3.org/TR/xml/#charsets).
_UNFIT = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

# Written first, in this order, where an edge has them; others follow by name.
_COLUMNS = (
    "act",
    "verb",
    "force",
    "rank",
    "modality",
    "document",
    "paragraph",
    "date",
    "due",
    "until",
    "via",
    "certainty",
    "words",
)


def graphml(graph: Any) -> str:
    """GraphML. Lists are joined by ``; ``, dates are ISO strings, each edge has an id of its own."""
    import networkx as nx

    lines = nx.generate_graphml(_flat(graph, _text), edge_id_from_attribute="id")
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + "\n".join(lines) + "\n"


def gexf(graph: Any) -> str:
    """GEXF 1.3. Values as in GraphML; nodes have their name as label."""
    import networkx as nx

    lines = list(nx.generate_gexf(_flat(graph, _text), version="1.3"))
    # The writer states today's date, which would make every day's file another one.
    kept = [re.sub(r' lastmodifieddate="[^"]*"', "", line) for line in lines]
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + "\n".join(kept) + "\n"


def node_link(graph: Any) -> str:
    """Node-link JSON, as ``networkx.node_link_graph(data, edges="edges")`` reads it; lists stay lists."""
    import networkx as nx

    found = nx.node_link_data(_flat(graph, _plain), edges="edges")
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def edge_list(graph: Any) -> str:
    """CSV with a header (RFC 4180, UTF-8): a row an edge, with the names of both its ends."""
    flat = _flat(graph, _text)
    rows = [(source, target, data) for source, target, data in flat.edges(data=True)]
    there = {name for _, _, data in rows for name in data} - {"id"}
    columns = [name for name in _COLUMNS if name in there] + sorted(there - set(_COLUMNS))
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(["source", "source_name", "target", "target_name", *columns])
    for source, target, data in rows:
        ends = [source, _label(flat, source), target, _label(flat, target)]
        writer.writerow([*ends, *(data.get(name, "") for name in columns)])
    return file.getvalue()


WRITERS: Mapping[str, Callable[[Any], str]] = {
    "graphml": graphml,
    "gexf": gexf,
    "json": node_link,
    "csv": edge_list,
}
"""Writers by the name of their format."""


def _label(graph: Any, node: str) -> str:
    return str(graph.nodes[node].get("label", node))


def _flat(graph: Any, value: Callable[[Any], Any]) -> Any:
    """A copy whose values are plain, nodes have a ``label`` and edges an ``id`` that is unique.

    One act addresses several actors, so its id alone does not name an edge.
    """
    flat = graph.__class__()
    flat.graph.update({name: value(one) for name, one in sorted(graph.graph.items())})
    for node, data in graph.nodes(data=True):
        label = data.get("name") or data.get("words") or node
        flat.add_node(node, label=value(label), **dict(_fit(data, value)))
    if graph.is_multigraph():
        for source, target, key, data in graph.edges(keys=True, data=True):
            name = value(f"{key}#{target}")
            flat.add_edge(source, target, key=name, id=name, **dict(_fit(data, value)))
    else:
        for source, target, data in graph.edges(data=True):
            flat.add_edge(source, target, id=value(f"{source}#{target}"), **dict(_fit(data, value)))
    return flat


def _fit(data: Mapping[str, Any], value: Callable[[Any], Any]) -> Iterator[tuple[str, Any]]:
    """The attributes that have a value, by name."""
    for name, one in sorted(data.items()):
        if one is not None and name != "id":
            yield name, value(one)


def _plain(value: Any) -> Any:
    """A value for JSON."""
    if isinstance(value, date):
        return value.isoformat()
    return [_plain(one) for one in value] if isinstance(value, tuple | list) else value


def _text(value: Any) -> Any:
    """A value for XML and CSV: a number, a truth value, or text without unfit characters."""
    if isinstance(value, tuple | list):
        return _text("; ".join(str(_plain(one)) for one in value))
    if isinstance(value, date):
        return value.isoformat()
    return _UNFIT.sub("\ufffd", value) if isinstance(value, str) else value
