"""Infinitives: where one of several begins a new thing that is asked.

"to monitor the embargo | and to report" are two things; "to help the police to prevent crime and to
protect civilians" is one, since the last infinitive joins the nearer one. What stands before an
infinitive, and whether others follow it, tells.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from .grammar import grammar
from .words import Word, find_word, is_adverb, is_infinitive, lowers

#: Most words of an aside behind "and": "and, where appropriate, to prosecute".
_ASIDE = 12
_ADDITION = ["as", "well", "as"]
#: Words behind "take" within which the measures that are taken stand.
TAKEN_WITHIN = 7
#: Most words of a phrase that joins, as "to this end" does.
_JOINING = 4
#: Words before an infinitive that tell whether it is one of a list. Where a piece is longer, its beginning
#: tells nothing of it any more, and a paragraph without an end is still read in linear time.
_SHOWN_WITHIN = 150


def joint_before(head: Sequence[Word], place: int) -> str:
    """What joins the word at ``place`` to those before it.

    Args:
        head: The words.
        place: The place of a word, from 1 on.

    Returns:
        ``";"``, ``"; and"``, ``", and"``, ``"and"`` (or the same with "or"), ``","`` or nothing. An
        aside behind the "and" is passed over; "and in this regard" and "as well as" join as strongly
        as a semicolon.
    """
    at = place_of_joint(head, place)
    lower = head[at].lower
    if lowers(head[at:place]) == _ADDITION:
        return "; and"
    if lower not in ("and", "or"):
        return lower if lower in (",", ";") else ""
    if _aside(head[at + 1 : place]) in grammar().joining_phrase:
        return f"; {lower}"
    mark = head[at - 1].text if at else ""
    return f"{mark} {lower}" if mark in (",", ";") else lower


def place_of_joint(head: Sequence[Word], place: int) -> int:
    """Where what joins the word at ``place`` to those before it stands.

    Args:
        head: The words.
        place: The place of a word, from 1 on.

    Returns:
        The place of the "and" in "and | to", "and, where appropriate, | to" and "and to this end |
        to", of "as well as"; where there is none, the place before the word.
    """
    if head[place].lower == "to" and lowers(head[max(0, place - len(_ADDITION)) : place]) == _ADDITION:
        return place - len(_ADDITION)
    if head[place - 1].text == ",":
        for opening in range(place - 2, max(place - _ASIDE, 1), -1):
            if head[opening].text == "," and head[opening - 1].lower in ("and", "or"):
                return opening - 1
            if head[opening].text in ",;":
                break
    for start in range(place - 2, max(place - _JOINING, 1) - 1, -1):
        if head[start - 1].lower in ("and", "or") and _joins(head[start:place]):
            return start - 1
    return place - 1


def begins_action(joint: str, inner: str) -> bool:
    """Whether an infinitive behind a joint is a piece of its own, and none inside the piece before.

    Args:
        joint: What stands before it, by ``joint_before``.
        inner: How the last infinitive inside the piece before is joined to it: "to" for "helps the
            police to prevent", "," for ", to prevent", nothing where there is none.

    Returns:
        Whether it is.
    """
    if joint.startswith(";"):
        return True
    if joint == ", and":
        return inner != ","
    return joint in ("and", ", or") and not inner


def is_listed(head: Sequence[Word], start: int, place: int, going_on: Mapping[int, str]) -> bool:
    """Whether the "to" behind a comma is a member of a list: "to cease fire, | to withdraw and to report".

    It is none where it says what for ("to take all action, to protect civilians and to patrol", "to pursue
    a strategy, with its partners, to prevent violence and to report"), nor inside an example ("in
    particular to deploy patrols, to disarm the groups and to report").

    Args:
        head: The words.
        start: Where the piece begins that the infinitive ends if it is a member.
        place: Its place.
        going_on: Where a list goes on, by ``lists_going_on``.

    Returns:
        Whether it is, and others follow behind an "and".
    """
    if place not in going_on or head[start].lower != "to" or head[place + 1].lower == "be":
        return False
    before = head[max(start, place - 1 - _SHOWN_WITHIN) : place - 1]
    if _says_what_for(before) or _in_example(before):
        return False
    return going_on[place] == ", and" or not (_ends_in_purpose(before) or closes_aside(head, start, place))


def lists_going_on(head: Sequence[Word]) -> dict[int, str]:
    """The infinitives behind which a list goes on to a last one behind an "and".

    An infinitive inside a member ("to help the police | to train") needs another member behind a
    comma, or the comma before the "and". They are read from the last to the first, each once.

    Args:
        head: The words.

    Returns:
        What stands before the last one, by ``joint_before``, for the places of their "to".
    """
    found = {}
    # What the list behind the place looked at ends with, if that is a member, and if it is inside one.
    ends = ends_inside = ""
    for place in range(len(head) - 1, 0, -1):
        if head[place].text == ";":
            ends = ends_inside = ""
        elif is_infinitive(head, place):
            if ends:
                found[place] = ends
            joint = joint_before(head, place)
            if joint == ", and":
                ends = ends_inside = joint
            elif joint in ("and", "; and"):
                ends, ends_inside = joint, ""
            else:
                ends = ends_inside = ends if joint else ends_inside
    return found


def _joins(aside: Sequence[Word]) -> bool:
    """Whether what stands behind an "and" only joins or points: "in this regard", "in particular"."""
    phrase = _aside(aside)
    return phrase in grammar().joining_phrase or phrase in grammar().singling_out


def _aside(words: Sequence[Word]) -> str:
    """An aside in lower case, without the commas around it."""
    return " ".join(word.lower for word in words if word.text != ",")


def _says_what_for(before: Sequence[Word]) -> bool:
    """Whether an infinitive behind some words would say what they are for.

    That is so where "measures" have no infinitive of their own yet, and where a plan is set off from it
    by an aside alone.
    """
    means = max((i for i in range(len(before)) if takes_means(before, i)), default=None)
    if means is not None:
        comma = find_word(before, ",", means)
        if not any(is_infinitive(before, i) for i in range(means + 1, comma or len(before))):
            return True
    if any(one.lower == "on" and two.lower.endswith("ing") for one, two in pairwise(before)):
        return True  # "report on strengthening coordination, including in the field, to prevent trafficking"
    comma = find_word(before, ",")
    if comma is None or comma + 1 == len(before) or before[comma - 1].lower not in grammar().planned:
        return False
    return before[comma + 1].lower in grammar().manner_opener


def _ends_in_purpose(before: Sequence[Word]) -> bool:
    """Whether the last infinitive is one of purpose: "…, in order to restore order, | to deter theft"."""
    last = next((i for i in range(len(before) - 1, 2, -1) if is_infinitive(before, i)), None)
    return last is not None and lowers(before[last - 3 : last]) == [",", "in", "order"]


def closes_aside(head: Sequence[Word], start: int, place: int) -> bool:
    """Whether the comma before "to ensure" closes an aside: "to work with them, including IMO, | to ensure".

    What is to be ensured, and what access is for, then says why the rest is done.

    Args:
        head: The words.
        start: Where the piece begins.
        place: The place of the "to".

    Returns:
        Whether it is so.
    """
    before = head[max(start, place - 1 - _SHOWN_WITHIN) : place - 1]
    why = head[place + 1].lower == "ensure" or "access" in lowers(before)
    opening = next((i for i in range(len(before) - 1, 0, -1) if before[i].text == ","), len(before))
    if not why or opening + 1 >= len(before):
        return False
    first = before[opening + 1]
    classes = grammar()
    return is_adverb(first) or first.lower in classes.manner_opener or first.lower in classes.singling_out


def takes_means(before: Sequence[Word], place: int) -> bool:
    """Whether a word names means yet to be taken ("to take all | measures"), not some imposed before.

    Args:
        before: Words.
        place: The place of one of them.

    Returns:
        Whether it does.
    """
    if before[place].lower not in grammar().purposeful:
        return False
    return not grammar().taking.isdisjoint(lowers(before[max(0, place - TAKEN_WITHIN) : place]))


def _in_example(before: Sequence[Word]) -> bool:
    """Whether "in particular to" stands in some words: the infinitives behind it are its own."""
    singling = grammar().singling_out
    for place in range(2, len(before)):
        if is_infinitive(before, place):
            one, two = before[place - 1].lower, " ".join(lowers(before[place - 2 : place]))
            if one in singling or two in singling:
                return True
    return False
