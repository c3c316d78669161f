"""Answers as text: every format of rows, of triples, of yes and no."""

from __future__ import annotations

import csv
import io
import json

import pytest
from obligraph.errors import UsageError
from obligraph.graph.store import Store
from obligraph.ontology.vocabulary import PREFIXES
from obligraph.queries.formats import FORMATS, default, formatted
from obligraph.queries.prefixes import shortened
from obligraph.queries.run import Triples, run

from .asking import own
from .samples import SYMBOL

OF_TRIPLES = {"jsonld", "ntriples", "rdfxml", "turtle"}
SELECT = "SELECT ?label ?n ?none { VALUES (?label ?n) { ('a|b' 1) ('c\"d'@en 2) } } ORDER BY ?n"
CONSTRUCT = "CONSTRUCT { ?a og:label ?l } WHERE { ?a og:label ?l . FILTER(?l IN ('OP2(a)', 'OP5')) }"


@pytest.mark.parametrize(
    ("kind", "text", "why"),
    [
        ("csv", 'label,n,none\na|b,1,\n"c""d",2,\n', "quoted where needed, empty where nothing is"),
        (
            "tsv",
            "?label\t?n\t?none\n"
            '"a|b"\t"1"^^<http://www.w3.org/2001/XMLSchema#integer>\t\n'
            '"c\\"d"@en\t"2"^^<http://www.w3.org/2001/XMLSchema#integer>\t\n',
            "terms as in Turtle",
        ),
        (
            "markdown",
            '| label | n | none |\n| --- | --- | --- |\n| a\\|b | 1 |  |\n| c"d | 2 |  |\n',
            "escaped",
        ),
        ("table", 'label  n  none\n─────  ─  ────\na|b    1\nc"d    2\n', "aligned"),
    ],
)
def test_rows_in_every_format(store: Store, kind: str, text: str, why: str) -> None:
    assert formatted(run(store, own(SELECT)), kind) == text, why


def test_json_is_that_of_sparql_results(store: Store) -> None:
    found = json.loads(formatted(run(store, own(SELECT)), "json"))
    assert found["head"] == {"vars": ["label", "n", "none"]}
    assert found["results"]["bindings"] == [
        {
            "label": {"type": "literal", "value": "a|b"},
            "n": {"type": "literal", "value": "1", "datatype": f"{PREFIXES['xsd']}integer"},
        },
        {
            "label": {"type": "literal", "value": 'c"d', "xml:lang": "en"},
            "n": {"type": "literal", "value": "2", "datatype": f"{PREFIXES['xsd']}integer"},
        },
    ]


def test_a_yes_or_no_in_every_format(store: Store) -> None:
    yes = run(store, own("ASK { ?a a og:Act }"))
    assert yes is True
    assert json.loads(formatted(yes, "json")) == {"head": {}, "boolean": True}
    assert formatted(yes, "csv") == "answer\ntrue\n"


def test_triples_are_turtle_or_rows(store: Store) -> None:
    answer = run(store, own(CONSTRUCT))
    assert isinstance(answer, Triples) and default(answer) == "turtle"
    assert 'og:label "OP2(a)"' in formatted(answer, "turtle")
    rows = list(csv.reader(io.StringIO(formatted(answer, "csv"))))
    assert rows[0] == ["subject", "predicate", "object"]
    assert [row[2] for row in rows[1:]] == ["OP2(a)", "OP5"]


@pytest.mark.parametrize("kind", sorted(OF_TRIPLES))
def test_rdf_is_for_triples_only(store: Store, kind: str) -> None:
    with pytest.raises(UsageError, match="CONSTRUCT"):
        formatted(run(store, own(SELECT)), kind)


@pytest.mark.parametrize("kind", sorted(set(FORMATS) - OF_TRIPLES))
def test_nothing_found_is_no_error(store: Store, kind: str) -> None:
    assert formatted(run(store, own("SELECT ?a { ?a a og:Nothing }")), kind)


@pytest.mark.parametrize(
    ("iri", "text"),
    [
        (f"https://w3id.org/obligraph/{SYMBOL}/OP4/act/1", f"{SYMBOL}/OP4/act/1"),
        ("https://w3id.org/obligraph/actor/cted", "actor/cted"),
        ("https://w3id.org/obligraph/ontology#Act", "og:Act"),
        ("http://www.w3.org/2004/02/skos/core#prefLabel", "skos:prefLabel"),
        ("http://example.org/x", "<http://example.org/x>"),
        ("https://w3id.org/obligraph/", "<https://w3id.org/obligraph/>"),
    ],
)
def test_iris_are_shortened_for_people(iri: str, text: str) -> None:
    assert shortened(iri) == text
