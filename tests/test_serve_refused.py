"""What a server refuses, from whom, and what guards each answer."""

from __future__ import annotations

import pytest

from .serving import FORM, QUERY, Server


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("SELECT * { ?a ?b", "line 1"),
        ("", "empty"),
        ("   ", "empty"),
        ("INSERT DATA { <a:a> <a:b> <a:c> }", "INSERT is refused"),
        ("LOAD <http://127.0.0.1:1/x>", "LOAD is refused"),
        ("DROP ALL", "DROP is refused"),
        ("SELECT * { SERVICE <http://127.0.0.1:1/x> { ?a ?b ?c } }", "SERVICE is refused"),
        ("SELECT * FROM <file:///etc/passwd> { ?a ?b ?c }", "FROM <file:…> is refused"),
        ("SELECT * { ?a nope:x ?c }", "nope:"),
    ],
)
def test_what_is_no_reading_query_is_refused(server: Server, query: str, words: str) -> None:
    answer = server.sparql(query)
    assert (answer.status, answer.type) == (400, "text/plain")
    assert words in answer.text and answer.text.count("\n") == 1


@pytest.mark.parametrize(
    ("method", "path", "headers", "body", "status"),
    [
        ("POST", "/sparql", {"Content-Type": "application/sparql-update"}, b"DROP ALL", 403),
        ("POST", "/sparql", {"Content-Type": FORM}, b"update=DROP%20ALL", 403),
        ("GET", "/sparql?update=DROP%20ALL", {}, None, 403),
        ("POST", "/sparql", {"Content-Type": "text/plain"}, b"ASK {}", 415),
        ("POST", "/sparql", {}, b"ASK {}", 415),
        ("POST", "/sparql", {"Content-Type": FORM}, b"x=y", 400),
        ("POST", "/sparql?query=ASK%7B%7D", {"Content-Type": QUERY}, b"ASK {}", 400),
        ("GET", "/sparql?query=ASK%7B%7D&query=ASK%7B%7D", {}, None, 400),
        ("GET", "/sparql?query=ASK%7B%7D", {"Accept": "image/png"}, None, 406),
        ("GET", "/sparql?query=ASK%7B%7D", {"Accept": "text/turtle"}, None, 406),
        ("GET", "/sparql", {"Accept": "image/png"}, None, 406),
        ("GET", "/sparql?query=ASK%7B%7D&default-graph-uri=file:///etc/passwd", {}, None, 400),
        ("GET", "/sparql?query=ASK%7B%7D&named-graph-uri=no%20iri", {}, None, 400),
        ("PUT", "/sparql", {}, b"", 405),
        ("DELETE", "/queries/due", {}, None, 405),
        ("POST", "/actor/unsc", {}, b"", 405),
        ("GET", "/sparql?query=%ff%fe", {}, None, 400),
        ("POST", "/sparql", {"Content-Type": QUERY}, b"ASK { ?a ?b '\xff' }", 400),
        ("POST", "/sparql", {"Content-Type": QUERY}, b"#" * (2**20 + 1), 413),
        ("GET", "/sparql?" + "&".join(f"a{i}=1" for i in range(300)), {}, None, 400),
        ("GET", "/queries/nothing-like-it", {}, None, 404),
        ("GET", "/queries/due?form=2030-01-01", {}, None, 400),
        ("GET", "/queries/due?from=tomorrow", {}, None, 400),
        ("GET", "/queries/due?from=2030-01-01&from=2031-01-01", {}, None, 400),
        ("GET", "/queries/obligations-of", {}, None, 400),
        ("GET", "/suggestions/secret?text=a", {}, None, 404),
    ],
)
def test_each_fault_has_its_status_and_one_line(
    server: Server, method: str, path: str, headers: dict[str, str], body: bytes | None, status: int
) -> None:
    answer = server.ask(path, method=method, headers=headers, body=body)
    assert (answer.status, answer.type) == (status, "text/plain"), answer.text
    assert answer.text.count("\n") == 1 and "Traceback" not in answer.text
    if status == 405:
        assert "GET" in answer.headers["Allow"]


@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "127.0.0.1.evil.example", "", "[::1"])
def test_a_page_of_the_web_cannot_call_the_server_by_its_own_name(server: Server, host: str) -> None:
    assert server.ask("/", headers={"Host": host}).status == 421


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:1", "[::1]:80", "127.0.0.1"])
def test_the_machine_has_several_names(server: Server, host: str) -> None:
    assert server.ask("/", headers={"Host": host}).status == 200


@pytest.mark.parametrize(
    "path", ["/", "/sparql?query=x", "/actor/unsc", "/actor/x", "/queries", "/static/serve.css"]
)
def test_every_answer_is_guarded(server: Server, path: str) -> None:
    headers = server.ask(path, headers={"Origin": "https://evil.example"}).headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy and "unsafe" not in policy and "*" not in policy
    assert headers["Access-Control-Allow-Origin"] is None, "no page of another origin may read"
