"""Networks as Cypher: nothing of a text becomes a command."""

from __future__ import annotations

import re
from typing import Any

import pytest
from obligraph.graph.export.network_neo4j import labels

from .networks import HOSTILE, hostile, written

# A string, a name, a number or a sign, as Cypher reads them.
TOKEN = re.compile(r"'(?:[^'\\]|\\[\\'nrt])*'|[^\W\d]\w*|-?\d+(?:\.\d+)?(?:e-?\d+)?|[-()\[\]{}:,.;+=>]|\s+")


def tokens(script: str) -> list[str]:
    """The tokens of a script; it fails where one is none."""
    found, place = [], 0
    while place < len(script):
        token = TOKEN.match(script, place)
        assert token, script[place : place + 40]
        found.append(token[0])
        place = token.end()
    return [one for one in found if one.strip()]


def test_nothing_in_a_text_becomes_cypher() -> None:
    script = written(hostile(*HOSTILE), "cypher").decode()
    assert not re.search(r"\\[uU]", script), "Neo4j would read it before it looks for strings"
    found = tokens(script)
    assert {"DETACH", "DELETE"}.isdisjoint(found)
    assert set(found) >= {"UNWIND", "MERGE", "'=cmd|\\' /C calc\\'!A0'"}
    joined = script.replace("' + '", "")
    assert "'\\\\u0027}) DETACH DELETE n //'" in joined
    assert found.count("(") == found.count(")")


def test_cypher_merges_in_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("obligraph.graph.export.network_neo4j._BATCH", 4)
    script = written(hostile(*"abcdefghij"), "cypher").decode()
    assert script.count("MERGE (n:Entity {id: row.id})") == 3, "ten nodes in fours"
    assert script.count("REQUIRE n.id IS UNIQUE;") == 1
    assert script.count("date('2016-12-20')") == 10


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ({"iri": "https://w3id.org/obligraph/actor/malta", "kind": "state"}, ("Entity", "Actor", "State")),
        ({"known": False, "kind": "unknown"}, ("Entity", "Actor")),
        (
            {"modality": "duty", "iri": "https://w3id.org/obligraph/S/RES/1(1946)/OP1"},
            ("Entity", "Obligation"),
        ),
        ({"part": "content", "role": "action"}, ("Entity", "Content")),
        ({"kind": "group-of-states", "known": True}, ("Entity", "Actor", "GroupOfStates")),
        ({"kind": "resolution", "iri": "x"}, ("Entity", "Instrument", "Resolution")),
        ({"kind": "a`b) DETACH", "iri": "x"}, ("Entity", "Instrument", "ABDETACH")),
    ],
)
def test_labels_say_what_a_node_is(values: dict[str, Any], found: tuple[str, ...]) -> None:
    assert labels(values) == found
