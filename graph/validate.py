"""Finds fault with a store, document by document: the shapes, and what shapes cannot say.

The shapes of ``ontology/shapes.ttl`` close the world: what each thing must have. Four checks more
look at the text, the dates and the vocabulary. Each finding has its reason.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pyoxigraph import Literal, NamedNode, Triple

from ..ontology.vocabulary import (
    DATA,
    ELI,
    OA,
    OG,
    PREFIXES,
    RDF,
    SCHEMES,
    SKOS,
    concepts,
    declared,
)
from . import shapes
from .store import Store

Index = Mapping[str, Mapping[str, Sequence[str]]]
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
        constraint: The kind of constraint of the shape, as SHACL names it: ``minCount``; empty for a
            check.
        path: IRI of the property at fault; empty where it is the thing itself.
        value: The value at fault, as N-Triples write it; empty where it is their number.
    """

    document: str
    where: str
    what: str
    why: str
    rule: str
    constraint: str = ""
    path: str = ""
    value: str = ""


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
    found = (one for _, findings in checked(store, documents) for one in findings)
    return tuple(sorted(set(found)))


def checked(
    store: Store, documents: Iterable[str] | None = None
) -> Iterator[tuple[str, tuple[Finding, ...]]]:
    """Checks the graphs of a store one by one; no more than one is in memory.

    Args:
        store: The store.
        documents: IRIs of the documents to check; None for all.

    Yields:
        Each document, with what was found in its graph, sorted.

    Raises:
        StoreError: The store is damaged.
    """
    for document in store.documents() if documents is None else documents:
        yield document, check(document, store.graph(document))


def check(document: str, triples: Iterable[Triple]) -> tuple[Finding, ...]:
    """Checks the graph of one document.

    Args:
        document: IRI of the document.
        triples: What its graph states.

    Returns:
        What was found, sorted.
    """
    graph = shapes.index(triples)
    index = {
        _value(subject): {predicate: [_value(one) for one in values] for predicate, values in row.items()}
        for subject, row in graph.items()
    }
    found = list(_by_shapes(document, graph))
    for name, (test, why) in CHECKS.items():
        found += (Finding(document, where, what, why, name) for where, what in test(document, index))
    return tuple(sorted(set(found)))


def check_words(document: str, index: Index) -> Iterator[tuple[str, str]]:
    """Finds words that do not stand where they are said to stand."""
    text = _one(index, document, OG.fullText)
    placed, anchored, selected, words = {OG.Paragraph, OG.Heading}, OG.anchor, OA.hasSelector, OG.text
    exact, start, end = OA.exact, OA.start, OA.end
    for subject, row in index.items():
        if not placed.isdisjoint(row.get(_TYPE, ())):
            yield from _misplaced(text, row, subject, words, OG.start, OG.end)
            yield from _misplaced(text, row, subject, OG.wrapUp, OG.wrapUpStart, OG.wrapUpEnd)
        for anchor in row.get(anchored, ()):
            place = {
                k: v for s in index.get(anchor, {}).get(selected, ()) for k, v in index.get(s, {}).items()
            }
            yield from _misplaced(text, place, subject, exact, start, end)
            if row.get(words) != place.get(exact):
                yield subject, "og:text is not what its anchor quotes"


def check_dates(document: str, index: Index) -> Iterator[tuple[str, str]]:
    """Finds days that a text sets in the past of its own adoption."""
    adopted = _one(index, document, ELI.date_document)
    time, last_days = OG.Time, (OG.due, OG.until)
    for subject, row in index.items():
        if time in row.get(_TYPE, ()):
            for predicate in last_days:
                for value in row.get(predicate, ()):
                    if adopted and value < adopted:
                        yield subject, f"{_short(predicate)} is {value}, the adoption {adopted}"


def check_vocabulary(document: str, index: Index) -> Iterator[tuple[str, str]]:
    """Finds predicates, classes and concepts that the ontology does not declare."""
    known = declared()
    schemes = tuple(f"{DATA}{scheme}/" for scheme in SCHEMES)
    for subject, row in index.items():
        for predicate, values in row.items():
            unknown: Sequence[str] = ()
            if predicate == _TYPE:
                unknown = [value for value in values if value not in known]
            elif predicate not in known:
                unknown = [predicate]
            elif predicate in _CONCEPTS:
                unknown = [
                    value
                    for value in values
                    if value.startswith(schemes)
                    and value not in known
                    and SKOS.prefLabel not in index.get(value, {})
                ]
            for term in unknown:
                yield subject, f"{_short(term)} is not in the ontology"


def check_plain(document: str, index: Index) -> Iterator[tuple[str, str]]:
    """Finds plain statements about actors that no act of the document bears out."""
    relations = {verb.iri: verb.relation for verb in concepts("verb").values()}
    borne: set[tuple[str, str, str]] = set()
    act, actor, ours = OG.Act, OG.Actor, str(OG)
    for row in index.values():
        if act in row.get(_TYPE, ()):
            own = {relations.get(verb, "") for verb in row.get(OG.verb, ())}
            for predicate, above in ((OG.addressee, OG.addresses), (OG.target, OG.blames)):
                borne |= {
                    (issuer, relation, other)
                    for issuer in row.get(OG.issuer, ())
                    for relation in own | {above}
                    for other in row.get(predicate, ())
                }
    for subject, row in index.items():
        if actor in row.get(_TYPE, ()):
            for predicate, values in row.items():
                if predicate.startswith(ours) and predicate not in _OF_ACTORS:
                    for value in values:
                        if (subject, predicate, value) not in borne:
                            yield subject, f"{_short(predicate)} {_short(value)} follows from no act"


_TYPE = RDF.type
_CONCEPTS = {OG.verb, OG.force, OG.illocution, OG.use, OG.actorKind, OG.instrumentKind, OG.paragraphKind}
_OF_ACTORS = {
    *(OG.acronym, OG.actorKind, OG.ended, OG.established, OG.establishedBy, OG.formerName, OG.fullName),
    *(OG.isoAlpha2, OG.isoAlpha3, OG.isoAlpha4, OG.known, OG.m49, OG.sanctionsListNumber),
}

Check = Callable[[str, Index], Iterator[tuple[str, str]]]
CHECKS: Mapping[str, tuple[Check, str]] = {
    "words": (check_words, "Everything leads back to the characters that it was read from."),
    "dates": (check_dates, "What is asked for lies after the asking."),
    "vocabulary": (check_vocabulary, "A term that the ontology lacks means nothing to who reads the graph."),
    "plain": (check_plain, "A plain statement is the short form of an act, and of nothing else."),
}
"""The checks beside the shapes, by name, each with its reason."""


def _misplaced(
    text: str, row: Mapping[str, Sequence[str]], where: str, words: str, start: str, end: str
) -> Iterator[tuple[str, str]]:
    for quoted in row.get(words, ()):
        try:
            found = text[int(row[start][0]) : int(row[end][0])]
        except (KeyError, ValueError):
            found = ""
        if found != quoted:
            yield where, f"“{_cut(quoted)}” stands as “{_cut(found)}” in the text"


def _by_shapes(document: str, graph: shapes.Index) -> Iterator[Finding]:
    for fault in shapes.faults(graph):
        path, value = _short(fault.path), _cut(_short(_value(fault.value)))
        what = fault.message or _WHAT[fault.constraint].format(path=path, value=value)
        term = "" if fault.value is None else str(fault.value)
        yield Finding(
            document, _value(fault.node), what, fault.why, fault.shape, fault.constraint, fault.path, term
        )


_WHAT: Mapping[str, str] = {
    "minCount": "{path} is missing or too few",
    "maxCount": "{path} has too many values",
    "class": "{path} is {value}, which is of another class",
    "datatype": "{path} is “{value}”, of another datatype",
    "in": "{path} is {value}, none of the choices",
    "lessThan": "{path} is {value}, not less than its counterpart",
    "lessThanOrEquals": "{path} is {value}, greater than its counterpart",
    "maxInclusive": "{path} is {value}, too great",
    "minInclusive": "{path} is {value}, too small",
    "minLength": "{path} is “{value}”, too short",
    "nodeKind": "{path} is “{value}”, no IRI",
    "pattern": "{path} is “{value}”, not of the form",
    "or": "none of the alternatives holds",
    "xone": "not exactly one of the alternatives holds",
}


_VALUED = (NamedNode, Literal)


def _value(term: Any) -> str:
    return str(term.value) if isinstance(term, _VALUED) else str(term)


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
