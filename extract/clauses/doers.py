"""Doers: who is to do what a noun phrase calls for."""

from __future__ import annotations

from collections.abc import Sequence

from .grammar import grammar
from .landmarks import Landmarks
from .nouns import is_actor
from .phrases import Phrase, actor_list, words_in
from .words import Word, is_infinitive, lowers, owner_of

#: How past participles end before "by" or "from": "adopted by" tells of what is done already.
_PARTICIPLE = ("ed", "en", "made", "done")
#: Words before "between" within which the thing stands that is done by both.
_MUTUAL = 8
#: Words from "for" to what something is for: "for closer and more regular cooperation".
_ADJECTIVES = 4
#: Words of what is awaited within which the report or the briefing stands.
_DELIVERED_WITHIN = 8
#: Words of a noun phrase within which its owner stands: "the relevant Member States’ efforts".
_OWNER_WITHIN = 8
#: Words behind "by" within which the doers stand.
_DOERS_WITHIN = 60


def doers(phrase: Sequence[Word], marks: Landmarks) -> tuple[Phrase, ...]:
    """Finds who is to do what is called for: "the continued support of **UNODC** in training judges".

    Args:
        phrase: The words of what is called for, from its first noun phrase on.
        marks: Where names, qualifiers and times stand.

    Returns:
        The actors, in order; empty where the phrase does not say who.
    """
    classes = grammar()
    found = list(_owner(phrase, marks))
    left = _leaving(phrase)
    behind = False  # a preposition stands before: "the efforts in support of" does not name who makes them
    for place in range(1, len(phrase) - 1):
        lower = phrase[place].lower
        if lower == ";" or lower in classes.relative or is_infinitive(phrase, place):
            break
        if lower in classes.doer_preposition and (not found or lower == "by"):
            before = phrase[place - 1].lower
            if lower == "between" and classes.mutual.isdisjoint(
                lowers(phrase[max(0, place - _MUTUAL) : place])
            ):
                continue  # "the Communiqué between the Government and the United Nations"
            if lower == "between" and _is_purpose(phrase, place):
                continue
            if lower == "from" and left < place:
                continue  # "the transfer of the proceeds from the Fund"
            if lower == "by" and before in classes.stranded:
                continue  # "as called for by the African Union"
            suffers = lower == "of" and (behind or before in classes.undergone)
            if suffers or before.endswith(_PARTICIPLE):
                behind = True
                continue
            region = phrase[place + 1 : _doer_end(phrase, place + 1, left, marks)]
            counted = any(word.text.isdigit() for word in region)  # "by an additional 50 observers"
            asked = () if counted else actor_list(region, marks)
            if asked and asked[0].span.start == region[0].start:
                found += [one for one in asked if is_actor(words_in(region, one), marks)]
                if lower != "by":
                    break
        behind = behind or lower in classes.manner_opener
        if lower == "and" and phrase[place + 1].lower in ("the", "an"):
            behind = False  # "the cessation of hostilities and | the withdrawal of the forces"
    return tuple(found)


def deliverers(phrase: Sequence[Word], marks: Landmarks, *, welcomed: bool) -> tuple[Phrase, ...]:
    """Finds who is to deliver what is looked forward to: "the submission **by the Secretary-General** of …".

    What is welcomed counts if it is yet to come: "further briefings by X", not "the briefing by X".

    Args:
        phrase: The words of what is awaited, from its first.
        marks: Where names, qualifiers and times stand.
        welcomed: Whether it is welcomed.

    Returns:
        Those asked in this way; empty where nothing is to be delivered, or nobody is named.
    """
    classes = grammar()
    nouns = classes.delivered_again if welcomed else classes.delivered
    noun = next((i for i, word in enumerate(phrase[:_DELIVERED_WITHIN]) if word.lower in nouns), None)
    if noun is None or not classes.manner_opener.isdisjoint(lowers(phrase[:noun])):
        return ()
    if welcomed and not classes.determiner.isdisjoint(lowers(phrase[:noun])):
        return ()
    first = 1 if phrase[0].lower.endswith("ing") else 0  # "receiving | the Secretary-General’s report"
    if owner := _owner(phrase[first:noun], marks):
        return owner
    left = _leaving(phrase)
    for place in range(noun + 1, len(phrase) - 1):
        word = phrase[place]
        if word.text in ";:" or word.lower in classes.relative or word.lower == "that":
            break
        near = word.lower in ("of", "from") and place == noun + 1
        if (word.lower == "by" or near) and not marks.named(word):
            region = phrase[place + 1 : _doer_end(phrase, place + 1, left, marks)]
            region = region[: next((i for i, w in enumerate(region) if _tells_more(w, marks)), None)]
            asked = actor_list(region, marks)
            if asked and asked[0].span.start == region[0].start:
                return tuple(a for a in asked if words_in(region, a)[-1].lower not in classes.delivered)
    return ()


def _tells_more(word: Word, marks: Landmarks) -> bool:
    """Whether a word tells more of what is delivered: "the report of the Panel | requested in"."""
    return word.lower.endswith("ed") and not marks.named(word)


def _is_purpose(phrase: Sequence[Word], between: int) -> bool:
    """Whether what both do is only what something is for: "ways **for closer cooperation** between"."""
    mutual = grammar().mutual
    start = max(0, between - _MUTUAL)
    noun = next((i for i in range(between - 1, start, -1) if phrase[i].lower in mutual), None)
    return noun is not None and "for" in lowers(phrase[max(0, noun - _ADJECTIVES) : noun])


def _owner(phrase: Sequence[Word], marks: Landmarks) -> tuple[Phrase, ...]:
    """Whose it is: "encourages | **the Government**’s efforts"."""
    for place, word in enumerate(phrase[:_OWNER_WITHIN]):
        if (word.lower in grammar().manner_opener and not marks.named(word)) or not word.text[0].isalpha():
            break
        if owner := owner_of(word):
            return actor_list([*phrase[:place], owner], marks)
    return ()


def _leaving(phrase: Sequence[Word]) -> int:
    """The place of the first word that tells of leaving ("withdrawal"); the end where there is none."""
    leaving = grammar().leaving
    return next((place for place, word in enumerate(phrase) if word.lower in leaving), len(phrase))


def _doer_end(phrase: Sequence[Word], start: int, left: int, marks: Landmarks) -> int:
    """Where the doers of what is called for end.

    Whoever is to leave a place is not named by it: "the withdrawal of all forces | from Lebanon";
    ``left`` is where the words first tell of leaving.
    """
    classes = grammar()
    stop = min(len(phrase), start + _DOERS_WITHIN)
    for place in range(start, stop):
        word = phrase[place]
        ends = (
            word.text == ";"
            or word.lower in classes.doer_end
            or (word.lower in classes.doer_addition and place > start)
            or (word.lower == "of" and place > start and phrase[start - 1].lower == "by")
        )
        if ends and (not marks.named(word) or (left < start and word.lower == "from")):
            return place
    return stop
