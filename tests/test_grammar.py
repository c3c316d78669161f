"""The closed classes: each is known to the code and shown by its examples, and none is told twice."""

import re
from dataclasses import fields
from itertools import combinations

import pytest
from obligraph.errors import LexiconError
from obligraph.extract.acts.verbs import lexicon
from obligraph.extract.clauses.grammar import ClassRow, Grammar, act_rows, build, grammar, word_rows

from .clauses import acts_of

ROWS = (*word_rows(), *act_rows())


def test_every_class_of_the_file_is_a_field_and_every_field_has_a_class() -> None:
    assert {row.id.replace("-", "_") for row in ROWS} == {field.name for field in fields(Grammar)}
    assert grammar().deed >= {"aggression", "refusal"}


def test_a_misspelt_id_is_refused_by_name() -> None:
    with pytest.raises(LexiconError, match="determinor: no class of the grammar"):
        build((*ROWS, ClassRow("determinor", "a slip", ("the",), ("the",))))


def test_a_class_without_a_row_is_refused_by_name() -> None:
    with pytest.raises(LexiconError, match="adverb: class without a row"):
        build(row for row in ROWS if row.id != "adverb")


EXAMPLES = [(row, example) for row in word_rows() for example in row.examples]


@pytest.mark.parametrize(("row", "example"), EXAMPLES, ids=[f"{r.id}: {e}" for r, e in EXAMPLES])
def test_a_word_of_the_class_stands_in_each_example(row: ClassRow, example: str) -> None:
    padded = " ".join(["", *re.findall(r"[\w’'\-/]+|[^\w\s]", example.lower()), ""])
    assert any(f" {word.lower()} " in padded for word in row.words)


@pytest.mark.parametrize("row", ROWS, ids=[row.id for row in ROWS])
def test_words_stand_once_in_a_class(row: ClassRow) -> None:
    assert len(set(row.words)) == len(row.words)
    assert row.why


def test_no_class_is_another_by_another_name() -> None:
    same = [(a.id, b.id) for a, b in combinations(ROWS, 2) if set(a.words) == set(b.words)]
    assert not same


def test_classes_of_acts_hold_acts_of_the_lexicon() -> None:
    known = {verb.act for verb in lexicon().verbs.values()}
    assert not {act for row in act_rows() for act in row.words} - known


@pytest.mark.parametrize("row", act_rows(), ids=[row.id for row in act_rows()])
def test_an_example_of_acts_is_read_as_one_of_them(row: ClassRow) -> None:
    for example in row.examples:
        assert acts_of(example[0].upper() + example[1:])[0].act in row.words


def test_subsets_are_subsets() -> None:
    classes = grammar()
    assert classes.firm_modal < classes.binding_modal < classes.modal
    assert classes.bare_manner_opener < classes.manner_opener
    assert classes.complement_opener < classes.determiner
    assert classes.relative < classes.phrase_end


def test_no_word_is_verb_and_no_verb_at_once() -> None:
    classes = grammar()
    assert not classes.verb_in_noun_shape & (classes.no_infinitive | classes.determiner)
