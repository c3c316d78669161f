"""Asks a store for what the explorer shows beyond the facts of the views: themes, citations, other names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from ..views.facts import Facts, Queryable, tail

_PREFIXES = """
PREFIX og: <https://w3id.org/obligraph/ontology#>
PREFIX eli: <http://data.europa.eu/eli/ontology#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
"""
_CHAPTER = "SELECT ?doc ?seven WHERE { GRAPH ?doc { ?doc og:chapterVII ?seven } }"
_THEMES = (
    "SELECT ?doc ?label WHERE { GRAPH ?doc { ?doc dcterms:subject ?theme } ?theme skos:prefLabel ?label }"
)
_NAMES = "SELECT ?actor ?name WHERE { ?actor a og:Actor ; skos:altLabel|og:acronym ?name }"
_CITATIONS = """SELECT ?doc ?act ?instrument ?use WHERE { GRAPH ?doc {
  ?act a og:Act ; og:citation ?node . ?node og:instrument ?instrument ; og:use ?use } }"""
_INSTRUMENTS = """SELECT ?instrument ?name ?kind ?whole WHERE {
  ?instrument og:instrumentKind ?kind ; dcterms:identifier ?name .
  OPTIONAL { ?instrument eli:is_part_of ?whole } }"""


@dataclass(frozen=True, slots=True)
class InstrumentFact:
    """What is cited; ``whole`` is the IRI of what a provision belongs to, or empty."""

    iri: str
    name: str
    kind: str
    whole: str


@dataclass(frozen=True, slots=True)
class More:
    """What the explorer shows beside ``Facts``; keys are IRIs.

    Attributes:
        chapter: Whether a document was adopted under Chapter VII, where its source says so.
        themes: Keywords of a document, sorted.
        names: Other names of an actor, sorted.
        citations: By act, what it cites and to what use, sorted.
        instruments: What is cited, and the wholes that cited provisions belong to.
    """

    chapter: Mapping[str, bool] = field(default_factory=dict)
    themes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    citations: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    instruments: Mapping[str, InstrumentFact] = field(default_factory=dict)


def load_more(store: Queryable, facts: Facts) -> More:
    """Reads what the explorer shows beside the facts.

    Args:
        store: The store that the facts were loaded from.
        facts: What limits it to some documents.
    """
    acts = {act.iri for act in facts.acts}
    citations: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    for _, act, instrument, use in _rows(store, _CITATIONS):
        if act in acts:
            citations[act].add((instrument, tail(use)))
    themes: defaultdict[str, set[str]] = defaultdict(set)
    for document, label in _rows(store, _THEMES):
        themes[document].add(label[:1].upper() + label[1:])
    names: defaultdict[str, set[str]] = defaultdict(set)
    for actor, name in _rows(store, _NAMES):
        names[actor].add(name)
    return More(
        chapter={document: seven in ("true", "1") for document, seven in _rows(store, _CHAPTER)},
        themes={key: tuple(sorted(found)) for key, found in themes.items()},
        names={key: tuple(sorted(found)) for key, found in names.items()},
        citations={key: tuple(sorted(found)) for key, found in citations.items()},
        instruments=_instruments(store, {one for found in citations.values() for one, _ in found}),
    )


def _instruments(store: Queryable, cited: set[str]) -> dict[str, InstrumentFact]:
    """The cited instruments and their wholes, which stand behind one of their provisions at most."""
    rows = sorted(_rows(store, _INSTRUMENTS))
    found: dict[str, InstrumentFact] = {}
    for iri, name, kind, whole in rows:
        found.setdefault(iri, InstrumentFact(iri, name, tail(kind), whole))
    wanted = cited | {found[iri].whole for iri in cited if iri in found}
    return {iri: one for iri, one in found.items() if iri in wanted}


def _rows(store: Queryable, sparql: str) -> Iterator[tuple[str, ...]]:
    for row in store.query(_PREFIXES + sparql):
        yield tuple("" if (term := _at(row, n)) is None else str(term.value) for n in range(len(row)))


def _at(row: Any, number: int) -> Any:
    return row[number]
