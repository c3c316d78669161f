"""What things are called in the store. This is done by a worker."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pyoxigraph import NamedNode

    from ..graph.store import Store

#: Characters of the words that a value is shown with.
_HINT = 160


def labels_of(store: Store, things: set[NamedNode]) -> dict[str, tuple[str, str]]:
    """What things are called, and some words of each."""
    names: dict[str, tuple[int, str]] = {}
    hints: dict[str, tuple[int, str]] = {}
    for path in ("skos:prefLabel", "rdfs:label"):
        for x, value in each_value(store, path, things):
            language = value.language or ""
            _keep(names, x, (0 if language == "en" else 1 if not language else 5, value.value))
    for x, value in each_value(store, "dcterms:identifier", things):
        _keep(names, x, (9, value.value))
    for rank, path in enumerate(("dcterms:title", "og:text", "og:action/og:text")):
        for x, value in each_value(store, path, things):
            _keep(hints, x, (rank, value.value))
    return {
        iri: (names.get(iri, (0, ""))[1], _shortened(hints.get(iri, (0, ""))[1])) for iri in {*names, *hints}
    }


def each_value(
    store: Store, path: str, things: Iterable[NamedNode], back: str = ""
) -> Iterator[tuple[str, Any]]:
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
