"""Passives: who is to do what "shall be done by" them."""

from __future__ import annotations

from collections.abc import Sequence

from .grammar import grammar
from .landmarks import Landmarks
from .phrases import Phrase, actor_list
from .words import Word

#: Words from the beginning of a subject within which its "be" stands.
_BE_WITHIN = 12
#: Words from "be" within which "by" says who is to do it: "be constantly reviewed by the Committee".
_AGENT_WITHIN = 6


def agents(sequence: Sequence[Word], verb: int, marks: Landmarks) -> tuple[Phrase, ...]:
    """By whom something shall be done: "shall be reviewed by | the Committee".

    Args:
        sequence: The words of the clause.
        verb: The place of its "be", or of the modal verb before it.
        marks: Where names, qualifiers and times stand.

    Returns:
        The actors; empty where the verb is no passive, or names nobody behind "by".
    """
    be = verb if sequence[verb].lower == "be" else verb + 1
    if be + 2 >= len(sequence) or sequence[be].lower != "be":
        return ()
    if sequence[be + 1].lower in grammar().composing:
        return ()  # "shall be headed by a Special Representative" asks nobody
    for place in range(be + 2, min(be + _AGENT_WITHIN, len(sequence) - 1)):
        word = sequence[place]
        if word.text in ",;:" or word.lower in ("and", "or", "to"):
            return ()
        if word.lower == "by":
            end = next((i for i in range(place + 1, len(sequence)) if _ends_agent(sequence[i], marks)), None)
            asked = actor_list(sequence[place + 1 : end], marks)
            return asked if asked and asked[0].span.start == sequence[place + 1].start else ()
    return ()


def bare_be(sequence: Sequence[Word], subject: int) -> int | None:
    """Where "be" stands in "requests that the report | be submitted by the Secretary-General".

    Args:
        sequence: The words of the clause.
        subject: Where the subject begins.

    Returns:
        Its place; None where a comma or too many words come first.
    """
    for place in range(subject + 1, min(subject + _BE_WITHIN, len(sequence))):
        if sequence[place].text in ",;:":
            return None
        if sequence[place].lower == "be" and sequence[place - 1].lower != "to":
            return place
    return None


def _ends_agent(word: Word, marks: Landmarks) -> bool:
    """Whether a word behind "by the Secretary-General" begins something else."""
    return not marks.named(word) and (word.text in ",;:" or word.lower in grammar().phrase_end | {"as", "to"})
