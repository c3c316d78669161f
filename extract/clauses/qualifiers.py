"""Qualifiers: phrases that limit a duty ("as appropriate", "within their existing mandates")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from ..acts.joints import sentence_ends
from ..document import Span
from ..lexicon import load_rows
from ..model import Qualifier
from .grammar import grammar
from .words import Word, is_infinitive, words

#: Characters that hold the words that decide before a qualifier.
_LOOK_BACK = 60
_BREAKS = frozenset(",;:()")
_AND = frozenset({"and", "or", "and/or"})
_OPEN = _AND | {"that"}
#: Most commas that set something off behind the first word of a clause.
_ASIDE = 2
_YEAR_DIGITS = 4
#: More characters than a qualifier has.
_LONGEST = 1000


class Extent(StrEnum):
    """Where the words of a qualifier end."""

    FIXED = "fixed"
    PHRASE = "phrase"
    CLAUSE = "clause"


@dataclass(frozen=True, slots=True)
class QualifierRule:
    """A row of ``data/qualifiers.toml``; its header says what the fields are."""

    id: str
    starts: tuple[str, ...]
    pattern: str
    extent: Extent
    examples: tuple[str, ...]
    after: str = ""
    unless: str = ""
    set_phrase: bool = False


@cache
def qualifier_rules() -> tuple[QualifierRule, ...]:
    """The rules in the order of the file.

    Raises:
        LexiconError: When the table breaks its rules.
    """
    return load_rows("qualifiers.toml", "qualifiers", QualifierRule)


@cache
def _first_words() -> re.Pattern[str]:
    """The words with which qualifiers begin."""
    starts = sorted({start for rule in qualifier_rules() for start in rule.starts})
    return re.compile(rf"\b(?:{'|'.join(starts)})\b", re.IGNORECASE)


@cache
def _patterns() -> Mapping[str, tuple[re.Pattern[str], tuple[QualifierRule, ...]]]:
    """The rules that begin with a word, as one pattern whose groups have the ranks of the rules."""
    table: dict[str, list[QualifierRule]] = {}
    for rule in qualifier_rules():
        for start in rule.starts:
            table.setdefault(start, []).append(rule)
    return {start: (_any_of(rules), tuple(rules)) for start, rules in table.items()}


def _any_of(rules: Sequence[QualifierRule]) -> re.Pattern[str]:
    parts = "|".join(f"(?P<r{number}>{rule.pattern})" for number, rule in enumerate(rules))
    return re.compile(rf"(?:{parts})(?!\w)", re.IGNORECASE)


def _matches(text: str, span: Span) -> Iterator[tuple[QualifierRule, re.Match[str]]]:
    """The places where the opening words of a rule stand, apart from each other; the first rule counts."""
    patterns = _patterns()
    reached = span.start
    for word in _first_words().finditer(text, span.start, span.end):
        pattern, rules = patterns[word.group().lower()]
        if word.start() >= reached and (match := pattern.match(text, word.start(), span.end)):
            reached = match.end()
            yield rules[int(str(match.lastgroup)[1:])], match


@cache
def _set_phrase() -> re.Pattern[str]:
    parts = "|".join(rule.pattern for rule in qualifier_rules() if rule.set_phrase)
    return re.compile(parts, re.IGNORECASE)


@cache
def _unless() -> dict[str, re.Pattern[str]]:
    return {rule.id: re.compile(rule.unless) for rule in qualifier_rules() if rule.unless}


def is_set_phrase(printed: str) -> bool:
    """Whether words limit even what is only stressed or welcomed ("as appropriate")."""
    return _set_phrase().fullmatch(printed) is not None


def find_qualifiers(text: str, span: Span) -> tuple[Qualifier, ...]:
    """The qualifiers in the words at ``span``, in order, none inside another.

    Args:
        text: ``Document.text``.
        span: A paragraph's own words, or part of them.

    Returns:
        Qualifiers with absolute spans.
    """
    found: list[Qualifier] = []
    reached = span.start
    running: tuple[int, int] | None = None  # a phrase's start, and the end of its opening words
    for rule, match in _matches(text, span):
        before = text[max(span.start, match.start() - _LOOK_BACK) : match.start()]
        if not _may_follow(rule, before):
            continue
        if match.start() < reached:
            stop = _parted(before, match.start(), running, rule)
            if stop is None:
                continue
            found[-1] = _qualifier(text, found[-1].span.start, stop)
        reached = _end(rule, text, match.end(), span.end)
        running = (match.start(), match.end()) if rule.extent is Extent.PHRASE else None
        found.append(_qualifier(text, match.start(), reached))
    return tuple(found)


def _parted(before: str, start: int, running: tuple[int, int] | None, rule: QualifierRule) -> int | None:
    """Where a phrase ends before another qualifier inside its words; None where that belongs to it.

    "In accordance with the law | and in consultation with the parties", "in cooperation with other
    panels | as appropriate", "up to that limit | if he so recommends"; but "in accordance with and with
    full respect for their functions".
    """
    if running is None:
        return None
    joint = before.split()[-1:] if before.endswith(" ") else []
    joined = bool(joint) and joint[0].lower() in _AND
    stop = start - len(before) + len(before.rstrip())
    if joined:
        stop -= len(joint[0])
    if stop <= running[1] + 1 or not (joined or rule.extent is not Extent.PHRASE):
        return None
    return stop


def _may_follow(rule: QualifierRule, before: str) -> bool:
    """Whether the words of a rule are a qualifier behind some words."""
    last = before.split()[-1:]
    word = last[0].lower() if last else ""
    if word in grammar().no_qualifier_after:
        return False
    if rule.unless and _unless()[rule.id].search(before):
        return False
    if rule.after != "break" or not word:
        return True
    return word[-1] in _BREAKS or word in _OPEN


def _qualifier(text: str, start: int, stop: int) -> Qualifier:
    printed = text[start:stop].rstrip(" \n,;:.")
    return Qualifier(Span(start, start + len(printed)), printed)


def _end(rule: QualifierRule, text: str, start: int, limit: int) -> int:
    """Where the words of a qualifier end whose first words end at ``start``."""
    if rule.extent is Extent.FIXED:
        return start
    stop = min(limit, start + _LONGEST)
    sequence = words(text, Span(start, stop))
    if stop < limit:  # the last word may be cut: "in accordance with the law … and the Secre|tary-General"
        stop = sequence.pop().start if sequence else stop
    end = _clause_end(sequence) if rule.extent is Extent.CLAUSE else _phrase_end(sequence)
    return stop if end is None else end


def _breaks(sequence: Sequence[Word]) -> list[int]:
    """The places of the marks that can end a phrase, none of them in a bracket that opens in it."""
    texts = [word.text for word in sequence]
    found: list[int] = []
    depth = 0
    for place, mark in enumerate(texts):
        if mark == "(":
            depth += 1
        elif mark == ")":
            depth -= 1
            if depth < 0:
                return [*found, place]
        elif depth:
            continue
        elif mark == ",":
            if not _between_numbers(texts, place):
                found.append(place)
        elif mark in _BREAKS or sentence_ends(texts, place, len(texts)):
            found.append(place)
    return found


def _between_numbers(texts: Sequence[str], place: int) -> bool:
    """Whether a comma stands in a number or a list of numbers: "22,126", "2139 (2014), 2165 (2014)"."""
    if not 0 < place < len(texts) - 1 or not texts[place + 1][:1].isdigit():
        return False
    listed = texts[place - 1] == ")" and texts[place + 2 : place + 3] == ["("]
    return listed or (texts[place - 1].isdigit() and len(texts[place - 1]) < _YEAR_DIGITS)


def _phrase_end(sequence: Sequence[Word]) -> int | None:
    """Where a phrase ends: at a comma, semicolon, colon, bracket's or sentence's end or an infinitive."""
    stop = next(iter(_breaks(sequence)), len(sequence))
    for place in range(1, stop):
        before = sequence[place - 1]
        if sequence[place].lower == "that" and before.lower in _AND:
            return before.start
        if is_infinitive(sequence, place):
            joining = 1 if before.lower in _AND else 2 * (before.lower == "order")
            return sequence[place - min(joining, place)].start
    return sequence[stop].start if stop < len(sequence) else None


def _clause_end(sequence: Sequence[Word]) -> int | None:
    """Where a clause ends: as a phrase, but with its infinitives and what is set off at its beginning."""
    breaks = _breaks(sequence)
    if breaks and breaks[0] == 0 and sequence[0].text == ",":
        breaks = breaks[_ASIDE:] if len(breaks) > 1 and sequence[breaks[1]].text == "," else breaks[1:]
    for place in range(1, breaks[0] if breaks else len(sequence)):
        if sequence[place].lower == "that" and sequence[place - 1].lower in _AND:
            return sequence[place - 1].start
    return sequence[breaks[0]].start if breaks else None
