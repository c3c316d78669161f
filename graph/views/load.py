"""Asks a store for what the views draw: the only module of the views that speaks SPARQL.

One simple query a kind of thing, joined here by IRI, is faster than one query with a dozen
OPTIONAL parts, whose rows multiply. What every node of a kind has is asked for without OPTIONAL, for
Oxigraph may answer such a part for all nodes there are before it joins them. Where the caller names
documents, each query runs once a document with ``?doc``, the document's graph, bound, which is why
it stands among the columns: others cannot be bound.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from difflib import get_close_matches
from typing import Any, TypeVar

from ...errors import UsageError
from ...ontology.vocabulary import concepts
from .facts import (
    ActFact,
    ActorFact,
    Address,
    DocumentFact,
    Facts,
    Filters,
    ObligationFact,
    ParagraphFact,
    Piece,
    Queryable,
    short,
    tail,
)

_T = TypeVar("_T")

_PREFIXES = """
PREFIX og: <https://w3id.org/obligraph/ontology#>
PREFIX eli: <http://data.europa.eu/eli/ontology#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX oa: <http://www.w3.org/ns/oa#>
"""
_ANCHOR = "?node og:anchor/oa:hasSelector ?selector . ?selector oa:start ?start ; oa:end ?end ."

_DOCUMENTS = """SELECT ?doc ?symbol ?title ?date ?class WHERE { GRAPH ?doc {
  ?doc dcterms:identifier ?symbol ; a ?class . FILTER(?class IN (og:Resolution, og:Statement, og:Draft))
  OPTIONAL { ?doc dcterms:title ?title } OPTIONAL { ?doc eli:date_document ?date } } }"""
_PARAGRAPHS = """SELECT ?doc ?node ?label ?position ?text ?start ?wrap ?wrapStart WHERE { GRAPH ?doc {
  ?node a og:Paragraph ; og:label ?label ; og:position ?position ; og:text ?text ; og:start ?start .
  OPTIONAL { ?node og:wrapUp ?wrap ; og:wrapUpStart ?wrapStart } } }"""
_ACTORS = """SELECT ?node ?name ?full ?kind ?known WHERE {
  ?node a og:Actor ; skos:prefLabel ?name ; og:actorKind ?kind ; og:known ?known .
  OPTIONAL { ?node og:fullName ?full } }"""
_ACTS = """SELECT ?doc ?node ?paragraph ?verb ?verbText ?force ?kind ?issuer ?text ?rule ?certainty
  ?start ?end WHERE { GRAPH ?doc {
  ?node a og:Act ; og:inParagraph ?paragraph ; og:verb ?verb ; og:verbText ?verbText ; og:force ?force ;
    og:issuer ?issuer ; og:text ?text ; og:illocution ?kind ; og:certainty ?certainty . %s
  OPTIONAL { ?node og:rule ?rule } } }"""
_DOUBTS = "SELECT ?doc ?node ?doubt WHERE { GRAPH ?doc { ?node a og:Act ; og:doubt ?doubt } }"
_TARGETS = "SELECT ?doc ?node ?actor WHERE { GRAPH ?doc { ?node a og:Act ; og:target ?actor } }"
_ADDRESSINGS = """SELECT ?doc ?act ?node ?actor ?via ?text ?certainty ?doubt ?start ?end WHERE { GRAPH ?doc {
  ?act a og:Act ; og:addressing ?node . ?node og:actor ?actor ; og:text ?text ; og:certainty ?certainty . %s
  OPTIONAL { ?node og:via ?via } OPTIONAL { ?node og:doubt ?doubt } } }"""
_PIECES: Mapping[str, str] = {
    "content": """SELECT ?doc ?act ?node ?class ?text ?paragraph ?start ?end WHERE { GRAPH ?doc {
  ?act a og:Act ; og:content ?node . ?node og:text ?text ; a ?class .
  FILTER(?class IN (og:Action, og:Proposition, og:Object)) ?node og:inParagraph ?paragraph . %s } }""",
    "time": """SELECT ?doc ?act ?node ?class ?text ?due ?until ?start ?end WHERE { GRAPH ?doc {
  ?act a og:Act ; og:time ?node . ?node og:text ?text ; a ?class .
  FILTER(?class IN (og:Deadline, og:Recurrence, og:Period, og:Start)) %s
  OPTIONAL { ?node og:due ?due } OPTIONAL { ?node og:until ?until } } }""",
    "target": """SELECT ?doc ?act ?node ?text ?start ?end WHERE { GRAPH ?doc {
  ?act a og:Act ; og:targeting ?node . ?node og:text ?text . %s } }""",
    "instrument": """SELECT ?doc ?act ?node ?text ?start ?end WHERE { GRAPH ?doc {
  ?act a og:Act ; og:citation ?node . ?node og:text ?text . %s } }""",
}
_OBLIGATIONS = """SELECT ?doc ?act ?node ?class ?bearer ?action ?text ?due ?until ?via WHERE { GRAPH ?doc {
  ?node og:arisesFrom ?act ; a ?class ; og:bearer ?bearer ; og:action ?action . ?action og:text ?text .
  FILTER(?class IN (og:Duty, og:Recommendation, og:Permission, og:Prohibition, og:Exemption))
  OPTIONAL { ?node og:due ?due } OPTIONAL { ?node og:until ?until } OPTIONAL { ?node og:via ?via } } }"""


def load(store: Queryable, filters: Filters | None = None) -> Facts:
    """Reads what the views draw.

    Args:
        store: Anything that answers a SELECT over all documents' graphs.
        filters: Which acts are wanted; None for all.

    Returns:
        The facts, in stable order.

    Raises:
        UsageError: A document that is asked for is not in the store.
    """
    wanted = filters or Filters()
    documents = {d.iri: d for d in sorted(_documents(store), key=_age)}
    _check(wanted.documents, {d.id for d in documents.values()})
    _check_verbs(wanted.verbs)
    documents = {iri: d for iri, d in documents.items() if _within(d, wanted)}
    bound = tuple(documents) if wanted.documents else None

    def ask(sparql: str) -> Iterator[Any]:
        return _ask(store, sparql, bound)

    paragraphs = {
        p.iri: p
        for p in (
            ParagraphFact(
                *(_s(r[1]), _s(r[0]), _s(r[2]), int(_s(r[3])), _s(r[4])), _int(r[5]), _s(r[6]), _int(r[7])
            )
            for r in ask(_PARAGRAPHS)
        )
        if p.document in documents
    }
    acts = [a for a in _acts(ask) if a.document in documents and (not wanted.verbs or a.act in wanted.verbs)]
    age = {iri: rank for rank, iri in enumerate(documents)}
    place = {iri: p.position for iri, p in paragraphs.items()}
    acts.sort(key=lambda a: (age[a.document], place.get(a.paragraph, -1), a.start, a.id))
    return Facts(documents, paragraphs, _actors(store), tuple(acts))


def _check(asked: frozenset[str], there: set[str]) -> None:
    """Refuses a symbol that no document of the store has."""
    for symbol in sorted(asked - there):
        raise UsageError(
            f"no document {symbol} in the store", remedy="build it first, or leave the filter out"
        )


def _check_verbs(asked: frozenset[str]) -> None:
    """Refuses a verb that the vocabulary lacks, with those that are spelt alike."""
    known = {concept.label for concept in concepts("verb").values()}
    for verb in sorted(asked - known):
        near = get_close_matches(verb, sorted(known), n=3)
        remedy = f"did you mean {' or '.join(near)}" if near else "see “obligraph query acts-by-verb”"
        raise UsageError(f"no verb {verb}", remedy=remedy)


def _within(document: DocumentFact, wanted: Filters) -> bool:
    """Whether a document passes the filters."""
    if wanted.documents and document.id not in wanted.documents:
        return False
    if wanted.since is None and wanted.until is None:
        return True
    day = document.date
    return day is not None and (wanted.since or day) <= day <= (wanted.until or day)


def _age(document: DocumentFact) -> tuple[date, str]:
    """Sorts by date, undated ones first, then by symbol."""
    return (document.date or date.min, document.id)


def _ask(store: Queryable, sparql: str, bound: tuple[str, ...] | None) -> Iterator[Any]:
    """The rows of a query, with ``?doc`` bound to each of the documents where some are named."""
    from pyoxigraph import NamedNode, Variable

    text = _PREFIXES + (sparql % _ANCHOR if "%s" in sparql else sparql)
    if bound is None:
        yield from store.query(text)
        return
    for iri in bound:
        yield from store.query(text, {Variable("doc"): NamedNode(iri)})


def _documents(store: Queryable) -> Iterator[DocumentFact]:
    """All documents that were read; an instrument that is only cited has no graph."""
    for iri, symbol, title, day, kind in store.query(_PREFIXES + _DOCUMENTS):
        when = date.fromisoformat(_s(day)) if day is not None else None
        yield DocumentFact(_s(iri), _s(symbol), _s(title), when, tail(_s(kind)).lower())


def _actors(store: Queryable) -> dict[str, ActorFact]:
    """All actors by IRI."""
    rows = sorted(tuple(map(_s, row)) for row in store.query(_PREFIXES + _ACTORS))
    return {
        iri: ActorFact(iri, tail(iri), name, full, tail(kind), known not in ("false", "0"))
        for iri, name, full, kind, known in rows
    }


def _acts(ask: Callable[[str], Iterator[Any]]) -> Iterator[ActFact]:
    """All acts with their parts."""
    doubts = _grouped((_s(r[1]), _s(r[2])) for r in ask(_DOUBTS))
    targets = _grouped((_s(r[1]), _s(r[2])) for r in ask(_TARGETS))
    addresses = _grouped(_addresses(ask))
    obligations = _grouped(_obligations(ask))
    pieces = {role: _grouped(_pieces(ask, role)) for role in _PIECES}
    verbs = {key: concept.label for key, concept in concepts("verb").items()}
    seen: set[str] = set()
    for row in ask(_ACTS):
        iri = _s(row[1])
        if iri in seen:
            continue
        seen.add(iri)
        yield ActFact(
            iri=iri,
            id=short(iri),
            document=_s(row[0]),
            paragraph=_s(row[2]),
            verb=_s(row[4]),
            act=verbs.get(tail(_s(row[3])), tail(_s(row[3])).replace("-", " ")),
            force=tail(_s(row[5])),
            kind=tail(_s(row[6])),
            issuer=_s(row[7]),
            text=_s(row[8]),
            rule=_s(row[9]),
            certainty=_float(row[10]),
            start=_int(row[11]),
            end=_int(row[12]),
            doubts=tuple(sorted(set(doubts.get(iri, ())))),
            targets=tuple(sorted(set(targets.get(iri, ())))),
            addresses=tuple(sorted(addresses.get(iri, ()), key=_address_order)),
            contents=tuple(sorted(pieces["content"].get(iri, ()), key=_piece_order)),
            times=tuple(sorted(pieces["time"].get(iri, ()), key=_piece_order)),
            blamed=tuple(sorted(pieces["target"].get(iri, ()), key=_piece_order)),
            instruments=tuple(sorted(pieces["instrument"].get(iri, ()), key=_piece_order)),
            obligations=tuple(sorted(obligations.get(iri, ()), key=lambda o: (len(o.id), o.id))),
        )


def _addresses(ask: Callable[[str], Iterator[Any]]) -> Iterator[tuple[str, Address]]:
    for row in ask(_ADDRESSINGS):
        _, act, _, actor, via, text, certainty, doubt, start, end = row
        piece = Piece("addressee", _s(text), "", _int(start), _int(end))
        yield _s(act), Address(_s(actor), _s(via), piece, _float(certainty), _s(doubt))


def _obligations(ask: Callable[[str], Iterator[Any]]) -> Iterator[tuple[str, ObligationFact]]:
    """Obligations by act. One with several deadlines has a row for each: the earliest is kept."""
    last = "9999-12-31"
    rows = sorted((tuple(map(_s, row)) for row in ask(_OBLIGATIONS)), key=lambda r: (r[2], r[7] or last))
    seen: set[str] = set()
    for _, act, iri, kind, bearer, action, text, due, until, via in rows:
        if iri not in seen:
            seen.add(iri)
            modality = tail(kind).lower()
            yield act, ObligationFact(iri, short(iri), act, modality, bearer, action, text, due, until, via)


def _pieces(ask: Callable[[str], Iterator[Any]], role: str) -> Iterator[tuple[str, Piece]]:
    for row in ask(_PIECES[role]):
        _, *parts, start, end = row
        cell = [_s(part) for part in parts]
        place = (_int(start), _int(end))
        if role == "content":
            yield cell[0], Piece(tail(cell[2]).lower(), cell[3], cell[4], *place)
        elif role == "time":
            kind = tail(cell[2]).lower()
            yield cell[0], Piece("time", cell[3], "", *place, kind, cell[4], cell[5])
        else:
            yield cell[0], Piece(role, cell[2], "", *place)


def _grouped(pairs: Iterable[tuple[str, _T]]) -> dict[str, list[_T]]:
    """Values by key. What is stated in two graphs comes once: equal values are dropped."""
    found: defaultdict[str, dict[_T, None]] = defaultdict(dict)
    for key, value in pairs:
        found[key][value] = None
    return {key: list(values) for key, values in found.items()}


def _address_order(address: Address) -> tuple[int, str, str]:
    return (address.piece.start, address.actor, address.via)


def _piece_order(piece: Piece) -> tuple[str, int, str, str]:
    return (piece.paragraph, piece.start, piece.text, piece.role)


def _s(term: Any) -> str:
    """A term's value; empty for what is not bound."""
    return "" if term is None else str(term.value)


def _int(term: Any) -> int:
    return -1 if term is None else int(term.value)


def _float(term: Any) -> float:
    return 1.0 if term is None else float(term.value)
