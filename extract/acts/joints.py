"""What stands before a verb group: the joint by which it hangs on what went before."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from .groups import modifier_before
from .verbs import SENTENCE_MARKS

#: Marks before the first word of a paragraph or a sentence.
OPENING_MARKS = frozenset({"“", '"', "‘", "'", "(", "[", "*", "—", "–", "-", "«", "_", "•", "▪", "…"})
_SUBORDINATE = frozenset(
    {"which", "whereby", "wherein", "that", "where", "when", "as", "if", "because", "whether"}
)
_WHILE = frozenset({"while", "whilst"})
_JOINING = frozenset({"and", "while", "whilst", "but", "yet"})
#: Before a set-off phrase these govern the verb behind it: "which, inter alia, notes".
_GOVERNING = _SUBORDINATE | {
    "who",
    "including",
    "by",
    "of",
    "for",
    "in",
    "from",
    "with",
    "to",
    "without",
    "and/or",
}
#: Words of a sentence's opening before the body's name, how it begins, and words that the name belongs to.
_OPENING = 30
_OPENINGS = frozenset({"given", "in", "at", "following", "after", "since", "with", "considering", "on", "as"})
_BEFORE_OBJECT = _GOVERNING | {
    "at",
    "on",
    "before",
    "between",
    "upon",
    "under",
    "and",
    "or",
    "than",
    "against",
}
_ABBREVIATIONS = frozenset(
    {"no", "nos", "para", "paras", "art", "arts", "mr", "mrs", "ms", "dr", "cf", "vol"}
)


class Joint(StrEnum):
    """How a verb group is joined to the words before it."""

    START = "head"  # first in its paragraph
    SENTENCE = "sentence"  # first in a sentence
    SUBJECT = "subject"  # behind the body's name, which begins a clause
    AGAIN = "again"  # behind "it", in the middle of a sentence
    REPORTED = "reported"  # behind the body's name, in a clause about another text
    SEMICOLON = "semicolon"
    COLON = "colon"
    COMMA_AND = "comma-and"
    AND = "and"
    COMMA = "comma"
    WHILE = "while"
    BUT = "but"
    NONE = "none"


class Left(NamedTuple):
    """A joint; the group with its adverbs begins at ``printed``, the joint's words at ``at``."""

    joint: Joint
    printed: int
    at: int


def sentence_ends(texts: Sequence[str], i: int, end: int) -> bool:
    """Whether the full stop, question mark or colon-like mark at ``i`` ends a sentence."""
    if texts[i] not in SENTENCE_MARKS:
        return False
    j = i + 1
    while j < end and (texts[j] in OPENING_MARKS or texts[j] in ("”", "’", ")")):
        j += 1
    if j >= end or not texts[j][0].isupper():
        return False
    return i == 0 or texts[i - 1].lower() not in _ABBREVIATIONS


def first_word(words: Sequence[str], start: int, end: int) -> int:
    """The first word of a paragraph, behind quotation marks and brackets."""
    while start < end and (words[start] in OPENING_MARKS or words[start].isspace()):
        start += 1
    return start


def joint_before(
    words: Sequence[str], texts: Sequence[str], i: int, start: int, end: int, body: Sequence[tuple[str, ...]]
) -> Left:
    """Says how the word at ``i`` is joined to what stands before it.

    Args:
        words: Words in lower case.
        texts: The same as printed.
        i: Where the verb group begins, adverbs before it apart.
        start: Where the paragraph begins.
        end: Where it ends.
        body: Names of the issuing body, each as words in lower case ("the", "council").

    Returns:
        The joint, where the group with its adverbs begins, and where the joint begins.
    """
    printed = i
    p = i
    while p > start:
        k = modifier_before(words, p, start)
        if k < p:
            printed = p = k
            continue
        if words[p - 1] == ",":
            k = modifier_before(words, p - 1, start)
            if k == p - 1:
                break
            if not _opens(words, texts, k, start, end):
                if _named_before(words, k, start, body):
                    p = k  # "in which it inter alia, welcomes"
                break
            if k > start and words[k - 1] == ",":
                p = k - 1
                if p > start and words[p - 1] in _GOVERNING:
                    return Left(Joint.NONE, printed, p)
                if p > start and words[p - 1] not in _JOINING:
                    return Left(Joint.COMMA, printed, p)
                break
            printed = p = k
            continue
        break
    return _classify(words, texts, p, printed, start, end, body)


def _named_before(words: Sequence[str], k: int, start: int, body: Sequence[tuple[str, ...]]) -> bool:
    """Whether the body is the subject of a subordinate clause before ``k``: "in which it | inter alia"."""
    firsts = (k - len(name) for name in body if tuple(words[max(start, k - len(name)) : k]) == name)
    return any(first > start and words[first - 1] in _SUBORDINATE for first in firsts)


def _opens(words: Sequence[str], texts: Sequence[str], k: int, start: int, end: int) -> bool:
    """Whether an adverb at ``k`` opens a clause, and does not close the one before it."""
    if k <= first_word(words, start, end):
        return True
    before = words[k - 1]
    return before in _JOINING or before in (",", ";", ":") or sentence_ends(texts, k - 1, end)


def _classify(
    words: Sequence[str],
    texts: Sequence[str],
    p: int,
    printed: int,
    start: int,
    end: int,
    body: Sequence[tuple[str, ...]],
) -> Left:
    if p <= first_word(words, start, end):
        return Left(Joint.START, printed, start)
    before = words[p - 1]
    if sentence_ends(texts, p - 1, end):
        return Left(Joint.SENTENCE, printed, p - 1)
    if before == "," and _opens_with_body(words, p - 1, start, end, body):
        return Left(Joint.SUBJECT, printed, start)
    if before in (";", ","):
        return Left(Joint.SEMICOLON if before == ";" else Joint.COMMA, printed, p - 1)
    if before == ":":
        return Left(Joint.COLON, printed, p - 1)
    if before in _WHILE or before in ("but", "yet"):
        if before in _WHILE and p - 1 <= first_word(words, start, end):
            return Left(Joint.START, printed, start)
        return Left(Joint.WHILE if before in _WHILE else Joint.BUT, printed, p - 1)
    if before == "and" and p - 1 <= first_word(words, start, end):
        return Left(Joint.START, printed, start)
    if before == "and":
        two = words[p - 2] if p - 2 >= start else ""
        joint = {";": Joint.SEMICOLON, ",": Joint.COMMA_AND}.get(two, Joint.AND)
        return Left(joint, printed, p - 1 - (joint is not Joint.AND))
    if before == "as" and tuple(words[max(start, p - 3) : p]) == ("as", "well", "as"):
        return Left(Joint.AND, printed, p - 3)
    for name in body:
        k = p - len(name)
        if k >= start and tuple(words[k:p]) == name:
            full = name[0] == "the"
            return Left(_subject(words, texts, k, start, end, full), printed, k)
    return Left(Joint.NONE, printed, p)


def _opens_with_body(
    words: Sequence[str], comma: int, start: int, end: int, body: Sequence[tuple[str, ...]]
) -> bool:
    """Whether the paragraph opens with the body's name and the comma: "The Security Council, noting"."""
    return tuple(words[first_word(words, start, end) : comma]) in body


def _subject(words: Sequence[str], texts: Sequence[str], k: int, start: int, end: int, full: bool) -> Joint:
    """Whether a clause of its own begins with the body's name at ``k``.

    A name that is not ``full`` ("it", a name without article) must begin a sentence; elsewhere "it" is
    the body only if it is the subject of what goes before (``AGAIN``).
    """
    if k <= first_word(words, start, end):
        return Joint.SUBJECT
    before = words[k - 1]
    if not full:
        if before == ";" or sentence_ends(texts, k - 1, end):
            return Joint.SUBJECT
        if before == "which" and words[k] == "it":
            return Joint.REPORTED
        return Joint.AGAIN if words[k] == "it" and before in (",", "and") else Joint.NONE
    if before in _SUBORDINATE:
        return Joint.REPORTED
    if before in (",", ";", "and", ":") or before in _WHILE or sentence_ends(texts, k - 1, end):
        return Joint.SUBJECT
    if modifier_before(words, k, start) < k:
        return Joint.SUBJECT
    return Joint.SUBJECT if _behind_opening(words, texts, k, start, end) else Joint.NONE


def _behind_opening(words: Sequence[str], texts: Sequence[str], k: int, start: int, end: int) -> bool:
    """Whether the body's name ends a sentence's opening without a comma: "Given the talks | the Council"."""
    if words[k - 1] in _BEFORE_OBJECT:
        return False
    for i in range(k - 1, max(start, k - _OPENING) - 1, -1):
        if words[i] in (",", ";", ":"):
            return False
        first = first_word(words, start, end) == i
        if first or sentence_ends(texts, i - 1, end):
            return words[i] in _OPENINGS and texts[i][0].isupper()
    return False
