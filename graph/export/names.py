"""What the shared things of a store are called."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ...ontology.vocabulary import DATA, DCTERMS, ELI, OG, ORG, SKOS, THINGS
from ..views.facts import Queryable, short, tail

_ASKED = (
    SKOS.prefLabel,
    OG.fullName,
    OG.actorKind,
    OG.known,
    ORG.subOrganizationOf,
    ORG.postIn,
    DCTERMS.identifier,
    OG.instrumentKind,
    ELI.is_part_of,
    OG.scheme,
)
_QUERY = "SELECT ?s ?p ?o WHERE { GRAPH <%s> { VALUES ?p { %s } ?s ?p ?o } }"


@dataclass(frozen=True, slots=True)
class Actor:
    """An actor: its name, full name, kind, the IRI of what it is part of, whether it is known."""

    iri: str
    name: str
    full_name: str
    kind: str
    parent: str
    known: bool


@dataclass(frozen=True, slots=True)
class Instrument:
    """A cited instrument: how it is cited, its kind, and the IRI of what it is a part of."""

    iri: str
    name: str
    kind: str
    whole: str


class Names:
    """What things are called, by their IRIs.

    Args:
        actors: By IRI.
        instruments: By IRI; none of the documents of the store, which describe themselves.
        subjects: Labels and schemes of keywords, by IRI.
    """

    def __init__(
        self,
        actors: Mapping[str, Actor],
        instruments: Mapping[str, Instrument],
        subjects: Mapping[str, tuple[str, str]],
    ) -> None:
        self.actors = actors
        self.instruments = instruments
        self.subjects = subjects

    @classmethod
    def of(cls, store: Queryable) -> Names:
        """Asks a store for them, all at once."""
        found: dict[str, dict[str, str]] = {}
        query = _QUERY % (THINGS, " ".join(f"<{one}>" for one in _ASKED))
        for subject, predicate, value in store.query(query):
            about = found.setdefault(subject.value, {})
            # Of two values of one property the smaller is taken: the same every time.
            about[predicate.value] = min(value.value, about.get(predicate.value, value.value))
        actors, instruments, subjects = {}, {}, {}
        for iri, about in sorted(found.items()):
            if OG.actorKind in about:
                actors[iri] = Actor(
                    iri,
                    about.get(SKOS.prefLabel, tail(iri)),
                    about.get(OG.fullName, ""),
                    tail(about[OG.actorKind]),
                    about.get(ORG.subOrganizationOf, "") or about.get(ORG.postIn, ""),
                    about.get(OG.known) not in ("false", "0"),
                )
            elif OG.instrumentKind in about:
                name = about.get(DCTERMS.identifier, "")
                kind = tail(about[OG.instrumentKind])
                instruments[iri] = Instrument(iri, name, kind, about.get(ELI.is_part_of, ""))
            elif SKOS.prefLabel in about:
                subjects[iri] = (about[SKOS.prefLabel], about.get(OG.scheme, ""))
        return cls(actors, instruments, subjects)

    def actor(self, iri: str) -> str:
        """An actor's name; the last part of its IRI where nothing names it."""
        return self.actors[iri].name if iri in self.actors else tail(iri)

    def instrument(self, iri: str) -> str:
        """How an instrument is cited; by its IRI where nothing but itself names it."""
        found = self.instruments.get(iri)
        return found.name if found and found.name else short(iri)

    def subject(self, iri: str) -> str:
        """A keyword's label."""
        return self.subjects[iri][0] if iri in self.subjects else tail(iri)


def key(iri: str) -> str:
    """An IRI as a table names things: without the graph's own base; others as they are."""
    return iri.removeprefix(DATA)
