"""Several acts between two actors as one edge."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .asking import asking
from .attributes import span

if TYPE_CHECKING:
    from .attributes import Multi, Plain
    from .facts import Facts


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


def asking_aggregated(facts: Facts) -> Plain:
    """The graph of ``aggregated`` of who asks whom, from facts that are loaded already."""
    graph = aggregated(asking(facts))
    graph.graph["relation"] = "asks"
    return graph


def _sum(rows: list[tuple[str, dict[str, Any]]]) -> dict[str, Any]:
    """What several acts between two actors amount to."""
    strongest = max(rows, key=lambda row: int(row[1]["rank"]))[1]
    return {
        "weight": len(rows),
        "verbs": tuple(sorted({data["act"] for _, data in rows})),
        "force": strongest["force"],
        "rank": strongest["rank"],
        "acts": tuple(key for key, _ in rows),
        **span(data.get("date") for _, data in rows),
    }
