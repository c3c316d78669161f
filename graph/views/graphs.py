"""The views as NetworkX graphs, with the attributes that each function documents.

Nodes and edges are added in sorted order, so the same store gives the same graph and the same
file. Values are plain: str, int, float, bool, date, or a sorted tuple of str; an unknown one is
left out or empty, as said for each.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from .facts import ActFact, Facts, Filters, Queryable
from .load import load

if TYPE_CHECKING:
    import networkx as nx

    Multi = nx.MultiDiGraph[str]
    Plain = nx.DiGraph[str]


# What belongs to an act and not to each obligation that arises from it.
_OF_ACT = frozenset({"words", "iri", "rule", "due", "until"})


def who_asks_whom(
    store: Queryable,
    *,
    since: date | None = None,
    until: date | None = None,
    verbs: Iterable[str] = (),
    documents: Iterable[str] = (),
    self_directed: bool = False,
) -> Multi:
    """Who asks whom to do what: an edge from the issuer to each actor that an act addresses.

    Acts that are only reported from another text are not in it.

    Args:
        store: Anything that answers a SELECT over all documents' graphs.
        since: First day of adoption.
        until: Last day of adoption.
        verbs: Dictionary forms (``call upon``); none for all.
        documents: Symbols (``S/RES/2331(2016)``); none for all.
        self_directed: Also draw what the issuer asks of itself ("Decides to remain seized",
            "Expresses its intention to …") as loops. Off by default: a loop addresses nobody.

    Returns:
        A graph whose nodes are keys of actors (``cted``), with

        - ``name``, ``full_name``, ``kind`` (of the model), ``iri`` (str), ``known`` (bool),

        and whose edge keys are ids of acts (``S/RES/2331(2016)/OP16/act/1``), with

        - ``verb`` as printed, ``act`` its dictionary form, ``force``, ``rank`` (6 to 0),
        - ``modality``: what the actions are to this bearer, in the order of the text; an
          empty tuple where the act asks for no action,
        - ``document`` (symbol), ``document_kind`` (``resolution``, ``statement``, or ``draft``, which
          asks nobody yet), ``paragraph`` (label), ``words`` (the act's, in its own paragraph),
          ``iri``, ``rule``,
        - ``date``: of adoption (date), absent where the document states none,
        - ``due``, ``until``: the earliest deadline and the latest end of a period (date), absent
          where there is none,
        - ``via``: ``including`` for a member singled out of a group, else empty,
        - ``certainty``: of the act and of the addressee together, their product (0–1).

    Raises:
        UsageError: A document that is asked for is not in the store.
    """
    facts = load(store, Filters.of(since=since, until=until, verbs=verbs, documents=documents))
    return asking(facts, self_directed=self_directed)


def who_condemns_whom(
    store: Queryable,
    *,
    since: date | None = None,
    until: date | None = None,
    verbs: Iterable[str] = (),
    documents: Iterable[str] = (),
) -> Multi:
    """Who condemns whom: an edge from the issuer to each actor said to have done what is condemned.

    The arguments are those of ``who_asks_whom``.

    Returns:
        A graph with the attributes of that of ``who_asks_whom``; ``modality`` is empty.

    Raises:
        UsageError: A document that is asked for is not in the store.
    """
    facts = load(store, Filters.of(since=since, until=until, verbs=verbs, documents=documents))
    return condemning(facts)


def obligations(
    store: Queryable,
    *,
    since: date | None = None,
    until: date | None = None,
    verbs: Iterable[str] = (),
    documents: Iterable[str] = (),
) -> Plain:
    """Who owes what: a bipartite graph, read along its arrows: issuer → obligation → bearer.

    So the in-degree of an actor counts what it is to do, and its out-degree what it imposes.

    The arguments are those of ``who_asks_whom``.

    Returns:
        A graph whose nodes are

        - actors (keys), ``bipartite`` 0, with the attributes that ``who_asks_whom`` gives them,
        - obligations (ids), ``bipartite`` 1, with ``modality`` (``duty``, ``recommendation``,
          ``permission``, ``prohibition``, ``exemption``), ``words`` of the action, ``verb``, ``act``,
          ``force``, ``rank``, ``document``, ``document_kind``, ``paragraph``, ``via``, ``iri``, and
          ``date``, ``due``, ``until`` (date) where they are known,

        and whose edges have ``relation``: ``imposes`` or ``binds``.

    Raises:
        UsageError: A document that is asked for is not in the store.
    """
    return owing(load(store, Filters.of(since=since, until=until, verbs=verbs, documents=documents)))


def asking(facts: Facts, *, self_directed: bool = False) -> Multi:
    """The graph of ``who_asks_whom`` from facts that are loaded already."""
    return _multi(facts, "Who asks whom", _asked(facts, self_directed))


def condemning(facts: Facts) -> Multi:
    """The graph of ``who_condemns_whom`` from facts that are loaded already."""
    return _multi(facts, "Who condemns whom", ((a, t, {}) for a in facts.acts for t in a.targets))


def owing(facts: Facts) -> Plain:
    """The graph of ``obligations`` from facts that are loaded already."""
    import networkx as nx

    graph: Plain = nx.DiGraph(name="Obligations")
    edges: list[tuple[str, str, str]] = []
    actors: set[str] = set()
    nodes: list[tuple[str, dict[str, Any]]] = []
    for act in facts.acts:
        for one in act.obligations:
            words = {"modality": one.modality, "words": one.text, "via": one.via, "iri": one.iri}
            shared = {k: v for k, v in _act(facts, act).items() if k not in _OF_ACT}
            nodes.append((one.id, {"bipartite": 1, **shared, **words, **_days(one.due, one.until)}))
            edges.append((_key(facts, act.issuer), one.id, "imposes"))
            edges.append((one.id, _key(facts, one.bearer), "binds"))
            actors |= {act.issuer, one.bearer}
    for iri in sorted(actors, key=lambda iri: _key(facts, iri)):
        graph.add_node(_key(facts, iri), bipartite=0, **_actor(facts, iri))
    graph.add_nodes_from(nodes)
    for source, target, relation in edges:
        graph.add_edge(source, target, relation=relation)
    return graph


def aggregated(graph: Multi) -> Plain:
    """One edge a pair of actors.

    Args:
        graph: Of ``who_asks_whom`` or ``who_condemns_whom``.

    Returns:
        A graph with the same nodes and, on each edge, ``weight`` (number of acts), ``verbs`` (their
        dictionary forms, sorted), ``force`` and ``rank`` of the strongest, ``acts`` (ids, in order),
        ``first`` and ``last`` (date of adoption, where known).
    """
    import networkx as nx

    plain: Plain = nx.DiGraph(name=graph.graph.get("name", ""))
    plain.add_nodes_from(graph.nodes(data=True))
    groups: dict[tuple[str, str], list[tuple[str, dict[str, Any]]]] = {}
    for source, target, key, data in graph.edges(keys=True, data=True):
        groups.setdefault((source, target), []).append((key, data))
    for (source, target), rows in groups.items():
        plain.add_edge(source, target, **_sum(rows))
    return plain


def aggregated_by_verb(graph: Multi) -> Multi:
    """One edge a pair of actors and verb: what the page draws.

    Args:
        graph: Of ``who_asks_whom`` or ``who_condemns_whom``.

    Returns:
        A graph with the same nodes; the edge keys are the verbs' dictionary forms, and each edge
        has ``act`` (the verb) and the attributes that ``aggregated`` gives.
    """
    import networkx as nx

    summed: Multi = nx.MultiDiGraph(name=graph.graph.get("name", ""))
    summed.add_nodes_from(graph.nodes(data=True))
    groups: dict[tuple[str, str, str], list[tuple[str, dict[str, Any]]]] = {}
    for source, target, key, data in graph.edges(keys=True, data=True):
        groups.setdefault((source, target, data["act"]), []).append((key, data))
    for (source, target, verb), rows in groups.items():
        summed.add_edge(source, target, key=verb, act=verb, **_sum(rows))
    return summed


def _sum(rows: list[tuple[str, dict[str, Any]]]) -> dict[str, Any]:
    """What several acts between two actors amount to."""
    strongest = max(rows, key=lambda row: int(row[1]["rank"]))[1]
    days = sorted(data["date"] for _, data in rows if "date" in data)
    return {
        "weight": len(rows),
        "verbs": tuple(sorted({data["act"] for _, data in rows})),
        "force": strongest["force"],
        "rank": strongest["rank"],
        "acts": tuple(key for key, _ in rows),
        **({"first": days[0], "last": days[-1]} if days else {}),
    }


def _asked(facts: Facts, self_directed: bool) -> Iterator[tuple[ActFact, str, dict[str, Any]]]:
    """Each act with each actor that it addresses once, and what is said of that pair."""
    for act in facts.acts:
        seen: set[str] = set()
        for one in act.addresses:
            if one.actor in seen:
                continue
            seen.add(one.actor)
            found = dict.fromkeys(o.modality for o in act.obligations if o.bearer == one.actor)
            certainty = round(act.certainty * one.certainty, 4)
            yield act, one.actor, {"via": one.via, "certainty": certainty, "modality": tuple(found)}
        if self_directed and not seen and any(piece.role == "action" for piece in act.contents):
            yield act, act.issuer, {}


def _multi(facts: Facts, name: str, rows: Iterable[tuple[ActFact, str, dict[str, Any]]]) -> Multi:
    """A multigraph with an edge for each act and other actor."""
    import networkx as nx

    edges = list(rows)
    graph: Multi = nx.MultiDiGraph(name=name)
    actors = {act.issuer for act, _, _ in edges} | {other for _, other, _ in edges}
    for iri in sorted(actors, key=lambda iri: _key(facts, iri)):
        graph.add_node(_key(facts, iri), **_actor(facts, iri))
    for act, other, more in edges:
        data = {"via": "", "certainty": act.certainty, "modality": (), **_act(facts, act), **more}
        graph.add_edge(_key(facts, act.issuer), _key(facts, other), key=act.id, **data)
    return graph


def _key(facts: Facts, iri: str) -> str:
    """An actor's key; that of an actor whom nothing describes is the last part of its IRI."""
    return facts.actors[iri].id if iri in facts.actors else iri.rsplit("/", 1)[-1]


def _actor(facts: Facts, iri: str) -> dict[str, Any]:
    """The attributes of an actor's node."""
    actor = facts.actors.get(iri)
    if actor is None:
        key = _key(facts, iri)
        return {"name": key, "full_name": "", "kind": "unknown", "known": False, "iri": iri}
    names = {"name": actor.name, "full_name": actor.full_name, "kind": actor.kind}
    return {**names, "known": actor.known, "iri": iri}


def _act(facts: Facts, act: ActFact) -> dict[str, Any]:
    """The attributes that an act gives to an edge."""
    document = facts.documents[act.document]
    paragraph = facts.paragraphs.get(act.paragraph)
    due = min((time.due for time in act.times if time.due), default="")
    until = max((time.until for time in act.times if time.until), default="")
    return {
        "verb": act.verb,
        "act": act.act,
        "force": act.force,
        "rank": act.rank,
        "document": document.id,
        "document_kind": document.kind,
        "paragraph": paragraph.label if paragraph else "",
        "words": act.text,
        "iri": act.iri,
        "rule": act.rule,
        **({"date": document.date} if document.date else {}),
        **_days(due, until),
    }


def _days(due: str, until: str) -> dict[str, date]:
    """Days from ISO dates; an empty one is left out."""
    return {name: date.fromisoformat(day) for name, day in (("due", due), ("until", until)) if day}
