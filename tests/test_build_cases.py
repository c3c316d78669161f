"""What single things of a reading become in its graph: dates, citations, pronouns, what is told of others."""

from __future__ import annotations

import dataclasses
from datetime import date

import pytest
from obligraph.extract.document import Heading, Span
from obligraph.extract.model import Actor, Addressee, Instrument, Reading, Target

from .samples import SYMBOL, changed, sample_document, sample_reading
from .stores import asked

PATTERN = "actor:unsc ?does ?whom . ?whom a og:Actor FILTER(?does != org:subOrganizationOf)"


def test_a_draft_asks_nobody_yet() -> None:
    reading = sample_reading()
    draft = dataclasses.replace(reading, document=dataclasses.replace(reading.document, kind="draft"))
    assert not asked(draft, f"SELECT ?does ?whom {{ {PATTERN} }}")
    assert len(asked(draft, "SELECT ?act { ?act a og:Act }")) == len(reading.acts)


def test_a_reported_act_is_kept_apart() -> None:
    rows = asked(
        sample_reading(),
        "SELECT ?act ?from ?whom { ?act a og:ReportedAct ; og:reportedFrom ?from ; og:addressee ?whom }",
    )
    assert rows == [(f"{SYMBOL}/PP2/reported/1", "S/RES/8991(2029)", "actor/saltmarsh-brigade")]
    assert not asked(sample_reading(), "SELECT ?o { ?o og:arisesFrom/a og:ReportedAct }")


def test_a_reported_act_whose_source_is_words_is_told_of_what_they_name() -> None:
    told = sample_reading().reported[0]
    for words_, expected in (
        ("its own resolution 8991 (2029)", [("S/RES/8991(2029)",)]),
        ("the Council in its wisdom", []),
    ):
        reading = dataclasses.replace(
            sample_reading(), reported=(dataclasses.replace(told, reported=words_),)
        )
        assert asked(reading, "SELECT ?from { ?act og:reportedFrom ?from }") == expected
        assert asked(reading, "SELECT ?words { ?act og:reportedWords ?words }") == [(words_,)]


def test_a_pronoun_stands_for_several_with_its_doubt() -> None:
    rows = asked(
        sample_reading(),
        """SELECT ?who ?certainty ?doubt { ?a og:text "them"@en ; og:actor ?who ; og:certainty ?certainty ;
        og:doubt ?doubt }""",
    )
    why = "pronoun: nearest addressees taken"
    assert rows == [("actor/cted", "0.75", why), ("actor/unodc", "0.75", why)]


def test_what_limits_an_action_limits_its_obligation_alone() -> None:
    rows = asked(
        sample_reading(),
        """SELECT ?para ?iso ?qualifier { ?o og:bearer actor:member-states ; og:inParagraph/og:label ?para
        OPTIONAL { ?o og:time/og:iso ?iso } OPTIONAL { ?o og:qualifier ?qualifier } }""",
    )
    wrap_up = "in accordance with article 15 of the Convention on Safe Harbours"
    assert rows == [
        ("OP2(a)", "", "as appropriate"),
        ("OP2(a)", "", wrap_up),
        ("OP2(b)", "P6M", wrap_up),
    ]


def test_dates_stand_on_the_obligation() -> None:
    rows = asked(sample_reading(), "SELECT DISTINCT ?due { ?o a og:Duty ; og:due ?due }")
    assert rows == [("2030-06-30",)]
    rows = asked(sample_reading(), "SELECT ?until { ?o a og:Prohibition ; og:until ?until }")
    assert rows == [("2031-05-01",)]


def test_a_start_has_a_date_and_nothing_is_due() -> None:
    reading = sample_reading()
    act = reading.acts[7]
    start = dataclasses.replace(act.times[1], iso="P30D", due=date(2030, 4, 3))
    found = changed(act, times=(start,))
    assert asked(found, "SELECT ?date { ?t a og:Start ; og:date ?date }") == [("2030-04-03",)]
    assert not asked(found, "SELECT ?thing { ?thing og:due ?day }")


def test_two_spellings_of_a_name_are_one_instrument() -> None:
    reading = sample_reading()
    other = Instrument("Convention on safe harbours", "treaty")
    both = dataclasses.replace(reading, instruments=tuple(sorted((*reading.instruments, other))))
    rows = asked(
        both,
        "SELECT ?name { data:instrument\\/convention-on-safe-harbours dcterms:identifier ?name }",
    )
    assert rows == [("Convention on Safe Harbours",)]


def test_a_paragraph_of_nothing_but_items_has_a_text() -> None:
    document = sample_document()
    empty = dataclasses.replace(document.paragraphs[0], span=Span(0, 0), text="")
    rows = asked(
        Reading(dataclasses.replace(document, paragraphs=(empty,))),
        "SELECT ?text { ?p a og:Paragraph ; og:text ?text }",
    )
    assert rows == [("",)]


HEADING = """SELECT ?heading ?text ?start ?end {
    ?heading a og:Heading ; og:inDocument ?document ; og:text ?text ; og:start ?start ; og:end ?end }"""


def test_headings_are_those_between_the_paragraphs() -> None:
    """What stands above the first paragraph is said of the document: its title, day and body."""
    document = sample_document()
    head = Heading(Span(0, 22), "Resolution 9001 (2030)")
    [own] = document.headings
    reading = Reading(dataclasses.replace(document, headings=(head, own)))
    rows = asked(reading, HEADING)
    assert rows == [(f"{SYMBOL}/heading/1", "Safe passage", str(own.span.start), str(own.span.end))]
    assert document.words(own.span) == "Safe passage"


@pytest.mark.parametrize(
    ("headings", "paragraphs", "why"),
    [
        ((Heading(Span(0, 22), "Resolution 9001 (2030)"),), True, "a title is no heading of paragraphs"),
        ((Heading(Span(400, 400), ""),), True, "no words head nothing"),
        ((Heading(Span(400, 412), "Safe passage"),), False, "there is no paragraph to head"),
    ],
)
def test_no_heading(headings: tuple[Heading, ...], paragraphs: bool, why: str) -> None:
    document = sample_document()
    there = document.paragraphs if paragraphs else ()
    reading = Reading(dataclasses.replace(document, headings=headings, paragraphs=there))
    assert asked(reading, HEADING) == [], why


def test_a_cited_paragraph_is_the_paragraph_itself() -> None:
    rows = asked(
        sample_reading(),
        "SELECT ?label ?name { ?c og:instrument ?p . ?p og:label ?label ; dcterms:identifier ?name }",
    )
    assert rows == [("OP3", f"{SYMBOL}, paragraph 3")]


def test_citations_have_their_use_and_a_plain_statement() -> None:
    rows = asked(
        sample_reading(),
        """SELECT ?name ?use { ?act cito:citesAsAuthority ?i ; og:citation ?c . ?i dcterms:identifier ?name .
        ?c og:instrument ?i ; og:use/^og:use ?c ; og:use ?use }""",
    )
    assert rows == [
        ("Charter of the United Nations, Chapter VII", "use/pursuant-to"),
        ("Convention on Safe Harbours, article 15", "use/in-accordance-with"),
        ("S/RES/8990(2029)", "use/pursuant-to"),
    ]


def test_states_that_vote_are_actors_by_the_key_that_the_reading_gives() -> None:
    reading = sample_reading()
    albania = Actor("alb", "Albania", "state", "Republic of Albania")
    actors = tuple(sorted((*reading.actors, albania)))
    rows = asked(
        dataclasses.replace(reading, actors=actors), "SELECT ?who ?how { ?v og:voter ?who ; og:ballot ?how }"
    )
    assert rows == [
        ("actor/alb", "for"),
        ("actor/cote-d-ivoire", "abstaining"),
        ("actor/malta", "for"),
    ]


def test_a_verb_that_the_lexicon_lacks_is_kept() -> None:
    act = dataclasses.replace(sample_reading().acts[9], act="beseech")
    rows = asked(
        changed(act),
        """SELECT ?verb ?does { ?act og:verb ?v ; og:issuer ?i ; og:addressee actor:cted .
        ?v skos:prefLabel ?verb . ?i ?does actor:cted }""",
    )
    assert rows == [("beseech", "ontology#addresses")]


def test_a_target_of_a_verb_that_does_not_blame_is_blamed_all_the_same() -> None:
    reading = sample_reading()
    act = reading.acts[4]
    target = Target(("saltmarsh-brigade",), act.verb_span, act.verb)
    rows = asked(changed(act, targets=(target,)), "SELECT ?does { actor:unsc ?does actor:saltmarsh-brigade }")
    assert rows == [("ontology#blames",)]


def test_an_addressee_may_stand_for_nobody_known() -> None:
    act = sample_reading().acts[9]
    nobody = Addressee((), act.verb_span, act.verb, certainty=0.5, doubt="no antecedent in the document")
    rows = asked(changed(act, addressees=(nobody,)), "SELECT ?d { ?a a og:Addressing ; og:doubt ?d }")
    assert rows == [("no antecedent in the document",)]
