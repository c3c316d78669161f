"""Addressees: who is asked, in the many ways in which drafters put it."""

import pytest
from obligraph.extract.obligations import obligations

from .clauses import acts_of, read_clauses

CASES = [
    ("Encourages the WHO and UNICEF to help", ["the WHO", "UNICEF"], "an acronym that reads like a pronoun"),
    (
        "Demands the cessation of all hostilities and the withdrawal of the forces of Iraq",
        ["the forces of Iraq"],
        "each of two things has its own doer",
    ),
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
        "Calls on President Anna Berg, former Vice President Ben Cole and all parties to talk",
        ["President Anna Berg", "former Vice President Ben Cole", "all parties"],
        "so they are told apart in a list",
    ),
    ("Calls upon Israel, the occupying Power, to comply", ["Israel"], "what somebody is called besides"),
    (
        "Requests the Mediation, led by President Anna Berg, and the United Nations to talk",
        ["the Mediation", "the United Nations"],
        "who leads somebody is not asked",
    ),
    (
        "Calls upon States, in cooperation with the industry, the insurers and the Organization to advise",
        ["States"],
        "a list of partners goes on up to the infinitive",
    ),
    (
        "Urges all the above-mentioned bodies, in particular UNODC, to help",
        ["all the above-mentioned bodies", "UNODC"],
        "those singled out are told apart from several named before",
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
    (
        "Underlines that Member States are obligated under the Charter to carry out its decisions",
        ["Member States"],
        "what they are bound by may stand before what they are bound to",
    ),
    (
        "Urges the President of Lebanon and Lebanese leaders to talk",
        ["the President of Lebanon", "Lebanese leaders"],
        "a State and an adjective are no two States before one noun",
    ),
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
        "Urges that Government to discharge its responsibility",
        ["that Government"],
        "'that' points at somebody, and opens no clause",
    ),
    (
        "Requests that the Secretary-General, in conjunction with his partners, to continue his efforts",
        ["the Secretary-General"],
        "a slip of drafters: 'that' with an infinitive",
    ),
    (
        "Recommends to the Governments concerned the scrupulous respect of those principles",
        ["the Governments concerned"],
        "'to' before the asked, and a noun for what they are asked",
    ),
    ("Demands from Portugal the return of all property", ["Portugal"], "so does 'from'"),
    (
        "Reminds all parties of their obligations under the law",
        ["all parties"],
        "what they are told stands behind 'of'",
    ),
    (
        "Encourages the Secretary-General’s efforts to find a solution",
        ["the Secretary-General"],
        "whose efforts they are",
    ),
    ("Calls for the parties’ full compliance", ["the parties"], "the owner alone is asked"),
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
        "Decides to authorize the coastal States of the Lakes Board to escort ships",
        ["the coastal States of the Lakes Board"],
        "whom the body authorizes in its own infinitive",
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
    (
        "Requests UNIFIL, within existing resources, Member States and other parties to help",
        ["UNIFIL", "Member States", "other parties"],
        "a list goes on behind an aside that names nobody",
    ),
    (
        "Requests UNIFIL, with assistance, as appropriate, from all United Nations entities, offices "
        "and agencies, to help",
        ["UNIFIL"],
        "an aside in an aside ends neither",
    ),
    (
        "Calls upon all banks, both those on the coast and others, to cooperate",
        ["all banks"],
        "an apposition adds nobody",
    ),
    (
        "Requests the Lakes Board, further to resolution 9000 (2030), to report",
        ["the Lakes Board"],
        "'further to' opens an aside",
    ),
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
        "Requests the monitoring mechanism to report in May, and to keep a list",
        ["the monitoring mechanism"],
        "a mechanism can be a body",
    ),
    (
        "Calls upon Iraq and all partners, including private companies, involved in the reform, to comply",
        ["Iraq", "all partners", "private companies"],
        "a participle behind a member goes with the whole list",
    ),
    (
        "Requests the Secretary-General to review the list, including the dead, and entities confirmed to "
        "have ceased to exist",
        ["the Secretary-General"],
        "what is told of somebody is not asked of them",
    ),
    (
        "Encourages the submission of claims to the Board by coastal States of the region",
        ["coastal States of the region"],
        "'to' before a name opens no infinitive",
    ),
    (
        "Urges all States, including Eritrea, and the parties, ensure cooperation with the Panel",
        ["all States", "Eritrea", "the parties"],
        "a verb that lacks its 'to', behind the comma that ends a list",
    ),
    (
        "Urges donors engaged in the reform by the authorities to coordinate",
        ["donors engaged in the reform by the authorities"],
        "what is done by somebody else, behind a preposition",
    ),
    (
        "Urges all Burundian parties and candidates to respect the code",
        ["all Burundian parties", "candidates"],
        "those who stand for office",
    ),
    ("Directs the transfer of the money from UNHCR to the Fund", [], "'from' says where the money lies"),
    (
        "Draws the attention of coastal States to the guidelines",
        ["coastal States"],
        "whose attention is drawn is told",
    ),
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
        "Urges States and international and regional organizations to cooperate",
        ["States", "international and regional organizations"],
        "one 'and' joins actors, the other adjectives",
    ),
    (
        "Encourages UNODC and other relevant United Nations entities, including UNHCR, to assist",
        ["UNODC", "other relevant United Nations entities", "UNHCR"],
        "a member singled out is an addressee too",
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
        "Decides to establish, under rule 28, a Committee of the Council composed of its members, to report",
        ["a Committee of the Council"],
        "a body that is set up with a task is asked to do it",
    ),
    (
        "Encourages all leaders of the existing and emerging member states to help",
        ["all leaders of the existing and emerging member states"],
        "an adjective that ends a part needs the noun behind the 'and'",
    ),
    (
        "Encourages the Federal and regional administrations, civil society and the Somali public to help",
        ["the Federal and regional administrations", "civil society", "the Somali public"],
        "nouns of those who are asked",
    ),
    (
        "Demands that the Government, all militias and all other stakeholders ensure the full, safe access",
        ["the Government", "all militias", "all other stakeholders"],
        "a comma behind the verb opens no aside of the subject",
    ),
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
        "Calls upon all political parties, their supporters, and other political actors to remain calm",
        ["all political parties", "their supporters", "other political actors"],
        "whose supporters they are does not hide them",
    ),
    (
        "Calls on the forces to stop and on all other parties to cease violence",
        ["the forces", "all other parties"],
        "'and on' names others who are asked something else",
    ),
    (
        "Calls for the publication of the list, as called for by the African Union",
        [],
        "'by' tells who called before",
    ),
    ("Reiterates its call for a credible process open to all communities", [], "a process is nobody"),
    (
        "Calls upon States, most notably the international shipping community, to help",
        ["States", "the international shipping community"],
        "'most notably' singles out",
    ),
    (
        "Urges all parties in the conflict, including the Geneva Conventions and the Regulations, to stop",
        ["all parties in the conflict"],
        "an instrument is nobody",
    ),
    (
        "Encourages States, such as States of residence, nationality, location or incorporation, to notify",
        ["States", "States of residence, nationality, location or incorporation"],
        "bare nouns go on from 'of residence'",
    ),
    (
        "Calls for cooperation between the Government and its neighbours, including measures to ease trade",
        ["the Government", "its neighbours"],
        "measures do nothing",
    ),
    ("Encourages States that pledged aid to deliver it", ["States"], "'that' opens a relative clause"),
    (
        "Calls upon all States and interested organizations, including the IMO, to assist",
        ["all States", "interested organizations", "the IMO"],
        "an adjective before its noun",
    ),
    ("Decides to send a mission in order to examine the facts", [], "a purpose is no task"),
    (
        "Reaffirms that all parties are bound to comply with the law",
        ["all parties"],
        "'are bound to' binds as 'must' does",
    ),
    (
        "Calls upon States, including States of nationality of victims and perpetrators of piracy and robbery"
        ", and other States with jurisdiction under international law and national legislation, to cooperate",
        [
            "States",
            "States of nationality of victims and perpetrators of piracy and robbery",
            "other States with jurisdiction under international law and national legislation",
        ],
        "what is coordinated inside a phrase is no member of the list",
    ),
    (
        "Urges relevant entities, including but not limited to the Department of Peace Operations, to report",
        ["relevant entities", "the Department of Peace Operations"],
        "'but not limited to' singles out as well",
    ),
    (
        "Demands that Iraq, as a contribution to peace, immediately end this repression",
        ["Iraq"],
        "an aside between the subject and its verb",
    ),
    (
        "Appeals to all Member States and to ail humanitarian organizations to contribute",
        ["all Member States", "ail humanitarian organizations"],
        "scans misread 'all'",
    ),
    (
        "Stresses that the parties must respect the ceasefire",
        ["the parties"],
        "a named bearer with a verb of its own",
    ),
    ("Stresses the need for all parties to show restraint", [], "a need addresses nobody"),
    ("Decides to extend the mandate of UNMISS", [], "the Council itself acts"),
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
        "Decides, acting under Chapter VII of the Charter of the United Nations, that all States shall act",
        ["all States"],
        "what is put between the verb and its complement ends nothing",
    ),
    (
        "Requests that in carrying out its mandate, MINUSTAH cooperate with the OAS",
        ["MINUSTAH"],
        "a phrase of manner before the subject",
    ),
    ("Demands that relief organizations be granted access to camps", [], "something is done for them"),
    (
        "Encourages bilateral, regional and international partners to support the fund",
        ["bilateral, regional and international partners"],
        "adjectives in a list",
    ),
    (
        "Calls on the parties identified in this list to report",
        ["the parties identified in this list"],
        "a participle",
    ),
    (
        "Reiterates its request in resolution 9000 (2016) to the Secretary-General to report",
        ["the Secretary-General"],
        "where the request was made is passed over",
    ),
    ("Recalls its request to the Government of Haiti to report", [], "what was asked is only recalled"),
    (
        "Recommends that the Secretary-General designate a mediator, who shall report to him",
        ["the Secretary-General"],
        "the verb behind who is the mediator's",
    ),
    (
        "Demands that all groups in the north of Mali cease all abuses",
        ["all groups in the north of Mali"],
        "a word behind an article is a noun",
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
        "Calls for the immediate cessation by Hizbollah of all attacks and by Israel of all operations",
        ["Hizbollah", "Israel"],
        "each by names a doer",
    ),
    (
        "Entrusts the Committee with the task of examining requests",
        ["the Committee"],
        "entrusting somebody with something",
    ),
    (
        "Calls for restraint and for an end to violence and for the Government and the opposition to talk",
        ["the Government", "the opposition"],
        "the last 'and for' names them",
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
        "Requests that UNOTIL be led by a Special Representative of the Secretary-General",
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
        "Reiterates its support for the call of the Secretary-General for restraint",
        [],
        "somebody else's call asks nothing here",
    ),
    (
        "Demands that the siege be lifted and that the prisoners be released by the rebels",
        ["the rebels"],
        "the second passive names its doer",
    ),
    (
        "Calls for the withdrawal of all forces from Lebanon",
        ["all forces"],
        "the place that is left does not tell whose forces they are",
    ),
    (
        "Encourages public and private institutions to cooperate",
        ["public and private institutions"],
        "an adjective needs its noun",
    ),
    (
        "Encourages the Somali public and the regional administrations to cooperate",
        ["the Somali public", "the regional administrations"],
        "but is a noun before a phrase with its own article",
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


def test_members_singled_out_are_marked() -> None:
    (act,) = acts_of(
        "Urges all States, especially States of the region, and regional organizations, to cooperate"
    )
    assert [a.via for a in act.addressees][:2] == ["", "including"]


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


def test_an_actor_named_twice_is_asked_once() -> None:
    (act,) = acts_of("Decides that all States shall cooperate and that all States shall report")
    assert [a.text for a in act.addressees] == ["all States"]


def test_whom_the_body_decides_to_authorize_may_act_and_must_not() -> None:
    for verb, modality in (("authorize", "permission"), ("request", "duty")):
        (act,) = acts_of(f"Decides to {verb} UNIFIL to patrol the frontier")
        (content,) = act.contents
        assert content.modality is not None
        assert content.modality.value == modality


def test_who_is_welcomed_beside_who_is_encouraged_is_asked_nothing() -> None:
    welcomes, encourages = acts_of("Welcomes and further encourages the work of UNODC")
    assert [a.text for a in encourages.addressees] == ["UNODC"]
    assert welcomes.addressees == ()
    (content,) = welcomes.contents
    assert (content.kind.value, content.modality) == ("object", None)


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
