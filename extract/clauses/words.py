"""Words of a clause, and what their class and their shape tell of them.

The spaCy tokens serve the matchers. The clause grammar walks words in which a hyphen joins
("Secretary-General", "co-operate"), since that is how drafters count them. There is no tagger: an
infinitive is known by the classes of ``data/grammar.toml`` and by the endings of words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from ..document import Span
from .grammar import grammar

#: An apostrophe ends a word behind an "s" only; elsewhere it closes a quotation.
_WORD = re.compile(r"\w(?:[\w’'\-/]*(?:[\w\-/]|(?<=[sS])[’']))?|[^\w\s]")
_NOUN_SHAPE = re.compile(r"(?:tions?|ments?|ity|ities|ences?|ances?|ism|ness|ships?|ing|[^su]s|us)$")
_POSSESSIVE = re.compile(r"(?<=[sS])[’']$|[’']s$")
#: Words that are enough to tell how a stretch of text ends, and characters that mostly hold them.
_LAST = 12
_END = 160
#: More words than a parenthesis between "to" and its verb has.
_PARENTHESIS = 40


class Word(NamedTuple):
    """A word or a mark of punctuation; ``start`` and ``end`` count in ``Document.text``."""

    text: str
    lower: str
    start: int
    end: int


def words(text: str, span: Span) -> list[Word]:
    """The words of ``text`` at ``span``, in order."""
    found = []
    for match in _WORD.finditer(text, span.start, span.end):
        word = match.group()
        found.append(Word(word, word.lower(), match.start(), match.end()))
    return found


def first_word(text: str, span: Span) -> Word | None:
    """The first of the words at ``span``."""
    match = _WORD.search(text, span.start, span.end)
    return Word(match.group(), match.group().lower(), match.start(), match.end()) if match else None


def last_words(text: str, span: Span) -> list[Word]:
    """The last of the words at ``span``, a dozen at least where there are so many.

    What joins a stretch of text to the next is told by its end; long ones need not be walked.
    """
    break_ = text.find(" ", max(span.start, span.end - _END), span.end)
    found = words(text, Span(max(break_, span.start), span.end))
    return found if len(found) >= _LAST else words(text, span)


def span_of(sequence: Sequence[Word]) -> Span:
    """The characters from the first of some words to the last."""
    return Span(sequence[0].start, sequence[-1].end)


def lowers(sequence: Sequence[Word]) -> list[str]:
    """Words in lower case."""
    return [word.lower for word in sequence]


def find_word(sequence: Sequence[Word], wanted: str, start: int = 0, stop: int | None = None) -> int | None:
    """The first place from ``start`` to ``stop`` (exclusive) of a word given in lower case."""
    end = len(sequence) if stop is None else min(stop, len(sequence))
    return next((place for place in range(start, end) if sequence[place].lower == wanted), None)


def owner_of(word: Word) -> Word | None:
    """The word without the ending of a possessive: "Government" of "Government’s"; None where it has none."""
    ending = _POSSESSIVE.search(word.text)
    if ending is None:
        return None
    name = word.text[: ending.start()]
    return Word(name, name.lower(), word.start, word.start + len(name))


def is_infinitive(sequence: Sequence[Word], at: int) -> bool:
    """Whether the word at ``at`` is the "to" of an infinitive and not the preposition.

    The word after it (adverbs and a parenthesis between commas passed over) decides.
    """
    if sequence[at].lower != "to" or (at and sequence[at - 1].lower in grammar().before_preposition):
        return False
    verb = verb_after(sequence, at + 1)
    if verb is not None and can_be_verb(sequence[verb]):
        return True
    following = lowers(sequence[at + 1 : at + 3])  # "to further | these efforts": a verb here, no adverb
    return following[:1] == ["further"] and following[-1] in grammar().determiner


def verb_after(sequence: Sequence[Word], at: int) -> int | None:
    """The place of the first word from ``at`` that is no adverb and in no comma parenthesis."""
    place = at
    while place < len(sequence):
        word = sequence[place]
        if is_adverb(word):
            place += 1
        elif word.text == ",":
            close = find_word(sequence, ",", place + 1, place + _PARENTHESIS)
            if close is None:
                return None
            place = close + 1
        elif (
            word.lower == "and"
            and place > at
            and place + 1 < len(sequence)
            and is_adverb(sequence[place + 1])
        ):
            place += 2  # "immediately and unconditionally"
        else:
            return place
    return None


def is_adverb(word: Word) -> bool:
    """Whether a word is an adverb, by its class or by its ending."""
    if word.lower.endswith("ly"):
        return word.lower not in grammar().verb_in_ly
    return word.lower in grammar().adverb


def can_be_verb(word: Word) -> bool:
    """Whether a word after "to" can be the base form of a verb, by class and by shape."""
    if not word.lower[0].isalpha() or word.text[0].isupper():
        return False
    if word.lower in grammar().verb_in_noun_shape:
        return True
    return word.lower not in _no_verbs() and not _NOUN_SHAPE.search(word.lower)


@cache
def _no_verbs() -> frozenset[str]:
    """The words after which, or instead of which, no infinitive comes."""
    classes = grammar()
    return classes.determiner | classes.no_infinitive | classes.manner_opener | classes.joiner


def is_relative(sequence: Sequence[Word], that: int) -> bool:
    """Whether the "that" at ``that`` opens a relative clause: a finite verb follows it."""
    following = lowers(sequence[that + 1 : that + 3])
    if following[:1] == ["support"] and following[-1] in ("to", "for", "from", "of"):
        return False  # "underlines that support to Lebanon is crucial"
    return bool(following) and following[0] in grammar().finite_after_that
