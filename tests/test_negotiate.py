"""Which form of an answer a client gets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from obligraph.server.negotiate import HTML, TABLES, TRIPLES, choose


@pytest.mark.parametrize(
    ("accept", "expected", "reason"),
    [
        (None, "json", "no header takes anything, and the first is offered"),
        ("", "json", "nor does an empty one ask for anything"),
        ("*/*", "json", "anything"),
        ("text/csv", "csv", "what is named"),
        ("text/csv, */*", "csv", "what is named comes before what is not"),
        ("text/tab-separated-values, text/csv", "tsv", "the first named, where nothing else tells"),
        ("text/csv;q=0.8, text/tab-separated-values;q=0.9", "tsv", "the weightier"),
        ("text/*", "xml", "a range takes the first of its kind that is offered, here text/xml"),
        ("text/csv;q=0, */*", "json", "what is refused is not given"),
        ("text/csv;q=0", None, "nothing else is taken"),
        ("application/*;q=0.5, text/csv;q=0.4", "json", "a range outweighs a lighter name"),
        ("TEXT/CSV", "csv", "case does not count"),
        ("text/csv;charset=utf-8;q=1", "csv", "parameters of a type are passed over"),
        ("text/csv;q=2, application/json;q=0.1", "csv", "a malformed weight is none"),
        ("rubbish, text/csv", "csv", "what is malformed is left out"),
        ("rubbish", None, "and all that is left is nothing"),
        ("image/png", None, "not on offer"),
    ],
)
def test_the_form_of_a_table(accept: str | None, expected: str | None, reason: str) -> None:
    form = choose(accept, TABLES)
    assert (form.kind if form else None) == expected, reason


def test_a_form_is_called_what_the_client_calls_it() -> None:
    form = choose("application/json", TABLES)
    assert form is not None and form.content_type == "application/json"
    form = choose("text/*;q=0.3, text/plain", TRIPLES)
    assert form is not None and form.content_type == "text/plain; charset=utf-8"


@given(st.text(max_size=200))
def test_any_header_is_read(accept: str) -> None:
    form = choose(accept, (*TABLES, *TRIPLES, HTML))
    assert form is None or form.kind


@given(st.permutations([f"{o.media_type};q=0.{n}" for n, o in enumerate(TABLES, 1)]))
def test_the_order_of_weights_does_not_count(ranges: list[str]) -> None:
    form = choose(",".join(ranges), TABLES)
    assert form is not None and form.kind == TABLES[-1].kind
