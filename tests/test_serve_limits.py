"""Limits: a query that takes too much is ended and takes nobody with it."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from obligraph.graph.store import open_store
from obligraph.server.pool import Pool
from obligraph.server.problems import Problem
from obligraph.server.worker import Limits

from .samples import sample_reading
from .serving import ENDLESS, Answer, Server, serving

COUNT = "SELECT (COUNT(*) AS ?n) { ?a a og:Act }"


def put(folder: Path, symbol: str) -> None:
    reading = sample_reading()
    with open_store(folder, create=True) as store:
        store.put(replace(reading, document=replace(reading.document, symbol=symbol)))


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("limited") / "store"
    put(folder, "S/RES/9001(2030)")
    return folder


@pytest.fixture(scope="module")
def server(store: Path) -> Iterator[Server]:
    with serving("--store", store, "--workers", "2", "--timeout", "4", "--max-rows", "50") as found:
        yield found


def test_a_slow_query_ends_with_an_error_and_holds_up_nobody(server: Server) -> None:
    with ThreadPoolExecutor(1) as pool:
        slow = pool.submit(server.sparql, ENDLESS)
        quick = [server.sparql(COUNT) for _ in range(5)]
        assert not slow.done(), "the quick ones were answered meanwhile"
        assert {answer.status for answer in quick} == {200}
        answer = slow.result()
    assert (answer.status, answer.type) == (504, "text/plain")
    assert "4 seconds" in answer.text and answer.text.count("\n") == 1


def test_workers_that_were_ended_are_replaced(server: Server) -> None:
    with ThreadPoolExecutor(2) as pool:
        assert [a.status for a in pool.map(server.sparql, [ENDLESS] * 2)] == [504, 504]
    assert server.sparql(COUNT).status == 200


def test_as_many_rows_as_are_allowed_and_not_one_more(server: Server) -> None:
    rows = "SELECT ?a { ?a ?b ?c } LIMIT %d"
    assert len(server.sparql(rows % 50).text.splitlines()) == 51
    answer = server.sparql(rows % 51)
    assert (answer.status, answer.type) == (422, "text/plain") and "more than 50 rows" in answer.text
    answer = server.sparql("CONSTRUCT WHERE { ?a ?b ?c }", "text/turtle")
    assert answer.status == 422 and "more than 50 triples" in answer.text


def test_thirty_two_clients_at_once_are_answered(server: Server) -> None:
    with ThreadPoolExecutor(32) as pool:
        answers = list(pool.map(lambda _: server.sparql(COUNT), range(64)))
    assert {answer.status for answer in answers} == {200}
    assert len({answer.body for answer in answers}) == 1


def test_a_query_that_eats_memory_ends_alone(store: Path) -> None:
    greedy = "SELECT (GROUP_CONCAT(?text) AS ?all) { ?a og:text ?text . ?b ?c ?d . ?e ?f ?g }"

    def ask(limit: int) -> tuple[int, str]:
        import asyncio

        from obligraph.server.answers import Wanted, answer_text

        async def work() -> tuple[int, str]:
            pool = Pool(str(store), workers=1, limits=Limits(60, limit))
            await pool.start()
            try:
                with pytest.raises(Problem) as caught:
                    await pool.ask(answer_text, greedy, None, Wanted.of(None, 10))
                after = await pool.ask(answer_text, "ASK {}", None, Wanted.of(None, 10))
                assert b"true" in after.body
                return caught.value.code, str(caught.value)
            finally:
                await pool.close()

        return asyncio.run(work())

    code, words = ask(100 * 2**20)
    assert code == 422 and "memory" in words


def test_a_full_line_says_when_to_come_back(store: Path) -> None:
    with serving("--store", store, "--workers", "1", "--timeout", "3") as server:
        with ThreadPoolExecutor(90) as pool:
            answers: list[Answer] = list(pool.map(lambda _: server.sparql(ENDLESS), range(90)))
        assert {answer.status for answer in answers} == {503, 504}
        busy = next(answer for answer in answers if answer.status == 503)
        assert int(busy.headers["Retry-After"]) > 0 and "busy" in busy.text
        assert server.sparql(COUNT).status == 200


def test_a_client_that_leaves_frees_its_worker(store: Path) -> None:
    import socket
    from urllib.parse import quote, urlsplit

    with serving("--store", store, "--workers", "1", "--timeout", "600") as server:
        where = urlsplit(server.address)
        with socket.create_connection((where.hostname, where.port)) as line:
            head = f"GET /sparql?query={quote(ENDLESS)} HTTP/1.1\r\nHost: localhost\r\n\r\n"
            line.sendall(head.encode())
            line.settimeout(1)
            with pytest.raises(TimeoutError):
                line.recv(1)
        assert server.sparql(COUNT).status == 200


def workers(parent: int) -> list[int]:
    """The processes that work for a server, as Linux lists them."""
    children = Path(f"/proc/{parent}/task/{parent}/children")
    if not children.is_file():
        pytest.skip("the system does not list a process's children")
    found = map(int, children.read_text(encoding="ascii").split())
    return [one for one in found if b"spawn_main" in Path(f"/proc/{one}/cmdline").read_bytes()]


def test_a_worker_that_the_system_ends_is_replaced(store: Path) -> None:
    with serving("--store", store, "--workers", "1") as server:
        (worker,) = workers(server.process.pid)
        os.kill(worker, signal.SIGKILL)
        first, second = server.sparql(COUNT), server.sparql(COUNT)
        assert first.status in (200, 500) and second.status == 200


def test_a_store_that_is_built_anew_is_noticed(tmp_path: Path) -> None:
    where = tmp_path / "store"
    documents = "SELECT ?id { GRAPH ?d { ?d dcterms:identifier ?id ; og:fullText ?t } }"
    put(where, "S/RES/9001(2030)")
    with serving("--store", where, "--workers", "2") as server:
        assert server.sparql(documents).text.split() == ["id", "S/RES/9001(2030)"]
        put(where, "S/RES/9002(2030)")
        for _ in range(4):
            found = server.sparql(documents).text.split()
            assert sorted(found[1:]) == ["S/RES/9001(2030)", "S/RES/9002(2030)"]


def test_a_store_that_is_gone_is_an_error_without_a_path(tmp_path: Path) -> None:
    import shutil

    where = tmp_path / "secret-name"
    put(where, "S/RES/9001(2030)")
    with serving("--store", where, "--workers", "1") as server:
        shutil.rmtree(where)
        answer = server.sparql(COUNT)
        assert (answer.status, answer.type) == (503, "text/plain")
        assert "secret-name" not in answer.text and answer.text.count("\n") == 1


def test_ctrl_c_ends_it_even_while_it_works(store: Path) -> None:
    arguments = ("--store", store, "--workers", "1", "--timeout", "600")
    with serving(*arguments) as server, ThreadPoolExecutor(1) as pool:
        slow = pool.submit(server.sparql, ENDLESS)
        assert json.loads(server.ask("/queries").body)
        server.process.send_signal(signal.SIGTERM)
        assert server.process.wait(30) == 0
        assert slow.exception() is not None or slow.result().status >= 500
