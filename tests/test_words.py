"""Words of a clause: which "to" is an infinitive, without a tagger."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from obligraph.extract.clauses.words import (
    can_be_verb,
    find_word,
    first_word,
    is_adverb,
    is_infinitive,
    is_relative,
    last_words,
    words,
)
from obligraph.extract.document import Span

CLAUSES = [
    # the clause, the rank of its "to", whether it is an infinitive, why
    ("requests the Panel to report", 0, True, "a bare verb follows"),
    ("a report to the Council", 0, False, "a determiner follows"),
    ("the parties to conflict", 0, False, "a noun that is no verb here"),
    ("access to justice", 0, False, "a listed noun"),
    ("contribute to peacebuilding efforts", 0, False, "a listed noun"),
    ("to swiftly inform the Council", 0, True, "an adverb before the verb"),
    ("to, inter alia, ensure access", 0, True, "a parenthesis before the verb"),
    ("to address the root causes", 0, True, "a verb in the shape of a plural"),
    ("to implement the resolution", 0, True, "a verb in the shape of a noun"),
    ("a view to ensuring access", 0, False, "a gerund takes the preposition"),
    ("pursuant to resolution 1373 (2001)", 0, False, "a listed noun"),
    ("briefings to Member States to explain", 0, False, "a capital letter"),
    ("briefings to Member States to explain", 1, True, "the second one is the verb's"),
    ("in response to violations", 0, False, "the shape of a noun"),
    ("to comply fully", 0, True, "ends in -ly and is a verb"),
    ("limited to 15 members", 0, False, "a number"),
    ("who may speak to", 0, False, "nothing follows"),
]


@pytest.mark.parametrize(
    ("clause", "rank", "expected", "why"), CLAUSES, ids=[f"{c[0]}-{c[1]}" for c in CLAUSES]
)
def test_infinitive(clause: str, rank: int, expected: bool, why: str) -> None:
    sequence = words(clause, Span(0, len(clause)))
    place = [i for i, word in enumerate(sequence) if word.lower == "to"][rank]
    assert is_infinitive(sequence, place) is expected, why


def test_hyphens_join_and_offsets_hold() -> None:
    text = "the Secretary-General’s co-operation, and/or"
    sequence = words(text, Span(4, len(text)))
    assert [w.text for w in sequence] == ["Secretary-General’s", "co-operation", ",", "and/or"]
    assert all(text[w.start : w.end] == w.text for w in sequence)


VERBS = [
    ("implement", True, "a noun's ending, but a listed verb"),
    ("address", True, "a plural's ending, but a listed verb"),
    ("deployment", False, "a noun's ending"),
    ("pass", True, "a double s is no plural"),
    ("the", False, "a determiner"),
    ("Report", False, "a capital letter"),
    ("15", False, "a number"),
]


@pytest.mark.parametrize(("word", "expected", "why"), VERBS, ids=[c[0] for c in VERBS])
def test_verbs_by_shape(word: str, expected: bool, why: str) -> None:
    assert can_be_verb(words(word, Span(0, len(word)))[0]) is expected, why


ADVERBS = [
    ("urgently", True, "its ending"),
    ("forthwith", True, "its class"),
    ("comply", False, "a verb in -ly"),
    ("assembly", False, "a noun in -ly"),
]


@pytest.mark.parametrize(("word", "expected", "why"), ADVERBS, ids=[c[0] for c in ADVERBS])
def test_adverbs(word: str, expected: bool, why: str) -> None:
    assert is_adverb(words(word, Span(0, len(word)))[0]) is expected, why


RELATIVES = [
    ("States that have signed", True, "a finite verb follows"),
    ("demands that all States sign", False, "a noun phrase follows"),
    ("stresses that", False, "nothing follows"),
]


@pytest.mark.parametrize(("clause", "expected", "why"), RELATIVES, ids=[c[0] for c in RELATIVES])
def test_relative_that(clause: str, expected: bool, why: str) -> None:
    sequence = words(clause, Span(0, len(clause)))
    place = find_word(sequence, "that")
    assert place is not None
    assert is_relative(sequence, place) is expected, why


def test_a_word_is_found_from_a_place_on_and_before_another() -> None:
    sequence = words("for them and for us", Span(0, 19))
    assert find_word(sequence, "for") == 0
    assert find_word(sequence, "for", 1) == 3
    assert find_word(sequence, "for", 1, 3) is None


@given(st.text(alphabet="aB1-’/,. \n", max_size=400), st.integers(0, 40))
def test_the_first_and_the_last_words_are_those_of_all(text: str, start: int) -> None:
    span = Span(min(start, len(text)), len(text))
    found = words(text, span)
    last = last_words(text, span)
    assert first_word(text, span) == (found[0] if found else None)
    assert len(last) >= min(12, len(found))
    assert last == found[len(found) - len(last) :]
