"""The store: one named graph a document, in memory or in a folder, asked as one graph.

Beside the documents it keeps the ontology and its concept schemes in a graph of their own, so
that a query finds the labels and ranks of concepts and the classes above a class.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

import pyoxigraph
from pyoxigraph import NamedNode, Quad, RdfFormat, Triple, Variable

from .. import __version__
from ..errors import StoreError
from ..extract.model import Document, Reading
from ..extract.version import rules_version
from ..ontology.vocabulary import ONTOLOGY, PREFIXES, turtle_files
from .build import builder_version, nquads
from .folder import Folder, Lease
from .iri import document_iri
from .nodes import reading_facts

if TYPE_CHECKING:
    import rdflib

MEMORY = "memory"
"""The name of a store that is kept nowhere."""

_ONTOLOGY = NamedNode(ONTOLOGY)
_CHUNK = 32 * 2**20  # characters of N-Quads that are loaded at once

Term = NamedNode | pyoxigraph.BlankNode | pyoxigraph.Literal | Triple
Result = pyoxigraph.QuerySolutions | pyoxigraph.QueryBoolean | pyoxigraph.QueryTriples


def open_store(where: str | Path, *, create: bool = False) -> Store:
    """Opens a store.

    Args:
        where: A folder, or ``memory``.
        create: Whether there may be none yet. It is made when something is put into it.

    Returns:
        The store, for reading; what changes it asks for the right to write itself.

    Raises:
        StoreError: There is no store there, something else is, or it is damaged.
    """
    if where == MEMORY:
        return Store(Lease(_new(), None), None)
    folder = Folder(Path(where))
    if create and not folder.holds_store():
        return Store(Lease(_new(), None), folder)
    return Store(folder.open(), folder)


class Store:
    """A store that is open: use ``open_store``.

    Args:
        lease: The database, which is only read where there is a folder.
        folder: Where it lies; None for one in memory.
    """

    def __init__(self, lease: Lease, folder: Folder | None) -> None:
        self._lease: Lease | None = lease
        self._folder = folder

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def quads(self) -> pyoxigraph.Store:
        """The database itself, to be read.

        Raises:
            StoreError: The store is closed.
        """
        if self._lease is None:
            raise StoreError("the store is closed", remedy="open it again")
        return self._lease.quads

    def query(
        self,
        sparql: str,
        substitutions: Mapping[str, Term] | Mapping[Variable, Term] | None = None,
        prefixes: Mapping[str, str] | None = None,
    ) -> Result:
        """Answers a SPARQL query over all graphs taken as one.

        Args:
            sparql: The query.
            substitutions: Values of variables, bound and never pasted into the text.
            prefixes: Prefixes that the query may use undeclared; the usual ones where None.

        Returns:
            What pyoxigraph returns: solutions, a truth value or triples.

        Raises:
            SyntaxError: The query does not parse.
            StoreError: The store is damaged.
        """
        bound: dict[Variable, Any] = {
            name if isinstance(name, Variable) else Variable(name): term
            for name, term in (substitutions or {}).items()
        }
        try:
            return self.quads.query(
                sparql,
                prefixes=dict(PREFIXES if prefixes is None else prefixes),
                use_default_graph_as_union=True,
                substitutions=bound,
            )
        except OSError as error:
            raise self._damaged(error) from error

    def documents(self) -> tuple[str, ...]:
        """The IRIs of the documents, sorted."""
        found = (graph.value for graph in self._named_graphs() if graph != _ONTOLOGY)
        return tuple(sorted(found))

    def graph(self, document: str) -> Iterator[Triple]:
        """The triples of one document, in no fixed order.

        Args:
            document: IRI of the document; none come where the store has no such document.

        Raises:
            StoreError: The store is damaged.
        """
        try:
            for quad in self.quads.quads_for_pattern(None, None, None, NamedNode(document)):
                yield quad.triple
        except OSError as error:
            raise self._damaged(error) from error

    def unchanged(self, document: Document) -> bool:
        """Whether the store holds this very document, read by the present rules.

        Args:
            document: As it was read from its source; ask before the costly reading.
        """
        return _unchanged(self.quads, document)

    def put(self, reading: Reading) -> bool:
        """Puts one document in, in the place of what the store had of it.

        Returns:
            Whether anything changed.

        Raises:
            StoreError: As ``batch``.
        """
        with self.batch() as batch:
            return batch.put(reading)

    @contextmanager
    def batch(self) -> Iterator[Batch]:
        """Puts many documents in: all of them when the context ends well, else none.

        (Of a store in memory, those that were put before an error stay.) What the store answers
        meanwhile is what it held before.

        Raises:
            StoreError: Another process is writing, or the disk is full; the store is as it was.
        """
        if self._folder is None:
            batch = Batch(self.quads, None)
            yield batch
            batch.finish()
            return
        with self._folder.lock():
            self._reopen()  # another build may have replaced it since
            batch = Batch(self.quads, self._folder)
            try:
                yield batch
                copy = batch.finish()
            finally:
                batch.drop()
            if copy is not None:
                self._folder.commit(copy)
                self._reopen()

    def dataset(self) -> rdflib.Dataset:
        """The store as an rdflib dataset, whose default graph is the union of all.

        It shows what the store holds now, not what a later batch puts in, and is of use until the
        store is closed.
        """
        import rdflib
        from oxrdflib import OxigraphStore

        return rdflib.Dataset(store=OxigraphStore(store=self.quads), default_union=True)

    def close(self) -> None:
        """Lets go of the database."""
        if self._lease is not None:
            self._lease.close()
            self._lease = None

    def _reopen(self) -> None:
        """Opens what is there now, in the place of what was there before."""
        if self._folder is not None and self._folder.holds_store():
            lease = self._folder.open()
            self.close()
            self._lease = lease

    def _named_graphs(self) -> list[NamedNode]:
        try:
            return [graph for graph in self.quads.named_graphs() if isinstance(graph, NamedNode)]
        except OSError as error:
            raise self._damaged(error) from error

    def _damaged(self, error: OSError) -> StoreError:
        return (self._folder or Folder(Path(MEMORY))).damaged(str(error))


class Batch:
    """Changes to a store that become visible together: use ``Store.batch``.

    Args:
        present: The database as it is.
        folder: Where it lies, to be copied before the first change; None to change it in place.
    """

    def __init__(self, present: pyoxigraph.Store, folder: Folder | None) -> None:
        self._present = present
        self._folder = folder
        self._copy: Path | None = None
        self._work: pyoxigraph.Store | None = None if folder else present
        self._lines: list[str] = []
        self._size = 0
        self._waiting: set[str] = set()

    def unchanged(self, document: Document) -> bool:
        """Whether the store, with what this batch has put in, holds this very document already."""
        if document_iri(document.symbol) in self._waiting:
            self._load()
        return _unchanged(self._work or self._present, document)

    def put(self, reading: Reading) -> bool:
        """Puts a document in, in the place of what was there of it.

        Returns:
            Whether anything changed.

        Raises:
            StoreError: The disk is full.
        """
        return self.put_lines(reading.document.symbol, list(nquads(reading)))

    def put_lines(self, symbol: str, lines: list[str]) -> bool:
        """Puts a document's graph in, in the place of what was there of it.

        Args:
            symbol: Of the document.
            lines: What ``nquads`` has made of its reading, perhaps in another process.

        Returns:
            Whether anything changed.

        Raises:
            StoreError: The disk is full.
        """
        name = document_iri(symbol)
        if name in self._waiting:
            self._load()
        graph = NamedNode(name)
        current = self._work or self._present
        try:
            old = {f"{quad} .\n" for quad in current.quads_for_pattern(None, None, None, graph)}
            gone = old.difference(lines)
            if not gone and len(old) == len(lines):
                return False
            if gone:
                self._remove(graph, gone)
            self._add([line for line in lines if line not in old])
        except OSError as error:
            raise self._failed(error) from error
        self._waiting.add(name)
        return True

    def finish(self) -> Path | None:
        """Writes what waits to be written.

        Returns:
            The copy, closed; None where nothing has changed, or all was changed in place.
        """
        if self._work is None:
            return None
        try:
            self._load()
            if self._folder is None:
                return None
            self._work.flush()
        except OSError as error:
            raise self._failed(error) from error
        self._work = None
        return self._copy

    def drop(self) -> None:
        """Closes the copy. Unless ``finish`` has given it out, it is nobody's, and swept away."""
        self._work = None

    def _writable(self) -> pyoxigraph.Store:
        if self._work is None:
            assert self._folder is not None
            self._copy = self._folder.copy()
            self._work = pyoxigraph.Store(str(self._copy))
            _put_ontology(self._work)
        return self._work

    def _remove(self, graph: NamedNode, lines: set[str]) -> None:
        end = f"{graph} .\n"
        triples = "".join(f"{line.removesuffix(end)}.\n" for line in sorted(lines))
        self._writable().update(f"DELETE DATA {{ GRAPH {graph} {{\n{triples}}} }}")

    def _add(self, lines: list[str]) -> None:
        self._writable()
        self._lines += lines
        self._size += sum(map(len, lines))
        if self._size > _CHUNK:
            self._load()

    def _load(self) -> None:
        if self._lines:
            self._writable().bulk_load("".join(self._lines).encode(), format=RdfFormat.N_QUADS)
        self._lines = []
        self._size = 0
        self._waiting.clear()

    def _failed(self, error: OSError) -> StoreError:
        return (self._folder or Folder(Path(MEMORY))).unwritable(error)


def _unchanged(quads: pyoxigraph.Store, document: Document) -> bool:
    subject, facts = reading_facts(document, rules_version(), builder_version(), __version__)
    graph = NamedNode(document_iri(document.symbol))
    found = quads.quads_for_pattern(NamedNode(subject), None, None, graph)
    return facts == {(quad.predicate.value, getattr(quad.object, "value", "")) for quad in found}


def _new() -> pyoxigraph.Store:
    quads = pyoxigraph.Store()
    _put_ontology(quads)
    return quads


def _put_ontology(quads: pyoxigraph.Store) -> None:
    """Puts the present ontology in, in the place of an older one."""
    wanted = {
        Quad(triple.subject, triple.predicate, triple.object, _ONTOLOGY)
        for file in turtle_files()
        for triple in pyoxigraph.parse(file.read_bytes(), format=RdfFormat.TURTLE)
    }
    if wanted != set(quads.quads_for_pattern(None, None, None, _ONTOLOGY)):
        quads.remove_graph(_ONTOLOGY)
        quads.bulk_extend(wanted)
