"""Where the words of a correction stand, and whether it still fits its text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ...errors import InputError
from ..document import Document, Paragraph, Span
from .corrections import Correction, Piece, paragraph_hash


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words that stand together: a paragraph's own, or its wrap-up. ``label`` is the paragraph's."""

    label: str
    span: Span


def stretches(document: Document, label: str, *, items: bool) -> tuple[Stretch, ...]:
    """The stretches of a paragraph, and of its items if so wished, in the order of the text."""
    found = []
    for paragraph in document.paragraphs:
        if paragraph.label == label or (items and paragraph.label.startswith(f"{label}(")):
            found.append(Stretch(paragraph.label, paragraph.span))
            if paragraph.wrap_up:
                found.append(Stretch(paragraph.label, paragraph.wrap_up))
    return tuple(sorted(found, key=lambda stretch: stretch.span))


def stretch_of(document: Document, span: Span) -> Span:
    """The paragraph's own words, or the wrap-up, that words stand in; the words themselves if in none."""
    for paragraph in document.paragraphs:
        for stretch in (paragraph.span, paragraph.wrap_up):
            if stretch and span in stretch:
                return stretch
    return span


def paragraph_of(document: Document, label: str) -> Paragraph | None:
    """The paragraph with a label."""
    return next((p for p in document.paragraphs if p.label == label), None)


def occurrences(document: Document, words: str, span: Span, *, any_case: bool = False) -> Iterator[Span]:
    """Where words stand in a stretch as whole words, from left to right."""
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    if pattern:
        flags = re.IGNORECASE if any_case else 0
        for match in re.compile(rf"(?<!\w){pattern}(?!\w)", flags).finditer(
            document.text, span.start, span.end
        ):
            yield Span(*match.span())


def verbs_at(document: Document, label: str, words: str, *, any_case: bool = False) -> list[Span]:
    """Where a verb's words stand in a paragraph, its items apart."""
    return [
        place
        for stretch in stretches(document, label, items=False)
        for place in occurrences(document, words, stretch.span, any_case=any_case)
    ]


def place_of(document: Document, correction: Correction) -> Span | str:
    """Where the verb of a correction stands, or why the correction no longer fits the text."""
    label = correction.paragraph
    if paragraph_of(document, label) is None:
        return f"there is no paragraph {label}"
    if correction.quote and not any(
        True
        for stretch in stretches(document, label, items=True)
        for _ in occurrences(document, correction.quote, stretch.span)
    ):
        return f"“{correction.quote}” is not in {label} any more"
    if correction.hash and correction.hash != paragraph_hash(document, label):
        return f"the words of {label} have changed since"
    found = verbs_at(document, label, correction.verb)
    if len(found) < correction.rank:
        times = "" if correction.rank == 1 else f" {correction.rank} times"
        return f"“{correction.verb}” is not in {label}{times}"
    return found[correction.rank - 1]


class Finder:
    """Finds the words of an act's parts: behind the verb first, in the items, then before the verb.

    Words that are asked for again are found where they stand next.

    Args:
        document: The text.
        label: The paragraph that the verb stands in.
        verb: Where it stands.
        any_case: Whether capitals make no difference.
    """

    def __init__(self, document: Document, label: str, verb: Span, *, any_case: bool = False) -> None:
        self._document = document
        self._label = label
        self._any_case = any_case
        found = stretches(document, label, items=True)
        behind = [
            Stretch(s.label, Span(max(s.span.start, verb.end), s.span.end))
            for s in found
            if s.span.end > verb.end
        ]
        before = [
            Stretch(s.label, Span(s.span.start, min(s.span.end, verb.start)))
            for s in found
            if s.span.start < verb.start
        ]
        self._stretches = (*behind, *before)
        self._given: dict[str, int] = {}

    def words(self, words: str, place: str = "") -> Stretch:
        """Where words stand, and in which paragraph.

        Raises:
            InputError: They are not in the paragraph or its items, as words of the act.
        """
        found = [
            Stretch(stretch.label, span)
            for stretch in self._stretches
            for span in occurrences(self._document, words, stretch.span, any_case=self._any_case)
        ]
        nth = self._given.get(words, 0)
        if nth >= len(found):
            again = " once more" if nth else ""
            raise InputError(
                f"“{words}” is not in {self._label}{again}",
                place=place,
                remedy="copy the words as they are printed there",
            )
        self._given[words] = nth + 1
        return found[nth]

    def piece(self, piece: Piece, place: str = "") -> Stretch:
        """Where a content stands: the whole of it, or from its first to its last words.

        Raises:
            InputError: As ``words``; or the last words do not follow the first in one paragraph.
        """
        if piece.text:
            return self.words(piece.text, place)
        first = self.words(piece.begins, place)
        for stretch in self._stretches:
            if stretch.label == first.label and first.span in stretch.span:
                rest = Span(first.span.start, stretch.span.end)
                for last in occurrences(self._document, piece.ends, rest, any_case=self._any_case):
                    if last.end >= first.span.end:
                        return Stretch(first.label, Span(first.span.start, last.end))
        raise InputError(
            f"“{piece.ends}” does not follow “{piece.begins}” in {first.label}",
            place=place,
            remedy="copy the words as they are printed there",
        )
