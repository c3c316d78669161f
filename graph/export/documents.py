"""Reads the documents of a store as plain values, one at a time, so that memory is bounded by one.

Of the lines of a document's graph those are read that the values are made of, and not its anchors, which
are half of them, unless places are wanted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING

from ...errors import near, no_such
from ...ontology.vocabulary import DCTERMS, ELI, OA, OG, RDF, concepts
from ..iri import document_iri
from ..ntriples import statements, value
from ..views.facts import short, tail
from . import records

if TYPE_CHECKING:
    from ..store import Store

_CLASSES = {
    **{getattr(OG, name): name.lower() for name in ("Resolution", "Statement", "Draft")},
    **{getattr(OG, name): name.lower() for name in ("Action", "Proposition", "Object")},
    **{getattr(OG, name): name.lower() for name in ("Deadline", "Recurrence", "Period", "Start")},
    **{
        getattr(OG, name): name.lower()
        for name in ("Duty", "Recommendation", "Permission", "Prohibition", "Exemption")
    },
}
_KINDS = frozenset(f"<{iri}>" for iri in (*_CLASSES, OG.Heading))
_PROPERTIES = frozenset(
    (
        RDF.type,
        *(DCTERMS.identifier, DCTERMS.title, DCTERMS.subject, DCTERMS.language),
        *(ELI.date_document, ELI.passed_by, ELI.is_part_of),
        *(OG.meeting, OG.agenda, OG.chapterVII, OG.sourceUri, OG.sponsor, OG.vote, OG.voter, OG.ballot),
        *(OG.label, OG.number, OG.paragraphKind, OG.parent, OG.position, OG.wrapUp, OG.mentions, OG.text),
        *(OG.start, OG.wrapUpStart),
        *(OG.inParagraph, OG.verb, OG.verbText, OG.illocution, OG.force, OG.issuer, OG.actsUnder, OG.rule),
        *(OG.reportedWords, OG.certainty, OG.doubt, OG.addressing, OG.targeting, OG.actor, OG.via),
        *(OG.content, OG.time, OG.iso, OG.due, OG.until, OG.date, OG.event, OG.qualification, OG.citation),
        *(OG.instrument, OG.use, OG.arisesFrom, OG.bearer, OG.action, OG.qualifier),
    )
)
_PLACES = frozenset((OG.anchor, OA.hasSelector, OA.start, OA.end, OG.fullText))
_DATES = "SELECT ?g ?date WHERE {{ GRAPH ?g {{ ?g <{date}> ?date }} }}"
_ROLES = (
    (OG.addressing, "addressee"),
    (OG.targeting, "target"),
    (OG.content, "content"),
    (OG.time, "time"),
    (OG.qualification, "qualifier"),
    (OG.citation, "citation"),
)
_Node = Mapping[str, list[str]]


def chosen(there: Iterable[str], symbols: Iterable[str]) -> list[str]:
    """The IRIs of the documents that are wanted, sorted.

    Args:
        there: IRIs of those of the store.
        symbols: Of those that are wanted; none for all.

    Raises:
        UsageError: One of them is not in the store.
    """
    known = set(there)
    wanted = {document_iri(symbol): symbol for symbol in symbols}
    for iri, symbol in sorted(wanted.items()):
        if iri not in known:
            raise no_such("document", symbol, near(symbol, map(short, known)))
    return sorted(wanted or known)


def read_documents(
    store: Store, documents: Iterable[str], *, places: bool = False
) -> Iterator[records.Document]:
    """Reads documents, by date of adoption and symbol, undated ones first.

    Args:
        store: The store.
        documents: Symbols; none for all.
        places: Whether to say where the parts of acts stand, and to give the document's text.

    Raises:
        UsageError: A document that is not in the store.
    """
    wanted = chosen(store.documents(), documents)
    days = {graph.value: day.value for graph, day in store.select(_DATES.format(date=ELI.date_document))}
    for iri in sorted(wanted, key=lambda iri: (days.get(iri, ""), iri)):
        yield read_document(store, iri, places=places)


def read_document(store: Store, iri: str, *, places: bool = False) -> records.Document:
    """Reads one document, by its IRI, as ``read_documents`` does."""
    wanted = _PROPERTIES | _PLACES if places else _PROPERTIES
    nodes: dict[str, dict[str, list[str]]] = {}
    for subject, predicate, term in statements(store.lines(iri)):
        if predicate in wanted and (predicate != RDF.type or term in _KINDS):
            node = nodes.get(subject)
            if node is None:
                node = nodes[subject] = {}
            node.setdefault(predicate, []).append(value(term))
    return _Reader(nodes, dict(_places(nodes))).document(iri)


def _places(nodes: Mapping[str, _Node]) -> Iterator[tuple[str, records.Place]]:
    """Where the words of nodes stand, as far as what says so was read."""
    for subject, node in nodes.items():
        for anchor in node.get(OG.anchor, ()):
            for selector in nodes.get(anchor, {}).get(OA.hasSelector, ()):
                place = nodes.get(selector, {})  # of a quotation nothing was read
                if OA.start in place and OA.end in place:
                    yield subject, records.Place(int(_one(place, OA.start)), int(_one(place, OA.end)))


class _Reader:
    """Makes values of the nodes of one document."""

    def __init__(self, nodes: Mapping[str, _Node], places: Mapping[str, records.Place]) -> None:
        self._nodes = nodes
        self._places = places
        self._verbs = {concept.iri: concept.label for concept in concepts("verb").values()}

    def document(self, iri: str) -> records.Document:
        node = self._nodes.get(iri, {})
        meeting, chapter = _one(node, OG.meeting), _one(node, OG.chapterVII)
        paragraphs = [
            self._paragraph(one, about) for one, about in self._nodes.items() if OG.position in about
        ]
        paragraphs.sort(key=lambda paragraph: paragraph.position)
        order = {paragraph.iri: rank for rank, paragraph in enumerate(paragraphs)}
        acts = [self._act(one, about) for one, about in self._nodes.items() if OG.verbText in about]
        acts.sort(key=lambda act: (order.get(act.paragraph, -1), _natural(act.iri)))
        by_iri = {act.iri: act for act in acts}
        obligations = [
            self._obligation(one, about, by_iri)
            for one, about in self._nodes.items()
            if OG.arisesFrom in about and _one(about, OG.arisesFrom) in by_iri
        ]
        rank = {act.iri: number for number, act in enumerate(acts)}
        obligations.sort(key=lambda obligation: (rank[obligation.act.iri], _natural(obligation.iri)))
        return records.Document(
            iri=iri,
            symbol=_one(node, DCTERMS.identifier),
            kind=self._kind(node),
            title=_one(node, DCTERMS.title),
            date=_day(_one(node, ELI.date_document)),
            language=_one(node, DCTERMS.language),
            meeting=int(meeting) if meeting else None,
            agenda=_one(node, OG.agenda),
            chapter_vii=chapter in ("true", "1") if chapter else None,
            uri=_one(node, OG.sourceUri),
            bodies=_all(node, ELI.passed_by),
            sponsors=_all(node, OG.sponsor),
            subjects=_all(node, DCTERMS.subject),
            votes=tuple(
                records.Vote(
                    one, _one(self._nodes.get(one, {}), OG.voter), _one(self._nodes.get(one, {}), OG.ballot)
                )
                for one in _all(node, OG.vote)
            ),
            paragraphs=tuple(paragraphs),
            acts=tuple(acts),
            obligations=tuple(obligations),
            text=_one(node, OG.fullText),
            headings=tuple(sorted(self._headings())),
        )

    def _headings(self) -> Iterator[records.Heading]:
        for node in self._nodes.values():
            if OG.Heading in node.get(RDF.type, ()):
                yield records.Heading(int(_one(node, OG.start) or -1), _one(node, OG.text))

    def _kind(self, node: _Node) -> str:
        return next((_CLASSES[one] for one in sorted(node.get(RDF.type, ())) if one in _CLASSES), "")

    @staticmethod
    def _paragraph(iri: str, node: _Node) -> records.Paragraph:
        return records.Paragraph(
            iri=iri,
            label=_one(node, OG.label),
            number=_one(node, OG.number),
            kind=tail(_one(node, OG.paragraphKind)),
            position=int(_one(node, OG.position)),
            text=_one(node, OG.text),
            parent=_one(node, OG.parent),
            wrap_up=_one(node, OG.wrapUp),
            mentions=_all(node, OG.mentions),
            start=int(_one(node, OG.start) or -1),
            wrap_start=int(_one(node, OG.wrapUpStart) or -1),
        )

    def _act(self, iri: str, node: _Node) -> records.Act:
        verb = _one(node, OG.verb)
        return records.Act(
            iri=iri,
            paragraph=_one(node, OG.inParagraph),
            verb=self._verbs.get(verb, tail(verb).replace("-", " ")),
            verb_text=_one(node, OG.verbText),
            force=tail(_one(node, OG.force)),
            kind=tail(_one(node, OG.illocution)),
            issuer=_one(node, OG.issuer),
            rule=_one(node, OG.rule),
            certainty=float(_one(node, OG.certainty) or 1),
            doubts=_all(node, OG.doubt),
            text=_one(node, OG.text),
            under=_all(node, OG.actsUnder),
            reported=_one(node, OG.reportedWords),
            parts=tuple(
                self._part(one, self._nodes.get(one, {}), role)
                for predicate, role in _ROLES
                for one in sorted(node.get(predicate, ()), key=_natural)
            ),
        )

    def _part(self, iri: str, node: _Node, role: str) -> records.Part:
        return records.Part(
            iri=iri,
            text=_one(node, OG.text),
            role=role,
            kind=tail(_one(node, OG.use)) if role == "citation" else self._kind(node),
            things=_all(node, OG.instrument if role == "citation" else OG.actor),
            paragraph=_one(node, OG.inParagraph),
            via=_one(node, OG.via),
            certainty=float(_one(node, OG.certainty) or 1),
            iso=_one(node, OG.iso),
            due=_day(_one(node, OG.due)),
            until=_day(_one(node, OG.until)),
            day=_day(_one(node, OG.date)),
            event=_one(node, OG.event),
            place=self._places.get(iri),
        )

    def _obligation(self, iri: str, node: _Node, acts: Mapping[str, records.Act]) -> records.Obligation:
        act = acts[_one(node, OG.arisesFrom)]
        action, times = _one(node, OG.action), set(_all(node, OG.time))
        parts = {part.iri: part for part in act.parts}
        return records.Obligation(
            iri=iri,
            act=act,
            modality=self._kind(node),
            bearer=_one(node, OG.bearer),
            via=_one(node, OG.via),
            paragraph=_one(node, OG.inParagraph),
            action=parts[action],
            times=tuple(part for part in act.of("time") if part.iri in times),
            qualifiers=_all(node, OG.qualifier),
        )


def _one(node: _Node, predicate: str) -> str:
    """The value of a property; the smallest where there are several, empty where there is none."""
    values = node.get(predicate)
    if not values:
        return ""
    return values[0] if len(values) == 1 else min(values)


def _all(node: _Node, predicate: str) -> tuple[str, ...]:
    """The values of a property, each once, sorted."""
    values = node.get(predicate)
    return tuple(sorted(set(values))) if values else ()


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _natural(iri: str) -> tuple[str, int, str]:
    """Sorts what is counted by its number: the tenth act after the ninth."""
    head, _, last = iri.rpartition("/")
    return (head, int(last), "") if last.isdecimal() else (head, 0, last)
