"""Reasoners find the graph consistent, and the classes that are stated are those they infer.

Three of them: owlrl, which follows the rules of OWL 2 RL one by one; reasonable, an independent
engine for the same profile; HermiT, which is complete for OWL 2 DL and also finds classes that nothing
can belong to. HermiT comes with the ``reasoner`` extra and needs Java; without either its tests skip.
"""

from __future__ import annotations

import io
import shutil
from collections.abc import Iterable
from typing import Any

import owlrl  # type: ignore[import-untyped]  # has no types
import pytest
import rdflib
from obligraph.graph.build import nquads
from obligraph.ontology.vocabulary import OG, turtle_files
from pyoxigraph import RdfFormat, parse

from .samples import sample_reading

Rows = Iterable[tuple[Any, Any, Any]]

ACT = rdflib.URIRef("https://w3id.org/obligraph/S/RES/9001(2030)/OP1/act/1")
BOTH = [(ACT, rdflib.RDF.type, rdflib.URIRef(kind)) for kind in (OG.Act, OG.ReportedAct)]
"""An act that is done here and told of another text: a contradiction."""
DEED = rdflib.URIRef(f"{OG}Deed")
IMPOSSIBLE = [
    (DEED, rdflib.RDF.type, rdflib.OWL.Class),
    *((DEED, rdflib.RDFS.subClassOf, rdflib.URIRef(kind)) for kind in (OG.Duty, OG.Permission)),
]
"""A class that is beneath two that share nothing."""


@pytest.fixture(scope="module")
def stated() -> rdflib.Graph:
    """The graph of the sample."""
    quads = parse("".join(nquads(sample_reading())).encode(), format=RdfFormat.N_QUADS)
    return rdflib.Graph().parse(data="".join(f"{quad.triple} .\n" for quad in quads), format="nt")


@pytest.fixture(scope="module")
def inferred(stated: rdflib.Graph) -> rdflib.Graph:
    """With the ontology, closed under the rules of RDFS and OWL 2 RL."""
    return closed(stated)


def together(stated: Rows) -> rdflib.Graph:
    """A graph with the ontology."""
    graph = rdflib.Graph().parse(data=turtle_files()[0].read_bytes(), format="turtle")
    for triple in stated:
        graph.add(triple)
    return graph


def closed(stated: Rows) -> rdflib.Graph:
    graph = together(stated)
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    return graph


def errors(graph: rdflib.Graph) -> list[str]:
    """What the reasoner found to contradict itself."""
    said = rdflib.URIRef("http://www.daml.org/2002/03/agents/agent-ont#error")
    return [str(message) for message in graph.objects(None, said)]


def types(rows: Rows) -> set[tuple[str, str]]:
    """Which thing is said to be of which class of ours."""
    return {(str(s), str(o)) for s, p, o in rows if p == rdflib.RDF.type and str(o).startswith(str(OG))}


def hermit(stated: Rows) -> set[str]:
    """The classes that can have no members, by HermiT.

    Raises:
        OwlReadyInconsistentOntologyError: The graph contradicts itself.
    """
    # Has no types, and is an extra that need not be installed where types are checked.
    import owlready2  # type: ignore[import-not-found,import-untyped,unused-ignore]

    world = owlready2.World()
    data = together(stated).serialize(format="nt").encode()
    world.get_ontology(str(OG)).load(fileobj=io.BytesIO(data), format="ntriples")
    owlready2.sync_reasoner_hermit(world, debug=0, ignore_unsupported_datatypes=True)
    return {found.name for found in world.inconsistent_classes()}


needs_hermit = pytest.mark.skipif(
    shutil.which("java") is None, reason="HermiT runs on Java, which is not here"
)


def test_consistent(inferred: rdflib.Graph) -> None:
    assert not errors(inferred)


def test_the_reasoner_finds_a_contradiction() -> None:
    assert any("Disjoint" in message or "disjoint" in message for message in errors(closed(BOTH)))


def test_no_class_of_ours_comes_by_inference_alone(stated: rdflib.Graph, inferred: rdflib.Graph) -> None:
    """So that a query needs no reasoner."""
    subjects = set(map(str, stated.subjects()))
    assert {(s, kind) for s, kind in types(inferred) if s in subjects} == types(stated)


def test_another_reasoner_infers_the_same_classes(stated: rdflib.Graph, inferred: rdflib.Graph) -> None:
    import reasonable  # type: ignore[import-untyped]  # has no types

    reasoner = reasonable.PyReasoner()
    reasoner.from_graph(together(stated))
    assert types(reasoner.reason()) == types(inferred)


@needs_hermit
def test_a_complete_reasoner_finds_it_consistent(stated: rdflib.Graph) -> None:
    pytest.importorskip("owlready2", reason="HermiT comes with the “reasoner” extra")
    assert not hermit(stated) - {"Nothing"}


@needs_hermit
def test_a_complete_reasoner_finds_what_is_planted() -> None:
    owlready2 = pytest.importorskip("owlready2", reason="HermiT comes with the “reasoner” extra")
    with pytest.raises(owlready2.OwlReadyInconsistentOntologyError):
        hermit(BOTH)
    assert hermit(IMPOSSIBLE) - {"Nothing"} == {"Deed"}
