"""What a store is given with a query, and what it answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Protocol, TypeAlias

from pyoxigraph import BlankNode, Literal, NamedNode, QueryBoolean, Triple, Variable

Term: TypeAlias = NamedNode | BlankNode | Literal | Triple
Substitutions: TypeAlias = Mapping[str, Term] | Mapping[Variable, Term]


class Row(Protocol):
    """A row of an answer. Which kind of term a cell holds, who wrote the query knows."""

    def __getitem__(self, key: Any, /) -> Any:
        """The term of a column, by its number or the name of its variable; None where there is none."""

    def __iter__(self, /) -> Iterator[Any]:
        """The terms in the order of the columns."""

    def __len__(self, /) -> int:
        """How many columns there are."""


class Solutions(Protocol):
    """The answer to a SELECT: the columns, and the rows, which come once."""

    @property
    def variables(self) -> Sequence[Variable]:
        """The columns, in order."""

    def __iter__(self) -> Iterator[Row]:
        """The rows that have not come yet."""


Result: TypeAlias = Solutions | QueryBoolean | Iterable[Triple]
"""What answers a SELECT; an ASK; a CONSTRUCT or DESCRIBE."""
