"""The ontology is whole: every term says what it is, and code, schemes and lexicon agree with it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from obligraph.extract.document import ParagraphKind
from obligraph.extract.model import ContentKind, Force, Modality, TimeKind, VerbKind
from obligraph.ontology import vocabulary
from obligraph.ontology.vocabulary import DATA, OG, ONTOLOGY, PREFIXES, Terms, concepts, declared
from pyoxigraph import BlankNode, Quad, QuerySolutions, RdfFormat, Store, parse

from .stores import rows_of
from .tools import tool

ROOT = Path(__file__).parent.parent

CHECKS = {
    file.stem: file.read_text(encoding="utf-8") for file in sorted((ROOT / "tests" / "checks").glob("*.rq"))
}
"""Queries that select what is wrong with the ontology; each file begins with what and why."""

_PREFIXES = {**PREFIXES, "vann": "http://purl.org/vocab/vann/"}
_HEAD = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in _PREFIXES.items())
_OWN = "<https://w3id.org/obligraph/ontology>"

# What a careless editor might add, and the check that must say so.
PLANTED = [
    ("missing-label", "og:newTerm a owl:Class .", "a class without a label"),
    ("several-labels", 'og:Act rdfs:label "deed"@en .', "a second label"),
    ("duplicate-label", 'og:Deed a owl:Class ; rdfs:label "act"@en .', "a label that is taken"),
    ("label-form", 'og:Deed rdfs:label "Deed"@en .', "a capital"),
    ("label-form", 'og:Deed rdfs:label "deed "@en .', "a space at the end"),
    ("definition", 'og:Deed a owl:Class ; rdfs:label "deed"@en .', "no definition"),
    ("definition", 'og:Act skos:definition "Another one."@en .', "two definitions"),
    (
        "duplicate-definition",
        'og:Deed a owl:Class ; skos:definition "What a body does with one performative verb group: '
        'it requests, decides, condemns, recalls."@en .',
        "the words of another",
    ),
    ("definition-is-a-sentence", 'og:Deed skos:definition "something done"@en .', "no sentence"),
    ("example", 'og:Deed a owl:Class ; rdfs:label "deed"@en .', "no example"),
    ("licence-is-an-iri", f'{_OWN} dcterms:license "Apache 2.0" .', "a licence that is only named"),
    ("version-iri", f'{_OWN} owl:versionInfo "0.2.0" .', "a version that the IRI lacks"),
    ("undeclared-term", "og:Act rdfs:subClassOf og:Speach .", "a misspelt parent"),
    ("undeclared-predicate", "og:Act og:writtenBy og:Actor .", "a property out of nowhere"),
    ("undeclared-class", "og:act-1 a og:Akt .", "a misspelt class"),
    ("one-kind", "og:Act a owl:ObjectProperty .", "a class that is a property"),
    ("kind-of-range", "og:bearer rdfs:range xsd:string .", "a thing that is a string"),
    ("mixed-hierarchy", "og:due rdfs:subPropertyOf og:bearer .", "a value beneath a thing"),
    ("cycle", "og:SpeechAct rdfs:subClassOf og:Act .", "a circle"),
    ("reused-term-unsourced", "<http://purl.org/ontology/bibo/Document> a owl:Class .", "from nowhere"),
    (
        "concept-name",
        '<https://w3id.org/obligraph/force/plea> a skos:Concept ; skos:prefLabel "appeal"@en ; '
        "skos:inScheme <https://w3id.org/obligraph/force> .",
        "a name that is taken",
    ),
    ("concept-scheme", "<https://w3id.org/obligraph/force/plea> a skos:Concept .", "in no scheme"),
    ("scheme-title", "<https://w3id.org/obligraph/mood> a skos:ConceptScheme .", "a scheme without a title"),
    ("skos-labels-clash", 'verb:request skos:altLabel "request"@en .', "preferred and alternative"),
    ("skos-labels-clash", 'verb:request skos:prefLabel "ask"@en .', "two preferred ones"),
    ("skos-match-within", "verb:request skos:exactMatch verb:urge .", "a match that stays within"),
    ("verb-property", "verb:request og:relation og:blames .", "asks and blames"),
    ("verb-property-shared", "verb:urge og:relation og:requests .", "the property of another"),
    ("verb-facts", "verb:request og:verbForce force:demand .", "two forces"),
    ("force-rank", "force:appeal og:rank 6 .", "the rank of another"),
    (
        "citation-use-unmapped",
        "<https://w3id.org/obligraph/use/praises> skos:inScheme <https://w3id.org/obligraph/use> .",
        "no CiTO property",
    ),
    ("owl-2-rl", "og:Act owl:equivalentClass og:SpeechAct .", "an equivalence"),
    ("owl-2-rl", "og:due rdfs:range xsd:date .", "a datatype that OWL 2 lacks"),
    ("owl-2-rl", "og:Act rdfs:subClassOf [ a owl:Restriction ] .", "a restriction"),
    ("owl-2-rl", "og:Act a owl:DeprecatedClass .", "a construct that is not on the list"),
]


def found(store: Store, check: str) -> list[str]:
    return [row[0] for row in rows_of(store.query(CHECKS[check], prefixes=_PREFIXES))]


@pytest.fixture(scope="module")
def ontology() -> Store:
    store = Store()
    for file in vocabulary.turtle_files():
        store.load(file.read_bytes(), format=RdfFormat.TURTLE)
    return store


@pytest.mark.parametrize("check", CHECKS)
def test_hygiene(ontology: Store, check: str) -> None:
    assert not found(ontology, check), CHECKS[check].partition("\n\n")[0]


@pytest.mark.parametrize(("check", "planted", "why"), PLANTED)
def test_each_check_finds_what_is_planted(ontology: Store, check: str, planted: str, why: str) -> None:
    store = Store()
    store.bulk_extend(ontology)
    store.load((_HEAD + planted).encode(), format=RdfFormat.TURTLE)
    assert found(store, check), why


def test_an_ontology_without_a_header_is_found_at_fault() -> None:
    assert len(found(Store(), "ontology-header")) == 8


def test_every_check_has_something_planted_and_says_what_and_why() -> None:
    assert {row[0] for row in PLANTED} | {"ontology-header"} == set(CHECKS)
    for text in CHECKS.values():
        what, _, why = text.partition("\n\n")[0].partition("\n#\n")
        assert what.startswith("# ") and why.startswith("# ")


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
    assert rows_of(rows) == sorted((f"force/{force}", str(force.rank)) for force in Force)


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
    assert used <= declared() | {ONTOLOGY, f"{ONTOLOGY}/alignments", f"{ONTOLOGY}/odrl"}


def test_alignments_say_what_they_are_and_under_which_licence() -> None:
    triples = list(parse(path=str(ROOT / "ontology" / "alignments.ttl"), format=RdfFormat.TURTLE))
    said: dict[str, set[str]] = {}
    for triple in triples:
        said.setdefault(str(getattr(triple.subject, "value", "")), set()).add(triple.predicate.value)
    headed = [s for s, ps in said.items() if PREFIXES["dcterms"] + "title" in ps]
    assert len(headed) == 2
    assert all(PREFIXES["dcterms"] + "license" in said[s] for s in headed)
    matches = {p for s in said if s.startswith(str(OG)) for p in said[s]}
    assert matches <= {f"{PREFIXES['skos']}{kind}Match" for kind in ("close", "broad", "narrow", "related")}


def test_verbs_are_up_to_date_with_the_lexicon() -> None:
    vocab = tool("make_vocab")
    written = (ROOT / "ontology" / "vocab" / "verbs.ttl").read_text(encoding="utf-8")
    assert written == vocab.render(vocab.rows()), "run: make vocab"


@pytest.mark.parametrize(
    ("act", "third", "name", "why"),
    [
        ("request", "requests", "requests", "one word"),
        ("call upon", "calls upon", "callsUpon", "only the verb bends"),
        ("stress", "stresses", "stresses", "a sibilant"),
        ("reaffirm", "reaffirms", "reaffirms", "the rule"),
        ("notify", "notifies", "notifies", "a consonant before y"),
        ("pay tribute", "pays tribute", "paysTribute", "a vowel before y"),
        ("be concerned", "is concerned", "isConcerned", "irregular"),
        ("have in mind", "has in mind", "hasInMind", "irregular"),
        ("re-emphasize", "re-emphasizes", "reEmphasizes", "a hyphen"),
    ],
)
def test_third_person(act: str, third: str, name: str, why: str) -> None:
    vocab = tool("make_vocab")
    assert vocab.third_person(act) == third, why
    assert vocab.property_name(act) == name, why


@pytest.mark.parametrize(
    ("row", "expected", "why"),
    [
        ({"third": ["asks"], "participle": ["asking"], "past": ["asked"]}, "asked|asking|asks", "each form"),
        ({"third": ["asks"], "tails": ["for", "after"]}, "asks after|asks for", "with what must follow"),
        (
            {"act": "express joy", "third": ["expresses"], "nouns": ["joy", "glee"]},
            "expresses glee|expresses joy",
            "a noun",
        ),
        (
            {"third": ["reiterates"], "nouns": ["demand"]},
            "",
            "the noun belongs to what is done, not to the verb",
        ),
        (
            {"third": ["decides"], "before": ["to remain seized"]},
            "decides to remain seized",
            "not without it",
        ),
        ({"act": "be sure", "adjective": ["sure"]}, "sure", "an adjective"),
        ({"act": "asks", "third": ["asks"]}, "", "the preferred label is no other label too"),
    ],
)
def test_forms_of_a_verb(row: dict[str, Any], expected: str, why: str) -> None:
    assert "|".join(tool("make_vocab").forms([{"act": "ask", **row}])) == expected, why


def _ours(file: Path) -> Iterator[str]:
    for quad in parse(path=str(file), format=RdfFormat.TURTLE):
        assert isinstance(quad, Quad)
        for term in quad.triple:
            value = getattr(term, "value", "")
            if value.startswith(DATA) and not isinstance(term, BlankNode):
                yield value


def test_labels_in_other_languages_have_a_source(ontology: Store) -> None:
    answer = ontology.query(
        """SELECT ?verb ?label ?source { ?verb skos:inScheme <https://w3id.org/obligraph/verb> ;
        skos:altLabel ?label FILTER(LANG(?label) != "en") OPTIONAL { ?verb dcterms:source ?source } }""",
        prefixes=dict(PREFIXES),
    )
    assert isinstance(answer, QuerySolutions)
    rows: list[Any] = list(answer)
    assert len({row["label"] for row in rows}) > 50
    names = {"ar": "Arabic", "es": "Spanish", "fr": "French", "ru": "Russian", "zh": "Chinese"}
    sourced = set()
    for row in rows:
        language = names[row["label"].language]
        if re.match(rf"{language}: S/RES/\d+\(\d{{4}}\), (?:paragraph \d+|preamble)", row["source"].value):
            sourced.add((row["verb"], row["label"]))
    assert sourced == {(row["verb"], row["label"]) for row in rows}


def test_a_concept_has_one_preferred_label_whatever_languages_it_has_others_in(ontology: Store) -> None:
    """So that a query that shows labels shows each concept once."""
    found = ontology.query(
        "SELECT ?c { ?c a skos:Concept ; skos:prefLabel ?l } GROUP BY ?c HAVING(COUNT(?l) != 1)",
        prefixes=dict(PREFIXES),
    )
    assert rows_of(found) == []
