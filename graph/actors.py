"""Who actors are, as quads: what the authority file says of those it knows, and what texts show of others.

Of a known actor the shared graph has the authority file's own statements: names, kind, dates, codes,
what it is part of, and those above it as well, so that a query can climb. What that file has for the
reading of texts alone stays there: examples, misprints, adjectives.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from pyoxigraph import NamedNode, RdfFormat, Triple, parse

from ..extract.model import Actor
from ..ontology.vocabulary import DATA, DCTERMS, OG, ORG, RDF, SKOS, THINGS, actor_files
from . import iri
from .nquads import Quads, boolean, string, words

_END = f" <{THINGS}> .\n"
_FOR_READING = frozenset((SKOS.example, SKOS.hiddenLabel, OG.demonym))
_WITHIN = (ORG.subOrganizationOf, ORG.postIn)


@dataclass(frozen=True, slots=True)
class _Known:
    """A known actor: the lines that say who it is, and the IRI of what it is part of, if anything."""

    lines: tuple[str, ...]
    parent: str


def add_actor(out: Quads, actor: Actor) -> None:
    """States who an actor is, for all documents; and who is above it, as far as that is known."""
    out = out.shared
    me = iri.actor_iri(actor.key)
    if actor.known and me in _authority():
        _add_known(out, me)
        return
    out.classes(me, OG.Actor)
    # Names of bodies and States are English whatever the document's language.
    out.value(me, SKOS.prefLabel, words(actor.name, "en"))
    out.value(me, OG.fullName, words(actor.full_name, "en") if actor.full_name else None)
    out.link(me, OG.actorKind, iri.concept_iri("actor-kind", actor.kind))
    out.value(me, OG.known, boolean(actor.known))
    if actor.parent:
        parent = iri.actor_iri(actor.parent)
        out.link(me, ORG.postIn if actor.kind == "role" else ORG.subOrganizationOf, parent)
        _add_known(out, parent)


def _add_known(out: Quads, actor: str) -> None:
    known = _authority()
    while actor in known:
        out.lines(known[actor].lines)
        actor = known[actor].parent


@cache
def _authority() -> Mapping[str, _Known]:
    """The actors of the authority file by their IRIs, with the lines that the graph has of each."""
    about: dict[str, list[Triple]] = {}
    for file in actor_files():
        for triple in parse(file.read_bytes(), format=RdfFormat.TURTLE):
            about.setdefault(triple.subject.value, []).append(triple)
    return {actor: _known(actor, triples) for actor, triples in about.items()}


def _known(actor: str, triples: list[Triple]) -> _Known:
    out = Quads(THINGS, "en")
    parent = ""
    for triple in triples:
        predicate, value = triple.predicate.value, triple.object
        if predicate in _FOR_READING:
            continue
        out.lines([f"{triple}{_END}"])
        if predicate in _WITHIN and isinstance(value, NamedNode):
            parent = value.value
        elif predicate == OG.establishedBy and isinstance(value, NamedNode):
            resolution = value.value
            out.classes(resolution, OG.Instrument)
            out.value(resolution, DCTERMS.identifier, string(resolution.removeprefix(DATA)))
            out.link(resolution, OG.instrumentKind, iri.concept_iri("instrument-kind", "resolution"))
    out.link(actor, RDF.type, OG.Actor)
    out.value(actor, OG.known, boolean(True))
    return _Known(tuple(out), parent)
