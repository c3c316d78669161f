"""What tests put into stores, and look at inside those of this process."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pyoxigraph
from obligraph.extract.model import Reading
from obligraph.graph.build import nquads
from obligraph.graph.embedded import EmbeddedStore
from obligraph.graph.iri import document_iri
from obligraph.graph.store import Store
from obligraph.ontology.vocabulary import DATA, PREFIXES, THINGS

from .samples import SYMBOL, sample_reading


def quads(store: Store) -> pyoxigraph.Store:
    """The database of a store that is no server's."""
    assert isinstance(store, EmbeddedStore)
    return store.quads


def rows_of(answer: object) -> list[tuple[str, ...]]:
    """The rows of a SELECT, sorted, without the beginning that our IRIs share; "" stands for nothing."""
    assert isinstance(answer, pyoxigraph.QuerySolutions)
    return sorted(tuple("" if term is None else _value(term) for term in row) for row in answer)


def _value(term: object) -> str:
    assert not isinstance(term, pyoxigraph.Triple)
    return str(getattr(term, "value", "")).removeprefix(DATA)


def put(store: Store, *readings: Reading) -> None:
    """Puts readings into a store in one batch."""
    with store.batch() as changes:
        for one in readings:
            changes.put(one)


def without(found: Reading) -> Reading:
    """The document of a reading in which nothing was found."""
    return Reading(dataclasses.replace(found.document, sponsors=(), votes=(), subjects=(), draft=""))


def reading(symbol: str = SYMBOL, **names: str) -> Reading:
    """The sample under a symbol; ``names`` rename actors, by key with underscores."""
    found = sample_reading()
    new = {key.replace("_", "-"): name for key, name in names.items()}
    actors = tuple(dataclasses.replace(a, name=new.get(a.key, a.name)) for a in found.actors)
    document = dataclasses.replace(found.document, symbol=symbol)
    return dataclasses.replace(found, document=document, actors=actors)


def another(symbol: str = "S/RES/9002(2030)", title: str = "Other") -> Reading:
    """The sample under another symbol."""
    reading = sample_reading()
    document = dataclasses.replace(reading.document, symbol=symbol, title=title)
    return dataclasses.replace(reading, document=document)


def lines(opened: Store, document: str = document_iri(SYMBOL)) -> list[str]:
    """What the store has of a document, as ``nquads`` would make it."""
    own = [f"{triple} <{document}> .\n" for triple in opened.own_graph(document)]
    return sorted([*own, *(f"{triple} <{THINGS}> .\n" for triple in opened.shared([document]))])


def files(path: Path) -> dict[str, bytes]:
    """What stands in a store's folder, but for the database's diary."""
    return {
        str(file.relative_to(path)): file.read_bytes()
        for file in path.rglob("*")
        if not file.name.startswith("LOG") and file.is_file()
    }


def loaded(*readings: Reading) -> pyoxigraph.Store:
    """The graphs of readings, as a store that knows nothing of documents would load them."""
    found = pyoxigraph.Store()
    for one in readings:
        found.load("".join(nquads(one)).encode(), format=pyoxigraph.RdfFormat.N_QUADS)
    return found


def asked(of: pyoxigraph.Store | Reading, query: str) -> list[tuple[str, ...]]:
    """The rows of a SELECT over all graphs, of a reading as well, as ``rows_of`` gives them."""
    quads = loaded(of) if isinstance(of, Reading) else of
    return rows_of(quads.query(query, prefixes=dict(PREFIXES), use_default_graph_as_union=True))
