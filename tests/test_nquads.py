"""Values as they are written in a graph: strings, decimals, durations."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from obligraph.graph.nquads import Quads, decimal, duration, string, words
from pyoxigraph import Literal, RdfFormat, Store, parse


@given(st.text(st.characters(codec="utf-8")))
def test_strings_come_back(text: str) -> None:
    for literal, language in ((string(text), None), (words(text, "fr"), "fr")):
        (triple,) = parse(f"<x:a> <x:b> {literal} .".encode(), format=RdfFormat.N_TRIPLES)
        assert triple.object == (Literal(text, language=language) if language else Literal(text))
        assert "\n" not in literal


@pytest.mark.parametrize(
    ("iso", "expected", "why"),
    [
        ("P12M", "P1Y", "twelve months are a year"),
        ("P18M", "P1Y6M", "and a half"),
        ("P6M", "P6M", "as it stands"),
        ("P2W", "P14D", "the datatype has no weeks"),
        ("P90D", "P90D", "days are not months"),
        ("PT72H", "P3D", "hours are days"),
        ("PT90M", "PT1H30M", "minutes are hours"),
        ("P1YT1S", "P1YT1S", "both parts"),
        ("P0D", "PT0S", "nothing"),
    ],
)
def test_durations_are_canonical(iso: str, expected: str, why: str) -> None:
    literal = duration(iso)
    assert literal is not None, why
    assert literal.split('"')[1] == expected, why
    store = Store()
    store.load(f"<x:a> <x:b> {literal} .".encode(), format=RdfFormat.N_TRIPLES)
    assert [str(quad.object) for quad in store] == [literal], "as a store gives it back"


@pytest.mark.parametrize(
    "wrong", ["", "P", "PT", "P1.5Y", "2016-12-20", "P1H", "-P1D", "P9999999Y", "twelve months"]
)
def test_what_is_no_duration(wrong: str) -> None:
    assert duration(wrong) is None


@pytest.mark.parametrize(("value", "expected"), [(1.0, "1"), (0.75, "0.75"), (0.0, "0"), (1 / 3, "0.3333")])
def test_decimals_are_canonical(value: float, expected: str) -> None:
    assert decimal(value).split('"')[1] == expected


def test_nothing_is_stated_of_empty_values() -> None:
    quads = Quads("x:g", "en")
    quads.words("x:a", "x:b", "")
    quads.string("x:a", "x:b", "")
    quads.value("x:a", "x:b", None)
    assert not list(quads)
