"""A store on a SPARQL server: the same questions, answered from there."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pyoxigraph
from pyoxigraph import NamedNode, QueryBoolean, QuerySolutions, Triple, Variable

from ...errors import StoreError
from ...extract.document import Document
from ...ontology.vocabulary import DCTERMS, OG, ONTOLOGY, PREFIXES
from .. import things
from ..answers import Result, Substitutions
from ..batch import BESIDE, is_unchanged
from ..dataset import Dataset, names_graphs
from ..store import Store
from .address import address
from .batch import RemoteBatch
from .client import UNION, Client
from .shadow import Shadow
from .values import with_values

if TYPE_CHECKING:
    import rdflib

_PROBE = f"""SELECT ?held ?united {{
  BIND(EXISTS {{ GRAPH <{ONTOLOGY}> {{ <{ONTOLOGY}> <{OG.sha256}> ?a }} }} AS ?held)
  BIND(EXISTS {{ <{ONTOLOGY}> <{OG.sha256}> ?b }} AS ?united)
}}"""
_DOCUMENTS = f"SELECT DISTINCT ?g {{ GRAPH ?g {{ ?g <{DCTERMS.identifier}> ?symbol }} }}"


class RemoteStore(Store):
    """A store that is open, on a server.

    Args:
        client: The connection to the server.
    """

    def __init__(self, client: Client) -> None:
        self._open: Client | None = client
        self._place = client.where.shown
        self._known: tuple[str, ...] | None = None

    @classmethod
    def open(cls, where: str, *, create: bool = False) -> RemoteStore:
        """Opens a store: ``store.open_store`` says more.

        Raises:
            StoreError: The server cannot be reached, holds no store, or does not take its graphs as
                one where a query names none.
            UsageError: The address is none.
        """
        client = Client(address(where))
        found = client.solutions(_PROBE)
        if not isinstance(found, QuerySolutions):
            raise StoreError("no SPARQL server: it answers a SELECT with yes or no", place=client.where.shown)
        held, united = (cell is not None and cell.value == "true" for cell in next(iter(found)))
        if not held and not create:
            raise StoreError(
                "no store there", place=client.where.shown, remedy="make one with “obligraph build --store”"
            )
        if held and not united:
            raise StoreError(
                "the server does not take all its graphs as one",
                place=client.where.shown,
                remedy="make the union of the named graphs its default graph, as with Oxigraph’s "
                "--union-default-graph or Jena’s tdb2:unionDefaultGraph",
            )
        return cls(client)

    @property
    def place(self) -> str:
        """The address, without its password."""
        return self._place

    def query(
        self,
        sparql: str,
        substitutions: Substitutions | None = None,
        prefixes: Mapping[str, str] | None = None,
        dataset: Dataset | None = None,
    ) -> Result:
        """Answers a SPARQL query: ``Store.query`` says more."""
        declared = dict(PREFIXES if prefixes is None else prefixes)
        # An empty store of our own parses it, so that what is wrong is said as it is everywhere, and
        # tells its form.
        form = pyoxigraph.Store().query(sparql, prefixes=declared)
        bound = {
            name.value if isinstance(name, Variable) else name: term
            for name, term in (substitutions or {}).items()
        }
        head = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in declared.items())
        text = head + with_values(sparql, bound)
        graphs = UNION
        if dataset is not None:
            graphs = (
                *(("default-graph-uri", iri) for iri in dataset.default),
                *(("named-graph-uri", iri) for iri in dataset.named),
            )
        elif names_graphs(sparql):
            graphs = ()
        if isinstance(form, QuerySolutions | QueryBoolean):
            return self._client.solutions(text, graphs)
        return self._client.triples(text, graphs)

    def documents(self) -> tuple[str, ...]:
        """The IRIs of the documents, sorted: asked for once, until a batch or ``refresh``."""
        if self._known is None:
            beside = {graph.value for graph in BESIDE}
            rows = self._client.solutions(_DOCUMENTS)
            assert isinstance(rows, QuerySolutions)
            self._known = tuple(sorted({row[0].value for row in rows} - beside))
        return self._known

    def own_graph(self, document: str) -> Iterator[Triple]:
        """The triples of the graph of one document alone: ``Store.own_graph`` says more."""
        node = NamedNode(document)
        return self._client.triples(f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH {node} {{ ?s ?p ?o }} }}")

    def shared(self, wanted: Collection[str]) -> set[Triple]:
        """What the things are that documents speak of: ``Store.shared`` says more."""
        shadow = Shadow(self._client)
        shadow.fetch_given(wanted)
        found = shadow.things(wanted)
        shadow.fetch_stated(found)
        there = frozenset(self.documents())
        own = frozenset(wanted)
        shadow.fetch_described([t for t in found if things.home(t, there) not in ("", *own)], there)
        return things.shared(shadow.quads, wanted, there)

    def unchanged(self, document: Document) -> bool:
        """Whether the store holds this very document, read by the present rules."""
        return is_unchanged(document, self._stated)

    @contextmanager
    def batch(self) -> Iterator[RemoteBatch]:
        """Puts many documents in: ``Store.batch`` and ``RemoteBatch`` say more."""
        self._known = None
        batch = RemoteBatch(self._client, self.documents(), self._stated)
        try:
            yield batch
            batch.send()
        finally:
            self._known = None

    def refresh(self) -> None:
        """Forgets which documents there were: all else is asked for each time."""
        self._known = None

    def dataset(self) -> rdflib.Dataset:
        """The store as an rdflib dataset, to be read, whose default graph is the union of all."""
        import rdflib
        from rdflib.plugins.stores.sparqlstore import SPARQLStore

        where = self._client.where
        name, _, password = where.credentials.partition(":")
        store = SPARQLStore(
            where.query, auth=(name, password) if where.credentials else None, params=dict(UNION)
        )
        return rdflib.Dataset(store=store, default_union=True)

    def close(self) -> None:
        """Lets go of the connection."""
        if self._open is not None:
            self._open.close()
            self._open = None

    @property
    def _client(self) -> Client:
        if self._open is None:
            raise StoreError("the store is closed", remedy="open it again")
        return self._open

    def _stated(self, subject: NamedNode, graph: NamedNode) -> Iterator[Triple]:
        return self._client.triples(
            f"CONSTRUCT {{ {subject} ?p ?o }} WHERE {{ GRAPH {graph} {{ {subject} ?p ?o }} }}"
        )
