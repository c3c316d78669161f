"""Actors and their communities, as the explorer gets them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ..views.facts import Facts, tail
from .load import More
from .numbers import Columns, Numbers
from .ties import communities

if TYPE_CHECKING:
    import networkx as nx

_NAMED = 3  # members that a community is called after


def kind_of(facts: Facts, iri: str) -> str:
    """The kind of an actor; one that the store does not describe is of an unknown kind."""
    return facts.actors[iri].kind if iri in facts.actors else "unknown"


def actor_columns(
    facts: Facts,
    more: More,
    actors: Numbers,
    kinds: Numbers,
    spots: Mapping[int, tuple[float, float]],
    member: Mapping[int, int],
) -> Columns:
    """The table of actors; ``spots`` are places on the map, ``member`` the numbers of communities."""
    rows = [(iri, facts.actors.get(iri)) for iri in actors.keys]
    ids = [tail(iri) for iri in actors.keys]
    return {
        "id": ids,
        "name": [a.name if a else key for (_, a), key in zip(rows, ids, strict=True)],
        "full": [a.full_name if a else "" for _, a in rows],
        "kind": [kinds[a.kind if a else "unknown"] for _, a in rows],
        "known": [int(bool(a and a.known)) for _, a in rows],
        "names": [list(more.names.get(iri, ())) for iri, _ in rows],
        "x": [spots[n][0] if n in spots else None for n in range(len(rows))],
        "y": [spots[n][1] if n in spots else None for n in range(len(rows))],
        "community": [member.get(n, -1) for n in range(len(rows))],
    }


def communities_of(
    facts: Facts, actors: Numbers, tied: nx.Graph[int], weight: Mapping[int, int]
) -> tuple[list[list[str]], dict[int, int]]:
    """Communities, each with its most asked member's key and the names of a few; and who is in which."""
    keys = actors.keys
    found = communities(tied, weight)

    def name(actor: int) -> str:
        one = facts.actors.get(keys[actor])
        return one.name if one else tail(keys[actor])

    named = [[tail(keys[part[0]]), ", ".join(map(name, part[:_NAMED]))] for part in found]
    return named, {actor: number for number, part in enumerate(found) for actor in part}
