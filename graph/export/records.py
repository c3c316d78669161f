"""What the documents of a store say, as plain values: what tables, sheets, calendars and texts are made of.

Everything is named by its IRI; ``names.Names`` says what an actor or an instrument is called. Empty
strings and tuples stand for what the store does not state.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from urllib.parse import quote


@dataclass(frozen=True, slots=True)
class Place:
    """Where words stand in the document's text: its characters from ``start`` to before ``end``."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; ``text`` holds its own words, ``wrap_up`` those that close its items.

    ``start`` and ``wrap_start`` say where they stand in the document's text; -1 where that is unknown.
    """

    iri: str
    label: str
    number: str
    kind: str
    position: int
    text: str
    parent: str
    wrap_up: str
    mentions: tuple[str, ...]
    start: int = -1
    wrap_start: int = -1


@dataclass(frozen=True, slots=True, order=True)
class Heading:
    """A line between paragraphs that heads the next; ``start`` is where it stands in the document's text."""

    start: int
    text: str


@dataclass(frozen=True, slots=True)
class Part:
    """Words that hang on an act.

    Attributes:
        iri: Its own.
        text: The words.
        role: ``addressee``, ``target``, ``content``, ``time``, ``qualifier`` or ``citation``.
        kind: Of a content ``action``, ``proposition`` or ``object``; of a time ``deadline``,
            ``recurrence``, ``period`` or ``start``; of a citation its use.
        things: The actors, or the instrument, that the words name.
        paragraph: IRI, of a content.
        via: Of an addressee: how it comes to be one.
        certainty: From 0 to 1; 1 where the store does not say.
        iso, due, until, day, event: Of a time, as in the ontology.
        place: Where they stand; None unless it was asked for.
    """

    iri: str
    text: str
    role: str
    kind: str = ""
    things: tuple[str, ...] = ()
    paragraph: str = ""
    via: str = ""
    certainty: float = 1.0
    iso: str = ""
    due: date | None = None
    until: date | None = None
    day: date | None = None
    event: str = ""
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Act:
    """An act; ``reported`` holds the words that report it where it is none of the document's own."""

    iri: str
    paragraph: str
    verb: str
    verb_text: str
    force: str
    kind: str
    issuer: str
    rule: str
    certainty: float
    doubts: tuple[str, ...]
    text: str
    under: tuple[str, ...]
    reported: str
    parts: tuple[Part, ...]

    def of(self, role: str) -> tuple[Part, ...]:
        """Its parts of one role, in the order of the graph."""
        return tuple(part for part in self.parts if part.role == role)


@dataclass(frozen=True, slots=True)
class Obligation:
    """What one actor is to do by an act; ``action`` and ``times`` are parts of that act."""

    iri: str
    act: Act
    modality: str
    bearer: str
    via: str
    paragraph: str
    action: Part
    times: tuple[Part, ...]
    qualifiers: tuple[str, ...]

    @property
    def due(self) -> date | None:
        """The earliest day by which it is due; None where none is known."""
        return min((time.due for time in self.times if time.due), default=None)

    @property
    def until(self) -> date | None:
        """The latest day to which it lasts; None where none is known."""
        return max((time.until for time in self.times if time.until), default=None)


@dataclass(frozen=True, slots=True)
class Vote:
    """How a State, by its IRI, voted."""

    iri: str
    voter: str
    ballot: str


@dataclass(frozen=True, slots=True)
class Document:
    """A document with all that was read in it; ``date`` is of adoption, ``text`` only if asked for."""

    iri: str
    symbol: str
    kind: str
    title: str
    date: date | None
    language: str
    meeting: int | None
    agenda: str
    chapter_vii: bool | None
    uri: str
    bodies: tuple[str, ...]
    sponsors: tuple[str, ...]
    subjects: tuple[str, ...]
    votes: tuple[Vote, ...]
    paragraphs: tuple[Paragraph, ...]
    acts: tuple[Act, ...]
    obligations: tuple[Obligation, ...]
    text: str = ""
    headings: tuple[Heading, ...] = ()

    @property
    def link(self) -> str:
        """Address of the official document, which the United Nations resolve by its symbol.

        Empty for a text without a symbol. (https://undocs.org)
        """
        if "/" not in self.symbol or not self.symbol[:1].isupper():
            return ""
        return f"https://undocs.org/{quote(self.symbol, safe='/()')}"

    def clauses(self) -> dict[str, Paragraph]:
        """The paragraphs by IRI."""
        return {paragraph.iri: paragraph for paragraph in self.paragraphs}

    def headings_above(self) -> dict[str, list[str]]:
        """The headings above each paragraph, by its IRI; those behind the last one by an empty string."""
        found: dict[str, list[str]] = {}
        rest = iter(self.paragraphs)
        below = next(rest, None)
        for heading in self.headings:
            while below is not None and below.start < heading.start:
                below = next(rest, None)
            found.setdefault(below.iri if below else "", []).append(heading.text)
        return found
