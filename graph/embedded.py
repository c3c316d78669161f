"""A store within this program: in memory, or in a folder."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyoxigraph
from pyoxigraph import NamedNode, RdfFormat, Triple, Variable

from ..errors import StoreError
from ..extract.document import Document
from ..ontology.vocabulary import PREFIXES
from . import things
from .answers import Result, Substitutions
from .batch import Batch, Documents, documents, is_unchanged, new_database, stated_in
from .dataset import Dataset, names_graphs
from .folder import Folder, Lease
from .store import MEMORY, Store

if TYPE_CHECKING:
    import rdflib


class EmbeddedStore(Store):
    """A store that is open, in memory or in a folder.

    Args:
        lease: The database, which is only read where there is a folder.
        folder: Where it lies; None for one in memory.
    """

    def __init__(self, lease: Lease, folder: Folder | None) -> None:
        self._lease: Lease | None = lease
        self._folder = folder

    @classmethod
    def open(cls, where: str | Path, *, create: bool = False) -> EmbeddedStore:
        """Opens a store: ``store.open_store`` says more."""
        if where == MEMORY:
            return cls(Lease(new_database(), None), None)
        folder = Folder(Path(where))
        if create and not folder.holds_store():
            return cls(Lease(new_database(), None), folder)
        return cls(folder.open(), folder)

    @property
    def place(self) -> str:
        """Where it lies: a folder, or ``memory``."""
        return str(self._folder.path) if self._folder else MEMORY

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
        substitutions: Substitutions | None = None,
        prefixes: Mapping[str, str] | None = None,
        dataset: Dataset | None = None,
    ) -> Result:
        """Answers a SPARQL query: ``Store.query`` says more."""
        bound: dict[Variable, Any] = {
            name if isinstance(name, Variable) else Variable(name): term
            for name, term in (substitutions or {}).items()
        }
        where: dict[str, Any] = {}
        if dataset is not None:
            where["default_graph"] = [NamedNode(iri) for iri in dataset.default]
            where["named_graphs"] = [NamedNode(iri) for iri in dataset.named]
        elif not names_graphs(sparql):
            where["use_default_graph_as_union"] = True
        try:
            result: Result = self.quads.query(
                sparql,
                prefixes=dict(PREFIXES if prefixes is None else prefixes),
                substitutions=bound,
                **where,
            )
            return result
        except OSError as error:
            raise self._damaged(error) from error

    def documents(self) -> tuple[str, ...]:
        """The IRIs of the documents, sorted."""
        try:
            return tuple(sorted(documents(self.quads)))
        except OSError as error:
            raise self._damaged(error) from error

    def own_graph(self, document: str) -> Iterator[Triple]:
        """The triples of the graph of one document alone: ``Store.own_graph`` says more."""
        lines = self._archived(document)
        if lines is not None:
            yield from (quad.triple for quad in pyoxigraph.parse(lines, RdfFormat.N_TRIPLES))
            return
        try:
            for quad in self.quads.quads_for_pattern(None, None, None, NamedNode(document)):
                yield quad.triple
        except OSError as error:
            raise self._damaged(error) from error

    @property
    def keeps_lines(self) -> bool:
        """Whether a document is sooner read whole: in memory, and from a folder with an archive."""
        return self._folder is None or (self._lease is not None and self._lease.archive is not None)

    def lines(self, graph: str) -> bytes:
        """The triples of one graph alone as text: ``Store.lines`` says more."""
        lines = self._archived(graph)
        if lines is not None:
            return lines
        try:
            return self.quads.dump(format=RdfFormat.N_TRIPLES, from_graph=NamedNode(graph)) or b""
        except OSError as error:
            raise self._damaged(error) from error

    def shared(self, wanted: Collection[str]) -> set[Triple]:
        """What the things are that documents speak of: ``Store.shared`` says more."""
        try:
            return things.shared(self.quads, wanted, Documents(self.quads))
        except OSError as error:
            raise self._damaged(error) from error

    def unchanged(self, document: Document) -> bool:
        """Whether the store holds this very document, read by the present rules."""
        return is_unchanged(document, stated_in(self.quads))

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
            batch = Batch(self.quads, self._folder, self._lease.archive if self._lease else None)
            try:
                yield batch
                copy = batch.finish()
            finally:
                batch.drop()
            if copy is not None:
                self._folder.commit(copy)
                self._reopen()

    def refresh(self) -> None:
        """Opens the version that a build has made since, if any."""
        if self._folder is not None and self._lease is not None and not self._folder.is_present(self._lease):
            self._reopen()

    def dataset(self) -> rdflib.Dataset:
        """The store as an rdflib dataset, which shows what the store holds now, not after a later batch."""
        import rdflib
        from oxrdflib import OxigraphStore

        return rdflib.Dataset(store=OxigraphStore(store=self.quads), default_union=True)

    def close(self) -> None:
        """Lets go of the database."""
        if self._lease is not None:
            self._lease.close()
            self._lease = None

    def _archived(self, graph: str) -> bytes | None:
        """The lines of a graph, where there is an archive that has it."""
        archive = self._lease.archive if self._lease else None
        return archive.read(graph) if archive else None

    def _reopen(self) -> None:
        """Opens what is there now, in the place of what was there before."""
        if self._folder is not None and self._folder.holds_store():
            lease = self._folder.open()
            self.close()
            self._lease = lease

    def _damaged(self, error: OSError) -> StoreError:
        return (self._folder or Folder(Path(MEMORY))).damaged(str(error))
