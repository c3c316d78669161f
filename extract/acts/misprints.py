"""Scanned texts misprint a verb now and then: "Reguests the Committee", "Recaliing its resolution"."""

from __future__ import annotations

from functools import cache

from .verbs import Form, lexicon

#: Shorter words have too many neighbours to be told apart.
_SHORTEST = 5
_FORMS = (Form.THIRD, Form.PARTICIPLE, Form.PAST)
#: Words that rightly open a paragraph, one letter away from a verb, unless one of these follows.
_WORDS = frozenset({"nothing"})
_ADVERBS = frozenset({"further", "also", "with"})


def corrections(word: str, following: str = "") -> tuple[str, ...]:
    """The heads of the lexicon that are one letter from a word which it lacks.

    Args:
        word: A word in lower case.
        following: The word behind it: "Nothing | further with satisfaction" is a misprint of "Noting".

    Returns:
        The heads, sorted: one letter changed, left out, put in, or two swapped.
    """
    if len(word) < _SHORTEST or not word.isalpha() or (word in _WORDS and following not in _ADVERBS):
        return ()
    return tuple(head for head in _heads() if abs(len(head) - len(word)) <= 1 and _one_apart(word, head))


@cache
def _heads() -> tuple[str, ...]:
    """Heads of one word that are not everyday words as well, and "having"."""
    heads = {
        reading.words[0]
        for readings in lexicon().heads.values()
        for reading in readings
        if len(reading.words) == 1 and reading.form in _FORMS
        if reading.form not in reading.verb.shy + reading.verb.lead
    }
    return tuple(sorted(head for head in heads | {"having"} if len(head) >= _SHORTEST))


def _one_apart(word: str, head: str) -> bool:
    """Whether one letter is changed, left out or put in, or two neighbours are swapped."""
    short, long = sorted((word, head), key=len)
    i = 0
    while i < len(short) and short[i] == long[i]:
        i += 1
    if len(short) < len(long):
        return short[i:] == long[i + 1 :]
    swapped = short[i : i + 2] == long[i : i + 2][::-1] and short[i + 2 :] == long[i + 2 :]
    return short[i + 1 :] == long[i + 1 :] or swapped
