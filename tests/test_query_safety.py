"""No query reaches beyond the store or changes it; a wrong one is one line with its place."""

from __future__ import annotations

import pytest
from obligraph.errors import QueryError
from obligraph.graph.store import Store
from obligraph.queries.run import Table, run

from .asking import own
from .samples import SYMBOL

WHERE = "{?x ?y ?z}}"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (f"SELECT ?x {{ SERVICE <http://localhost/> {WHERE}", "as everybody writes it"),
        (f"SELECT ?x {{ service silent <http://localhost/> {WHERE}", "small letters, silent"),
        (f"SELECT ?x {{ SERVICE<http://localhost/>{WHERE}", "no spaces"),
        (f"SELECT ?x {{ SERVICESILENT<http://localhost/>{WHERE}", "no spaces at all"),
        (f"SELECT ?x {{ SERVICE # <\n # {{ \n <http://localhost/> # \n {WHERE}", "comments between"),
        (
            f"SELECT ?x {{ SERVICE # c\r<http://localhost/> {WHERE}",
            "a carriage return ends a comment",
        ),
        (f"SELECT ?x {{ VALUES ?e {{ <http://localhost/> }} SERVICE ?e {WHERE}", "a variable"),
        (f"PREFIX e: <http://localhost/> SELECT ?x {{ SERVICE e:x {WHERE}", "a prefix"),
        (f"PREFIX e: <http://localhost/> SELECT ?x {{ SERVICEe:x {WHERE}", "a prefix without a space"),
        (f"PREFIX : <http://localhost/> SELECT ?x {{ SERVICE : {WHERE}", "an empty prefix"),
        (f"PREFIX : <http://localhost/> SELECT ?x {{ SERVICE :a\\#b {WHERE}", "an escaped sign"),
        (f"SELECT ?x {{ ?a ?b 1SERVICE <http://localhost/> {WHERE}", "after a number"),
        (f"SELECT ?x {{ ?a ?b ?c.SERVICE <http://localhost/> {WHERE}", "after a full stop"),
        (
            f"SELECT ?x {{ FILTER(?a<?b#'>'''\n) SERVICE <http://localhost/> {WHERE} #'''",
            "hidden",
        ),
        (f"BASE <http://localhost/> SELECT ?x {{ SERVICE <x> {WHERE}", "a relative address"),
        ("SELECT ?x FROM <file:///etc/hosts> { ?x ?y ?z }", "a file as a graph"),
        ("SELECT ?x FROM NAMED <FILE:/etc/hosts> { GRAPH ?g { ?x ?y ?z } }", "a file as a named graph"),
    ],
)
def test_what_reaches_beyond_the_store_is_refused(store: Store, text: str, why: str) -> None:
    with pytest.raises(QueryError, match=r"is refused: a query (asks|reads).*; take the"):
        run(store, own(text))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("SELECT ?service ?x { ?x og:label ?service }", "a variable is no service"),
        ("SELECT ?myservice ?x { ?x og:label ?myservice }", "nor is the end of its name"),
        ("SELECT ?x { ?x og:text ?t FILTER(CONTAINS(?t, 'service')) }", "nor a word in a string"),
        ('SELECT ?x { ?x og:text "military service personnel"@en }', "nor a phrase"),
        ("SELECT ?x { ?x og:text ?t } # SERVICE <http://localhost/> is refused", "nor a comment"),
        (f"SELECT ?x FROM <https://w3id.org/obligraph/{SYMBOL}> {{ ?x a og:Act }}", "a graph of the store"),
    ],
)
def test_what_only_looks_alike_is_answered(store: Store, text: str, why: str) -> None:
    assert isinstance(run(store, own(text)), Table), why


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("SELECT ?x {\n ?x a og:Act", "query, line 2, column 13: not SPARQL: it ends too early; see "),
        ("SELECT ?x { ?x a foo:Bar }", "line 1, column 18: the prefix “foo:” is not declared; declare it"),
        ("SELECT ?x { ?x a og:Act ) }", "line 1, column 25: not SPARQL from “) }” on"),
        (
            "SELECT ?x {\n?x a og:Act\nFILTER(?x > ) }",
            "line 3, column 1: not SPARQL from “FILTER(?x > ) }” on",
        ),
        ("SELECT ?x (COUNT(?y) AS ?n) { ?x a ?y }", "The SELECT contains a variable that is unbound"),
        ("hello", "line 1, column 1: not SPARQL from “hello” on"),
        ("INSERT DATA { og:a og:b og:c }", "INSERT is refused: a query only reads"),
        ("# c\nPREFIX a: <b:c>\nDELETE WHERE { ?a ?b ?c }", "DELETE is refused"),
        ("load <file:///etc/hosts>", "LOAD is refused"),
        ("DROP ALL", "DROP is refused"),
    ],
)
def test_a_wrong_query_is_one_line_with_its_place(store: Store, text: str, says: str) -> None:
    with pytest.raises(QueryError) as caught:
        run(store, own(text))
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)
