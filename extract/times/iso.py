"""Times in ISO 8601: which values a time can have, and the days that they come to.

Values are a day, month or year (``2030-06-30``, ``2030-06``, ``2030``), a duration in whole numbers
(``P12M``, ``PT48H``) or, of a period, the dates that it begins and ends with (``2030-01-01/2030-06-30``).
"""

from __future__ import annotations

import calendar
import re
from dataclasses import replace
from datetime import date, timedelta

from ..model import Time, TimeKind
from .dates import add_months
from .values import counts_from_adoption

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
_DURATION = re.compile(
    r"P(?=.)(?:(\d{1,6})Y)?(?:(\d{1,6})M)?(?:(\d{1,6})W)?(?:(\d{1,6})D)?"
    r"(?:T(?=.)(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,6})S)?)?",
    re.ASCII,
)
_DAY_SECONDS = 24 * 60 * 60


def last_day(iso: str) -> date | None:
    """The last day of a day, a month or a year; None where ``iso`` is none of the calendar."""
    found = _DATE.fullmatch(iso)
    if found is None:
        return None
    year, month = int(found[1]), int(found[2] or 12)
    try:
        return date(year, month, int(found[3] or calendar.monthrange(year, month)[1]))
    except ValueError:
        return None


def is_duration(iso: str) -> bool:
    """Whether a text is an ISO 8601 duration in whole numbers."""
    return _DURATION.fullmatch(iso) is not None


def day_after(iso: str, day: date) -> date | None:
    """The day a duration after another one, part of a day being a whole one.

    Returns:
        The day; None where ``iso`` is no duration, or the day is past the calendar.
    """
    found = _DURATION.fullmatch(iso)
    if found is None:
        return None
    years, months, weeks, days, hours, minutes, seconds = (int(number or 0) for number in found.groups())
    parts = (hours * 60 + minutes) * 60 + seconds
    try:
        later = add_months(day, years * 12 + months)
        return later + timedelta(days=weeks * 7 + days - (-parts // _DAY_SECONDS))
    except (OverflowError, ValueError):
        return None


def iso_fault(what: TimeKind, iso: str) -> str:
    """Why a value is not one that a time of this kind can have; empty where it can.

    A time of any kind can do without a value, which is the empty text.
    """
    if not iso:
        return ""
    first, slash, last = iso.partition("/")
    if slash:
        if what is not TimeKind.PERIOD:
            return f"“{iso}” is two dates, which only a period has"
        begin, end = last_day(first), last_day(last)
        if begin is None or end is None or begin > end:
            return f"“{iso}” is no date and a later one in ISO 8601"
        return ""
    if what is TimeKind.RECURRENCE:
        return "" if is_duration(iso) else f"“{iso}” is no duration in ISO 8601, such as P6M"
    if is_duration(iso) or last_day(iso):
        return ""
    return f"“{iso}” is no date or duration in ISO 8601, such as 2030-06-30 or P90D"


def worked_out(time: Time, adopted: date | None) -> Time:
    """The time with the day that it is due or ends, as its value, event and adoption give it.

    Args:
        time: Days that it has already stay.
        adopted: Day of adoption, from which durations count unless an event is named.
    """
    iso = time.iso or ""
    from_adoption = adopted if counts_from_adoption(time.event) else None
    day = day_after(iso, from_adoption) if from_adoption and is_duration(iso) else None
    if time.what is TimeKind.PERIOD:
        return replace(time, until=time.until or day or last_day(iso.rpartition("/")[2]))
    if time.what is TimeKind.DEADLINE:
        return replace(time, due=time.due or day or last_day(iso))
    return replace(time, due=time.due or day) if time.what is TimeKind.START else time
