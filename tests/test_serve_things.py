"""A page and RDF for every IRI of the graph, and requests that try to reach something else."""

from __future__ import annotations

import json
import re
import socket
from collections.abc import Iterator
from urllib.parse import quote, urlsplit

import pytest
from lxml import etree
from obligraph.graph.store import open_store
from obligraph.ontology.vocabulary import CITO, DCTERMS, ELI, OA, OG, ORG, PROV, RDF, SKOS
from obligraph.server.borrowed import label_of
from obligraph.server.things import candidates
from rdflib import Graph, URIRef

from .pages import HOSTILE_NAME, hostile_reading
from .samples import SYMBOL, sample_reading
from .serving import Answer, Server, serving

BASE = "https://w3id.org/obligraph/"
PAGE = {"Accept": "text/html"}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("things") / "store"
    with open_store(folder, create=True) as store:
        store.put(sample_reading())
        store.put(hostile_reading())
    with serving("--store", folder, "--workers", "2") as found:
        yield found


def page(answer: Answer) -> etree._Element:
    assert (answer.status, answer.type) == (200, "text/html"), answer.text
    return etree.HTML(answer.body)


def words(tree: etree._Element) -> str:
    return " ".join("".join(tree.xpath("//body//text()")).split())


# --- pages ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (SYMBOL, ["resolution", "OP2(a)", "The words"]),
        (f"{SYMBOL}/OP2", ["paragraph", "OP2(a)", f"Part of {SYMBOL}"]),
        (f"{SYMBOL}/OP2(a)", ["parent paragraph", "in paragraph"]),
        ("actor/cted", ["actor", "What is said of it", "What leads to it", "addressee", "bearer"]),
        ("verb/request", ["verb", SYMBOL]),
        ("force/request", ["force"]),
        ("ontology", ["og:Act", "og:bearer", "said of"]),
    ],
)
def test_every_kind_of_thing_has_a_page(server: Server, path: str, expected: list[str]) -> None:
    shown = words(page(server.ask(f"/{path}", headers=PAGE)))
    assert [one for one in expected if one not in shown] == []


@pytest.mark.parametrize(
    "path",
    [
        SYMBOL,
        f"{SYMBOL}/OP2",
        f"{SYMBOL}/OP2(a)",
        "actor/cted",
        "actor/unsc",
        "actor/harbour-council",
        "verb/request",
        "force/request",
    ],
)
def test_a_page_speaks_in_words_and_not_in_terms(server: Server, path: str) -> None:
    tree = page(server.ask(f"/{path}", headers=PAGE))
    shown = [" ".join("".join(one.itertext()).split()) for one in tree.xpath("//dt | //*[@class='chip']")]
    assert shown and [one for one in shown if re.search(r"\w:\w|[<>/#]", one)] == []
    assert "description/" not in words(tree), "the store's own bookkeeping"


def test_what_an_actor_is_called_is_said_once_and_first(server: Server) -> None:
    tree = page(server.ask("/actor/cted", headers=PAGE))
    assert tree.xpath("string(//h1)") == "CTED"
    assert tree.xpath("//h1/following-sibling::p[1]/text()") == [
        "Counter-Terrorism Committee Executive Directorate"
    ]
    said = {one.strip() for one in tree.xpath("//section[@aria-labelledby='of']//dt//text()")}
    assert "part of" in said and not said & {"known", "full name", "called"}
    above = page(server.ask("/actor/ctc", headers=PAGE))
    led = {one.strip() for one in above.xpath("//section[@aria-labelledby='to']//dt//text()")}
    assert "its parts" in led and "part of" not in led, "read from the other end"


@pytest.mark.parametrize(("actor", "unlisted"), [("cted", False), ("harbour-council", True)])
def test_an_actor_that_the_authority_file_lacks_is_marked(server: Server, actor: str, unlisted: bool) -> None:
    shown = words(page(server.ask(f"/actor/{actor}", headers=PAGE)))
    assert ("Not in the authority file" in shown) == unlisted


def test_true_and_false_are_shown_as_yes_and_no(server: Server) -> None:
    found = server.sparql("SELECT ?x ?v { ?x og:chapterVII ?v } LIMIT 1").text.splitlines()[1]
    iri, value = found.rsplit(",", 1)
    tree = page(server.ask(f"/{iri.removeprefix(BASE)}", headers=PAGE))
    shown = tree.xpath("//dt[a[contains(@href, 'chapterVII')]]/following-sibling::dd[1]")
    assert "".join(shown[0].itertext()).strip() == {"true": "yes", "false": "no"}[value]


def test_every_borrowed_term_has_words() -> None:
    borrowed = [iri for terms in (CITO, DCTERMS, ELI, OA, ORG, PROV, SKOS) for iri in terms] + [RDF.type]
    assert [iri for iri in borrowed if ":" in label_of(iri)] == []
    assert label_of("https://example.org/Q1") == "https://example.org/Q1", "an address is shown as one"


def test_every_link_to_this_server_leads_somewhere(server: Server) -> None:
    seen = {f"/{quote(SYMBOL, safe='/()')}"}
    waiting = list(seen)
    broken = []
    while waiting and len(seen) < 120:
        path = waiting.pop()
        answer = server.ask(path, headers={"Accept": "text/html, text/turtle;q=0.5, */*;q=0.1"})
        if answer.status != 200:
            broken.append((path, answer.status))
        if answer.type == "text/html":
            for link in etree.HTML(answer.body).xpath("//a/@href"):
                link = link.partition("#")[0]
                if link.startswith("/") and link not in seen:
                    seen.add(link)
                    waiting.append(link)
    assert len(seen) > 30 and broken == []


def test_an_act_quotes_the_words_it_was_read_from(server: Server) -> None:
    act = sample_reading().acts[0]
    tree = page(server.ask(f"/{SYMBOL}/{act.id}", headers=PAGE))
    quoted = " ".join("".join(tree.xpath("//blockquote//text()")).split())
    assert " ".join(act.text.split()) in quoted


def test_a_text_is_shown_as_text(server: Server) -> None:
    for path in ("actor/harbour", "S/RES/9003(2032)", "S/RES/9003(2032)/OP1", "S/RES/9003(2032)/OP1/act/1"):
        answer = server.ask(f"/{path}", headers=PAGE)
        tree = page(answer)
        assert tree.xpath("//script | //img | //b | //*[@onerror] | //*[@onmouseover]") == []
        assert not [
            href for href in tree.xpath("//@href") if href.lower().startswith(("javascript:", "data:t"))
        ]
    assert HOSTILE_NAME.split(">")[0] in words(page(server.ask("/actor/harbour", headers=PAGE)))


def test_a_thing_that_much_leads_to_is_answered_in_part(server: Server) -> None:
    tree = page(server.ask("/ontology", headers=PAGE))
    assert len(tree.xpath("//section[@class='term']")) > 100
    shown = page(server.ask("/paragraph-kind/operative", headers=PAGE))
    assert shown.xpath("//dl")


# --- RDF ------------------------------------------------------------------------------------


@pytest.mark.parametrize(("suffix", "kind"), [(".ttl", "turtle"), (".nt", "nt"), (".jsonld", "json-ld")])
def test_the_end_of_an_address_asks_for_a_format(server: Server, suffix: str, kind: str) -> None:
    answer = server.ask(f"/actor/cted{suffix}", headers=PAGE)
    graph = Graph().parse(data=answer.body, format=kind)
    cted = URIRef(f"{BASE}actor/cted")
    assert (cted, None, None) in graph and (None, URIRef(OG.bearer), cted) in graph


def test_a_document_is_given_whole(server: Server) -> None:
    answer = server.ask(f"/{SYMBOL}", headers={"Accept": "text/turtle"})
    graph = Graph().parse(data=answer.body, format="turtle")
    assert len(set(graph.subjects(URIRef(OG.label)))) == len(sample_reading().document.paragraphs)
    assert (URIRef(f"{BASE}actor/cted"), None, None) in graph, "with what it speaks of"


def test_rdf_of_an_unknown_thing_is_not_found(server: Server) -> None:
    answer = server.ask("/actor/nobody", headers={"Accept": "text/turtle"})
    assert (answer.status, answer.type) == (404, "text/plain")
    answer = server.ask("/actor/nobody", headers=PAGE)
    assert (answer.status, answer.type) == (404, "text/html")
    assert server.ask("/actor/cted", headers={"Accept": "image/png"}).status == 406


@pytest.mark.parametrize(
    ("path", "iri"),
    [
        ("S/RES/2331(2016)/OP2(c)", f"{BASE}S/RES/2331(2016)/OP2(c)"),
        ("S/RES/2331%282016%29", f"{BASE}S/RES/2331(2016)"),
        ("actor/caf%c3%a9", f"{BASE}actor/caf%C3%A9"),
        ("document/a%2Fb", f"{BASE}document/a%2Fb"),
        ("S/2005/572%2A", f"{BASE}S/2005/572*"),
    ],
)
def test_a_path_is_found_however_it_is_encoded(path: str, iri: str) -> None:
    assert iri in candidates(path)


# --- what tries to reach something else -----------------------------------------------------


@pytest.mark.parametrize(
    "path",
    [
        "/../../../etc/passwd",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/static/../app.py",
        "/static/..%2fapp.py",
        "/static/%2e%2e%2f%2e%2e%2fREADME.md",
        "/static/home.html",
        "/static/__init__.py",
        "/queries/../../etc/passwd",
        "/queries/..%2f..%2fREADME",
        "/actor/x%00y",
        "/actor/%ff%fe",
        "/actor/x%0d%0aSet-Cookie:%20a=b",
        "/actor/%3E%20%7D%20%3B%20DROP%20ALL",
        "/actor/<x>",
        "/actor/" + "a" * 20_000,
        "//evil.example/x",
    ],
)
def test_no_path_leads_out(server: Server, path: str) -> None:
    where = urlsplit(server.address)
    with socket.create_connection((where.hostname, where.port), timeout=20) as line:
        request = f"GET {path} HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\nConnection: close\r\n\r\n"
        line.sendall(request.encode("latin-1"))
        answer = b"".join(iter(lambda: line.recv(65_536), b""))
    head, _, body = answer.partition(b"\r\n\r\n")
    assert re.match(rb"HTTP/1.1 (400|404) ", head), head[:100]
    assert b"set-cookie" not in head.lower() and b"location" not in head.lower()
    assert b"root:" not in body and b"<x>" not in body and b"Traceback" not in body


@pytest.mark.parametrize(
    "request_",
    [
        b"\x16\x03\x01\x00\xa5\x01\x00",
        b"GET / HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n\r\n",
        b"GET /sparql?query=" + b"a" * 200_000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
        b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nno number\r\n",
    ],
)
def test_what_is_no_request_is_refused_and_the_server_goes_on(server: Server, request_: bytes) -> None:
    where = urlsplit(server.address)
    with socket.create_connection((where.hostname, where.port), timeout=20) as line:
        line.sendall(request_)
        status = line.recv(12)
    assert status[:9] == b"HTTP/1.1 " and status[9:10] == b"4"
    assert json.loads(server.ask("/queries").body)


def test_the_address_of_the_service_is_not_what_a_header_says(server: Server) -> None:
    answer = server.ask("/sparql", headers={"Accept": "text/turtle", "X-Forwarded-Host": "evil.example"})
    assert "evil.example" not in answer.text
