"""Writes the HTML reference of the ontology: `make docs`.

pyLODE lays the page out; nothing is fetched. The page has our own terms: what is reused is defined
where it comes from, and would stand there without a word.
"""

from __future__ import annotations

import logging
import sys
from pathlib import Path

import rdflib
from obligraph.ontology.vocabulary import OG, ONTOLOGY, turtle_files
from rdflib.namespace import OWL, RDF, RDFS

TARGET = Path(__file__).resolve().parent.parent / "out" / "docs" / "ontology.html"

_TERMS = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)


def ontology() -> rdflib.Graph:
    """Our own terms, those of the verbs among them, with what is said of the ontology itself."""
    everything = rdflib.Graph()
    for file in turtle_files():
        everything.parse(data=file.read_bytes(), format="turtle")
    here = rdflib.URIRef(ONTOLOGY)
    graph = rdflib.Graph()
    for triple in everything.triples((here, None, None)):
        graph.add(triple)
    for kind in _TERMS:
        for term in everything.subjects(RDF.type, kind):
            if str(term).startswith(str(OG)):
                graph.add((term, RDFS.isDefinedBy, here))
                for triple in everything.triples((term, None, None)):
                    graph.add(triple)
    return graph


def page() -> str:
    """The page."""
    from pylode import OntPub

    logging.disable(logging.INFO)  # it tells what it loads
    return str(OntPub(ontology=ontology(), sort_subjects=True).make_html())


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(page(), encoding="utf-8")
    print(f"{target} written", file=sys.stderr)
