"""Who asks, and who condemns, whom: an edge an act and actor."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Unpack

from .attributes import Wanted, act_attributes, actor_key, add_actors, concerns, facts_for
from .facts import ActFact, Facts, Queryable

if TYPE_CHECKING:
    from .attributes import Multi


def who_asks_whom(store: Queryable, *, self_directed: bool = False, **wanted: Unpack[Wanted]) -> Multi:
    """Who asks whom to do what: an edge from the issuer to each actor that an act addresses.

    Acts that are only reported from another text are not in it.

    Args:
        store: Anything that answers a SELECT over all documents' graphs.
        self_directed: Also draw what the issuer asks of itself ("Decides to remain seized",
            "Expresses its intention to …") as loops. Off by default: a loop addresses nobody.
        **wanted: As ``attributes.Wanted`` says.

    Returns:
        A graph whose nodes are keys of actors (``cted``), with

        - ``name``, ``full_name``, ``kind`` (of the model), ``iri`` (str), ``known`` (bool), and
          ``established`` and ``ended`` (date) where the authority file states them,

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
        UsageError: A document, verb, force or actor that is asked for is unknown.
    """
    return asking(facts_for(store, "acts", **wanted), self_directed=self_directed)


def who_condemns_whom(store: Queryable, **wanted: Unpack[Wanted]) -> Multi:
    """Who condemns whom: an edge from the issuer to each actor said to have done what is condemned.

    Args:
        store: Anything that answers a SELECT over all documents' graphs.
        **wanted: As ``attributes.Wanted`` says.

    Returns:
        A graph with the attributes of that of ``who_asks_whom``; ``modality`` is empty.

    Raises:
        UsageError: A document, verb, force or actor that is asked for is unknown.
    """
    return condemning(facts_for(store, "acts", **wanted))


def asking(facts: Facts, *, self_directed: bool = False) -> Multi:
    """The graph of ``who_asks_whom`` from facts that are loaded already."""
    return _multi(facts, "Who asks whom", _asked(facts, self_directed))


def condemning(facts: Facts) -> Multi:
    """The graph of ``who_condemns_whom`` from facts that are loaded already."""
    return _multi(facts, "Who condemns whom", ((a, t, {}) for a in facts.acts for t in a.targets))


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

    edges = [row for row in rows if concerns(facts, row[0].issuer, row[1])]
    graph: Multi = nx.MultiDiGraph(name=name)
    add_actors(graph, facts, {act.issuer for act, _, _ in edges} | {other for _, other, _ in edges})
    for act, other, more in edges:
        data = {"via": "", "certainty": act.certainty, "modality": (), **act_attributes(facts, act), **more}
        graph.add_edge(actor_key(facts, act.issuer), actor_key(facts, other), key=act.id, **data)
    return graph
