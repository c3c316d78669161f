"""The table of the forms of file, and which one a file's name means."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from ...errors import UsageError, no_such


@dataclass(frozen=True, slots=True)
class Format:
    """A form of file, or of a folder of files.

    Attributes:
        name: What the user calls it.
        suffixes: Ends of files' names that mean it.
        summary: One line for a help text.
        kind: ``rdf`` (the whole graph), ``documents`` (what was read in them), ``network`` (a view's
            nodes and edges) or ``page``.
        media_type: For a server; of each file where there are several.
        writer: The function that writes it, as ``module:name`` within this package. What it takes
            goes by the kind and the shape:

            - ``rdf`` and ``documents``: ``(store, file, Wanted)``, a file open for bytes;
            - ``network``: ``(graph, file)``, a file open for bytes;
            - ``page``: ``(store, start=…, facts=…) -> str``;
            - with the shape ``folder`` or ``each`` a ``Path`` stands in the place of the file: that of a
              new and empty folder.
        shape: ``file`` (one), ``folder`` (several of fixed names, or all of them in one ``.zip``) or
            ``each`` (a file for the one document that is asked for, else a folder, or a ``.zip``, of a
            file a document; the writer takes a folder and names each file by its document).
        extra: The extra of the package that installs the library it needs; empty for none.
    """

    name: str
    suffixes: tuple[str, ...]
    summary: str
    kind: str
    media_type: str
    writer: str
    shape: str = "file"
    extra: str = ""

    def function(self) -> Callable[..., Any]:
        """The writer, imported now.

        Raises:
            UsageError: The library that it needs is not installed.
        """
        module, _, name = self.writer.partition(":")
        try:
            found: Callable[..., Any] = getattr(importlib.import_module(f".{module}", __package__), name)
        except ModuleNotFoundError as error:
            raise self.lacking(error) from error
        return found

    def lacking(self, error: ModuleNotFoundError) -> Exception:
        """What to say of a module that is missing: the extra that brings it, where there is one."""
        if not self.extra:
            return error
        return UsageError(
            f"{self.name} needs {error.name}, which is not installed",
            remedy=f"pip install 'obligraph[{self.extra}]'",
        )


@dataclass(frozen=True, slots=True)
class Wanted:
    """What of a store is to be written.

    Attributes:
        format: Name of the format.
        documents: Symbols; none for all.
        ontology: Whether a format of RDF holds the ontology and its concept schemes too.
    """

    format: str
    documents: tuple[str, ...] = ()
    ontology: bool = False


_RDF = "rdf:write_rdf"
_ROWS = (
    Format("turtle", (".ttl",), "RDF, one graph, for reading", "rdf", "text/turtle", _RDF),
    Format("trig", (".trig",), "RDF, a named graph a document", "rdf", "application/trig", _RDF),
    Format("ntriples", (".nt",), "RDF, one graph, a line a triple", "rdf", "application/n-triples", _RDF),
    Format(
        "nquads", (".nq",), "RDF, a named graph a document, a line a quad", "rdf", "application/n-quads", _RDF
    ),
    Format(
        "jsonld", (".jsonld",), "RDF as JSON, a named graph a document", "rdf", "application/ld+json", _RDF
    ),
    Format("rdfxml", (".rdf", ".owl"), "RDF as XML, one graph", "rdf", "application/rdf+xml", _RDF),
    Format(
        "csvw",
        (".csvw",),
        "tables as CSV, with a description of them (folder or .zip)",
        "documents",
        "text/csv",
        "tables:write_csv",
        "folder",
    ),
    Format(
        "parquet",
        (".parquet",),
        "tables as Parquet (folder or .zip)",
        "documents",
        "application/vnd.apache.parquet",
        "tables:write_parquet",
        "folder",
        "tables",
    ),
    Format(
        "xlsx",
        (".xlsx",),
        "a workbook of obligations and acts",
        "documents",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "xlsx:write_xlsx",
        extra="files",
    ),
    Format(
        "ics",
        (".ics",),
        "a calendar of deadlines, recurring reports and ends of mandates",
        "documents",
        "text/calendar",
        "ics:write_ics",
        extra="files",
    ),
    Format(
        "akn",
        (".akn", ".akn.xml"),
        "AKN4UN XML with actors, times and citations marked (a file a document)",
        "documents",
        "application/akn+xml",
        "akn:write_akn",
        "each",
    ),
    Format(
        "markdown",
        (".md",),
        "a digest to read: who is to do what by when (a file a document)",
        "documents",
        "text/markdown",
        "markdown:write_markdown",
        "each",
    ),
    Format(
        "bibtex",
        (".bib",),
        "BibTeX, to cite the documents",
        "documents",
        "application/x-bibtex",
        "bibtex:write_bibtex",
        extra="files",
    ),
    Format(
        "graphml",
        (".graphml",),
        "nodes and edges, for yEd, Gephi, igraph",
        "network",
        "application/xml",
        "network_xml:graphml",
    ),
    Format(
        "gexf",
        (".gexf",),
        "nodes and edges with their days, for Gephi",
        "network",
        "application/xml",
        "network_xml:gexf",
    ),
    Format(
        "json",
        (".json",),
        "nodes and edges, for NetworkX and D3",
        "network",
        "application/json",
        "network_json:node_link",
    ),
    Format(
        "cytoscape",
        (".cyjs",),
        "nodes and edges, for Cytoscape",
        "network",
        "application/json",
        "network_json:cytoscape",
    ),
    Format(
        "dot", (".dot", ".gv"), "a network for Graphviz", "network", "text/vnd.graphviz", "network_text:dot"
    ),
    Format("pajek", (".net",), "a network for Pajek", "network", "text/plain", "network_text:pajek"),
    Format(
        "csv",
        (".csv",),
        "a row an edge, for a spreadsheet",
        "network",
        "text/csv",
        "network_text:edge_list",
    ),
    Format(
        "neo4j",
        (".neo4j",),
        "CSV for neo4j-admin import (folder or .zip)",
        "network",
        "text/csv",
        "network_neo4j:neo4j",
        "folder",
    ),
    Format(
        "cypher",
        (".cypher", ".cql"),
        "a script that merges a network into Neo4j",
        "network",
        "application/x-cypher-query",
        "network_neo4j:cypher",
    ),
    Format(
        "html",
        (".html", ".htm"),
        "a page to click in, with the words",
        "page",
        "text/html",
        ".explorer.page:explorer_page",
    ),
)

FORMATS: Mapping[str, Format] = MappingProxyType({row.name: row for row in _ROWS})
"""All formats by name, in the order of a help text."""


def format_of(where: str | Path, name: str, among: Sequence[str]) -> Format:
    """The format of a file.

    Args:
        where: The name of the file or folder; ``-`` is standard output.
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
        raise no_such("format", name, otherwise=f"use one of {', '.join(among)}")
    if str(where) == "-":
        raise UsageError("standard output has no name to tell the format by", remedy="name the format")
    lower = Path(where).name.lower().removesuffix(".zip")
    fitting = [
        (len(suffix), offer)
        for offer in offers
        for suffix in offer.suffixes
        if lower.endswith(suffix) and (offer.shape != "file" or not str(where).lower().endswith(".zip"))
    ]
    if fitting:  # the longest end says most: ".akn.xml" more than ".xml"
        return max(fitting, key=lambda found: found[0])[1]
    known = ", ".join(suffix for offer in offers for suffix in offer.suffixes)
    raise UsageError(
        "the file's name does not say its format", place=str(where), remedy=f"end it in one of {known}"
    )
