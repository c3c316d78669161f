"""The times that limit an act: deadlines, recurrences, periods, starts.

The rules are rows of ``data/times.toml``. A date that only identifies something ("the letter dated
8 September 1978") matches none; one that lies before the adoption limits nothing any more and is
left out, and so are the facts of the preamble.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from ..document import Document, Span
from ..model import Time, TimeKind
from .dates import COUNTED, MONTH, date_pattern, read_date
from .ends import with_ends
from .rules import TimeRule, is_led, rules_by_start
from .values import value_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

_MORE_DATES = re.compile(
    r"(?:, (?:and )?| and )(?:then |again |subsequently )?(?:by |no later than |on |in )?(?:the )?"
    + date_pattern()
)
_WORD = re.compile(r"(?<![\w‑-])[A-Za-z]+|\d{1,3}(?![\d/])")


def find_times(doc: Doc) -> tuple[Time, ...]:
    """The times in the operative paragraphs of a document.

    Args:
        doc: As ``tokens.make_doc`` gives it, with the document in ``user_data["document"]``.

    Returns:
        Times in reading order, without overlaps; their spans count in the document's text.
    """
    return times_of(doc.user_data["document"])


def times_of(document: Document) -> tuple[Time, ...]:
    """The times of a document; as ``find_times``, which needs no tokens."""
    found: list[Time] = []
    for paragraph in document.paragraphs:
        if paragraph.operative:
            for span in (paragraph.span, paragraph.wrap_up):
                if span is not None:
                    found.extend(times_in(document.text, span, document.adopted))
    return with_ends(document.text, found, document.adopted)


def times_in(text: str, span: Span, adopted: date | None) -> Iterator[Time]:
    """The times in ``text`` at ``span``, in order and without overlaps.

    Args:
        text: The document's text.
        span: The words to look in.
        adopted: Day of adoption, from which durations count.
    """
    table = rules_by_start()
    reached = span.start
    for word in _WORD.finditer(text, span.start, span.end):
        if word.start() < reached:
            continue
        first = word.group().lower()
        rules = table.get(first, ())
        if first[0].isdigit() or first in _NUMBER_WORDS:
            rules = (*rules, *table["#"])
        best: tuple[TimeRule, re.Match[str]] | None = None
        for rule, pattern in rules:
            match = pattern.match(text, word.start(), span.end)
            if match and (best is None or match.end() > best[1].end()) and is_led(rule, text, span, match):
                best = (rule, match)
        if best is None:
            continue
        time = value_of(*best, text, span, adopted)
        reached = best[1].end() if time else word.end()
        if time is None:
            continue
        yield time
        if time.what is TimeKind.DEADLINE and time.due and time.iso and not time.iso.startswith("P"):
            for more in _further(text, time.span.end, span, adopted):
                reached = more.span.end
                yield more


#: Words that a duration begins with; the rest of a number stands in its pattern.
_NUMBER_WORDS = frozenset((*COUNTED, "a"))


def _further(text: str, at: int, span: Span, adopted: date | None) -> Iterator[Time]:
    """The other dates of a list: "by 31 July 2010, 15 October 2010 and 15 December 2010"."""
    while match := _MORE_DATES.match(text, at, span.end):
        day = read_date(match["date"], adopted)
        if day is None or not re.search(MONTH, match["date"]) or (adopted and day.day < adopted):
            return
        where = Span(match.start("date"), match.end("date"))
        yield Time(TimeKind.DEADLINE, where, text[where.start : where.end], day.iso, due=day.due)
        at = match.end()
