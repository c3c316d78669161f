"""The graph in the formats of RDF, sorted, so that the same store gives the same bytes."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import IO, TYPE_CHECKING, Any, BinaryIO, cast

from ...errors import UsageError
from ...ontology.vocabulary import ONTOLOGY, PREFIXES, RDF, THINGS
from ..iri import document_iri
from .formats import Wanted

if TYPE_CHECKING:
    from pyoxigraph import Quad, Triple

    from ..store import Store


def write_rdf(store: Store, file: BinaryIO, what: Wanted) -> None:
    """Writes the graphs of documents, with what says who and what they speak of.

    Args:
        store: The store.
        file: Where to.
        what: Which documents, in which format. ``turtle``, ``ntriples`` and ``rdfxml`` merge all
            documents into one graph, in which what several say stands once; ``trig``, ``nquads`` and
            ``jsonld`` keep a graph a document and one for the things that documents share.

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
    chosen = formats[what.format]
    wanted = _documents(store, what.documents)
    graphs: dict[str, Callable[[], Iterable[Triple]]] = {
        **{one: partial(store.own_graph, one) for one in wanted},
        **({ONTOLOGY: partial(store.own_graph, ONTOLOGY)} if what.ontology else {}),
        THINGS: partial(store.shared, wanted),
    }
    rows: Iterable[Quad] | Iterable[Triple]
    rows = _quads(graphs) if chosen.supports_datasets else _triples(graphs)
    if what.format in ("turtle", "trig"):
        head = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in sorted(PREFIXES.items()))
        serialize(rows, cast(IO[bytes], _WithHead(file, head.encode())), chosen, prefixes=dict(PREFIXES))
    else:
        serialize(rows, file, chosen)


class _WithHead(io.RawIOBase):
    """Puts the lines with the prefixes, which the serializer writes in no fixed order, in order."""

    def __init__(self, file: BinaryIO, head: bytes) -> None:
        self._file = file
        self._head = head
        self._left = len(head)  # the same lines in another order are as long

    def writable(self) -> bool:
        return True

    def write(self, chunk: Any) -> int:
        """Passes on what follows the head."""
        size = len(chunk)
        if self._head:
            self._file.write(self._head)
            self._head = b""
        skipped = min(self._left, size)
        self._left -= skipped
        self._file.write(bytes(chunk)[skipped:])
        return size


def _documents(store: Store, documents: Iterable[str]) -> list[str]:
    """The IRIs of the documents that are wanted, sorted."""
    there = store.documents()
    wanted = {document_iri(symbol): symbol for symbol in documents}
    for iri, symbol in sorted(wanted.items()):
        if iri not in there:
            raise UsageError(f"no document {symbol} in the store", remedy="build it first")
    return sorted(wanted or there)


def _quads(graphs: Mapping[str, Callable[[], Iterable[Triple]]]) -> Iterator[Quad]:
    """The quads of graphs, sorted; one graph at a time is in memory."""
    from pyoxigraph import NamedNode, Quad

    for graph, triples in graphs.items():
        name = NamedNode(graph)
        for triple in sorted(triples(), key=_order):
            yield Quad(triple.subject, triple.predicate, triple.object, name)


def _triples(graphs: Mapping[str, Callable[[], Iterable[Triple]]]) -> Iterator[Triple]:
    """The triples of all graphs, sorted, each once."""
    yield from sorted({triple for triples in graphs.values() for triple in triples()}, key=_order)


def _order(triple: Triple) -> tuple[str, bool, str, str]:
    """Subject, then predicate with the classes first, then object: as one reads it."""
    predicate = triple.predicate.value
    return (str(triple.subject)[:-1], predicate != RDF.type, predicate, str(triple.object))
