"""Landmarks: what the components before this one found, as the clause grammar looks it up.

Names of actors hold their words together ("Bosnia and Herzegovina" is no list); a qualifier or a
time ends the phrase before it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Protocol, TypeVar

from ..document import Span
from .words import Word


class HasSpan(Protocol):
    """A value that stands somewhere in the text."""

    @property
    def span(self) -> Span:
        """Where it stands."""
        ...


Placed = TypeVar("Placed", bound=HasSpan)

_START = attrgetter("span.start")


@dataclass(frozen=True, slots=True)
class Landmarks:
    """Where a document names actors, and where its qualifiers and times start.

    Attributes:
        starts, ends: Of the names, in the order of the text; no name overlaps another.
        limits: Offsets at which a qualifier or a time starts.
    """

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    limits: frozenset[int]

    @classmethod
    def of(cls, names: Iterable[HasSpan], limits: Iterable[HasSpan] = ()) -> Landmarks:
        """Landmarks from what was found; of names that overlap, the first and longest is kept."""
        kept: list[Span] = []
        for span in sorted((name.span for name in names), key=lambda span: (span.start, -span.end)):
            if not kept or span.start >= kept[-1].end:
                kept.append(span)
        return cls(
            tuple(span.start for span in kept),
            tuple(span.end for span in kept),
            frozenset(limit.span.start for limit in limits),
        )

    def name_at(self, word: Word) -> Span | None:
        """The name that a word stands in."""
        place = bisect_right(self.starts, word.start) - 1
        if place >= 0 and self.ends[place] >= word.end:
            return Span(self.starts[place], self.ends[place])
        return None

    def named(self, word: Word) -> bool:
        """Whether a word stands in a name."""
        place = bisect_right(self.starts, word.start) - 1
        return place >= 0 and self.ends[place] >= word.end

    def continues_name(self, word: Word) -> bool:
        """Whether a word stands in a name that began before it."""
        place = bisect_left(self.starts, word.start) - 1
        return place >= 0 and self.ends[place] >= word.end

    def holds_name(self, span: Span) -> bool:
        """Whether a span shares a character with a name."""
        place = bisect_left(self.starts, span.end) - 1
        return place >= 0 and self.ends[place] > span.start

    def limits_at(self, word: Word) -> bool:
        """Whether a qualifier or a time starts with a word."""
        return word.start in self.limits


def within(found: Sequence[Placed], span: Span) -> tuple[Placed, ...]:
    """What stands inside a span.

    Args:
        found: Values sorted by the start of their spans.
        span: Where to look.

    Returns:
        Those whose span lies in ``span`` wholly, in the same order.
    """
    first = bisect_left(found, span.start, key=_START)
    last = bisect_left(found, span.end, lo=first, key=_START)
    return tuple(value for value in found[first:last] if value.span in span)
