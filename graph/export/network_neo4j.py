"""Networks for Neo4j: files for ``neo4j-admin database import``, and a script of Cypher.

Nodes have the label ``Entity``, what they are (``Actor``, ``Act``, ``Content``, ``Obligation``,
``Instrument``), and their kind (``State``, ``Resolution``). Relationships are named by their relation
or verb: ``IMPOSES``, ``CALL_UPON``. Days are of the type date, lists are lists of text.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import islice
from pathlib import Path
from typing import IO, Any

from .network import Edge, Values, edges, nodes, plain, relation, text, types

_TYPES: Mapping[type, str] = {
    bool: "boolean",
    int: "long",
    float: "double",
    date: "date",
    tuple: "string[]",
    str: "string",
}
_BATCH = 500  # rows of a statement: what one transaction holds with ease
_NOT_NAME = re.compile(r"\W+")


def neo4j(graph: Any, folder: Path) -> None:
    """``nodes.csv`` and ``relationships.csv`` with typed headers.

    They are read by ``neo4j-admin database import full --nodes=nodes.csv
    --relationships=relationships.csv``. As its reader takes a record to be a line and ``;`` to part the
    items of a list, the end of a line becomes a space, and a semicolon in an item a comma.

    Args:
        graph: Of any view.
        folder: An empty folder.
    """
    found = types(values for _, _, values in nodes(graph))
    with (folder / "nodes.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        named = [f"{_name(name)}:{_TYPES[kind]}" for name, kind in found.items()]
        writer.writerow(["id:ID", ":LABEL", "label:string", *named])
        for node, label, values in nodes(graph):
            cells = [_cell(values.get(name), kind) for name, kind in found.items()]
            writer.writerow([_line(node), ";".join(labels(values)), _line(label), *cells])
    found = types(edge.values for edge in edges(graph))
    with (folder / "relationships.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        named = [f"{_name(name)}:{_TYPES[kind]}" for name, kind in found.items()]
        writer.writerow([":START_ID", ":END_ID", ":TYPE", "id:string", *named])
        for edge in edges(graph):
            cells = [_cell(edge.values.get(name), kind) for name, kind in found.items()]
            ends = _line(edge.source), _line(edge.target), relationship(graph, edge)
            writer.writerow([*ends, _line(edge.id), *cells])


def cypher(graph: Any, file: IO[bytes]) -> None:
    """A script that merges the network into a database: ``cypher-shell -f network.cypher``.

    Run twice it changes nothing. Text is written with escapes, and nothing in it can end its quotes.

    Args:
        graph: Of any view.
        file: Open for bytes.
    """
    file.write(b"CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;\n")
    by_labels: dict[tuple[str, ...], list[Values]] = {}
    for node, label, values in nodes(graph):
        by_labels.setdefault(labels(values), []).append({"id": node, "label": label, **values})
    for found in sorted(by_labels):
        _unwind(
            file,
            map(_map, by_labels[found]),
            f"MERGE (n:Entity {{id: row.id}}) SET n += row SET n:{':'.join(found)};",
        )
    by_type: dict[str, list[Edge]] = {}
    for edge in edges(graph):
        by_type.setdefault(relationship(graph, edge), []).append(edge)
    for kind in sorted(by_type):
        _unwind(
            file,
            (
                f"{{source: {_literal(edge.source)}, target: {_literal(edge.target)}, "
                f"values: {_map({'id': edge.id, **edge.values})}}}"
                for edge in by_type[kind]
            ),
            "MATCH (a:Entity {id: row.source}) MATCH (b:Entity {id: row.target}) "
            f"MERGE (a)-[r:{kind} {{id: row.values.id}}]->(b) SET r += row.values;",
        )


def labels(values: Values) -> tuple[str, ...]:
    """The labels of a node: what it is, and of what kind."""
    iri = str(values.get("iri", ""))
    if part := values.get("part"):
        what = str(part)
    elif "modality" in values:
        what = "obligation"
    else:
        what = "actor" if "/actor/" in iri or "known" in values else "instrument"
    kind = values.get("kind") if what in ("actor", "instrument") else None
    found = ["Entity", *(_camel(str(one)) for one in (what, kind) if one and one != "unknown")]
    return tuple(dict.fromkeys(found))


def relationship(graph: Any, edge: Edge) -> str:
    """The type of a relationship: letters, digits and underscores."""
    name = _NOT_NAME.sub("_", text(relation(graph, edge.values))).strip("_").upper()
    return name if name and not name[0].isdigit() else f"R_{name}"


def _camel(words: str) -> str:
    found = "".join(word[:1].upper() + word[1:] for word in _NOT_NAME.split(text(words)))
    return found if found and not found[0].isdigit() else f"K{found}"


def _name(attribute: str) -> str:
    return _NOT_NAME.sub("_", text(attribute))


def _line(value: Any) -> str:
    """Text on one line."""
    return " ".join(text(value).splitlines())


def _cell(value: Any, kind: type) -> str:
    """A value of a row; an empty cell is none."""
    if value is None:
        return ""
    if kind is tuple:
        return ";".join(_line(plain(one)).replace(";", ",") for one in value)
    return _line(value)


def _unwind(file: IO[bytes], rows: Iterable[str], clause: str) -> None:
    """Statements that do something with each row, a batch each."""
    waiting: Iterator[str] = iter(rows)
    while batch := list(islice(waiting, _BATCH)):
        file.write("UNWIND [\n{}\n] AS row\n{}\n".format(",\n".join(batch), clause).encode())


def _map(values: Values) -> str:
    return "{" + ", ".join(f"{_name(name)}: {_literal(one)}" for name, one in values.items()) + "}"


def _literal(value: Any) -> str:
    """A value as Cypher writes it."""
    if isinstance(value, bool | int | float):
        return text(value)
    if isinstance(value, date):
        return f"date('{value.isoformat()}')"
    if isinstance(value, tuple | list):
        return "[" + ", ".join(_literal(one) for one in value) + "]"
    escaped = text(value).replace("\\", "\\\\").replace("'", "\\'")
    escaped = escaped.replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t")
    # Neo4j reads “\u0027” as a quotation mark before it looks for strings, even where the backslash
    # is escaped: so a “u” that follows one begins another string.
    return "'" + _UNICODE.sub("\\\\\\\\' + '\\1", escaped) + "'"


_UNICODE = re.compile(r"\\\\([uU])")
