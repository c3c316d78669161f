"""The words of an act, paragraph by paragraph, with what was read in them marked.

Positions in a store count characters of the document's text. Here they count within a
paragraph's text, in UTF-16 units, because that is what the page's script counts in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .facts import ActFact, Facts, ParagraphFact, Piece

ROLES = ("clause", "verb", "addressee", "target", "action", "proposition", "object", "time", "instrument")

_BEYOND = re.compile("[\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A stretch of a paragraph's text and its role, one of ``ROLES``."""

    start: int
    end: int
    role: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph that an act stands in or reaches into, and the marks in it."""

    paragraph: ParagraphFact
    marks: tuple[Mark, ...]


def passages(facts: Facts, act: ActFact) -> tuple[Passage, ...]:
    """The paragraphs of an act: its own first, then the items that its contents stand in.

    The words that close a paragraph after its items come last, under no label. A piece whose
    position the store lacks is looked for by its words, from the act's start on; one that is not
    found is left unmarked.

    Args:
        facts: What the act was loaded with.
        act: One of them.

    Returns:
        Passages in the order of the text, marks in each sorted; offsets in UTF-16 units.
    """
    own = facts.paragraphs.get(act.paragraph)
    if own is None:
        return ()
    others = {facts.paragraphs[c.paragraph] for c in act.contents if c.paragraph in facts.paragraphs}
    items = sorted(others - {own}, key=lambda p: p.position)
    closing = [own.closing] if own.closing else []
    found: dict[str, list[Mark]] = {p.iri: [] for p in (own, *items, *closing)}
    for piece in _pieces(act):
        for paragraph in (own, *items, *closing):
            if piece.role == "clause" and paragraph is not own:
                continue
            mark = _mark(paragraph, piece, act.start if paragraph is own else -1)
            if mark is not None:
                found[paragraph.iri].append(mark)
                break
    shown = [own, *items, *(p for p in closing if items or found[p.iri])]
    return tuple(Passage(p, _utf16(p.text, found[p.iri])) for p in shown)


def _pieces(act: ActFact) -> Iterator[Piece]:
    """Everything of an act that is marked, the act's own words first."""
    yield Piece("clause", act.text, start=act.start, end=act.end)
    verb_end = act.start + len(act.verb) if act.start >= 0 else -1
    yield Piece("verb", act.verb, start=act.start, end=verb_end)
    seen: set[tuple[int, int]] = set()
    for address in act.addresses:
        if (place := (address.piece.start, address.piece.end)) not in seen or place[0] < 0:
            seen.add(place)
            yield address.piece
    yield from act.blamed
    yield from act.contents
    yield from act.times
    yield from act.instruments


def _mark(paragraph: ParagraphFact, piece: Piece, act_start: int) -> Mark | None:
    """Where a piece stands in a paragraph: at its position if its words are there, else by its words."""
    text = paragraph.text
    if not piece.text:
        return None
    if piece.start >= 0 and paragraph.start >= 0:
        start = piece.start - paragraph.start
        if start >= 0 and text.startswith(piece.text, start):
            return Mark(start, start + len(piece.text), piece.role)
        if piece.role != "verb":
            return None
    begin = max(0, act_start - paragraph.start) if act_start >= 0 and paragraph.start >= 0 else 0
    start = text.find(piece.text, begin)
    return Mark(start, start + len(piece.text), piece.role) if start >= 0 else None


def _utf16(text: str, marks: list[Mark]) -> tuple[Mark, ...]:
    """Marks counted in UTF-16 units: a character beyond U+FFFF counts two."""
    if not _BEYOND.search(text):
        return tuple(sorted(set(marks)))
    before = [0]
    for character in text:
        before.append(before[-1] + (2 if character > "\uffff" else 1))
    return tuple(sorted({Mark(before[m.start], before[m.end], m.role) for m in marks}))
