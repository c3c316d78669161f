"""Openings: words between a verb and its complement that are passed over.

    requests | , in this regard, | the Secretary-General to report
    reiterates | its demand in paragraph 5 of resolution 1640 (2005) | that the parties withdraw
    expresses concern | at | the attacks

Each function takes the words of a clause and a place in them, and gives the place behind what it
passes over, or the same place.
"""

from __future__ import annotations

from collections.abc import Sequence

from .grammar import grammar
from .landmarks import Landmarks
from .words import Word, is_infinitive, lowers

_SET_PHRASES = [["in", this, what] for this in ("this", "that") for what in ("regard", "respect", "context")]
#: Words from the article within which the noun of a directive stands: "its urgent and repeated call".
_NOUN_WITHIN = 5
#: Words from the noun of a directive within which it is told where it was given.
_SOURCE_WITHIN = 25
#: Words from a feeling within which the "for" of what is thanked for stands.
_THANKS_WITHIN = 18


def after_manner(sequence: Sequence[Word], start: int, marks: Landmarks) -> int:
    """Passes over ", in this regard," and any phrase of manner that stands before the complement.

    Args:
        sequence: The words of the clause.
        start: Where they begin.
        marks: Where names, qualifiers and times stand.

    Returns:
        The place at which the complement begins.
    """
    if start >= len(sequence):
        return start
    opened = sequence[start].text == ","
    first = start + 1 if opened else start
    if first >= len(sequence):
        return start
    classes = grammar()
    word = sequence[first]
    if not (opened or marks.limits_at(word) or word.lower in classes.bare_manner_opener):
        return start
    if not opened and lowers(sequence[first : first + 3]) in _SET_PHRASES:
        return first + 3
    for place in range(first + 2, len(sequence)):
        numbered = sequence[place - 1].text == ")" or sequence[place - 1].text.isdigit()
        if not opened and numbered and _begins_clause(sequence, place):
            return place  # "pursuant to paragraph 4 of resolution 9000 (2016) | that, in addition, the Panel"
        if sequence[place - 1].text == "," and _begins_complement(sequence, place, marks):
            return place
    return next((i for i in range(first + 1, len(sequence)) if _begins_clause(sequence, i)), first)


def _begins_complement(sequence: Sequence[Word], place: int, marks: Landmarks) -> bool:
    return (
        _begins_clause(sequence, place)
        or sequence[place].lower in grammar().complement_opener
        or (sequence[place].text[0].isupper() and sequence[place].lower in grammar().personal_title)
        or marks.named(sequence[place])
    )


def _begins_clause(sequence: Sequence[Word], place: int) -> bool:
    return sequence[place].lower == "that" or is_infinitive(sequence, place)


def after_directive_noun(sequence: Sequence[Word], start: int) -> int | None:
    """Passes over "its demand", "its call", "its request".

    Args:
        sequence: The words of the clause.
        start: Where to look.

    Returns:
        The place behind the noun; None where no directive is told as a noun here.
    """
    classes = grammar()
    if start >= len(sequence) or sequence[start].lower not in classes.directive_noun_opener:
        return None
    for place in range(start + 1, min(start + _NOUN_WITHIN, len(sequence) - 1)):
        if sequence[place].lower in classes.directive_noun:
            return place + 1
        if sequence[place].lower in classes.manner_opener:
            break  # "its support | for the call of the Secretary-General" asks nobody
    return None


def after_asking_preposition(sequence: Sequence[Word], start: int) -> int:
    """Passes over the preposition before the asked: "its call | upon", "recommends | to the Assembly that".

    Args:
        sequence: The words of the clause.
        start: Where the preposition would stand.
    """
    if start < len(sequence) and sequence[start].lower in grammar().asking_preposition:
        return start if is_infinitive(sequence, start) else start + 1
    return start


def after_source(sequence: Sequence[Word], start: int) -> int:
    """Passes over where a directive was given: "its demand | in paragraph 5 of … 1640 (2005) | that".

    Args:
        sequence: The words of the clause.
        start: The place behind the directive's noun.
    """
    numbered = False
    for place in range(start, min(start + _SOURCE_WITHIN, len(sequence))):
        lower = sequence[place].lower
        if lower == "that" and numbered:
            return place
        if is_infinitive(sequence, place):
            break
        if numbered and lower in grammar().asking_preposition and sequence[place - 1].text in ")”,":
            return place + 1
        numbered = numbered or sequence[place].text.isdigit()
    return start


def after_preposition(sequence: Sequence[Word], start: int) -> int:
    """Passes over the preposition that a verb governs: "concern | at | the attacks".

    Args:
        sequence: The words of the clause.
        start: Where the preposition would stand.
    """
    governed = grammar().governed_preposition
    while start < len(sequence) and (sequence[start].text == "," or sequence[start].lower in governed):
        start += 1
    return start


def after_thanked(sequence: Sequence[Word], start: int, marks: Landmarks) -> int:
    """Passes over who is thanked: "its gratitude | to the Secretary-General for | the efforts".

    Args:
        sequence: The words of the clause, behind the feeling expressed.
        start: Where the content begins otherwise.
        marks: Where the document names actors: "the Special Envoy for the Sahel".
    """
    if sequence[0].lower != "to":
        return start
    for place in range(start, min(start + _THANKS_WITHIN, len(sequence) - 1)):
        following = sequence[place + 1 : place + 3]
        titled = sequence[place - 1].text[0].isupper() and following[-1].text[0].isupper()
        if sequence[place].lower == "for" and not titled and not marks.named(sequence[place]):
            return place + 1
    return start
