"""What the views have in common: their arguments, and the attributes of actors and acts."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any, TypedDict, Unpack

from .facts import ActFact, Facts, Filters, Queryable, tail

if TYPE_CHECKING:
    import networkx as nx

    Multi = nx.MultiDiGraph[str]
    Plain = nx.DiGraph[str]
    Undirected = nx.Graph[str]


class Wanted(TypedDict, total=False):
    """Arguments that every view takes by name, and that let everything pass where they are left out.

    Attributes:
        since: First day of adoption; a document without a date does not pass.
        until: Last day of adoption.
        verbs: Dictionary forms (``call upon``).
        documents: Symbols (``S/RES/2331(2016)``).
        forces: Of acts: ``decision``, ``demand``, ``request``, ``appeal``, ``encouragement``,
            ``statement``.
        actors: Keys (``cted``), names or full names. What is drawn has one of them at an end.
    """

    since: date | None
    until: date | None
    verbs: Iterable[str]
    documents: Iterable[str]
    forces: Iterable[str]
    actors: Iterable[str]


def facts_for(store: Queryable, *parts: str, **wanted: Unpack[Wanted]) -> Facts:
    """What a view draws.

    Args:
        store: Anything that answers a SELECT over all documents' graphs.
        *parts: Of ``load.PARTS``.
        **wanted: As ``Wanted`` says.

    Raises:
        UsageError: A document, verb, force or actor is unknown.
    """
    from .load import load

    return load(store, Filters.of(**wanted), parts)


def concerns(facts: Facts, *actors: str) -> bool:
    """Whether one of these actors (IRIs) was asked for, or none was."""
    return not facts.filters.actors or not facts.filters.actors.isdisjoint(actors)


def actor_key(facts: Facts, iri: str) -> str:
    """An actor's key; that of an actor whom nothing describes is the last part of its IRI."""
    return facts.actors[iri].id if iri in facts.actors else tail(iri)


def actor_attributes(facts: Facts, iri: str) -> dict[str, Any]:
    """The attributes of an actor's node, as ``who_asks_whom`` documents them."""
    actor = facts.actors.get(iri)
    if actor is None:
        name = actor_key(facts, iri)
        return {"name": name, "full_name": "", "kind": "unknown", "known": False, "iri": iri}
    names = {"name": actor.name, "full_name": actor.full_name, "kind": actor.kind}
    life = {"established": actor.established, "ended": actor.ended}
    return {
        **names,
        "known": actor.known,
        "iri": iri,
        **{name: day for name, day in life.items() if day is not None},
    }


def add_actors(graph: Any, facts: Facts, actors: Iterable[str], **more: Any) -> None:
    """Adds a node for each actor (IRI), sorted by key, with its attributes and more."""
    for key, iri in sorted((actor_key(facts, iri), iri) for iri in set(actors)):
        graph.add_node(key, **more, **actor_attributes(facts, iri))


def act_attributes(facts: Facts, act: ActFact) -> dict[str, Any]:
    """The attributes that an act gives to an edge or a node, as ``who_asks_whom`` documents them."""
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
        **days(due, until),
    }


def days(due: str, until: str) -> dict[str, date]:
    """Days from ISO dates; an empty one is left out."""
    return {name: date.fromisoformat(day) for name, day in (("due", due), ("until", until)) if day}


def span(found: Iterable[date | None]) -> dict[str, date]:
    """``first`` and ``last`` of the days that are known; nothing where none is."""
    known = sorted(day for day in found if day is not None)
    return {"first": known[0], "last": known[-1]} if known else {}
