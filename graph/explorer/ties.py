"""Who belongs together: a graph of the closest ties of actors that the same texts address.

A picture of one asker is a star, in which neighbours say nothing. So the map is laid out, and folded, by a
graph of its own: two actors are drawn together by the documents that address both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx as nx

FEWEST = 3
"""Members of a community; fewer are no company."""

_CLOSEST = 6  # the strongest ties of each actor shape the map; all of them would make one ball of it
_CROWD = 60  # a text that addresses more says little about any two of them
_SEED = 1


def asked(actors: Sequence[int]) -> dict[int, int]:
    """How many arrows lead to each actor."""
    found: defaultdict[int, int] = defaultdict(int)
    for actor in actors:
        found[actor] += 1
    return dict(found)


def ties(acts: Sequence[int], actors: Sequence[int], documents: Sequence[int]) -> nx.Graph[int]:
    """The closest ties of each actor that is asked anything.

    Args:
        acts: The act of each arrow.
        actors: Whom each arrow leads to.
        documents: The document of each act.

    Returns:
        A graph of actors, in their order; ``weight`` of an edge is how close they are.
    """
    import networkx as nx

    weight = asked(actors)
    together: defaultdict[int, set[int]] = defaultdict(set)
    for act, actor in zip(acts, actors, strict=True):
        together[documents[act]].add(actor)
    found: defaultdict[tuple[int, int], float] = defaultdict(float)
    for group in together.values():
        order = sorted(group, key=lambda one: (-weight[one], one))
        there, late = order[:_CROWD], order[_CROWD:]
        pairs = [*combinations(there, 2), *((one, other) for one in late for other in there[:_CLOSEST])]
        for one, other in pairs:
            found[min(one, other), max(one, other)] += 1.0 / len(there)
    best: defaultdict[int, list[tuple[float, tuple[int, int]]]] = defaultdict(list)
    for pair, strength in sorted(found.items()):
        # Of two that are named often, a text in common says less.
        share = strength / (weight[pair[0]] * weight[pair[1]]) ** 0.35
        for one in pair:
            best[one].append((-share, pair))
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(sorted(weight))
    for one in sorted(best):
        for share, pair in sorted(best[one])[:_CLOSEST]:
            graph.add_edge(*pair, weight=-share)
    return graph


def communities(graph: nx.Graph[int], weight: Mapping[int, int]) -> list[list[int]]:
    """Actors that are closer to each other than to the rest, by the method of Louvain.

    Args:
        graph: Of ``ties``.
        weight: How much is asked of each actor.

    Returns:
        Communities of ``FEWEST`` or more, the largest first; in each, the most asked first.
    """
    import networkx as nx

    if graph.number_of_edges() == 0:
        return []
    parts = nx.community.louvain_communities(graph, weight="weight", seed=_SEED)
    found = [sorted(part, key=lambda one: (-weight[one], one)) for part in parts if len(part) >= FEWEST]
    return sorted(found, key=lambda part: (-len(part), part[0]))
