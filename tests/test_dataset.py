"""Whether a query names its graphs itself, told without a parser."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from obligraph.graph.dataset import names_graphs
from obligraph.graph.store import open_store

from .samples import SYMBOL, sample_reading


@pytest.mark.parametrize(
    ("sparql", "expected", "reason"),
    [
        ("SELECT * FROM <http://a> {}", True, "the clause"),
        ("select *\nfrom named <http://x> {}", True, "in small letters, on a line of its own"),
        ("SELECT*FROM<x:y>{}", True, "without a space"),
        ('SELECT ("a" AS ?b) FROM <x:y> { ?a ?b "c\\"" }', True, "after a string"),
        ("SELECT ?from { ?from ?b ?c }", False, "a variable"),
        ('SELECT * { ?a ?b "from" }', False, "a string"),
        ("SELECT * { ?a ?b 'it\\'s from ' }", False, "a string with a quote in it"),
        ('SELECT * { ?a ?b """ " "" from""" }', False, "a long string with quotes in it"),
        ('SELECT * { ?s ?p "" . ?s ?p """""" . ?s ?p """a\\""" from""" }', False, "empty strings"),
        ("# from here\nSELECT * {}", False, "a comment"),
        ("PREFIX from: <http://from> SELECT * { from:from from:a ex:from, ex:a.from }", False, "names"),
        ("SELECT * { FILTER(?a<?b) FILTER(?c>?from) }", False, "signs that look like an IRI's"),
        ('SELECT * { ?a ?b "x"@from }', False, "a language"),
    ],
)
def test_from_is_found_where_it_is_a_word(sparql: str, expected: bool, reason: str) -> None:
    assert names_graphs(sparql) is expected, reason


@given(st.text(alphabet="from<>\"'\\#:.?@a \n{}", max_size=300))
def test_any_text_is_read_to_its_end(sparql: str) -> None:
    assert isinstance(names_graphs(sparql), bool)


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("", True),
        (f"FROM <https://w3id.org/obligraph/{SYMBOL}>", True),
        ("FROM <https://example.org/>", False),
    ],
)
def test_a_store_heeds_it(clause: str, expected: bool) -> None:
    with open_store("memory", create=True) as store:
        store.put(sample_reading())
        assert store.ask(f"ASK {clause} {{ ?a a og:Act }}") is expected
