"""Who owes what to whose words: obligations, and acts with their contents, as nodes of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Unpack

from .attributes import Wanted, act_attributes, actor_key, add_actors, concerns, days, facts_for
from .facts import Facts, Queryable, short

if TYPE_CHECKING:
    from .attributes import Plain

# What belongs to an act and not to each obligation that arises from it.
_OF_ACT = frozenset({"words", "iri", "rule", "due", "until"})
_Rows = list[tuple[str, dict[str, Any]]]


def obligations(store: Queryable, **wanted: Unpack[Wanted]) -> Plain:
    """Who owes what: a bipartite graph, read along its arrows: issuer → obligation → bearer.

    So the in-degree of an actor counts what it is to do, and its out-degree what it imposes.

    Args:
        store: Anything that answers a SELECT over all documents' graphs.
        **wanted: As ``attributes.Wanted`` says.

    Returns:
        A graph whose nodes are

        - actors (keys), ``bipartite`` 0, with the attributes that ``who_asks_whom`` gives them,
        - obligations (ids), ``bipartite`` 1, with ``modality`` (``duty``, ``recommendation``,
          ``permission``, ``prohibition``, ``exemption``), ``words`` of the action, ``verb``, ``act``,
          ``force``, ``rank``, ``document``, ``document_kind``, ``paragraph``, ``via``, ``iri``, and
          ``date``, ``due``, ``until`` (date) where they are known,

        and whose edges have ``relation``: ``imposes`` or ``binds``.

    Raises:
        UsageError: A document, verb, force or actor that is asked for is unknown.
    """
    return owing(facts_for(store, "acts", **wanted))


def acts(store: Queryable, **wanted: Unpack[Wanted]) -> Plain:
    """Actor – act – content: who does an act, whom it addresses or blames, and what it says.

    Args:
        store: Anything that answers a SELECT over all documents' graphs.
        **wanted: As ``attributes.Wanted`` says.

    Returns:
        A graph whose nodes have ``part``:

        - ``actor`` (keys), with the attributes that ``who_asks_whom`` gives them,
        - ``act`` (ids), with ``verb``, ``act``, ``force``, ``rank``, ``document``, ``document_kind``,
          ``paragraph``, ``words``, ``iri``, ``rule``, ``certainty``, and ``date``, ``due``, ``until``
          (date) where they are known,
        - ``content`` (ids), with ``role`` (``action``, ``proposition``, ``object``), ``words``,
          ``paragraph`` (label), ``iri``,

        and whose edges have ``relation``: ``does`` (actor → act), ``addresses`` and ``blames`` (act →
        actor), ``says`` (act → content). From an act to the content that somebody is to do, ``modality``
        says what it is to them (a sorted tuple).

    Raises:
        UsageError: A document, verb, force or actor that is asked for is unknown.
    """
    return acting(facts_for(store, "acts", **wanted))


def owing(facts: Facts) -> Plain:
    """The graph of ``obligations`` from facts that are loaded already."""
    import networkx as nx

    graph: Plain = nx.DiGraph(name="Obligations")
    edges: list[tuple[str, str, str]] = []
    actors: set[str] = set()
    nodes: _Rows = []
    for act in facts.acts:
        shared = {k: v for k, v in act_attributes(facts, act).items() if k not in _OF_ACT}
        for one in act.obligations:
            if not concerns(facts, act.issuer, one.bearer):
                continue
            words = {"modality": one.modality, "words": one.text, "via": one.via, "iri": one.iri}
            nodes.append((one.id, {"bipartite": 1, **shared, **words, **days(one.due, one.until)}))
            edges.append((actor_key(facts, act.issuer), one.id, "imposes"))
            edges.append((one.id, actor_key(facts, one.bearer), "binds"))
            actors |= {act.issuer, one.bearer}
    add_actors(graph, facts, actors, bipartite=0)
    graph.add_nodes_from(nodes)
    for source, target, relation in edges:
        graph.add_edge(source, target, relation=relation)
    return graph


def acting(facts: Facts) -> Plain:
    """The graph of ``acts`` from facts that are loaded already."""
    import networkx as nx

    graph: Plain = nx.DiGraph(name="Acts and what they say")
    nodes: _Rows = []
    edges: list[tuple[str, str, dict[str, Any]]] = []
    actors: set[str] = set()
    for act in facts.acts:
        nodes.append((act.id, {"part": "act", **act_attributes(facts, act), "certainty": act.certainty}))
        edges.append((actor_key(facts, act.issuer), act.id, {"relation": "does"}))
        addressed = sorted({one.actor for one in act.addresses})
        for relation, others in (("addresses", addressed), ("blames", act.targets)):
            for other in others:
                edges.append((act.id, actor_key(facts, other), {"relation": relation}))
        actors |= {act.issuer, *addressed, *act.targets}
        modalities: dict[str, set[str]] = {}
        for one in act.obligations:
            modalities.setdefault(one.action, set()).add(one.modality)
        for piece in act.contents:
            paragraph = facts.paragraphs.get(piece.paragraph)
            label = paragraph.label if paragraph else ""
            words = {"role": piece.role, "words": piece.text, "paragraph": label, "iri": piece.iri}
            nodes.append((short(piece.iri), {"part": "content", **words}))
            found = modalities.get(piece.iri)
            more = {"modality": tuple(sorted(found))} if found else {}
            edges.append((act.id, short(piece.iri), {"relation": "says", **more}))
    add_actors(graph, facts, actors, part="actor")
    graph.add_nodes_from(nodes)
    graph.add_edges_from(edges)
    return graph
