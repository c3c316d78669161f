"""What the views draw, as plain values: documents, paragraphs, actors and acts of a store."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Protocol

from ...extract.model import Force

BASE = "https://w3id.org/obligraph/"


class Queryable(Protocol):
    """What a view needs of a store: an answer to a SELECT, over all documents' graphs."""

    def query(self, sparql: str, substitutions: Any = ...) -> Any:
        """Rows that are read by position, as pyoxigraph gives them."""


@dataclass(frozen=True, slots=True)
class Filters:
    """Which acts a view shows; an empty field lets everything pass.

    Attributes:
        since, until: First and last day of adoption. A document without a date passes neither.
        verbs: Dictionary forms: ``call upon``.
        documents: Symbols: ``S/RES/2331(2016)``.
        forces: Of the model: ``demand``.
        actors: Keys, names or full names: ``cted``, ``CTED``. An act passes that one of them
            does, is addressed by or is blamed in.
    """

    since: date | None = None
    until: date | None = None
    verbs: frozenset[str] = frozenset()
    documents: frozenset[str] = frozenset()
    forces: frozenset[str] = frozenset()
    actors: frozenset[str] = frozenset()

    @classmethod
    def of(
        cls,
        *,
        since: date | None = None,
        until: date | None = None,
        verbs: Iterable[str] = (),
        documents: Iterable[str] = (),
        forces: Iterable[str] = (),
        actors: Iterable[str] = (),
    ) -> Filters:
        """Filters from any iterables of verbs, symbols, forces and actors."""
        named = (frozenset(one) for one in (verbs, documents, forces, actors))
        return cls(since, until, *named)

    @property
    def of_acts(self) -> bool:
        """Whether acts are chosen by more than their document."""
        return bool(self.verbs or self.forces or self.actors)


@dataclass(frozen=True, slots=True)
class DocumentFact:
    """A document of the store; ``id`` is its symbol, ``kind`` is resolution, statement or draft."""

    iri: str
    id: str
    title: str
    date: date | None
    kind: str


@dataclass(frozen=True, slots=True)
class ParagraphFact:
    """A paragraph; ``start`` is where its text stands in the document's, or -1.

    ``wrap_up`` are the words after the last item that close it, ``wrap_start`` is their place.
    """

    iri: str
    document: str
    label: str
    position: int
    text: str
    start: int
    wrap_up: str = ""
    wrap_start: int = -1

    @property
    def closing(self) -> ParagraphFact | None:
        """The wrap-up as a paragraph without a label, or None."""
        if not self.wrap_up:
            return None
        return replace(
            self, iri=f"{self.iri}#wrap-up", label="", text=self.wrap_up, start=self.wrap_start, wrap_up=""
        )


@dataclass(frozen=True, slots=True)
class HeadingFact:
    """A line between paragraphs that heads the next; ``start`` is where it stands in the document's text."""

    document: str
    start: int
    text: str


@dataclass(frozen=True, slots=True)
class ActorFact:
    """An actor; ``id`` is its key, the last part of its IRI.

    ``established`` and ``ended`` are the days that it was set up and dissolved, where they are known.
    """

    iri: str
    id: str
    name: str
    full_name: str
    kind: str
    known: bool
    established: date | None = None
    ended: date | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of an act's words: ``role`` is one of ``clauses.ROLES``.

    ``start`` and ``end`` count in the document's text and are -1 where the store lacks them.
    ``detail`` is the kind of a time. ``due`` and ``until`` are a time's, ISO dates or empty.
    ``iri`` names the part itself.
    """

    role: str
    text: str
    paragraph: str = ""
    start: int = -1
    end: int = -1
    detail: str = ""
    due: str = ""
    until: str = ""
    iri: str = ""


@dataclass(frozen=True, slots=True)
class Address:
    """One actor that an act addresses, and the words that name it."""

    actor: str
    via: str
    piece: Piece
    certainty: float
    doubt: str


@dataclass(frozen=True, slots=True)
class ObligationFact:
    """One bearer and one action; ``modality`` is duty, recommendation, … as in the model."""

    iri: str
    id: str
    act: str
    modality: str
    bearer: str
    action: str
    text: str
    due: str
    until: str
    via: str


@dataclass(frozen=True, slots=True)
class ActFact:
    """An act with all that hangs on it; actors by IRI, ``id`` without the base of the IRIs.

    ``targets`` are the actors that are blamed, ``blamed`` the words that name them.
    """

    iri: str
    id: str
    document: str
    paragraph: str
    verb: str
    act: str
    force: str
    kind: str
    issuer: str
    text: str
    rule: str
    certainty: float
    start: int
    end: int
    doubts: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    addresses: tuple[Address, ...] = ()
    contents: tuple[Piece, ...] = ()
    times: tuple[Piece, ...] = ()
    blamed: tuple[Piece, ...] = ()
    instruments: tuple[Piece, ...] = ()
    obligations: tuple[ObligationFact, ...] = ()

    @property
    def rank(self) -> int:
        """Of the force: 6 for a decision down to 1 for a statement, 0 for a force unknown to the model."""
        return Force(self.force).rank if self.force in set(Force) else 0


@dataclass(frozen=True, slots=True)
class InstrumentFact:
    """What is cited; ``name`` is its symbol or title, ``whole`` the IRI of what it is a provision of.

    ``title`` and ``date`` are those of a document that was read, which ``read`` says.
    """

    iri: str
    id: str
    name: str
    kind: str
    whole: str
    title: str = ""
    date: date | None = None
    read: bool = False


@dataclass(frozen=True, slots=True)
class CitationFact:
    """That a document cites an instrument: ``act`` and ``use`` are empty where no act of it does."""

    document: str
    instrument: str
    act: str = ""
    use: str = ""


@dataclass(frozen=True, slots=True)
class VoteFact:
    """How a State voted on a document: ``choice`` is ``for``, ``against`` or ``abstaining``."""

    document: str
    voter: str
    choice: str


@dataclass(frozen=True, slots=True)
class TieFact:
    """That an actor belongs to another: ``relation`` is one of ``load.TIES``."""

    child: str
    parent: str
    relation: str


@dataclass(frozen=True, slots=True)
class Facts:
    """What the views draw, by IRI; acts in the order of documents (date, symbol) and of reading.

    Attributes:
        documents: Those that pass the filters.
        paragraphs: Theirs; empty where acts were not loaded.
        headings: Theirs, in the order of documents and of reading; empty where acts were not loaded.
        actors: All that the store describes.
        acts: Those that pass the filters.
        citations: By documents that pass, sorted; where acts are filtered, of acts that pass.
        instruments: All that the store describes, where citations were loaded.
        votes: On documents that pass, sorted.
        ties: Between any two actors, sorted.
        filters: What was asked for, its actors by IRI.
    """

    documents: Mapping[str, DocumentFact]
    paragraphs: Mapping[str, ParagraphFact]
    actors: Mapping[str, ActorFact]
    acts: tuple[ActFact, ...] = field(repr=False)
    citations: tuple[CitationFact, ...] = field(default=(), repr=False)
    instruments: Mapping[str, InstrumentFact] = field(default_factory=dict, repr=False)
    votes: tuple[VoteFact, ...] = field(default=(), repr=False)
    ties: tuple[TieFact, ...] = field(default=(), repr=False)
    headings: tuple[HeadingFact, ...] = field(default=(), repr=False)
    filters: Filters = field(default_factory=Filters)


def tail(iri: str) -> str:
    """The last part of an IRI: the key of an actor, the name of a concept."""
    return iri.rsplit("/", 1)[-1].rsplit("#", 1)[-1]


def short(iri: str) -> str:
    """An IRI of ours without its base: ``S/RES/2331(2016)/OP2/act/1``."""
    return iri.removeprefix(BASE)
