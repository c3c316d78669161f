"""What a store answers, wherever it lies: in memory, in a folder, or on a SPARQL server.

A store keeps one named graph a document, and is asked as one graph. Beside the documents it keeps the
ontology and its concept schemes in a graph of their own, so that a query finds the labels and ranks
of concepts and the classes above a class; and what actors, instruments and other shared things are,
once for all documents (``things``).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Protocol, cast

from pyoxigraph import NamedNode, Triple

from ..extract.document import Document
from ..extract.model import Reading
from .answers import Result, Solutions, Substitutions
from .dataset import Dataset

if TYPE_CHECKING:
    import rdflib

MEMORY = "memory"
"""The name of a store that is kept nowhere."""


class Changes(Protocol):
    """Changes to a store, as ``Store.batch`` gives them."""

    def unchanged(self, document: Document) -> bool:
        """Whether the store, with what was put in so far, holds this very document already."""

    def put(self, reading: Reading) -> bool:
        """Puts a document in, in the place of what was there of it.

        Returns:
            Whether anything changed.

        Raises:
            StoreError: It cannot be written.
        """

    def put_lines(self, symbol: str, lines: list[str]) -> bool:
        """Puts a document's graph in, in the place of what was there of it.

        Args:
            symbol: Of the document.
            lines: What ``nquads`` has made of its reading, perhaps in another process.

        Returns:
            Whether anything changed.

        Raises:
            StoreError: It cannot be written.
        """

    def put_graph(self, name: str, lines: list[str]) -> bool:
        """Puts the graph of a document, or of its words in another language, in.

        Args:
            name: IRI of the graph.
            lines: As for ``put_lines``.

        Returns:
            Whether anything changed.

        Raises:
            StoreError: It cannot be written.
        """


class Store(Protocol):
    """A store that is open: use ``open_store``."""

    @property
    def place(self) -> str:
        """Where it lies, for messages: a folder, ``memory``, or an address without its password."""

    def query(
        self,
        sparql: str,
        substitutions: Substitutions | None = None,
        prefixes: Mapping[str, str] | None = None,
        dataset: Dataset | None = None,
    ) -> Result:
        """Answers a SPARQL query over all graphs taken as one, or over those that it names by FROM.

        Args:
            sparql: The query.
            substitutions: Values of variables, bound and never pasted into the text.
            prefixes: Prefixes that the query may use undeclared; the usual ones where None.
            dataset: The graphs to ask in the place of all of them, and of those that it names.

        Returns:
            What fits the form of the query. ``select``, ``ask`` and ``construct`` say which.

        Raises:
            SyntaxError: The query does not parse.
            StoreError: The store is damaged, or cannot be reached.
        """

    def documents(self) -> tuple[str, ...]:
        """The IRIs of the documents, sorted.

        Raises:
            StoreError: The store is damaged, or cannot be reached.
        """

    def own_graph(self, document: str) -> Iterator[Triple]:
        """The triples of the graph of one document alone, in no fixed order.

        Args:
            document: IRI of the document; none come where the store has no such document.

        Raises:
            StoreError: The store is damaged, or cannot be reached.
        """

    @property
    def keeps_lines(self) -> bool:
        """Whether a document is sooner read whole, by ``lines``, than asked for in parts."""
        return False

    def shared(self, wanted: Collection[str]) -> set[Triple]:
        """The triples that say what the actors, instruments and other things of documents are.

        Args:
            wanted: IRIs of documents. What these state of themselves is left out, and what another
                document states of itself, which these speak of, is not.

        Raises:
            StoreError: The store is damaged, or cannot be reached.
        """

    def unchanged(self, document: Document) -> bool:
        """Whether the store holds this very document, read by the present rules.

        Args:
            document: As it was read from its source; ask before the costly reading.
        """

    def batch(self) -> AbstractContextManager[Changes]:
        """Puts many documents in, when the context ends well.

        In a folder all of them are put in, or none. Elsewhere, those that were put before an error
        may stay, each of them whole. What the store answers meanwhile is what it held before.

        Raises:
            StoreError: It cannot be written: another process is writing, the disk is full, the
                server refuses.
        """

    def refresh(self) -> None:
        """Answers from now on with what the store holds now, if it has been built since.

        Raises:
            StoreError: As ``open_store``.
        """

    def dataset(self) -> rdflib.Dataset:
        """The store as an rdflib dataset, whose default graph is the union of all.

        It is of use until the store is closed.
        """

    def close(self) -> None:
        """Lets go of the store."""

    # What follows is the same for all stores.

    def select(
        self,
        sparql: str,
        substitutions: Substitutions | None = None,
        prefixes: Mapping[str, str] | None = None,
    ) -> Solutions:
        """Answers a SELECT; otherwise as ``query``."""
        return cast(Solutions, self.query(sparql, substitutions, prefixes))

    def ask(
        self,
        sparql: str,
        substitutions: Substitutions | None = None,
        prefixes: Mapping[str, str] | None = None,
    ) -> bool:
        """Answers an ASK; otherwise as ``query``."""
        return bool(self.query(sparql, substitutions, prefixes))

    def construct(
        self,
        sparql: str,
        substitutions: Substitutions | None = None,
        prefixes: Mapping[str, str] | None = None,
    ) -> Iterator[Triple]:
        """Answers a CONSTRUCT or DESCRIBE; otherwise as ``query``."""
        return iter(cast(Iterable[Triple], self.query(sparql, substitutions, prefixes)))

    def lines(self, graph: str) -> bytes:
        """The triples of one graph alone, as lines of N-Triples in no fixed order.

        Args:
            graph: IRI of a document, of its words in another language, or of another graph of the
                store; there are none where the store has no such graph.

        Raises:
            StoreError: The store is damaged, or cannot be reached.
        """
        from pyoxigraph import RdfFormat, serialize

        return serialize(self.own_graph(graph), format=RdfFormat.N_TRIPLES) or b""

    def graph(self, document: str) -> Iterator[Triple]:
        """The triples of one document with those that describe what it speaks of, in no fixed order.

        Args:
            document: IRI of the document; none come where the store has no such document.

        Raises:
            StoreError: The store is damaged, or cannot be reached.
        """
        texts = (document, *self.translations(document))
        for text in texts:
            yield from self.own_graph(text)
        yield from self.shared(texts)

    def translations(self, document: str) -> tuple[str, ...]:
        """The graphs with the words of a document in other languages, by their IRIs, sorted.

        Args:
            document: IRI of the document.

        Raises:
            StoreError: The store is damaged, or cannot be reached.
        """
        rows = self.select(
            "SELECT DISTINCT ?text ?document WHERE { ?text eli:realizes ?document }",
            {"document": NamedNode(document)},
        )
        return tuple(sorted(str(row["text"].value) for row in rows))

    def put(self, reading: Reading) -> bool:
        """Puts one document in, in the place of what the store had of it.

        Returns:
            Whether anything changed.

        Raises:
            StoreError: As ``batch``.
        """
        with self.batch() as changes:
            return changes.put(reading)

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def is_address(where: str | Path) -> bool:
    """Whether a store so called lies on a server."""
    return isinstance(where, str) and where.lower().startswith(("http://", "https://"))


def open_store(where: str | Path, *, create: bool = False) -> Store:
    """Opens a store.

    Args:
        where: A folder, ``memory``, or the address of a SPARQL server.
        create: Whether there may be none yet. It is made when something is put into it.

    Returns:
        The store, for reading; what changes it asks for the right to write itself.

    Raises:
        StoreError: There is no store there, something else is, or it is damaged or out of reach.
        UsageError: The address is none.
    """
    if is_address(where):
        from .remote.store import RemoteStore

        return RemoteStore.open(str(where), create=create)
    from .embedded import EmbeddedStore

    return EmbeddedStore.open(where, create=create)
