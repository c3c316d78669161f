"""What a time that was found says: its length or its day, and the day by which it is over."""

from __future__ import annotations

import re
from datetime import date

from ..document import Span
from ..model import Time, TimeKind
from .dates import MONTH, Day, Duration, read_date, read_duration
from .rules import LOOK_BACK, TimeRule

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


def value_of(
    rule: TimeRule, match: re.Match[str], text: str, span: Span, adopted: date | None
) -> Time | None:
    """The value of a match; None where it is no time that limits anything."""
    where = Span(match.start(), _without_tail(text, match.start(), match.end()))
    groups = match.groupdict()
    words = text[where.start : where.end]
    if rule.iso or (rule.what is TimeKind.RECURRENCE and not groups.get("unit")):
        before = text[max(span.start, where.start - LOOK_BACK) : where.start]
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
    if rule.what is TimeKind.RECURRENCE:
        return Time(rule.what, where, words, duration.iso if duration else None)
    if _past(until or day, adopted):
        return None
    event = (groups.get("event") or "").strip()
    if duration is not None and until is None and rule.id != "before-event":
        return _lasting(rule.what, where, words, duration, day, event, adopted)
    if rule.what is TimeKind.PERIOD:
        return _period(where, words, duration, day, until, event)
    if rule.what is TimeKind.DEADLINE:
        return _deadline(where, words, duration, day, event)
    if day is not None:
        return Time(rule.what, where, words, day.iso)
    begun = adopted.isoformat() if adopted and counts_from_adoption(event) else None
    return Time(rule.what, where, words, begun, event=_named(event)) if event else None


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


def _lasting(
    what: TimeKind,
    where: Span,
    words: str,
    duration: Duration,
    day: Day | None,
    event: str,
    adopted: date | None,
) -> Time:
    """A time of some length that counts from a day, from the adoption or from an event."""
    if day is not None:
        over = duration.after(day.due) if day.due else None
    else:
        over = _from(duration, event, adopted)
    due, until = (None, over) if what is TimeKind.PERIOD else (over, None)
    return Time(what, where, words, duration.iso, due, until, _named(event))


def _deadline(where: Span, words: str, duration: Duration | None, day: Day | None, event: str) -> Time:
    """A day, an event, or a length before one."""
    if duration is not None:
        return Time(TimeKind.DEADLINE, where, words, duration.iso, event=f"before {event}")
    if day is not None:
        return Time(TimeKind.DEADLINE, where, words, day.iso, due=day.due)
    return Time(TimeKind.DEADLINE, where, words, event=words)


def _period(
    where: Span, words: str, duration: Duration | None, day: Day | None, until: Day | None, event: str
) -> Time | None:
    """A period to a day, or as long as something lasts."""
    if until is None:
        return Time(TimeKind.PERIOD, where, words, event=words) if event else None
    first = f"{day.iso}/" if day and duration is None else ""
    return Time(
        TimeKind.PERIOD, where, words, duration.iso if duration else first + until.iso, until=until.due
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
