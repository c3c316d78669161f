"""A real SPARQL server on a free port of this machine, and one that misbehaves as it is told."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
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
    """A server that keeps its data in a folder; gives its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log = folder / "server.log"
    with log.open("wb") as out:
        process = subprocess.Popen(
            [binary(), "serve", "--location", str(folder / "data"), "--bind", f"127.0.0.1:{port}", *arguments],
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
