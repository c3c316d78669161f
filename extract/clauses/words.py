"""Words of a clause and the closed classes that the clause grammar goes by.

The spaCy tokens serve the matchers. The clause grammar walks words in which a hyphen joins
("Secretary-General", "co-operate"), since that is how drafters count them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from ..lexicon import load_rows
from ..model import Span

_WORD = re.compile(r"\w[\w’'\-/]*|[^\w\s]")
_NOUN_SHAPE = re.compile(r"(?:tions?|ments?|ity|ities|ences?|ances?|ism|ness|ships?|ing|[^su]s|us)$")


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


@dataclass(frozen=True, slots=True)
class WordClass:
    """A row of ``data/grammar.toml``: a closed class of words and what it decides."""

    id: str
    why: str
    words: tuple[str, ...]
    examples: tuple[str, ...]


@cache
def word_classes() -> Mapping[str, frozenset[str]]:
    """The closed classes by id, in lower case.

    Raises:
        LexiconError: When the table breaks its rules.
    """
    rows = load_rows("grammar.toml", "classes", WordClass)
    return {row.id: frozenset(word.lower() for word in row.words) for row in rows}


def is_infinitive(sequence: list[Word], at: int) -> bool:
    """Whether the word at ``at`` is the "to" of an infinitive and not the preposition.

    There is no tagger. The word after it (adverbs and a parenthesis between commas passed over)
    is taken for a verb unless it is a determiner, capitalised, a number, of a noun's shape, or
    among the nouns and adjectives that the class ``not-infinitive`` lists.
    """
    if sequence[at].lower != "to":
        return False
    verb = verb_after(sequence, at + 1)
    return verb is not None and can_be_verb(sequence[verb])


def verb_after(sequence: list[Word], at: int) -> int | None:
    """The place of the first word from ``at`` that is no adverb and in no comma parenthesis."""
    place = at
    while place < len(sequence):
        word = sequence[place]
        if is_adverb(word):
            place += 1
        elif (
            word.lower == "and"
            and place > at
            and place + 1 < len(sequence)
            and is_adverb(sequence[place + 1])
        ):
            place += 2  # "immediately and unconditionally"
        elif word.text == ",":
            close = next(
                (i for i in range(place + 1, min(place + 40, len(sequence))) if sequence[i].text == ","), None
            )
            if close is None:
                return None
            place = close + 1
        else:
            return place
    return None


def is_adverb(word: Word) -> bool:
    """Whether a word is an adverb, by its class or by its ending."""
    classes = word_classes()
    return word.lower in classes["adverb"] or (
        word.lower.endswith("ly") and word.lower not in classes["verb-ly"]
    )


def can_be_verb(word: Word) -> bool:
    """Whether a word after "to" can be the base form of a verb, by class and by shape."""
    classes = word_classes()
    lower = word.lower
    if not lower[0].isalpha() or word.text[0].isupper():
        return False
    if lower in classes["infinitive"]:
        return True
    if any(lower in classes[name] for name in ("determiner", "not-infinitive", "opener", "joiner")):
        return False
    return not _NOUN_SHAPE.search(lower)
