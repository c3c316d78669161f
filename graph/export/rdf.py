"""The graph in the formats of RDF, sorted, so that the same store gives the same bytes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, BinaryIO

from ...errors import UsageError
from ..views.facts import Queryable

if TYPE_CHECKING:
    from pyoxigraph import Quad, Triple

PREFIXES: Mapping[str, str] = {
    "og": "https://w3id.org/obligraph/ontology#",
    "actor": "https://w3id.org/obligraph/actor/",
    "cito": "http://purl.org/spar/cito/",
    "dcterms": "http://purl.org/dc/terms/",
    "eli": "http://data.europa.eu/eli/ontology#",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

_GRAPHS = "SELECT DISTINCT ?graph WHERE { GRAPH ?graph { ?subject ?predicate ?object } }"
_QUADS = "SELECT ?subject ?predicate ?object WHERE { GRAPH ?graph { ?subject ?predicate ?object } }"
_SYMBOLS = """PREFIX dcterms: <http://purl.org/dc/terms/>
SELECT ?graph ?symbol WHERE { GRAPH ?graph { ?graph dcterms:identifier ?symbol } }"""


def write_rdf(store: Queryable, file: BinaryIO, format: str, documents: Iterable[str] = ()) -> None:
    """Writes the store's graphs.

    Args:
        store: Anything that answers a SELECT.
        file: Where to.
        format: ``turtle``, ``ntriples`` and ``rdfxml`` merge all documents into one graph, in which
            what several say stands once; ``trig``, ``nquads`` and ``jsonld`` keep a graph a document.
        documents: Symbols; none for all graphs of the store.

    Raises:
        UsageError: A document that is not in the store.
    """
    from pyoxigraph import RdfFormat, serialize

    formats = {
        "turtle": RdfFormat.TURTLE,
        "ntriples": RdfFormat.N_TRIPLES,
        "rdfxml": RdfFormat.RDF_XML,
        "trig": RdfFormat.TRIG,
        "nquads": RdfFormat.N_QUADS,
        "jsonld": RdfFormat.JSON_LD,
    }
    chosen = formats[format]
    graphs = _graphs(store, frozenset(documents))
    rows: Iterable[Quad] | Iterable[Triple]
    rows = _quads(store, graphs) if chosen.supports_datasets else _triples(store, graphs)
    prefixes = dict(PREFIXES) if format not in ("ntriples", "nquads") else None
    serialize(rows, file, chosen, prefixes=prefixes)


def _graphs(store: Queryable, documents: frozenset[str]) -> list[Any]:
    """The names of the graphs that are wanted, sorted."""
    if not documents:
        return sorted((row[0] for row in store.query(_GRAPHS)), key=str)
    found = {row[1].value: row[0] for row in store.query(_SYMBOLS)}
    for symbol in sorted(documents - set(found)):
        raise UsageError(f"no document {symbol} in the store", remedy="build it first")
    return sorted((found[symbol] for symbol in documents), key=str)


def _rows(store: Queryable, graph: Any) -> Iterator[tuple[Any, Any, Any]]:
    """The triples of a graph, in no order."""
    from pyoxigraph import Variable

    for row in store.query(_QUADS, {Variable("graph"): graph}):
        yield row[0], row[1], row[2]


def _quads(store: Queryable, graphs: list[Any]) -> Iterator[Quad]:
    """The quads of graphs, sorted; one graph at a time is in memory."""
    from pyoxigraph import Quad

    for graph in graphs:
        for row in sorted(_rows(store, graph), key=_order):
            yield Quad(*row, graph)


def _triples(store: Queryable, graphs: list[Any]) -> Iterator[Triple]:
    """The triples of all graphs, sorted, each once."""
    from pyoxigraph import Triple

    for row in sorted({row for graph in graphs for row in _rows(store, graph)}, key=_order):
        yield Triple(*row)


def _order(row: tuple[Any, Any, Any]) -> tuple[str, str, str]:
    """Subject, then predicate, then object, as written."""
    return (str(row[0]), str(row[1]), str(row[2]))
