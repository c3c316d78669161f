"""Asking a store in tests: answers as text, the head first."""

from __future__ import annotations

from obligraph.graph.store import Store
from obligraph.queries.formats import shown
from obligraph.queries.library import Query, named, parse
from obligraph.queries.run import Answer, Table, run


def ask(store: Store, name: str, **given: str) -> list[tuple[str, ...]]:
    """The answer of a named query, its head first."""
    return texts(run(store, named(name), given))


def texts(answer: Answer) -> list[tuple[str, ...]]:
    """The rows as people read them, the head first."""
    assert isinstance(answer, Table)
    return [answer.columns, *(tuple(shown(cell) for cell in row) for row in answer.rows)]


def own(text: str) -> Query:
    """A query of the user's own."""
    return parse("-", text)
