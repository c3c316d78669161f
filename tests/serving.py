"""A real server for tests, started as a user would, on a port that is free."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from email.message import Message
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import quote, urlencode, urlsplit

BASE = "https://w3id.org/obligraph/"
SELECT = "SELECT ?label { ?p a og:Paragraph ; og:label ?label } ORDER BY ?label"
FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
#: No machine answers this within the time that a test gives it.
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server has answered."""

    status: int
    headers: Message
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode("utf-8")

    @property
    def type(self) -> str:
        return self.headers.get_content_type()


@dataclass(frozen=True, slots=True)
class Server:
    """A server that runs."""

    address: str
    process: subprocess.Popen[str]

    def ask(
        self,
        path: str,
        *,
        method: str = "GET",
        headers: Mapping[str, str] | None = None,
        body: bytes | None = None,
    ) -> Answer:
        """Sends one request, the path as it is."""
        where = urlsplit(self.address)
        connection = HTTPConnection(where.hostname or "", where.port or 0, timeout=60)
        try:
            connection.request(method, path, body, dict(headers or {}))
            got = connection.getresponse()
            return Answer(got.status, got.headers, got.read())
        finally:
            connection.close()

    def sparql(self, query: str, accept: str = "text/csv", **parameters: str) -> Answer:
        """Sends a query by GET."""
        path = f"/sparql?{urlencode({'query': query, **parameters}, quote_via=quote)}"
        return self.ask(path, headers={"Accept": accept})


def labels(answer: Answer) -> list[str]:
    """The rows of a table of one column, as CSV has them."""
    assert answer.status == 200, answer.text
    return answer.text.split()[1:]


def command(*arguments: str | Path) -> list[str]:
    """The command line that serves."""
    return [sys.executable, "-m", "obligraph", "serve", *map(str, arguments)]


@contextmanager
def serving(*arguments: str | Path, folder: Path | None = None) -> Iterator[Server]:
    """A server with these arguments; it is ended by Ctrl-C."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    process = subprocess.Popen(
        command("--port", "0", *arguments), cwd=folder, env=environment, stdout=subprocess.PIPE, text=True
    )
    try:
        assert process.stdout is not None
        address = process.stdout.readline().strip()
        assert address.startswith("http://"), "the server has ended"
        yield Server(address, process)
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(30)
        finally:
            process.kill()
            process.communicate()
