"""Networks as lines of text: CSV, DOT for Graphviz, and Pajek."""

from __future__ import annotations

import csv
import io
import re
from typing import IO, Any

from .network import edges, nodes, relation, text, types

# Written first, in this order, where an edge has them; others follow by name.
_COLUMNS = (
    *("act", "verb", "force", "rank", "modality", "document", "paragraph"),
    *("date", "due", "until", "via", "certainty", "words"),
)


def edge_list(graph: Any, file: IO[bytes]) -> None:
    """CSV with a header (RFC 4180, UTF-8): a row an edge, with the names of both its ends.

    Args:
        graph: Of any view.
        file: Open for bytes.
    """
    there = types(edge.values for edge in edges(graph))
    columns = [name for name in _COLUMNS if name in there] + sorted(there.keys() - set(_COLUMNS))
    labels = {node: label for node, label, _ in nodes(graph)}
    lines = io.TextIOWrapper(file, "utf-8", newline="")
    writer = csv.writer(lines)
    writer.writerow(["source", "source_name", "target", "target_name", *columns])
    for edge in edges(graph):
        ends = (edge.source, labels[edge.source], edge.target, labels[edge.target])
        writer.writerow([*map(text, ends), *(text(edge.values.get(name, "")) for name in columns)])
    lines.detach()  # else the file would be closed with it


def dot(graph: Any, file: IO[bytes]) -> None:
    """DOT (https://graphviz.org/doc/info/lang.html), for Graphviz and what reads its language.

    Names are quoted; within the quotes a quotation mark and a backslash have a backslash before
    them, and the end of a line is ``\\n``, as Graphviz reads them in labels.

    Args:
        graph: Of any view.
        file: Open for bytes.
    """
    kind, arrow = ("digraph", "->") if graph.is_directed() else ("graph", "--")
    file.write(f"{kind} {_quoted(graph.graph.get('name', ''))} {{\n".encode())
    for node, label, values in nodes(graph):
        found = {"label": label, **{name: one for name, one in values.items() if name != "label"}}
        file.write(f"  {_quoted(node)} [{_attributes(found)}];\n".encode())
    for edge in edges(graph):
        found = {"id": edge.id, "label": relation(graph, edge.values), **edge.values}
        ends = f"{_quoted(edge.source)} {arrow} {_quoted(edge.target)}"
        file.write(f"  {ends} [{_attributes(found)}];\n".encode())
    file.write(b"}\n")


def _attributes(values: dict[str, Any]) -> str:
    return ", ".join(f"{_quoted(name)}={_quoted(value)}" for name, value in values.items())


def _quoted(value: Any) -> str:
    words = text(value).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{_LINE_END.sub(_NEWLINE, words)}"'


_LINE_END = re.compile(r"\r\n|\r|\n")
_NEWLINE = r"\\n"  # as a replacement: a backslash and an n


def pajek(graph: Any, file: IO[bytes]) -> None:
    """Pajek NET (http://mrvar.fdv.uni-lj.si/pajek/), with weights and the relation as the label of an arc.

    A node is known by its label alone, which is its name, or itself where another node has that name
    too. Pajek has no escapes: a quotation mark becomes ``'``, a backslash ``/``, and the end of a line or a
    tabulator a space. Other attributes are left out, for which the format has no place.

    Args:
        graph: Of any view.
        file: Open for bytes.
    """
    labels = {node: _word(str(values.get("name") or node)) for node, _, values in nodes(graph)}
    owners: dict[str, list[str]] = {}
    for node, label in labels.items():
        owners.setdefault(label, []).append(node)
    taken = {label for label, found in owners.items() if len(found) == 1}
    number: dict[str, int] = {}
    file.write(f"*Vertices {graph.number_of_nodes()}\n".encode())
    for node, label in labels.items():
        number[node] = len(number) + 1
        if len(owners[label]) > 1:
            label = _word(node)
            while label in taken:
                label += "'"
            taken.add(label)
        file.write(f'{number[node]} "{label}"\n'.encode())
    file.write(b"*Arcs\n" if graph.is_directed() else b"*Edges\n")
    for edge in edges(graph):
        weight = text(edge.values.get("weight", 1))
        words = _word(relation(graph, edge.values))
        file.write(f'{number[edge.source]} {number[edge.target]} {weight} l "{words}"\n'.encode())


def _word(value: str) -> str:
    return " ".join(text(value).replace('"', "'").replace("\\", "/").split()) or "-"
