"""Instruments are called in a reader's notes as the text calls them."""

import pytest
from obligraph.extract.output import document_object

from .clauses import read_clauses

CASES = [
    ("Recalls the Taif Accords", ["Taif Accords"], "the text's own name, not the table's"),
    (
        "Recalls the Geneva Conventions of 12 August 1949",
        ["Geneva Conventions of 12 August 1949"],
        "a date belongs to the name",
    ),
    ("Recalls resolution 1373 (2001)", ["S/RES/1373(2001)"], "a symbol is written one way"),
]


@pytest.mark.parametrize(("clause", "expected", "why"), CASES, ids=[c[0] for c in CASES])
def test_citations_are_called_as_printed(clause: str, expected: list[str], why: str) -> None:
    found = document_object(read_clauses(clause))
    assert found["acts"][-1]["citations"] == expected, why


def test_the_fullest_name_counts_for_the_whole_text() -> None:
    found = document_object(
        read_clauses("Recalls the Geneva Conventions of 12 August 1949", "Reaffirms the Geneva Conventions")
    )
    assert found["acts"][-1]["citations"] == ["Geneva Conventions of 12 August 1949"]
    assert found["acts"][-1]["citation_spans"][0]["instrument"] == "Geneva Conventions"
