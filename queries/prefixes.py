"""The prefixes that every query may use without declaring them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

#: Where all identifiers of the graph begin.
BASE = "https://w3id.org/obligraph/"

#: Prefix to namespace, in the order in which they are listed to users.
PREFIXES: Mapping[str, str] = MappingProxyType(
    {
        "og": f"{BASE}ontology#",
        "og-data": BASE,
        "og-actor": f"{BASE}actor/",
        "og-verb": f"{BASE}verb/",
        "og-force": f"{BASE}force/",
        "cito": "http://purl.org/spar/cito/",
        "dcterms": "http://purl.org/dc/terms/",
        "eli": "http://data.europa.eu/eli/ontology#",
        "oa": "http://www.w3.org/ns/oa#",
        "org": "http://www.w3.org/ns/org#",
        "owl": "http://www.w3.org/2002/07/owl#",
        "prov": "http://www.w3.org/ns/prov#",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
    }
)


def shortened(iri: str) -> str:
    """An IRI as people read it: without the graph's own base, or with a known prefix.

    Args:
        iri: An absolute IRI.

    Returns:
        ``S/RES/2331(2016)/OP2``, ``og:Act``, ``skos:prefLabel``; other IRIs in angle brackets.
    """
    if iri.startswith(PREFIXES["og"]):
        return f"og:{iri.removeprefix(PREFIXES['og'])}"
    if iri.startswith(BASE) and len(iri) > len(BASE):
        return iri.removeprefix(BASE)
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace) and len(iri) > len(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return f"<{iri}>"
