"""Acts that are told of other texts, and what hangs on acts: items, wrap-ups, what is told behind them."""

from __future__ import annotations

import pytest
from obligraph.extract.acts.find import find_verbs
from obligraph.extract.document import Document, Paragraph
from obligraph.extract.tokens import make_doc

from .acting import NLP, OP, PP, document_of, find, own


@pytest.mark.parametrize(
    ("text", "told", "why"),
    [
        (
            "Recalling resolution 9 (1999), in which the Security Council condemns raids, and urges calm,",
            ["condemns", "urges"],
            "the body's own name behind a relative pronoun",
        ),
        (
            "Recalling resolution 9 (1999), which demands calm and requests a report,",
            ["demands", "requests"],
            "the text is the subject",
        ),
        (
            "Recalling resolutions 9 (1999) and 10 (1999), which express concern that arms flow in,",
            ["express concern"],
            "the plural of the verb",
        ),
    ],
)
def test_acts_of_other_texts_are_reported(text: str, told: list[str], why: str) -> None:
    groups = find((PP, text))
    assert [g.text for g in groups if g.reported] == told, why
    assert [g.text for g in groups if not g.reported] == ["Recalling"], why
    assert all(g.reported in text and g.reported.startswith("resolution") for g in groups[1:])


def test_the_preamble_goes_on_behind_what_is_told() -> None:
    groups = find(
        (PP, "Recalling resolution 9 (1999), in which the Council condemns raids, and noting the toll,")
    )
    assert [(g.text, bool(g.reported)) for g in groups] == [
        ("Recalling", False),
        ("condemns", True),
        ("noting", False),
    ]


def test_items_hang_on_their_chapeau() -> None:
    acts = own(
        (OP, "Calls upon Member States:"),
        (OP, "To break up gangs, and underscores in this regard the role of law; and encourages States", 0),
        (OP, "Supporting the police and encouraging talks;", 0),
        (OP, "To consider joining; recalls the Convention; and furthermore urges that it be kept;", 0),
    )
    assert acts == [
        "Calls upon",
        "underscores in this regard",
        "encourages",
        "recalls",
        "furthermore urges",
    ]


def test_an_item_may_be_an_act_of_its_own() -> None:
    acts = own(
        (OP, "The Council takes these steps:"), (OP, "Decides to meet;", 0), (OP, "Requests a report;", 0)
    )
    assert acts[-2:] == ["Decides", "Requests"]


def test_the_wrap_up_of_a_list_is_read() -> None:
    document = document_of(
        (OP, "Requests the Panel:"), (OP, "To report;", 0), (OP, "and urges States to help it")
    )
    first, item, last = document.paragraphs
    whole = Paragraph(first.label, OP, "", first.span, first.text, None, last.span)
    made = Document(**{**{f: getattr(document, f) for f in document.__slots__}, "paragraphs": (whole, item)})
    assert [(g.text, g.paragraph) for g in find_verbs(make_doc(NLP, made))] == [
        ("Requests", first.label),
        ("urges", first.label),
    ]


def test_what_hangs_on_the_verb_begins_behind_it() -> None:
    text = "Expressing deep concern at the toll, and noting, in this context, that it grows,"
    concern, noting = find((PP, text))
    assert text[concern.rest :].startswith("the toll")
    assert text[noting.rest :].startswith("that it grows")
