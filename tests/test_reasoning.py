"""A reasoner finds the graph consistent, and the classes that are stated are those it infers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import owlrl  # type: ignore[import-untyped]
import pytest
import rdflib
from obligraph.graph.build import nquads
from obligraph.ontology.vocabulary import OG, turtle_files
from pyoxigraph import RdfFormat, parse

from .samples import sample_reading


@pytest.fixture(scope="module")
def stated() -> rdflib.Graph:
    """The graph of the sample."""
    quads = parse("".join(nquads(sample_reading())).encode(), format=RdfFormat.N_QUADS)
    return rdflib.Graph().parse(data="".join(f"{quad.triple} .\n" for quad in quads), format="nt")


@pytest.fixture(scope="module")
def inferred(stated: rdflib.Graph) -> rdflib.Graph:
    """With the ontology, closed under the rules of RDFS and OWL 2 RL."""
    return closed(stated)


def closed(stated: Iterable[tuple[Any, Any, Any]]) -> rdflib.Graph:
    graph = rdflib.Graph()
    for triple in stated:
        graph.add(triple)
    graph.parse(data=turtle_files()[0].read_bytes(), format="turtle")
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    return graph


def errors(graph: rdflib.Graph) -> list[str]:
    """What the reasoner found to contradict itself."""
    said = rdflib.URIRef("http://www.daml.org/2002/03/agents/agent-ont#error")
    return [str(message) for message in graph.objects(None, said)]


def test_consistent(inferred: rdflib.Graph) -> None:
    assert not errors(inferred)


def test_the_reasoner_finds_a_contradiction() -> None:
    act = rdflib.URIRef("https://w3id.org/obligraph/S/RES/9001(2030)/OP1/act/1")
    both = [(act, rdflib.RDF.type, rdflib.URIRef(kind)) for kind in (OG.Act, OG.ReportedAct)]
    assert any("Disjoint" in message or "disjoint" in message for message in errors(closed(both)))


def test_no_class_of_ours_comes_by_inference_alone(stated: rdflib.Graph, inferred: rdflib.Graph) -> None:
    """So that a query needs no reasoner."""
    missing = {
        (subject, kind)
        for subject, kind in inferred.subject_objects(rdflib.RDF.type)
        if str(kind).startswith(str(OG)) and (subject, rdflib.RDF.type, kind) not in stated
        if (subject, None, None) in stated
    }
    assert not missing
