"""Writes the graph, and views of it, to files: the format by the file's name.

The tables ``FORMATS`` and ``views.VIEWS`` say what is on offer; the command line's choices and help
are made from them. Every file is written beside its place and moved there when it is whole, and the
same store gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from ...errors import UsageError, no_such
from ..views import VIEWS, View
from ..views.facts import Filters, Queryable
from .formats import FORMATS, Format, Wanted, format_of

if TYPE_CHECKING:
    from ..store import Store

__all__ = [
    "EXPORT",
    "FORMATS",
    "Format",
    "export",
    "export_formats",
    "format_of",
    "view_formats",
    "write_view",
]

EXPORT = "who-asks-whom"
"""The view that ``export`` writes where the format holds nodes and edges."""


def export_formats() -> tuple[str, ...]:
    """Names of the formats that ``export`` writes."""
    return tuple(row.name for row in FORMATS.values() if row.kind != "page")


def view_formats(view: str) -> tuple[str, ...]:
    """Names of the formats that a view can be written in.

    Raises:
        UsageError: There is no such view.
    """
    return tuple(row.name for row in FORMATS.values() if row.kind in _view(view).kinds)


def export(
    store: Store,
    where: str | Path,
    *,
    format: str = "",
    documents: Iterable[str] = (),
    ontology: bool = False,
) -> None:
    """Writes the graph to a file, or to a folder of files.

    Args:
        store: The store.
        where: The file, or the folder where the format has several files (``.zip`` for all in one);
            ``-`` is standard output. It is replaced when the new one is whole.
        format: A name of ``export_formats()``; empty to go by the file's name.
        documents: Symbols; none for all documents.
        ontology: Whether a format of RDF holds the ontology and its concept schemes too.

    Raises:
        UsageError: An unknown format, the ontology in a format that is not RDF, a document that is not
            in the store, or a library that is not installed.
        OSError: The file cannot be written; what was there before is still there.
    """
    chosen = format_of(where, format, export_formats())
    if ontology and chosen.kind != "rdf":
        raise UsageError(f"{chosen.name} cannot hold the ontology", remedy="write RDF, such as .ttl or .trig")
    if chosen.kind == "network":
        write_view(store, EXPORT, where, format=chosen.name, documents=documents)
        return
    symbols = tuple(dict.fromkeys(documents))
    write = chosen.function()
    wanted = Wanted(chosen.name, symbols, ontology)
    alone = chosen.shape == "each" and _alone(chosen, store, symbols, where)
    _deliver(chosen, where, lambda place: write(store, place, wanted), alone)


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
    forces: Iterable[str] = (),
    actors: Iterable[str] = (),
    measures: bool = False,
) -> bool:
    """Writes a view to a file, or to a folder of files.

    Args:
        store: Anything that answers a SELECT over all documents' graphs.
        view: A key of ``views.VIEWS``.
        where: The file, or the folder where the format has several files (``.zip`` for all in one);
            ``-`` is standard output. It is replaced when the new one is whole.
        format: A name of ``view_formats(view)``; empty to go by the file's name.
        since: First day of adoption.
        until: Last day of adoption.
        verbs: Dictionary forms (``call upon``); none for all.
        documents: Symbols; none for all.
        forces: Of acts (``demand``); none for all.
        actors: Keys or names; none for all.
        measures: Whether nodes get the measures of ``views.measures`` as attributes.

    Returns:
        Whether there is anything in it: an act on a page, a node elsewhere.

    Raises:
        UsageError: An unknown view or format; measures on a page; a document, verb, force or actor that
            is unknown; or a library that is not installed.
        OSError: The file cannot be written; what was there before is still there.
    """
    shown = _view(view)
    chosen = format_of(where, format, view_formats(view))
    if measures and chosen.kind == "page":
        raise UsageError("a page has no measures", remedy="write a file of nodes and edges, such as .graphml")
    from ..views.load import load

    write = chosen.function()
    filters = Filters.of(
        since=since, until=until, verbs=verbs, documents=documents, forces=forces, actors=actors
    )
    if chosen.kind == "page":
        from ..explorer.load import NEEDS

        facts = load(store, filters, NEEDS)
        made: Any = write(store, start=shown.start, facts=facts)
        found = bool(facts.acts)
    else:
        made = shown.draw(load(store, filters, shown.needs))
        found = made.number_of_nodes() > 0
    if measures:
        from ..views.measures import measured

        made = measured(made)

    def deliver(place: Any) -> None:
        if chosen.kind == "page":
            place.write(made.encode("utf-8"))
        else:
            write(made, place)

    _deliver(chosen, where, deliver)
    return found


def _deliver(
    chosen: Format, where: str | Path, write: Callable[[IO[bytes] | Path], None], alone: bool = False
) -> None:
    """Has a file or a folder written, by the format's shape and the name that the user gave."""
    from .atomic import writing, writing_files

    try:
        if chosen.shape == "file":
            with writing(where) as file:
                write(file)
        else:
            with writing_files(where, alone=alone) as folder:
                write(folder)
    except ModuleNotFoundError as error:
        raise chosen.lacking(error) from error


def _alone(chosen: Format, store: Store, symbols: tuple[str, ...], where: str | Path) -> bool:
    """Whether one document is wanted, whose file may stand alone.

    Raises:
        UsageError: Several are, and the name is that of one file.
    """
    count = len(symbols) or len(store.documents())
    name = str(where)
    if count != 1 and name.lower().endswith(chosen.suffixes) and not Path(where).is_dir():
        raise UsageError(
            f"{count} documents are {count} files",
            place=name,
            remedy="name a folder (end it in /) or an archive (.zip), or one document with --document",
        )
    return count == 1


def _view(name: str) -> View:
    """A view by name, or a complaint that names those there are."""
    if name not in VIEWS:
        raise no_such("view", name, otherwise=f"use one of {', '.join(VIEWS)}")
    return VIEWS[name]
