"""Writes the graph, and views of it, to files: the format by the file's name.

The tables ``FORMATS`` and ``views.VIEWS`` say what is on offer; the command line's choices and help
are made from them. Every file is written beside its place and moved there when it is whole, and the
same store gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from ...errors import UsageError
from ..views import VIEWS, View
from ..views.facts import Filters, Queryable

if TYPE_CHECKING:
    from ..store import Store


@dataclass(frozen=True, slots=True)
class Format:
    """A form of file.

    Attributes:
        name: What the user calls it.
        suffixes: Ends of files' names that mean it.
        summary: One line for a help text.
        kind: ``rdf`` (the whole graph), ``network`` (a view's nodes and edges) or ``page``.
        media_type: For a server.
    """

    name: str
    suffixes: tuple[str, ...]
    summary: str
    kind: str
    media_type: str


_ROWS = (
    Format("turtle", (".ttl",), "RDF, one graph, for reading", "rdf", "text/turtle"),
    Format("trig", (".trig",), "RDF, a named graph a document", "rdf", "application/trig"),
    Format("ntriples", (".nt",), "RDF, one graph, a line a triple", "rdf", "application/n-triples"),
    Format("nquads", (".nq",), "RDF, a named graph a document, a line a quad", "rdf", "application/n-quads"),
    Format("jsonld", (".jsonld",), "RDF as JSON, a named graph a document", "rdf", "application/ld+json"),
    Format("rdfxml", (".rdf", ".owl"), "RDF as XML, one graph", "rdf", "application/rdf+xml"),
    Format("graphml", (".graphml",), "nodes and edges, for yEd, Gephi, igraph", "network", "application/xml"),
    Format("gexf", (".gexf",), "nodes and edges, for Gephi", "network", "application/xml"),
    Format("json", (".json",), "nodes and edges, for NetworkX and D3", "network", "application/json"),
    Format("csv", (".csv",), "a row an edge, for a spreadsheet", "network", "text/csv"),
    Format("html", (".html", ".htm"), "a page to click in, with the words", "page", "text/html"),
)

FORMATS: Mapping[str, Format] = MappingProxyType({row.name: row for row in _ROWS})
"""All formats by name, in the order of a help text."""

EXPORT = "who-asks-whom"
"""The view that ``export`` writes where the format holds nodes and edges."""


def export_formats() -> tuple[str, ...]:
    """Names of the formats that ``export`` writes."""
    return tuple(row.name for row in _ROWS if row.kind != "page")


def view_formats(view: str) -> tuple[str, ...]:
    """Names of the formats that a view can be written in.

    Raises:
        UsageError: There is no such view.
    """
    return tuple(row.name for row in _ROWS if row.kind in _view(view).kinds)


def format_of(where: str | Path, name: str, among: Sequence[str]) -> Format:
    """The format of a file.

    Args:
        where: The file's name; ``-`` is standard output.
        name: The format's name; empty to go by the end of the file's name.
        among: Names of the formats on offer.

    Raises:
        UsageError: The name, or the end of the file's name, is none of those on offer.
    """
    offers = [FORMATS[one] for one in among]
    if name:
        for offer in offers:
            if offer.name == name:
                return offer
        raise UsageError(f"no format {name!r} here", remedy=f"use one of {', '.join(among)}")
    if str(where) == "-":
        raise UsageError("standard output has no name to tell the format by", remedy="name the format")
    lower = Path(where).name.lower()
    for offer in offers:
        if lower.endswith(offer.suffixes):
            return offer
    known = ", ".join(suffix for offer in offers for suffix in offer.suffixes)
    raise UsageError(
        "the file's name does not say its format", place=str(where), remedy=f"end it in one of {known}"
    )


def export(
    store: Store,
    where: str | Path,
    *,
    format: str = "",
    documents: Iterable[str] = (),
    ontology: bool = False,
) -> None:
    """Writes the graph to a file.

    Args:
        store: The store.
        where: The file; ``-`` is standard output. It is replaced when the new one is whole.
        format: A name of ``export_formats()``; empty to go by the file's name.
        documents: Symbols; none for all documents.
        ontology: Whether a format of RDF holds the ontology and its concept schemes too.

    Raises:
        UsageError: An unknown format, or a document that is not in the store.
        OSError: The file cannot be written; what was there before is still there.
    """
    chosen = format_of(where, format, export_formats())
    if chosen.kind == "network":
        write_view(store, EXPORT, where, format=chosen.name, documents=documents)
        return
    from .atomic import writing
    from .rdf import write_rdf

    symbols = tuple(documents)
    with writing(where) as file:
        write_rdf(store, file, chosen.name, symbols, ontology)


def write_view(
    store: Queryable,
    view: str,
    where: str | Path,
    *,
    format: str = "",
    since: date | None = None,
    until: date | None = None,
    verbs: Iterable[str] = (),
    documents: Iterable[str] = (),
) -> None:
    """Writes a view to a file.

    Args:
        store: Anything that answers a SELECT over all documents' graphs.
        view: A key of ``views.VIEWS``.
        where: The file; ``-`` is standard output. It is replaced when the new one is whole.
        format: A name of ``view_formats(view)``; empty to go by the file's name.
        since: First day of adoption.
        until: Last day of adoption.
        verbs: Dictionary forms (``call upon``); none for all.
        documents: Symbols; none for all.

    Raises:
        UsageError: An unknown view or format, or a document that is not in the store.
        OSError: The file cannot be written; what was there before is still there.
    """
    shown = _view(view)
    chosen = format_of(where, format, view_formats(view))
    from ..views.load import load
    from .atomic import writing

    facts = load(store, Filters.of(since=since, until=until, verbs=verbs, documents=documents))
    graph: Any = shown.draw(facts)
    if chosen.kind == "page":
        from ..views.page import page

        text = page(facts, graph)
    else:
        from .network import WRITERS

        text = WRITERS[chosen.name](graph)
    with writing(where) as file:
        file.write(text.encode("utf-8"))


def _view(name: str) -> View:
    """A view by name, or a complaint that names those there are."""
    if name not in VIEWS:
        raise UsageError(f"no view {name!r}", remedy=f"use one of {', '.join(VIEWS)}")
    return VIEWS[name]
