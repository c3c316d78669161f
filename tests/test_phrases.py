"""Lists of actors: which joints split them, and where each phrase ends."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from obligraph.extract.clauses.joints import parts_of
from obligraph.extract.clauses.landmarks import Landmarks
from obligraph.extract.clauses.nouns import is_actor
from obligraph.extract.clauses.phrases import actor_phrases
from obligraph.extract.clauses.words import words
from obligraph.extract.document import Span
from obligraph.extract.model import Qualifier

NAMES = ("Bosnia and Herzegovina", "UNODC", "UNHCR", "Chad", "Libya", "the African Union", "Cape Verde")
LIMITS = ("as appropriate", "in consultation")


def marks_of(text: str) -> Landmarks:
    """Landmarks of a text: its names and its qualifiers, wherever they stand first."""

    def found(phrases: tuple[str, ...]) -> list[Qualifier]:
        places = ((text.find(phrase), phrase) for phrase in phrases)
        return [Qualifier(Span(at, at + len(phrase)), phrase) for at, phrase in places if at >= 0]

    return Landmarks.of(found(NAMES), found(LIMITS))


LISTS = [
    # the list, its phrases, why
    ("UNODC and UNHCR", ["UNODC", "UNHCR"], "a joint between two names"),
    ("Bosnia and Herzegovina", ["Bosnia and Herzegovina"], "a joint inside a name"),
    (
        "international and regional organizations",
        ["international and regional organizations"],
        "a joint between two adjectives",
    ),
    (
        "States, regional and subregional organizations and Chad",
        ["States", "regional and subregional organizations", "Chad"],
        "joints of both kinds",
    ),
    ("States as well as organizations", ["States", "organizations"], "a joint of three words"),
    ("States and/or organizations", ["States", "organizations"], "a joint with a stroke"),
    ("all States (including Chad)", ["all States (including Chad)"], "nothing splits inside brackets"),
    (
        "all States, in particular Chad and Libya",
        ["all States", "Chad", "Libya"],
        "members singled out by a phrase of two words",
    ),
    (
        "the Panel, in close cooperation with UNODC, UNHCR and Chad,",
        ["the Panel"],
        "a phrase of manner with a list of its own asks none of them",
    ),
    (
        "the Panel, with UNODC, and the Committee",
        ["the Panel", "the Committee"],
        "and behind it the list goes on",
    ),
    ("the parties as appropriate", ["the parties"], "a qualifier ends the phrase"),
    ("those States which have not yet reported", ["those States"], "a relative clause ends it"),
    ("States that have signed", ["States"], "so does a relative that"),
    ("humanitarian agencies who work in Chad", ["humanitarian agencies"], "so does a relative clause"),
    (
        "all police contributing countries",
        ["all police contributing countries"],
        "but none that is an adjective",
    ),
    ("all parties immediately", ["all parties"], "an adverb is left off the end"),
    (
        "the above-mentioned committees and panels",
        ["the above-mentioned committees and panels"],
        "several named before stay together",
    ),
    ("", [], "no words"),
]


@pytest.mark.parametrize(("text", "expected", "why"), LISTS, ids=[c[0] for c in LISTS])
def test_lists(text: str, expected: list[str], why: str) -> None:
    phrases = actor_phrases(words(text, Span(0, len(text))), marks_of(text))
    assert [text[p.span.start : p.span.end] for p in phrases] == expected, why


def test_only_members_singled_out_are_marked() -> None:
    text = "all States, including Chad and Libya, and other regional organizations"
    phrases = actor_phrases(words(text, Span(0, len(text))), marks_of(text))
    assert [(text[p.span.start : p.span.end], p.via) for p in phrases] == [
        ("all States", ""),
        ("Chad", "including"),
        ("Libya", "including"),
        ("other regional organizations", ""),
    ]


ACTORS = [
    ("the African Union", True, "a name"),
    ("armed groups in the east", True, "the noun before the preposition is an actor's"),
    ("the east of armed groups", False, "the noun behind it is not the phrase's"),
    ("them", True, "a pronoun"),
    ("this report", True, "stands for whoever reports"),
    ("the report", False, "a thing, where nothing points back"),
    ("ECOWAS", True, "an acronym"),
    ("acts of terrorism", False, "a deed"),
]


@pytest.mark.parametrize(("text", "expected", "why"), ACTORS, ids=[c[0] for c in ACTORS])
def test_actors(text: str, expected: bool, why: str) -> None:
    assert is_actor(words(text, Span(0, len(text))), marks_of(text)) is expected, why


JOINTS = [
    ("A, B and C", [("", "A"), (",", "B"), ("and", "C")], "single joints"),
    ("A, and B", [("", "A"), (", and", "B")], "joints side by side are one"),
    ("A, as well as B", [("", "A"), (", as well as", "B")], "the longest reading of a joint"),
    ("A, such as B", [("", "A"), ("including", "B")], "what singles out a member outdoes a comma"),
    ("A (B and C) or D", [("", "A ( B and C )"), ("or", "D")], "a bracket is whole"),
    ("A,", [("", "A")], "no part without words"),
]


@pytest.mark.parametrize(("text", "expected", "why"), JOINTS, ids=[c[0] for c in JOINTS])
def test_joints(text: str, expected: list[tuple[str, str]], why: str) -> None:
    parts = parts_of(words(text, Span(0, len(text))), Landmarks.of(()))
    assert [(part.joint, " ".join(word.text for word in part.words)) for part in parts] == expected, why


WORDS = ["States", "and", "or", ",", "including", "Chad", "the", "international", "organizations", "with"]
WORDS += ["(", ")", "which", "immediately", "that", "as", "well", "party", "operating", "them"]


@given(st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join))
def test_phrases_stand_in_order_apart_and_begin_and_end_with_words(text: str) -> None:
    sequence = words(text, Span(0, len(text)))
    phrases = actor_phrases(sequence, marks_of(text))
    assert all(a.span.end <= b.span.start for a, b in pairwise(phrases))
    assert {p.span.start for p in phrases} <= {word.start for word in sequence}
    assert {p.span.end for p in phrases} <= {word.end for word in sequence}
