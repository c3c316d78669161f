"""A part of a server's store, fetched into memory, for what is worked out on a database.

What the shared graphs must say is worked out in ``things``, on a database. Only the part of the
server's that some documents touch is needed for it, and fetched in bulk, some hundreds of things a
request.
"""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Iterator
from itertools import islice

import pyoxigraph
from pyoxigraph import NamedNode, Quad

from ...ontology.vocabulary import DATA, DESCRIPTIONS, OG, THINGS
from ..things import given, home
from .client import Client

_AT_ONCE = 400  # things or documents that one request asks for
_ELSEWHERE = NamedNode(f"{DATA}elsewhere")  # stands for the documents that are not in the shadow


class Shadow:
    """What was fetched of a server's store.

    Args:
        client: The connection to the server.

    Attributes:
        quads: A database with what was fetched.
    """

    def __init__(self, client: Client) -> None:
        self.quads = pyoxigraph.Store()
        self._client = client
        self._documents: set[str] = set()

    def fetch_document(self, document: str) -> None:
        """Fetches the graph of a document, and which descriptions it gives."""
        if document in self._documents:
            return
        self._documents.add(document)
        self._fetch("?s ?p ?o", f"GRAPH {NamedNode(document)} {{ ?s ?p ?o }}", document)
        self.fetch_given([document])

    def fetch_given(self, documents: Iterable[str]) -> None:
        """Fetches which descriptions documents give, and of what."""
        triples = f"?document <{OG.describes}> ?description . ?description <{OG.thing}> ?thing"
        for nodes in _some(documents):
            values = f"VALUES ?document {{ {_list(nodes)} }}"
            self._fetch(triples, f"{values} GRAPH <{DESCRIPTIONS}> {{ {triples} }}", DESCRIPTIONS)

    def fetch_stated(self, things: Iterable[str]) -> None:
        """Fetches what the shared graph says of things."""
        for nodes in _some(things):
            values = f"VALUES ?thing {{ {_list(nodes)} }}"
            self._fetch("?thing ?p ?o", f"{values} GRAPH <{THINGS}> {{ ?thing ?p ?o }}", THINGS)

    def fetch_described(self, things: Iterable[str], documents: Container[str]) -> None:
        """Fetches the descriptions of things, and what documents state themselves of parts of theirs.

        Args:
            things: IRIs of the things.
            documents: IRIs of the server's documents.
        """
        triples = f"?description <{OG.thing}> ?thing ; <{OG.statements}> ?said"
        here = ", ".join(str(NamedNode(iri)) for iri in sorted(self._documents))
        for nodes in _some(things):
            values = f"VALUES ?thing {{ {_list(nodes)} }}"
            self._fetch(triples, f"{values} GRAPH <{DESCRIPTIONS}> {{ {triples} }}", DESCRIPTIONS)
            self._fetch(
                f"{_ELSEWHERE} <{OG.describes}> ?description",
                f"{values} GRAPH <{DESCRIPTIONS}> {{ ?description <{OG.thing}> ?thing FILTER EXISTS "
                f"{{ ?other <{OG.describes}> ?description FILTER(?other NOT IN ({here})) }} }}",
                DESCRIPTIONS,
            )
            homes = ((node, home(node.value, documents)) for node in nodes)
            self._fetch_from([(node, at) for node, at in homes if at and at not in self._documents])

    def things(self, documents: Iterable[str]) -> list[str]:
        """The things that documents describe, as far as that was fetched; sorted."""
        return sorted({thing for document in documents for thing in given(self.quads, document).values()})

    def _fetch_from(self, pairs: Collection[tuple[NamedNode, str]]) -> None:
        """Fetches what documents state of things, given in pairs of a thing and a document."""
        if not pairs:
            return
        values = " ".join(f"({NamedNode(document)} {node})" for node, document in pairs)
        rows = self._client.solutions(
            f"SELECT ?g ?thing ?p ?o {{ VALUES (?g ?thing) {{ {values} }} GRAPH ?g {{ ?thing ?p ?o }} }}"
        )
        assert isinstance(rows, pyoxigraph.QuerySolutions)
        self.quads.extend(Quad(thing, predicate, value, graph) for graph, thing, predicate, value in rows)

    def _fetch(self, template: str, where: str, graph: str) -> None:
        found = self._client.triples(f"CONSTRUCT {{ {template} }} WHERE {{ {where} }}")
        name = NamedNode(graph)
        self.quads.extend(Quad(t.subject, t.predicate, t.object, name) for t in found)


def _some(iris: Iterable[str]) -> Iterator[list[NamedNode]]:
    """The nodes, as many at once as one request asks for."""
    rest = iter(iris)
    while part := [NamedNode(iri) for iri in islice(rest, _AT_ONCE)]:
        yield part


def _list(nodes: Iterable[NamedNode]) -> str:
    return " ".join(map(str, nodes))
