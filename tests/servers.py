"""A real SPARQL server on a free port of this machine, and one that misbehaves as it is told."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest


def binary() -> str:
    """The Oxigraph server, or a skip that says that it is missing."""
    found = shutil.which("oxigraph", path=str(Path(sys.executable).parent)) or shutil.which("oxigraph")
    if found is None:
        pytest.skip("the Oxigraph server is not installed (pip install oxigraph)")
    return found


@contextmanager
def oxigraph(folder: Path, *arguments: str) -> Iterator[str]:
    """A server, which keeps its data in memory and its diary in a folder; gives its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log = folder / "server.log"
    with log.open("wb") as out:
        process = subprocess.Popen(
            [binary(), "serve", "--bind", f"127.0.0.1:{port}", *arguments],
            stdout=out,
            stderr=out,
        )
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(600):
            if process.poll() is not None:
                pytest.fail(f"the server has ended: {log.read_text()}")
            try:
                urlopen(f"{address}/query", timeout=5).close()
                break
            except HTTPError:  # it wants a query, so it is there
                break
            except OSError:
                time.sleep(0.05)
        else:
            pytest.fail(f"the server does not answer: {log.read_text()}")
        yield address
    finally:
        process.kill()
        process.wait()


@dataclass(frozen=True, slots=True)
class Reply:
    """What a server that misbehaves answers.

    Attributes:
        status: The HTTP status.
        body: The bytes of the answer.
        kind: Its content type.
        headers: More headers.
        missing: Bytes that it promises beside those of the body, and does not send.
        seconds: How long it lets one wait first.
    """

    status: int = 200
    body: bytes = b""
    kind: str = "application/sparql-results+json"
    headers: tuple[tuple[str, str], ...] = ()
    missing: int = 0
    seconds: float = 0.0


@contextmanager
def replying(*replies: Reply) -> Iterator[tuple[str, list[dict[str, str]]]]:
    """A server that gives these replies one after the other, the last for ever.

    Gives its address and the headers and paths of the requests that it got.
    """
    asked: list[dict[str, str]] = []
    stopped = threading.Event()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length", 0)))
            reply = replies[min(len(asked), len(replies) - 1)]
            asked.append({name.title(): value for name, value in self.headers.items()} | {"path": self.path})
            if stopped.wait(reply.seconds):
                return
            self.send_response(reply.status)
            self.send_header("Content-Type", reply.kind)
            self.send_header("Content-Length", str(len(reply.body) + reply.missing))
            for name, value in reply.headers:
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(reply.body)
            self.close_connection = True

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}", asked
    finally:
        stopped.set()
        server.shutdown()
        server.server_close()
        thread.join()
