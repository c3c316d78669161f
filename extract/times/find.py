"""The times that limit an act: deadlines, recurrences, periods, starts.

The rules are rows of ``data/times.toml``. A date that only identifies something ("the letter dated
8 September 1978") matches none; one that lies before the adoption limits nothing any more and is
left out, and so are the facts of the preamble.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from ..document import Document, Span
from ..lexicon import load_rows
from ..model import Time, TimeKind
from .dates import COUNTED, MONTH, Day, Duration, date_pattern, duration_pattern, read_date, read_duration
from .ends import with_ends

if TYPE_CHECKING:
    from spacy.tokens import Doc

# A noun phrase that a time counts from; it ends at a comma, a clause or another preposition.
_EVENT = (
    r"(?P<event>(?:the |its )?(?:date of )?(?:the )?(?:adoption|passage) of (?:this|the present"
    r"|the) resolution(?!\w)|(?:(?! (?:and|or|to|that|which|shall|should|must|will|with|in|on|for|as"
    r"|unless|if|including|by|it|he|she|they"
    r"|thereafter|until|reports?|requests|has|have|an? )\b)[^,;.:()]){3,90})"
)
_ADOPTION = re.compile(
    r"\b(?:adoption|passage|date|approval) of (?:this|the|that|present|such|the present"
    r"|the date of) ?(?:date of )?"
    r"(?:\w+ of )?(?:this |the present |present )?resolution"
    r"|^(?:its |the )?adoption(?! of (?!this|the present))"
    r"|^now$|^the date of (?:its )?adoption|^(?:this|the present) resolution"
    r"|^(?:this mandate[’']s renewal|(?:the )?renewal of (?:this|the|its) mandate)"
)
_ANNUAL_BEFORE = re.compile(
    r"(?:\b(?:the|his|her|its|their|this|these|those|such|previous|latest)|[’']s)(?: (?!of )\w+){0,2} $"
)
_MORE_DATES = re.compile(
    r"(?:, (?:and )?| and )(?:then |again |subsequently )?(?:by |no later than |on |in )?(?:the )?"
    + date_pattern()
)
_WORD = re.compile(r"(?<![\w‑-])[A-Za-z]+|\d{1,3}(?![\d/])")
#: How far back the words that make an adjective definite ("the annual report") are looked for.
_LOOK_BACK = 90


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


@cache
def time_rules() -> tuple[TimeRule, ...]:
    """The rules, in the order of the file."""
    return load_rows("times.toml", "rule", TimeRule)


@cache
def _compiled() -> Mapping[str, tuple[tuple[TimeRule, re.Pattern[str]], ...]]:
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


def times_in(text: str, span: Span, adopted: date | None) -> Iterator[Time]:
    """The times in ``text`` at ``span``, in order and without overlaps.

    Args:
        text: The document's text.
        span: The words to look in.
        adopted: Day of adoption, from which durations count.
    """
    table = _compiled()
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
            if match and (best is None or match.end() > best[1].end()) and _led(rule, text, span, match):
                best = (rule, match)
        if best is None:
            continue
        time = _read(*best, text, span, adopted)
        reached = best[1].end() if time else word.end()
        if time is None:
            continue
        yield time
        if time.what is TimeKind.DEADLINE and time.due and time.iso and not time.iso.startswith("P"):
            for more in _further(text, time.span.end, span, adopted):
                reached = more.span.end
                yield more


def _led(rule: TimeRule, text: str, span: Span, match: re.Match[str]) -> bool:
    """Whether the words before a match are those that its rule asks for, and none that it forbids."""
    if not (rule.before or rule.unless):
        return True
    before = text[max(span.start, match.start() - _LOOK_BACK) : match.start()]
    if rule.unless and re.search(rule.unless, before):
        return False
    return not rule.before or re.search(rule.before, before) is not None


#: Words that a duration begins with; the rest of a number stands in its pattern.
_NUMBER_WORDS = frozenset((*COUNTED, "a"))


def _further(text: str, at: int, span: Span, adopted: date | None) -> Iterator[Time]:
    """The other dates of a list: "by 31 July 2010, 15 October 2010 and 15 December 2010"."""
    while match := _MORE_DATES.match(text, at, span.end):
        day = read_date(match["date"], adopted)
        if day is None or not re.search(MONTH, match["date"]) or (adopted and day.day < adopted):
            return
        where = Span(match.start("date"), match.end("date"))
        yield Time(TimeKind.DEADLINE, where, text[where.start : where.end], day.iso, due=day.day)
        at = match.end()


def _read(rule: TimeRule, match: re.Match[str], text: str, span: Span, adopted: date | None) -> Time | None:
    """The value of a match; None where it is no time that limits anything."""
    where = Span(match.start(), _without_tail(text, match.start(), match.end()))
    groups = match.groupdict()
    words = text[where.start : where.end]
    if rule.iso or (rule.what is TimeKind.RECURRENCE and not groups.get("unit")):
        before = text[max(span.start, where.start - _LOOK_BACK) : where.start]
        if rule.id.endswith("-report") and _ANNUAL_BEFORE.search(before):
            return None
        return Time(rule.what, where, words, rule.iso or None)
    duration = (
        read_duration(groups["number"], groups["unit"], working=bool(groups.get("working")))
        if groups.get("unit")
        else None
    )
    if duration is not None and duration.count == 0:
        return None
    given = groups.get("date")
    day = read_date(given, adopted) if given else None
    until_words = groups.get("until")
    until = read_date(until_words, adopted) if until_words else None
    if given and day is None and adopted is None and rule.id == "by-date" and re.search(MONTH, given):
        return Time(rule.what, where, words)  # "by 30 August" in a text that states no year
    if (given and day is None) or (until_words and until is None):
        return None
    event = (groups.get("event") or "").strip()
    if rule.what is TimeKind.RECURRENCE:
        return Time(rule.what, where, words, duration.iso if duration else None)
    if _past(until or day, adopted):
        return None
    if rule.what is TimeKind.PERIOD:
        return _period(where, words, duration, day, until, event, adopted)
    if rule.what is TimeKind.START:
        if duration is not None:
            return Time(
                rule.what,
                where,
                words,
                duration.iso,
                due=_from(duration, event, adopted),
                event=_named(event),
            )
        if day is None and event:
            begun = adopted.isoformat() if adopted and counts_from_adoption(event) else None
            return Time(rule.what, where, words, begun, event=_named(event))
        return Time(rule.what, where, words, day.iso, event=_named(event)) if day else None
    return _deadline(rule, where, words, duration, day, event, adopted)


def _without_tail(text: str, start: int, end: int) -> int:
    """Where the words end, without marks and prepositions that lead on to something else."""
    while True:
        shorter = end
        while shorter > start and text[shorter - 1] in " ,’'":
            shorter -= 1
        last = text.rfind(" ", start, shorter) + 1
        if last <= start or text[last:shorter].lower() not in {"of", "the", "from", "at", "a", "its"}:
            return shorter
        end = last


def _past(day: Day | None, adopted: date | None) -> bool:
    return day is not None and adopted is not None and day.day < adopted


def _deadline(
    rule: TimeRule,
    where: Span,
    words: str,
    duration: Duration | None,
    day: Day | None,
    event: str,
    adopted: date | None,
) -> Time | None:
    if duration is None:
        if day is not None:
            return Time(TimeKind.DEADLINE, where, words, day.iso, due=day.day)
        return Time(TimeKind.DEADLINE, where, words, event=words)
    if rule.id == "before-event":
        return Time(TimeKind.DEADLINE, where, words, duration.iso, event=f"before {event}")
    if day is not None:
        return Time(TimeKind.DEADLINE, where, words, duration.iso, due=duration.after(day.day))
    return Time(
        TimeKind.DEADLINE,
        where,
        words,
        duration.iso,
        due=_from(duration, event, adopted),
        event=_named(event),
    )


def _period(
    where: Span,
    words: str,
    duration: Duration | None,
    day: Day | None,
    until: Day | None,
    event: str,
    adopted: date | None,
) -> Time | None:
    if duration is None:
        if until is None:
            return Time(TimeKind.PERIOD, where, words, event=words) if event else None
        iso = f"{day.iso}/{until.iso}" if day else until.iso
        return Time(TimeKind.PERIOD, where, words, iso, until=until.day)
    if until is not None:
        return Time(TimeKind.PERIOD, where, words, duration.iso, until=until.day)
    if day is not None:
        return Time(TimeKind.PERIOD, where, words, duration.iso, until=duration.after(day.day))
    return Time(
        TimeKind.PERIOD,
        where,
        words,
        duration.iso,
        until=_from(duration, event, adopted),
        event=_named(event),
    )


def counts_from_adoption(event: str) -> bool:
    """Whether a time counts from the adoption: it names no event, or that one."""
    return not event or _ADOPTION.search(event) is not None


def _from(duration: Duration, event: str, adopted: date | None) -> date | None:
    """The day a duration after adoption; None where it counts from another event."""
    if adopted is None or not counts_from_adoption(event):
        return None
    return duration.after(adopted)


def _named(event: str) -> str:
    """The event, but for the adoption, which is what times count from anyway."""
    return "" if counts_from_adoption(event) else event
