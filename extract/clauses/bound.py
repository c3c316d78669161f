"""Later that-clauses of an act: one that binds an actor begins at its verb, as the first one does."""

from __future__ import annotations

from dataclasses import replace

from ..acts.find import VerbGroup
from ..acts.verbs import Complement as Frame
from ..document import Span
from ..model import Content, ContentKind
from .landmarks import Landmarks
from .shapes import Shape
from .that_clauses import read_that
from .words import words


def at_verb(text: str, group: VerbGroup, piece: Content, marks: Landmarks) -> Content:
    """Begins a later piece at what its bearer is to do: "that the Force stay | and that it report".

    Args:
        text: ``Document.text``.
        group: The verb group of the act.
        piece: A piece of its contents, not the first.
        marks: Where names, qualifiers and times stand.

    Returns:
        The piece from its verb on, as an action; a proposition where what the body decides binds nobody
        ("decides that all States shall report, and that the measures **shall expire**"); any other piece
        as it is.
    """
    own = group.verb.complement is Frame.SELF
    asks = own or piece.kind is ContentKind.ACTION
    if (
        not asks
        or piece.paragraph != group.paragraph
        or not piece.text.lower().startswith(("that ", "that,"))
    ):
        return piece
    sequence = words(text, piece.span)
    read = read_that(sequence, 0, marks, Frame.SELF if own else Frame.ADDRESSEE, listed=False)
    if read.shape is not Shape.BEARER:
        return replace(piece, kind=ContentKind.PROPOSITION) if own else piece
    if not read.asked or read.start == len(sequence):
        return piece
    span = Span(sequence[read.start].start, piece.span.end)
    return Content(piece.paragraph, ContentKind.ACTION, span, text[span.start : span.end])
