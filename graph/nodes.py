"""The things that acts speak of, as quads: the document, its paragraphs, actors, instruments.

A thing is stated with its class and the classes above it, so that a query needs no reasoner.
"""

from __future__ import annotations

from collections.abc import Mapping

from .. import __version__
from ..extract.document import READ, Document, Heading, Paragraph, Span
from ..extract.model import Act, Instrument, Mention, MentionKind, Reading
from ..ontology.vocabulary import DATA, DCTERMS, ELI, OA, OG, PROV, RDF, SKOS
from . import iri
from .nquads import Quads, boolean, day, integer, string, words
from .votes import add_states

_CLASSES: Mapping[str, str] = {
    "resolution": OG.Resolution,
    "statement": OG.Statement,
    "draft": OG.Draft,
}

#: The lists of subjects, by what the sources call them.
_SUBJECTS: Mapping[str, str] = {
    "UNBIS": "unbis",
    "UNBIS Thesaurus": "unbis",
    "EuroVoc": "eurovoc",
    "SDGO": "sdgo",
    "DHLAUTH": "dhlauth",
}


class Names:
    """The IRIs of all that a reading names, and loud about what it does not describe.

    Args:
        reading: The reading.

    Raises:
        ValueError: By the methods: a key that the reading does not describe.
    """

    def __init__(self, reading: Reading) -> None:
        symbol = reading.document.symbol
        self.symbol = symbol
        self.document = iri.document_iri(symbol)
        self._paragraphs = {p.label: iri.paragraph_iri(symbol, p.label) for p in reading.document.paragraphs}
        self._actors = {actor.key: iri.actor_iri(actor.key) for actor in reading.actors}
        self._instruments = {i.key: iri.instrument_iri(i, symbol) for i in reading.instruments}
        self._cited = [m for m in reading.mentions if m.kind is MentionKind.INSTRUMENT]

    def paragraph(self, label: str) -> str:
        """IRI of a paragraph, by its label."""
        return _get(self._paragraphs, label, "paragraph")

    def actor(self, key: str) -> str:
        """IRI of an actor, by its key."""
        return _get(self._actors, key, "actor")

    def instrument(self, key: str) -> str:
        """IRI of an instrument, by its key."""
        return _get(self._instruments, key, "instrument")

    def told(self, act: Act) -> list[str]:
        """IRIs of the instruments whose act a reported one is: its key, or those its words name."""
        if act.reported in self._instruments:
            return [self._instruments[act.reported]]
        named = (m for m in self._cited if m.paragraph == act.paragraph and m.text in act.reported)
        return [self.instrument(key) for mention in named for key in mention.keys]


def _get(found: Mapping[str, str], key: str, what: str) -> str:
    if key not in found:
        raise ValueError(f"the reading names {what} {key!r} and does not describe it")
    return found[key]


def add_anchor(out: Quads, names: Names, subject: str, span: Span, text: str) -> None:
    """States where in the document, and in which words, something stands."""
    anchor = f"{subject}/anchor"
    position, quotation = f"{anchor}/position", f"{anchor}/quote"
    out.link(subject, OG.anchor, anchor)
    out.classes(anchor, OA.SpecificResource)
    out.link(anchor, OA.hasSource, names.document)
    out.link(anchor, OA.hasSelector, position)
    out.classes(position, OA.TextPositionSelector)
    out.value(position, OA.start, integer(span.start))
    out.value(position, OA.end, integer(span.end))
    out.link(anchor, OA.hasSelector, quotation)
    out.classes(quotation, OA.TextQuoteSelector)
    out.words(quotation, OA.exact, text)


def add_document(out: Quads, names: Names, reading: Reading) -> None:
    """States the document: what it is, says of itself, and cites."""
    document = reading.document
    me = names.document
    if document.kind not in _CLASSES:
        raise ValueError(f"no class for a document of kind {document.kind!r}")
    out.classes(me, _CLASSES[document.kind], OG.Instrument)
    out.string(me, DCTERMS.identifier, document.symbol)
    out.string(me, DCTERMS.language, document.language)
    out.words(me, DCTERMS.title, document.title)
    out.words(me, OG.fullText, document.text)
    out.words(me, OG.agenda, document.agenda)
    out.string(me, OG.sourceUri, document.uri)
    for body in sorted({act.issuer for act in reading.acts}):
        out.link(me, ELI.passed_by, names.actor(body))
    out.value(me, ELI.date_document, None if document.adopted is None else day(document.adopted))
    out.value(me, OG.meeting, None if document.meeting is None else integer(document.meeting))
    out.value(me, OG.chapterVII, None if document.chapter_vii is None else boolean(document.chapter_vii))
    if document.draft:
        draft = Instrument(document.draft, "document")
        out.link(me, OG.draft, _instrument(out, draft, names.symbol))
    out.value(me, OG.draftDate, None if document.draft_date is None else day(document.draft_date))
    for instrument in reading.instruments:
        if not instrument.key.startswith("#"):
            out.link(me, ELI.cites, names.instrument(instrument.key))
    add_states(out, me, reading)
    for subject in document.subjects:
        if subject.label:
            node = (
                subject.iri if iri.safe_iri(subject.iri) else iri.subject_iri(subject.scheme, subject.label)
            )
            out.link(me, DCTERMS.subject, node)
            out.shared.classes(node, SKOS.Concept)
            out.shared.words(node, SKOS.prefLabel, subject.label)
            out.shared.string(node, OG.scheme, subject.scheme)
            if scheme := _SUBJECTS.get(subject.scheme):
                out.shared.link(node, SKOS.inScheme, iri.concept_iri("subject", scheme))


def text_iri(document: Document) -> str:
    """The IRI of a document, or of its text in another language: the name of the graph that has it."""
    if document.language == READ:
        return iri.document_iri(document.symbol)
    return iri.translation_iri(document.symbol, document.language)


def reading_facts(
    document: Document, rules: str, builder: str, version: str
) -> tuple[str, frozenset[tuple[str, str]]]:
    """What is recorded of how a document was read: it is read again when any of it changes.

    Args:
        document: The document.
        rules: Version of the rules.
        builder: Version of the modules that write the graph.
        version: Version of the software.

    Returns:
        The IRI of the activity of reading, and all that is stated of it: predicate and value.
    """
    facts = {
        (RDF.type, PROV.Activity),
        (PROV.used, iri.source_iri(document.sha256)),
        # Of the reading, not of the source: the same bytes may have come under two names.
        (OG.fileName, document.source),
        (OG.format, document.format),
        (OG.rulesVersion, rules),
        (OG.builderVersion, builder),
        (OG.reviewSha256, document.review),
        (PROV.wasAssociatedWith, f"{DATA}software/obligraph/{version}"),
    }
    return f"{text_iri(document)}/reading", frozenset(fact for fact in facts if fact[1])


def add_provenance(out: Quads, document: Document, rules: str, builder: str) -> None:
    """States which file the document was read from, and which version of what read it."""
    me, source = text_iri(document), iri.source_iri(document.sha256)
    out.link(me, PROV.wasDerivedFrom, source)
    out.classes(source, PROV.Entity)
    out.string(source, OG.sha256, document.sha256)
    activity, facts = reading_facts(document, rules, builder, __version__)
    out.link(me, PROV.wasGeneratedBy, activity)
    for predicate, value in facts:
        if predicate in (RDF.type, PROV.used, PROV.wasAssociatedWith):
            out.link(activity, predicate, value)
        else:
            out.string(activity, predicate, value)
        if predicate == PROV.wasAssociatedWith:
            out.shared.classes(value, PROV.SoftwareAgent)
            out.shared.string(value, OG.version, __version__)


def add_paragraph(out: Quads, names: Names, document: Document, paragraph: Paragraph, position: int) -> None:
    """States a paragraph, the ``position``-th of its document."""
    me = names.paragraph(paragraph.label)
    out.classes(me, OG.Paragraph)
    out.link(me, ELI.is_part_of, names.document)
    out.string(me, OG.label, paragraph.label)
    out.string(me, OG.number, paragraph.number)
    out.link(me, OG.paragraphKind, iri.concept_iri("paragraph-kind", paragraph.kind))
    if paragraph.parent:
        out.link(me, OG.parent, names.paragraph(paragraph.parent))
    out.value(me, OG.position, integer(position))
    out.value(me, OG.text, words(paragraph.text, document.language))  # even where it has only items
    out.value(me, OG.start, integer(paragraph.span.start))
    out.value(me, OG.end, integer(paragraph.span.end))
    if document.format == "akn":  # else it is a line, by which nobody but a reader finds it
        out.string(me, OG.sourceElement, paragraph.place)
    if paragraph.wrap_up:
        out.words(me, OG.wrapUp, document.words(paragraph.wrap_up))
        out.value(me, OG.wrapUpStart, integer(paragraph.wrap_up.start))
        out.value(me, OG.wrapUpEnd, integer(paragraph.wrap_up.end))


def headings_of(document: Document) -> tuple[Heading, ...]:
    """The headings of a document between its paragraphs.

    What stands above the first one is its title, the line of its adoption and the name of the body,
    which are stated of the document itself.
    """
    if not document.paragraphs:
        return ()
    first = document.paragraphs[0].span.start
    return tuple(heading for heading in document.headings if heading.text and heading.span.start > first)


def add_heading(out: Quads, names: Names, heading: Heading, rank: int) -> None:
    """States a heading, the ``rank``-th of its document. What it heads follows from where it stands."""
    me = iri.heading_iri(names.symbol, rank)
    out.classes(me, OG.Heading)
    out.link(me, OG.inDocument, names.document)
    out.words(me, OG.text, heading.text)
    out.value(me, OG.start, integer(heading.span.start))
    out.value(me, OG.end, integer(heading.span.end))


def add_mention(out: Quads, names: Names, mention: Mention) -> None:
    """States what a paragraph mentions."""
    name = names.actor if mention.kind is MentionKind.ACTOR else names.instrument
    for key in mention.keys:
        out.link(names.paragraph(mention.paragraph), OG.mentions, name(key))


def add_instrument(out: Quads, instrument: Instrument, symbol: str) -> None:
    """States what an instrument is, and the whole that a provision belongs to, for all documents."""
    me = _instrument(out, instrument, symbol)
    if instrument.whole and not instrument.key.startswith("#"):
        whole = Instrument(instrument.whole, instrument.kind)
        out.shared.link(me, ELI.is_part_of, _instrument(out, whole, symbol))


def _instrument(out: Quads, instrument: Instrument, symbol: str) -> str:
    out = out.shared
    me = iri.instrument_iri(instrument, symbol)
    out.classes(me, OG.Instrument)
    key = instrument.key
    if key.startswith("#"):  # as another document would cite it
        key = f"{symbol}, {iri.provision_name(key[1:])}"
    out.value(me, DCTERMS.identifier, string(key))
    out.link(me, OG.instrumentKind, iri.concept_iri("instrument-kind", instrument.kind))
    return me
