"""Marks in a run of words, such as a citation within the name of a body, as nested elements."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from lxml import etree

from .xmltext import fit


@dataclass(frozen=True, slots=True)
class Mark:
    """An element around the characters from ``start`` to before ``end``."""

    start: int
    end: int
    tag: str
    attributes: Mapping[str, str] = field(default_factory=dict, hash=False)


def mark(element: etree._Element, text: str, start: int, marks: Iterable[Mark]) -> None:
    """Puts words into an element, with marks around some of them.

    Marks nest: of two that cross, the one that begins later is left out, and so is one that does not
    lie within the words, or around the same words as another.

    Args:
        element: An empty one.
        text: The words.
        start: Where they begin, in the same count of characters as the marks.
        marks: In any order.
    """
    end = start + len(text)
    open_: list[tuple[etree._Element, int]] = [(element, end)]
    at, last = start, (-1, -1)
    for one in sorted(marks, key=lambda one: (one.start, -one.end, one.tag)):
        if not start <= one.start < one.end <= end or (one.start, one.end) == last:
            continue
        while open_[-1][1] <= one.start:
            at = _close(open_, text, start, at)
        if one.end > open_[-1][1]:
            continue
        _add(open_[-1][0], text[at - start : one.start - start])
        at, last = one.start, (one.start, one.end)
        inner = etree.SubElement(open_[-1][0], one.tag, {name: fit(v) for name, v in one.attributes.items()})
        open_.append((inner, one.end))
    while open_:
        at = _close(open_, text, start, at)


def _close(open_: list[tuple[etree._Element, int]], text: str, start: int, at: int) -> int:
    """Closes the innermost element with the rest of its words; returns where it ends."""
    element, end = open_.pop()
    _add(element, text[at - start : end - start])
    return end


def _add(element: etree._Element, words: str) -> None:
    """Adds words behind what an element holds."""
    if len(element):
        element[-1].tail = (element[-1].tail or "") + fit(words)
    else:
        element.text = (element.text or "") + fit(words)
