"""Holds a graph to SHACL shapes: the constraints that ours use, read from their own file.

A general SHACL engine over rdflib takes seconds for a long resolution, this one milliseconds. The
tests hold the two to the same findings. A constraint that is not known here raises.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Any

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, parse

from ..ontology.vocabulary import RDF, XSD, shapes_file

Term = Any
"""A term of pyoxigraph."""

Index = Mapping[Term, Mapping[str, Sequence[Term]]]
"""The triples of a graph: subject to predicate to objects."""

_SH = "http://www.w3.org/ns/shacl#"
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_COMMENT = "http://www.w3.org/2000/01/rdf-schema#comment"
_MESSAGE = f"{_SH}message"
_TYPE = RDF.type
_NOTHING: Mapping[str, Sequence[Term]] = {}
_LEXICAL: Mapping[str, re.Pattern[str]] = {
    XSD.boolean: re.compile(r"true|false|1|0"),
    XSD.date: re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"),
    XSD.decimal: re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)"),
    XSD.duration: re.compile(r"-?P(?=.)(\d+Y)?(\d+M)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?"),
    XSD.gYear: re.compile(r"-?([1-9]\d{3,}|0\d{3})"),
    XSD.integer: re.compile(r"[+-]?\d+"),
    XSD.string: re.compile(r".*", re.DOTALL),
}


@dataclass(frozen=True, slots=True)
class Fault:
    """Where a graph falls short of a shape.

    Attributes:
        node: The node that does.
        shape: The last part of the shape's IRI.
        why: The shape's reason.
        constraint: The kind of constraint: ``minCount``, ``class``, ``xone`` …
        path: IRI of the property; empty where the node itself is at fault.
        value: The value at fault; None where it is their number.
        message: What the shape itself says of such a fault, if anything.
    """

    node: Term
    shape: str
    why: str
    constraint: str
    path: str = ""
    value: Term = None
    message: str = ""


@dataclass(frozen=True, slots=True)
class _Shape:
    """A node or property shape: its path, its constraints and the shapes within it."""

    path: str
    constraints: tuple[tuple[str, Term], ...]
    within: tuple[_Shape, ...] = ()
    choices: tuple[tuple[str, tuple[_Shape, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class _Target:
    name: str
    why: str
    message: str
    classes: frozenset[Term]
    shape: _Shape


def index(triples: Iterable[Term]) -> Index:
    """Arranges triples by subject and predicate."""
    found: dict[Term, dict[str, list[Term]]] = {}
    for subject, predicate, value in triples:
        found.setdefault(subject, {}).setdefault(predicate.value, []).append(value)
    return found


def faults(graph: Index) -> Iterator[Fault]:
    """Finds where a graph falls short of the shapes, in no fixed order."""
    targets = _targets(shapes_file().read_bytes())
    of_classes: dict[frozenset[Term], list[_Target]] = {}
    for node, row in graph.items():
        classes = frozenset(row.get(_TYPE, ()))
        if classes not in of_classes:
            of_classes[classes] = [target for target in targets if classes & target.classes]
        for target in of_classes[classes]:
            for constraint, path, value in _broken(graph, node, target.shape):
                message = "" if path else target.message
                yield Fault(node, target.name, target.why, constraint, path, value, message)


_Broken = Iterator[tuple[str, str, Term]]


def _broken(graph: Index, node: Term, shape: _Shape) -> _Broken:
    row = graph.get(node, _NOTHING)
    values = row.get(shape.path, ()) if shape.path else (node,)
    for name, wanted in shape.constraints:
        if name == "minCount":
            if len(values) < wanted:
                yield name, shape.path, None
        elif name == "maxCount":
            if len(values) > wanted:
                yield name, shape.path, None
        elif name in _OF_TWO:
            others = row.get(wanted.value, ())
            for value in values:
                if not all(_compares(value, other, _OF_TWO[name]) for other in others):
                    yield name, shape.path, value
        else:
            for value in values:
                if not _TESTS[name](graph, value, wanted):
                    yield name, shape.path, value
    for inner in shape.within:
        for value in values:
            yield from _broken(graph, value, inner)
    for name, choices in shape.choices:
        for value in values:
            held = sum(next(_broken(graph, value, choice), None) is None for choice in choices)
            if held == 0 or (name == "xone" and held > 1):
                yield name, shape.path, value


def _compares(one: Term, other: Term, test: Callable[[Decimal | int, Decimal | int], bool]) -> bool:
    try:
        return test(*(int(n) if n.isdecimal() else Decimal(n) for n in (one.value, other.value)))
    except (InvalidOperation, AttributeError):
        return False


def _is_of(graph: Index, value: Term, wanted: Term) -> bool:
    return wanted in graph.get(value, _NOTHING).get(_TYPE, ())


def _has_datatype(graph: Index, value: Term, wanted: Term) -> bool:
    if not isinstance(value, Literal) or value.datatype != wanted:
        return False
    return _LEXICAL[wanted.value].fullmatch(value.value) is not None


_OF_TWO: Mapping[str, Callable[[Decimal | int, Decimal | int], bool]] = {
    "lessThan": lambda one, other: one < other,
    "lessThanOrEquals": lambda one, other: one <= other,
}
_TESTS: Mapping[str, Callable[[Index, Term, Term], bool]] = {
    "class": _is_of,
    "datatype": _has_datatype,
    "in": lambda _, value, wanted: value in wanted,
    "maxInclusive": lambda _, value, wanted: _compares(value, wanted, lambda a, b: a <= b),
    "minInclusive": lambda _, value, wanted: _compares(value, wanted, lambda a, b: a >= b),
    "minLength": lambda _, value, wanted: len(getattr(value, "value", "")) >= wanted,
    "nodeKind": lambda _, value, wanted: isinstance(value, NamedNode) and wanted.value == f"{_SH}IRI",
    "pattern": lambda _, value, wanted: re.search(wanted.value, value.value) is not None,
}
_COUNTS = {"minCount", "maxCount"}
_WHOLE = {*_COUNTS, "minLength"}  # constraints by a whole number


@cache
def _targets(turtle: bytes) -> tuple[_Target, ...]:
    """Reads the shapes."""
    graph = index(quad.triple for quad in parse(turtle, format=RdfFormat.TURTLE))
    kind = NamedNode(f"{_SH}NodeShape")
    return tuple(
        _Target(
            node.value.rpartition("/")[2],
            row[_COMMENT][0].value,
            row[_MESSAGE][0].value if _MESSAGE in row else "",
            frozenset(row[f"{_SH}targetClass"]),
            _shape(graph, node),
        )
        for node, row in graph.items()
        if kind in row.get(RDF.type, ())
    )


def _shape(graph: Index, node: Term) -> _Shape:
    constraints: list[tuple[str, Term]] = []
    within: list[_Shape] = []
    choices: list[tuple[str, tuple[_Shape, ...]]] = []
    path = ""
    for predicate, values in graph[node].items():
        name = predicate.removeprefix(_SH)
        for value in values:
            if predicate in (RDF.type, _COMMENT, _MESSAGE) or name == "targetClass":
                continue
            if name == "path":
                path = value.value
            elif name == "property":
                within.append(_shape(graph, value))
            elif name in ("or", "xone"):
                choices.append((name, tuple(_shape(graph, one) for one in _list(graph, value))))
            elif name == "in":
                constraints.append((name, frozenset(_list(graph, value))))
            elif name in _TESTS or name in _OF_TWO or name in _COUNTS:
                if name == "datatype" and value.value not in _LEXICAL:
                    raise ValueError(f"a shape asks for a datatype that is not checked: {value}")
                constraints.append((name, int(value.value) if name in _WHOLE else value))
            else:
                raise ValueError(f"a shape has a constraint that is not checked: {predicate}")
    return _Shape(path, tuple(constraints), tuple(within), tuple(choices))


def _list(graph: Index, node: Term) -> Iterator[Term]:
    while isinstance(node, BlankNode):
        yield graph[node][f"{_RDF}first"][0]
        node = graph[node][f"{_RDF}rest"][0]
