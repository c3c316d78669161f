"""Asks a store for citations, votes, and which actor belongs to which."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from ...ontology.vocabulary import ELI, OG, ORG
from .columns import PREFIXES, AskedColumns, Columns, value
from .facts import CitationFact, DocumentFact, InstrumentFact, Queryable, TieFact, VoteFact, short, tail

TIES: Mapping[str, tuple[str, bool]] = {
    "part of": (ORG.subOrganizationOf, False),
    "post in": (ORG.postIn, False),
    "member of": (ORG.hasMember, True),
}
"""How an actor belongs to another, the term that says so, and whether it is the other that says it."""

_INSTRUMENTS = f"""{PREFIXES}SELECT ?instrument ?name ?kind ?whole WHERE {{
  ?instrument og:instrumentKind ?kind ; dcterms:identifier ?name .
  OPTIONAL {{ ?instrument eli:is_part_of ?whole }} }}"""


def load_citations(columns: Columns, documents: Collection[str]) -> list[CitationFact]:
    """What documents cite, in no fixed order.

    What an act of a document cites comes once for each place and use; what is only mentioned
    elsewhere in it, or cited in what it reports, comes without act and use.
    """
    instrument, use = columns.column(OG.instrument), columns.column(OG.use)
    acts = columns.graphs(OG.Act)
    found: list[CitationFact] = []
    for iri, document in columns.graphs(OG.Citation).items():
        act = iri.rpartition("/citation/")[0]
        if document in documents and act in acts and iri in instrument:
            found.append(CitationFact(document, instrument[iri], act, tail(use.get(iri, ""))))
    there = {(one.document, one.instrument) for one in found}
    for document, cited in columns.links(ELI.cites):
        if document in documents and (document, cited) not in there:
            there.add((document, cited))
            found.append(CitationFact(document, cited))
    return found


def load_instruments(store: Queryable, read: Mapping[str, DocumentFact]) -> dict[str, InstrumentFact]:
    """All instruments that the store describes, by IRI.

    Args:
        store: The store.
        read: The documents that were read, by IRI, which are instruments too.
    """
    found: dict[str, InstrumentFact] = {}
    for iri, name, kind, whole in sorted(tuple(map(value, row)) for row in store.query(_INSTRUMENTS)):
        found.setdefault(iri, InstrumentFact(iri, short(iri), name, tail(kind), whole))
    for iri, one in read.items():
        found[iri] = InstrumentFact(iri, short(iri), one.id, one.kind, "", one.title, one.date, True)
    return found


def load_votes(columns: Columns, documents: Collection[str]) -> set[VoteFact]:
    """How States voted on documents."""
    voter, ballot = columns.column(OG.voter), columns.column(OG.ballot)
    return {
        VoteFact(document, voter[iri], ballot[iri])
        for iri, document in columns.graphs(OG.Vote).items()
        if document in documents and iri in voter and iri in ballot
    }


def load_ties(store: Queryable) -> tuple[TieFact, ...]:
    """Which actor belongs to which, sorted."""
    columns = AskedColumns(store)
    found = {
        TieFact(value, subject, relation) if turned else TieFact(subject, value, relation)
        for relation, (predicate, turned) in TIES.items()
        for subject, value in columns.links(predicate)
        if subject != value
    }
    return tuple(sorted(found, key=lambda one: (one.parent, one.child, one.relation)))
