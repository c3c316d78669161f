"""The command that serves: where it listens, what it says, how it ends."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from obligraph.graph.store import open_store

from .samples import sample_reading
from .serving import Server, command, labels, serving


def test_a_port_in_use_is_one_line(server: Server, tmp_path: Path) -> None:
    store = tmp_path / "s"
    with open_store(store, create=True) as opened:
        opened.put(sample_reading())
    port = server.address.rstrip("/").rpartition(":")[2]
    done = subprocess.run(
        command("--store", store, "--port", port), capture_output=True, text=True, check=False
    )
    assert done.returncode == 3
    assert done.stderr.count("\n") == 1 and "in use" in done.stderr and "--port" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (("--store", "nothing-here"), 3, "no store there"),
        (("--store", "memory"), 2, "empty"),
        (("--host", "256.0.0.1"), 3, ""),
        (("--port", "70000"), 2, "port"),
        (("--workers", "0"), 2, "number"),
        (("--max-rows", "x"), 2, "number"),
        (("--timeout", "-1"), 2, "seconds"),
    ],
)
def test_a_wrong_argument_is_one_line(
    tmp_path: Path, arguments: tuple[str, ...], status: int, words: str
) -> None:
    done = subprocess.run(command(*arguments), cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == status
    assert done.stderr.count("\n") == 1 and words in done.stderr


def test_texts_are_served_without_a_store_and_ctrl_c_ends_it(tmp_path: Path) -> None:
    example = Path(__file__).parent.parent / "examples" / "S_RES_2331_2016.md"
    with serving("--from", example, "--workers", "1", folder=tmp_path) as server:
        assert "OP16" in labels(server.sparql("SELECT ?label { ?p og:label ?label }"))
    assert server.process.returncode == 0
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(OSError):
        server.ask("/")


def test_another_origin_may_read_if_it_is_told(tmp_path: Path) -> None:
    store = tmp_path / "s"
    with open_store(store, create=True) as opened:
        opened.put(sample_reading())
    with serving("--store", store, "--workers", "1", "--allow-origin", "https://a.example") as server:
        for origin, allowed in (("https://a.example", "https://a.example"), ("https://b.example", None)):
            answer = server.ask("/sparql?query=ASK%7B%7D", headers={"Origin": origin})
            assert answer.headers["Access-Control-Allow-Origin"] == allowed
