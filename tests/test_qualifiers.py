"""Qualifiers: every rule finds its examples, and the words end where the phrase ends."""

import pytest
from obligraph.extract.clauses.limiting import DutyRow, duty_rows
from obligraph.extract.clauses.qualifiers import find_qualifiers, qualifier_rules
from obligraph.extract.document import Span
from obligraph.extract.pipeline import read_document

from .clauses import acts_of
from .documents import document

EXAMPLES = [(rule.id, example) for rule in qualifier_rules() for example in rule.examples]

CLAUSES = [
    ("to report, as appropriate, to the Council", ["as appropriate"], "a fixed phrase"),
    (
        "the Panel, in close cooperation with UNODC and other lighthouse keepers, to include",
        ["in close cooperation with UNODC and other lighthouse keepers"],
        "a phrase ends at the comma",
    ),
    ("within its existing mandate to report", ["within its existing mandate"], "ends at its noun"),
    (
        "in consultation with the parties to submit",
        ["in consultation with the parties"],
        "an infinitive ends it",
    ),
    (
        "including when it is associated with trafficking",
        [],
        "an example of the thing, no condition on the duty",
    ),
    ("the date when the mandate began", [], "a relative clause, not set off"),
    ("to report, when consulting with States, on", ["when consulting with States"], "set off by commas"),
    (
        "in accordance with rule 28 (of its rules)",
        ["in accordance with rule 28 (of its rules)"],
        "a bracket belongs",
    ),
    (
        "in accordance with the law and in consultation with the parties",
        ["in accordance with the law", "in consultation with the parties"],
        "another qualifier behind and is one of its own",
    ),
    (
        "in accordance with and with respect for its by-laws",
        ["in accordance with and with respect for its by-laws"],
        "two prepositions of one object",
    ),
    (
        "in cooperation with other panels as appropriate",
        ["in cooperation with other panels", "as appropriate"],
        "a set phrase is one of its own",
    ),
    (
        "within the ceiling set in its report should the Chair so recommend",
        ["within the ceiling set in its report", "should the Chair so recommend"],
        "and so is a condition",
    ),
    (
        "if the parties agree to meet in good faith and the talks begin",
        ["if the parties agree to meet in good faith and the talks begin"],
        "a condition keeps its infinitives and what limits them",
    ),
    (
        "unless, in the light of the report, the Council decides otherwise",
        ["unless, in the light of the report, the Council decides otherwise"],
        "and what is set off behind its first word",
    ),
    ("in line with the plan in order to protect civilians", ["in line with the plan"], "a purpose ends it"),
    (
        "to mediate, having in mind the peace of the region. The Chair shall report",
        ["having in mind the peace of the region"],
        "a sentence ends it",
    ),
    ("such guidelines as may be necessary", [], "says which guidelines"),
    ("to review them as may be necessary", ["as may be necessary"], "says when"),
    ("detained for as long as necessary", [], "a length"),
    ("arrangements consistent with the Charter", [], "a trait of the arrangements"),
    ("to act, consistent with the Charter", ["consistent with the Charter"], "set off: a limit of the act"),
    ("as required by paragraph 3", [], "refers to what is asked elsewhere"),
    ("as well as relevant statements", [], "a conjunction"),
    ("to report once a month", [], "a recurrence"),
    ("to report once a ceasefire holds", ["once a ceasefire holds"], "a condition"),
    (
        "in close and continuing consultation with the pilots to report",
        ["in close and continuing consultation with the pilots"],
        "joined adjectives",
    ),
    ("the Fund established in accordance with paragraph 3", [], "tells which"),
    ("to act, while welcoming the talks", [], "only told in passing"),
    ("to act, notwithstanding any contract", [], "widens the duty"),
    ("violence on the basis of religion", [], "a ground, not a limit"),
    ("if the talks are to succeed", [], "a purpose"),
    ("to deploy, according to reports, more troops", [], "a source"),
    (
        "to take measures also in close consultation with the parties",
        ["in close consultation with the parties"],
        "one more limit",
    ),
    (
        "in carrying out, as relevant, the aims of the Mission, it shall report",
        ["as relevant"],
        "nothing of the phrase is left but its first words",
    ),
    (
        "to deploy them in line with the ceiling of 22,126 staff, and report",
        ["in line with the ceiling of 22,126 staff"],
        "a comma in a number",
    ),
    (
        "in accordance with resolutions 9001 (2029), 9002 (2029) and 9003 (2030), to act",
        ["in accordance with resolutions 9001 (2029), 9002 (2029) and 9003 (2030)"],
        "a list of numbers",
    ),
    (
        "in accordance with paragraphs 4, 5 and 6 above, to act",
        ["in accordance with paragraphs 4, 5 and 6 above"],
        "a list",
    ),
    ("training as many pilots as possible by night", [], "how many"),
    ("Clubs acting through or in cooperation with the League shall report", [], "tells which clubs"),
    ("to help, if so requested by the parties, in it", ["if so requested by the parties"], "by whom"),
    ("to settle all pending issues", [], "an adjective"),
    ("claims that are pending the judgment", [], "tells which claims"),
    ("a club based on the rule of thumb", [], "a trait of the club"),
    ("they have failed to comply in good faith", [], "what was done"),
    ("to take part in good faith", ["in good faith"], "how it is to be done"),
    ("on the date when the Council meets", [], "says which date"),
    ("States should work in cooperation with the Court", [], "what is asked itself"),
]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=[f"{r}: {e}" for r, e in EXAMPLES])
def test_each_rule_finds_its_examples(rule: str, example: str) -> None:
    text = f"shall act, {example}, and report"
    found = find_qualifiers(text, Span(0, len(text)))
    assert example in [q.text for q in found]


@pytest.mark.parametrize(("clause", "expected", "why"), CLAUSES, ids=[c[0] for c in CLAUSES])
def test_extent(clause: str, expected: list[str], why: str) -> None:
    found = find_qualifiers(clause, Span(0, len(clause)))
    assert [q.text for q in found] == expected, why
    assert all(clause[q.span.start : q.span.end] == q.text for q in found)


TOLD = [
    (
        "Welcomes the talks held in accordance with resolution 9000 (2030)",
        [],
        "tells how they came about",
    ),
    ("Welcomes the briefings of the Panel, as necessary", ["as necessary"], "a set phrase limits"),
    (
        "Welcomes the intention of the Chair to report as soon as possible",
        ["as soon as possible"],
        "what is welcomed is still to come",
    ),
    ("Welcomes the report made as soon as possible after the vote", [], "it has come about"),
    (
        "Requests the Panel to report in accordance with resolution 9000 (2030)",
        ["in accordance with resolution 9000 (2030)"],
        "limits what is asked",
    ),
    (
        "Stresses the need to combat such acts in accordance with international law",
        ["in accordance with international law"],
        "limits what is stressed as a duty",
    ),
    ("Reaffirms the sovereignty of the State, in accordance with the Charter", [], "a fact"),
    (
        "Recalls that no forces shall enter the zone, unless the parties agree",
        ["unless the parties agree"],
        "the duty is only recalled, but a condition of it",
    ),
    ("Notes that the talks may fail unless the parties agree", [], "a forecast"),
    (
        "Affirms, in accordance with paragraph 2 above, that the mandate ends",
        ["in accordance with paragraph 2 above"],
        "limits the act itself",
    ),
    (
        "Expresses its intention, where appropriate, to ask the ferries to sail",
        ["where appropriate"],
        "set",
    ),
    (
        "Stresses the importance of the camps where the refugees live",
        [],
        "tells of a place",
    ),
]


@pytest.mark.parametrize(("clause", "expected", "why"), TOLD, ids=[c[0] for c in TOLD])
def test_what_is_only_told_is_limited_where_it_tells_of_a_duty(
    clause: str, expected: list[str], why: str
) -> None:
    (act,) = acts_of(clause)
    assert [q.text for q in act.qualifiers] == expected, why


def test_what_a_preamble_welcomes_has_come_about() -> None:
    made = document({"PP1": "Welcoming the help given as needed", "OP1": "Decides to remain seized"})
    welcomed, *_ = read_document(made).acts
    assert welcomed.act == "welcome"
    assert welcomed.qualifiers == ()


def test_a_limit_ends_where_the_next_act_begins() -> None:
    asked, welcomed = acts_of(
        "Requests the Panel to report in accordance with the law and welcomes the report of the Chair"
    )
    assert [q.text for q in asked.qualifiers] == ["in accordance with the law"]
    assert welcomed.qualifiers == ()


def test_lettered_conditions_are_each_a_qualifier() -> None:
    made = document(
        {
            "OP1": "Decides that all ferries shall stay moored overnight unless:",
            "OP1(a)": "The harbour has been lit; or",
            "OP1(b)": "The pilot has agreed to it;",
        }
    )
    act = read_document(made).acts[0]
    assert [q.text for q in act.qualifiers] == [
        "The harbour has been lit",
        "The pilot has agreed to it",
    ]
    assert all(made.text[q.span.start : q.span.end] == q.text for q in act.qualifiers)


@pytest.mark.parametrize("row", duty_rows(), ids=lambda row: row.id)
def test_words_of_duty_let_qualifiers_limit_what_is_told(row: DutyRow) -> None:
    for example in row.examples:
        made = document({"PP1": example, "OP1": "Decides to remain seized"})
        assert read_document(made).acts[0].qualifiers, example
