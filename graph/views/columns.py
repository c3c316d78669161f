"""What documents say, a predicate at a time: asked of a store, or read from the lines of a document.

A store at an address is asked. Nearly all the time of an answer goes into fetching each cell's text, and
each joined part adds a search for every row. So a query here has one triple pattern, whose rows lie
together in an index, and what belongs together is joined in memory by IRI. Of the 1,241 resolutions that
takes a quarter of the time of a query with all parts in it.

A store that has the lines of a document at hand is not asked: to read them all takes a tenth of the time
of the answers, and one document after the other is in memory.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain
from typing import Any, Protocol, runtime_checkable

from ...ontology.vocabulary import RDF
from ..ntriples import statements
from ..ntriples import value as value_of
from .facts import Queryable

PREFIXES = """PREFIX og: <https://w3id.org/obligraph/ontology#>
PREFIX eli: <http://data.europa.eu/eli/ontology#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
"""
"""Said in each query, as what answers it need not be a store that knows them."""

_BATCH = 1000  # documents named in one query: a query's text stays below 100 kB


class Columns(Protocol):
    """What documents say, a predicate at a time. IRIs and values are plain strings."""

    def links(self, predicate: str) -> Sequence[tuple[str, str]]:
        """Each subject with each of its values, in no fixed order, and twice where two graphs say so."""

    def graphs(self, cls: str) -> dict[str, str]:
        """The IRIs of all things of a class, each with the document whose graph says so."""

    def members(self, cls: str) -> Collection[str]:
        """The IRIs of all things of a class."""

    def column(self, predicate: str) -> dict[str, str]:
        """The value of each subject that has one: of several the smallest."""
        rows = self.links(predicate)
        found = dict(rows)
        if len(found) < len(rows):
            for subject, value in rows:
                if value < found[subject]:
                    found[subject] = value
        return found

    def lists(self, predicate: str) -> dict[str, list[str]]:
        """All values of each subject that has any, sorted, none twice."""
        found: dict[str, set[str]] = {}
        for subject, value in self.links(predicate):
            found.setdefault(subject, set()).add(value)
        return {subject: sorted(values) for subject, values in found.items()}


@runtime_checkable
class Lined(Protocol):
    """A store that may have the lines of its documents at hand: every ``Store``."""

    @property
    def keeps_lines(self) -> bool:
        """Whether a document is sooner read whole, by ``lines``, than asked for in parts."""

    def lines(self, graph: str) -> bytes:
        """The triples of one graph alone, as lines of N-Triples."""


def columns_of(
    store: Queryable, documents: Collection[str], whole: bool
) -> Iterator[tuple[Columns, Collection[str]]]:
    """What documents say, in parts that need no other: of each document, or of all at once.

    Args:
        store: The store.
        documents: Their IRIs.
        whole: Whether these are all that the store has.

    Yields:
        The columns, and the documents that they are of.
    """
    if isinstance(store, Lined) and store.keeps_lines:
        for document in documents:
            yield ReadColumns(document, store.lines(document)), (document,)
    else:
        yield AskedColumns(store, None if whole else tuple(documents)), documents


class ReadColumns(Columns):
    """What one document says.

    Args:
        document: Its IRI.
        lines: Of N-Triples.
    """

    def __init__(self, document: str, lines: bytes) -> None:
        self._document = document
        self._rows: defaultdict[str, list[tuple[str, str, str]]] = defaultdict(list)
        for row in statements(lines):
            self._rows[row[1]].append(row)
        self._members: defaultdict[str, list[str]] = defaultdict(list)
        for subject, cls in self.links(RDF.type):
            self._members[cls].append(subject)

    def links(self, predicate: str) -> Sequence[tuple[str, str]]:
        """Each subject with each of its values."""
        return [(subject, value_of(term)) for subject, _, term in self._rows.get(predicate, ())]

    def graphs(self, cls: str) -> dict[str, str]:
        """The IRIs of all things of a class, each with the document."""
        return dict.fromkeys(self.members(cls), self._document)

    def members(self, cls: str) -> Collection[str]:
        """The IRIs of all things of a class."""
        return self._members.get(cls, ())


class AskedColumns(Columns):
    """What documents say, and what all of them share.

    Args:
        store: The store.
        documents: IRIs of the documents that are asked; None for all graphs of the store, which is
            quicker where nearly all are wanted.
    """

    def __init__(self, store: Queryable, documents: Sequence[str] | None = None) -> None:
        self._store = store
        self._documents = documents

    def links(self, predicate: str) -> Sequence[tuple[str, str]]:
        """Each subject with each of its values, and twice where two graphs say so."""
        rows = self._rows("?subject ?value", f"?subject <{predicate}> ?value")
        return [(subject.value, value.value) for subject, value in rows]

    def graphs(self, cls: str) -> dict[str, str]:
        """The IRIs of all things of a class, each with the document whose graph says so."""
        rows = self._rows("?subject ?document", f"?subject a <{cls}>")
        return {subject.value: document.value for subject, document in rows}

    def members(self, cls: str) -> Collection[str]:
        """The IRIs of all things of a class."""
        return {row[0].value for row in self._rows("?subject", f"?subject a <{cls}>")}

    def _rows(self, variables: str, pattern: str) -> Iterable[Any]:
        select = f"SELECT {variables} WHERE {{ %s GRAPH ?document {{ {pattern} }} }}"
        if self._documents is None:
            found: Iterable[Any] = self._store.query(select % "")
            return found
        return chain.from_iterable(map(self._store.query, self._batches(select, self._documents)))

    def _batches(self, select: str, documents: Sequence[str]) -> Iterator[str]:
        """The query for some documents at a time."""
        from pyoxigraph import NamedNode

        for start in range(0, len(documents), _BATCH):
            # As a term, an IRI is checked and written so that it ends nowhere but at its end.
            names = " ".join(str(NamedNode(iri)) for iri in documents[start : start + _BATCH])
            yield select % f"VALUES ?document {{ {names} }}"


def value(term: Any) -> str:
    """A term's value; empty for what is not bound."""
    return "" if term is None else str(term.value)
