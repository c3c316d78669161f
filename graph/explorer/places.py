"""Where actors stand on the map: near to those whom the same texts address.

A picture of one asker is a star, in which the places of the asked say nothing. So the map is laid out
by a graph of its own: two actors are drawn together by the documents that address both. It is computed
here and not in the page, where the same takes a browser half a minute.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

MOST = 2_000
"""Actors that get a place; the page folds the others, of whom less is asked."""

FEWEST = 3
_CLOSEST = 6  # the strongest ties of each actor shape the map; all of them would make one ball of it
_CROWD = 60  # a text that addresses more says little about any two of them
_ROUNDS = 120  # of the layout; it settles well before
_WORK = 70_000  # rounds times actors: each round takes time by the square of their number
_FEWEST_ROUNDS = 40
_PITCH = 21.0  # pixels between neighbours, on average


def places(
    acts: Sequence[int], actors: Sequence[int], documents: Sequence[int]
) -> dict[int, tuple[float, float]]:
    """Places of actors.

    Args:
        acts: The act of each arrow.
        actors: Whom each arrow leads to.
        documents: The document of each act.

    Returns:
        By actor, whole pixels to the right of and below the middle. Empty for a few.
    """
    import networkx as nx

    weight: defaultdict[int, int] = defaultdict(int)
    together: defaultdict[int, set[int]] = defaultdict(set)
    for act, actor in zip(acts, actors, strict=True):
        weight[actor] += 1
        together[documents[act]].add(actor)
    chosen = set(sorted(weight, key=lambda one: (-weight[one], one))[:MOST])
    if len(chosen) < FEWEST:
        return {}
    ties: defaultdict[tuple[int, int], float] = defaultdict(float)
    for group in together.values():
        there = sorted(group & chosen, key=lambda one: (-weight[one], one))[:_CROWD]
        for one, other in combinations(sorted(there), 2):
            ties[one, other] += 1.0 / len(there)
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(sorted(chosen))
    best: defaultdict[int, list[tuple[float, tuple[int, int]]]] = defaultdict(list)
    for pair, strength in ties.items():
        # Of two that are named often, a text in common says less.
        share = strength / (weight[pair[0]] * weight[pair[1]]) ** 0.35
        for one in pair:
            best[one].append((-share, pair))
    for one in sorted(best):
        for share, pair in sorted(best[one])[:_CLOSEST]:
            graph.add_edge(*pair, weight=-share)
    found = nx.forceatlas2_layout(
        graph,
        max_iter=max(_FEWEST_ROUNDS, min(_ROUNDS, _WORK // len(chosen))),
        scaling_ratio=4.0,
        gravity=2.0,
        strong_gravity=False,
        weight="weight",
        seed=1,
    )
    return _spread({key: (float(x), float(y)) for key, (x, y) in found.items()})


def _spread(found: dict[int, tuple[float, float]]) -> dict[int, tuple[float, float]]:
    """The same directions, with the distances from the middle such that all parts are equally full.

    A layout by forces crowds most nodes into its middle and flings some far out, so that in a
    picture of all of them no name could be read.
    """
    order = sorted(found, key=lambda key: (found[key][0] ** 2 + found[key][1] ** 2, key))
    places: dict[int, tuple[float, float]] = {}
    for rank, key in enumerate(order):
        x, y = found[key]
        length = (x * x + y * y) ** 0.5 or 1.0
        reach = max(_PITCH, 260 / len(order) ** 0.5) * (rank + 0.5) ** 0.5
        places[key] = (round(x / length * reach * 1.25), round(y / length * reach))
    return dict(sorted(places.items()))
