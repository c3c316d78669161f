"""A reader's corrections to the parts of an act."""

from __future__ import annotations

import re

import pytest
from obligraph.errors import InputError
from obligraph.extract.model import ContentKind, Modality
from obligraph.extract.read import read_bytes
from obligraph.extract.review.apply import read_reviewed
from obligraph.extract.review.corrections import Correction, Piece, Who

from .reviews import TEXT, K, acts_of, corrected, correction, text_document


def test_addressees_take_the_place_of_those_read_and_what_begins_with_them_becomes_the_action() -> None:
    keepers = Who("the keepers of the northern light", ("light-keepers",))
    reading = corrected(correction("OP2", "requests", K.ADDRESSEES, addressees=(keepers,)))
    act = acts_of(reading, "OP2")[1]
    assert [(a.text, a.actors, a.certainty) for a in act.addressees] == [
        ("the keepers of the northern light", ("light-keepers",), 1.0)
    ]
    assert [(c.kind, c.text, c.modality) for c in act.contents] == [
        (ContentKind.ACTION, "to oil them", Modality.DUTY)
    ]
    assert act.doubts == () and act.certainty == 1.0
    (actor,) = [actor for actor in reading.actors if actor.key == "light-keepers"]
    assert (actor.name, actor.known) == ("keepers of the northern light", False)


def test_nobody_is_asked_where_a_reader_says_so() -> None:
    reading = corrected(correction("OP1", "Requests", K.ADDRESSEES, addressees=()))
    assert acts_of(reading, "OP1")[0].addressees == ()


def test_contents_are_found_in_items_and_by_their_ends() -> None:
    pieces = (
        Piece(ContentKind.ACTION, text="Prevent the sale of lamp oil"),
        Piece(ContentKind.ACTION, begins="report to", ends="public"),
        Piece(ContentKind.OBJECT, text="oil"),
    )
    act = acts_of(corrected(correction("OP4", "Decides", K.CONTENTS, contents=pieces)), "OP4")[0]
    assert [(c.paragraph, c.kind, c.text, c.modality) for c in act.contents] == [
        ("OP4(a)", ContentKind.ACTION, "Prevent the sale of lamp oil", Modality.PROHIBITION),
        ("OP4(a)", ContentKind.OBJECT, "oil", None),
        ("OP4(b)", ContentKind.ACTION, "report to the public", Modality.DUTY),
    ]


def test_words_said_twice_are_found_where_they_stand_next() -> None:
    document = read_bytes(TEXT.replace("their lamps lit", "States and States lit").encode(), "text.txt")
    twice = (Who("States", ("all-states",)), Who("States", ("member-states",)))
    reading = read_reviewed(document, [correction("OP2", "Urges", K.ADDRESSEES, addressees=twice)])
    first, second = acts_of(reading, "OP2")[0].addressees
    assert first.span.end < second.span.start


def test_targets() -> None:
    thieves = (Who("the Saltmarsh Brigade", ("saltmarsh-brigade",)),)
    (act,) = acts_of(corrected(correction("OP5", "Deplores", K.TARGETS, targets=thieves)), "OP5")
    assert [(t.text, t.actors) for t in act.targets] == [("the Saltmarsh Brigade", ("saltmarsh-brigade",))]


@pytest.mark.parametrize(
    ("row", "says"),
    [
        (correction("OP1", "Requests", K.ACT, act="cal upon", place="f, 1"), "f, 1: no act “cal upon”"),
        (correction("OP1", "Requests", K.ACT, act="cal upon"), "did you mean “call upon”"),
        (
            correction(
                "OP1", "Requests", K.ADDRESSEES, addressees=(Who("the moon", ("moon",)),), place="f, 2"
            ),
            "f, 2: “the moon” is not in OP1; copy the words",
        ),
        (
            correction(
                "OP1",
                "Requests",
                K.CONTENTS,
                contents=(Piece(ContentKind.ACTION, begins="to report", ends="in May"),),
            ),
            "“in May” does not follow “to report” in OP1",
        ),
    ],
)
def test_words_that_are_not_there_are_one_line(row: Correction, says: str) -> None:
    with pytest.raises(InputError, match=re.escape(says)):
        read_reviewed(text_document(), [row])
