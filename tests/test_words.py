"""Words of a clause: which "to" is an infinitive, without a tagger."""

import pytest
from obligraph.extract.clauses.words import is_infinitive, word_classes, words
from obligraph.extract.model import Span

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


def test_no_word_is_verb_and_no_verb_at_once() -> None:
    classes = word_classes()
    assert not classes["infinitive"] & (classes["not-infinitive"] | classes["determiner"])
