"""Days of times that hang on the end of a mandate or a period, or on a day, which the same document says.

"Decides to extend the mandate until 30 April 2031 … requests a report before the end of the mandate period":
the report is due by that day, as the last extension before it tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from ..model import Time, TimeKind
from .dates import Duration

#: An end that a document itself sets: of the mandate, or of "this period".
_MANDATE = re.compile(r"\b(?:mandated?|its expir\w+)\b", re.IGNORECASE)
_SAME_DAY = re.compile(r"\b(?:that|the same|the said|the above) (?:date|deadline|day|time)$", re.IGNORECASE)
_PERIOD = re.compile(r"\b(?:this|that|the same|the said) period\b", re.IGNORECASE)
#: What is said before the period that something is extended for.
_EXTENDING = re.compile(
    r"\b(?:mandates?|exten[ds]\w*|renew\w*|prolong\w*|establish\w*|authori[sz]\w*|stationing|remain\w*)\b",
    re.IGNORECASE,
)
_DURATION = re.compile(r"P(\d+)([DWMY])")
_UNITS = {"D": "day", "W": "week", "M": "month", "Y": "year"}
#: How far back from a period the words that extend something are looked for.
_LOOK_BACK = 300


def with_ends(text: str, found: Iterable[Time], adopted: date | None) -> tuple[Time, ...]:
    """The times with the days that the periods before them give.

    Args:
        text: ``Document.text``.
        found: The times of a document, in its order.
        adopted: Its day of adoption, before which nothing is due.

    Returns:
        As many times in the same order. Those that name the end of the mandate, or of "this period", have
        the day on which the last period before them ends that extends something, those that name "that
        date" the last day told; they keep the event.
    """
    extended: date | None = None
    ended: date | None = None
    told: date | None = None
    times = []
    for time in found:
        if told and time.event and _SAME_DAY.search(time.text):
            time = _on(time, told, adopted)
        elif time.what is TimeKind.PERIOD and time.until:
            ended = time.until
            if _EXTENDING.search(text, max(0, time.span.start - _LOOK_BACK), time.span.start):
                extended = time.until
        elif time.event and time.due is None:
            day = ended if _PERIOD.search(time.event) else extended if _MANDATE.search(time.event) else None
            time = _on(time, day, adopted) if day else time
        told = time.due or time.until or told
        times.append(time)
    return tuple(times)


def _on(time: Time, day: date, adopted: date | None) -> Time:
    """A time that hangs on an end, with its day."""
    if time.what is TimeKind.PERIOD:
        return replace(time, until=day)
    if time.what is not TimeKind.DEADLINE:
        return time
    if not time.iso:
        return replace(time, due=day)
    length = _DURATION.fullmatch(time.iso)
    if length is None or not time.event.startswith("before "):
        return time
    due = Duration(-int(length[1]), _UNITS[length[2]]).after(day)
    return time if due is None or (adopted and due < adopted) else replace(time, due=due)
