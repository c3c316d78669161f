"""Why a query found nothing: which of the given values is one too many."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from .library import Query
from .parameters import Store
from .run import Table, run


def reasons(store: Store, query: Query, given: Mapping[str, str]) -> Iterator[str]:
    """What to say of an answer without rows.

    Args:
        store: What was asked.
        query: What it was asked.
        given: Values of its parameters, as the user wrote them.

    Yields:
        A line for each optional parameter without which there would be something; or that there is
        nothing either way; or that the store is empty.
    """
    if not any(True for _ in store.query("SELECT ?x { GRAPH ?x { ?x a og:Instrument } } LIMIT 1")):
        yield "the store has no documents: build some into it"
        return
    optional = [one.name for one in query.parameters if not one.required and one.name in given]
    for name in optional:
        fewer = run(store, query, {key: value for key, value in given.items() if key != name})
        if isinstance(fewer, Table) and fewer.rows:
            yield f"nothing with {name}={given[name]}; without it there are {len(fewer.rows)} rows"
