"""Clauses: which words hang on which verb, and what is trimmed off their end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from obligraph.extract.acts.find import find_verbs
from obligraph.extract.clauses.cut import Clause, cut_clauses
from obligraph.extract.clauses.landmarks import within
from obligraph.extract.clauses.trim import trim
from obligraph.extract.document import Span
from obligraph.extract.model import Qualifier
from obligraph.extract.read import read_bytes
from obligraph.extract.tokens import blank, make_doc

from .clauses import HEAD

NLP = blank()

TRIMS = [
    ("to report to it; and", "to report to it", "the joint to the next item"),
    ("the rule of law, and in this regard", "the rule of law", "a phrase that joins two acts"),
    ("to take part in this regard", "to take part in this regard", "the same phrase, joined to the verb"),
    ("its work, and, at the same time,", "its work", "between commas"),
    ("his report (S/12869), 62", "his report (S/12869)", "a footnote's number behind a comma"),
    ("the arrangements of 1974; 7", "the arrangements of 1974", "a footnote's number behind a year"),
    ("paragraphs 1, 2", "paragraphs 1, 2", "a number in a list is none"),
    ("to cease fire.”", "to cease fire", "the marks that close a quotation"),
    ("x" * 300 + " and, " * 40, "x" * 300, "any number of joints"),
    ("; and, in addition,", "", "nothing but joints"),
]


@pytest.mark.parametrize(("text", "expected", "why"), TRIMS, ids=[c[0] for c in TRIMS])
def test_trim(text: str, expected: str, why: str) -> None:
    span = trim(text, Span(0, len(text)))
    assert text[span.start : span.end] == expected, why


@given(st.text(alphabet="ab12 ,;.)”and", max_size=30))
def test_trimming_again_changes_nothing_but_a_second_footnote(text: str) -> None:
    once = trim(text, Span(0, len(text)))
    assert trim(text, once).start == once.start
    assert trim(text, once) in once
    assert not text[once.start : once.end].endswith((",", ";", " "))


def cut(*paragraphs: str) -> tuple[str, list[Clause]]:
    """The text of a resolution and the clauses of its operative part."""
    numbered = (f"{number}. {words};\n\n" for number, words in enumerate(paragraphs, start=1))
    doc = make_doc(NLP, read_bytes((HEAD + "".join(numbered)).encode(), "cut.txt"))
    document = doc.user_data["document"]
    clauses = cut_clauses(document, find_verbs(doc))
    return document.text, [clause for clause in clauses if clause.group.paragraph.startswith("OP")]


HEADS = [
    (
        "Decides to remain seized of the matter",
        ["to remain seized of the matter"],
        "an infinitive in the group",
    ),
    (
        "Notes the report, and requests him to continue",
        ["the report", "him to continue"],
        "each verb up to the next",
    ),
    (
        "Welcomes the talks, and the Council stresses that they must go on",
        ["the talks", "that they must go on"],
        "the subject of the next verb belongs to neither",
    ),
    (
        "Recalls that resolution 9000 (2015) decides to end the embargo, and calls upon all States to comply",
        ["that resolution 9000 (2015) decides to end the embargo", "all States to comply"],
        "an act that is told does not end the one that tells it",
    ),
]


@pytest.mark.parametrize(("clause", "expected", "why"), HEADS, ids=[c[0] for c in HEADS])
def test_heads(clause: str, expected: list[str], why: str) -> None:
    text, clauses = cut(clause)
    heads = [text[c.head.start : c.head.end] for c in clauses if not c.group.reported]
    assert heads == expected, why


LEAD_INS = [
    (
        "Requests him to observe the truce and, in the event of a breach, demands that it end",
        "in the event of a breach,",
        "set off by commas behind and",
    ),
    (
        "Welcomes the talks, and in the light of their progress, requests him to continue",
        "in the light of their progress,",
        "behind a comma and and",
    ),
    ("Welcomes the talks and their progress, and requests him to continue", "", "no phrase of manner"),
    (
        "Requests him to brief it regularly, and at least once a year, on the talks, expresses its concern",
        "",
        "a phrase inside what the first verb asks, which goes on behind it",
    ),
    (
        "Requests a report on the cargo, and, if arms, food or fuel are found, further requests one on them",
        "if arms, food or fuel are found",
        "a condition may hold a list",
    ),
    ("Notes the latest report and, requests him to continue", "", "nothing behind the pause"),
    ("Notes the report and, the Council having met, requests him to continue", "", "opens with a noun"),
]


@pytest.mark.parametrize(("clause", "expected", "why"), LEAD_INS, ids=[c[0] for c in LEAD_INS])
def test_lead_ins_belong_to_the_verb_behind_them(clause: str, expected: str, why: str) -> None:
    text, (first, second) = cut(clause)
    lead_in = text[second.lead_in.start : second.lead_in.end] if second.lead_in else ""
    assert lead_in == expected.rstrip(","), why
    assert not (second.lead_in and first.head.overlaps(second.lead_in)), why
    assert second.spans[0].start == (second.lead_in or second.group.span).start, why


def test_items_and_wrap_up_hang_on_the_last_verb() -> None:
    text, (first, second) = cut(
        "Notes the list, and decides that all States which hold:\n\n(a) Funds of the Government;\n\n"
        "(b) Goods of its undertakings;\n\nshall freeze them"
    )
    assert not first.items
    assert first.wrap_up is None
    assert [text[i.own.start : i.own.end] for i in second.items] == [
        "Funds of the Government",
        "Goods of its undertakings",
    ]
    assert second.wrap_up is not None
    assert text[second.wrap_up.start : second.wrap_up.end] == "shall freeze them"


def test_an_item_that_opens_with_an_act_hangs_on_nothing() -> None:
    _, clauses = cut("Decides:\n\n(a) Requests the Panel to report;\n\n(b) To meet again in May")
    assert [item.paragraph for item in clauses[0].items] == ["OP1(b)"]


def test_within_takes_only_what_stands_wholly_inside() -> None:
    places = [(0, 3), (4, 9), (10, 12), (11, 16), (16, 20)]
    found = [Qualifier(Span(start, end), "") for start, end in places]
    assert [q.span for q in within(found, Span(4, 15))] == [Span(4, 9), Span(10, 12)]
