"""Answers to queries, as bytes in the form that was agreed on. This is done by a worker."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..queries.formats import formatted
from ..queries.library import Query
from ..queries.run import TooMuch, Triples, run
from .negotiate import TABLES, TRIPLES, Form, choose, refuse

if TYPE_CHECKING:
    from ..graph.answers import Result, Substitutions
    from ..graph.dataset import Dataset
from ..graph.store import Store

#: Bytes of the longest answer, which the server holds in memory until it is sent.
_LONGEST = 256 * 2**20


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a client takes.

    Attributes:
        table: The form of the answer to a SELECT or an ASK; None where it takes none.
        triples: The form of the answer to a CONSTRUCT or DESCRIBE; None where it takes none.
        rows: How many rows or triples there may be.
    """

    table: Form | None
    triples: Form | None
    rows: int

    @classmethod
    def of(cls, accept: str | None, rows: int) -> Wanted:
        """From the header of a request.

        Raises:
            Problem: It takes nothing that is on offer.
        """
        table, triples = choose(accept, TABLES), choose(accept, TRIPLES)
        if table is None and triples is None:
            refuse((*TABLES, *TRIPLES))
        return cls(table, triples, rows)


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer: its bytes and what they are."""

    body: bytes
    content_type: str


class _Part:
    """A store of which only some graphs are asked."""

    def __init__(self, store: Store, dataset: Dataset) -> None:
        self._store = store
        self._dataset = dataset

    def query(
        self,
        sparql: str,
        substitutions: Substitutions | None = None,
        prefixes: Mapping[str, str] | None = None,
    ) -> Result:
        return self._store.query(sparql, substitutions, prefixes, self._dataset)


def answer_text(store: Store, text: str, dataset: Dataset | None, wanted: Wanted) -> Answered:
    """Answers SPARQL that a client has sent.

    Args:
        store: What to ask.
        text: The query.
        dataset: The graphs to ask; None for those that the query names, or all.
        wanted: The form of the answer.

    Raises:
        QueryError: The query does not parse, or does what is refused.
        Problem: The client takes no form of such an answer.
        TooMuch: The answer is too long.
    """
    query = Query("-", "", "", (), text)  # a header is of no meaning here
    return _answer(store if dataset is None else _Part(store, dataset), query, {}, wanted)


def answer_query(store: Store, query: Query, given: Mapping[str, str], wanted: Wanted) -> Answered:
    """Answers a named query.

    Args:
        store: What to ask.
        query: The query.
        given: Its parameters, as the user wrote them.
        wanted: The form of the answer.

    Raises:
        QueryError: A parameter is unknown, missing or ill-typed.
        Problem: The client takes no form of such an answer.
        TooMuch: The answer is too long.
    """
    return _answer(store, query, given, wanted)


def _answer(store: Store | _Part, query: Query, given: Mapping[str, str], wanted: Wanted) -> Answered:
    found = run(store, query, given, limit=wanted.rows)
    of_triples = isinstance(found, Triples)
    form = wanted.triples if of_triples else wanted.table
    if form is None:
        form = refuse(TRIPLES if of_triples else TABLES)
    body = formatted(found, form.kind).encode("utf-8", "replace")
    if len(body) > _LONGEST:
        raise TooMuch(f"the answer is longer than {_LONGEST} bytes", remedy="ask for less")
    return Answered(body, form.content_type)
