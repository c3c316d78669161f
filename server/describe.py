"""The description of the service: https://www.w3.org/TR/sparql11-service-description/."""

from __future__ import annotations

from ..ontology.vocabulary import ONTOLOGY, PREFIXES, RDF
from .negotiate import TABLES, TRIPLES

_SD = "http://www.w3.org/ns/sparql-service-description#"
_FORMATS = "http://www.w3.org/ns/formats/"
#: The names of our forms among https://www.w3.org/ns/formats/.
_NAMES = {
    "json": "SPARQL_Results_JSON",
    "xml": "SPARQL_Results_XML",
    "csv": "SPARQL_Results_CSV",
    "tsv": "SPARQL_Results_TSV",
    "turtle": "Turtle",
    "ntriples": "N-Triples",
    "jsonld": "JSON-LD",
    "rdfxml": "RDF_XML",
}


def description(endpoint: str, kind: str) -> bytes:
    """What the endpoint is and can do.

    Args:
        endpoint: Its address.
        kind: The format of RDF: one of ``negotiate.TRIPLES``.
    """
    from pyoxigraph import NamedNode, Triple

    from ..queries.formats import formatted
    from ..queries.run import Triples

    service, dataset, graph = endpoint, f"{endpoint}#dataset", f"{endpoint}#default-graph"
    stated = [
        (service, RDF.type, f"{_SD}Service"),
        (service, f"{_SD}endpoint", endpoint),
        (service, f"{_SD}supportedLanguage", f"{_SD}SPARQL11Query"),
        (service, f"{_SD}feature", f"{_SD}UnionDefaultGraph"),
        (service, f"{_SD}defaultDataset", dataset),
        (dataset, RDF.type, f"{_SD}Dataset"),
        (dataset, f"{_SD}defaultGraph", graph),
        (graph, RDF.type, f"{_SD}Graph"),
        (dataset, f"{PREFIXES['dcterms']}conformsTo", ONTOLOGY),
        *((service, f"{_SD}resultFormat", _FORMATS + _NAMES[offer.kind]) for offer in (*TABLES, *TRIPLES)),
    ]
    triples = (Triple(NamedNode(s), NamedNode(p), NamedNode(o)) for s, p, o in stated)
    return formatted(Triples(tuple(sorted(triples, key=str))), kind).encode()
