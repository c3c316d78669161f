"""Joints: the words between the members of a list of actors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from .grammar import grammar
from .landmarks import Landmarks
from .words import Word, lowers

#: What stands before a member that is singled out of the group just named.
INCLUDING = "including"

#: Words of the longest joint: "including but not limited to".
_LONGEST = 5


@dataclass(slots=True)
class Part:
    """What stands between two joints.

    Attributes:
        joint: What stood before it: "", ",", "and", ", and", "as well as", "including".
        words: Its words.
    """

    joint: str
    words: list[Word] = field(default_factory=list)


class _Joint(NamedTuple):
    text: str
    length: int  # in words


def parts_of(region: Sequence[Word], marks: Landmarks) -> list[Part]:
    """Cuts a list at each of its joints, outside names and brackets.

    Args:
        region: The words of the list.
        marks: Where the document names actors.

    Returns:
        The parts in the order of the text, none without words. Joints that follow one another
        are one.
    """
    parts = [Part("")]
    depth = 0
    place = 0
    while place < len(region):
        word = region[place]
        if word.text == "(":
            depth += 1
        elif word.text == ")":
            depth = max(0, depth - 1)
        joint = None if depth or marks.continues_name(word) else _joint_at(region, place)
        if joint is None:
            parts[-1].words.append(word)
        elif parts[-1].words or not parts[-1].joint:
            parts.append(Part(joint.text))
        else:
            parts[-1].joint = _joined(parts[-1].joint, joint.text)
        place += joint.length if joint else 1
    return [part for part in parts if part.words]


def _joint_at(region: Sequence[Word], place: int) -> _Joint | None:
    """The joint that starts at ``place``."""
    if region[place].text == ",":
        return _Joint(",", 1)
    following = lowers(region[place : place + _LONGEST])
    classes = grammar()
    for length in range(len(following), 0, -1):
        phrase = " ".join(following[:length])
        if phrase in classes.singling_out:
            return _Joint(INCLUDING, length)
        if phrase in classes.list_joint:
            return _Joint("and" if phrase == "and/or" else phrase, length)
    return None


def _joined(first: str, second: str) -> str:
    if INCLUDING in (first, second):
        return INCLUDING
    return f"{first} {second}" if second != "," else first
