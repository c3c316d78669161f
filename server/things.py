"""What the store says of one thing, in both directions, for its page. This is done by a worker."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
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
    PREFIXES,
    PROV,
    RDF,
    SKOS,
    XSD,
    declared,
)
from ..queries.run import TooMuch
from .borrowed import label_of
from .thing_labels import each_value, labels_of
from .thing_values import Passage, Property, Thing, Value

if TYPE_CHECKING:
    from pyoxigraph import NamedNode, Triple

    from ..graph.store import Store

#: How many values of one property a page shows, and how many things one property leads from.
SHOWN = 50
#: Incoming statements that are looked through as they come; beyond, property by property.
_FEW = 1000
#: How the store keeps which document describes what: of no use to who reads about a thing.
_BOOKKEEPING = frozenset({OG.describes, OG.thing})
#: What is said of a thing in another place than the table.
_ELSEWHERE = _BOOKKEEPING | {OG.fullText, OG.text, OG.wrapUp, OG.known, RDF.type}
#: What the heading and the line below it are taken from.
_NAMES = frozenset({SKOS.prefLabel, f"{PREFIXES['rdfs']}label", DCTERMS.title, OG.fullName})
_SAFE = re.compile(r"[A-Za-z0-9._~()*'!$&+,;=:@%/-]+")


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
    backward = {one: values for one, values in backward.items() if one not in _BOOKKEEPING}
    named: set[Any] = {_node(iri)}
    for group in (forward, backward):
        named.update(_node(one) for one in group)
        named.update(value for values in group.values() for value in values[:SHOWN])
    labels = labels_of(store, {one for one in named if isinstance(one, NamedNode)})
    own = labels.get(iri, ("", ""))

    def value(term: Any) -> Value:
        if isinstance(term, Literal):
            yes_or_no = {"true": "yes", "false": "no"} if term.datatype.value == XSD.boolean else {}
            return Value(yes_or_no.get(term.value, term.value))
        label, hint = labels.get(term.value, ("", ""))
        return Value(label or label_of(term.value), term.value, hint)

    def properties(group: dict[str, list[Any]]) -> tuple[Property, ...]:
        found = [
            Property(
                one,
                labels.get(one, ("", ""))[0] or label_of(one, inward=group is backward),
                tuple(sorted(map(value, values[:SHOWN]), key=_order)),
                len(values) > SHOWN,
            )
            for one, values in group.items()
        ]
        return tuple(sorted(found, key=lambda one: (one.label.casefold(), one.iri)))

    label = own[0] or label_of(iri)
    titles = [term.value for one in (DCTERMS.title, OG.fullName) for term in forward.get(one, ())]
    title = titles[0] if titles else ""
    wholes = [value(term) for one in (OG.inDocument, ELI.is_part_of) for term in forward.get(one, ())]
    return Thing(
        iri=iri,
        label=label,
        title=title,
        types=tuple(sorted(map(value, forward.get(RDF.type, ())), key=_order)),
        unlisted="false" in {term.value for term in forward.get(OG.known, ())},
        whole=next((one for one in wholes if one.iri), None),
        passages=tuple(_passages(store, iri, forward)),
        outgoing=properties(_told(forward, {label, title})),
        incoming=properties(backward),
    )


def _told(forward: dict[str, list[Any]], heading: set[str]) -> dict[str, list[Any]]:
    """What is said of a thing, without what the page says in another place.

    Args:
        forward: All that is said of it.
        heading: The names at the top of the page. Others, as in other languages, are told.
    """
    found = {one: values for one, values in forward.items() if one not in _ELSEWHERE}
    for one in _NAMES & found.keys():
        found[one] = [term for term in found[one] if term.value not in heading]
    return {one: values for one, values in found.items() if values}


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
        below = each_value(store, "og:parent", level.values(), "^")
        level = {value.value: value for _, value in below if value.value not in found}
    labels, texts, positions = (
        {x: value.value for x, value in each_value(store, path, found.values())}
        for path in ("og:label", "og:text", "og:position")
    )
    for one in sorted(found, key=lambda x: int(positions.get(x, 0))):
        if one in texts:
            yield Passage(labels.get(one, ""), one, texts[one])
