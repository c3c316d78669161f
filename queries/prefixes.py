"""The prefixes that every query may use without declaring them, and IRIs as people read them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from ..ontology.vocabulary import DATA, PREFIXES

__all__ = ["DATA", "OTHERS", "PREFIXES", "shortened"]

#: Prefixes of the ontologies that the library's queries translate into. They are written where triples
#: use them; a query declares them itself.
OTHERS: Mapping[str, str] = MappingProxyType(
    {
        "allot": "https://w3id.org/akn/ontology/allot/",
        "odrl": "http://www.w3.org/ns/odrl/2/",
        "undo": "https://w3id.org/un/ontology/undo/",
    }
)


def shortened(iri: str) -> str:
    """An IRI as people read it: without the graph's own base, or with a known prefix.

    Args:
        iri: An absolute IRI.

    Returns:
        ``S/RES/2331(2016)/OP2``, ``og:Act``, ``skos:prefLabel``; other IRIs in angle brackets.
    """
    for prefix, namespace in PREFIXES.items():
        if namespace.startswith(DATA) and not namespace.endswith("#"):
            continue  # our own things are shown by their path
        if iri.startswith(namespace) and len(iri) > len(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    if iri.startswith(DATA) and len(iri) > len(DATA):
        return iri.removeprefix(DATA)
    return f"<{iri}>"
