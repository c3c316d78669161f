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
    (
        "Recalls the United Nations’ Action Plan for Freedonia",
        ["United Nations’ Action Plan for Freedonia"],
        "also in the genitive",
    ),
    (
        "Recalls article 19 of the International Covenant for Civil and Political Rights (“ICCPR”)",
        ["International Covenant for Civil and Political Rights, article 19"],
        "the name stands in the words of a provision",
    ),
    (
        "Recalls the Lagos and Accra Communiqués",
        ["Lagos Communiqué", "Accra Communiqué"],
        "each of several has its own name in the singular",
    ),
    (
        "Recalls the Kabul Declaration of 3 May 2031 on Shared wells (S/2031/9001)",
        ["Kabul Declaration of 3 May 2031 on Shared wells", "S/2031/9001"],
        "the date and the subject behind a name of the table",
    ),
    ("Recalls resolution 1373 (2001)", ["S/RES/1373(2001)"], "a symbol is written one way"),
]


@pytest.mark.parametrize(("clause", "expected", "why"), CASES, ids=[c[0] for c in CASES])
def test_citations_are_called_as_printed(clause: str, expected: list[str], why: str) -> None:
    found = document_object(read_clauses(clause))
    assert found["acts"][-1]["citations"] == expected, why


@pytest.mark.parametrize(
    ("clauses", "expected", "why"),
    [
        (
            ("Recalls the Rome Statute", "Reaffirms the Rome Statute of the International Criminal Court"),
            "Rome Statute of the International Criminal Court",
            "what is printed first is only a part of the name",
        ),
        (
            ("Recalls the ICCPR", "Reaffirms the International Covenant for Civil and Political Rights"),
            "International Covenant for Civil and Political Rights",
            "or an abbreviation of it",
        ),
        (
            ("Recalls the Taif Accords", "Reaffirms the Taif Agreement and the Taif Accords"),
            "Taif Accords",
            "of two different names the first",
        ),
        (
            (
                "Recalls the United Nations Convention on the Law of the Sea of 10 December 1982",
                "Reaffirms UNCLOS",
            ),
            "United Nations Convention on the Law of the Sea",
            "a date behind a name that tells enough",
        ),
        (
            ("Recalls the Geneva Conventions of 12 August 1949", "Reaffirms the Geneva Conventions"),
            "Geneva Conventions of 12 August 1949",
            "a date that belongs to the usual name",
        ),
    ],
)
def test_the_full_name_as_printed_first_counts_for_the_whole_text(
    clauses: tuple[str, ...], expected: str, why: str
) -> None:
    found = document_object(read_clauses(*clauses))
    assert found["acts"][-1]["citations"] == [expected], why


def test_the_places_keep_the_key() -> None:
    found = document_object(read_clauses("Recalls the Taif Accords"))
    assert found["acts"][-1]["citation_spans"][0]["instrument"] == "Taif Agreement"
