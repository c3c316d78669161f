"""The usual measures of a network, as attributes of its nodes.

All are networkx's. What is chosen by chance there is seeded, and networkx is handed numbers for
nodes, since the order of a set of strings is another in each process: so the same graph gets the same values.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from ...errors import UsageError, no_such

if TYPE_CHECKING:
    import networkx as nx

_SEED = 1
_WORK = 4_000_000  # nodes and edges visited for betweenness: about ten seconds
_FEWEST = 32  # nodes that betweenness is counted from at least


def measured(graph: Any, measures: Iterable[str] = ()) -> Any:
    """A copy of a graph whose nodes have measures as attributes.

    Args:
        graph: Of any view.
        measures: Which; all of ``MEASURES`` where none is named.

    Returns:
        A graph of the same kind, whose nodes have, as asked for:

        - ``degree``, and in a directed graph ``in_degree`` and ``out_degree``: edges at the node,
        - ``strength``: the sum of their weights, of ``weight`` where the edges have one, else 1,
        - ``pagerank``: by weight, damping 0.85; the values of all nodes add up to 1,
        - ``betweenness``: the share of shortest paths between two others that lead through it, along the
          arrows, without weights. In a large graph it is an estimate from the paths of as many
          nodes as the attribute ``betweenness_sample`` of the graph says,
        - ``community``: its number by the method of Louvain, by weight and without direction,
          resolution 1; 1 is the largest.

        Parallel edges count as one of their summed weight, except in degrees. Shares have six decimals.

    Raises:
        UsageError: There is no such measure, or scipy, which PageRank needs, is not installed.
    """
    import networkx as nx

    names = tuple(measures) or tuple(MEASURES)
    for name in names:
        if name not in MEASURES:
            raise no_such("measure", name, otherwise=f"use one of {', '.join(MEASURES)}")
    found = graph.copy()
    nodes = list(found)
    plain = _plain(found)
    for name in MEASURES:
        if name in names and nodes:
            for column, values in MEASURES[name](found, plain).items():
                nx.set_node_attributes(found, dict(zip(nodes, values, strict=True)), column)
    return found


def _plain(graph: Any) -> Any:
    """The graph with numbers for nodes and one weighted edge a pair, and no attributes else."""
    import networkx as nx

    number = {node: rank for rank, node in enumerate(graph)}
    plain: Any = nx.DiGraph() if graph.is_directed() else nx.Graph()
    plain.add_nodes_from(range(len(number)))
    for source, target, weight in graph.edges(data="weight", default=1):
        ends = number[source], number[target]
        plain.add_edge(*ends, weight=plain.get_edge_data(*ends, {"weight": 0})["weight"] + weight)
    return plain


_Columns = dict[str, list[Any]]


def _degree(graph: Any, plain: Any) -> _Columns:
    columns = {"degree": [count for _, count in graph.degree()]}
    if graph.is_directed():
        columns["in_degree"] = [count for _, count in graph.in_degree()]
        columns["out_degree"] = [count for _, count in graph.out_degree()]
    return columns


def _strength(graph: Any, plain: Any) -> _Columns:
    return {"strength": [_rounded(total) for _, total in plain.degree(weight="weight")]}


def _pagerank(graph: Any, plain: Any) -> _Columns:
    import networkx as nx

    try:
        ranks = nx.pagerank(plain, weight="weight")
    except ModuleNotFoundError as error:
        raise UsageError(
            f"PageRank needs {error.name}, which is not installed",
            remedy="pip install 'obligraph[analysis]'",
        ) from error
    return {"pagerank": [_rounded(ranks[node]) for node in plain]}


def _betweenness(graph: Any, plain: Any) -> _Columns:
    import networkx as nx

    # Each node that paths are counted from costs a walk over all that it reaches.
    size = len(plain) + plain.number_of_edges()
    sample = min(len(plain), max(_FEWEST, _WORK // size))
    if sample == len(plain):
        found = nx.betweenness_centrality(plain)
    else:
        graph.graph["betweenness_sample"] = sample
        found = nx.betweenness_centrality(plain, k=sample, seed=_SEED)
    return {"betweenness": [_rounded(found[node]) for node in plain]}


def _community(graph: Any, plain: Any) -> _Columns:
    import networkx as nx

    undirected: nx.Graph[int] = nx.Graph()
    undirected.add_nodes_from(plain)
    for source, target, weight in plain.edges(data="weight"):
        there = undirected.get_edge_data(source, target, {"weight": 0})["weight"]
        undirected.add_edge(source, target, weight=there + weight)
    parts = nx.community.louvain_communities(undirected, weight="weight", seed=_SEED)
    number = {
        node: rank
        for rank, part in enumerate(sorted(parts, key=lambda part: (-len(part), min(part))), start=1)
        for node in part
    }
    return {"community": [number[node] for node in plain]}


def _rounded(value: float) -> float:
    """Six decimals; beyond those, sums may differ from one machine to another."""
    return round(value, 6)


MEASURES: Mapping[str, Callable[[Any, Any], _Columns]] = {
    "degree": _degree,
    "strength": _strength,
    "pagerank": _pagerank,
    "betweenness": _betweenness,
    "community": _community,
}
"""All measures by name."""
