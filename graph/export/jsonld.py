"""JSON-LD to read: short names from ``ontology/context.jsonld``, and what is part of a thing within it.

A document's node holds its paragraphs, these their acts, and these all that hangs on them. Names of
data are relative to the base of the context; whatever it has no term for is written out in full, so
that nothing is lost.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib.resources import files
from typing import Any, BinaryIO

from ... import ontology
from ...ontology.vocabulary import ELI, OG, RDF, XSD
from ..ntriples import statements, unescaped

# Names that mean the same relative to any base: no scheme, no empty part, none that begins with a dot.
_PART = r"[A-Za-z0-9_~()*+,;=@%-][A-Za-z0-9._~()*+,;=@%-]*"
_RELATIVE = re.compile(rf"{_PART}(?:/{_PART})*")
_INTEGER = re.compile(r"0|-?[1-9][0-9]{0,14}")
#: Names of things and terms that are remembered, so that memory does not grow with the documents.
_REMEMBERED = 1 << 16
_LOCAL = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
# What lies beneath a thing, by its IRI, is written within it by these, read backwards.
_WITHIN = {ELI.is_part_of: "paragraphs", OG.inParagraph: "acts", OG.arisesFrom: "obligations"}

Node = dict[str, Any]


def context() -> str:
    """The context as it is shipped: an object with the one key ``@context``."""
    return files(ontology).joinpath("context.jsonld").read_text("utf-8")


def write_jsonld(graphs: Iterable[tuple[str, bytes]], file: BinaryIO) -> None:
    """Writes named graphs as JSON-LD, one after the other.

    Args:
        graphs: The name of each graph, and its lines of N-Triples, sorted by subject.
        file: Where to.
    """
    head = context()
    terms = _Terms(json.loads(head)["@context"])
    file.write(f'{head.rstrip().removesuffix("}").rstrip()},\n"@graph": [\n'.encode())
    comma = ""
    for name, lines in graphs:
        nodes = ",\n".join(_shown(node) for node in _nested(name, lines, terms))
        written = json.dumps(terms.iri(name), ensure_ascii=False)
        file.write(f'{comma}{{"@id": {written}, "@graph": [\n{nodes}\n]}}'.encode())
        comma = ",\n"
    file.write(b"\n]}\n")


def _shown(node: Node) -> str:
    """A node of a graph as text: a line, and one more for each of its paragraphs."""
    paragraphs = node.pop("paragraphs", None)
    text = json.dumps(node, ensure_ascii=False)
    if paragraphs is None:
        return text
    # In their order, which that of their names is not: the tenth comes before the second.
    paragraphs.sort(key=lambda one: one["position"] if isinstance(one.get("position"), int) else 0)
    rows = ",\n ".join(json.dumps(one, ensure_ascii=False) for one in paragraphs)
    return f'{text[:-1]}, "paragraphs": [\n {rows}]}}'


class _Terms:
    """What the context calls properties, and how it takes their values."""

    def __init__(self, context: Node) -> None:
        prefixes = {
            name: iri
            for name, iri in context.items()
            if isinstance(iri, str) and "/" in iri and not name.startswith("@")
        }
        self._prefixes = sorted(prefixes.items(), key=lambda row: -len(row[1]))
        self._vocabulary: str = context["@vocab"]
        self._base: str = context["@base"]
        self._taken = set(context)
        self._terms: dict[str, tuple[str, str, str]] = {}
        for name, rule in context.items():
            if isinstance(rule, dict) and "@id" in rule:
                kind = rule.get("@type", "")
                kind = kind if kind == "@id" else self._whole(kind)
                self._terms[self._whole(rule["@id"])] = (name, kind, rule.get("@language", ""))
            elif isinstance(rule, str) and name not in prefixes and not name.startswith("@"):
                self._terms[self._whole(rule)] = (name, "", "")

        self.iri = lru_cache(maxsize=_REMEMBERED)(self._iri)
        self.term = lru_cache(maxsize=_REMEMBERED)(self._term)
        self.type = lru_cache(maxsize=_REMEMBERED)(self._type)

    def _whole(self, name: str) -> str:
        prefix, _, local = name.partition(":")
        return next((iri + local for known, iri in self._prefixes if known == prefix), name)

    def _iri(self, iri: str) -> str:
        """An IRI of a thing, relative to the base where it is one of ours."""
        local = iri.removeprefix(self._base)
        return local if local != iri and _RELATIVE.fullmatch(local) else iri

    def _type(self, iri: str) -> str:
        """An IRI of a class."""
        return self._term(iri)[0]

    def _term(self, iri: str) -> tuple[str, str, str]:
        """What a property is called, the type that its values are taken to have, their language."""
        if iri in self._terms:
            return self._terms[iri]
        local = iri.removeprefix(self._vocabulary)
        if local != iri and _LOCAL.fullmatch(local) and local not in self._taken:
            return (local, "", "")
        for prefix, namespace in self._prefixes:
            if iri.startswith(namespace) and _LOCAL.fullmatch(iri.removeprefix(namespace)):
                return (f"{prefix}:{iri.removeprefix(namespace)}", "", "")
        return (iri, "", "")


def _nested(graph: str, lines: bytes, terms: _Terms) -> Iterator[Node]:
    """The nodes of a graph that lie within no other, in the order of the lines."""
    nodes: dict[str, Node] = {}
    links: list[tuple[Node, str, str, str]] = []  # holder, key, subject, object: to be looked at again
    within: dict[str, tuple[str, str]] = {}
    iri, term, type_of = terms.iri, terms.term, terms.type
    for subject, predicate, value in statements(lines):
        node = nodes.get(subject)
        if node is None:
            node = nodes[subject] = {"@id": iri(subject)}
        if value[0] != "<":
            key, kind, language = term(predicate)
            _add(node, key, _literal(value, kind, language))
            continue
        target = value[1:-1]
        if predicate == RDF.type:
            node.setdefault("@type", []).append(type_of(target))
        elif (
            predicate in _WITHIN
            and subject not in within
            and subject.startswith(target + "/")
            # The contents of an act state their paragraph too, and lie within the act.
            and (predicate != OG.inParagraph or "SpeechAct" in node.get("@type", ()))
        ):
            within[subject] = (target, predicate)
        else:
            links.append((node, predicate, subject, target))
    placed = _place(nodes, within, links, terms)
    for subject, node in nodes.items():
        if subject not in placed:
            yield node


def _place(
    nodes: dict[str, Node],
    within: dict[str, tuple[str, str]],
    links: list[tuple[Node, str, str, str]],
    terms: _Terms,
) -> set[str]:
    """Puts nodes into those that they are parts of; returns the IRIs of those that were put.

    A part's IRI begins with that of the whole, so that nothing comes to lie within itself.
    """
    placed: set[str] = set()
    for subject, (target, predicate) in within.items():
        if target in nodes:
            nodes[target].setdefault(_WITHIN[predicate], []).append(nodes[subject])
            placed.add(subject)
        else:
            links.append((nodes[subject], predicate, subject, target))
    for node, predicate, subject, target in links:
        key, kind, _ = terms.term(predicate)
        if target in nodes and target not in placed and target.startswith(subject + "/"):
            _add(node, key, nodes[target])
            placed.add(target)
        else:
            short = terms.iri(target)
            _add(node, key, short if kind == "@id" else {"@id": short})
    return placed


def _add(node: Node, key: str, value: object) -> None:
    """Adds a value to a property: a list stands only where there are several."""
    if key not in node:
        node[key] = value
    elif isinstance(node[key], list):
        node[key].append(value)
    else:
        node[key] = [node[key], value]


def _literal(written: str, kind: str, language: str) -> object:
    """A literal of N-Triples as the property's term has it."""
    end = written.rindex('"')
    value, mark = written[1:end], written[end + 1 :]
    if "\\" in value:
        value = unescaped(value)
    if mark[:1] == "@":
        return value if mark[1:] == language else {"@value": value, "@language": mark[1:]}
    if not mark:
        return {"@value": value} if kind or language else value
    datatype = mark[3:-1]
    if datatype == kind:
        return value
    if not kind and datatype == XSD.integer and _INTEGER.fullmatch(value):
        return int(value)
    if not kind and datatype == XSD.boolean and value in ("true", "false"):
        return value == "true"
    return {"@value": value, "@type": datatype}
