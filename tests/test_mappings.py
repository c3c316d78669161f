"""The graph in the words of others: UNDO, ODRL, ELI, AKN4UN, by the rules that those set."""

from __future__ import annotations

from collections import Counter
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
import rdflib
from obligraph.cli import main
from obligraph.graph.iri import document_iri
from obligraph.graph.store import Store, open_store
from obligraph.queries.library import library, named
from obligraph.queries.run import Triples, run
from rdflib import RDF, Namespace, URIRef

from .akn import LANGUAGES, resolution
from .samples import SYMBOL, sample_reading

ROOT = Path(__file__).parent.parent
UNDO = Namespace("https://w3id.org/un/ontology/undo/")
ALLOT = Namespace("https://w3id.org/akn/ontology/allot/")
ODRL = Namespace("http://www.w3.org/ns/odrl/2/")
ELI = Namespace("http://data.europa.eu/eli/ontology#")
OA = Namespace("http://www.w3.org/ns/oa#")
OG = Namespace("https://w3id.org/obligraph/ontology#")
DCT = rdflib.DCTERMS

# The terms that exist, of those that the queries may use, from the vocabularies themselves: UNDO of 1 June
# 2017 and ALLOT, which it imports, ODRL 2.2, ELI 1.5.
TERMS = {
    UNDO: "Agent Annotation Document DocumentVersion Language OfficialStatement Relation Resolution "
    "hasProponent hasReceiver hasSemantics",
    ALLOT: "Concept FRBRExpression FRBRWork hasRealization mentions",
    ODRL: "Action Asset Constraint Duty Party Permission Prohibition Set action assignee assigner constraint "
    "dateTime eq gteq includedIn leftOperand lteq obligation operator permission profile prohibition "
    "rightOperand target timeInterval uid use",
    ELI: "Agent LegalExpression LegalResource LegalResourceSubdivision based_on changes cites date_document "
    "has_part has_translation id_local is_about is_part_of is_realized_by is_translation_of language number "
    "passed_by realizes title type_document type_subdivision",
}

SHAPES = {
    f"as-{name}": (ROOT / "tests" / "shapes" / f"{name}.ttl").read_text(encoding="utf-8")
    for name in ("eli", "odrl", "undo")
}
"""What each vocabulary asks of those who use it, as SHACL, by the name of the query."""


@pytest.fixture(scope="module")
def sample() -> Store:
    store = open_store("memory", create=True)
    store.put(sample_reading())
    return store


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """The shipped resolution, and a small one in six languages."""
    folder = tmp_path_factory.mktemp("texts")
    for code, texts in LANGUAGES.items():
        (folder / f"{code}.xml").write_bytes(resolution(texts))
    assert main(["build", str(ROOT / "examples"), str(folder), "-o", str(folder / "store")]) == 0
    return open_store(folder / "store")


def made(store: Store, name: str, symbol: str) -> rdflib.Graph:
    answer = run(store, named(name), {"document": symbol})
    assert isinstance(answer, Triples)
    assert len(set(answer.triples)) == len(answer.triples), "each triple once"
    return rdflib.Graph().parse(data="".join(f"{triple} .\n" for triple in answer.triples), format="nt")


def conforms(graph: rdflib.Graph, shapes: str) -> tuple[bool, str]:
    import pyshacl

    rules = rdflib.Graph().parse(data=shapes, format="turtle")
    good, _, text = pyshacl.validate(graph, shacl_graph=rules, inference="none")
    return bool(good), str(text)


@pytest.mark.parametrize("name", SHAPES)
@pytest.mark.parametrize("symbol", [SYMBOL, "S/RES/2331(2016)", "S/RES/4001(2031)"])
def test_it_keeps_the_rules_of_the_vocabulary(sample: Store, built: Store, name: str, symbol: str) -> None:
    graph = made(sample if symbol == SYMBOL else built, name, symbol)
    assert len(graph) > 20
    assert conforms(graph, SHAPES[name]) == (True, conforms(graph, SHAPES[name])[1])


@pytest.mark.parametrize(
    ("name", "removed", "why"),
    [
        ("as-odrl", ODRL.assignee, "a rule for nobody"),
        ("as-odrl", ODRL.rightOperand, "a constraint without a value"),
        ("as-undo", UNDO.hasReceiver, "a relation to nobody"),
        ("as-undo", OA.hasBody, "an annotation of nothing"),
        ("as-eli", ELI.title, "an expression without a title"),
        ("as-eli", ELI.is_part_of, "a part of nothing"),
    ],
)
def test_the_rules_are_no_empty_ones(sample: Store, name: str, removed: URIRef, why: str) -> None:
    graph = made(sample, name, SYMBOL)
    graph.remove((None, removed, None))
    assert not conforms(graph, SHAPES[name])[0], why


@pytest.mark.parametrize("name", sorted(n for n in library() if n.startswith("as-")))
def test_only_terms_that_exist_are_used(sample: Store, built: Store, name: str) -> None:
    used = set()
    for store, symbol in ((sample, SYMBOL), (built, "S/RES/2331(2016)"), (built, "S/RES/4001(2031)")):
        used |= {str(term) for triple in made(store, name, symbol) for term in triple}
    known = {str(space[term]) for space, terms in TERMS.items() for term in terms.split()}
    spaces = tuple(str(space) for space in TERMS)
    foreign = {term for term in used if term.startswith(spaces)}
    assert foreign <= known
    assert foreign


def test_undo_has_one_relation_an_act_and_receiver(sample: Store) -> None:
    graph = made(sample, "as-undo", SYMBOL)
    found = Counter(
        (
            str(graph.value(graph.value(predicate=OA.hasBody, object=relation), rdflib.PROV.wasDerivedFrom)),
            str(graph.value(relation, UNDO.hasReceiver)),
        )
        for relation in graph.subjects(RDF.type, UNDO.Relation)
    )
    reading = sample_reading()
    expected = {
        (f"{document_iri(SYMBOL)}/{act.id}", f"https://w3id.org/obligraph/actor/{key}")
        for act in reading.acts
        for keys in ([a.actors for a in act.addressees], [t.actors for t in act.targets])
        for key in chain.from_iterable(keys)
    }
    recalled = {(a, r) for a, r in found if "/actor/" not in r}
    assert set(found) - recalled == expected
    assert len(recalled) == 3, "what the preamble recalls"
    assert set(found.values()) == {1}


def test_undo_says_what_is_meant_by_a_relation(sample: Store) -> None:
    graph = made(sample, "as-undo", SYMBOL)
    (relation,) = (
        r
        for r in graph.subjects(
            UNDO.hasReceiver, URIRef("https://w3id.org/obligraph/actor/saltmarsh-brigade")
        )
    )
    assert str(graph.value(relation, UNDO.hasSemantics)).endswith("/verb/condemn"), (
        "the reported demand is none"
    )
    assert str(graph.value(relation, UNDO.hasProponent)).endswith("/actor/unsc")


def rules(graph: rdflib.Graph, kind: URIRef) -> list[dict[str, Any]]:
    found = []
    for rule in graph.subjects(RDF.type, kind):
        action = graph.value(rule, ODRL.action)
        found.append(
            {
                "who": str(graph.value(rule, ODRL.assignee)).rpartition("/")[2],
                "what": str(graph.value(action, rdflib.SKOS.definition)),
                "target": str(graph.value(rule, ODRL.target)).rpartition("/")[2],
                "limits": sorted(
                    (
                        str(graph.value(one, ODRL.leftOperand)).rpartition("/")[2],
                        str(graph.value(one, ODRL.operator)).rpartition("/")[2],
                        str(graph.value(one, ODRL.rightOperand)),
                    )
                    for one in graph.objects(rule, ODRL.constraint)
                ),
            }
        )
    return sorted(found, key=lambda rule: (rule["who"], rule["what"]))


def test_odrl_has_the_duties_permissions_and_prohibitions(sample: Store) -> None:
    graph = made(sample, "as-odrl", SYMBOL)
    by = [("dateTime", "lteq", "2030-06-30")]
    duties = rules(graph, ODRL.Duty)
    assert [(d["who"], d["what"], d["limits"]) for d in duties] == [
        ("cted", "to assess the measures in paragraph 3 above", []),
        ("cted", "to report by 30 June 2030", by),
        ("unodc", "to assess the measures in paragraph 3 above", []),
        ("unodc", "to report by 30 June 2030", by),
    ]
    (prohibition,) = rules(graph, ODRL.Prohibition)
    assert (prohibition["who"], prohibition["target"]) == ("all-states", "OP3")
    assert prohibition["limits"] == [("dateTime", "gteq", "2030-05-01"), ("dateTime", "lteq", "2031-05-01")]
    (permission,) = rules(graph, ODRL.Permission)
    assert (permission["who"], permission["what"]) == ("harbour-council", "to inspect vessels")
    assert (None, None, ODRL.term("Recommendation")) not in graph
    words = {str(o) for o in graph.objects(None, rdflib.SKOS.definition)}
    assert "to join them" not in words, "what is only encouraged is no duty"


@pytest.mark.parametrize("kind", ["Duty", "Permission", "Prohibition"])
def test_odrl_has_a_rule_for_each_such_obligation(built: Store, kind: str) -> None:
    graph = made(built, "as-odrl", "S/RES/2331(2016)")
    rows = built.select(
        f"SELECT ?o {{ GRAPH <{document_iri('S/RES/2331(2016)')}> {{ ?o a og:Obligation, og:{kind} }} }}"
    )
    expected = {f"{row['o'].value}/rule" for row in rows}
    assert {str(rule) for rule in graph.subjects(RDF.type, ODRL.term(kind))} == expected


def test_eli_has_parts_and_languages(built: Store) -> None:
    graph = made(built, "as-eli", "S/RES/4001(2031)")
    document = URIRef(document_iri("S/RES/4001(2031)"))
    languages = {str(o).rpartition("/")[2] for o in graph.objects(None, ELI.language)}
    assert languages == {"ENG", "FRA", "SPA", "ARA", "RUS", "ZHO"}
    assert len(set(graph.subjects(ELI.is_translation_of, None))) == 5
    assert (URIRef(f"{document}/OP2(a)"), ELI.is_part_of, URIRef(f"{document}/OP2")) in graph
    assert (document, ELI.has_part, URIRef(f"{document}/OP1")) in graph


def test_eli_says_what_a_document_rests_on_and_cites(sample: Store) -> None:
    graph = made(sample, "as-eli", SYMBOL)
    document = URIRef(document_iri(SYMBOL))
    assert [str(o).rpartition("/")[2] for o in graph.objects(document, ELI.based_on)] == ["chapter-vii"]
    assert URIRef(document_iri("S/RES/8990(2029)")) in set(graph.objects(document, ELI.cites))
    assert (document, ELI.is_about, URIRef("http://metadata.un.org/thesaurus/1009001")) in graph


def test_akn_has_the_identifiers_of_each_level(built: Store) -> None:
    graph = made(built, "as-akn", "S/RES/4001(2031)")
    document = URIRef(document_iri("S/RES/4001(2031)"))
    work = "/akn/un/statement/deliberation/unsc/2031-05-04/4001-2031/"
    assert str(graph.value(document, DCT.identifier)) == work
    expressed = {str(graph.value(e, DCT.identifier)) for e in graph.objects(document, ALLOT.hasRealization)}
    assert expressed == {f"{work}{code}@/" for code in ("eng", "fra", "spa", "ara", "rus", "zho")}
    assert str(graph.value(URIRef(f"{document}/OP1"), DCT.identifier)) == f"{work}eng@/!main~para_1"
    assert graph.value(URIRef(f"{document}/OP2(a)"), DCT.identifier) is None, (
        "an element without an identifier"
    )


def test_a_text_that_was_no_xml_has_no_such_identifier(built: Store) -> None:
    assert len(made(built, "as-akn", "S/RES/2331(2016)")) == 0


@pytest.mark.parametrize(
    ("name", "holds", "lacks"),
    [
        ("as-odrl", ["@prefix odrl: <", "odrl:Duty"], ["prefix undo:", "prefix allot:"]),
        ("as-undo", ["@prefix undo: <", "@prefix allot: <", "undo:Relation"], ["prefix odrl:"]),
    ],
    ids=["one ontology of others", "two"],
)
def test_turtle_shortens_the_terms_that_it_translates_into(
    name: str, holds: list[str], lacks: list[str], capfd: pytest.CaptureFixture[str]
) -> None:
    source = str(ROOT / "examples" / "S_RES_2331_2016.md")
    assert main(["query", name, "-p", "document=2331", "--from", source, "-O", "turtle"]) == 0
    text = capfd.readouterr().out
    assert [word for word in holds if word not in text] == []
    assert [word for word in lacks if word in text] == []
    head = [row for row in text.splitlines() if row.startswith("@prefix ")]
    assert head == sorted(head) == text.splitlines()[: len(head)], "in one order, above all else"


def test_the_command_line_writes_turtle(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    source = str(ROOT / "examples" / "S_RES_2331_2016.md")
    assert main(["query", "as-odrl", "-p", "document=2331", "--from", source, "-O", "turtle"]) == 0
    graph = rdflib.Graph().parse(data=capfd.readouterr().out, format="turtle")
    assert len(set(graph.subjects(RDF.type, ODRL.Duty))) > 3
    assert conforms(graph, SHAPES["as-odrl"])[0]
