"""Who is addressed together with whom."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Any, Literal, Unpack

from .attributes import Wanted, actor_key, add_actors, concerns, facts_for, span
from .facts import ActFact, Facts, Queryable

if TYPE_CHECKING:
    from .attributes import Undirected


def co_address(
    store: Queryable, *, by: Literal["act", "document"] = "act", **wanted: Unpack[Wanted]
) -> Undirected:
    """Who is addressed together: an edge between two actors whom the same acts address.

    Args:
        store: Anything that answers a SELECT over all documents' graphs.
        by: ``act`` to join those whom one act addresses, ``document`` to join those whom one document
            addresses, be it in different acts, which makes far more edges.
        **wanted: As ``attributes.Wanted`` says.

    Returns:
        An undirected graph whose nodes are as in ``who_asks_whom``, and whose edges have ``acts`` and
        ``documents`` (how many address both), ``weight`` (the one of them that ``by`` names), and
        ``first`` and ``last`` (date of adoption, where known).

    Raises:
        UsageError: A document, verb, force or actor that is asked for is unknown.
    """
    return co_addressed(facts_for(store, "acts", **wanted), by=by)


def co_addressed(facts: Facts, *, by: Literal["act", "document"] = "act") -> Undirected:
    """The graph of ``co_address`` from facts that are loaded already."""
    import networkx as nx

    acts: dict[tuple[str, str], int] = {}
    documents: dict[tuple[str, str], list[str]] = {}
    together: dict[str, set[str]] = {}
    for act in facts.acts:
        named = _named(act)
        together.setdefault(act.document, set()).update(named)
        for pair in combinations(sorted(named), 2):
            acts[pair] = acts.get(pair, 0) + 1
            if by == "act" and (found := documents.setdefault(pair, []))[-1:] != [act.document]:
                found.append(act.document)  # acts come document by document
    if by == "document":
        for document, named in together.items():
            for pair in combinations(sorted(named), 2):
                documents.setdefault(pair, []).append(document)

    pairs = [pair for pair in documents if concerns(facts, *pair)]
    graph: Undirected = nx.Graph(name="Addressed together", relation="addressed with")
    add_actors(graph, facts, {actor for pair in pairs for actor in pair})
    for one, other in sorted(pairs, key=lambda p: (actor_key(facts, p[0]), actor_key(facts, p[1]))):
        shared = documents[one, other]
        counts = {"acts": acts.get((one, other), 0), "documents": len(shared)}
        days = span(facts.documents[iri].date for iri in shared)
        data: dict[str, Any] = {"weight": counts[f"{by}s"], **counts, **days}
        graph.add_edge(actor_key(facts, one), actor_key(facts, other), **data)
    return graph


def _named(act: ActFact) -> set[str]:
    return {address.actor for address in act.addresses}
