"""The SPARQL endpoint and the named queries, asked of a real server as clients ask them."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest
from lxml import etree
from obligraph.queries.library import library
from rdflib import Graph, URIRef
from rdflib.plugins.stores.sparqlstore import SPARQLStore

from .samples import SYMBOL
from .serving import BASE, FORM, QUERY, SELECT, Answer, Server, labels

DOCUMENT = f"{BASE}{SYMBOL}"
CONSTRUCT = "CONSTRUCT { ?p og:label ?l } WHERE { ?p a og:Paragraph ; og:label ?l }"


# --- asking ---------------------------------------------------------------------------------


def test_the_three_ways_to_ask_are_one(server: Server) -> None:
    from urllib.parse import urlencode

    accept = {"Accept": "text/csv"}
    form = server.ask(
        "/sparql",
        method="POST",
        headers={**accept, "Content-Type": f"{FORM}; charset=UTF-8"},
        body=urlencode({"query": SELECT}).encode(),
    )
    direct = server.ask(
        "/sparql", method="POST", headers={**accept, "Content-Type": QUERY}, body=SELECT.encode()
    )
    assert "OP2(a)" in labels(server.sparql(SELECT))
    assert labels(form) == labels(direct) == labels(server.sparql(SELECT))


@pytest.mark.parametrize(
    ("query", "accept", "expected"),
    [
        (SELECT, "*/*", "application/sparql-results+json"),
        (SELECT, "application/json", "application/json"),
        (SELECT, "application/sparql-results+xml", "application/sparql-results+xml"),
        (SELECT, "text/csv;q=0.5, text/tab-separated-values", "text/tab-separated-values"),
        (SELECT, "text/turtle, text/csv;q=0.1", "text/csv"),
        ("ASK {}", "application/sparql-results+xml", "application/sparql-results+xml"),
        (CONSTRUCT, "*/*", "text/turtle"),
        (CONSTRUCT, "application/n-triples", "application/n-triples"),
        (CONSTRUCT, "application/ld+json", "application/ld+json"),
        (CONSTRUCT, "application/rdf+xml", "application/rdf+xml"),
        (f"DESCRIBE <{DOCUMENT}>", "text/turtle;q=0.9, text/csv", "text/turtle"),
    ],
)
def test_the_client_chooses_the_form(server: Server, query: str, accept: str, expected: str) -> None:
    answer = server.sparql(query, accept)
    assert (answer.status, answer.type, answer.headers["Vary"]) == (200, expected, "Accept"), answer.text


def test_all_forms_of_a_table_say_the_same(server: Server) -> None:
    table = 'SELECT ?a ?b { VALUES (?a ?b) { (<https://e.org/?x&y> "d<é\\n\\"x"@fr) (UNDEF 7) } }'
    rows = [["https://e.org/?x&y", 'd<é\n"x'], ["", "7"]]

    def sorted_rows(found: list[list[str]]) -> list[list[str]]:
        return sorted(found, reverse=True)

    def answer(kind: str) -> Answer:
        return server.sparql(table, kind)

    assert sorted_rows(list(csv.reader(io.StringIO(answer("text/csv").text)))[1:]) == rows
    bindings = json.loads(answer("application/json").body)["results"]["bindings"]
    assert sorted_rows([[b.get(c, {}).get("value", "") for c in "ab"] for b in bindings]) == rows
    assert {"type": "literal", "value": rows[0][1], "xml:lang": "fr"} in [b["b"] for b in bindings]
    tree = etree.fromstring(answer("application/sparql-results+xml").body)
    space = {"s": "http://www.w3.org/2005/sparql-results#"}
    found = [
        ["".join(r.xpath(f"string(s:binding[@name='{c}'])", namespaces=space)) for c in "ab"]
        for r in tree.xpath("//s:result", namespaces=space)
    ]
    assert sorted_rows(found) == rows
    assert '"d<é\\n\\"x"@fr' in answer("text/tab-separated-values").text


def test_head_has_what_get_has_but_the_body(server: Server) -> None:
    path = "/sparql?query=ASK%7B%7D"
    head, get = server.ask(path, method="HEAD"), server.ask(path)
    assert head.status == get.status == 200 and head.body == b""
    assert head.headers["Content-Length"] == get.headers["Content-Length"]


@pytest.mark.parametrize(
    ("parameters", "expected"),
    [
        ({}, True),
        ({"default-graph-uri": DOCUMENT}, True),
        ({"default-graph-uri": f"{BASE}ontology"}, False),
        ({"named-graph-uri": DOCUMENT}, False),
        ({"default-graph-uri": "https://example.org/none"}, False),
    ],
)
def test_a_request_can_name_its_graphs(server: Server, parameters: dict[str, str], expected: bool) -> None:
    answer = server.sparql("ASK { ?a a og:Act }", "application/json", **parameters)
    assert json.loads(answer.body)["boolean"] is expected


@pytest.mark.parametrize(
    ("clause", "expected"), [("", True), (f"FROM <{DOCUMENT}>", True), (f"FROM <{BASE}things>", False)]
)
def test_a_query_can_name_its_graphs(server: Server, clause: str, expected: bool) -> None:
    answer = server.sparql(f"ASK {clause} {{ ?a a og:Act }}", "application/json")
    assert json.loads(answer.body)["boolean"] is expected


def test_without_a_query_the_service_describes_itself(server: Server) -> None:
    answer = server.ask("/sparql", headers={"Accept": "text/turtle"})
    graph = Graph().parse(data=answer.body, format="turtle")
    sd = "http://www.w3.org/ns/sparql-service-description#"
    (service,) = graph.subjects(object=URIRef(f"{sd}Service"))
    assert str(graph.value(service, URIRef(f"{sd}endpoint"))) == f"{server.address}sparql"
    assert URIRef(f"{sd}UnionDefaultGraph") in set(graph.objects(service, URIRef(f"{sd}feature")))
    formats = {str(f).rpartition("/")[2] for f in graph.objects(service, URIRef(f"{sd}resultFormat"))}
    assert {"SPARQL_Results_JSON", "SPARQL_Results_CSV", "Turtle", "JSON-LD"} <= formats


def test_a_browser_is_led_to_the_page(server: Server) -> None:
    accept = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}
    answer = server.ask("/sparql", headers=accept)
    assert (answer.status, answer.headers["Location"]) == (303, "/#sparql")
    answer = server.ask("/sparql?query=ASK%7B%7D%20%23%0D%0ASet-Cookie:a", headers=accept)
    assert answer.headers["Location"] == "/#sparql?query=ASK%7B%7D%20%23%0D%0ASet-Cookie%3Aa"
    assert answer.headers["Set-Cookie"] is None
    answer = server.ask("/queries/due?from=2030-01-01", headers=accept)
    assert (answer.status, answer.headers["Location"]) == (303, "/#due?from=2030-01-01")


# --- real clients ---------------------------------------------------------------------------


def test_sparqlwrapper_asks(server: Server) -> None:
    from SPARQLWrapper import CSV, JSON, N3, POST, POSTDIRECTLY, TURTLE, XML, SPARQLWrapper

    client: Any = SPARQLWrapper(f"{server.address}sparql")
    client.setQuery(f"PREFIX og: <{BASE}ontology#> {SELECT}")
    client.setReturnFormat(JSON)
    found = client.queryAndConvert()
    assert "OP2(a)" in [row["label"]["value"] for row in found["results"]["bindings"]]
    client.setReturnFormat(XML)
    assert "OP2(a)" in client.queryAndConvert().toxml()
    client.setMethod(POST)
    client.setReturnFormat(CSV)
    assert b"OP2(a)" in client.queryAndConvert()
    client.setRequestMethod(POSTDIRECTLY)
    assert b"OP2(a)" in client.queryAndConvert()
    client.setQuery(f"PREFIX og: <{BASE}ontology#> {CONSTRUCT}")
    for kind in (TURTLE, N3):
        client.setReturnFormat(kind)
        assert b"OP2(a)" in client.queryAndConvert()
    client.setReturnFormat(XML)
    assert isinstance(client.queryAndConvert(), Graph)


def test_sparqlwrapper_is_told_what_is_wrong(server: Server) -> None:
    from SPARQLWrapper import SPARQLWrapper
    from SPARQLWrapper.SPARQLExceptions import QueryBadFormed

    client = SPARQLWrapper(f"{server.address}sparql")
    client.setQuery("SELECT * { ?a ?b")
    with pytest.raises(QueryBadFormed, match="not SPARQL"):
        client.query()


def test_rdflib_asks(server: Server) -> None:
    for method in ("GET", "POST", "POST_FORM"):
        store = SPARQLStore(f"{server.address}sparql", method=method)
        graph = Graph(store)
        rows = [str(row[0]) for row in graph.query(f"PREFIX og: <{BASE}ontology#> {SELECT}")]  # type: ignore[index]  # rows
        assert "OP2(a)" in rows
        assert str(graph.value(URIRef(DOCUMENT), URIRef("http://purl.org/dc/terms/identifier"))) == SYMBOL


# --- named queries --------------------------------------------------------------------------


def test_the_list_has_every_named_query(server: Server) -> None:
    answer = server.ask("/queries")
    listed = {one["name"]: one for one in json.loads(answer.body)}
    assert listed.keys() == library().keys()
    (actor, *_) = listed["obligations-of"]["parameters"]
    assert (actor["name"], actor["kind"], actor["required"]) == ("actor", "actor", True)


@pytest.mark.parametrize(
    ("path", "accept", "words"),
    [
        ("obligations-of?actor=CTED", "text/csv", "OP"),
        ("obligations-of?actor=cted&force=request", "application/json", "OP"),
        ("due?from=2030-01-01&to=", "text/csv", "due,who"),
        (f"clause?document={SYMBOL}&label=OP2", "text/csv", "OP2(a)"),
        (f"as-eli?document={SYMBOL}", "text/turtle", "eli:"),
        (f"as-eli.ntriples?document={SYMBOL}", "text/html", "<http://data.europa.eu/eli/ontology#"),
    ],
)
def test_a_named_query_takes_its_parameters(server: Server, path: str, accept: str, words: str) -> None:
    answer = server.ask(f"/queries/{path}", headers={"Accept": accept})
    assert answer.status == 200 and words in answer.text, answer.text


def test_a_named_query_answers_as_the_command_does(server: Server) -> None:
    path = "/queries/obligations-of?actor=cted"
    rows = list(csv.DictReader(io.StringIO(server.ask(path, headers={"Accept": "text/csv"}).text)))
    assert rows and {row["document"] for row in rows} == {SYMBOL}
    assert (
        server.ask("/queries/obligations-of.csv?actor=cted").text
        == server.ask(path, headers={"Accept": "text/csv"}).text
    )


def test_names_are_suggested(server: Server) -> None:
    found = json.loads(server.ask("/suggestions/document?text=res/9001").body)
    assert found == [{"value": SYMBOL, "label": SYMBOL}]
    actors = json.loads(server.ask("/suggestions/actor?text=council").body)
    assert {"value": "unsc", "label": "Security Council"} in actors
