"""What is no address of a server, and servers that fail: one line each."""

from __future__ import annotations

import pytest
from obligraph.errors import StoreError, UsageError
from obligraph.graph.remote import client as remote_client
from obligraph.graph.remote.address import UPDATE_VARIABLE, address
from obligraph.graph.store import open_store

from .servers import Reply, replying
from .stores import put, reading, without


@pytest.mark.parametrize(
    ("text", "update", "query", "written", "why"),
    [
        ("http://h:7878", "", "http://h:7878/query", "http://h:7878/update", "Oxigraph"),
        ("http://h:7878/", "", "http://h:7878/query", "http://h:7878/update", "Oxigraph"),
        ("http://h/ds/query", "", "http://h/ds/query", "http://h/ds/update", "Jena"),
        ("http://h/sparql", "", "http://h/sparql", "http://h/sparql", "one for both"),
        ("https://h/r/x", "https://h/r/x/statements", "https://h/r/x", "https://h/r/x/statements", "RDF4J"),
    ],
)
def test_where_to_ask_and_where_to_write(
    monkeypatch: pytest.MonkeyPatch, text: str, update: str, query: str, written: str, why: str
) -> None:
    monkeypatch.setenv(UPDATE_VARIABLE, update)
    found = address(text)
    assert (found.query, found.update) == (query, written), why


@pytest.mark.parametrize("text", ["http://", "http://a:b@/x", "https://h:port/", "http://[::1"])
def test_what_is_no_address_is_wrong_usage(text: str) -> None:
    with pytest.raises(UsageError, match="no address") as caught:
        open_store(text)
    assert "a:b" not in str(caught.value)


def test_a_password_is_sent_and_never_said() -> None:
    secret = "http://reader:pass%40word@"
    with replying(Reply(403, b"no")) as (where, asked):
        with pytest.raises(StoreError, match="403") as caught:
            open_store(where.replace("http://", secret))
        assert asked[0]["Authorization"] == "Basic cmVhZGVyOnBhc3NAd29yZA=="
        assert asked[0]["path"] == "/query"
    found = address("http://reader:secret@h/sparql")
    assert not any("secret" in text for text in (str(caught.value), repr(found), found.shown, found.query))


_PROBED = Reply(
    body=b'{"head":{"vars":["held","united"]},"results":{"bindings":[{"held":{"type":"literal","value":"true"},'
    b'"united":{"type":"literal","value":"true"}}]}}'
)


_CUT = b'{"head":{"vars":["a"]},"results":{"bindings":[{"a":{"type":"literal","value":"1"}}'


@pytest.mark.parametrize(
    ("reply", "says"),
    [
        (Reply(401), "401: it wants a name; write them into the address"),
        (Reply(403, b"not you"), "403: it allows no reading there (“not you”); ask who keeps it"),
        (Reply(404), "404: nothing there takes queries of SPARQL 1.1; check the address"),
        (Reply(405), "405: nothing there takes queries of SPARQL 1.1; check the address"),
        (Reply(400, b"Parse\nerror"), "400: it refuses the query (“Parse error”)"),
        (Reply(413), "413: too much at once"),
        (Reply(500, b"<html>long</html>"), "500: a fault of its own; look into its log"),
        (Reply(503), "503: it has no time; ask for less, or try again later"),
        (Reply(302, headers=(("Location", "http://u:p@else/x?key=1"),)), "302, and sends to http://else/x;"),
        (Reply(body=b"<html>", kind="text/html; charset=utf-8"), "it answers a query with text/html"),
        (Reply(body=_CUT), "cut off"),
        (Reply(body=_CUT + b"It has been cancelled"), "is no results of SPARQL (“It has been cancelled”)"),
        (Reply(body=_CUT, missing=100), "the connection broke off"),
        (Reply(body=b""), "cut off"),
        (Reply(body=b'{"head":{},"boolean":true}'), "it answers a SELECT with yes or no"),
    ],
)  # fmt: skip
def test_a_server_that_fails_is_one_line(reply: Reply, says: str) -> None:
    with replying(_PROBED, reply) as (where, asked):
        with open_store(where) as store, pytest.raises(StoreError) as caught:
            store.documents() if b"boolean" not in reply.body else open_store(where)
        assert len(asked) == 2
    line = str(caught.value)
    assert says in line and line.startswith(f"{where}: ") and "\n" not in line


def test_triples_that_are_cut_off_are_an_error() -> None:
    cut = Reply(body=b"<x:a> <x:b> <x:c> .\n<x:a> <x:b> ", kind="application/n-triples")
    with (
        replying(_PROBED, cut) as (where, _),
        open_store(where) as store,
        pytest.raises(StoreError, match="cut off"),
    ):
        next(store.own_graph("x:g"))


def test_a_redirect_is_not_followed() -> None:
    with (
        replying(_PROBED) as (elsewhere, asked),
        replying(Reply(307, headers=(("Location", f"{elsewhere}/query"),))) as (where, _),
    ):
        with pytest.raises(StoreError, match="sends to"):
            open_store(where)
        assert asked == []


def test_a_server_that_does_not_take_its_graphs_as_one_is_refused() -> None:
    body = _PROBED.body.replace(
        b'"united":{"type":"literal","value":"true"}', b'"united":{"type":"literal","value":"false"}'
    )
    with replying(Reply(body=body)) as (where, _), pytest.raises(StoreError, match="--union-default-graph"):
        open_store(where)


def test_a_server_that_is_silent_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remote_client, "READ_SECONDS", 0.2)
    with (
        replying(Reply(seconds=60)) as (where, _),
        pytest.raises(StoreError, match=r"silent for 0\.2 seconds"),
    ):
        open_store(where)


def test_an_answer_without_end_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remote_client, "LONGEST", 100)
    with replying(_PROBED) as (where, _), pytest.raises(StoreError, match="longer than"):
        open_store(where)


def test_no_server_is_one_line() -> None:
    with replying(_PROBED) as (where, _):
        pass
    with pytest.raises(StoreError, match=r"no server can be reached there \(connection refused\)") as caught:
        open_store(where)
    assert "\n" not in str(caught.value)
    with pytest.raises(StoreError, match="no such host"):
        open_store("http://no-such-host.invalid/")


def test_a_server_that_refuses_to_be_written_to() -> None:
    nothing = Reply(body=b'{"head":{"vars":["g"]},"results":{"bindings":[]}}')
    triples = Reply(kind="application/n-triples")
    with replying(_PROBED, nothing, *[triples] * 3, nothing, triples, Reply(404)) as (where, asked):
        with open_store(where) as store, pytest.raises(StoreError, match=UPDATE_VARIABLE):
            put(store, without(reading()))
        assert asked[-1]["path"] == "/update"
