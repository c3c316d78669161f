"""Which actor belongs to which."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Unpack

from .attributes import Wanted, actor_key, add_actors, facts_for
from .facts import Facts, Filters, Queryable

if TYPE_CHECKING:
    from .attributes import Plain


def hierarchy(store: Queryable, **wanted: Unpack[Wanted]) -> Plain:
    """Which actor belongs to which: an edge from each body to each of its parts and posts.

    Args:
        store: Anything that answers a SELECT over all documents' graphs.
        **wanted: As ``attributes.Wanted`` says. Where actors are named, these are drawn with all above
            and below them; else, where anything is asked for, those whom the acts that pass name,
            with all above them.

    Returns:
        A graph whose nodes are as in ``who_asks_whom``, and whose edges have ``relation``:
        ``part of``, ``post in`` or ``member of``, said of the child. Actors that belong to nothing, and
        that nothing belongs to, are not in it.

    Raises:
        UsageError: A document, verb, force or actor that is asked for is unknown.
    """
    return belonging(facts_for(store, "ties", **wanted))


def belonging(facts: Facts) -> Plain:
    """The graph of ``hierarchy`` from facts that are loaded already."""
    import networkx as nx

    above: dict[str, list[str]] = {}
    below: dict[str, list[str]] = {}
    for tie in facts.ties:
        above.setdefault(tie.child, []).append(tie.parent)
        below.setdefault(tie.parent, []).append(tie.child)
    if facts.filters.actors:
        named: set[str] = set(facts.filters.actors)
        drawn = _reached(named, above) | _reached(named, below)
    elif facts.filters != Filters():
        named = set()
        for act in facts.acts:
            named |= {act.issuer, *act.targets, *(address.actor for address in act.addresses)}
        drawn = _reached(named, above)
    else:
        drawn = {*above, *below}
    ties = [tie for tie in facts.ties if tie.child in drawn and tie.parent in drawn]

    graph: Plain = nx.DiGraph(name="Who belongs to whom")
    add_actors(graph, facts, {end for tie in ties for end in (tie.child, tie.parent)})
    for tie in ties:
        graph.add_edge(actor_key(facts, tie.parent), actor_key(facts, tie.child), relation=tie.relation)
    return graph


def _reached(start: Iterable[str], steps: Mapping[str, Iterable[str]]) -> set[str]:
    """All that is reached from somewhere, step by step."""
    found = set(start)
    waiting = list(found)
    while waiting:
        for one in steps.get(waiting.pop(), ()):
            if one not in found:
                found.add(one)
                waiting.append(one)
    return found
