"""Verbs that the lexicon lacks: a body may act in a word that nobody has written down yet."""

from __future__ import annotations

from collections.abc import Sequence

from .groups import Group
from .verbs import Form, Verb

UNLISTED = "verb not in the lexicon"
#: What stands behind a verb in the third person, and hardly behind a noun in the plural.
_BEHIND = frozenset({"its", "the", "upon", "again", "also", "further", "once", "all", "this"})
#: Shorter words are everyday ones.
_SHORTEST = 5
_SIBILANTS = ("sses", "shes", "ches", "xes", "zzes")


def unlisted_at(words: Sequence[str], texts: Sequence[str], i: int, end: int) -> Group | None:
    """The group that an unknown verb in the third person makes at the head of a paragraph.

    Args:
        words: The words of the document in lower case.
        texts: The same as printed.
        i: Where the paragraph begins.
        end: Where it ends.

    Returns:
        A group whose verb is made from the word ("Bestows its trust on": ``bestow``), or None where
        the word has not the shape of a verb, or what follows is not what follows verbs.
    """
    if i + 1 >= end or words[i + 1] not in _BEHIND or not texts[i][0].isupper():
        return None
    word = words[i]
    if (
        len(word) < _SHORTEST
        or not word.isalpha()
        or not word.endswith("s")
        or word.endswith(("ss", "us", "is"))
    ):
        return None
    verb = Verb(id="unlisted", act=_base(word), third=(word,), examples=(word,))
    return Group(verb, Form.THIRD, i, i + 1, i + 1)


def _base(third: str) -> str:
    """The dictionary form of a verb in the third person."""
    if third.endswith("ies"):
        return f"{third[:-3]}y"
    return third[:-2] if third.endswith(_SIBILANTS) else third[:-1]
