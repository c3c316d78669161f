"""Short names of instruments, given by a document or by a series of numbers."""

from __future__ import annotations

import pytest
from obligraph.extract.instruments.find import instruments_of

from .citing import cited
from .documents import document


@pytest.mark.parametrize(
    ("clauses", "last", "why"),
    [
        (("the Lagos Peace Accord (LPA)", "the LPA"), "Lagos Peace Accord", "an abbreviation"),
        (
            (
                "the General Framework Agreement for Truce in Freedonia and Sylvania and all its appendices"
                " (collectively the Truce Agreement, S/1994/9001, annex)",
                "annex 10 of the Truce Agreement",
            ),
            "General Framework Agreement for Truce in Freedonia and Sylvania, annex 10",
            "with its symbol in the same brackets; 'Framework' is not its head",
        ),
        (
            ("the Statute of the Lakes Tribunal", "Article 12 bis of the Tribunal’s Statute"),
            "Statute of the Lakes Tribunal, article 12 bis",
            "whose it is said to be",
        ),
        (("the Lagos Peace Accord (“the Accord”)", "under the Accord"), "Lagos Peace Accord", "a short name"),
        (
            ("the Pact on Lakes (hereinafter “the Lakes Pact”)", "the Lakes Pact"),
            "Pact on Lakes",
            "introduced by 'hereinafter'",
        ),
        (
            (
                "the Lagos Peace Accord and its annexes (collectively the Peace Agreement), the Accord",
                "the NPT",
            ),
            "Treaty on the Non-Proliferation of Nuclear Weapons",
            "other names stay what they are",
        ),
        (
            ("the Lagos Accord", "article 4 of the Accord"),
            "Lagos Accord, article 4",
            "an article needs no short name",
        ),
    ],
)
def test_short_names_hold_from_where_they_are_given(clauses: tuple[str, ...], last: str, why: str) -> None:
    assert cited(*clauses)[-1] == last, why


def test_a_name_that_is_being_given_is_a_mention_and_no_citation() -> None:
    clause = "under article 4 of the Lagos Peace Accord (“the Accord”), reaffirming the Accord"
    found = instruments_of(document({"OP1": clause}))
    assert [c.instrument for c in found.citations] == ["Lagos Peace Accord, article 4", "Lagos Peace Accord"]
    assert [c.text for c in found.citations][1] == "Accord"
    assert len(found.mentions) == 3


def test_an_abbreviation_in_brackets_may_be_somebody_elses() -> None:
    assert cited("the Memorandum of Understanding with the Lakes Board (LB)", "the LB") == []


def test_pointing_back_is_a_mention_and_no_citation() -> None:
    found = instruments_of(
        document({"OP1": "Recalls the Lagos Accord and its Protocol, and notes the Accord"})
    )
    assert [mention.keys for mention in found.mentions] == [("Lagos Accord",), ("Lagos Accord",)]
    assert [citation.instrument for citation in found.citations] == ["Lagos Accord"]


@pytest.mark.parametrize(
    "clause",
    [
        "Recalling resolutions 1267/1989/2253",
        "as resolution 1267/1989/2253 (list) says",
        "pursuant to its resolutions 1267/1989/2253, and to the Lakes Plan",
        "pursuant to 1267/1989/2253",
        "set up by 1267/1989/2253 and later",
        "under the 1267/1989/2253 sanctions regime",
        "the 1267/1989/2253 (Lakes) sanctions regime",
        "1267 / 1989 / 2253, as amended",
        "UNSCR 1267/1989/2253",
    ],
)
def test_each_of_a_series_of_numbers_is_cited_with_its_year(clause: str) -> None:
    found = [key for key in cited(clause) if key.startswith("S/")]
    assert found == ["S/RES/1267(1999)", "S/RES/1989(2011)", "S/RES/2253(2015)"]


@pytest.mark.parametrize(
    ("clause", "keys", "why"),
    [
        (
            "Recalling resolutions 1267/1989 and 1373 (2001)",
            ["S/RES/1267(1999)", "S/RES/1989(2011)", "S/RES/1373(2001)"],
            "the list goes on",
        ),
        (
            "Recalling resolutions 1373 (2001) and 1267/1989",
            ["S/RES/1373(2001)", "S/RES/1267(1999)", "S/RES/1989(2011)"],
            "or ends with them",
        ),
        ("General Assembly resolutions 60/1 and 60/288", ["A/RES/60/1", "A/RES/60/288"], "the Assembly’s"),
    ],
)
def test_a_series_of_numbers_in_a_list(clause: str, keys: list[str], why: str) -> None:
    assert cited(clause) == keys, why
