"""The values that a reader of files makes of a document: its text, paragraphs, votes and the rest.

All of them are frozen. All offsets count characters of ``Document.text``, and
``document.text[x.span.start:x.span.end] == x.text`` holds for every value with a span and a text.

This module imports nothing of ours.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

READ = "en"
"""The language that acts are read in, in ISO 639-1. A text in another one is a translation."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters ``start`` to ``end`` (exclusive) of ``Document.text``."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}–{self.end}")

    def __contains__(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


class ParagraphKind(StrEnum):
    """What a paragraph is in its document; also the concepts of the SKOS scheme of kinds."""

    PREAMBULAR = "preambular"
    OPERATIVE = "operative"
    STATEMENT = "statement"  # of a presidential statement, which has no such parts
    ANNEX = "annex"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, or a lettered item of one.

    Attributes:
        label: ``PP5``, ``OP2``, ``OP2(c)``, ``OP3(a)(ii)``, ``P4``, ``AN1``: the printed numbers.
        kind: What it is.
        number: The number as printed, without brackets and full stop: ``2``, ``c``, ``ii``.
            Empty where none is printed.
        span: The paragraph's own words: no number, no items, no wrap-up.
        text: The words at ``span``: single spaces, no line break, no markup.
        parent: The label of the paragraph that an item belongs to.
        wrap_up: Words after the last item that close the paragraph ("shall freeze such …").
        place: Where the source has it: ``line 43`` or an element's eId.
    """

    label: str
    kind: ParagraphKind
    number: str
    span: Span = field(compare=False)
    text: str
    parent: str | None = None
    wrap_up: Span | None = field(default=None, compare=False)
    place: str = field(default="", compare=False)

    @property
    def numbered(self) -> bool:
        """Whether the label is made of printed numbers: an item set off by a dash is only counted."""
        return "(-" not in self.label

    @property
    def operative(self) -> bool:
        """Whether it belongs to the operative part (or to a statement, which is all operative)."""
        return self.kind in (ParagraphKind.OPERATIVE, ParagraphKind.STATEMENT)


@dataclass(frozen=True, slots=True)
class Heading:
    """A line between paragraphs that is none: "Sanctions measures", "A", "Annex"."""

    span: Span = field(compare=False)
    text: str


@dataclass(frozen=True, slots=True, order=True)
class Vote:
    """How a State voted: ``position`` is ``for``, ``against``, ``abstaining`` or ``absent``."""

    state: str
    position: str


@dataclass(frozen=True, slots=True, order=True)
class Subject:
    """A keyword that the source gives the document, with its scheme ("UNBIS", "SDGO") and IRI."""

    label: str
    scheme: str
    iri: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A text as it was read from its source, before anything in it is understood.

    Attributes:
        symbol: The UN symbol without inner spaces: ``S/RES/2331(2016)``, ``S/PRST/2015/25``.
            A text that states none gets ``untitled/`` and twelve hex digits of its sha256.
        kind: ``resolution``, ``statement`` or ``draft``.
        body: The issuing body's name as printed: ``Security Council``.
        title: The title as printed, or what the source's metadata give; may be empty.
        adopted: Day of adoption (of a draft: its date), where stated.
        meeting: Number of the meeting, where stated.
        text: The one string that all offsets count in. Paragraphs, headings, and printed
            numbers in reading order, one a line; inside a line single spaces, no markup.
        sha256: Of the source's bytes, in hex.
        source: The source's name as the user gave it (a file's name, no folder).
        format: The reader's name: ``text``, ``akn``.
        paragraphs: In reading order; an item follows its parent.
        headings: In reading order.
        notes: Footnotes, as spans of ``text`` that belong to no paragraph.
        emphases: What the source prints in italics or underlined: the drafters' own mark of
            the lead verbs. Never needed for reading, since most sources lack it.
        language: ISO 639-1, or ISO 639-2 where that has none. Only what is in ``READ`` has its acts read.
        uri: The source's own identifier (AKN4UN FRBRWork uri), or empty.
        draft, draft_date, agenda, chapter_vii, sponsors, votes, subjects: What the source's
            metadata say; empty where they say nothing. ``chapter_vii`` None means not stated.
        review: SHA-256 of the file of corrections beside the source, in hex; empty without one.
    """

    symbol: str
    kind: str
    body: str
    title: str
    adopted: date | None
    meeting: int | None
    text: str = field(repr=False)
    sha256: str
    source: str
    format: str
    paragraphs: tuple[Paragraph, ...] = field(repr=False)
    headings: tuple[Heading, ...] = field(default=(), repr=False)
    notes: tuple[Span, ...] = field(default=(), repr=False)
    emphases: tuple[Span, ...] = field(default=(), compare=False, repr=False)
    language: str = READ
    uri: str = ""
    draft: str = ""
    draft_date: date | None = None
    agenda: str = ""
    chapter_vii: bool | None = None
    sponsors: tuple[str, ...] = ()
    votes: tuple[Vote, ...] = ()
    subjects: tuple[Subject, ...] = field(default=(), repr=False)
    review: str = ""

    def words(self, span: Span) -> str:
        """The characters at ``span``."""
        return self.text[span.start : span.end]
