"""Contents: what is asked or said, cut where the drafters cut it."""

import pytest
from obligraph.extract.model import ContentKind
from obligraph.extract.pipeline import read_document
from obligraph.extract.read import read_bytes

from .clauses import HEAD, acts_of

ACTION, OBJECT = ContentKind.ACTION, ContentKind.OBJECT


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


def test_a_piece_ends_before_what_leads_to_the_items() -> None:
    (act,) = acts_of(
        "Encourages all States to draw up a plan, including through:\n\n(a) Common laws;\n\n(b) A fund"
    )
    assert [c.text for c in act.contents] == ["to draw up a plan", "Common laws", "A fund"]


def test_measures_that_the_items_name_are_no_piece() -> None:
    (act,) = acts_of(
        "Calls upon Chad to take immediate effective measures:\n\n(a) To end the raids;\n\n(b) To talk"
    )
    assert [c.text for c in act.contents] == ["To end the raids", "To talk"]


def test_the_title_of_a_part_of_a_list_is_no_piece() -> None:
    (act,) = acts_of(
        "Decides that the Board shall have the following tasks:\n\n(a) Human rights:\n\n"
        "(i) in support of Chad, to watch the prisons;\n\n(ii) to train judges"
    )
    assert [(c.paragraph, c.text) for c in act.contents if c.paragraph != "OP1"] == [
        ("OP1(a)(i)", "in support of Chad, to watch the prisons"),
        ("OP1(a)(ii)", "to train judges"),
    ]


def test_conditions_in_items_belong_to_what_they_are_conditions_of() -> None:
    (act,) = acts_of(
        "Decides that coastal States shall refuse leave to moor unless:\n\n(a) The ship carries food;\n\n"
        "(b) The Committee has approved it"
    )
    (content,) = act.contents
    assert content.paragraph == "OP1"
    assert content.text.startswith("shall refuse") and content.text.endswith("has approved it")


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


def test_tasks_in_the_items_of_a_mandate_are_actions() -> None:
    (act,) = acts_of(
        "Decides that the tasks of the Board shall be as follows:\n\n(a) To watch the truce;\n\n"
        "(b) To train judges"
    )
    assert [(c.kind, c.text) for c in act.contents if c.paragraph != "OP1"] == [
        (ACTION, "To watch the truce"),
        (ACTION, "To train judges"),
    ]


def test_tasks_under_a_title_are_actions_and_conditions_are_none() -> None:
    (act,) = acts_of(
        "Decides that the mandate shall include the following tasks:\n\n(a) Support to the talks:\n\n"
        "(i) To train judges;\n\n(ii) In support of Chad, to watch the truce"
    )
    assert [(c.paragraph, c.kind) for c in act.contents if c.paragraph != "OP1"] == [
        ("OP1(a)(i)", ACTION),
        ("OP1(a)(ii)", ACTION),
    ]
    (act,) = acts_of(
        "Decides that the ban does not concern goods found by it:\n\n(a) To be necessary for trade;"
        "\n\n(b) To be food"
    )
    assert all(c.kind is not ACTION for c in act.contents)
