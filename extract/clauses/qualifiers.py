"""Qualifiers: phrases that limit a duty ("as appropriate", "within their existing mandates")."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from ..lexicon import load_rows
from ..model import Qualifier, Span
from .words import is_infinitive, words

_WORD_LENGTH = 40  # more than any word that decides
_BREAKS = frozenset(",;:()")
_AFTER_BREAK = frozenset({"and", "or"})
_NOT_AFTER = frozenset(
    {
        "including",
        "also",
        "particularly",
        "especially",
        "even",
        "notably",
        "particular",
        "act",
        "acting",
        "strictly",
        "is",
        "are",
        "be",
    }
)


class Extent(StrEnum):
    """Where the words of a qualifier end."""

    FIXED = "fixed"
    PHRASE = "phrase"


@dataclass(frozen=True, slots=True)
class QualifierRule:
    """A row of ``data/qualifiers.toml``."""

    id: str
    pattern: str
    extent: Extent
    examples: tuple[str, ...]
    after: str = ""


@cache
def qualifier_rules() -> tuple[QualifierRule, ...]:
    """The rules in the order of the file.

    Raises:
        LexiconError: When the table breaks its rules.
    """
    return load_rows("qualifiers.toml", "qualifiers", QualifierRule)


@cache
def _pattern() -> tuple[re.Pattern[str], tuple[QualifierRule, ...]]:
    rules = qualifier_rules()
    parts = "|".join(f"(?P<r{number}>{rule.pattern})" for number, rule in enumerate(rules))
    return re.compile(rf"\b(?:{parts})(?!\w)", re.IGNORECASE), rules


def find_qualifiers(text: str, span: Span) -> tuple[Qualifier, ...]:
    """The qualifiers in the words at ``span``, in order, none inside another.

    Args:
        text: ``Document.text``.
        span: A paragraph's own words, or part of them.

    Returns:
        Qualifiers with absolute spans.
    """
    pattern, rules = _pattern()
    found = []
    end = span.start
    for match in pattern.finditer(text, span.start, span.end):
        if match.start() < end:
            continue
        rule = rules[int(str(match.lastgroup)[1:])]
        before = text[max(span.start, match.start() - _WORD_LENGTH) : match.start()].rsplit(None, 1)
        last = before[-1].lower() if before else ""
        if last in _NOT_AFTER:
            continue
        if rule.after == "break" and last and not (last[-1] in _BREAKS or last in _AFTER_BREAK):
            continue
        stop = match.end() if rule.extent is Extent.FIXED else _phrase_end(text, match.end(), span.end)
        found.append(_qualifier(text, match.start(), stop))
        end = stop
    return tuple(found)


def _qualifier(text: str, start: int, stop: int) -> Qualifier:
    words_ = text[start:stop].rstrip(" ,;:.")
    return Qualifier(Span(start, start + len(words_)), words_)


def _phrase_end(text: str, start: int, limit: int) -> int:
    """Where a phrase ends: at a comma, semicolon, colon, bracket's end or an infinitive."""
    sequence = words(text, Span(start, limit))
    depth = 0
    for place, word in enumerate(sequence):
        if word.text == "(":
            depth += 1
        elif word.text == ")":
            depth -= 1
            if depth < 0:
                return word.start
        elif depth == 0 and word.text in _BREAKS:
            return word.start
        elif depth == 0 and place and is_infinitive(sequence, place):
            before = sequence[place - 1]
            return before.start if before.lower == "and" else word.start
    return limit


def within(found: tuple[Qualifier, ...], span: Span) -> tuple[Qualifier, ...]:
    """Those of ``found`` (sorted by place) that stand in ``span``."""
    first = bisect_left(found, span.start, key=lambda q: q.span.start)
    result = []
    for qualifier in found[first:]:
        if qualifier.span.start >= span.end:
            break
        if qualifier.span in span:
            result.append(qualifier)
    return tuple(result)
