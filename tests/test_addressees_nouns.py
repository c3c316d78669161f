"""Addressees: who is to do what is called for, asked again or awaited, where a noun tells it."""

import pytest

from .clauses import acts_of

CASES = [
    (
        "Demands the cessation of all hostilities and the withdrawal of the forces of Iraq",
        ["the forces of Iraq"],
        "each of two things has its own doer",
    ),
    (
        "Reaffirms its decision in resolution 9000 (2016) that all States shall prevent such sales",
        ["all States"],
        "a decision that is said again binds again",
    ),
    ("Reaffirms its decision that the matter shall remain on its agenda", [], "if it bound anybody"),
    (
        "Underscores its previous calls on all parties to talk",
        ["all parties"],
        "calls that are said again",
    ),
    ("Reiterates its urging of all parties to talk", ["all parties"], "and an urging"),
    ("Calls for the implementation of other mechanisms", [], "what is carried out does nothing"),
    ("Calls for the protection of humanitarian workers", [], "those protected are asked nothing"),
    ("Urges the swift appointment of a Special Representative", [], "nor is one who is yet to be appointed"),
    (
        "Calls for the operationalization of the Lakes Court",
        [],
        "nor one that is to be set to work",
    ),
    ("Calls for the arrest of war criminals by all States", ["all States"], "'by' tells who does it"),
    (
        "Recommends to the Governments concerned the scrupulous respect of those principles",
        ["the Governments concerned"],
        "'to' before the asked, and a noun for what they are asked",
    ),
    ("Demands from Angola the return of the ships", ["Angola"], "so does 'from'"),
    (
        "Encourages the Secretary-General’s efforts to find a solution",
        ["the Secretary-General"],
        "whose efforts they are",
    ),
    ("Calls for the parties’ full compliance", ["the parties"], "the owner alone is asked"),
    (
        "Recalls its demand that all parties withdraw",
        ["all parties"],
        "a demand goes on until it is met, and binds when it is recalled",
    ),
    ("Recalls its request to the Lakes Board to report", [], "what was requested is only recalled"),
    (
        "Recalls its decision in resolution 900 (1994) that all States shall report",
        [],
        "so is what was decided elsewhere",
    ),
    (
        "Reiterates its insistence that all States should not interfere",
        ["all States"],
        "an insistence is a directive told as a noun",
    ),
    (
        "Reaffirms its warm encouragement to the Parliament of Angola to amend a law",
        ["the Parliament of Angola"],
        "and so is an encouragement",
    ),
    ("Repeats its call on all States to cooperate", ["all States"], "what is repeated is asked again"),
    (
        "Recommends exploring ways for closer cooperation between UNODC and UNHCR",
        [],
        "what something is for is asked of nobody",
    ),
    (
        "Calls for strengthening the process of talks, including measures to ease trade, to create work",
        [],
        "what is to be strengthened is nobody, and measures are none",
    ),
    (
        "Calls for joint operations by UNIFIL and UNDOF, with care, to end the raids",
        ["UNIFIL", "UNDOF"],
        "a deed is nobody, but those by whom it is to be done",
    ),
    (
        "Encourages the submission of claims to the Board by coastal States of the region",
        ["coastal States of the region"],
        "'to' before a name opens no infinitive",
    ),
    ("Directs the transfer of the money from UNHCR to the Fund", [], "'from' says where the money lies"),
    (
        "Looks forward to the recommendations of the Secretary-General requested in June",
        ["the Secretary-General"],
        "who is to deliver what is awaited",
    ),
    (
        "Looks forward to receiving the Secretary-General’s next report",
        ["the Secretary-General"],
        "or whose it is to be",
    ),
    ("Looks forward to the meeting of the Secretary-General and Iraq", [], "a meeting is not delivered"),
    ("Looks forward to the submission of those reports", [], "and a report delivers nothing"),
    (
        "Welcomes further briefings by UNODC on the matter",
        ["UNODC"],
        "welcomed briefings that are yet to come",
    ),
    ("Welcomes the briefing by UNODC", [], "one that was given asks nothing"),
    (
        "Calls for an end to the fighting and for all parties to commit themselves to a ceasefire",
        ["all parties"],
        "'and for' names whoever is to do the second thing",
    ),
    (
        "Calls for the full implementation of the Communiqué between the Government and the United Nations",
        [],
        "an agreement between two asks neither",
    ),
    (
        "Calls for enhanced cooperation between the Government and the United Nations",
        ["the Government", "the United Nations"],
        "but cooperation is done by both",
    ),
    (
        "Calls for the publication of the list, as called for by the African Union",
        [],
        "'by' tells who called before",
    ),
    ("Reiterates its call for a credible process open to all communities", [], "a process is nobody"),
    (
        "Calls for cooperation between the Government and its neighbours, including measures to ease trade",
        ["the Government", "its neighbours"],
        "measures do nothing",
    ),
    ("Stresses the need for all parties to show restraint", [], "a need addresses nobody"),
    (
        "Calls for the continued support of UNODC in training judges",
        ["UNODC"],
        "the doer of what is called for",
    ),
    (
        "Encourages the exchange of information between relevant United Nations entities",
        ["relevant United Nations entities"],
        "the doers stand after between",
    ),
    ("Calls for the immediate release of all captured ships", [], "ships are no actors"),
    ("Encourages efforts to combat piracy", [], "efforts are no actor"),
    (
        "Reiterates its demand that Iraq cooperate with the Commission",
        ["Iraq"],
        "a demand told as a noun still has its addressee",
    ),
    (
        "Reiterates its request in resolution 9000 (2016) to the Secretary-General to report",
        ["the Secretary-General"],
        "where the request was made is passed over",
    ),
    ("Recalls its request to the Government of Chad to report", [], "what was asked is only recalled"),
    (
        "Calls for the prompt release by UNITA of all sailors and by Angola of all ships",
        ["UNITA", "Angola"],
        "each by names a doer",
    ),
    (
        "Calls for restraint and for an end to violence and for the Government and the opposition to talk",
        ["the Government", "the opposition"],
        "the last 'and for' names them",
    ),
    (
        "Reiterates its support for the call of the Secretary-General for restraint",
        [],
        "somebody else's call asks nothing here",
    ),
    (
        "Calls for the withdrawal of all forces from Lebanon",
        ["all forces"],
        "the place that is left does not tell whose forces they are",
    ),
]


@pytest.mark.parametrize(("clause", "expected", "why"), CASES, ids=[c[0] for c in CASES])
def test_who_does_what_a_noun_tells(clause: str, expected: list[str], why: str) -> None:
    act = acts_of(clause)[0]
    assert [a.text for a in act.addressees] == expected, why


def test_who_is_welcomed_beside_who_is_encouraged_is_asked_nothing() -> None:
    welcomes, encourages = acts_of("Welcomes and further encourages the work of UNODC")
    assert [a.text for a in encourages.addressees] == ["UNODC"]
    assert welcomes.addressees == ()
    (content,) = welcomes.contents
    assert (content.kind.value, content.modality) == ("object", None)
