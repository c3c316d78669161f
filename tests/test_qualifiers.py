"""Qualifiers: every rule finds its examples, and the words end where the phrase ends."""

import pytest
from obligraph.extract.clauses.qualifiers import find_qualifiers, qualifier_rules
from obligraph.extract.document import Span

from .clauses import acts_of

EXAMPLES = [(rule.id, example) for rule in qualifier_rules() for example in rule.examples]

CLAUSES = [
    ("to report, as appropriate, to the Council", ["as appropriate"], "a fixed phrase"),
    (
        "the Panel, in close cooperation with UNODC and other relevant entities, to include",
        ["in close cooperation with UNODC and other relevant entities"],
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


@pytest.mark.parametrize(
    ("clause", "expected", "why"),
    [
        (
            "Welcomes the talks held in accordance with resolution 1740 (2006)",
            [],
            "tells how they came about",
        ),
        ("Welcomes the briefings of the Panel, as necessary", ["as necessary"], "a set phrase limits"),
        (
            "Requests the Panel to report in accordance with resolution 1740 (2006)",
            ["in accordance with resolution 1740 (2006)"],
            "limits what is asked",
        ),
    ],
)
def test_what_is_welcomed_is_limited_by_nothing(clause: str, expected: list[str], why: str) -> None:
    (act,) = acts_of(clause)
    assert [q.text for q in act.qualifiers] == expected, why
