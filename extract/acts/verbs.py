"""The lexicon of performative verbs and of the words that modify them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from ..lexicon import load_rows
from ..model import Force, VerbKind

#: Words that open a group: "having heard", "being concerned", "continues to urge".
_OPENERS = frozenset({"having", "being", "is", "continues", "continuing"})

#: Tokens that may end a sentence.
SENTENCE_MARKS = frozenset({".", ".”"})


class Polarity(StrEnum):
    """Whether a verb approves or disapproves of what it is about."""

    POSITIVE = "positive"
    NEUTRAL = "neutral"
    NEGATIVE = "negative"


class Complement(StrEnum):
    """What follows a verb: somebody who is to act, the body's own infinitive, or neither."""

    ADDRESSEE = "addressee"
    SELF = "self"
    PLAIN = "plain"


class Form(StrEnum):
    """How a verb group stands: "requests", "requesting", "having requested", "concerned"."""

    THIRD = "third"
    PARTICIPLE = "participle"
    PAST = "past"
    ADJECTIVE = "adjective"


@dataclass(frozen=True, slots=True)
class Verb:
    """A row of ``data/verbs.toml``; the fields are explained there."""

    id: str
    act: str
    third: tuple[str, ...] = ()
    participle: tuple[str, ...] = ()
    past: tuple[str, ...] = ()
    adjective: tuple[str, ...] = ()
    tails: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    kind: VerbKind = VerbKind.ASSERTIVE
    force: Force = Force.STATEMENT
    polarity: Polarity = Polarity.NEUTRAL
    complement: Complement = Complement.PLAIN
    blames: bool = False
    shy: tuple[str, ...] = ()
    lead: tuple[str, ...] = ()
    limits: bool = False
    before: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Modifier:
    """A row of ``[[modifier]]`` in ``data/modifiers.toml``."""

    id: str
    phrases: tuple[str, ...]
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WordList:
    """A row of ``[[intensity]]`` or ``[[manner]]`` in ``data/modifiers.toml``."""

    id: str
    words: tuple[str, ...]
    examples: tuple[str, ...]


class Reading(NamedTuple):
    """A way to read a head: its words, how it stands, the verb, what must follow within and behind it."""

    words: tuple[str, ...]
    form: Form
    verb: Verb
    tail: tuple[str, ...]
    before: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The verbs by the first word of their heads, longest reading first, and the modifiers.

    ``triggers`` are the words at which there can be anything to find: heads, words that open a
    group though they are no heads by themselves, marks that end a sentence or a part of it, and
    feelings. ``feelings`` are the nouns that are expressed.
    """

    verbs: Mapping[str, Verb]
    heads: Mapping[str, tuple[Reading, ...]]
    bases: Mapping[str, tuple[Reading, ...]]
    triggers: frozenset[str]
    modifiers: Mapping[str, tuple[tuple[str, ...], ...]]
    closers: Mapping[str, tuple[tuple[str, ...], ...]]
    intensities: frozenset[str]
    manners: frozenset[str]
    feelings: frozenset[str]


def split(phrase: str) -> tuple[str, ...]:
    """The words of a phrase as the tokeniser has them: a hyphen is a word of its own."""
    return tuple(phrase.lower().replace("-", " - ").split())


@cache
def lexicon() -> Lexicon:
    """The lexicon of the data files.

    Raises:
        LexiconError: A row breaks the rules of its table.
    """
    rows = load_rows("verbs.toml", "verb", Verb)
    verbs = {row.id: row for row in rows}
    heads: dict[str, list[Reading]] = {}
    bases: dict[str, list[Reading]] = {}
    for row in rows:
        before = tuple(split(phrase) for phrase in row.before)
        tails = tuple(split(tail) for tail in row.tails) or ((),)
        for tail in tails:
            for form in Form:
                for word in getattr(row, form):
                    for head in {split(word), (word,)} if "-" in word else {split(word)}:
                        heads.setdefault(head[0], []).append(Reading(head, form, row, tail, before))
            if row.third and not row.act.startswith("be "):
                base = split(row.act.split()[0])
                bases.setdefault(base[0], []).append(Reading(base, Form.THIRD, row, tail, before))
    phrases = [
        split(phrase) for row in load_rows("modifiers.toml", "modifier", Modifier) for phrase in row.phrases
    ]
    first: dict[str, list[tuple[str, ...]]] = {}
    last: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(set(phrases), key=lambda p: (-len(p), p)):
        first.setdefault(phrase[0], []).append(phrase)
        last.setdefault(phrase[-1], []).append(phrase)
    intensities = load_rows("modifiers.toml", "intensity", WordList)
    manners = load_rows("modifiers.toml", "manner", WordList)
    feelings = frozenset(noun for row in rows if row.act.startswith("express ") for noun in row.nouns)
    return Lexicon(
        verbs=verbs,
        heads={word: _by_length(readings) for word, readings in heads.items()},
        bases={word: _by_length(readings) for word, readings in bases.items()},
        triggers=frozenset(heads) | _OPENERS | SENTENCE_MARKS | feelings | {";"},
        modifiers={word: tuple(found) for word, found in first.items()},
        closers={word: tuple(found) for word, found in last.items()},
        intensities=frozenset(word for row in intensities for word in row.words),
        manners=frozenset(word for row in manners for word in row.words),
        feelings=feelings,
    )


def _by_length(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """Readings with most words first: a noun counts as a tail, no tail comes last."""
    return tuple(
        sorted(readings, key=lambda r: (-len(r.words), -len(r.tail), not r.before, not r.verb.nouns))
    )
