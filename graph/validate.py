"""Finds fault with a store, document by document: the shapes, and what shapes cannot say.

The shapes of ``ontology/shapes.ttl`` close the world: what each thing must have. Four checks more
look at the text, the dates and the vocabulary. Each finding has its reason.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from pyoxigraph import Literal, NamedNode, Triple

from ..ontology.vocabulary import DATA, ELI, OA, OG, PREFIXES, RDF, SCHEMES, SKOS, XSD, declared, shapes_file
from .store import Store

if TYPE_CHECKING:
    import rdflib

Index = Mapping[str, Mapping[str, tuple[str, ...]]]
"""The triples of a document: subject to predicate to the values of the objects."""


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """Something wrong in the graph of a document.

    Attributes:
        document: IRI of the document.
        where: IRI of the thing that it is wrong with.
        what: What is wrong.
        why: Why it must not be so.
        rule: Name of the shape or the check.
    """

    document: str
    where: str
    what: str
    why: str
    rule: str


def validate(store: Store, documents: Iterable[str] | None = None) -> tuple[Finding, ...]:
    """Checks the graphs of a store.

    Args:
        store: The store.
        documents: IRIs of the documents to check; None for all.

    Returns:
        What was found, sorted; nothing where all is well.

    Raises:
        StoreError: The store is damaged.
    """
    found: list[Finding] = []
    for document in store.documents() if documents is None else documents:
        found += check(document, tuple(store.graph(document)))
    return tuple(sorted(set(found)))


def check(document: str, triples: Iterable[Triple]) -> tuple[Finding, ...]:
    """Checks the graph of one document.

    Args:
        document: IRI of the document.
        triples: What its graph states.

    Returns:
        What was found, sorted.
    """
    stated = tuple(triples)
    index: dict[str, dict[str, tuple[str, ...]]] = {}
    for triple in stated:
        subject, predicate, value = (_value(term) for term in triple)
        row = index.setdefault(subject, {})
        row[predicate] = (*row.get(predicate, ()), value)
    found = list(_by_shapes(document, stated))
    for name, (test, why) in CHECKS.items():
        found += (Finding(document, where, what, why, name) for where, what in test(document, index))
    return tuple(sorted(set(found)))


def check_words(document: str, index: Index) -> Iterator[tuple[str, str]]:
    """Finds words that do not stand where they are said to stand."""
    text = _one(index, document, OG.fullText)
    for subject, row in index.items():
        if OG.Paragraph in row.get(RDF.type, ()):
            yield from _misplaced(text, row, subject, OG.text, OG.start, OG.end)
            yield from _misplaced(text, row, subject, OG.wrapUp, OG.wrapUpStart, OG.wrapUpEnd)
        for anchor in row.get(OG.anchor, ()):
            place = {
                k: v
                for s in index.get(anchor, {}).get(OA.hasSelector, ())
                for k, v in index.get(s, {}).items()
            }
            yield from _misplaced(text, place, subject, OA.exact, OA.start, OA.end)
            if row.get(OG.text) != place.get(OA.exact):
                yield subject, "og:text is not what its anchor quotes"


def check_dates(document: str, index: Index) -> Iterator[tuple[str, str]]:
    """Finds days that a text sets in the past of its own adoption."""
    adopted = _one(index, document, ELI.date_document)
    for subject, row in index.items():
        if OG.Time in row.get(RDF.type, ()):
            for predicate in (OG.due, OG.until):
                for value in row.get(predicate, ()):
                    if adopted and value < adopted:
                        yield subject, f"{_short(predicate)} is {value}, the adoption {adopted}"


def check_vocabulary(document: str, index: Index) -> Iterator[tuple[str, str]]:
    """Finds predicates, classes and concepts that the ontology does not declare."""
    known = declared()
    schemes = tuple(f"{DATA}{scheme}/" for scheme in SCHEMES)
    for subject, row in index.items():
        for predicate, values in row.items():
            if predicate == RDF.type:
                unknown = [value for value in values if value not in known]
            elif predicate not in known:
                unknown = [predicate]
            else:
                unknown = [
                    value
                    for value in values
                    if value.startswith(schemes)
                    and value not in known
                    and SKOS.prefLabel not in index.get(value, {})
                    and predicate in _CONCEPTS
                ]
            for term in unknown:
                yield subject, f"{_short(term)} is not in the ontology"


def check_plain(document: str, index: Index) -> Iterator[tuple[str, str]]:
    """Finds plain statements about actors that no act of the document bears out."""
    borne: set[tuple[str, str]] = set()
    for row in index.values():
        if OG.Act in row.get(RDF.type, ()):
            for predicate in (OG.addressee, OG.target):
                borne |= {(a, b) for a in row.get(OG.issuer, ()) for b in row.get(predicate, ())}
    for subject, row in index.items():
        if OG.Actor in row.get(RDF.type, ()):
            for predicate, values in row.items():
                if predicate.startswith(str(OG)) and predicate not in _OF_ACTORS:
                    for value in values:
                        if (subject, value) not in borne:
                            yield subject, f"{_short(predicate)} {_short(value)} follows from no act"


_CONCEPTS = {OG.verb, OG.force, OG.illocution, OG.use, OG.actorKind, OG.instrumentKind, OG.paragraphKind}
_OF_ACTORS = {OG.actorKind, OG.fullName, OG.known}

Check = Callable[[str, Index], Iterator[tuple[str, str]]]
CHECKS: Mapping[str, tuple[Check, str]] = {
    "words": (check_words, "Everything leads back to the characters that it was read from."),
    "dates": (check_dates, "What is asked for lies after the asking."),
    "vocabulary": (check_vocabulary, "A term that the ontology lacks means nothing to who reads the graph."),
    "plain": (check_plain, "A plain statement is the short form of an act, and of nothing else."),
}
"""The checks beside the shapes, by name, each with its reason."""


def _misplaced(
    text: str, row: Mapping[str, tuple[str, ...]], where: str, words: str, start: str, end: str
) -> Iterator[tuple[str, str]]:
    for quoted in row.get(words, ()):
        try:
            found = text[int(row[start][0]) : int(row[end][0])]
        except (KeyError, ValueError):
            found = ""
        if found != quoted:
            yield where, f"“{_cut(quoted)}” stands as “{_cut(found)}” in the text"


def _by_shapes(document: str, triples: tuple[Triple, ...]) -> Iterator[Finding]:
    import rdflib
    from pyshacl import validate as run
    from rdflib.namespace import RDFS, SH

    graph = rdflib.Graph()
    for triple in triples:
        graph.add(tuple(map(_to_rdflib, triple)))  # type: ignore[arg-type]  # there are three
    shapes = _shapes()
    conforms, report, _ = run(graph, shacl_graph=shapes, inference="none", meta_shacl=False)
    if conforms:
        return
    for result in report.subjects(rdflib.RDF.type, SH.ValidationResult):
        source = report.value(result, SH.sourceShape)
        shape = shapes.value(predicate=SH.property, object=source) or source
        where = report.value(result, SH.focusNode)
        if where is None:  # a result inside another one
            continue
        yield Finding(
            document,
            str(where),
            _what(
                str(report.value(result, SH.sourceConstraintComponent)).rpartition("#")[2],
                _short(str(report.value(result, SH.resultPath) or "")),
                _short(str(report.value(result, SH.value) or "")),
            ),
            str(shapes.value(shape, RDFS.comment) or ""),
            str(shape).rpartition("/")[2],
        )


def _what(component: str, path: str, value: str) -> str:
    """What is wrong, from the kind of a constraint, the property and the value that broke it."""
    kind = component.removesuffix("ConstraintComponent")
    known = {
        "MinCount": f"{path} is missing or too few",
        "MaxCount": f"{path} has too many values",
        "Class": f"{path} is {_cut(value)}, which is of another class",
        "Datatype": f"{path} is “{_cut(value)}”, of another datatype",
        "In": f"{path} is {_cut(value)}, none of the choices",
        "Or": "none of the alternatives holds",
        "Xone": "not exactly one of the alternatives holds",
    }
    return known.get(kind) or f"{path} is “{_cut(value)}” ({kind})"


@cache
def _shapes() -> rdflib.Graph:
    import rdflib

    return rdflib.Graph().parse(data=shapes_file().read_bytes(), format="turtle")


def _to_rdflib(term: Any) -> rdflib.term.Node:
    import rdflib

    if isinstance(term, NamedNode):
        return rdflib.URIRef(term.value)
    if isinstance(term, Literal):
        if term.language:
            return rdflib.Literal(term.value, lang=term.language)
        if term.datatype.value == XSD.string:  # the shapes' own strings come without it
            return rdflib.Literal(term.value)
        return rdflib.Literal(term.value, datatype=rdflib.URIRef(term.datatype.value))
    return rdflib.BNode(str(term))


def _value(term: Any) -> str:
    return str(term.value) if isinstance(term, NamedNode | Literal) else str(term)


def _one(index: Index, subject: str, predicate: str) -> str:
    return next(iter(index.get(subject, {}).get(predicate, ())), "")


def _short(iri: str) -> str:
    """An IRI with the prefix of its namespace."""
    for prefix, namespace in PREFIXES.items():
        if prefix != "data" and iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri.removeprefix(DATA)


def _cut(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:57]}…"
