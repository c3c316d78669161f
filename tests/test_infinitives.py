"""Infinitives: where one of several begins a new thing that is asked, and where it only says what for."""

import pytest

from .clauses import acts_of

CASES = [
    (
        "Requests UNODC to contact them, to seek their help to bring aid, to train judges, and to report",
        [
            "to contact them",
            "to seek their help to bring aid",
            "to train judges",
            "to report",
        ],
        "an infinitive inside a member of a list",
    ),
    (
        "Calls upon both sides to cease all violations, to cooperate with the Force and to ensure its safety",
        [
            "to cease all violations",
            "to cooperate with the Force",
            "to ensure its safety",
        ],
        "a list of infinitives, the last behind 'and'",
    ),
    (
        "Requests the Secretary-General undertake a review and to include the details in his report",
        ["undertake a review", "to include the details in his report"],
        "the first lacks its 'to'",
    ),
    (
        "Requests the Panel to monitor the embargo, and to report to the Council",
        ["to monitor the embargo", "to report to the Council"],
        "each infinitive with its own to is a piece",
    ),
    (
        "Urges all parts of the Government of Chad to work together",
        ["to work together"],
        "parts of somebody are asked as he is",
    ),
    (
        "Expresses its willingness to review the measures",
        ["to review the measures"],
        "what the body itself will do",
    ),
    (
        "Calls upon States to investigate, disrupt and dismantle networks",
        ["to investigate, disrupt and dismantle networks"],
        "verbs that share their to are one piece",
    ),
    (
        "Requests the Mission to help the police to prevent crime and to protect civilians",
        ["to help the police to prevent crime and to protect civilians"],
        "the second infinitive joins the nearer one",
    ),
    (
        "Authorizes the Mission to take all action, to protect civilians, to deter attacks, and to patrol",
        ["to take all action, to protect civilians, to deter attacks, and to patrol"],
        "infinitives of purpose, set off by commas, stay with what they are for",
    ),
    (
        "Authorizes the Mission to pursue a strategy, with its partners, to prevent violence and to heal",
        ["to pursue a strategy, with its partners, to prevent violence and to heal"],
        "so does what a plan is for, behind an aside",
    ),
    (
        "Requests the Secretary-General to take measures to end such abuse and to keep the Council informed",
        ["to take measures to end such abuse", "to keep the Council informed"],
        "to account for what is done is a thing of its own, though an infinitive stands nearer",
    ),
    (
        "Requests the Panel to help States to trace funds, to seize them, and to inform the Council",
        [
            "to help States to trace funds",
            "to seize them",
            "to inform the Council",
        ],
        "and so it is behind commas",
    ),
    (
        "Urges States to help the police to inform the public and to prevent crime",
        ["to help the police to inform the public and to prevent crime"],
        "who tells the public accounts to nobody",
    ),
    (
        "Requests the Envoy to invite the parties to cooperate with him and to report to the Council",
        ["to invite the parties to cooperate with him and to report to the Council"],
        "whom an infinitive asks, that one may report",
    ),
    (
        "Urges all Ruritanians to redouble efforts to work together in peace and to engage in the talks",
        [
            "to redouble efforts to work together in peace",
            "to engage in the talks",
        ],
        "behind an effort something new begins",
    ),
    (
        "Urges the Mission to intensify its efforts to monitor and to counter false reports",
        ["to intensify its efforts to monitor and to counter false reports"],
        "but not where both share their object",
    ),
    (
        "Urges States to take steps to punish crimes against reporters, photographers and their drivers "
        "wherever they are committed within their territory and to publish the names of the dead",
        [
            "to take steps to punish crimes against reporters, photographers and their drivers "
            "wherever they are committed within their territory",
            "to publish the names of the dead",
        ],
        "nor behind a long purpose does what follows belong to it",
    ),
    (
        "Calls upon States to detain any ships of that registry, or to deny them entrance to their ports",
        [
            "to detain any ships of that registry",
            "to deny them entrance to their ports",
        ],
        "'or' behind a comma joins as 'and' does",
    ),
    (
        "Invites the Envoy to work with donors, including the Fund, to ensure relief and to avoid waste",
        [
            "to work with donors, including the Fund, to ensure relief",
            "to avoid waste",
        ],
        "the comma before the purpose closes an aside, and joins nothing",
    ),
    (
        "Urges States to train the police, in order to restore order, to protect markets and to deter theft",
        [
            "to train the police, in order to restore order, to protect markets and to deter theft",
        ],
        "purposes may be listed as well",
    ),
    (
        "Decides not to impose further measures",
        ["not to impose further measures"],
        "what the body will not do",
    ),
    (
        "Urges States to act, in particular to deploy patrols, to disarm the groups and to heal",
        ["to act, in particular to deploy patrols, to disarm the groups and to heal"],
        "and what is only an example",
    ),
    (
        "Requests the Mission to extend its presence, including in the north, to patrol, and to report",
        [
            "to extend its presence, including in the north",
            "to patrol",
            "to report",
        ],
        "an aside inside a member of a list",
    ),
    (
        "Requests the Secretary-General to help the police to train and, in this regard, to appoint a judge",
        ["to help the police to train", "to appoint a judge"],
        "'in this regard' begins something new, whatever infinitive stands nearer",
    ),
    (
        "Calls upon States to end efforts to recruit children as well as to release them",
        ["to end efforts to recruit children", "to release them"],
        "and so does 'as well as to'",
    ),
    (
        "Requests the Mission to keep the Council informed, and in particular to review its own work",
        ["to keep the Council informed", "to review its own work"],
        "an aside behind 'and' belongs to neither piece",
    ),
    (
        "Expresses its commitment to go on with its work",
        ["to go on with its work"],
        "what the body commits itself to do",
    ),
    (
        "Decides, in view of the talks, not to impose further measures",
        ["not to impose further measures"],
        "and so behind an aside",
    ),
    (
        "Urges the Mission to train its staff accordingly",
        ["to train its staff accordingly"],
        "an adverb that joins only behind a mark or an 'and'",
    ),
    (
        "Decides to establish, under rule 28, a Committee of the Council, to watch the trade and to report",
        [
            "to establish, under rule 28, a Committee of the Council",
            "to watch the trade",
            "to report",
        ],
        "what a body that is set up is to do",
    ),
    (
        "Decides to increase the Force, and that it shall monitor the border",
        ["to increase the Force", "that it shall monitor the border"],
        "a decision of its own behind the body's infinitive",
    ),
    (
        "Encourages UNODC to train judges; share information; and enhance cooperation",
        ["to train judges", "share information", "enhance cooperation"],
        "semicolons separate actions",
    ),
    (
        "Calls upon the Government not to permit the transit of oil",
        ["not to permit the transit of oil"],
        "the negation is part of what is asked",
    ),
    (
        "Decides to remain seized of the matter",
        ["to remain seized of the matter"],
        "the closing formula",
    ),
    (
        "Requests the Panel to gather data, to help States to trace funds, to seize arms and to report",
        [
            "to gather data",
            "to help States to trace funds",
            "to seize arms",
            "to report",
        ],
        "an infinitive inside a member ends no list",
    ),
    (
        "Requests the Mission to gather information, to help States to trace funds; and to report",
        ["to gather information, to help States to trace funds", "to report"],
        "a list that commas join ends before a semicolon",
    ),
    (
        "Decides to establish a Committee to monitor the embargo and to report",
        ["to establish a Committee", "to monitor the embargo", "to report"],
        "a body with its tasks",
    ),
    (
        "Urges Chad to take all necessary measures to dry up the swamps and to ensure that trade grows",
        ["to take all necessary measures to dry up the swamps", "to ensure that trade grows"],
        "measures have one purpose, and what follows is asked beside them",
    ),
    (
        "Urges the parties to take all steps within their power to prevent the laying of mines and to talk",
        ["to take all steps within their power to prevent the laying of mines", "to talk"],
        "wherever the power over them stands",
    ),
    (
        "Urges States to use their influence with Sudan to end the fighting in Chad and to aid the talks",
        ["to use their influence with Sudan to end the fighting in Chad", "to aid the talks"],
        "influence has one purpose as well",
    ),
    (
        "Authorizes the Board to use all necessary means to end the raids and to mend the roads",
        ["to use all necessary means to end the raids and to mend the roads"],
        "means serve all that follows",
    ),
    (
        "Requests the Mission to work with Chad to guard the camps and to take all steps to find the thieves",
        [
            "to work with Chad to guard the camps",
            "to take all steps to find the thieves",
        ],
        "steps to be taken are asked beside the rest",
    ),
    (
        "Requests the Mission to help Chad to guard the camps and to take all steps to find the thieves",
        ["to help Chad to guard the camps and to take all steps to find the thieves"],
        "unless somebody is helped to take them",
    ),
]


@pytest.mark.parametrize(("clause", "expected", "why"), CASES, ids=[c[0] for c in CASES])
def test_infinitives(clause: str, expected: list[str], why: str) -> None:
    (act,) = acts_of(clause)
    assert [(c.kind.value, c.text) for c in act.contents] == [("action", text) for text in expected], why
