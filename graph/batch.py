"""Changes to a store that become visible together, and what a store holds beside the documents."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator
from pathlib import Path

import pyoxigraph
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Triple

from .. import __version__
from ..errors import StoreError
from ..extract.document import Document
from ..extract.model import Reading
from ..extract.version import hash_files, rules_version
from ..ontology.vocabulary import OG, ONTOLOGY, turtle_files
from . import things
from .archive import Archive
from .build import builder_version, nquads
from .folder import Folder
from .iri import document_iri, is_translation
from .nodes import reading_facts
from .ntriples import as_quads, as_triples, split

ONTOLOGY_GRAPH = NamedNode(ONTOLOGY)
"""The graph that a store keeps the ontology in."""

_CHUNK = 32 * 2**20  # characters of N-Quads that are loaded at once
_FEW = 3  # loads that are not worth tidying up after: the last two of each batch are small


class Batch:
    """Changes to a store that become visible together: use ``Store.batch``.

    Args:
        present: The database as it is.
        folder: Where it lies, to be copied before the first change; None to change it in place.
        archive: The text of its graphs; None where there is none.
    """

    def __init__(
        self, present: pyoxigraph.Store, folder: Folder | None, archive: Archive | None = None
    ) -> None:
        self._present = present
        self._folder = folder
        self._archive = archive  # of the copy, as soon as there is one
        self._copy: Path | None = None
        self._work: pyoxigraph.Store | None = None if folder else present
        self._lines: list[str] = []
        self._size = 0
        self._loads = 0
        self._fresh = False
        self._waiting: set[str] = set()
        self._touched: set[str] = set()
        self._described: set[str] = set()

    def unchanged(self, document: Document) -> bool:
        """Whether the store, with what this batch has put in, holds this very document already."""
        if document_iri(document.symbol) in self._waiting:
            self._load()
        return is_unchanged(document, stated_in(self._work or self._present))

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
        return self.put_graph(document_iri(symbol), lines)

    def put_graph(self, name: str, lines: list[str]) -> bool:
        """Puts the graph of a document, or of its words in another language, in.

        Args:
            name: IRI of the graph.
            lines: As for ``put_lines``.

        Returns:
            Whether anything changed.

        Raises:
            StoreError: The disk is full.
        """
        if name in self._waiting:
            self._load()
        current = self._work or self._present
        own, said = things.split(lines)
        given = {one.given_by(name): one for one in said}
        try:
            old = self._said(name)
            was_given = things.given(current, name)
            gone = old.difference(own)
            fewer = was_given.keys() - given.keys()
            new = [line for line in own if line not in old]
            more = [line for line in given if line not in was_given]
            if not (gone or fewer or new or more):
                return False
            self._touched.update(was_given[line] for line in fewer)
            self._touched.update(given[line].thing for line in more)
            self._touched.update((name, *things.parts(gone), *things.parts(new)))
            self._remove(gone | fewer)
            self._add([*new, *more])
            for one in (given[line] for line in more):
                if one.iri not in self._described:  # else this batch has put it in already
                    self._described.add(one.iri)
                    self._add(one.lines())
            if self._archive is not None:
                self._archive.write(name, as_triples(own, name))
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
            self._settle(self._work)
            if self._folder is None:
                return None
            if self._fresh and self._loads > _FEW:
                # What was loaded piece by piece lies in layers, each of which every later look-up of a
                # term goes through: one layer is read and asked twice as fast.
                self._work.optimize()
            self._work.flush()
            self._work = None  # closed: from now on nobody changes it
            if self._archive is not None:
                self._archive.seal()
        except OSError as error:
            raise self._failed(error) from error
        return self._copy

    def drop(self) -> None:
        """Closes the copy. Unless ``finish`` has given it out, it is nobody's, and swept away."""
        self._work = None

    def _writable(self) -> pyoxigraph.Store:
        if self._work is None:
            assert self._folder is not None
            self._fresh = not self._folder.holds_store()
            self._copy = self._folder.copy()
            self._work = pyoxigraph.Store(str(self._copy))
            self._archive = Archive(self._copy)
            put_ontology(self._work)
        return self._work

    def _said(self, name: str) -> set[str]:
        """What a graph says so far, as lines of N-Quads."""
        lines = self._archive.read(name) if self._archive else None
        if lines is not None:
            return set(split(as_quads(lines, name).decode()))
        quads = (self._work or self._present).quads_for_pattern(None, None, None, NamedNode(name))
        return {f"{quad} .\n" for quad in quads}

    def _documents(self) -> Container[str]:
        """The IRIs of the documents that the store will have."""
        return Documents(self._work or self._present)

    def _settle(self, work: pyoxigraph.Store) -> None:
        """Lets the shared graph say what the documents, as they are now, say of the things."""
        gone, come = things.settle(work, self._touched, self._documents())
        self._touched.clear()
        self._described.clear()
        self._remove(gone)
        self._add(come)
        self._load()

    def _remove(self, lines: set[str]) -> None:
        if lines:
            self._writable().update(f"DELETE DATA {{ {as_data(lines)} }}")

    def _add(self, lines: list[str]) -> None:
        self._writable()
        self._lines += lines
        self._size += sum(map(len, lines))
        if self._size > _CHUNK:
            self._load()

    def _load(self) -> None:
        if self._lines:
            self._writable().bulk_load("".join(self._lines).encode(), format=RdfFormat.N_QUADS)
            self._loads += 1
        self._lines = []
        self._size = 0
        self._waiting.clear()

    def _failed(self, error: OSError) -> StoreError:
        return (self._folder or Folder(Path("memory"))).unwritable(error)


def as_data(lines: Iterable[str]) -> str:
    """Lines of N-Quads, all of them in named graphs, as the data of a SPARQL update."""
    graphs: dict[str, list[str]] = {}
    for line in sorted(lines):
        triple, _, graph = line.removesuffix(" .\n").rpartition(" ")
        graphs.setdefault(graph, []).append(f"{triple} .\n")
    return "".join(f"GRAPH {graph} {{\n{''.join(rows)}}}\n" for graph, rows in graphs.items())


BESIDE = (ONTOLOGY_GRAPH, things.THINGS_GRAPH, things.DESCRIPTIONS_GRAPH)
"""The graphs of a store that are those of no document."""


def documents(quads: pyoxigraph.Store) -> frozenset[str]:
    """The IRIs of the documents of a database."""
    names = (str(graph.value) for graph in quads.named_graphs() if graph not in BESIDE)
    return frozenset(name for name in names if not is_translation(name))


class Documents:
    """The IRIs of the documents of a database, to be looked up one by one.

    Args:
        quads: The database.
    """

    def __init__(self, quads: pyoxigraph.Store) -> None:
        self._quads = quads

    def __contains__(self, iri: object) -> bool:
        graph = NamedNode(str(iri))
        if graph in BESIDE or is_translation(str(iri)):
            return False
        return self._quads.contains_named_graph(graph)


Stated = Callable[[NamedNode, NamedNode], Iterable[Triple]]
"""What is stated of a subject in a graph."""


def is_unchanged(document: Document, stated: Stated) -> bool:
    """Whether a store holds this very document, read by the present rules.

    Args:
        document: As it was read from its source.
        stated: Gives what the store states.
    """
    subject, facts = reading_facts(document, rules_version(), builder_version(), __version__)
    found = stated(NamedNode(subject), NamedNode(document_iri(document.symbol)))
    return facts == {(triple.predicate.value, getattr(triple.object, "value", "")) for triple in found}


def stated_in(quads: pyoxigraph.Store) -> Stated:
    """What a database states."""
    return lambda subject, graph: (q.triple for q in quads.quads_for_pattern(subject, None, None, graph))


def new_database() -> pyoxigraph.Store:
    """A database in memory, with the ontology."""
    quads = pyoxigraph.Store()
    put_ontology(quads)
    return quads


def ontology_mark() -> Quad:
    """What a store states that has the present ontology."""
    hashed = hash_files([(file.name, file) for file in turtle_files()])
    return Quad(NamedNode(ONTOLOGY), NamedNode(OG.sha256), Literal(hashed), ONTOLOGY_GRAPH)


def ontology_quads() -> Iterator[Quad]:
    """The present ontology and its concept schemes, without the mark, in the graph of their own."""
    for file in turtle_files():
        for quad in pyoxigraph.parse(file.read_bytes(), format=RdfFormat.TURTLE):
            yield Quad(quad.subject, quad.predicate, quad.object, ONTOLOGY_GRAPH)


def put_ontology(quads: pyoxigraph.Store) -> None:
    """Puts the present ontology in, in the place of an older one."""
    mark = ontology_mark()
    if mark in quads:
        return
    quads.remove_graph(ONTOLOGY_GRAPH)
    quads.bulk_extend(ontology_quads())
    quads.add(mark)
