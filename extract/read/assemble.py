"""Puts rows together as a document: one text, and spans that count its characters."""

from __future__ import annotations

from collections.abc import Iterable

from ..document import Heading, Paragraph, ParagraphKind, Span
from .blocks import Role, Row
from .rich import emphases, squeeze


class Assembled:
    """The parts of a document that come from its text.

    Attributes:
        text: One line a row.
        paragraphs, headings, notes, emphases: As in ``Document``.
    """

    def __init__(self, rows: Iterable[Row]) -> None:
        pieces: list[str] = []
        length = 0
        self.headings: list[Heading] = []
        self.notes: list[Span] = []
        self.emphases: list[Span] = []
        found: list[tuple[Row, Span, str]] = []
        wraps: dict[str, Span] = {}
        for row in rows:
            words, marked = emphases(squeeze(" ".join(row.pieces)))
            if not words and not row.printed:
                continue
            if pieces:
                pieces.append("\n")
                length += 1
            if row.printed:
                lead = row.printed + " " if words else row.printed
                pieces.append(lead)
                length += len(lead)
            span = Span(length, length + len(words))
            pieces.append(words)
            length = span.end
            self.emphases += [Span(span.start + start, span.start + end) for start, end in marked]
            if row.role is Role.NOTE:
                self.notes.append(span)
            elif row.label:
                found.append((row, span, words))
            elif row.wraps:
                wraps[row.wraps] = span
            else:
                self.headings.append(Heading(span, words))
        self.text = "".join(pieces)
        self.paragraphs = tuple(
            Paragraph(
                label=row.label,
                kind=ParagraphKind(row.kind),
                number=row.number,
                span=span,
                text=words,
                parent=row.parent,
                wrap_up=wraps.get(row.label),
                place=row.place,
            )
            for row, span, words in found
        )
