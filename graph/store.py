"""The store: one named graph a document, in memory or in a folder, asked as one graph.

Beside the documents it keeps the ontology and its concept schemes in a graph of their own, so
that a query finds the labels and ranks of concepts and the classes above a class; and what actors,
instruments and other shared things are, once for all documents (``things``).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

import pyoxigraph
from pyoxigraph import NamedNode, Triple, Variable

from ..errors import StoreError
from ..extract.model import Document, Reading
from ..ontology.vocabulary import PREFIXES
from . import things
from .batch import Batch, documents, is_unchanged, new_database
from .folder import Folder, Lease

if TYPE_CHECKING:
    import rdflib

MEMORY = "memory"
"""The name of a store that is kept nowhere."""

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
        return Store(Lease(new_database(), None), None)
    folder = Folder(Path(where))
    if create and not folder.holds_store():
        return Store(Lease(new_database(), None), folder)
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
        try:
            return tuple(sorted(documents(self.quads)))
        except OSError as error:
            raise self._damaged(error) from error

    def graph(self, document: str) -> Iterator[Triple]:
        """The triples of one document with those that describe what it speaks of, in no fixed order.

        Args:
            document: IRI of the document; none come where the store has no such document.

        Raises:
            StoreError: The store is damaged.
        """
        yield from self.own_graph(document)
        yield from self.shared([document])

    def own_graph(self, document: str) -> Iterator[Triple]:
        """The triples of the graph of one document alone, in no fixed order.

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

    def shared(self, wanted: Collection[str]) -> set[Triple]:
        """The triples that say what the actors, instruments and other things of documents are.

        Args:
            wanted: IRIs of documents. What these state of themselves is left out, and what another
                document states of itself, which these speak of, is not.

        Raises:
            StoreError: The store is damaged.
        """
        try:
            return things.shared(self.quads, wanted, documents(self.quads))
        except OSError as error:
            raise self._damaged(error) from error

    def unchanged(self, document: Document) -> bool:
        """Whether the store holds this very document, read by the present rules.

        Args:
            document: As it was read from its source; ask before the costly reading.
        """
        return is_unchanged(self.quads, document)

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
            try:
                yield batch
            finally:
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

    def _damaged(self, error: OSError) -> StoreError:
        return (self._folder or Folder(Path(MEMORY))).damaged(str(error))
