"""How States voted, and who votes alike."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain, combinations
from typing import TYPE_CHECKING, Any, Unpack

from .attributes import Wanted, actor_key, add_actors, concerns, facts_for
from .facts import Facts, Queryable, short

if TYPE_CHECKING:
    from .attributes import Plain, Undirected


def who_voted_how(store: Queryable, **wanted: Unpack[Wanted]) -> Plain:
    """Who voted how: a bipartite graph with an edge from each State to each document it voted on.

    Args:
        store: Anything that answers a SELECT over all documents' graphs.
        **wanted: As ``attributes.Wanted`` says. Verbs and forces let the documents pass that have
            such an act.

    Returns:
        A graph whose nodes are

        - States (keys), ``bipartite`` 0, with the attributes that ``who_asks_whom`` gives them,
        - documents (symbols), ``bipartite`` 1, with ``name`` (symbol), ``title``, ``kind``, ``iri``, and
          ``date`` of adoption (date), absent where it states none,

        and whose edges have ``choice`` (``for``, ``against``, ``abstaining``) and the document's ``date``.

    Raises:
        UsageError: A document, verb, force or actor that is asked for is unknown.
    """
    return voting(facts_for(store, "votes", **wanted))


def voting_agreement(store: Queryable, **wanted: Unpack[Wanted]) -> Undirected:
    """Who votes alike: an edge between two States that voted on the same documents.

    Args:
        store: Anything that answers a SELECT over all documents' graphs.
        **wanted: As for ``who_voted_how``.

    Returns:
        An undirected graph whose nodes are States with the attributes that ``who_asks_whom`` gives
        them, and ``votes`` (how many documents they voted on); and whose edges have ``shared`` (how many both
        voted on), ``agreed`` (on how many alike), ``weight`` (their ratio, 0–1, four decimals), and
        ``first`` and ``last`` (date of adoption, where known).

    Raises:
        UsageError: A document, verb, force or actor that is asked for is unknown.
    """
    return agreeing(facts_for(store, "votes", **wanted))


def voting(facts: Facts) -> Plain:
    """The graph of ``who_voted_how`` from facts that are loaded already."""
    import networkx as nx

    votes = [vote for vote in facts.votes if concerns(facts, vote.voter)]
    graph: Plain = nx.DiGraph(name="Who voted how", relation="voted on")
    add_actors(graph, facts, {vote.voter for vote in votes}, bipartite=0)
    there = {vote.document for vote in votes}
    for iri in facts.documents:
        if iri in there:
            document = facts.documents[iri]
            words = {"name": document.id, "title": document.title, "kind": document.kind, "iri": iri}
            day = {"date": document.date} if document.date else {}
            graph.add_node(short(iri), bipartite=1, **words, **day)
    for vote in votes:
        when = facts.documents[vote.document].date
        more: dict[str, Any] = {"date": when} if when else {}
        graph.add_edge(actor_key(facts, vote.voter), short(vote.document), choice=vote.choice, **more)
    return graph


def agreeing(facts: Facts) -> Undirected:
    """The graph of ``voting_agreement`` from facts that are loaded already."""
    import networkx as nx

    # A State's votes of one kind are the bits of a number, one a document in the order of adoption, so
    # that what two States share is counted at once.
    documents = list(facts.documents)
    place = {iri: number for number, iri in enumerate(documents)}
    places: dict[str, dict[str, list[int]]] = {}
    for vote in facts.votes:
        places.setdefault(vote.voter, {}).setdefault(vote.choice, []).append(place[vote.document])
    cast = {
        state: {choice: _bits(found, len(documents)) for choice, found in sorted(mine.items())}
        for state, mine in places.items()
    }
    every = {state: _bits(chain(*mine.values()), len(documents)) for state, mine in places.items()}

    pairs = []
    for one, other in combinations(sorted(cast, key=lambda iri: actor_key(facts, iri)), 2):
        if (shared := every[one] & every[other]) and concerns(facts, one, other):
            agreed = sum(
                (bits & cast[other].get(choice, 0)).bit_count() for choice, bits in cast[one].items()
            )
            pairs.append((one, other, shared, agreed))
    graph: Undirected = nx.Graph(name="Who votes alike", relation="votes like")
    add_actors(graph, facts, {state for one, other, _, _ in pairs for state in (one, other)})
    for state, bits in every.items():
        if actor_key(facts, state) in graph:
            graph.nodes[actor_key(facts, state)]["votes"] = bits.bit_count()
    for one, other, shared, agreed in pairs:
        count = shared.bit_count()
        first = facts.documents[documents[(shared & -shared).bit_length() - 1]].date
        last = facts.documents[documents[shared.bit_length() - 1]].date
        data: dict[str, Any] = {"weight": round(agreed / count, 4), "shared": count, "agreed": agreed}
        data |= {name: day for name, day in (("first", first), ("last", last)) if day}
        graph.add_edge(actor_key(facts, one), actor_key(facts, other), **data)
    return graph


def _bits(places: Iterable[int], size: int) -> int:
    """The number whose bits are set at these places."""
    found = bytearray(size // 8 + 1)
    for place in places:
        found[place // 8] |= 1 << place % 8
    return int.from_bytes(found, "little")
