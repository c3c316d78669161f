"""Asks a store for what the views draw, as far as the filters let it pass."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from operator import attrgetter

from ...errors import near, no_such
from ...extract.model import Force
from ...ontology.vocabulary import OG, concepts
from .columns import PREFIXES, AskedColumns, columns_of, value
from .facts import (
    ActFact,
    ActorFact,
    CitationFact,
    DocumentFact,
    Facts,
    Filters,
    HeadingFact,
    ParagraphFact,
    Queryable,
    VoteFact,
    tail,
)
from .load_acts import load_texts
from .load_others import load_citations, load_instruments, load_ties, load_votes

PARTS = ("acts", "citations", "votes", "ties")
"""What may be loaded beside documents and actors."""

# All documents that were read; an instrument that is only cited has no graph.
_DOCUMENTS = f"""{PREFIXES}SELECT ?doc ?symbol ?title ?date ?class WHERE {{ GRAPH ?doc {{
  ?doc dcterms:identifier ?symbol ; a ?class . FILTER(?class IN (og:Resolution, og:Statement, og:Draft))
  OPTIONAL {{ ?doc dcterms:title ?title }} OPTIONAL {{ ?doc eli:date_document ?date }} }} }}"""
# What each actor has is asked for without OPTIONAL, for Oxigraph may answer such a part for all nodes
# there are before it joins them.
_ACTORS = f"""{PREFIXES}SELECT ?node ?name ?full ?kind ?known WHERE {{
  ?node a og:Actor ; skos:prefLabel ?name ; og:actorKind ?kind ; og:known ?known .
  OPTIONAL {{ ?node og:fullName ?full }} }}"""


def load(store: Queryable, filters: Filters | None = None, parts: Iterable[str] = ("acts",)) -> Facts:
    """Reads what the views draw.

    Args:
        store: Anything that answers a SELECT over all documents' graphs.
        filters: What is wanted; None for all.
        parts: Which of ``PARTS`` are needed; others are left empty. Acts come, too, where the
            filters choose among them, and with ties, which have no date, verb or document but theirs.

    Returns:
        The facts, in stable order.

    Raises:
        UsageError: The filters name a document that is not in the store, an actor that it does not
            know, or a verb or force that the vocabulary lacks.
    """
    wanted = filters or Filters()
    needed = set(parts)
    every = {d.iri: d for d in sorted(_documents(store), key=_age)}
    _check(wanted, {d.id for d in every.values()})
    actors = _actors(store)
    wanted = replace(wanted, actors=_named(wanted.actors, actors))
    documents = {iri: d for iri, d in every.items() if _within(d, wanted)}
    with_acts = "acts" in needed or wanted.of_acts or ("ties" in needed and wanted != Filters())
    paragraphs: dict[str, ParagraphFact] = {}
    headings: list[HeadingFact] = []
    acts: list[ActFact] = []
    citations: list[CitationFact] = []
    votes: list[VoteFact] = []
    if with_acts or not needed.isdisjoint(("citations", "votes")):
        for columns, some in columns_of(store, documents, len(documents) == len(every)):
            if with_acts:
                clauses, above, found = load_texts(columns, some)
                paragraphs |= clauses
                headings += above
                acts += (act for act in found if _chosen(act, wanted))
            if "citations" in needed:
                citations += load_citations(columns, some)
            if "votes" in needed:
                votes += load_votes(columns, some)
    if wanted.of_acts:
        passed = {act.iri for act in acts}
        citations = [one for one in citations if one.act in passed]
    if wanted.verbs or wanted.forces:  # a vote has neither: the document must
        voted = {act.document for act in acts}
        votes = [one for one in votes if one.document in voted]
    age = {iri: rank for rank, iri in enumerate(documents)}
    return Facts(
        documents,
        paragraphs,
        actors,
        _sorted(acts, age, paragraphs),
        citations=tuple(sorted(citations, key=attrgetter("document", "instrument", "act", "use"))),
        instruments=load_instruments(store, every) if "citations" in needed else {},
        votes=tuple(sorted(votes, key=attrgetter("document", "voter", "choice"))),
        ties=load_ties(store) if "ties" in needed else (),
        headings=tuple(sorted(headings, key=lambda one: (age[one.document], one.start, one.text))),
        filters=wanted,
    )


def _check(wanted: Filters, there: set[str]) -> None:
    """Refuses a symbol that no document of the store has, and what the vocabulary lacks."""
    for symbol in sorted(wanted.documents - there):
        raise no_such("document", symbol, near(symbol, there))
    verbs = {concept.label for concept in concepts("verb").values()}
    for verb in sorted(wanted.verbs - verbs):
        raise no_such("verb", verb, near(verb, verbs), otherwise="the query acts-by-verb lists them")
    forces = [str(force) for force in Force]
    for force in sorted(wanted.forces - set(forces)):
        raise no_such("force", force, otherwise=f"use one of {', '.join(forces)}")


def _named(asked: frozenset[str], actors: Mapping[str, ActorFact]) -> frozenset[str]:
    """The IRIs of the actors that are asked for by key or by a name."""
    if not asked:
        return asked
    by_name: dict[str, set[str]] = {}
    for actor in actors.values():
        for name in (actor.name, actor.full_name):
            by_name.setdefault(name.casefold(), set()).add(actor.iri)
    by_key = {actor.id: {actor.iri} for actor in actors.values()}
    found: set[str] = set()
    for one in sorted(asked):
        iris = by_key.get(one) or by_name.get(one.casefold())
        if not iris:
            raise no_such("actor", one, near(one, by_key))
        found |= iris
    return frozenset(found)


def _within(document: DocumentFact, wanted: Filters) -> bool:
    """Whether a document passes the filters."""
    if wanted.documents and document.id not in wanted.documents:
        return False
    if wanted.since is None and wanted.until is None:
        return True
    day = document.date
    return day is not None and (wanted.since or day) <= day <= (wanted.until or day)


def _chosen(act: ActFact, wanted: Filters) -> bool:
    """Whether an act passes the filters."""
    if wanted.verbs and act.act not in wanted.verbs:
        return False
    if wanted.forces and act.force not in wanted.forces:
        return False
    if not wanted.actors:
        return True
    bearers = {one.bearer for one in act.obligations}
    there = {act.issuer, *act.targets, *bearers, *(one.actor for one in act.addresses)}
    return not wanted.actors.isdisjoint(there)


def _age(document: DocumentFact) -> tuple[date, str]:
    """Sorts by date, undated ones first, then by symbol."""
    return (document.date or date.min, document.id)


def _sorted(
    acts: list[ActFact], age: Mapping[str, int], paragraphs: Mapping[str, ParagraphFact]
) -> tuple[ActFact, ...]:
    """Acts in the order of documents, by the rank of each, and of the text."""
    place = {iri: p.position for iri, p in paragraphs.items()}
    return tuple(sorted(acts, key=lambda a: (age[a.document], place.get(a.paragraph, -1), a.start, a.id)))


def _documents(store: Queryable) -> Iterator[DocumentFact]:
    for iri, symbol, title, day, kind in store.query(_DOCUMENTS):
        when = date.fromisoformat(value(day)) if day is not None else None
        yield DocumentFact(value(iri), value(symbol), value(title), when, tail(value(kind)).lower())


def _actors(store: Queryable) -> dict[str, ActorFact]:
    """All actors by IRI."""
    columns = AskedColumns(store)
    began, ended = (columns.column(one) for one in (OG.established, OG.ended))
    return {
        iri: ActorFact(
            iri=iri,
            id=tail(iri),
            name=name,
            full_name=full,
            kind=tail(kind),
            known=known not in ("false", "0"),
            established=_day(began.get(iri, "")),
            ended=_day(ended.get(iri, "")),
        )
        for iri, name, full, kind, known in sorted(tuple(map(value, row)) for row in store.query(_ACTORS))
    }


def _day(text: str) -> date | None:
    """A day; None for what is no whole one, such as a year."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
