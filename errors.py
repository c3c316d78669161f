"""The expected errors of obligraph: one root, one line each, an exit status each."""

from __future__ import annotations


class ObligraphError(Exception):
    """An error that a user can mend.

    The command line catches this class and nothing else, prints ``message`` (with the place
    and the remedy where they are known) on one line and ends with ``status``.

    Args:
        message: What is wrong, without a full stop.
        place: Where: a file's name, a line, a row's id.
        remedy: What to do about it, as an imperative clause.
    """

    status = 3

    def __init__(self, message: str, *, place: str = "", remedy: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.place = place
        self.remedy = remedy

    def __str__(self) -> str:
        place = f"{self.place}: " if self.place else ""
        remedy = f"; {self.remedy}" if self.remedy else ""
        return " ".join(f"{place}{self.message}{remedy}".split())


class InputError(ObligraphError):
    """A source that cannot be read: empty, binary, malformed, or no resolution."""


class StoreError(ObligraphError):
    """A store that is locked, damaged, full or not there."""


class QueryError(ObligraphError):
    """A query that does not parse, or a parameter that is unknown or ill-typed."""


class WrongNameError(QueryError):
    """A name or a value that nothing has: of a query, a parameter, a document, an actor.

    Who types one has used the command wrongly, whichever command it is.
    """

    status = 2


class LexiconError(ObligraphError):
    """A row of a data file that breaks the rules of its table: a fault of ours, so status 4."""

    status = 4


class UsageError(ObligraphError):
    """A command line that asks for something that is not on offer."""

    status = 2
