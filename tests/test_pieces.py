"""Pieces: what is asked, stated or noted, cut where the drafters cut it, and of which kind each is."""

import pytest
from obligraph.extract.model import ContentKind

from .clauses import acts_of

ACTION, PROPOSITION, OBJECT = ContentKind.ACTION, ContentKind.PROPOSITION, ContentKind.OBJECT

CASES = [
    (
        "Recognizes that peace, bread and justice belong together",
        [(PROPOSITION, "that peace, bread and justice belong together")],
        "a noun and a comma behind 'that' begin a list",
    ),
    (
        "Notes that other States are planning to do so",
        [(PROPOSITION, "that other States are planning to do so")],
        "'so' joins nothing behind 'do'",
    ),
    (
        "Notes the finding that the truce holds, and that trade has grown",
        [(OBJECT, "the finding that the truce holds, and that trade has grown")],
        "what a noun tells in several that-clauses is one object",
    ),
    (
        "Notes the rumours that feed hatred, and that the press is silent",
        [(OBJECT, "the rumours that feed hatred"), (PROPOSITION, "that the press is silent")],
        "a relative clause tells nothing",
    ),
    (
        "Underlines the importance of strengthening the relationship further",
        [(OBJECT, "the importance of strengthening the relationship further")],
        "an adverb at the end belongs to what it stands behind",
    ),
    (
        "Reiterates its call for the release of all detainees",
        [(OBJECT, "its call for the release of all detainees")],
        "a call that names nobody is what is reiterated",
    ),
    (
        "Recognizes this is a step towards peace",
        [(PROPOSITION, "this is a step towards peace")],
        "'that' may be left out before a pronoun",
    ),
    (
        "Emphasizes efforts be made in this field",
        [(PROPOSITION, "efforts be made in this field")],
        "and before a noun with 'be'",
    ),
    (
        "Demands that all those who are engaged in the fighting immediately lay down their arms",
        [(ACTION, "immediately lay down their arms")],
        "the verb of a relative clause is not what is demanded",
    ),
    (
        "Demands that all parties, including movements and factions, take part in the talks",
        [(ACTION, "take part in the talks")],
        "nor does it begin with those singled out",
    ),
    (
        "Decides pursuant to paragraph 4 of resolution 9000 (2015) that the Panel shall stay, and that, in "
        "addition, the Committee shall choose two of its members to advise it",
        [
            (ACTION, "shall stay"),
            (ACTION, "shall choose two of its members to advise it"),
        ],
        "a 'that' behind what is cited comes before any later pause",
    ),
    (
        "Expresses its commitment to the peace process and the efforts to revive it",
        [(OBJECT, "the peace process and the efforts to revive it")],
        "what it is committed to",
    ),
    (
        "Underlines to all Member States that deliveries should be notified",
        [(PROPOSITION, "that deliveries should be notified")],
        "whom it is said to is not what is said",
    ),
    (
        "Notes from the report of 1 April 2015 (S/2015/222) that the Force is still needed",
        [(PROPOSITION, "that the Force is still needed")],
        "nor is where it was read",
    ),
    (
        "Reiterates its demand that all States should refrain from this trade, and should seize the goods",
        [(ACTION, "should refrain from this trade"), (ACTION, "should seize the goods")],
        "each should is a piece",
    ),
    (
        "Demands that the parties cease fire and that they strictly abide by the truce",
        [(ACTION, "cease fire"), (ACTION, "strictly abide by the truce")],
        "a later that-clause begins at its verb, as the first does",
    ),
    (
        "Decides that all States shall freeze funds, and that the measures shall expire on 1 May 2017",
        [(ACTION, "shall freeze funds"), (PROPOSITION, "that the measures shall expire on 1 May 2017")],
        "but one that binds nobody is what is decided",
    ),
    (
        "Having received and examined the annexes",
        [(OBJECT, "the annexes")],
        "another participle belongs to the verb",
    ),
    (
        "Having received and noted with regret the letter of Chad",
        [(OBJECT, "the letter of Chad")],
        "with its feeling",
    ),
    (
        "Requests that the remaining goods are to be transferred to Chad",
        [(ACTION, "that the remaining goods are to be transferred to Chad")],
        "a finite verb is not the base form that is demanded",
    ),
    (
        "Decides that, if fighting goes on, it shall consider further measures",
        [(ACTION, "shall consider further measures")],
        "what the body itself shall do has no bearer",
    ),
    (
        "Demands that Iraq, as a contribution to peace in the region, immediately end this repression",
        [(ACTION, "immediately end this repression")],
        "adverbs before the verb belong to what is to be done",
    ),
    (
        "Decides that the Force shall continue to include a battalion",
        [(ACTION, "shall continue to include a battalion")],
        "what an actor goes on doing is asked of it",
    ),
    (
        "Decides that all States shall freeze the funds and shall report to the Committee",
        [(ACTION, "shall freeze the funds"), (ACTION, "shall report to the Committee")],
        "each shall is a piece",
    ),
    (
        "Stresses that peace is fragile and that elections are needed",
        [(PROPOSITION, "that peace is fragile"), (PROPOSITION, "that elections are needed")],
        "each that of its own is a piece",
    ),
    (
        "Notes the report of the Secretary-General and his letter of 3 May",
        [(OBJECT, "the report of the Secretary-General and his letter of 3 May")],
        "coordinated noun phrases are one object",
    ),
    (
        "Recognizes the suffering of civilians, and that aid must reach them",
        [(OBJECT, "the suffering of civilians"), (PROPOSITION, "that aid must reach them")],
        "an object and a proposition",
    ),
    (
        "Expresses its thanks to the Envoy of the Secretary-General for the Sahel, Ada Quist, for her work",
        [(OBJECT, "her work")],
        "the region belongs to the envoy's title",
    ),
    (
        "Emphasizes its call for restraint and for dialogue",
        [(OBJECT, "its call for restraint and for dialogue")],
        "a call that asks nobody is what is emphasized",
    ),
    (
        "Expresses its gratitude to the Secretary-General for his efforts",
        [(OBJECT, "his efforts")],
        "the one thanked is not what is thanked for",
    ),
    (
        "Renews its request that all States report, and its call on the parties to talk",
        [(ACTION, "report"), (ACTION, "to talk")],
        "two things asked again in one breath are two",
    ),
    (
        "Reiterates its call on all parties to talk, and its condemnation of any attacks",
        [(ACTION, "to talk"), (OBJECT, "its condemnation of any attacks")],
        "what is held stands beside what is asked",
    ),
    (
        "Reiterates its support for Chad, and its commitment to peace",
        [(OBJECT, "its support for Chad, and its commitment to peace")],
        "what is only held is one object",
    ),
    (
        "Reiterates that all States shall report",
        [(ACTION, "shall report")],
        "what was decided binds when it is said again",
    ),
    (
        "Underlines that the Panel shall report",
        [(PROPOSITION, "that the Panel shall report")],
        "what is underlined is told whole",
    ),
    (
        "Expresses concern that aid is blocked and about the attacks on convoys",
        [(PROPOSITION, "that aid is blocked"), (OBJECT, "the attacks on convoys")],
        "a feeling about a fact and about a thing",
    ),
    (
        "Decides that, if the truce fails, the Council would meet",
        [(ACTION, "would meet")],
        "the body itself is to act",
    ),
    (
        "Declares that, if the truce fails, the Council will meet",
        [(PROPOSITION, "that, if the truce fails, the Council will meet")],
        "what it declares of itself is told whole",
    ),
    (
        "Notes some progress was made in the talks",
        [(PROPOSITION, "some progress was made in the talks")],
        "a clause may leave out its 'that'",
    ),
    (
        "Underlines the importance of the support the Mission is giving",
        [(OBJECT, "the importance of the support the Mission is giving")],
        "a relative clause that leaves it out is no such clause",
    ),
    (
        "Pays tribute to the people of Chad for their courage",
        [(OBJECT, "the people of Chad for their courage")],
        "tribute is paid to somebody",
    ),
    (
        "Reiterates its demand, reminding the Government of its word, that all parties disarm",
        [(ACTION, "disarm")],
        "an aside with a verb of its own does not end what is demanded",
    ),
    (
        "Reiterates that elections, which are due in May, should be fair",
        [(PROPOSITION, "that elections, which are due in May, should be fair")],
        "a 'that' before several things points at none of them",
    ),
    (
        "Underlines that support to Chad is crucial",
        [(PROPOSITION, "that support to Chad is crucial")],
        "support to somebody is a noun",
    ),
    (
        "Encourages the States of the region to further their cooperation",
        [(ACTION, "to further their cooperation")],
        "'further' is a verb before a determiner",
    ),
    (
        "Urges Member States, subject to demonstrable progress in the talks, to train judges",
        [(ACTION, "to train judges")],
        "'subject to' takes a noun",
    ),
    (
        "Encourages States that submit samples to the Board to report in time",
        [(ACTION, "to report in time")],
        "who submits is told of the asked",
    ),
    (
        "Encourages the public release of the report",
        [(OBJECT, "the public release of the report")],
        "a release of something is no verb",
    ),
]


@pytest.mark.parametrize(("clause", "expected", "why"), CASES, ids=[c[0] for c in CASES])
def test_pieces(clause: str, expected: list[tuple[ContentKind, str]], why: str) -> None:
    act, *_ = acts_of(clause)
    assert [(c.kind, c.text) for c in act.contents] == expected, why
