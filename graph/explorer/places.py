"""Where actors stand on the map: near to those whom the same texts address.

It is computed here and not in the page, where the same takes a browser half a minute.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx as nx

MOST = 2_000
"""Actors that get a place; the page folds the others, of whom less is asked."""

FEWEST = 3
_ROUNDS = 120  # of the layout; it settles well before
_WORK = 70_000  # rounds times actors: each round takes time by the square of their number
_FEWEST_ROUNDS = 40
_PITCH = 21.0  # pixels between neighbours, on average


def places(graph: nx.Graph[int], weight: Mapping[int, int]) -> dict[int, tuple[float, float]]:
    """Places of actors.

    Args:
        graph: Of ``ties.ties``.
        weight: How much is asked of each actor.

    Returns:
        By actor, whole pixels to the right of and below the middle. Empty for a few.
    """
    import networkx as nx

    chosen = sorted(sorted(weight, key=lambda one: (-weight[one], one))[:MOST])
    if len(chosen) < FEWEST:
        return {}
    drawn: nx.Graph[int] = nx.Graph()  # with its nodes in their order, on which the layout depends
    drawn.add_nodes_from(chosen)
    drawn.add_edges_from(edge for edge in graph.edges(data=True) if edge[0] in drawn and edge[1] in drawn)
    found = nx.forceatlas2_layout(
        drawn,
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
