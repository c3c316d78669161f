"""Contents: what is asked or said, cut where the drafters cut it."""

import pytest
from obligraph.extract.model import ContentKind
from obligraph.extract.pipeline import read_document
from obligraph.extract.read import read_bytes

from .clauses import HEAD, acts_of

ACTION, PROPOSITION, OBJECT = ContentKind.ACTION, ContentKind.PROPOSITION, ContentKind.OBJECT

CASES = [
    (
        "Requests UNODC to contact them, to seek their help to bring aid, to train judges, and to report",
        [
            (ACTION, "to contact them"),
            (ACTION, "to seek their help to bring aid"),
            (ACTION, "to train judges"),
            (ACTION, "to report"),
        ],
        "an infinitive inside a member of a list",
    ),
    (
        "Calls upon both sides to cease all violations, to cooperate with the Force and to ensure its safety",
        [
            (ACTION, "to cease all violations"),
            (ACTION, "to cooperate with the Force"),
            (ACTION, "to ensure its safety"),
        ],
        "a list of infinitives, the last behind 'and'",
    ),
    (
        "Requests the Secretary-General undertake a review and to include the details in his report",
        [(ACTION, "undertake a review"), (ACTION, "to include the details in his report")],
        "the first lacks its 'to'",
    ),
    (
        "Requests the Panel to monitor the embargo, and to report to the Council",
        [(ACTION, "to monitor the embargo"), (ACTION, "to report to the Council")],
        "each infinitive with its own to is a piece",
    ),
    (
        "Calls upon States to investigate, disrupt and dismantle networks",
        [(ACTION, "to investigate, disrupt and dismantle networks")],
        "verbs that share their to are one piece",
    ),
    (
        "Requests the Mission to help the police to prevent crime and to protect civilians",
        [(ACTION, "to help the police to prevent crime and to protect civilians")],
        "the second infinitive joins the nearer one",
    ),
    (
        "Authorizes the Mission to take all action, to protect civilians, to deter attacks, and to patrol",
        [(ACTION, "to take all action, to protect civilians, to deter attacks, and to patrol")],
        "infinitives of purpose, set off by commas, stay with what they are for",
    ),
    (
        "Authorizes the Mission to pursue a strategy, with its partners, to prevent violence and to heal",
        [(ACTION, "to pursue a strategy, with its partners, to prevent violence and to heal")],
        "so does what a plan is for, behind an aside",
    ),
    (
        "Requests the Secretary-General to take measures to end such abuse and to keep the Council informed",
        [(ACTION, "to take measures to end such abuse"), (ACTION, "to keep the Council informed")],
        "to account for what is done is a thing of its own, though an infinitive stands nearer",
    ),
    (
        "Requests the Panel to help States to trace funds, to seize them, and to inform the Council",
        [
            (ACTION, "to help States to trace funds"),
            (ACTION, "to seize them"),
            (ACTION, "to inform the Council"),
        ],
        "and so it is behind commas",
    ),
    (
        "Urges States to help the police to inform the public and to prevent crime",
        [(ACTION, "to help the police to inform the public and to prevent crime")],
        "who tells the public accounts to nobody",
    ),
    (
        "Requests the Envoy to invite the parties to cooperate with him and to report to the Council",
        [(ACTION, "to invite the parties to cooperate with him and to report to the Council")],
        "whom an infinitive asks, that one may report",
    ),
    (
        "Urges all Ruritanians to redouble efforts to work together in peace and to engage in the talks",
        [
            (ACTION, "to redouble efforts to work together in peace"),
            (ACTION, "to engage in the talks"),
        ],
        "behind an effort something new begins",
    ),
    (
        "Urges the Mission to intensify its efforts to monitor and to counter false reports",
        [(ACTION, "to intensify its efforts to monitor and to counter false reports")],
        "but not where both share their object",
    ),
    (
        "Urges States to take steps to punish crimes against reporters, photographers and their drivers "
        "wherever they are committed within their territory and to publish the names of the dead",
        [
            (
                ACTION,
                "to take steps to punish crimes against reporters, photographers and their drivers "
                "wherever they are committed within their territory",
            ),
            (ACTION, "to publish the names of the dead"),
        ],
        "nor behind a long purpose does what follows belong to it",
    ),
    (
        "Calls upon States to detain any ships of that registry, or to deny them entrance to their ports",
        [
            (ACTION, "to detain any ships of that registry"),
            (ACTION, "to deny them entrance to their ports"),
        ],
        "'or' behind a comma joins as 'and' does",
    ),
    (
        "Invites the Envoy to work with donors, including the Fund, to ensure relief and to avoid waste",
        [
            (ACTION, "to work with donors, including the Fund, to ensure relief"),
            (ACTION, "to avoid waste"),
        ],
        "the comma before the purpose closes an aside, and joins nothing",
    ),
    (
        "Urges States to train the police, in order to restore order, to protect markets and to deter theft",
        [
            (
                ACTION,
                "to train the police, in order to restore order, to protect markets and to deter theft",
            )
        ],
        "purposes may be listed as well",
    ),
    (
        "Decides not to impose further measures",
        [(ACTION, "not to impose further measures")],
        "what the body will not do",
    ),
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
        "Urges States to act, in particular to deploy patrols, to disarm the groups and to heal",
        [(ACTION, "to act, in particular to deploy patrols, to disarm the groups and to heal")],
        "and what is only an example",
    ),
    (
        "Requests the Mission to extend its presence, including in the north, to patrol, and to report",
        [
            (ACTION, "to extend its presence, including in the north"),
            (ACTION, "to patrol"),
            (ACTION, "to report"),
        ],
        "an aside inside a member of a list",
    ),
    (
        "Requests the Secretary-General to help the police to train and, in this regard, to appoint a judge",
        [(ACTION, "to help the police to train"), (ACTION, "to appoint a judge")],
        "'in this regard' begins something new, whatever infinitive stands nearer",
    ),
    (
        "Calls upon States to end efforts to recruit children as well as to release them",
        [(ACTION, "to end efforts to recruit children"), (ACTION, "to release them")],
        "and so does 'as well as to'",
    ),
    (
        "Requests the Mission to keep the Council informed, and in particular to review its own work",
        [(ACTION, "to keep the Council informed"), (ACTION, "to review its own work")],
        "an aside behind 'and' belongs to neither piece",
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
        "Expresses its commitment to go on with its work",
        [(ACTION, "to go on with its work")],
        "what the body commits itself to do",
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
        "Decides, in view of the talks, not to impose further measures",
        [(ACTION, "not to impose further measures")],
        "and so behind an aside",
    ),
    (
        "Urges the Mission to train its staff accordingly",
        [(ACTION, "to train its staff accordingly")],
        "an adverb that joins only behind a mark or an 'and'",
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
        "Decides to establish, under rule 28, a Committee of the Council, to watch the trade and to report",
        [
            (ACTION, "to establish, under rule 28, a Committee of the Council"),
            (ACTION, "to watch the trade"),
            (ACTION, "to report"),
        ],
        "what a body that is set up is to do",
    ),
    (
        "Decides that the Force shall continue to include a battalion",
        [(ACTION, "shall continue to include a battalion")],
        "what an actor goes on doing is asked of it",
    ),
    (
        "Decides to increase the Force, and that it shall monitor the border",
        [(ACTION, "to increase the Force"), (ACTION, "that it shall monitor the border")],
        "a decision of its own behind the body's infinitive",
    ),
    (
        "Encourages UNODC to train judges; share information; and enhance cooperation",
        [(ACTION, "to train judges"), (ACTION, "share information"), (ACTION, "enhance cooperation")],
        "semicolons separate actions",
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
        "Calls upon the Government not to permit the transit of oil",
        [(ACTION, "not to permit the transit of oil")],
        "the negation is part of what is asked",
    ),
    (
        "Decides to remain seized of the matter",
        [(ACTION, "to remain seized of the matter")],
        "the closing formula",
    ),
    (
        "Expresses its thanks to the Envoy of the Secretary-General for the Sahel, Ada Quist, for her work",
        [(OBJECT, "her work")],
        "the region belongs to the envoy's title",
    ),
    (
        "Requests the Panel to gather data, to help States to trace funds, to seize arms and to report",
        [
            (ACTION, "to gather data"),
            (ACTION, "to help States to trace funds"),
            (ACTION, "to seize arms"),
            (ACTION, "to report"),
        ],
        "an infinitive inside a member ends no list",
    ),
    (
        "Requests the Mission to gather information, to help States to trace funds; and to report",
        [(ACTION, "to gather information, to help States to trace funds"), (ACTION, "to report")],
        "a list that commas join ends before a semicolon",
    ),
    (
        "Decides to establish a Committee to monitor the embargo and to report",
        [(ACTION, "to establish a Committee"), (ACTION, "to monitor the embargo"), (ACTION, "to report")],
        "a body with its tasks",
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
]


@pytest.mark.parametrize(("clause", "expected", "why"), CASES, ids=[c[0] for c in CASES])
def test_pieces(clause: str, expected: list[tuple[ContentKind, str]], why: str) -> None:
    (act,) = acts_of(clause)
    assert [(c.kind, c.text) for c in act.contents] == expected, why


def test_what_says_nothing_without_its_items_is_no_piece() -> None:
    (act,) = acts_of("Calls upon Chad to continue to:\n\n(a) Train judges;\n\n(b) Share experience")
    assert [c.text for c in act.contents] == ["Train judges", "Share experience"]


def test_an_infinitive_left_open_is_what_the_next_act_says() -> None:
    allowed, bound = acts_of(
        "Authorizes all States, acting nationally, to, and decides that all States shall, seize the goods"
    )
    assert [[a.text for a in act.addressees] for act in (allowed, bound)] == [["all States"], ["all States"]]
    assert [[c.text for c in act.contents] for act in (allowed, bound)] == [["shall, seize the goods"]] * 2
    assert allowed.contents[0].modality == "permission"


def test_lettered_items_are_pieces_of_the_chapeau() -> None:
    (act,) = acts_of("Calls upon Member States:\n\n(a) To ratify the Convention;\n\n(b) To train judges")
    assert [(c.paragraph, c.text) for c in act.contents] == [
        ("OP1(a)", "To ratify the Convention"),
        ("OP1(b)", "To train judges"),
    ]


def test_an_item_ends_where_another_act_begins() -> None:
    acts = acts_of(
        "Encourages Member States to:\n\n(a) Train judges, and calls upon UNODC to assist them;\n\n"
        "(b) Share experience"
    )
    assert [a.act for a in acts] == ["encourage", "call upon"]
    assert [c.text for c in acts[0].contents] == ["Train judges", "Share experience"]


def test_a_that_clause_that_goes_on_in_its_items_is_no_piece_beside_them() -> None:
    (act,) = acts_of(
        "Decides that the measures imposed by resolution 9000 (2016) shall not apply:\n\n"
        "(a) Where the Committee approves in advance;\n\n(b) To supplies of food"
    )
    assert [c.paragraph for c in act.contents] == ["OP1(a)", "OP1(b)"]


def test_conditions_in_items_belong_to_what_they_are_conditions_of() -> None:
    (act,) = acts_of(
        "Decides that all States shall deny permission to land unless:\n\n(a) The flight carries food;\n\n"
        "(b) The Committee has approved it"
    )
    (content,) = act.contents
    assert content.paragraph == "OP1"
    assert content.text.startswith("shall deny") and content.text.endswith("has approved it")


def test_what_a_chapeau_allows_besides_its_items_is_an_object() -> None:
    (act,) = acts_of(
        "Authorizes the deployment within UNMISS of 300 officers until 1 May 2017, with a mandate to:\n\n"
        "(a) Monitor the truce;\n\n(b) Assist the parties"
    )
    assert [(c.paragraph, c.kind, c.text) for c in act.contents] == [
        ("OP1", OBJECT, "the deployment within UNMISS of 300 officers until 1 May 2017"),
        ("OP1(a)", ACTION, "Monitor the truce"),
        ("OP1(b)", ACTION, "Assist the parties"),
    ]


SENTENCES = [
    ("Notes the talks. They have begun well", ["the talks"], "what is told next hangs on no verb"),
    (
        "Recommends the creation of a Force. Its commander shall report",
        ["the creation of a Force", "shall report"],
        "what binds is a piece of its own",
    ),
    (
        "Recommends the creation of a Force. The Commander, who shall live there, shall report",
        ["the creation of a Force", "shall report"],
        "and not what only describes who is bound",
    ),
    (
        "Decides to appoint a panel. The panel is requested to report",
        ["to appoint a panel. The panel is requested to report"],
        "what is requested is kept",
    ),
    ("Notes the letter of J. Smith to the Council", ["the letter of J. Smith to the Council"], "an initial"),
    (
        "Notes the speech in the session of the. General Assembly",
        ["the speech in the session of the. General Assembly"],
        "a full stop that a scan put in",
    ),
]


@pytest.mark.parametrize(("clause", "expected", "why"), SENTENCES, ids=[c[0] for c in SENTENCES])
def test_sentences_behind_the_first(clause: str, expected: list[str], why: str) -> None:
    (act,) = acts_of(clause)
    assert [content.text for content in act.contents] == expected, why


def test_items_set_off_by_dashes_are_one_piece_with_what_opens_them() -> None:
    (act,) = acts_of(
        "Calls upon the parties to support a solution based on:\n\n– Respect for borders;\n\n– Free elections"
    )
    (content,) = act.contents
    assert content.text.startswith("to support") and content.text.endswith("Free elections")


def test_a_wrap_up_carries_the_verb_of_the_list() -> None:
    (act,) = acts_of(
        "Decides that all States in which there are funds owned by:\n\n(a) The Government;\n\n"
        "(b) Any undertaking of the Government;\n\nshall freeze such funds"
    )
    assert [a.text for a in act.addressees] == ["all States"]
    assert [c.text for c in act.contents] == ["shall freeze such funds"]


def test_the_next_act_takes_the_phrase_set_before_it() -> None:
    first, second = acts_of(
        "Requests the Mission to monitor the ceasefire and, in the case of a violation, "
        "expresses its readiness to act"
    )
    assert first.contents[0].text == "to monitor the ceasefire"
    assert not first.qualifiers
    assert [q.text for q in second.qualifiers] == ["in the case of a violation"]


def test_what_stands_in_an_item_and_in_the_wrap_up_limits_the_act() -> None:
    (act,) = acts_of(
        "Decides that States which hold:\n\n(a) Funds listed in resolution 1267 (1999) until 1 March 2017;"
        "\n\n(b) Goods listed in resolution 1373 (2001);\n\n"
        "shall freeze them in accordance with resolution 1540 (2004) until 1 May 2017"
    )
    assert [time.until.isoformat() for time in act.times if time.until] == ["2017-03-01", "2017-05-01"]
    assert [citation.instrument for citation in act.citations] == [
        "S/RES/1267(1999)",
        "S/RES/1373(2001)",
        "S/RES/1540(2004)",
    ]


def test_paragraphs_that_another_announces_are_what_its_act_is_about() -> None:
    """Early resolutions set what is resolved below the verb, without letters."""
    below = "Resolves:\n\nTo defer the matter;\n\nTo request the Government of Chad to report;\n\nUrges calm."
    reading = read_document(read_bytes((HEAD + below).encode(), "text.txt"))
    acts = [act for act in reading.acts if act.paragraph.startswith("OP")]
    assert [act.act for act in acts] == ["resolve", "urge"]
    assert [(c.paragraph, c.kind.value, c.text) for c in acts[0].contents] == [
        ("OP2", "action", "To defer the matter"),
        ("OP3", "action", "To request the Government of Chad to report"),
    ]
    assert [a.text for a in acts[0].addressees] == ["the Government of Chad"]


def test_what_a_statement_says_next_hangs_on_no_verb_before_it() -> None:
    """A sentence without an act of the body is nobody's content."""
    text = (
        "S/PRST/2031/4\n4 May 2031\nStatement by the President of the Security Council\n\n"
        "At the 9001st meeting of the Security Council, the President of the Security Council made the "
        "following statement on behalf of the Council:\n\n"
        "“The Security Council remains committed to working with the Mission. They have begun well.”"
    )
    (act,) = read_document(read_bytes(text.encode(), "text.txt")).acts
    assert [c.text for c in act.contents] == ["to working with the Mission"]


def test_two_verbs_with_one_object_say_the_same() -> None:
    condemned, deplored = acts_of("Condemns and deplores all acts of piracy")
    assert (
        [c.text for c in condemned.contents] == [c.text for c in deplored.contents] == ["all acts of piracy"]
    )


def test_two_verbs_with_one_addressee_ask_the_same_each_in_its_way() -> None:
    acts = acts_of("Requests and encourages UNODC to report")
    assert [[a.text for a in act.addressees] for act in acts] == [["UNODC"], ["UNODC"]]
    assert [act.contents[0].modality for act in acts] == ["duty", "recommendation"]
    assert not acts[0].doubts
