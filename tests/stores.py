"""What tests put into stores, and look at inside those of this process."""

from __future__ import annotations

import dataclasses

import pyoxigraph
from obligraph.extract.model import Reading
from obligraph.graph.embedded import EmbeddedStore
from obligraph.graph.store import Store
from obligraph.ontology.vocabulary import DATA

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
