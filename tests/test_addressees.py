"""Addressees: who is asked, what is a part of their name and what only stands beside them."""

import pytest
from obligraph.extract.obligations import obligations

from .clauses import acts_of, read_clauses

CASES = [
    ("Calls upon Israel, the occupying Power, to comply", ["Israel"], "what somebody is called besides"),
    (
        "Requests the Mediation, led by President Anna Berg, and the United Nations to talk",
        ["the Mediation", "the United Nations"],
        "who leads somebody is not asked",
    ),
    (
        "Encourages the authorities in their efforts towards peace",
        ["the authorities"],
        "in what somebody is encouraged does not say who",
    ),
    ("Calls on the mediators in this regard to talk", ["the mediators"], "nor does a set phrase"),
    ("Appeals to all States for generous aid", ["all States"], "what is appealed for stands behind 'for'"),
    (
        "Calls upon the troop and police contributing States to help",
        ["the troop and police contributing States"],
        "a troop alone contributes nothing",
    ),
    (
        "Urges that Government to discharge its responsibility",
        ["that Government"],
        "'that' points at somebody, and opens no clause",
    ),
    (
        "Reminds all parties of their obligations under the law",
        ["all parties"],
        "what they are told stands behind 'of'",
    ),
    (
        "Encourages the concerned countries to cooperate",
        ["the concerned countries"],
        "the adjective before its noun",
    ),
    (
        "Urges those having influence with the parties to help",
        ["those having influence with the parties"],
        "no noun",
    ),
    ("Requests the Secretary-General to report", ["the Secretary-General"], "the plain case"),
    (
        "Decides to authorize the coastal States of the Lakes Board to escort ships",
        ["the coastal States of the Lakes Board"],
        "whom the body authorizes in its own infinitive",
    ),
    (
        "Requests the monitoring mechanism to report in May, and to keep a list",
        ["the monitoring mechanism"],
        "a mechanism can be a body",
    ),
    (
        "Urges donors engaged in the reform by the authorities to coordinate",
        ["donors engaged in the reform by the authorities"],
        "what is done by somebody else, behind a preposition",
    ),
    (
        "Draws the attention of coastal States to the guidelines",
        ["coastal States"],
        "whose attention is drawn is told",
    ),
    (
        "Requests the Panel of Experts, in cooperation with UNODC and the African Union, to investigate",
        ["the Panel of Experts"],
        "those that one works with are not asked",
    ),
    (
        "Calls upon those Member States who have not yet done so to ratify the Convention",
        ["those Member States"],
        "a relative clause is no part of the name",
    ),
    (
        "Urges humanitarian agencies operating in the region to coordinate",
        ["humanitarian agencies operating in the region"],
        "a participle is",
    ),
    (
        "Calls upon the parties urgently to cease fire",
        ["the parties"],
        "an adverb stands before the infinitive",
    ),
    (
        "Decides to establish, under rule 28, a Committee of the Council composed of its members, to report",
        ["a Committee of the Council"],
        "a body that is set up with a task is asked to do it",
    ),
    ("Encourages States that pledged aid to deliver it", ["States"], "'that' opens a relative clause"),
    ("Decides to send a mission in order to examine the facts", [], "a purpose is no task"),
    ("Decides to extend the mandate of UNMISS", [], "the Council itself acts"),
    (
        "Calls upon all States, including States not members of the United Nations, to act accordingly",
        ["all States", "States not members of the United Nations"],
        "included by a phrase of their own",
    ),
    (
        "Urges States in a position to do so to contribute",
        ["States in a position to do so"],
        "the first infinitive belongs to 'position'",
    ),
    (
        "Calls upon the parties to the conflict to release all prisoners",
        ["the parties to the conflict"],
        "the first 'to' is a preposition",
    ),
    (
        "Calls on the parties identified in this list to report",
        ["the parties identified in this list"],
        "a participle",
    ),
    (
        "Calls upon the Government of Israel, as that deployment begins, to withdraw",
        ["the Government of Israel"],
        "this 'that' points, and opens no clause",
    ),
    (
        "Requests the Panel of Experts created pursuant to this resolution report to the Committee",
        ["the Panel of Experts"],
        "the infinitive lacks its to",
    ),
    (
        "Entrusts the Committee with the task of examining requests",
        ["the Committee"],
        "entrusting somebody with something",
    ),
    (
        "Decides to establish an international tribunal and to this end to adopt the Statute",
        [],
        "the body itself does what 'and' joins to the founding",
    ),
    (
        "Decides to establish a Group of Experts comprising four members to report to the Committee",
        ["a Group of Experts"],
        "who belongs to a body is no part of its name",
    ),
    (
        "Requests, in this regard, the Secretary-General to report",
        ["the Secretary-General"],
        "a set-off phrase before the addressee",
    ),
]


@pytest.mark.parametrize(("clause", "expected", "why"), CASES, ids=[c[0] for c in CASES])
def test_who_is_asked(clause: str, expected: list[str], why: str) -> None:
    act = acts_of(clause)[0]
    assert [a.text for a in act.addressees] == expected, why


def test_pronouns_stand_for_those_asked_before() -> None:
    first, second = acts_of("Calls on Member States to train judges, and encourages them to share experience")
    assert second.addressees[0].text == "them"
    assert second.addressees[0].actors == first.addressees[0].actors


def test_items_of_the_body_s_own_acts_can_ask_in_their_turn() -> None:
    reading = read_clauses(
        "Decides:\n\n(a) To call upon the parties to implement it;\n\n(b) To renew the mandate of UNDOF;\n\n"
        "(c) To request the Secretary-General to report"
    )
    asked = [(obligation.bearer, obligation.action.paragraph) for obligation in obligations(reading)]
    assert asked == [("the-parties", "OP1(a)"), ("secretary-general", "OP1(c)")]


def test_a_pronoun_that_stands_for_nobody_is_asked_and_doubted() -> None:
    """The words are kept, since somebody is asked; whom they mean is not guessed."""
    (act,) = acts_of("Urges them to keep their lamps lit")
    assert [(a.text, a.actors, a.certainty) for a in act.addressees] == [("them", (), 0.0)]
    assert "no antecedent in the document" in act.addressees[0].doubt
    assert act.doubts == (act.addressees[0].doubt,)


def test_each_bears_what_is_asked_of_it() -> None:
    """Others who are asked something else in the same clause bear that and no more."""
    reading = read_clauses("Requests UNODC to report by 1 May 2017, and Member States to assist it")
    assert [(o.bearer, o.action.text) for o in obligations(reading)] == [
        ("unodc", "to report by 1 May 2017"),
        ("member-states", "to assist it"),
    ]


def test_whom_an_infinitive_makes_act_is_not_asked() -> None:
    (act,) = acts_of("Requests UNODC to assist the police, the army, and the African Union to train judges")
    assert [a.text for a in act.addressees] == ["UNODC"]


def test_whom_the_body_decides_to_authorize_may_act_and_must_not() -> None:
    for verb, modality in (("authorize", "permission"), ("request", "duty")):
        (act,) = acts_of(f"Decides to {verb} UNIFIL to patrol the frontier")
        (content,) = act.contents
        assert content.modality is not None
        assert content.modality.value == modality


def test_a_deployment_is_nobody_but_the_mission_it_strengthens() -> None:
    (act,) = acts_of(
        "Authorizes the deployment within UNMEE of 4,200 troops, including 220 observers, with a mandate to:"
        "\n\n(a) Monitor the truce"
    )
    assert [a.text for a in act.addressees] == ["UNMEE"]


def test_a_body_that_is_set_up_has_the_listed_tasks() -> None:
    (act,) = acts_of(
        "Decides to re-establish a Board of Inquiry, to be based in Lagos, with the following tasks:\n\n"
        "(a) to visit the mines"
    )
    assert [a.text for a in act.addressees] == ["a Board of Inquiry"]


def test_a_purpose_behind_a_later_event_is_no_task() -> None:
    (act,) = acts_of("Decides to send envoys of the Committee, after it has met, to show its resolve")
    assert act.addressees == ()
