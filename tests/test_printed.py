"""Instruments are called in a reader's notes as the text calls them."""

import pytest
from obligraph.extract.output import document_object

from .clauses import read_clauses

CASES = [
    ("Recalls the Taif Accords", ["Taif Accords"], "the text's own name, not the table's"),
    (
        "Recalls the Doha Agreement of 3 May 2009",
        ["Doha Agreement"],
        "a date tells which, and is no part of the name",
    ),
    (
        "Recalls the United Nations World Summit outcome document",
        ["United Nations World Summit outcome document"],
        "whose it is belongs to the name where it is printed before it",
    ),
    ("Recalls resolution 1373 (2001)", ["S/RES/1373(2001)"], "a symbol is written one way"),
]


@pytest.mark.parametrize(("clause", "expected", "why"), CASES, ids=[c[0] for c in CASES])
def test_citations_are_called_as_printed(clause: str, expected: list[str], why: str) -> None:
    found = document_object(read_clauses(clause))
    assert found["acts"][-1]["citations"] == expected, why


def test_the_fullest_name_counts_for_the_whole_text() -> None:
    found = document_object(
        read_clauses("Recalls the Taif Accords", "Reaffirms the Taif Agreement and the Taif Accords")
    )
    assert found["acts"][-1]["citations"] == ["Taif Agreement"]
    assert found["acts"][-1]["citation_spans"][0]["instrument"] == "Taif Agreement"
