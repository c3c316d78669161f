"""The terms of the ontology, for its page. This is done by a worker."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..ontology.vocabulary import OG, ONTOLOGY, RDF, SKOS
from ..queries.prefixes import shortened

if TYPE_CHECKING:
    from ..graph.store import Store

_OWL = "http://www.w3.org/2002/07/owl#"
_RDFS = "http://www.w3.org/2000/01/rdf-schema#"
_KINDS = {
    f"{_OWL}Class": "class",
    f"{_OWL}ObjectProperty": "property",
    f"{_OWL}DatatypeProperty": "property of a value",
}
_FACTS = {
    f"{_RDFS}subClassOf": "a kind of",
    f"{_RDFS}subPropertyOf": "implies",
    f"{_RDFS}domain": "said of",
    f"{_RDFS}range": "leads to",
}
_SPARQL = f"""
SELECT ?term ?property ?value WHERE {{
  GRAPH <{ONTOLOGY}> {{ ?term a ?kind ; ?property ?value }}
  FILTER(?kind IN ({", ".join(f"<{one}>" for one in _KINDS)}))
  FILTER(STRSTARTS(STR(?term), "{OG}"))
}}
"""


@dataclass(frozen=True, slots=True)
class Term:
    """A class or a property.

    Attributes:
        name: The last part of its IRI.
        kind: What it is.
        label: As people read it.
        definition: What it means.
        example: One, or empty.
        facts: What is said of it: a heading, and IRIs with what they are called.
    """

    name: str
    kind: str
    label: str
    definition: str
    example: str
    facts: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]


def terms(store: Store) -> tuple[Term, ...]:
    """All terms of our own that the store declares: classes, then properties, by name."""
    found: dict[str, dict[str, list[Any]]] = {}
    for term, predicate, value in store.select(_SPARQL):
        found.setdefault(term.value, {}).setdefault(predicate.value, []).append(value)
    made = [_term(iri, said) for iri, said in found.items()]
    return tuple(sorted(made, key=lambda one: (one.kind != "class", one.name.casefold(), one.name)))


def _term(iri: str, said: dict[str, list[Any]]) -> Term:
    def one(predicate: str) -> str:
        return min((value.value for value in said.get(predicate, ())), default="")

    kinds = [value.value for value in said[RDF.type]]
    facts = []
    for predicate, heading in _FACTS.items():
        values = sorted(
            {
                value.value
                for value in said.get(predicate, ())
                if hasattr(value, "value") and ":" in value.value
            }
        )
        if values:
            facts.append((heading, tuple((value, shortened(value)) for value in values)))
    return Term(
        name=iri.removeprefix(str(OG)),
        kind=next(name for kind, name in _KINDS.items() if kind in kinds),
        label=one(f"{_RDFS}label"),
        definition=one(SKOS.definition),
        example=one(SKOS.example),
        facts=tuple(facts),
    )
