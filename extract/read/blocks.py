"""What every reader hands to the outline: blocks, in reading order, not yet labelled."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from .numbers import Marker
from .rich import plain


class Role(Enum):
    """What the reader knows a block to be."""

    BODY = auto()  # a paragraph, an item, or words that belong to one: the outline decides
    OPENER = auto()  # "The Security Council,": what follows is the preamble
    HEADING = auto()  # title, adoption line, heading
    ANNEX = auto()  # the heading of an annex: what follows is outside the operative part
    NOTE = auto()  # a footnote
    PART = auto()  # a heading ("A", "B") after which the numbering may begin again


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the source that stands by itself.

    Attributes:
        role: What it is.
        rich: Its words with marks of emphasis, squeezed, without the printed number.
        marker: The printed number.
        strong: Whether the source sets it off (a blank line, an element of its own); a number
            at the head of a line that only happens to stand there is weak.
        place: Where the source has it.
        table: Whether it is the row of a table, which is never read as a paragraph's end.
    """

    role: Role
    rich: str
    marker: Marker | None = None
    strong: bool = True
    place: str = ""

    @property
    def text(self) -> str:
        """Its words."""
        return plain(self.rich)


@dataclass(slots=True)
class Row:
    """A line of the document's text, as the outline leaves it.

    Attributes:
        role: What it is; a row of a paragraph is ``BODY``.
        printed: The printed number, empty if none.
        pieces: Rich text, joined by single spaces.
        place: Where the source has it.
        label, number, parent: Of the paragraph; the label is empty for a wrap-up or a heading.
        kind: ``preambular``, ``operative``, ``statement`` or ``annex``.
        wraps: Label of the paragraph that this row closes.
    """

    role: Role
    printed: str
    pieces: list[str]
    place: str
    label: str = ""
    number: str = ""
    parent: str | None = None
    kind: str = ""
    wraps: str = ""

    @property
    def text(self) -> str:
        """The last words, by which one sees whether the row has ended."""
        return plain(self.pieces[-1]) if self.pieces else ""
