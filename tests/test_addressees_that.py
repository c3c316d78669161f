"""Addressees: whom a that-clause binds."""

import pytest

from .clauses import acts_of

CASES = [
    (
        "Demands that all armed groups in Sudan’s territory ensure access",
        ["all armed groups in Sudan’s territory"],
        "whose a place is, is no verb, though a name ends in the middle of the word",
    ),
    (
        "Demands that these militias and those allied to them lay down their arms",
        ["these militias", "those allied to them"],
        "'those' with a participle needs no noun",
    ),
    (
        "Requests that the military component report to the Special Representative",
        ["the military component"],
        "of two words that can be verbs the first is the asked's noun",
    ),
    ("Urges that the mediation efforts be continued", [], "nor is one that stands before 'be'"),
    (
        "Demands respect for their rights and that all parties, in particular the army, refrain from attacks",
        ["all parties", "the army"],
        "'all' before a noun is no pronoun, and the verb may follow those singled out",
    ),
    (
        "Requests that the Secretary-General renew the Panel set up by resolution 9000 (2016) for a year",
        ["the Secretary-General"],
        "the verb 'requests' is no noun that tells where a request was made",
    ),
    (
        "Decides that, whatever the date, Judge Anna Berg and Judge Ben Cole are authorized to serve",
        ["Judge Anna Berg", "Judge Ben Cole"],
        "persons are known by their titles, and 'are authorized to' binds",
    ),
    (
        "Underlines that Member States are obligated under the Charter to carry out its decisions",
        ["Member States"],
        "what they are bound by may stand before what they are bound to",
    ),
    (
        "Demands that all parties and others concerned cooperate fully with the Force",
        ["all parties and others concerned"],
        "an adjective behind its noun is not the verb, and ends no search for it",
    ),
    (
        "Demands that the attacks cease and that the Government of Angola protect its staff",
        ["the Government of Angola"],
        "a second that-clause binds its own subject",
    ),
    (
        "Requests that the Secretary-General, in conjunction with his partners, to continue his efforts",
        ["the Secretary-General"],
        "a slip of drafters: 'that' with an infinitive",
    ),
    ("Stresses that both parties must cooperate", ["both parties"], "'both' belongs to who is bound"),
    (
        "Demands that both the Government of Angola and UNITA cooperate",
        ["the Government of Angola", "UNITA"],
        "but not where it opens a list",
    ),
    (
        "Decides that on 3 May 2031 coastal States shall open their ports",
        ["coastal States"],
        "a date before the subject",
    ),
    (
        "Affirms that the United Nations and the specialized agencies are required to act as may be needed",
        ["the United Nations", "the specialized agencies"],
        "those required are bound, whatever modal comes later",
    ),
    (
        "Reaffirms that, as a signatory of the Pact, Angola is bound to observe it",
        ["Angola"],
        "a comma behind 'that'",
    ),
    (
        "Stresses that lasting peace requires all parties to lay down their arms",
        ["all parties"],
        "what requires somebody to act asks them",
    ),
    (
        "Notes that the Protocol requires all States to set an age limit",
        [],
        "but what another text requires is not asked here",
    ),
    (
        "Underlines that nothing in this text requires all States to open their ports",
        [],
        "and what is not required is not asked",
    ),
    (
        "Reminds the parties that, under the Agreement, the Mission does not need permission",
        ["the parties"],
        "who is only told of binds nobody else",
    ),
    (
        "Insists that the group known as UNITA, which now calls itself a party, disarm promptly",
        ["the group known as UNITA"],
        "'known as' is a part of the name, and a relative clause is passed over",
    ),
    ("Decides that all States shall freeze the funds", ["all States"], "the bearer of shall"),
    (
        "Demands that the Government of Libya comply",
        ["the Government of Libya"],
        "the bearer of a subjunctive",
    ),
    (
        "Demands that all parties immediately cease hostilities",
        ["all parties"],
        "an adverb before the subjunctive",
    ),
    ("Demands that Iraq supply the names", ["Iraq"], "a verb that looks like an adverb"),
    ("Decides that the measures shall expire in May", [], "the subject of shall is no actor"),
    ("Decides that the Force shall consist of 500 troops", [], "says how it is, asks nobody"),
    (
        "Decides that all Member States shall continue to prevent the sale of arms",
        ["all Member States"],
        "whoever shall go on doing something is asked to",
    ),
    (
        "Decides that the measures shall be reviewed by the Committee",
        ["the Committee"],
        "'by' names who shall do it, where the subject undergoes it",
    ),
    ("Decides that the measures shall be reviewed by 5 May 2031", [], "a date does nothing"),
    (
        "Decides that, if fighting goes on, it shall consider further measures",
        [],
        "the body asks itself nothing",
    ),
    (
        "Demands that the Government, all militias and all other stakeholders ensure the full, safe access",
        ["the Government", "all militias", "all other stakeholders"],
        "a comma behind the verb opens no aside of the subject",
    ),
    (
        "Reaffirms that all parties are bound to comply with the law",
        ["all parties"],
        "'are bound to' binds as 'must' does",
    ),
    (
        "Demands that Iraq, as a contribution to peace, immediately end this repression",
        ["Iraq"],
        "an aside between the subject and its verb",
    ),
    (
        "Stresses that the parties must respect the ceasefire",
        ["the parties"],
        "a named bearer with a verb of its own",
    ),
    (
        "Decides, acting under Chapter VII of the Charter of the United Nations, that all States shall act",
        ["all States"],
        "what is put between the verb and its complement ends nothing",
    ),
    (
        "Requests that in guarding the bridges, MINUSTAH cooperate with the OAS",
        ["MINUSTAH"],
        "a phrase of manner before the subject",
    ),
    ("Demands that relief organizations be granted access to camps", [], "something is done for them"),
    (
        "Recommends that the Secretary-General designate a mediator, who shall report to him",
        ["the Secretary-General"],
        "the verb behind who is the mediator's",
    ),
    (
        "Demands that all gangs in the north of Chad cease all raids",
        ["all gangs in the north of Chad"],
        "a word behind an article is a noun",
    ),
    (
        "Requests that the report be submitted by the Secretary-General by 30 June 2018",
        ["the Secretary-General"],
        "a passive without 'shall' tells by whom it is to be done",
    ),
    (
        "Requests that the Office be headed by a Special Representative of the Secretary-General",
        [],
        "but who leads a body is told, not asked",
    ),
    (
        "Requests that UNIFIL be led by a Special Representative of the Secretary-General",
        [],
        "an actor that undergoes something asks nobody else",
    ),
    (
        "Demands that the Taliban, Al-Qaida and associated groups disarm",
        ["the Taliban", "Al-Qaida", "associated groups"],
        "a plural noun is no verb",
    ),
    (
        "Requests that the report be made available by the end of 2018",
        [],
        "by a day is no actor",
    ),
    (
        "Decides that it shall be reviewed by the Committee every six months",
        ["the Committee"],
        "what 'it' stands for undergoes something",
    ),
    (
        "Demands that the siege be lifted and that the prisoners be released by the rebels",
        ["the rebels"],
        "the second passive names its doer",
    ),
]


@pytest.mark.parametrize(("clause", "expected", "why"), CASES, ids=[c[0] for c in CASES])
def test_whom_a_that_clause_binds(clause: str, expected: list[str], why: str) -> None:
    act = acts_of(clause)[0]
    assert [a.text for a in act.addressees] == expected, why


def test_an_actor_named_twice_is_asked_once() -> None:
    (act,) = acts_of("Decides that all States shall cooperate and that all States shall report")
    assert [a.text for a in act.addressees] == ["all States"]
