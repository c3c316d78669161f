"""Changes to a store on a server, sent in few requests that each leave it consistent.

A request holds whole documents, and what the shared graphs must say with them, as one SPARQL update,
which a server such as Oxigraph does wholly or not at all. A batch that is too long for one request is
sent in several. So a build that is stopped leaves what it has sent, and the next goes on from there.
What the protocol does not offer is a lock: two builds at once may leave the shared graphs behind one
of them, until a document that speaks of the same things is built again.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from pyoxigraph import NamedNode

from ...extract.document import Document
from ...ontology.vocabulary import ONTOLOGY
from ..batch import Batch, Stated, as_data, is_unchanged, ontology_mark, ontology_quads
from ..iri import document_iri, is_translation
from .client import Client
from .shadow import Shadow

_LONGEST = 4 * 2**20  # characters of changes after which a request is sent


class RemoteBatch(Batch):
    """Changes that are worked out on a shadow of the server's store: use ``Store.batch``.

    Args:
        client: The connection to the server.
        documents: IRIs of the server's documents.
        stated: Gives what the server's store states.
    """

    def __init__(self, client: Client, documents: Iterable[str], stated: Stated) -> None:
        self._client = client
        self._there = set(documents)
        self._stated = stated
        self._ontology_is_there = False
        self._begin()

    def unchanged(self, document: Document) -> bool:
        """Whether the store, with what was put in so far, holds this very document already."""
        name = document_iri(document.symbol)
        if name in self._waiting:
            return super().unchanged(document)
        return name in self._there and is_unchanged(document, self._stated)

    def put_graph(self, name: str, lines: list[str]) -> bool:
        """Puts a graph in: ``Changes.put_graph`` says more.

        Raises:
            StoreError: The server cannot be reached, or refuses. What was sent before stays.
        """
        translation = is_translation(name)
        if name not in self._waiting and (translation or name in self._there):
            self._shadow.fetch_document(name)
        changed = super().put_graph(name, lines)
        if changed:
            if not translation:
                self._there.add(name)
            if self._length > _LONGEST:
                self.send()
        return changed

    def send(self) -> None:
        """Sends what was put in since the last time.

        Raises:
            StoreError: The server cannot be reached, or refuses. What was sent before stays.
        """
        self._load()
        touched = sorted(self._touched)
        self._shadow.fetch_stated(touched)
        self._shadow.fetch_described(touched, self._there)
        self._settle(self._shadow.quads)
        if self._gone or self._come:
            steps = [*self._ontology(), f"DELETE DATA {{ {as_data(self._gone)} }}"]
            self._client.update(" ;\n".join([*steps, f"INSERT DATA {{ {as_data(self._come)} }}"]))
        self._begin()

    def _begin(self) -> None:
        """Forgets what was sent: memory does not grow with the batch."""
        self._shadow = Shadow(self._client)
        self._gone: dict[str, None] = {}
        self._come: dict[str, None] = {}
        self._length = 0
        super().__init__(self._shadow.quads, None)

    def _documents(self) -> Container[str]:
        return self._there

    def _remove(self, lines: set[str]) -> None:
        self._note(lines, self._come, self._gone)
        super()._remove(lines)

    def _add(self, lines: list[str]) -> None:
        self._note(lines, self._gone, self._come)
        super()._add(lines)

    def _note(self, lines: Iterable[str], undone: dict[str, None], done: dict[str, None]) -> None:
        """Notes changes for the server, where what is taken back need not be done at all."""
        for line in lines:
            self._length += len(line)
            if line in undone:
                del undone[line]
            else:
                done[line] = None

    def _ontology(self) -> Iterator[str]:
        """The steps that put the present ontology in, in the place of an older one."""
        if self._ontology_is_there:
            return
        mark = ontology_mark()
        self._ontology_is_there = mark.triple in self._stated(NamedNode(ONTOLOGY), NamedNode(ONTOLOGY))
        if not self._ontology_is_there:
            lines = "".join(f"{quad.triple} .\n" for quad in (*ontology_quads(), mark))
            yield f"DROP SILENT GRAPH <{ONTOLOGY}>"
            yield f"INSERT DATA {{ GRAPH <{ONTOLOGY}> {{\n{lines}}} }}"
            self._ontology_is_there = True
