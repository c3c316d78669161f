"""Modality: the words of the action first, then the verb's own force."""

import pytest
from obligraph.extract.clauses.modality import Where, modality_of, modality_rules
from obligraph.extract.model import Force, Modality

CASES = [
    ("decide", Force.DECISION, "shall freeze without delay the funds", Modality.DUTY, "shall binds"),
    ("decide", Force.DECISION, "shall not supply arms", Modality.PROHIBITION, "shall not forbids"),
    (
        "decide",
        Force.DECISION,
        "shall not apply to medical supplies",
        Modality.EXEMPTION,
        "takes out of the measure",
    ),
    (
        "decide",
        Force.DECISION,
        "shall prevent the entry into their territories",
        Modality.PROHIBITION,
        "a ban to enforce",
    ),
    ("demand", Force.DEMAND, "to refrain from any hostile act", Modality.PROHIBITION, "asked to leave off"),
    ("call upon", Force.APPEAL, "to cooperate fully", Modality.RECOMMENDATION, "an appeal does not bind"),
    (
        "request",
        Force.REQUEST,
        "to report every six months",
        Modality.DUTY,
        "a request to an organ is a task",
    ),
    ("authorize", Force.DECISION, "to inspect vessels", Modality.PERMISSION, "the verb allows"),
    ("decide", Force.DECISION, "may designate other individuals", Modality.PERMISSION, "may allows"),
    (
        "stress",
        Force.STATEMENT,
        "should consider their vulnerability",
        Modality.RECOMMENDATION,
        "should advises",
    ),
    ("encourage", Force.ENCOURAGEMENT, "to report", Modality.RECOMMENDATION, "encouragement does not bind"),
]


@pytest.mark.parametrize(("act", "force", "action", "expected", "why"), CASES, ids=[c[2] for c in CASES])
def test_modality(act: str, force: Force, action: str, expected: Modality, why: str) -> None:
    assert modality_of(act, force, action) is expected, why


@pytest.mark.parametrize("rule_id", [rule.id for rule, _ in modality_rules()])
def test_examples_of_each_rule_reach_it(rule_id: str) -> None:
    rule = next(rule for rule, _ in modality_rules() if rule.id == rule_id)
    for example in rule.examples:
        act, action = (example, "to act") if rule.where is Where.VERB else ("urge", example)
        assert modality_of(act, Force.APPEAL, action) is rule.modality, example
