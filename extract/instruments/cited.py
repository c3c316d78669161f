"""Words that cite: where they stand, and what they name."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ..model import Instrument


@dataclass(frozen=True, slots=True)
class Cited:
    """Words that cite one or more instruments. ``own`` are paragraphs of the document itself.

    ``certainty`` and ``doubt`` are those of the ``Citation`` that it becomes.
    """

    start: int
    end: int
    instruments: tuple[Instrument, ...]
    own: bool = False
    bare: bool = False
    certainty: float = 1.0
    doubt: str = ""

    def doubted(self, certainty: float, doubt: str) -> Cited:
        """The same, less certain."""
        return replace(self, certainty=certainty, doubt=doubt)

    @classmethod
    def whole(cls, start: int, end: int, key: str, kind: str, *, bare: bool = False) -> Cited:
        """Words that cite one whole instrument."""
        return cls(start, end, (Instrument(key, kind),), bare=bare)

    @property
    def key(self) -> str:
        """The key of the whole instrument that the first one is, or belongs to."""
        return self.instruments[0].whole or self.instruments[0].key
