"""The ontology is whole: every term says what it is, and code, schemes and lexicon agree with it."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from obligraph.extract.model import ContentKind, Force, Modality, ParagraphKind, TimeKind, VerbKind
from obligraph.ontology import vocabulary
from obligraph.ontology.vocabulary import DATA, OG, ONTOLOGY, PREFIXES, Terms, concepts, declared
from pyoxigraph import BlankNode, Quad, RdfFormat, Store, parse

ROOT = Path(__file__).parent.parent

# Each selects terms that are wrong; the reason stands beside.
HYGIENE = {
    "every term of ours has an English label": """
        SELECT DISTINCT ?term { ?term a ?kind FILTER(STRSTARTS(STR(?term), STR(og:)))
        FILTER NOT EXISTS { ?term rdfs:label ?label FILTER(LANG(?label) = "en") } }""",
    "every term, concept and scheme has one English definition": """
        SELECT ?term { ?term a ?kind FILTER(STRSTARTS(STR(?term), STR(data:)) && ?kind != owl:Ontology)
        OPTIONAL { ?term skos:definition ?text FILTER(LANG(?text) = "en") } }
        GROUP BY ?term HAVING(COUNT(DISTINCT ?text) != 1)""",
    "every concept has one English name, unique in its scheme": """
        SELECT DISTINCT ?term { ?term a skos:Concept .
        OPTIONAL { ?term skos:prefLabel ?name ; skos:inScheme ?scheme .
                   OPTIONAL { ?other skos:prefLabel ?name ; skos:inScheme ?scheme FILTER(?other != ?term) } }
        FILTER(!BOUND(?name) || LANG(?name) != "en" || BOUND(?other)) }""",
    "every concept is in a scheme that its identifier begins with": """
        SELECT ?term { ?term a skos:Concept
        OPTIONAL { ?term skos:inScheme ?scheme . ?scheme a skos:ConceptScheme }
        FILTER(!BOUND(?scheme) || !STRSTARTS(STR(?term), CONCAT(STR(?scheme), "/"))) }""",
    "a term is one kind of thing": """
        SELECT ?term { ?term a ?kind FILTER(?kind != owl:Ontology) }
        GROUP BY ?term HAVING(COUNT(DISTINCT ?kind) > 1)""",
    "a definition is a sentence": """
        SELECT ?term { ?term skos:definition ?text FILTER(!REGEX(?text, "^[A-Z“].*[.…]$", "s")) }""",
    "what is named as a class, a property's end or a parent is declared": """
        SELECT ?other { ?term ?says ?other FILTER(?says IN (rdfs:subClassOf, rdfs:subPropertyOf, rdfs:domain,
        rdfs:range, owl:disjointWith, og:relation))
        FILTER(!STRSTARTS(STR(?other), STR(xsd:))) FILTER NOT EXISTS { ?other a ?kind } }""",
    "a property of values has no class as its range, and one of things no datatype": """
        SELECT ?term { ?term a ?kind ; rdfs:range ?range
        FILTER((?kind = owl:DatatypeProperty) != STRSTARTS(STR(?range), STR(xsd:))) }""",
    "a reused term says where it comes from": """
        SELECT ?term { ?term a ?kind FILTER(!STRSTARTS(STR(?term), STR(data:)))
        FILTER NOT EXISTS { ?term rdfs:isDefinedBy ?where } }""",
    "no class is above itself": "SELECT ?term { ?term rdfs:subClassOf+ ?term }",
    "no property is above itself": "SELECT ?term { ?term rdfs:subPropertyOf+ ?term }",
    "a verb's property is og:addresses or og:blames or stands beneath one, never both": """
        SELECT ?verb { ?verb skos:inScheme <https://w3id.org/obligraph/verb> .
        OPTIONAL { ?verb og:relation ?property . ?property rdfs:subPropertyOf? ?above
                   FILTER(?above IN (og:addresses, og:blames)) } }
        GROUP BY ?verb HAVING(COUNT(?above) != 1)""",
    "no two verbs share a property of their own": """
        SELECT ?property { ?verb skos:inScheme <https://w3id.org/obligraph/verb> ; og:relation ?property
                           FILTER(?property NOT IN (og:addresses, og:blames)) }
        GROUP BY ?property HAVING(COUNT(?verb) != 1)""",
    "within OWL 2 RL: no restriction, union or enumeration": """
        SELECT ?term { ?term ?says ?other FILTER(?says IN (owl:onProperty, owl:unionOf, owl:oneOf,
        owl:equivalentClass, owl:complementOf)) }""",
    "the ontology has version, licence and title": f"""
        SELECT ?missing {{ VALUES ?missing {{ owl:versionIRI dcterms:license dcterms:title }}
        FILTER NOT EXISTS {{ <{ONTOLOGY}> ?missing ?value }} }}""",
}


@pytest.fixture(scope="module")
def ontology() -> Store:
    store = Store()
    for file in vocabulary.turtle_files():
        store.load(file.read_bytes(), format=RdfFormat.TURTLE)
    return store


@pytest.mark.parametrize("reason", HYGIENE)
def test_hygiene(ontology: Store, reason: str) -> None:
    wrong = [str(row[0]) for row in ontology.query(HYGIENE[reason], prefixes=dict(PREFIXES))]  # type: ignore[union-attr]
    assert not wrong, f"not so: {reason}"


def test_no_blank_nodes(ontology: Store) -> None:
    assert not [quad for quad in ontology if isinstance(quad.subject, BlankNode)]


def test_the_vocabulary_is_the_ontology() -> None:
    verbs = {concept.relation for concept in concepts("verb").values()} - {OG.addresses, OG.blames}
    assert set(OG) | verbs == {term for term in declared() if term.startswith(str(OG))}
    assert not set(OG) & verbs
    namespaces = [value for value in vars(vocabulary).values() if isinstance(value, Terms)]
    reused = {term for terms in namespaces for term in terms}
    unnamed = {term for term in reused if term not in declared()}
    assert unnamed == {vocabulary.RDF.type, *vocabulary.XSD}


def test_a_misspelt_term_raises() -> None:
    assert OG.addressee == "https://w3id.org/obligraph/ontology#addressee"
    with pytest.raises(AttributeError, match="adressee"):
        _ = OG.adressee
    with pytest.raises(KeyError):
        concepts("forces")


@pytest.mark.parametrize(
    ("scheme", "keys"),
    [
        ("force", set(Force)),
        ("paragraph-kind", set(ParagraphKind)),
        ("verb-kind", set(VerbKind)),
        (
            "use",
            {
                "recalls",
                "pursuant-to",
                "in-accordance-with",
                "set-out-in",
                "established-by",
                "extended-by",
                "modifies",
                "cites",
            },
        ),
    ],
)
def test_schemes_have_the_kinds_of_the_model(scheme: str, keys: set[str]) -> None:
    assert set(concepts(scheme)) == keys


@pytest.mark.parametrize("kind", [*ContentKind, *TimeKind, *Modality])
def test_kinds_of_the_model_are_classes(kind: str) -> None:
    assert getattr(OG, kind.capitalize()) in declared()


def test_forces_are_ranked_as_in_the_model(ontology: Store) -> None:
    rows = ontology.query("SELECT ?force ?rank { ?force og:rank ?rank }", prefixes=dict(PREFIXES))
    ranks = {row["force"].value: int(row["rank"].value) for row in rows}  # type: ignore[union-attr]
    assert ranks == {f"{DATA}force/{force}": force.rank for force in Force}


def test_shapes_speak_of_declared_terms() -> None:
    known = declared()
    used = set(_ours(ROOT / "ontology" / "shapes.ttl"))
    assert used
    assert {term for term in used if "/shape/" not in term} <= known


def test_every_shape_has_a_reason() -> None:
    triples = list(parse(path=str(ROOT / "ontology" / "shapes.ttl"), format=RdfFormat.TURTLE))
    shapes = {t.subject for t in triples if getattr(t.object, "value", "").endswith("#NodeShape")}
    reasons = {t.subject for t in triples if t.predicate.value.endswith("#comment")}
    assert shapes
    assert shapes == reasons


def test_alignments_speak_of_declared_terms() -> None:
    used = set(_ours(ROOT / "ontology" / "alignments.ttl"))
    assert used
    assert used <= declared() | {ONTOLOGY, f"{ONTOLOGY}/alignments"}


def test_verbs_are_up_to_date_with_the_lexicon() -> None:
    tool = _tool("make_vocab")
    written = (ROOT / "ontology" / "vocab" / "verbs.ttl").read_text(encoding="utf-8")
    assert written == tool.render(tool.rows()), "run: make vocab"


@pytest.mark.parametrize(
    ("act", "third", "name", "why"),
    [
        ("request", "requests", "requests", "one word"),
        ("call upon", "calls upon", "callsUpon", "only the verb bends"),
        ("stress", "stresses", "stresses", "a sibilant"),
        ("reaffirm", "reaffirms", "reaffirms", "the rule"),
        ("notify", "notifies", "notifies", "a consonant before y"),
        ("pay tribute to", "pays tribute to", "paysTributeTo", "a vowel before y"),
        ("be concerned", "is concerned", "isConcerned", "irregular"),
        ("have in mind", "has in mind", "hasInMind", "irregular"),
        ("re-emphasize", "re-emphasizes", "reEmphasizes", "a hyphen"),
    ],
)
def test_third_person(act: str, third: str, name: str, why: str) -> None:
    tool = _tool("make_vocab")
    assert tool.third_person(act) == third, why
    assert tool.property_name(act) == name, why


def _tool(name: str) -> ModuleType:
    path = ROOT / "tools" / f"{name}.py"
    if not path.is_file():
        pytest.skip("the tools are not part of an installed package")
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _ours(file: Path) -> Iterator[str]:
    for quad in parse(path=str(file), format=RdfFormat.TURTLE):
        assert isinstance(quad, Quad)
        for term in quad.triple:
            value = getattr(term, "value", "")
            if value.startswith(DATA) and not isinstance(term, BlankNode):
                yield value
