"""Targets: who did what is condemned, and only those said to have done it."""

import pytest

from .clauses import acts_of

CASES = [
    (
        "Deplores raids by Angolan military forces on Chadian villages",
        ["Angolan military forces"],
        "a State's adjective names whose forces they are",
    ),
    (
        "Condemns the repeated attacks of Israeli forces on villages",
        ["Israeli forces"],
        "behind 'of' stands who attacked, if it is told whom",
    ),
    ("Condemns the attacks of last week", [], "else it need not"),
    (
        "Deplores the lack of co-operation on the part of the Government of Portugal",
        ["the Government of Portugal"],
        "'on the part of' names the doer",
    ),
    (
        "Condemns the parties to the conflict who have denied access",
        ["the parties to the conflict"],
        "blamed at the head, for what a relative clause tells",
    ),
    ("Condemns the attacks carried out by Al-Shabaab", ["Al-Shabaab"], "the doer after by"),
    ("Condemns South Africa's aggression", ["South Africa"], "the doer as an owner, without its ending"),
    ("Deplores the declaration of the Houthis", ["the Houthis"], "a declaration is a deed"),
    (
        "Condemns abuses committed by Boko Haram, Al-Shabaab and other armed groups in the region",
        ["Boko Haram", "Al-Shabaab", "other armed groups"],
        "a list of doers, with the group that ends it",
    ),
    (
        "Condemns South Africa for its armed invasion of Angola",
        ["South Africa"],
        "blamed at the head of the object",
    ),
    (
        "Strongly condemns the aggression of South Africa against Angola",
        ["South Africa"],
        "a deed of somebody",
    ),
    (
        "Condemns the abuses by ISIL (also known as Daesh), and by Boko Haram",
        ["ISIL (also known as Daesh)", "Boko Haram"],
        "a bracket belongs to the name",
    ),
    (
        "Condemns the recent Israeli incursions into Beirut",
        ["Israeli"],
        "the adjective of a State before the deed",
    ),
    (
        "Condemns the Ethiopian and Eritrean attacks on villages",
        ["Ethiopian", "Eritrean"],
        "adjectives that 'and' joins",
    ),
    ("Condemns the South African invasion of Angola", ["South African"], "an adjective of two words"),
    ("Condemns the Iraqi invasion of Kuwait", ["Iraqi"], "who is invaded did nothing"),
    ("Condemns the attacks on Israeli towns", [], "but not of what was done harm to"),
    ("Deplores all attacks against civilians in Iraq", [], "a place did nothing"),
    ("Condemns all acts of terrorism", [], "nobody is named"),
    (
        "Condemns Angola’s continued blockade of Chad, its refusal to talk",
        ["Angola"],
        "an owner in one word",
    ),
    (
        "Condemns the detention by Angolan troops of Chadian sailors",
        ["Angolan troops"],
        "whom it hit did nothing",
    ),
    (
        "Condemns the raid by armed elements of the opposition of Iraq, and the raid in May by armed "
        "elements of the opposition of Iraq",
        ["armed elements of the opposition of Iraq"],
        "the same doers once",
    ),
    (
        "Condemns the use of areas controlled by the Taliban for the training of fighters",
        [],
        "who controls a place did not do what is condemned",
    ),
    (
        "Deplores the fact that the Taliban continues to shelter them",
        ["the Taliban"],
        "the subject of a fact",
    ),
    (
        "Deplores raids carried out by the ‘National Union for the Total Independence of Angola’ (UNITA)",
        ["the ‘National Union for the Total Independence of Angola’ (UNITA)"],
        "a quotation mark is no part of the name's last word",
    ),
    ("Welcomes the steps taken by the Government of Iraq", [], "nothing is blamed"),
]


def test_two_verbs_that_blame_with_one_object_have_its_targets() -> None:
    blamed = [[t.text for t in act.targets] for act in acts_of("Condemns and deplores the raids by ISIL")]
    assert blamed == [["ISIL"], ["ISIL"]]
    noted = [[t.text for t in act.targets] for act in acts_of("Notes and condemns the raids by ISIL")]
    assert noted == [[], ["ISIL"]], "who only notes something blames nobody"


@pytest.mark.parametrize(("clause", "expected", "why"), CASES, ids=[c[0] for c in CASES])
def test_targets(clause: str, expected: list[str], why: str) -> None:
    (act,) = acts_of(clause)
    assert [t.text for t in act.targets] == expected, why
