"""The rules that times are found by: rows of ``data/times.toml``, by the words that they start with."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from ..document import Span
from ..lexicon import load_rows
from ..model import TimeKind
from .dates import date_pattern, duration_pattern

# A noun phrase that a time counts from; it ends at a comma, a clause or another preposition.
_EVENT = (
    r"(?P<event>(?:the |its )?(?:date of )?(?:the )?(?:adoption|passage) of (?:this|the present"
    r"|the) resolution(?!\w)|(?:(?! (?:and|or|to|that|which|shall|should|must|will|with|in|on|for|as"
    r"|unless|if|including|by|it|he|she|they"
    r"|thereafter|until|reports?|requests|has|have|an? )\b)[^,;.:()]){3,90})"
)
#: How far back the words before a time are looked at: "the annual report".
LOOK_BACK = 90


@dataclass(frozen=True, slots=True)
class TimeRule:
    """A row of ``data/times.toml``; its header says what the fields are."""

    id: str
    what: TimeKind
    starts: tuple[str, ...]
    pattern: str
    examples: tuple[str, ...]
    iso: str = ""
    before: str = ""
    unless: str = ""


@cache
def time_rules() -> tuple[TimeRule, ...]:
    """The rules, in the order of the file."""
    return load_rows("times.toml", "rule", TimeRule)


@cache
def rules_by_start() -> Mapping[str, tuple[tuple[TimeRule, re.Pattern[str]], ...]]:
    """The rules by the words that they start with; under "#" those that start with a number."""
    table: dict[str, list[tuple[TimeRule, re.Pattern[str]]]] = {}
    for rule in time_rules():
        pattern = re.compile(_filled(rule.pattern), re.IGNORECASE)
        for start in rule.starts:
            table.setdefault(start, []).append((rule, pattern))
    return {start: tuple(rows) for start, rows in table.items()}


def _filled(pattern: str) -> str:
    return (
        pattern.replace("{duration}", duration_pattern())
        .replace("{date}", date_pattern())
        .replace("{until}", date_pattern("until"))
        .replace("{event}", _EVENT)
    )


def is_led(rule: TimeRule, text: str, span: Span, match: re.Match[str]) -> bool:
    """Whether the words before a match are those that its rule asks for, and none that it forbids."""
    if not (rule.before or rule.unless):
        return True
    before = text[max(span.start, match.start() - LOOK_BACK) : match.start()]
    if rule.unless and re.search(rule.unless, before):
        return False
    return not rule.before or re.search(rule.before, before) is not None
