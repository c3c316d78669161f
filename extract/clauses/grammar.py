"""The closed classes of words that the clause grammar goes by, as ``data/grammar.toml`` has them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from functools import cache

from ...errors import LexiconError
from ..lexicon import load_rows

_FILE = "grammar.toml"


@dataclass(frozen=True, slots=True)
class ClassRow:
    """A row of ``data/grammar.toml``: a closed class and what it decides."""

    id: str
    why: str
    words: tuple[str, ...]
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grammar:
    """The classes in lower case, a field a row; what each decides is said in the file.

    The fields from ``entrusting`` on are classes of acts (dictionary forms), all others of words.
    """

    verb_in_noun_shape: frozenset[str]
    no_infinitive: frozenset[str]
    before_preposition: frozenset[str]
    verb_in_ly: frozenset[str]
    verb_in_ed: frozenset[str]
    participle_without_ed: frozenset[str]
    noun_in_s: frozenset[str]
    noun_in_ing: frozenset[str]
    adjective_in_ing: frozenset[str]
    adverb: frozenset[str]
    modal: frozenset[str]
    binding_modal: frozenset[str]
    firm_modal: frozenset[str]
    modal_of_action: frozenset[str]
    postpositive: frozenset[str]
    determiner: frozenset[str]
    manner_opener: frozenset[str]
    bare_manner_opener: frozenset[str]
    complement_opener: frozenset[str]
    phrase_end: frozenset[str]
    relative: frozenset[str]
    finite_after_that: frozenset[str]
    singling_out: frozenset[str]
    list_joint: frozenset[str]
    list_resumption: frozenset[str]
    dangling: frozenset[str]
    core_end: frozenset[str]
    joiner: frozenset[str]
    joining_phrase: frozenset[str]
    pronoun: frozenset[str]
    anaphor: frozenset[str]
    stand_in: frozenset[str]
    report: frozenset[str]
    pointing: frozenset[str]
    condition: frozenset[str]
    takes_infinitive: frozenset[str]
    purposeful: frozenset[str]
    informed: frozenset[str]
    taking: frozenset[str]
    limiting: frozenset[str]
    abstract_ending: frozenset[str]
    aside_opener: frozenset[str]
    doing: frozenset[str]
    placing: frozenset[str]
    asked_again: frozenset[str]
    before_member: frozenset[str]
    stranded: frozenset[str]
    creating: frozenset[str]
    instrument_noun: frozenset[str]
    tasking: frozenset[str]
    composing: frozenset[str]
    adjective_alone: frozenset[str]
    delivered: frozenset[str]
    delivered_again: frozenset[str]
    mutual: frozenset[str]
    lasting: frozenset[str]
    planned: frozenset[str]
    object_control: frozenset[str]
    asking_preposition: frozenset[str]
    directive_verb: frozenset[str]
    directive_noun: frozenset[str]
    personal_title: frozenset[str]
    telling_more: frozenset[str]
    directive_noun_opener: frozenset[str]
    stance: frozenset[str]
    title_end: frozenset[str]
    stative: frozenset[str]
    bound_participle: frozenset[str]
    undergoing: frozenset[str]
    governed_preposition: frozenset[str]
    doer_preposition: frozenset[str]
    undergone: frozenset[str]
    doer_end: frozenset[str]
    doer_addition: frozenset[str]
    leaving: frozenset[str]
    agent_preposition: frozenset[str]
    done_elsewhere: frozenset[str]
    finite_in_fact: frozenset[str]
    deed: frozenset[str]
    blow: frozenset[str]
    culprit_end: frozenset[str]
    culprit_follower: frozenset[str]
    subject_alone: frozenset[str]
    finite_be: frozenset[str]
    telling_when: frozenset[str]
    sentence_opener: frozenset[str]
    asked_of: frozenset[str]
    no_requirement: frozenset[str]
    behind_those: frozenset[str]
    noun_follower: frozenset[str]
    announcing: frozenset[str]
    no_qualifier_after: frozenset[str]
    entrusting: frozenset[str]
    reminding: frozenset[str]
    turning: frozenset[str]
    repeating: frozenset[str]
    awaiting: frozenset[str]
    recounting: frozenset[str]
    binding_again: frozenset[str]
    referring: frozenset[str]


@cache
def grammar() -> Grammar:
    """The classes of the data file.

    Raises:
        LexiconError: When the table breaks its rules, has a class that the code does not know,
            or lacks one.
    """
    return build((*word_rows(), *act_rows()))


@cache
def word_rows() -> tuple[ClassRow, ...]:
    """The rows of classes of words, in the order of the file."""
    return load_rows(_FILE, "classes", ClassRow)


@cache
def act_rows() -> tuple[ClassRow, ...]:
    """The rows of classes of acts, in the order of the file."""
    return load_rows(_FILE, "acts", ClassRow)


def build(rows: Iterable[ClassRow]) -> Grammar:
    """Puts rows together as a grammar.

    Args:
        rows: One row for every field, its id being the field's name with hyphens.

    Raises:
        LexiconError: An id is no field's, or a field has no row.
    """
    classes = {row.id.replace("-", "_"): frozenset(word.lower() for word in row.words) for row in rows}
    known = [field.name for field in fields(Grammar)]
    for name in (*classes, *known):
        if name not in known or name not in classes:
            fault = "no class of the grammar" if name in classes else "class without a row"
            raise LexiconError(fault, place=f"{_FILE}, {name.replace('_', '-')}")
    return Grammar(**classes)
