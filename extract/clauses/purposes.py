"""Purposes: whether an infinitive behind "and" goes on from a purpose, or is asked beside what it serves.

"to help the police to prevent crime | and to protect civilians" is one thing; "to take measures to end
abuse | and to keep the Council informed" are two.
"""

from __future__ import annotations

from collections.abc import Sequence

from .grammar import grammar
from .infinitives import TAKEN_WITHIN, joint_before, place_of_joint, takes_means
from .words import Word, is_infinitive, lowers, verb_after

#: Words behind a verb within which it is said to whom it gives account, and in what.
_TOLD_WITHIN = 4
_GIVEN_WITHIN = 9
#: Fewest words of an infinitive that has an object of its own.
_BARE = 4
#: Words from which on a purpose is so long that what follows it goes on from before it; that of measures
#: yet to be taken, and of influence yet to be used, need not be as long.
_LONG_PURPOSE = 15
_PURPOSE = 5
#: Words between such means and their purpose: "measures within their power | to".
_MEANS_WITHIN = 5
_MEANS = frozenset({"influence", "leverage"})
_EFFORTS = frozenset({"efforts", "effort"})
_SUPPORT = "support"


def leaves(head: Sequence[Word], start: int, inner: int, place: int) -> bool:
    """Whether an infinitive behind "and" goes on from the piece, though another stands nearer.

    So does what accounts for it ("to take measures to end abuse | and to keep the Council informed"),
    and mostly what stands behind an effort, or behind a long purpose ("to redouble efforts to agree | and
    to return to the talks").

    Args:
        head: The words.
        start: Where the piece begins.
        inner: The place of the nearer infinitive.
        place: The place of the infinitive behind "and".

    Returns:
        Whether it is a piece of its own.
    """
    if head[start].lower != "to":
        return False
    if accounts(head, place) or _takes_means_after(head, place):
        first = head[start + 1].lower
        if first in grammar().directive_verb or first == "mandate":
            return False
        return accounts(head, place) or first not in grammar().object_control
    if joint_before(head, place) != "and":
        return False
    said = place_of_joint(head, place) - inner
    verbs = [verb_after(head, to + 1) for to in (inner, place)]
    same = None in verbs or head[verbs[0] or 0].lower == head[verbs[1] or 0].lower
    if same or said < _BARE:
        return False  # "to monitor and to counter disinformation", "to ensure … and to ensure …"
    before = head[inner - 1].lower
    if _uses_influence(head, start, inner) or (before not in _EFFORTS and _takes_within(head, start, inner)):
        return said >= _PURPOSE and head[place_of_joint(head, place) - 1].lower not in grammar().dangling
    if before in _EFFORTS:
        return not grammar().taking.isdisjoint(lowers(head[max(start, inner - TAKEN_WITHIN) : inner]))
    return (before in grammar().purposeful or before == _SUPPORT) and said >= _LONG_PURPOSE


def _uses_influence(head: Sequence[Word], start: int, inner: int) -> bool:
    """Whether what is asked is to use influence: "to use their influence with the parties | to ensure"."""
    return not _MEANS.isdisjoint(lowers(head[start : min(start + TAKEN_WITHIN, inner)]))


def _takes_within(head: Sequence[Word], start: int, inner: int) -> bool:
    """Whether means to be taken stand right before a purpose: "all steps within their power | to prevent"."""
    places = range(inner - 1, max(start, inner - 1 - _MEANS_WITHIN), -1)
    for place in places:
        if head[place].text in ",;" or is_infinitive(head, place):
            return False
        if takes_means(head[start:inner], place - start):
            return head[place].lower != "means"  # "to use all means to end the raids and to restore peace"
    return False


def _takes_means_after(head: Sequence[Word], place: int) -> bool:
    """Whether an infinitive takes means of its own: "and | to take all appropriate measures"."""
    verb = verb_after(head, place + 1)
    if verb is None or head[verb].lower != "take":
        return False
    return not grammar().purposeful.isdisjoint(lowers(head[verb + 1 : verb + _TOLD_WITHIN]))


def accounts(head: Sequence[Word], place: int) -> bool:
    """Whether an infinitive gives account of what is done: "to report on it", "to keep the Council informed".

    Args:
        head: The words.
        place: The place of its "to".

    Returns:
        Whether it does.
    """
    verb = verb_after(head, place + 1)
    if verb is None:
        return False
    told, given = lowers(head[verb + 1 : verb + _TOLD_WITHIN]), lowers(head[verb + 1 : verb + _GIVEN_WITHIN])
    match head[verb].lower:
        case "report":
            return True
        case "keep":
            return not grammar().informed.isdisjoint(given)
        case "inform" | "brief" | "notify" | "advise" | "update":
            return not grammar().informed.isdisjoint(told)
        case "include" | "submit" | "present" | "provide":
            return not grammar().report.isdisjoint(given)
        case _:
            return False
