"""A reader's corrections to the parts of an act."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from obligraph.errors import InputError
from obligraph.extract.model import Act, ContentKind, Instrument, Modality, Reading, TimeKind
from obligraph.extract.pipeline import read_document
from obligraph.extract.read import read_bytes
from obligraph.extract.review.apply import read_reviewed
from obligraph.extract.review.corrections import Correction, CorrectionKind, Piece, When, Which, Who
from obligraph.extract.review.names import instrument_named, uses, with_instruments
from obligraph.extract.review.overlay import HUMAN
from obligraph.graph.build import nquads
from obligraph.ontology.vocabulary import concepts

from .reviews import TEXT, K, acts_of, corrected, correction, text_document

DEADLINE, RECURRENCE, PERIOD, START = TimeKind


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


LIGHTS = """\
Resolution 9003 (2030)

Adopted by the Security Council at its 9999th meeting, on 5 March 2030

The Security Council,

Recalling its resolution 9001 (2030),

1. Requests the Secretary-General to report on the lamps as the Council sees fit, at the turn of the \
year, within 30 working days, and again within 90 days of the lifting of the fog, in line with the Lamp \
Rules and paragraphs 2 and 3 above;

2. Decides that the measures apply until the fog lifts, as set out in resolution 1373 (2001);

3. Decides to remain seized of the matter.
"""


def lit(paragraph: str, verb: str, kind: CorrectionKind, **fields: object) -> tuple[Act, Reading]:
    """The act of a paragraph of ``LIGHTS``, read with one correction."""
    reading = read_reviewed(
        read_bytes(LIGHTS.encode(), "lights.txt"), [correction(paragraph, verb, kind, **fields)]
    )
    assert reading.stale == () and list(nquads(reading))
    (act,) = acts_of(reading, paragraph)
    assert all(reading.document.words(time.span) == time.text for time in act.times)
    assert all(reading.document.words(one.span) == one.text for one in act.citations)
    return act, reading


@pytest.mark.parametrize(
    ("said", "due", "until", "event", "why"),
    [
        (
            When(DEADLINE, "at the turn of the year", "2031-01-01"),
            date(2031, 1, 1),
            None,
            "",
            "a date is due",
        ),
        (When(DEADLINE, "at the turn of the year", "2030"), date(2030, 12, 31), None, "", "its last day"),
        (When(DEADLINE, "at the turn of the year", "P10M"), date(2031, 1, 5), None, "", "from adoption"),
        (When(DEADLINE, "at the turn of the year", "P1Y1D"), date(2031, 3, 6), None, "", "years, then days"),
        (When(DEADLINE, "at the turn of the year"), None, None, "", "no value, no day"),
        (
            When(DEADLINE, "at the turn of the year", "P3M", event="the dawn"),
            None,
            None,
            "the dawn",
            "an event",
        ),
        (
            When(DEADLINE, "at the turn of the year", "P3M", event="the adoption of this resolution"),
            date(2030, 6, 5),
            None,
            "the adoption of this resolution",
            "the event that times count from anyway",
        ),
        (
            When(DEADLINE, "at the turn of the year", "P3M", due=date(2030, 7, 1)),
            date(2030, 7, 1),
            None,
            "",
            "a day that is given stays",
        ),
        (When(DEADLINE, "within 30 working days", "P30D"), None, None, "", "rules count no working days"),
        (When(DEADLINE, "within 30 working days", "P42D"), date(2030, 4, 16), None, "", "and a reader may"),
        (
            When(DEADLINE, "within 90 days of the lifting of the fog", "P90D"),
            None,
            None,
            "the lifting of the fog",
            "the rules read the same there, and from what it counts",
        ),
        (When(PERIOD, "at the turn of the year", "P6M"), None, date(2030, 9, 5), "", "a period ends"),
        (
            When(PERIOD, "at the turn of the year", "2030-04/2030-06"),
            None,
            date(2030, 6, 30),
            "",
            "two dates",
        ),
        (When(START, "at the turn of the year", "2031-01-01"), None, None, "", "nothing is due by a start"),
        (
            When(START, "at the turn of the year", "P10M"),
            date(2031, 1, 5),
            None,
            "",
            "but it works out to a day",
        ),
        (When(RECURRENCE, "at the turn of the year", "P1Y"), None, None, "", "nothing is due once for all"),
    ],
)
def test_times(said: When, due: date | None, until: date | None, event: str, why: str) -> None:
    act, _ = lit("OP1", "Requests", K.TIMES, times=(said,))
    (time,) = act.times
    assert (time.what, time.text, time.iso) == (said.what, said.text, said.iso or None)
    assert (time.due, time.until, time.event) == (due, until, event), why
    assert (act.rule, act.reviewed, act.certainty) == (HUMAN, "A. Reader", 1.0)


def test_times_take_the_place_of_those_read_in_the_order_of_the_text() -> None:
    said = (When(DEADLINE, "within 30 working days", "P30D"), When(START, "at the turn of the year"))
    act, _ = lit("OP1", "Requests", K.TIMES, times=said)
    assert [time.text for time in act.times] == ["at the turn of the year", "within 30 working days"]
    act, _ = lit("OP1", "Requests", K.TIMES)
    assert act.times == ()


def test_qualifiers() -> None:
    act, _ = lit("OP1", "Requests", K.QUALIFIERS, qualifiers=("as the Council sees fit",))
    assert [qualifier.text for qualifier in act.qualifiers] == ["as the Council sees fit"]
    assert (act.rule, act.reviewed) == (HUMAN, "A. Reader")
    assert not acts_of(corrected(correction("OP2", "Urges", K.QUALIFIERS)), "OP2")[0].qualifiers


@pytest.mark.parametrize(
    ("said", "found", "use", "kind"),
    [
        (Which("Lamp Rules", "the Lamp Rules"), "the Lamp Rules", "in-accordance-with", "document"),
        (Which("Lamp Rules", "Lamp Convention"), "Lamp Convention", "in-accordance-with", "treaty"),
        (Which("Lamp Rules", "UN Charter", "recalls"), "Charter of the United Nations", "recalls", "charter"),
        (
            Which("Lamp Rules", "UN Charter, chapter VII"),
            "Charter of the United Nations, Chapter VII",
            "",
            "charter",
        ),
        (Which("Lamp Rules", "1373 (2001)"), "S/RES/1373(2001)", "", "resolution"),
        (Which("Lamp Rules", "S/RES/1373"), "S/RES/1373(2001)", "", "resolution"),
        (
            Which("Lamp Rules", "resolution 731 (1992), paragraph 4 (c)"),
            "S/RES/731(1992), paragraph 4(c)",
            "",
            "resolution",
        ),
        (Which("Lamp Rules", "General Assembly resolution 60/288"), "A/RES/60/288", "", "resolution"),
        (Which("Lamp Rules", "S/PRST/2015/25"), "S/PRST/2015/25", "", "statement"),
        (Which("paragraphs 2 and 3 above", "#OP3", "cites"), "#OP3", "cites", "paragraph"),
    ],
)
def test_citations(said: Which, found: str, use: str, kind: str) -> None:
    act, reading = lit("OP1", "Requests", K.CITATIONS, citations=(said,))
    (citation,) = act.citations
    assert (citation.instrument, citation.text, citation.certainty) == (found, said.text, 1.0)
    assert not use or citation.use == use
    described = {instrument.key: instrument for instrument in reading.instruments}
    assert described[found].kind == kind
    assert not described[found].whole or described[found].whole in described


def test_a_part_of_an_instrument_that_the_text_knows_is_of_the_same_kind() -> None:
    rules = Instrument("Lamp Rules", "plan")
    reading = Reading(text_document(), instruments=(rules,))
    part = instrument_named("Lamp Rules, paragraph 4", ())
    assert part.kind == "document", "which is all that the name says"
    assert with_instruments(reading, [part]) == (rules, replace(part, kind="plan"))


def test_a_reader_can_say_every_use_that_the_ontology_has() -> None:
    assert set(uses()) == set(concepts("use"))


def test_words_that_cite_several_instruments_are_said_once_for_each() -> None:
    words = "paragraphs 2 and 3 above"
    said = (Which(words, "#OP2"), Which("Lamp Rules", "Lamp Rules"), Which(words, "#OP3"))
    act, _ = lit("OP1", "Requests", K.CITATIONS, citations=said)
    assert [(one.text, one.instrument) for one in act.citations] == [
        ("Lamp Rules", "Lamp Rules"),
        (words, "#OP2"),
        (words, "#OP3"),
    ]


def test_a_use_that_is_left_out_is_that_which_the_rules_read() -> None:
    act, _ = lit("OP2", "Decides", K.CITATIONS, citations=(Which("1373 (2001)", "S/RES/1375(2001)"),))
    assert [(one.instrument, one.use) for one in act.citations] == [("S/RES/1375(2001)", "set-out-in")]
    act, _ = lit("OP2", "Decides", K.CITATIONS)
    assert act.citations == ()


def test_who_vouches_for_an_act_vouches_for_its_citations() -> None:
    document = read_bytes(
        LIGHTS.replace("resolution 1373 (2001)", "resolution 1373 (1960)").encode(), "x.txt"
    )
    (before,) = acts_of(read_document(document), "OP2")
    (act,) = acts_of(read_reviewed(document, [correction("OP2", "Decides", K.ACCEPT)]), "OP2")
    assert [one.certainty < 1 and bool(one.doubt) for one in before.citations] == [True]
    assert [(one.certainty, one.doubt) for one in act.citations] == [(1.0, "")]


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
        (correction("OP1", "Requests", K.TIMES, times=(When(DEADLINE, "in May"),)), "“in May” is not in OP1"),
        (correction("OP1", "Requests", K.QUALIFIERS, qualifiers=("if able",)), "“if able” is not in OP1"),
        (
            correction(
                "OP1", "Requests", K.CITATIONS, citations=(Which("on", "S/RES/1"), Which("on", "S/RES/1"))
            ),
            "“on” is not in OP1 once more",
        ),
        (
            correction("OP1", "Requests", K.CITATIONS, citations=(Which("the", "#OP9"),), place="f, 1"),
            "f, 1: “#OP9” is no paragraph of the document; write a label, such as #OP5",
        ),
        (
            correction("OP1", "Requests", K.CITATIONS, citations=(Which("the", "–"),)),
            "“–” names no instrument; write a symbol or a name",
        ),
    ],
)
def test_words_that_are_not_there_are_one_line(row: Correction, says: str) -> None:
    with pytest.raises(InputError, match=re.escape(says)):
        read_reviewed(text_document(), [row])
