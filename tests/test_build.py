"""A reading becomes a graph: all of it, only it, and the same bytes every time."""

from __future__ import annotations

import dataclasses
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st
from obligraph.extract.document import Document, Subject, Vote
from obligraph.extract.model import Actor, Instrument, Reading
from obligraph.extract.obligations import obligations
from obligraph.extract.version import rules_version
from obligraph.graph import nodes
from obligraph.graph.build import builder_version, nquads
from obligraph.graph.iri import act_iri, actor_iri, document_iri
from obligraph.ontology.vocabulary import DATA, OG, RDF, SKOS, THINGS, concepts, declared
from pyoxigraph import NamedNode, RdfFormat, parse
from rdflib.compare import graph_diff, isomorphic, to_isomorphic

from .samples import SYMBOL, changed, sample_document, sample_reading
from .stores import asked, loaded

GOLDEN = Path(__file__).parent / "golden" / "sample.ttl"
PLAIN = {verb.relation for verb in concepts("verb").values()} | {OG.addresses, OG.blames, OG.mentions}


def test_the_graph_of_the_sample(monkeypatch: pytest.MonkeyPatch) -> None:
    golden = rdflib.Graph().parse(GOLDEN)
    monkeypatch.setattr(nodes, "__version__", _version(golden))
    lines = nquads(sample_reading(), rules="rules", builder="builder")
    triples = (quad.triple for quad in parse("".join(lines).encode(), format=RdfFormat.N_QUADS))
    found = rdflib.Graph().parse(data="".join(f"{triple} .\n" for triple in triples), format="nt")
    if not isomorphic(found, golden):
        _, missing, new = graph_diff(to_isomorphic(golden), to_isomorphic(found))
        rows = [f"- {row}" for row in missing] + [f"+ {row}" for row in new]
        pytest.fail(
            "\n".join(["if it is meant, run: .venv/bin/python -m tools.make_golden", *sorted(rows)[:40]])
        )


def _version(graph: rdflib.Graph) -> str:
    """The version that the golden graph was written with, which is not what is tested."""
    return str(next(graph.objects(None, rdflib.URIRef(OG.version))))


def test_same_reading_same_bytes() -> None:
    first, second = list(nquads(sample_reading())), list(nquads(sample_reading()))
    assert first == second == sorted(set(first))


def test_lines_are_what_a_store_gives_back() -> None:
    lines = list(nquads(sample_reading()))
    assert sorted(f"{quad} .\n" for quad in loaded(sample_reading())) == lines


def test_one_graph_named_by_the_document_and_one_for_shared_things() -> None:
    quads = list(loaded(sample_reading()))
    assert {quad.graph_name for quad in quads} == {NamedNode(document_iri(SYMBOL)), NamedNode(THINGS)}
    own = [quad for quad in quads if quad.graph_name == NamedNode(document_iri(SYMBOL))]
    labels = {SKOS.prefLabel, OG.fullName, OG.actorKind, OG.known, OG.instrumentKind}
    assert not [quad for quad in own if quad.predicate.value in labels], "what a thing is, is shared"
    assert not [quad for quad in quads if quad not in own and quad.predicate.value in PLAIN]


def test_every_term_is_declared_and_no_node_is_blank() -> None:
    known = declared() | {RDF.type}
    for quad in loaded(sample_reading()):
        assert isinstance(quad.subject, NamedNode)
        assert quad.predicate.value in known
        if quad.predicate.value == RDF.type:
            assert quad.object.value in known


def test_every_anchor_quotes_the_text_at_its_place() -> None:
    rows = asked(
        sample_reading(),
        """SELECT ?text ?start ?end ?exact ?full { ?thing og:text ?text ; og:anchor ?anchor .
        ?anchor oa:hasSource/og:fullText ?full ; oa:hasSelector [ oa:start ?start ; oa:end ?end ] ,
        [ oa:exact ?exact ] }""",
    )
    acts = (*sample_reading().acts, *sample_reading().reported)
    parts = sum(
        1 + sum(map(len, (a.addressees, a.targets, a.contents, a.times, a.qualifiers, a.citations)))
        for a in acts
    )
    assert len(rows) == parts
    for text, start, end, exact, full in rows:
        assert full[int(start) : int(end)] == exact == text


def test_acts_and_obligations_are_all_there() -> None:
    reading = sample_reading()
    classes = Counter(row[0] for row in asked(reading, "SELECT ?class ?thing { ?thing a ?class }"))
    assert classes["ontology#Act"] == len(reading.acts)
    assert classes["ontology#ReportedAct"] == len(reading.reported)
    assert classes["ontology#Obligation"] == len(list(obligations(reading)))
    assert classes["ontology#Paragraph"] == len(reading.document.paragraphs)
    assert classes["ontology#Prohibition"] == 1
    assert classes["ontology#Permission"] == 1


PATTERN = "actor:unsc ?does ?whom . ?whom a og:Actor FILTER(?does != org:subOrganizationOf)"


def test_plain_statements() -> None:
    rows = asked(
        sample_reading(),
        f"SELECT DISTINCT ?does ?whom {{ {PATTERN} }}",
    )
    assert rows == [
        ("ontology#authorizes", "actor/harbour-council"),
        ("ontology#callsUpon", "actor/coastal-states"),
        ("ontology#callsUpon", "actor/member-states"),
        ("ontology#condemns", "actor/saltmarsh-brigade"),
        ("ontology#decides", "actor/all-states"),
        ("ontology#encourages", "actor/harbour-council"),
        ("ontology#invites", "actor/cted"),
        ("ontology#invites", "actor/unodc"),
        ("ontology#requests", "actor/cted"),
        ("ontology#requests", "actor/unodc"),
    ], "and nothing of the demand that is only reported"


@pytest.mark.parametrize(
    ("fields", "message", "why"),
    [
        ({"issuer": "nobody"}, "actor 'nobody'", "an issuer that is not described"),
        ({"paragraph": "OP77"}, "paragraph 'OP77'", "a paragraph that the document lacks"),
        ({"authority": ("Magna Carta",)}, "instrument 'Magna Carta'", "an instrument that is not described"),
        ({"kind": "rhetorical"}, "'rhetorical'", "a kind of verb that the scheme lacks"),
        ({"certainty": 1.5}, "certainty", "more than certain"),
        ({"id": "OP4"}, "rank", "an act without a rank"),
    ],
)
def test_what_has_no_place_in_the_graph_raises(fields: dict[str, object], message: str, why: str) -> None:
    with pytest.raises(ValueError, match=message):
        list(nquads(changed(sample_reading().acts[9], **fields)))


def test_two_acts_of_one_name_raise() -> None:
    reading = sample_reading()
    with pytest.raises(ValueError, match="two acts"):
        nquads(dataclasses.replace(reading, acts=(*reading.acts, reading.acts[0])))


def test_an_unknown_kind_of_document_raises() -> None:
    document = dataclasses.replace(sample_document(), kind="letter")
    with pytest.raises(ValueError, match="letter"):
        nquads(Reading(document))


def test_an_empty_reading_is_a_graph_too() -> None:
    bare = dataclasses.replace(
        sample_document(),
        adopted=None,
        meeting=None,
        title="",
        paragraphs=(),
        votes=(),
        sponsors=(),
        subjects=(),
        draft="",
        draft_date=None,
        chapter_vii=None,
    )
    assert asked(Reading(bare), "SELECT ?symbol { ?d a og:Resolution ; dcterms:identifier ?symbol }") == [
        (SYMBOL,)
    ]


def test_the_versions_are_recorded() -> None:
    rows = asked(
        sample_reading(),
        """SELECT ?sha ?file ?rules ?builder {
        ?d prov:wasDerivedFrom/og:sha256 ?sha ; prov:wasGeneratedBy ?r .
        ?r og:fileName ?file ; og:rulesVersion ?rules ; og:builderVersion ?builder }""",
    )
    assert rows == [(sample_document().sha256, "sample.txt", rules_version(), builder_version())]


EVIL = st.one_of(
    st.text(st.characters(codec="utf-8"), min_size=1, max_size=40),
    st.sampled_from(['"> <x:y> <x:z> .\n', "a\\u0022b", "\\", "\n", "\u2028", "}; DROP ALL", "\x00\x7f\x85"]),
)


@given(EVIL, EVIL, EVIL, EVIL)
def test_what_a_source_says_stays_within_its_document(symbol: str, name: str, word: str, file: str) -> None:
    """Whatever stands in a text: one graph, no statement about things that it does not name."""
    document = Document(
        symbol=symbol,
        kind="resolution",
        body=name,
        title=word,
        adopted=date(2030, 1, 1),
        meeting=None,
        text=word,
        sha256="0" * 64,
        source=file,
        format="text",
        paragraphs=(),
        language=word,
        agenda=word,
        uri=word,
        draft=symbol,
        sponsors=(name,),
        votes=(Vote(name, word),),
        subjects=(Subject(word, name, word), Subject(word, name, f"{DATA}actor/cted")),
    )
    reading = Reading(document, actors=(Actor("key", name),), instruments=(Instrument(name, "document"),))
    lines = list(nquads(reading))
    quads = list(parse("".join(lines).encode(), format=RdfFormat.N_QUADS))
    assert len(quads) == len(lines)
    assert {quad.graph_name for quad in quads} == {NamedNode(document_iri(symbol)), NamedNode(THINGS)}
    assert actor_iri("cted") not in {quad.subject.value for quad in quads if "cted" not in name.casefold()}
    texts = {quad.object.value for quad in quads if quad.predicate.value == OG.fullText}
    assert texts == {word}


def test_act_identifiers_are_those_of_the_model() -> None:
    for act in sample_reading().acts:
        assert act_iri(SYMBOL, act) == f"{DATA}{SYMBOL}/{act.id}"
