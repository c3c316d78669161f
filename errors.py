"""The expected errors of obligraph: one root, one line each, an exit status each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


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


class LexiconError(ObligraphError):
    """A row of a data file that breaks the rules of its table: a fault of ours, so status 4."""

    status = 4


class UsageError(ObligraphError):
    """A command line that asks for something that is not on offer."""

    status = 2


class WrongNameError(QueryError, UsageError):
    """A name or a value that nothing has: of a query, a parameter, a document, an actor, a view.

    Who types one has used the command wrongly, whichever command it is.
    """


#: What a store is asked for by name, with the remedy where no name is like the one that was given.
_OF_A_STORE = {
    "document": "build its text into the store",
    "actor": "the query actors-by-obligations lists them",
    "instrument": "the query instruments-cited lists them",
}


def no_such(
    what: str, name: str, like: Sequence[str] = (), *, of: str = "", otherwise: str = ""
) -> WrongNameError:
    """The complaint about a name that nothing has, in the same words wherever it is given.

    Args:
        what: What was to have the name: ``view``, or of a store ``document``, ``actor``, ``instrument``.
        name: As the user wrote it.
        like: Names that are like it, as ``near`` finds them; the remedy asks for these.
        of: What has such names; needless for what is of a store.
        otherwise: The remedy where no name is like it; needless for what is of a store.
    """
    where = f" of {of}" if of else " in the store" if what in _OF_A_STORE else ""
    remedy = f"did you mean {' or '.join(like)}?" if like else otherwise or _OF_A_STORE.get(what, "")
    return WrongNameError(f"no {what} “{name}”{where}", remedy=remedy)


def near(name: str, names: Iterable[str]) -> list[str]:
    """Up to three names that are spelt like one, the nearest first.

    Args:
        name: What was written; case and spaces do not count.
        names: The names that there are.
    """
    from difflib import get_close_matches

    plain = {"".join(one.split()).casefold(): one for one in sorted(names)}
    return [plain[one] for one in get_close_matches("".join(name.split()).casefold(), list(plain), 3, 0.6)]
