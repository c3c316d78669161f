"""What the store says of one thing, in both directions, for its page. This is done by a worker."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, unquote

from ..ontology.vocabulary import (
    CITO,
    DATA,
    DCTERMS,
    ELI,
    OA,
    OG,
    ONTOLOGY,
    ORG,
    PROV,
    RDF,
    SKOS,
    declared,
)
from ..queries.prefixes import shortened
from ..queries.run import TooMuch

if TYPE_CHECKING:
    from pyoxigraph import NamedNode, Triple

    from ..graph.store import Store

#: How many values of one property a page shows, and how many things one property leads from.
SHOWN = 50
#: Incoming statements that are looked through as they come; beyond, property by property.
_FEW = 1000
#: Characters of the words that a value is shown with.
_HINT = 160
_SAFE = re.compile(r"[A-Za-z0-9._~()*'!$&+,;=:@%/-]+")


@dataclass(frozen=True, slots=True)
class Value:
    """What a property leads to or comes from.

    Attributes:
        text: Its label, or the literal.
        iri: Of the thing; empty for a literal.
        hint: The first words of what it was read from, or its title.
    """

    text: str
    iri: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Property:
    """A property with its values.

    Attributes:
        iri: Of the property.
        label: As people read it.
        values: Some of them.
        more: Whether there are more than are shown.
    """

    iri: str
    label: str
    values: tuple[Value, ...]
    more: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a text: a paragraph, or what something was read from.

    Attributes:
        label: Of the paragraph.
        iri: Of the paragraph.
        text: The words.
    """

    label: str
    iri: str
    text: str


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing of the store.

    Attributes:
        iri: Its IRI.
        label: What it is called.
        title: More of what it is called; may be empty.
        types: Its classes.
        whole: What it is part of: a document, or an instrument; None where it is no part.
        passages: The words it was read from, or is.
        outgoing: What is said of it.
        incoming: What leads to it.
    """

    iri: str
    label: str
    title: str = ""
    types: tuple[Value, ...] = ()
    whole: Value | None = None
    passages: tuple[Passage, ...] = ()
    outgoing: tuple[Property, ...] = field(default=(), repr=False)
    incoming: tuple[Property, ...] = field(default=(), repr=False)


def candidates(path: str) -> tuple[str, ...]:
    """The IRIs that the path of an address may mean, the likeliest first.

    Clients differ in what they percent-encode, and IRIs do not: so the path is tried as it came, and
    then as our identifiers are written.

    Args:
        path: As it came, percent-encoded, without the first slash.
    """
    if not _SAFE.fullmatch(path):
        return ()
    found = [path]
    for safe in ("()*", "()"):
        segments = (
            quote(unquote(part, errors="surrogateescape"), safe=safe, errors="surrogateescape")
            for part in path.split("/")
        )
        found.append("/".join(segments))
    return tuple(DATA + one for one in dict.fromkeys(found))


def thing(store: Store, iris: Sequence[str]) -> Thing | None:
    """Reads what a page shows of a thing.

    Args:
        store: Where to read.
        iris: What it may be called: the first that the store knows counts.

    Returns:
        The thing; None where the store knows none of them.
    """
    for iri in iris:
        outgoing = _outgoing(store, iri)
        incoming = _incoming(store, iri)
        if outgoing or incoming:
            return _thing(store, iri, outgoing, incoming)
    return None


def triples(store: Store, iris: Sequence[str], limit: int) -> tuple[Triple, ...] | None:
    """The statements about a thing: of a document, all that it says; of the ontology, all of it.

    Args:
        store: Where to read.
        iris: What it may be called: the first that the store knows counts.
        limit: How many there may be.

    Returns:
        The statements, sorted; None where the store knows none of the IRIs.

    Raises:
        TooMuch: There are more.
    """
    from pyoxigraph import Triple

    for iri in iris:
        node = _node(iri)
        found = {Triple(node, predicate, value) for predicate, value in _rows_of(store, iri, limit + 1)}
        if iri == ONTOLOGY:
            found.update(store.own_graph(ONTOLOGY))
        elif any(t.predicate.value == OG.fullText for t in found):
            found.update(store.own_graph(iri))
            found.update(store.shared([iri]))
        else:
            found.update(Triple(s, p, node) for p, s in _incoming(store, iri))
        if len(found) > limit:
            raise TooMuch(
                f"more than {limit} triples, which is the limit here", remedy="ask for a part of it"
            )
        if found:
            return tuple(sorted(found, key=str))
    return None


def _node(iri: str) -> NamedNode:
    from pyoxigraph import NamedNode

    return NamedNode(iri)


def _rows_of(store: Store, iri: str, limit: int) -> Iterator[tuple[Any, Any]]:
    sparql = f"SELECT DISTINCT ?p ?o ?x {{ ?x ?p ?o }} LIMIT {limit}"
    for predicate, value, _ in store.select(sparql, {"x": _node(iri)}):
        yield predicate, value


def _outgoing(store: Store, iri: str) -> list[tuple[Any, Any]]:
    return list(_rows_of(store, iri, 5000))


def _incoming(store: Store, iri: str) -> list[tuple[Any, Any]]:
    """Property and subject of what leads to a thing: all of it, or of much some of each property."""
    x = {"x": _node(iri)}
    few = store.select(f"SELECT DISTINCT ?p ?s ?x {{ ?s ?p ?x }} LIMIT {_FEW + 1}", x)
    found = [(predicate, subject) for predicate, subject, _ in few]
    if len(found) <= _FEW:
        return found
    for one in _properties():
        some = store.select(f"SELECT ?s ?x {{ ?s <{one}> ?x }} LIMIT {SHOWN + 1}", x)
        found.extend((_node(one), subject) for subject, _ in some)
    return list(dict.fromkeys(found))


def _properties() -> list[str]:
    """The IRIs of all properties that lead to a thing, ours and others'."""
    terms = {
        *CITO,
        *ELI,
        *OA,
        *OG,
        *ORG,
        *PROV,
        *SKOS,
        *(iri for iri in declared() if iri.startswith(str(OG))),
    }
    named = {iri for iri in terms if re.split(r"[#/]", iri)[-1][:1].islower()}
    return sorted({*named, RDF.type, DCTERMS.subject})


def _thing(
    store: Store, iri: str, outgoing: Sequence[tuple[Any, Any]], incoming: Sequence[tuple[Any, Any]]
) -> Thing:
    from pyoxigraph import Literal, NamedNode

    forward, backward = _grouped(outgoing), _grouped(incoming)
    named: set[Any] = {_node(iri)}
    for group in (forward, backward):
        named.update(_node(one) for one in group)
        named.update(value for values in group.values() for value in values[:SHOWN])
    labels = _labels(store, {one for one in named if isinstance(one, NamedNode)})
    own = labels.get(iri, ("", ""))

    def value(term: Any) -> Value:
        if isinstance(term, Literal):
            return Value(term.value)
        label, hint = labels.get(term.value, ("", ""))
        return Value(label or shortened(term.value), term.value, hint)

    def properties(group: dict[str, list[Any]]) -> tuple[Property, ...]:
        left_out = {OG.fullText, OG.text, OG.wrapUp, RDF.type}
        found = [
            Property(
                one,
                labels.get(one, ("", ""))[0] or shortened(one),
                tuple(sorted(map(value, values[:SHOWN]), key=_order)),
                len(values) > SHOWN,
            )
            for one, values in group.items()
            if group is backward or one not in left_out
        ]
        return tuple(sorted(found, key=lambda one: (one.label.casefold(), one.iri)))

    titles = [term.value for term in forward.get(DCTERMS.title, ())]
    wholes = [value(term) for one in (OG.inDocument, ELI.is_part_of) for term in forward.get(one, ())]
    return Thing(
        iri=iri,
        label=own[0] or shortened(iri),
        title=titles[0] if titles else "",
        types=tuple(sorted(map(value, forward.get(RDF.type, ())), key=_order)),
        whole=next((one for one in wholes if one.iri), None),
        passages=tuple(_passages(store, iri, forward)),
        outgoing=properties(forward),
        incoming=properties(backward),
    )


def _order(value: Value) -> tuple[Any, ...]:
    """As people count: OP2 before OP10."""
    return tuple(
        int(part) if part.isdecimal() else part for part in re.split(r"([0-9]{1,9})", value.text)
    ), value.iri


def _grouped(rows: Iterable[tuple[Any, Any]]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for predicate, value in rows:
        found.setdefault(predicate.value, []).append(value)
    return {one: sorted(values, key=str) for one, values in found.items()}


def _labels(store: Store, things: set[NamedNode]) -> dict[str, tuple[str, str]]:
    """What things are called, and some words of each."""
    names: dict[str, tuple[int, str]] = {}
    hints: dict[str, tuple[int, str]] = {}
    for path in ("skos:prefLabel", "rdfs:label"):
        for x, value in _each(store, path, things):
            language = value.language or ""
            _keep(names, x, (0 if language == "en" else 1 if not language else 5, value.value))
    for x, value in _each(store, "dcterms:identifier", things):
        _keep(names, x, (9, value.value))
    for rank, path in enumerate(("dcterms:title", "og:text", "og:action/og:text")):
        for x, value in _each(store, path, things):
            _keep(hints, x, (rank, value.value))
    return {
        iri: (names.get(iri, (0, ""))[1], _shortened(hints.get(iri, (0, ""))[1])) for iri in {*names, *hints}
    }


def _each(store: Store, path: str, things: Iterable[NamedNode], back: str = "") -> Iterator[tuple[str, Any]]:
    """What each of many things leads to by a property.

    One property at a time, and as an OPTIONAL: so Oxigraph looks up one thing after another, where it
    else begins with all that have the property.

    Args:
        store: Where to look.
        path: The property.
        things: What to look for.
        back: ``^`` for what leads to each of them.
    """
    listed = " ".join(sorted(str(one) for one in things))
    sparql = f"SELECT ?x ?value {{ VALUES ?x {{ {listed} }} OPTIONAL {{ ?x {back}{path} ?value }} }}"
    for x, value in store.select(sparql):
        if value is not None:
            yield x.value, value


def _keep(found: dict[str, tuple[int, str]], iri: str, row: tuple[int, str]) -> None:
    found[iri] = min(found.get(iri, row), row)


def _shortened(words: str) -> str:
    if len(words) <= _HINT:
        return words
    return f"{words[:_HINT].rpartition(' ')[0] or words[:_HINT]} …"


_PARAGRAPHS = """
SELECT ?label ?paragraph ?text ?position ?x
WHERE {
  GRAPH ?x { ?paragraph a og:Paragraph ; og:label ?label ; og:text ?text ; og:position ?position }
}
ORDER BY ?position
"""
_WORDS = """
SELECT ?label ?paragraph ?text ?x
WHERE {
  { ?x og:text ?text . OPTIONAL { ?x og:inParagraph ?paragraph . ?paragraph og:label ?label } }
  UNION
  { ?x og:action ?content . ?content og:text ?text ; og:inParagraph ?paragraph . ?paragraph og:label ?label }
}
"""


def _passages(store: Store, iri: str, forward: dict[str, list[Any]]) -> Iterator[Passage]:
    """The words of a document, of a paragraph with its items, or of what was read."""
    if OG.Paragraph in {term.value for term in forward.get(RDF.type, ())}:
        yield from _items(store, iri)
        return
    sparql = _PARAGRAPHS if OG.fullText in forward else _WORDS
    seen = set()
    for label, paragraph, text, *_ in store.select(sparql, {"x": _node(iri)}):
        passage = Passage(
            label.value if label is not None else "",
            paragraph.value if paragraph is not None else "",
            text.value,
        )
        if passage not in seen:
            seen.add(passage)
            yield passage


def _items(store: Store, iri: str) -> Iterator[Passage]:
    """A paragraph, its items and theirs, in the order of reading."""
    found: dict[str, NamedNode] = {}
    level = {iri: _node(iri)}
    while level:
        found.update(level)
        below = _each(store, "og:parent", level.values(), "^")
        level = {value.value: value for _, value in below if value.value not in found}
    labels, texts, positions = (
        {x: value.value for x, value in _each(store, path, found.values())}
        for path in ("og:label", "og:text", "og:position")
    )
    for one in sorted(found, key=lambda x: int(positions.get(x, 0))):
        if one in texts:
            yield Passage(labels.get(one, ""), one, texts[one])
