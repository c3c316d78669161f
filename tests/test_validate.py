"""What is wrong with a graph is found, with its place and its reason; what is right is left alone."""

from __future__ import annotations

import dataclasses
from datetime import date
from pathlib import Path

import pytest
from obligraph import __version__
from obligraph.graph import shapes
from obligraph.graph.build import nquads
from obligraph.graph.iri import document_iri
from obligraph.graph.shacl import report
from obligraph.graph.store import open_store
from obligraph.graph.translation import fitted
from obligraph.graph.validate import CHECKS, Finding, check, checked, validate
from obligraph.ontology.vocabulary import DATA, PREFIXES, shapes_file
from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse

from .samples import SYMBOL, sample_document, sample_reading

DOCUMENT = document_iri(SYMBOL)
FRENCH = dataclasses.replace(sample_document(), language="fr", sha256="f" * 64, source="exemple.xml")
LINES = "".join((*nquads(sample_reading()), *fitted(FRENCH, ("OP1", "OP5")).lines))
SAMPLE = tuple(dict.fromkeys(quad.triple for quad in parse(LINES.encode(), format=RdfFormat.N_QUADS)))
XSD = PREFIXES["xsd"]
LIGHTHOUSES = "http://metadata.un.org/thesaurus/1009001"


def named(short: str) -> NamedNode:
    """A node from a path beneath the document, a prefixed name or a path from the root."""
    prefix, colon, rest = short.partition(":")
    if colon and prefix in PREFIXES:
        return NamedNode(PREFIXES[prefix] + rest)
    if "://" in short:
        return NamedNode(short)
    if short.startswith("/"):
        return NamedNode(DATA + short[1:])
    return NamedNode(f"{DOCUMENT}/{short}" if short else DOCUMENT)


def changed(
    subject: str, predicate: str, *values: NamedNode | Literal, of: tuple[Triple, ...] = SAMPLE
) -> tuple[Triple, ...]:
    """The sample with other values for a property of a thing; none to leave it out."""
    s, p = named(subject), named(predicate)
    kept = tuple(t for t in of if (t.subject, t.predicate) != (s, p))
    return (*kept, *(Triple(s, p, value) for value in values))


def typed(value: str, datatype: str) -> Literal:
    return Literal(value, datatype=NamedNode(XSD + datatype))


def test_the_sample_is_flawless() -> None:
    assert check(DOCUMENT, SAMPLE) == ()


FAULTS: list[tuple[str, str, str, list[NamedNode | Literal], str]] = [
    ("document", "", "og:fullText", [], "no text to look quotations up in"),
    (
        "document",
        "",
        "eli:date_document",
        [typed("2030-01-01", "date"), typed("2031-01-01", "date")],
        "two",
    ),
    ("provenance", "", "prov:wasDerivedFrom", [], "no source"),
    ("source", f"/source/{sample_reading().document.sha256}", "og:sha256", [Literal("abc")], "no hash"),
    ("reading", "reading", "og:rulesVersion", [], "no version of the rules"),
    ("software", f"/software/obligraph/{__version__}", "og:version", [], "no version"),
    ("instrument", "/S/RES/8990(2029)", "dcterms:identifier", [], "no identifier"),
    ("translation", "translation/fr", "eli:realizes", [named("OP1")], "a translation of a paragraph alone"),
    ("translation", "translation/fr", "dcterms:language", [Literal("French")], "no tag of a language"),
    ("translation", "translation/fr", "prov:wasDerivedFrom", [], "no source"),
    ("source-element", "OP1", "og:sourceElement", [Literal("para_1"), Literal("para_2")], "two elements"),
    ("source-element", "OP1", "og:translation", [Literal("", language="fr")], "no words"),
    ("vote", "vote/malta", "og:ballot", [Literal("maybe")], "no way to vote"),
    ("paragraph", "OP1", "og:position", [], "no position"),
    ("paragraph", "OP1", "og:start", [typed("999999", "integer")], "begins after its end"),
    ("paragraph", "OP2(a)", "og:parent", [named("OP9")], "a parent that is none"),
    ("heading", "heading/1", "og:inDocument", [], "of no document"),
    ("heading", "heading/1", "og:text", [Literal("", language="en")], "no words"),
    ("heading", "heading/1", "og:start", [typed("999999", "integer")], "begins after its end"),
    ("anchor", "OP1/act/1/anchor", "oa:hasSource", [], "of no document"),
    ("position", "OP1/act/1/anchor/position", "oa:start", [typed("-1", "integer")], "before the text"),
    ("quotation", "OP1/act/1/anchor/quote", "oa:exact", [Literal("", language="en")], "no words"),
    ("act", "OP1/act/1", "og:verb", [], "no verb"),
    ("act", "OP1/act/1", "og:issuer", [named("actor:unsc"), named("actor:cted")], "two issuers"),
    ("act", "OP1/act/1", "og:inParagraph", [named("OP1"), named("OP3")], "two paragraphs"),
    ("act", "OP1/act/1", "og:force", [named("force:menace")], "an unknown force"),
    ("act", "OP1/act/1", "og:anchor", [], "leads back to nothing"),
    ("act", "OP4/act/1", "og:addressee", [named("actor:nobody")], "somebody who is not described"),
    ("certainty", "OP1/act/1", "og:certainty", [typed("0.5", "decimal")], "a doubt without a reason"),
    ("certainty", "OP1/act/1", "og:certainty", [typed("2", "decimal")], "more than certain"),
    ("reported-act", "PP2/reported/1", "og:reportedWords", [], "of no text"),
    ("addressing", "OP4/act/1/addressee/1", "og:actor", [], "addresses nobody, and has no doubt"),
    ("targeting", "OP1/act/1/target/1", "og:actor", [], "blames nobody"),
    ("content", "OP4/act/1/content/1", "rdf:type", [named("og:Content")], "none of the three"),
    ("time", "OP4/act/1/time/1", "og:due", [Literal("tomorrow")], "no date"),
    ("due", "OP2/act/1/time/1", "og:due", [typed("2031-01-01", "date")], "a recurrence is not due"),
    ("qualification", "OP4/act/1/qualifier/1", "og:text", [], "no words"),
    ("citation", "OP4/act/2/citation/1", "og:instrument", [], "cites nothing"),
    ("obligation", "OP4/act/1/obligation/1", "og:bearer", [], "nobody bears it"),
    ("obligation", "OP4/act/1/obligation/1", "og:force", [], "no force"),
    (
        "obligation",
        "OP4/act/1/obligation/1",
        "rdf:type",
        [named("og:Obligation"), named("og:Duty"), named("og:Permission")],
        "a duty and a permission",
    ),
    ("actor", "actor:cted", "skos:prefLabel", [], "no name"),
    (
        "actor",
        "actor:cted",
        "skos:prefLabel",
        [Literal("CTED", language="en"), Literal("Cted", language="en")],
        "two names",
    ),
    (
        "concept",
        f"{LIGHTHOUSES}",
        "skos:prefLabel",
        [Literal("LIGHTHOUSES", language="en"), Literal("Lighthouses", language="en")],
        "two labels",
    ),
    ("actor", "actor:cted", "og:known", [Literal("yes")], "no truth value"),
    ("actor", "actor:cted", "org:subOrganizationOf", [named("actor:ctc"), named("actor:un")], "two wholes"),
    ("actor-dates", "actor:cted", "og:established", [Literal("in spring")], "neither a day nor a year"),
    ("actor-dates", "actor:ctc", "og:establishedBy", [named("actor:unsc")], "by no document"),
    ("actor-identifiers", "actor:un", "skos:exactMatch", [Literal("http://un.org/Q1065")], "no item there"),
    ("actor-sources", "actor:un", "dcterms:source", [], "nothing confirms the identifier"),
    ("membership", "/actor/unsc/membership/malta/2030", "og:year", [Literal("2030")], "no year"),
    ("vote", "vote/malta", "og:membership", [named("actor:malta")], "a State is no membership"),
    (
        "words",
        "OP1/act/1/anchor/position",
        "oa:end",
        [typed("400", "integer")],
        "other words stand there",
    ),
    ("words", "OP1/act/1", "og:text", [Literal("Condones", language="en")], "not what the anchor quotes"),
    ("words", "OP1", "og:text", [Literal("Condones", language="en")], "not what the paragraph says"),
    ("words", "heading/1", "og:text", [Literal("Safe Passage", language="en")], "not as it is printed"),
    ("words", "OP2", "og:wrapUp", [Literal("or not", language="en")], "not what the wrap-up says"),
    ("dates", "OP4/act/1/time/1", "og:due", [typed("2029-06-30", "date")], "due before it was asked"),
    ("dates", "OP3/act/1/time/1", "og:until", [typed("2029-06-30", "date")], "over before it began"),
    ("vocabulary", "OP1/act/1", "og:mood", [Literal("angry")], "no such property"),
    ("vocabulary", "OP1/act/1", "rdf:type", [named("og:Act"), named("og:Song")], "no such class"),
    ("vocabulary", "OP4/act/2/citation/1", "og:use", [named("/use/quotes")], "no such concept"),
    ("plain", "actor:unsc", "og:requests", [named("actor:saltmarsh-brigade")], "nobody requested that"),
]


@pytest.mark.parametrize(("rule", "subject", "predicate", "values", "why"), FAULTS)
def test_each_fault_is_found(
    rule: str, subject: str, predicate: str, values: list[NamedNode | Literal], why: str
) -> None:
    found = check(DOCUMENT, changed(subject, predicate, *values))
    assert rule in {finding.rule for finding in found}, why
    assert all(finding.what and finding.why and finding.document == DOCUMENT for finding in found)
    assert list(found) == sorted(found)


def test_every_shape_and_check_has_a_fault_above() -> None:
    names = {
        triple.subject.value.rpartition("/")[2]
        for triple in parse(shapes_file().read_bytes(), format=RdfFormat.TURTLE)
        if getattr(triple.object, "value", "").endswith("#NodeShape")
    }
    assert {row[0] for row in FAULTS} == names | set(CHECKS)


def test_a_general_shacl_engine_finds_the_same() -> None:
    """All faults at once: ours and pySHACL's must name the same nodes, shapes and constraints."""
    import pyshacl
    import rdflib
    from rdflib.namespace import SH

    triples = SAMPLE
    for _, subject, predicate, values, _ in FAULTS:
        triples = changed(subject, predicate, *values, of=triples)
    ours = {(f.node.value, f.shape, f.constraint, f.path) for f in shapes.faults(shapes.index(triples))}
    graph = rdflib.Graph().parse(data="".join(f"{triple} .\n" for triple in triples), format="nt")
    rules = rdflib.Graph().parse(data=shapes_file().read_bytes(), format="turtle")
    conforms, report, _ = pyshacl.validate(graph, shacl_graph=rules, inference="none")
    assert not conforms
    theirs = set()
    for result in report.subjects(rdflib.RDF.type, SH.ValidationResult):
        source = report.value(result, SH.sourceShape)
        shape = rules.value(predicate=SH.property, object=source) or source
        kind = str(report.value(result, SH.sourceConstraintComponent)).rpartition("#")[2]
        kind = kind.removesuffix("ConstraintComponent")
        path = report.value(result, SH.resultPath)
        theirs.add(
            (
                str(report.value(result, SH.focusNode)),
                str(shape).rpartition("/")[2],
                kind[0].lower() + kind[1:],
                str(path or ""),
            )
        )
    assert ours == theirs
    assert len(ours) > 25


@pytest.mark.parametrize(
    ("constraint", "why"),
    [
        ("sh:maxLength 3", "a constraint that is not known"),
        ("sh:datatype xsd:gMonth", "a datatype that is not"),
    ],
)
def test_a_shape_that_cannot_be_checked_raises(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, constraint: str, why: str
) -> None:
    file = tmp_path / "shapes.ttl"
    file.write_text(
        f"""@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix xsd: <{XSD}> .
        @prefix rdfs: <{PREFIXES["rdfs"]}> . @prefix og: <{PREFIXES["og"]}> .
        <x:shape/odd> a sh:NodeShape ; rdfs:comment "Odd." ; sh:targetClass og:Act ;
        sh:property [ sh:path og:rule ; {constraint} ] ."""
    )
    monkeypatch.setattr(shapes, "shapes_file", lambda: file)
    with pytest.raises(ValueError, match="not checked"):
        list(shapes.faults(shapes.index(SAMPLE)))


def test_a_finding_says_what_where_and_why() -> None:
    (finding,) = check(DOCUMENT, changed("OP1/act/2", "og:verb"))
    assert finding == Finding(
        document=DOCUMENT,
        where=f"{DOCUMENT}/OP1/act/2",
        what="og:verb is missing or too few",
        why="An act is one verb group of one issuer, in one paragraph, with one force, at one place.",
        rule="act",
        constraint="minCount",
        path=PREFIXES["og"] + "verb",
    )


def test_an_empty_graph_has_no_faults() -> None:
    assert check(DOCUMENT, ()) == ()


def test_a_verb_that_is_described_in_the_document_is_known() -> None:
    reading = sample_reading()
    act = dataclasses.replace(reading.acts[9], act="beseech")
    with open_store("memory") as store:
        store.put(dataclasses.replace(reading, acts=(act,)))
        assert validate(store) == ()


def test_a_store_is_checked_document_by_document() -> None:
    reading = sample_reading()
    late = dataclasses.replace(reading.document, symbol="S/RES/9002(2032)", adopted=date(2032, 1, 1))
    with open_store("memory") as store:
        store.put(reading)
        store.put(dataclasses.replace(reading, document=late))
        found = validate(store)
        assert {finding.rule for finding in found} == {"dates"}
        assert {finding.document for finding in found} == {document_iri("S/RES/9002(2032)")}
        assert validate(store, [DOCUMENT]) == ()


def test_documents_are_checked_one_by_one() -> None:
    with open_store("memory") as store:
        store.put(sample_reading())
        other = dataclasses.replace(sample_reading().document, symbol="S/RES/9002(2030)")
        store.put(dataclasses.replace(sample_reading(), document=other))
        assert [(document, found) for document, found in checked(store)] == [
            (document, ()) for document in store.documents()
        ]


def test_a_report_is_shacl() -> None:
    """All faults at once, read by a general RDF library as a report of SHACL's own terms."""
    import rdflib
    from rdflib.namespace import RDF, SH

    triples = SAMPLE
    for _, subject, predicate, values, _ in FAULTS:
        triples = changed(subject, predicate, *values, of=triples)
    findings = check(DOCUMENT, triples)
    graph = rdflib.Graph().parse(data="".join(report(findings)), format="turtle")
    (one,) = graph.subjects(RDF.type, SH.ValidationReport)
    assert graph.value(one, SH.conforms) == rdflib.Literal(False)
    results = list(graph.objects(one, SH.result))
    assert len(results) == len(findings) == len(set(graph.subjects(RDF.type, SH.ValidationResult)))
    for result in results:
        for required in (SH.focusNode, SH.resultSeverity, SH.sourceConstraintComponent, SH.resultMessage):
            assert graph.value(result, required) is not None
    components = set(graph.objects(None, SH.sourceConstraintComponent))
    assert {SH.MinCountConstraintComponent, SH.XoneConstraintComponent} <= components
    assert rdflib.URIRef(f"{DATA}check/words") in components
    assert any(isinstance(value, rdflib.Literal) for value in graph.objects(None, SH.value))


def test_the_report_of_what_is_right_conforms() -> None:
    import rdflib
    from rdflib.namespace import SH

    graph = rdflib.Graph().parse(data="".join(report(())), format="turtle")
    assert list(graph.objects(None, SH.conforms)) == [rdflib.Literal(True)]
