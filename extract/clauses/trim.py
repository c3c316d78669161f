"""Trimming: stretches of text without the words and marks that only join them to what follows."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from ..document import Span
from .grammar import grammar
from .words import Word, first_word, last_words, lowers, words

#: Words before the trimmed ones that decide about them, at most: a phrase of four and one before it.
_CONTEXT = 5
_MARKS = frozenset(",;:.”“—–-")


def trim(text: str, span: Span) -> Span:
    """Trims a stretch of text.

    Args:
        text: ``Document.text``.
        span: The stretch.

    Returns:
        The span without white space around it, and at its end without closing punctuation, words
        that only join ("and, in this regard,") and the number of a footnote; an empty one at
        its start where nothing is left.
    """
    first = first_word(text, span)
    sequence = last_words(text, span)
    end = _kept(sequence)
    if end <= _CONTEXT:  # nearly all of the last words go, so those before them count too
        sequence = words(text, span)
        end = _kept(sequence)
    return Span(first.start, sequence[end - 1].end) if first and end else Span(span.start, span.start)


def is_joined(sequence: Sequence[Word]) -> bool:
    """Whether some words end in a mark or a joiner, so that a new act can begin behind them."""
    return sequence[-1].text in ".,;”’" or sequence[-1].lower in grammar().joiner


def _kept(sequence: Sequence[Word]) -> int:
    """How many words are left without those that only join."""
    return _without_footnote(sequence, _without_joiners(sequence))


def _without_footnote(sequence: Sequence[Word], end: int) -> int:
    """The end before a footnote's number that the print left behind the last mark: "(S/12869), 62"."""
    if end < 3:
        return end
    before, mark, number = sequence[end - 3 : end]
    if not number.text.isdigit() or mark.text not in ",.;)”":
        return end
    behind_year = len(before.text) == 4 and len(number.text) < 4
    if mark.text == ")" or behind_year or not before.text[0].isdigit():
        return _without_joiners(sequence[: end - 1])
    return end


def _without_joiners(sequence: Sequence[Word]) -> int:
    """The end of some words without those that only join."""
    joiners = grammar().joiner
    end = len(sequence)
    while end:
        word = sequence[end - 1]
        length = 1
        if word.lower not in joiners and word.text not in _MARKS:
            length = _joining_phrase(sequence, end)
            if not length or (end > length and not _may_join(sequence[end - length - 1])):
                break
        elif word.lower == "so" and end > 1 and sequence[end - 2].lower in grammar().doing:
            break  # "others are planning to do so"
        elif word.lower == "accordingly" and end > 1 and not _may_join(sequence[end - 2]):
            break  # "to train its staff accordingly"
        end -= length
    return end


def _may_join(before: Word) -> bool:
    """Whether a phrase behind a word stands apart: "the rule of law, and | in this regard"."""
    return before.lower in grammar().joiner or before.text in ",;."


def _joining_phrase(sequence: Sequence[Word], end: int) -> int:
    """How many words before ``end`` are a phrase that joins two acts, or 0."""
    last = sequence[end - 1].lower
    for phrase in _joining_phrases():
        if phrase[-1] == last and tuple(lowers(sequence[max(0, end - len(phrase)) : end])) == phrase:
            return len(phrase)
    return 0


@cache
def _joining_phrases() -> tuple[tuple[str, ...], ...]:
    return tuple(sorted(tuple(phrase.split()) for phrase in grammar().joining_phrase))
