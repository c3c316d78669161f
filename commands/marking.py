"""Text with marks: nested brackets in plain text, colours on a terminal."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from ..queries.table import harmless
from ..terminal import styled

#: How each kind of mark looks on a terminal, in the order of the legend.
STYLES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "verb": ("bold", "magenta"),
        "addressee": ("bold", "cyan"),
        "target": ("bold", "red"),
        "action": ("green",),
        "proposition": ("blue",),
        "object": ("blue",),
        "time": ("bold", "yellow"),
        "qualifier": ("yellow",),
        "instrument": ("underline",),
    }
)

#: Of marks at the same place, which one holds the others.
_DEPTH = (
    "action",
    "proposition",
    "object",
    "qualifier",
    "time",
    "addressee",
    "target",
    "instrument",
    "verb",
)


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters ``start`` to ``end`` (exclusive) that were read as something.

    Attributes:
        start, end: Offsets in the document's text.
        kind: A key of ``STYLES``.
        tag: Tells the acts apart where there are several; else empty.
    """

    start: int
    end: int
    kind: str
    tag: str = ""

    @property
    def opening(self) -> str:
        """What stands before the marked words in plain text."""
        return f"[{self.kind} {self.tag}: " if self.tag else f"[{self.kind}: "


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of characters with one look."""

    text: str
    styles: tuple[str, ...] = ()


def segments(text: str, start: int, marks: Iterable[Mark], colour: bool) -> list[Segment]:
    """Cuts a text at the edges of its marks.

    Args:
        text: The words of a paragraph.
        start: Where they begin in the document's text.
        marks: What was read, anywhere in the document. Marks may nest and cross; one that crosses
            another is split at its edge.
        colour: Whether looks or brackets show the marks.

    Returns:
        The segments in order; without colour they hold the brackets.
    """
    text = harmless(text)
    found: list[Segment] = []
    open_marks: list[Mark] = []
    position = start

    def flush(until: int) -> None:
        nonlocal position
        if until > position:
            styles = STYLES[open_marks[-1].kind] if colour and open_marks else ()
            found.append(Segment(text[position - start : until - start], styles))
            position = until

    def close(until: int) -> None:
        while open_marks and open_marks[-1].end <= until:
            flush(open_marks[-1].end)
            open_marks.pop()
            if not colour:
                found.append(Segment("]"))

    for mark in _nested(_clipped(marks, start, start + len(text))):
        close(mark.start)
        flush(mark.start)
        open_marks.append(mark)
        if not colour:
            found.append(Segment(mark.opening))
    close(start + len(text))
    flush(start + len(text))
    return found


def _clipped(marks: Iterable[Mark], start: int, end: int) -> list[Mark]:
    """The parts of the marks that lie in a stretch of text, outer ones first."""
    inside = [
        replace(mark, start=max(mark.start, start), end=min(mark.end, end))
        for mark in marks
        if mark.start < end and mark.end > start
    ]
    return sorted(set(inside), key=_outer_first)


def _outer_first(mark: Mark) -> tuple[int, int, int, str]:
    return (mark.start, -mark.end, _DEPTH.index(mark.kind), mark.tag)


def _nested(marks: Sequence[Mark]) -> Iterator[Mark]:
    """Splits marks that cross the end of one that is open, so that all of them nest."""
    waiting = [(_outer_first(mark), mark) for mark in marks]
    heapq.heapify(waiting)
    ends: list[int] = []
    while waiting:
        _, mark = heapq.heappop(waiting)
        while ends and ends[-1] <= mark.start:
            ends.pop()
        if ends and ends[-1] < mark.end:
            rest = replace(mark, start=ends[-1])
            heapq.heappush(waiting, (_outer_first(rest), rest))
            mark = replace(mark, end=ends[-1])
        ends.append(mark.end)
        yield mark


def wrapped(parts: Iterable[Segment], width: int, indent: str = "", hanging: str | None = None) -> str:
    """Breaks segments into lines between words.

    Args:
        parts: The segments.
        width: Columns that a line may take; a word that is longer stands on a line of its own.
        indent: What the first line begins with.
        hanging: What the other lines begin with; the same where None.

    Returns:
        The lines, with styles, each ended.
    """
    lines: list[str] = []
    line: list[Segment] = []
    word: list[Segment] = []
    lead = indent
    used = 0

    def size(of: list[Segment]) -> int:
        return sum(len(part.text) for part in of)

    def end_word() -> None:
        nonlocal used, line, lead
        if line and len(lead) + used + size(word) > width:
            lines.append(_joined(line, lead))
            line, used = [], 0
            lead = indent if hanging is None else hanging
        line.extend(word)
        used += size(word)
        word.clear()

    for part in parts:
        pieces = part.text.split(" ")
        for number, piece in enumerate(pieces):
            if number:
                word.append(Segment(" ", part.styles))
                end_word()
            if piece:
                word.append(Segment(piece, part.styles))
    end_word()
    lines.append(_joined(line, lead))
    return "".join(f"{text}\n" for text in lines)


def _joined(line: Sequence[Segment], indent: str) -> str:
    """A line, with neighbours of one look joined and no space at its end."""
    runs: list[Segment] = []
    for part in line:
        if runs and runs[-1].styles == part.styles:
            runs[-1] = Segment(runs[-1].text + part.text, part.styles)
        else:
            runs.append(part)
    while runs and not (last := runs.pop()).text.isspace():
        runs.append(Segment(last.text.rstrip(" "), last.styles))
        break
    return indent + "".join(styled(run.text, *run.styles) for run in runs)


def legend() -> str:
    """The kinds of marks, each in its look."""
    return "  ".join(styled(kind, *styles) for kind, styles in STYLES.items())
