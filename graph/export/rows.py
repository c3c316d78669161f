"""The rows of the tables, read from a store one document at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from . import records
from .documents import read_documents
from .names import Names, key

if TYPE_CHECKING:
    from ..store import Store

Value = object
"""A cell: text, date, int, float, bool, a tuple of texts, or None where there is none."""

Row = tuple[Value, ...]


def rows(store: Store, documents: Iterable[str]) -> Iterator[tuple[str, Row]]:
    """All rows, each with the name of its table: document by document, then what they share.

    Args:
        store: The store.
        documents: Symbols; none for all.

    Raises:
        UsageError: A document that is not in the store.
    """
    names = Names.of(store)
    actors: set[str] = set()
    instruments: set[str] = set()
    for document in read_documents(store, documents):
        found = _Rows(document, names)
        yield from found.rows()
        actors |= found.actors
        instruments |= found.instruments
    yield from _actors(names, actors)
    yield from _instruments(names, instruments)


class _Rows:
    """The rows of one document, and the shared things that they name."""

    def __init__(self, document: records.Document, names: Names) -> None:
        self._document = document
        self._me = key(document.iri)
        self._names = names
        self.actors: set[str] = set()
        self.instruments: set[str] = set()

    def rows(self) -> Iterator[tuple[str, Row]]:
        one, me = self._document, self._me
        subjects = tuple(sorted({self._names.subject(iri) for iri in one.subjects}))
        yield (
            "documents",
            (
                *(me, one.symbol, one.kind, one.title or None, one.date, one.meeting, one.agenda or None),
                *(one.chapter_vii, one.language, subjects, one.link or None),
            ),
        )
        for paragraph in one.paragraphs:
            yield from self._paragraph(paragraph)
        for act in one.acts:
            yield from self._act(act)
        for obligation in one.obligations:
            yield "obligations", self._obligation(obligation)
        for vote in one.votes:
            yield "votes", (key(vote.iri), me, self._actor(vote.voter), vote.ballot or None)

    def _paragraph(self, one: records.Paragraph) -> Iterator[tuple[str, Row]]:
        me = key(one.iri)
        yield (
            "paragraphs",
            (
                *(me, self._me, one.label, one.position, one.kind, key(one.parent) or None),
                *(one.text, one.wrap_up or None),
            ),
        )
        for thing in one.mentions:
            if thing in self._names.actors:
                yield "mentions", (me, self._actor(thing), None)
            else:
                yield "mentions", (me, None, self._instrument(thing))

    def _act(self, one: records.Act) -> Iterator[tuple[str, Row]]:
        me = key(one.iri)
        yield (
            "acts",
            (
                *(me, self._me, key(one.paragraph), one.verb, one.verb_text, one.force, one.kind),
                *(self._actor(one.issuer), bool(one.reported), one.text, one.certainty, one.doubts),
                one.rule or None,
            ),
        )
        for part in (*one.of("addressee"), *one.of("target")):
            for actor in part.things:
                row = (me, self._actor(actor), part.role, part.via or None, part.text, part.certainty)
                yield "addressees", row
        for part in one.of("time"):
            days = (part.due, part.until, part.day)
            yield (
                "times",
                (key(part.iri), me, part.kind, part.text, part.iso or None, *days, part.event or None),
            )
        for part in one.of("citation"):
            for thing in part.things:
                yield "citations", (key(part.iri), me, self._instrument(thing), part.kind, part.text)

    def _obligation(self, one: records.Obligation) -> Row:
        act = one.act
        return (
            *(key(one.iri), key(act.iri), self._me, key(one.paragraph), one.modality),
            *(self._actor(one.bearer), self._actor(act.issuer), one.via or None, act.force, act.verb),
            *(one.action.text, one.due, one.until, tuple(time.text for time in one.times), one.qualifiers),
        )

    def _actor(self, iri: str) -> str:
        self.actors.add(iri)
        return key(iri)

    def _instrument(self, iri: str) -> str:
        self.instruments.add(iri)
        return key(iri)


def _actors(names: Names, wanted: set[str]) -> Iterator[tuple[str, Row]]:
    """The actors that are named, and those that they are part of."""

    def parent(iri: str) -> str:
        return names.actors[iri].parent if iri in names.actors else ""

    for iri in sorted(_with_parents(wanted, parent)):
        one = names.actors.get(iri)
        if one is None:
            yield "actors", (key(iri), names.actor(iri), None, None, None, False)
        else:
            above = key(one.parent) or None
            yield "actors", (key(iri), one.name, one.full_name or None, one.kind, above, one.known)


def _instruments(names: Names, wanted: set[str]) -> Iterator[tuple[str, Row]]:
    """The instruments that are named, and those that they are provisions of."""

    def whole(iri: str) -> str:
        return names.instruments[iri].whole if iri in names.instruments else ""

    for iri in sorted(_with_parents(wanted, whole)):
        one = names.instruments.get(iri)
        kind, above = (one.kind, key(one.whole)) if one else ("", "")
        yield "instruments", (key(iri), names.instrument(iri), kind or None, above or None)


def _with_parents(wanted: set[str], parent: Callable[[str], str]) -> set[str]:
    """Things, and what they are part of, and so on."""
    found: set[str] = set()
    left = list(wanted)
    while left:
        one = left.pop()
        if one and one not in found:
            found.add(one)
            left.append(parent(one))
    return found
