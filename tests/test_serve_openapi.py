"""The server keeps what its own description promises: schemathesis asks it whatever that allows."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from obligraph.graph.store import open_store
from obligraph.queries.library import library

from .samples import sample_reading
from .serving import Server, serving

#: The named queries are described alike, so a few stand for all.
NAMED = ("due", "obligations-of", "who-asks-whom")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("described") / "store"
    with open_store(folder, create=True) as store:
        store.put(sample_reading())
    with serving("--store", folder, "--workers", "2", "--timeout", "5", "--max-rows", "1000") as found:
        yield found


def test_everything_is_described(server: Server) -> None:
    described = json.loads(server.ask("/openapi.json").body)
    assert described["openapi"].startswith("3.1")
    paths = set(described["paths"])
    assert {"/sparql", "/queries", "/suggestions/{kind}", "/actor/{key}"} <= paths
    assert {f"/queries/{name}" for name in library()} <= paths


@pytest.mark.parametrize(
    "path",
    ["/sparql", "/queries", "/suggestions/{kind}", "/actor/{key}", *(f"/queries/{name}" for name in NAMED)],
)
def test_the_server_does_what_its_description_says(server: Server, path: str) -> None:
    schemathesis = pytest.importorskip("schemathesis")
    from hypothesis import HealthCheck, Phase, given, settings
    from hypothesis import strategies as st
    from schemathesis import GenerationMode
    from schemathesis.checks import not_a_server_error
    from schemathesis.specs.openapi.checks import (
        content_type_conformance,
        response_headers_conformance,
        response_schema_conformance,
        status_code_conformance,
        unsupported_method,
    )

    checks = [
        not_a_server_error,
        content_type_conformance,
        response_headers_conformance,
        response_schema_conformance,
        status_code_conformance,
        unsupported_method,
    ]
    schema = schemathesis.openapi.from_url(f"{server.address}openapi.json")
    for operation in (result.ok() for result in schema.include(path=path).get_all_operations()):
        modes = [
            operation.as_strategy(generation_mode=mode)
            for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE)
        ]

        @settings(
            max_examples=12,
            deadline=None,
            derandomize=True,
            database=None,
            phases=[Phase.explicit, Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(case=st.one_of(*modes))
        def check(case: object) -> None:
            case.call_and_validate(checks=checks, headers={"Accept": "*/*"})  # type: ignore[attr-defined]

        check()
