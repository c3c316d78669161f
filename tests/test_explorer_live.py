"""The explorer under a server: it asks the store, that server alone, and says which part it shows."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from obligraph.graph.store import open_store

from .browser import Browser
from .pages import hostile_reading
from .samples import SYMBOL, sample_reading
from .serving import Server, serving

READY = "!!window.obligraph && !!document.getElementById('store')"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("live") / "store"
    reading = sample_reading()
    later = replace(reading.document, symbol="S/RES/9002(2031)", adopted=date(2031, 5, 6))
    with open_store(folder, create=True) as store:
        for one in (reading, replace(reading, document=later), hostile_reading()):
            store.put(one)
    with serving("--store", folder, "--workers", "2") as found:
        yield found


def at(server: Server, place: str) -> str:
    return server.address.rstrip("/") + place


def fetched(server: Server, query: str = "", packed: bool = False) -> dict[str, Any]:
    headers = {"Accept-Encoding": "gzip"} if packed else {}
    with urlopen(Request(at(server, f"/explorer/data{query}"), headers=headers), timeout=60) as answer:
        body = answer.read()
        assert answer.headers["Content-Type"] == "application/json"
        assert (answer.headers.get("Content-Encoding") == "gzip") is packed
    found: dict[str, Any] = json.loads(gzip.decompress(body) if packed else body)
    return found


def test_the_data_are_those_of_the_part_that_is_asked_for(server: Server) -> None:
    everything = fetched(server)
    assert everything["documents"]["id"] == [SYMBOL, "S/RES/9002(2031)", "S/RES/9003(2032)"]
    assert everything["span"] == {
        **{"since": "", "until": "", "first": "2030-03-04", "last": "2032-01-01"},
        **{"taken": 3, "there": 3, "newest": 60, "numbers": [60, 120, 300]},
    }
    assert fetched(server, packed=True) == everything
    assert fetched(server, "?since=2031-01-01&until=2031-12-31")["documents"]["id"] == ["S/RES/9002(2031)"]
    assert fetched(server, f"?document={SYMBOL}")["documents"]["id"] == [SYMBOL]
    assert fetched(server, "?since=2040-01-01")["span"]["there"] == 0


@pytest.mark.parametrize("page", ["/explorer", "/explorer/data"])
@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("?since=yesterday", "since is no day"),
        ("?sinse=2031-01-01", "no parameter"),
        ("?newest=301", "write one from 1 to 300"),
        ("?newest=0", "newest is no number of documents"),
        ("?newest=%C2%B2", "newest is no number of documents"),
    ],
)
def test_what_cannot_be_asked_for_is_refused(server: Server, page: str, query: str, words: str) -> None:
    with pytest.raises(HTTPError) as caught:
        urlopen(at(server, page + query), timeout=60)
    assert caught.value.code == 400
    assert words in caught.value.read().decode()


def test_a_document_that_is_not_there_is_named(server: Server) -> None:
    with pytest.raises(HTTPError) as caught:
        urlopen(at(server, "/explorer/data?document=S/RES/1(1946)"), timeout=60)
    assert caught.value.code == 400
    assert "S/RES/1(1946)" in caught.value.read().decode()


def test_the_page_asks_its_own_server_alone(browser: Browser, server: Server) -> None:
    browser.visit(at(server, "/explorer"), ready=READY)
    assert "3 texts" in browser.text("store")
    assert browser.text("about") == "3 documents, 2030–2032"
    asked = [one for one in browser.asked_for() if not one.startswith("data:")]
    assert asked == [at(server, "/explorer"), at(server, "/explorer/data")]
    browser.run("fetch('https://example.org/').catch(() => { window.refused = true; })")
    browser.wait(lambda: browser.run("return window.refused"))
    assert any("Content Security Policy" in line for line in browser.complaints())
    assert browser.run("return window.hacked") is None


def test_another_part_is_asked_for(browser: Browser, server: Server) -> None:
    browser.visit(at(server, "/explorer#view=table"), ready=READY)
    browser.run("document.getElementById('since').value = '2032-01-01'")
    browser.click_button("#store", "Ask the store")
    browser.wait(lambda: browser.run(f"return {READY} && location.search === '?since=2032-01-01'"))
    assert "1 text" in browser.text("store")
    assert browser.run("return obligraph.state.view") == "table", "in the same view"


def test_more_texts_come_when_they_are_asked_for(browser: Browser, server: Server) -> None:
    browser.visit(at(server, "/explorer?newest=2&since=2030-01-01"), ready=READY)
    assert browser.run("return obligraph.data.documents.id") == ["S/RES/9002(2031)", "S/RES/9003(2032)"]
    offered = "return [...document.querySelectorAll('#newest option')].map((one) => one.textContent)"
    assert browser.run(offered) == ["the newest 2", "all"]
    browser.run("document.getElementById('newest').value = '60'")
    browser.run("document.getElementById('newest').dispatchEvent(new Event('change'))")
    browser.wait(lambda: browser.run(f"return {READY} && location.search === '?since=2030-01-01'"))
    assert browser.run("return obligraph.data.documents.id.length") == 3


def test_an_act_leads_to_its_page(browser: Browser, server: Server) -> None:
    browser.visit(at(server, "/explorer#chosen=arrow:unsc>cted:request"), ready=READY)
    links = browser.run("return [...document.querySelectorAll('#clauses .links a')].map((one) => one.href)")
    assert at(server, f"/{SYMBOL}/OP4/act/1") in links
    with urlopen(Request(links[0], headers={"Accept": "text/html"}), timeout=60) as answer:
        assert "Requests" in answer.read().decode()


def test_an_empty_part_says_so(browser: Browser, server: Server) -> None:
    browser.visit(
        at(server, "/explorer?since=2040-01-01"), ready="!!document.querySelector('#stage [role=alert]')"
    )
    assert "no text in this span" in browser.text("stage")


def test_the_policy_of_the_page(server: Server) -> None:
    with urlopen(at(server, "/explorer"), timeout=60) as answer:
        policy = answer.headers["Content-Security-Policy"]
        assert "connect-src 'self'" in policy and "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy
        assert SYMBOL not in answer.read().decode(), "the data are fetched, as the address asks for them"
