"""N-Quads as text, which a store loads several times faster than objects.

Values are written in the canonical form of their datatype, since a store gives them back so:
what is written and what is read again are the same quads.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from ..ontology.vocabulary import RDF, THINGS, XSD

_ESCAPES = {ord(c): f"\\u{ord(c):04X}" for c in map(chr, (*range(0x20), 0x7F))} | {
    ord('"'): '\\"',
    ord("\\"): "\\\\",
    ord("\b"): "\\b",
    ord("\t"): "\\t",
    ord("\n"): "\\n",
    ord("\f"): "\\f",
    ord("\r"): "\\r",
}
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_DURATION = re.compile(
    r"P(?=.)(?:(\d{1,6})Y)?(?:(\d{1,6})M)?(?:(\d{1,6})W)?(?:(\d{1,6})D)?"
    r"(?:T(?=.)(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,6})S)?)?"
)


def string(value: str) -> str:
    """A plain string."""
    return f'"{value.translate(_ESCAPES)}"'


def words(value: str, language: str) -> str:
    """Words in a language; ``und`` where its tag is none."""
    tag = language if _LANGUAGE.fullmatch(language) else "und"
    return f'"{value.translate(_ESCAPES)}"@{tag}'


def integer(value: int) -> str:
    """A whole number."""
    return f'"{value}"^^<{XSD.integer}>'


def boolean(value: bool) -> str:
    """A truth value."""
    return f'"{"true" if value else "false"}"^^<{XSD.boolean}>'


def decimal(value: float) -> str:
    """A number, to four places."""
    return f'"{f"{value:.4f}".rstrip("0").rstrip(".")}"^^<{XSD.decimal}>'


def day(value: date) -> str:
    """A day."""
    return f'"{value.isoformat()}"^^<{XSD.date}>'


def year(value: int) -> str:
    """A calendar year."""
    return f'"{value:04}"^^<{XSD.gYear}>'


def duration(iso: str) -> str | None:
    """A duration in canonical form: ``P12M`` is ``P1Y``, ``P2W`` is ``P14D``.

    Returns:
        The literal, or None where ``iso`` is no ISO 8601 duration in whole numbers.
    """
    found = _DURATION.fullmatch(iso)
    if found is None:
        return None
    years, months, weeks, days, hours, minutes, seconds = (int(n or 0) for n in found.groups())
    years, months = divmod(years * 12 + months, 12)
    minutes, seconds = divmod((hours * 60 + minutes) * 60 + seconds, 60)
    hours, minutes = divmod(minutes, 60)
    more, hours = divmod(hours, 24)
    days += weeks * 7 + more
    dates = "".join(f"{n}{unit}" for n, unit in ((years, "Y"), (months, "M"), (days, "D")) if n)
    times = "".join(f"{n}{unit}" for n, unit in ((hours, "H"), (minutes, "M"), (seconds, "S")) if n)
    if not dates and not times:
        times = "0S"
    return f'"P{dates}{"T" if times else ""}{times}"^^<{XSD.duration}>'


class Quads:
    """Collects the quads of a named graph, and of the shared one, as lines of N-Quads.

    Args:
        graph: IRI of the graph.
        language: Tag of the words of the document.

    Attributes:
        shared: The collector for what other documents may say in the same words: what an actor or
            an instrument is.
    """

    def __init__(self, graph: str, language: str) -> None:
        self._end = f" <{graph}> .\n"
        self._language = language
        self._lines: set[str] = set()
        self.shared: Quads = self if graph == THINGS else Quads(THINGS, language)

    def link(self, subject: str, predicate: str, target: str) -> None:
        """States that two things, by their IRIs, are so related."""
        self._lines.add(f"<{subject}> <{predicate}> <{target}>{self._end}")

    def value(self, subject: str, predicate: str, literal: str | None) -> None:
        """States a value, a literal of this module; None states nothing."""
        if literal is not None:
            self._lines.add(f"<{subject}> <{predicate}> {literal}{self._end}")

    def words(self, subject: str, predicate: str, text: str) -> None:
        """States words in the document's language; no words state nothing."""
        if text:
            self.value(subject, predicate, words(text, self._language))

    def string(self, subject: str, predicate: str, text: str) -> None:
        """States a plain string; an empty one states nothing."""
        if text:
            self.value(subject, predicate, string(text))

    def classes(self, subject: str, *classes: str) -> None:
        """States what a thing is."""
        for one in classes:
            self.link(subject, RDF.type, one)

    def lines(self, lines: Iterable[str]) -> None:
        """Takes lines of this graph that are finished, line feed and all."""
        self._lines.update(lines)

    def __iter__(self) -> Iterator[str]:
        """All lines, sorted; none of the shared graph that the named one states too."""
        own = {line.removesuffix(self._end) for line in self._lines}
        others = self.shared._lines if self.shared is not self else set()
        more = (line for line in others if line.removesuffix(self.shared._end) not in own)
        return iter(sorted((*self._lines, *more)))
