"""Times of clauses of our own, for the tests of times."""

from __future__ import annotations

from datetime import date

from obligraph.extract.model import Time
from obligraph.extract.times.find import times_of

from .documents import document

ADOPTED = date(2016, 12, 20)


def times(clause: str, adopted: date | None = ADOPTED) -> list[Time]:
    """The times of a text whose one paragraph is ``clause``."""
    return list(times_of(document({"OP1": clause}, adopted)))
