"""Which document cites what, and to what use."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Unpack

from .attributes import Wanted, facts_for
from .facts import CitationFact, Facts, InstrumentFact, Queryable, short, tail

if TYPE_CHECKING:
    from .attributes import Plain


def citations(store: Queryable, *, provisions: bool = False, **wanted: Unpack[Wanted]) -> Plain:
    """Which document cites what: an edge from each document to each instrument that it cites.

    What a document says of its own paragraphs is left out.

    Args:
        store: Anything that answers a SELECT over all documents' graphs.
        provisions: Whether cited paragraphs and articles are nodes of their own. By default the
            instrument is drawn that they belong to.
        **wanted: As ``attributes.Wanted`` says. Where they choose among acts, only what these acts
            cite is drawn.

    Returns:
        A graph whose nodes are IRIs without their base (``S/RES/2331(2016)``,
        ``instrument/rome-statute``), with

        - ``name`` (symbol or title), ``kind`` (``resolution``, ``treaty``, …), ``title`` (empty where
          unknown), ``read`` (whether its text is in the store), ``iri``,
        - ``date``: of adoption (date), absent where it is not known,

        and whose edges have

        - ``weight``: number of places in acts that cite it; 1 where it is only mentioned,
        - ``uses``: to what use (``recalls``, ``pursuant-to``, …), sorted; empty where it is only mentioned,
        - ``provisions``: which parts of it, sorted, where these are no nodes,
        - ``acts``: ids of the acts that cite it, sorted,
        - ``date``: of the citing document (date), absent where it states none.

    Raises:
        UsageError: A document, verb, force or actor that is asked for is unknown.
    """
    return citing(facts_for(store, "citations", **wanted), provisions=provisions)


def citing(facts: Facts, *, provisions: bool = False) -> Plain:
    """The graph of ``citations`` from facts that are loaded already."""
    import networkx as nx

    graph: Plain = nx.DiGraph(name="Citations", relation="cites")
    pairs: dict[tuple[str, str], list[CitationFact]] = {}
    for one in facts.citations:
        whole = _whole(facts, one.instrument)
        if whole != one.document:
            cited = one.instrument if provisions else whole
            pairs.setdefault((one.document, cited), []).append(one)
    nodes = {iri for pair in pairs for iri in pair}
    for iri in sorted(nodes, key=short):
        graph.add_node(short(iri), **_node(facts, iri))
    for source, target in sorted(pairs, key=lambda pair: (short(pair[0]), short(pair[1]))):
        graph.add_edge(short(source), short(target), **_edge(facts, source, target, pairs[source, target]))
    return graph


def _edge(facts: Facts, source: str, target: str, found: list[CitationFact]) -> dict[str, Any]:
    in_acts = [one for one in found if one.act]
    day = facts.documents[source].date
    return {
        "weight": max(1, len(in_acts)),
        "uses": tuple(sorted({one.use for one in in_acts if one.use})),
        "provisions": tuple(sorted({_name(facts, f.instrument) for f in found if f.instrument != target})),
        "acts": tuple(sorted({short(one.act) for one in in_acts})),
        **({"date": day} if day else {}),
    }


def _node(facts: Facts, iri: str) -> dict[str, Any]:
    one = facts.instruments.get(iri) or InstrumentFact(iri, short(iri), tail(iri), "unknown", "")
    words = {"name": one.name, "kind": one.kind, "title": one.title, "read": one.read, "iri": iri}
    return {**words, **({"date": one.date} if one.date else {})}


def _name(facts: Facts, iri: str) -> str:
    return facts.instruments[iri].name if iri in facts.instruments else short(iri)


def _whole(facts: Facts, iri: str) -> str:
    """The instrument that a provision belongs to, however deep it lies; else the instrument itself."""
    seen = {iri}
    while iri in facts.instruments and (whole := facts.instruments[iri].whole) and whole not in seen:
        iri = whole
        seen.add(iri)
    return iri
