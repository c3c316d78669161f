"""Qualifiers: phrases that limit a duty ("as appropriate", "within their existing mandates")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from ..document import Span
from ..lexicon import load_rows
from ..model import Qualifier
from .grammar import grammar
from .words import is_infinitive, words

#: Characters that hold any word that decides.
_WORD_LENGTH = 40
_BREAKS = frozenset(",;:()")


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
        rule = rules[int(str(match.lastgroup)[1:])]
        if match.start() < end or not _may_follow(rule, _word_before(text, match.start(), span.start)):
            continue
        end = match.end() if rule.extent is Extent.FIXED else _phrase_end(text, match.end(), span.end)
        found.append(_qualifier(text, match.start(), end))
    return tuple(found)


def _word_before(text: str, place: int, start: int) -> str:
    """The last word before a place, with the marks that print joins to it, in lower case."""
    before = text[max(start, place - _WORD_LENGTH) : place].split()
    return before[-1].lower() if before else ""


def _may_follow(rule: QualifierRule, before: str) -> bool:
    """Whether the words of a rule are a qualifier behind a given word."""
    if before in grammar().no_qualifier_after:
        return False
    if rule.after != "break" or not before:
        return True
    return before[-1] in _BREAKS or before in ("and", "or")


def _qualifier(text: str, start: int, stop: int) -> Qualifier:
    printed = text[start:stop].rstrip(" ,;:.")
    return Qualifier(Span(start, start + len(printed)), printed)


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
        elif depth == 0 and place and word.lower == "that" and sequence[place - 1].lower in ("and", "or"):
            return sequence[place - 1].start
        elif depth == 0 and place and is_infinitive(sequence, place):
            before = sequence[place - 1]
            return before.start if before.lower == "and" else word.start
    return limit
