"""Doers: who is to do what a noun phrase calls for."""

from __future__ import annotations

from collections.abc import Sequence

from .grammar import grammar
from .landmarks import Landmarks
from .nouns import is_actor
from .phrases import Phrase, actor_list, words_in
from .words import Word, lowers, owner_of

#: How past participles end before "by" or "from": "adopted by" tells of what is done already.
_PARTICIPLE = ("ed", "en", "made", "done")
#: Words before "between" within which the thing stands that is done by both.
_MUTUAL = 8
#: Words of a noun phrase within which its owner stands: "the relevant Member States’ efforts".
_OWNER_WITHIN = 8


def doers(phrase: Sequence[Word], marks: Landmarks) -> tuple[Phrase, ...]:
    """Finds who is to do what is called for: "the continued support of **UNODC** in training judges".

    Args:
        phrase: The words of what is called for, from its first noun phrase on.
        marks: Where names, qualifiers and times stand.

    Returns:
        The actors, in order; empty where the phrase does not say who.
    """
    classes = grammar()
    found = _owner(phrase, marks)
    behind = False  # a preposition stands before: "the efforts in support of" does not name who makes them
    for place in range(1, len(phrase) - 1):
        lower = phrase[place].lower
        if lower == ";" or lower in classes.relative or lower == "to":
            break
        if lower in classes.doer_preposition and (not found or lower == "by"):
            before = phrase[place - 1].lower
            if lower == "between" and classes.mutual.isdisjoint(
                lowers(phrase[max(0, place - _MUTUAL) : place])
            ):
                continue  # "the Communiqué between the Government and the United Nations"
            if lower == "by" and before in classes.stranded:
                continue  # "as called for by the African Union"
            suffers = lower == "of" and (behind or before in classes.undergone)
            if suffers or before.endswith(_PARTICIPLE):
                behind = True
                continue
            region = phrase[place + 1 : _doer_end(phrase, place + 1, marks)]
            counted = any(word.text.isdigit() for word in region)  # "by an additional 50 observers"
            asked = () if counted else actor_list(region, marks)
            if asked and asked[0].span.start == region[0].start:
                found += tuple(one for one in asked if is_actor(words_in(region, one), marks))
                if lower != "by":
                    break
        behind = behind or lower in classes.manner_opener
    return found


def _owner(phrase: Sequence[Word], marks: Landmarks) -> tuple[Phrase, ...]:
    """Whose it is: "encourages | **the Government**’s efforts"."""
    for place, word in enumerate(phrase[:_OWNER_WITHIN]):
        if (word.lower in grammar().manner_opener and not marks.named(word)) or not word.text[0].isalpha():
            break
        if owner := owner_of(word):
            return actor_list([*phrase[:place], owner], marks)
    return ()


def _doer_end(phrase: Sequence[Word], start: int, marks: Landmarks) -> int:
    """Where the doers of what is called for end.

    Whoever is to leave a place is not named by it: "the withdrawal of all forces | from Lebanon".
    """
    classes = grammar()
    leaving = not classes.leaving.isdisjoint(lowers(phrase[:start]))
    for place in range(start, len(phrase)):
        word = phrase[place]
        ends = (
            word.text == ";"
            or word.lower in classes.doer_end
            or (word.lower in classes.doer_addition and place > start)
            or (word.lower == "of" and place > start and phrase[start - 1].lower == "by")
        )
        if ends and (not marks.named(word) or (leaving and word.lower == "from")):
            return place
    return len(phrase)
