"""Acts of other texts that a paragraph tells: "resolution 2249 (2015), in which the Council condemns"."""

from __future__ import annotations

from collections.abc import Sequence

from .groups import modifier_before

#: Texts by which a body itself speaks.
_TEXTS = frozenset({"resolution", "resolutions", "statement", "statements", "declaration", "declarations"})
#: Behind these words another noun than the text can be what "which" stands for.
_FURTHER = frozenset({";", ".", "to", "whether", "through", "if", "who"})
_PREPOSITIONS = frozenset({"in", "by", "through", "under", "with"})
#: How many words the name of a text may have before it is no longer taken for one.
_LONGEST = 40


def source_before(words: Sequence[str], at: int, start: int) -> tuple[int, int] | None:
    """The words that name the text in which a body speaks, before the clause that tells it.

    Args:
        words: Words in lower case.
        at: Where the relative pronoun stands ("which").
        start: Where the name may begin: behind the last act, or at the paragraph's start.

    Returns:
        First word and the one behind the last, or None when no such text is named.
    """
    end = at
    if end > start and words[end - 1] in _PREPOSITIONS:
        end -= 1
    if end > start and words[end - 1] == ",":
        end -= 1
    first = max(start, end - _LONGEST)
    for i in range(end - 1, first - 1, -1):
        if words[i] in _FURTHER:
            return None
        if words[i] in _TEXTS:
            return (first if first == start else i, end)
    return None


def pronoun_before(words: Sequence[str], i: int, start: int) -> int | None:
    """Where "which" stands when it is the subject of the verb at ``i``: "which, inter alia, urges"."""
    while i > start:
        k = modifier_before(words, i, start)
        if k == i and words[i - 1] == ",":
            k = modifier_before(words, i - 1, start)
            k = k - 1 if start < k < i - 1 and words[k - 1] == "," else i
        if k == i:
            break
        i = k
    return i - 1 if i > start and words[i - 1] == "which" else None
