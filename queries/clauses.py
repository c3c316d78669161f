"""A paragraph and what was read in it, as values, from the store alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..ontology.vocabulary import OG, RDF
from .library import Parameter
from .naming import no_paragraph, plain_label
from .parameters import Store, Term, term
from .prefixes import DATA, PREFIXES

_PARAGRAPHS = """
SELECT DISTINCT ?label ?text ?start ?wrapUp ?wrapUpStart ?document
WHERE {
  GRAPH ?document {
    ?paragraph a og:Paragraph ; og:label ?label ; og:text ?text ; og:start ?start .
    OPTIONAL { ?paragraph og:wrapUp ?wrapUp ; og:wrapUpStart ?wrapUpStart }
  }
}
ORDER BY ?start
"""
_HEADINGS = """
SELECT DISTINCT ?start ?text ?document
WHERE {
  GRAPH ?document { ?heading a og:Heading ; og:start ?start ; og:text ?text }
}
"""
_ACTS = """
SELECT DISTINCT ?act ?property ?value ?label ?document
WHERE {
  GRAPH ?document {
    ?act a og:SpeechAct ; ?property ?value .
  }
  OPTIONAL { ?value skos:prefLabel ?name }
  OPTIONAL { ?value dcterms:identifier ?identifier }
  OPTIONAL { ?value og:label ?printed }
  # A paragraph that is cited has an identifier too: "S/RES/2331(2016), paragraph 3".
  BIND(IF(?property = og:inParagraph, ?printed, COALESCE(?name, ?identifier, ?printed)) AS ?label)
}
"""
_PARTS = """
SELECT DISTINCT ?act ?part ?property ?value ?label ?document
WHERE {
  GRAPH ?document {
    VALUES ?role {
      og:addressing og:targeting og:content og:time og:qualification og:citation
    }
    ?act a og:SpeechAct ; ?role ?part .
    ?part ?property ?value .
  }
  OPTIONAL { ?value skos:prefLabel ?name }
  OPTIONAL { ?value dcterms:identifier ?identifier }
  OPTIONAL { ?value og:label ?printed }
  BIND(COALESCE(?name, ?identifier, ?printed) AS ?label)
}
"""
_PLACES = """
SELECT DISTINCT ?node ?start ?end ?document
WHERE {
  GRAPH ?document {
    ?node og:anchor/oa:hasSelector ?position .
    ?position oa:start ?start ; oa:end ?end .
  }
}
"""
_MODALITIES = """
SELECT DISTINCT ?content ?class ?document
WHERE {
  VALUES ?class { og:Duty og:Recommendation og:Permission og:Prohibition og:Exemption }
  GRAPH ?document { ?obligation og:action ?content ; a ?class }
}
"""

#: What a part of an act is called, by its class in the graph.
_KINDS: Mapping[str, str] = {
    OG.Addressing: "addressee",
    OG.Targeting: "target",
    OG.Action: "action",
    OG.Proposition: "proposition",
    OG.Object: "object",
    OG.Qualification: "qualifier",
    OG.Citation: "instrument",
    OG.Deadline: "time",
    OG.Recurrence: "time",
    OG.Period: "time",
    OG.Start: "time",
}
_TIMES = (OG.Deadline, OG.Recurrence, OG.Period, OG.Start)


@dataclass(frozen=True, slots=True)
class Part:
    """Something that hangs on an act: its kind, its words at ``start`` to ``end``, what they mean."""

    kind: str
    start: int
    end: int
    text: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShownAct:
    """An act as the store has it.

    Attributes:
        name: ``OP16/act/1``.
        paragraph: Label of the paragraph that its verb stands in.
        verb: As printed, from ``start`` on.
        facts: Pairs of a heading and a text: its verb's dictionary form, force, rule and so on.
        parts: In the order of the text.
    """

    name: str
    paragraph: str
    verb: str
    start: int
    facts: tuple[tuple[str, str], ...]
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Clause:
    """A paragraph: its label, and its own words and its wrap-up, each with where it begins."""

    label: str
    texts: tuple[tuple[int, str], ...]

    def __contains__(self, offset: int) -> bool:
        return any(start <= offset < start + len(text) for start, text in self.texts)


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Paragraphs of a document, with the acts that have something in them.

    ``headings`` are those between the paragraphs, each with where it begins; of a whole document, all.
    """

    symbol: str
    clauses: tuple[Clause, ...]
    acts: tuple[ShownAct, ...]
    headings: tuple[tuple[int, str], ...] = ()


def excerpt(store: Store, symbol: str, label: str = "") -> Excerpt:
    """Reads paragraphs and acts from a store.

    Args:
        store: Where to read.
        symbol: Of the document; case and spaces do not count.
        label: Of a paragraph, which is given with its items; ``16`` is ``OP16``. All of them if empty.

    Raises:
        QueryError: The store has no such document, or the document no such paragraph.
    """
    document = term(store, Parameter("document", "document", "the document"), symbol)
    name = str(getattr(document, "value", "")).removeprefix(DATA)
    clauses = tuple(_clauses(store, document))
    chosen = _chosen(clauses, name, label)
    acts = tuple(
        act
        for act in _acts(store, document)
        if any(act.start in clause for clause in chosen)
        or any(part.start in clause for clause in chosen for part in act.parts)
    )
    starts = [clause.texts[0][0] for clause in chosen]
    headings = tuple(
        heading
        for heading in sorted((int(start), text) for start, text in _rows(store, _HEADINGS, document))
        if not label or starts[0] < heading[0] < starts[-1]
    )
    return Excerpt(name, chosen, acts, headings)


def _rows(store: Store, sparql: str, document: Term) -> Iterator[tuple[str, ...]]:
    """The rows of a query as text, without the last column, which is the document that is bound."""
    for row in store.query(sparql, {"document": document}, PREFIXES):
        yield tuple(str(getattr(cell, "value", "")) for cell in tuple(row)[:-1])


def _clauses(store: Store, document: Term) -> Iterator[Clause]:
    for label, text, start, wrap_up, wrap_up_start in _rows(store, _PARAGRAPHS, document):
        texts = [(int(start), text)]
        if wrap_up:
            texts.append((int(wrap_up_start), wrap_up))
        yield Clause(label, tuple(texts))


def _chosen(clauses: tuple[Clause, ...], symbol: str, label: str) -> tuple[Clause, ...]:
    if not label:
        return clauses
    wanted = plain_label(label)
    found = tuple(
        c for c in clauses if c.label.casefold() == wanted or c.label.casefold().startswith(f"{wanted}(")
    )
    if not found:
        labels = [clause.label for clause in clauses]
        raise no_paragraph(symbol, label, labels)
    return found


def _acts(store: Store, document: Term) -> list[ShownAct]:
    places = {node: (int(start), int(end)) for node, start, end in _rows(store, _PLACES, document)}
    modalities: dict[str, set[str]] = {}
    for content, kind in _rows(store, _MODALITIES, document):
        modalities.setdefault(content, set()).add(_last(kind).lower())
    abouts: dict[str, _About] = {}
    for act, key, value, label in _rows(store, _ACTS, document):
        abouts.setdefault(act, _About()).add(key, label or value)
    parts: dict[str, dict[str, _About]] = {}
    for act, part, key, value, label in _rows(store, _PARTS, document):
        parts.setdefault(act, {}).setdefault(part, _About()).add(key, label or value)
    prefix = f"{getattr(document, 'value', '')}/"
    found = []
    for act, about in abouts.items():
        shown = [
            _part(one, places[part], modalities.get(part, set())) for part, one in parts.get(act, {}).items()
        ]
        found.append(
            ShownAct(
                name=act.removeprefix(prefix),
                paragraph=about.one(OG.inParagraph),
                verb=about.one(OG.verbText),
                start=places[act][0],
                facts=tuple(_facts(about)),
                parts=tuple(sorted(shown, key=lambda p: (p.start, p.end, p.kind, p.text))),
            )
        )
    return sorted(found, key=lambda act: (act.start, act.name))


class _About:
    """What the store says of a node: values by property, as people read them."""

    def __init__(self) -> None:
        self._values: dict[str, set[str]] = {}

    def add(self, key: str, value: str) -> None:
        self._values.setdefault(key, set()).add(value)

    def all(self, key: str) -> list[str]:
        return sorted(self._values.get(key, ()))

    def one(self, key: str) -> str:
        return ", ".join(self.all(key))


def _facts(about: _About) -> Iterator[tuple[str, str]]:
    yield "act", about.one(OG.verb)
    yield "force", f"{about.one(OG.force)} ({about.one(OG.illocution)})"
    yield "issuer", about.one(OG.issuer)
    if under := about.one(OG.actsUnder):
        yield "under", under
    if source := about.one(OG.reportedFrom):
        yield "reported from", source
    yield "rule", about.one(OG.rule)
    if reader := about.one(OG.reviewedBy):
        yield "reviewed by", reader
    yield from (("certainty", line) for line in _doubts(about))


def _part(about: _About, place: tuple[int, int], modalities: set[str]) -> Part:
    classes = about.all(RDF.type)
    kind = next((name for iri, name in _KINDS.items() if iri in classes), "part")
    notes: list[str] = []
    if kind in ("addressee", "target"):
        notes.append(about.one(OG.actor))
        notes += [f"via “{via}”" for via in about.all(OG.via)]
    elif kind == "action":
        notes += sorted(modalities)
    elif kind == "instrument":
        notes += [about.one(OG.instrument), about.one(OG.use)]
    elif kind == "time":
        notes += [_last(iri).lower() for iri in _TIMES if iri in classes]
        notes += about.all(OG.iso)
        notes += [f"due {day}" for day in about.all(OG.due) if day not in notes]
        notes += [f"until {day}" for day in about.all(OG.until)]
        notes += [f"counted from {event}" for event in about.all(OG.event)]
    notes += [f"certainty {line}" for line in _doubts(about)]
    return Part(kind, *place, about.one(OG.text), tuple(note for note in notes if note))


def _doubts(about: _About) -> Iterator[str]:
    """How certain, and why not wholly; nothing where there is no doubt."""
    doubts = "; ".join(about.all(OG.doubt))
    for certainty in about.all(OG.certainty):
        if float(certainty) < 1 or doubts:
            yield f"{certainty}: {doubts}" if doubts else certainty


def _last(iri: str) -> str:
    return re.split(r"[#/]", iri)[-1]
