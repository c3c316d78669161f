"""A calendar (RFC 5545) of what is due, what is to be reported again and again, and what ends.

An entry is made of a time of an act, not of each obligation that hangs on it: forty States that are to
report by one day are one entry. All entries take whole days.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any, BinaryIO

from ... import __version__
from . import records
from .documents import read_documents
from .formats import Wanted
from .names import Names, key

if TYPE_CHECKING:
    from ..store import Store

_INTERVAL = re.compile(r"P(\d{1,4})([DWMY])")
_FREQUENCIES = {"D": "DAILY", "W": "WEEKLY", "M": "MONTHLY", "Y": "YEARLY"}
_UNDATED = date(1970, 1, 1)
_LENGTH = 80  # characters of an action in a heading


def write_ics(store: Store, file: BinaryIO, what: Wanted) -> None:
    """Writes the calendar; what is only reported from other texts is not in it.

    A recurrence counts from the day that the act names as its start, else from adoption: the first
    entry is one interval after that. It has an end only if the act names one.

    Args:
        store: The store.
        file: Where to.
        what: Which documents.

    Raises:
        UsageError: A document that is not in the store.
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", f"-//obligraph//obligraph {__version__}//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", "What resolutions set a time for")
    head, end = calendar.to_ical().split(b"END:VCALENDAR")
    names = Names.of(store)
    file.write(head)
    for document in read_documents(store, what.documents):
        for event in _events(document, names):
            file.write(event.to_ical())
    file.write(b"END:VCALENDAR" + end)


def _events(document: records.Document, names: Names) -> Iterator[Any]:
    """The entries of a document, in the order of its acts."""
    bound: dict[str, list[records.Obligation]] = {}
    for obligation in document.obligations:
        for time in obligation.times:
            bound.setdefault(time.iri, []).append(obligation)
    entry = _Entry(document, names)
    for act in document.acts:
        if act.reported:
            continue
        start = next((time.day for time in act.of("time") if time.kind == "start" and time.day), None)
        for time in act.of("time"):
            duties = bound.get(time.iri, [])
            if time.due:
                yield entry.event(act, time, duties, "due", time.due)
            if time.kind == "recurrence":
                yield from entry.recurring(act, time, duties, start)
            elif time.until:
                yield entry.event(act, time, duties, "ends", time.until)


class _Entry:
    """Makes entries of the times of a document."""

    def __init__(self, document: records.Document, names: Names) -> None:
        self._document = document
        self._names = names
        self._clauses = document.clauses()

    def event(
        self, act: records.Act, time: records.Part, duties: list[records.Obligation], what: str, day: date
    ) -> Any:
        """An entry on a day."""
        from icalendar import Event

        document, names = self._document, self._names
        who = list(dict.fromkeys(names.actor(one.bearer) for one in duties)) or list(
            dict.fromkeys(names.actor(actor) for part in act.of("addressee") for actor in part.things)
        )
        actions = list(dict.fromkeys(one.action.text for one in duties)) or [
            part.text for part in act.of("content")
        ]
        paragraph = self._clauses.get(duties[0].paragraph if duties else act.paragraph)
        place = " ".join(filter(None, (document.symbol, paragraph.label if paragraph else "")))
        heading = {"due": "Due", "recurs": "Report", "ends": "Ends"}[what]
        modality = ", ".join(dict.fromkeys(one.modality for one in duties))
        clause = "\n".join(filter(None, (paragraph.text, paragraph.wrap_up))) if paragraph else act.text
        lines = (
            f"Who: {', '.join(who)}" if who else "",
            f"Asked by: {names.actor(act.issuer)}, {act.verb} ({act.force})",
            f"Modality: {modality}" if modality else "",
            f"When: {time.text}",
            f"Clause: {clause}",
            f"Source: {place} {document.link}".rstrip(),
        )
        event = Event()
        event.add("uid", f"{key(time.iri)}/{what}@obligraph")
        event.add("dtstamp", datetime.combine(document.date or _UNDATED, datetime.min.time(), UTC))
        event.add("dtstart", day)
        event.add("dtend", day + timedelta(days=1))
        event.add("summary", f"{heading}: {_short(who)}{_cut(actions[0] if actions else act.text)} ({place})")
        event.add("description", "\n".join(filter(None, lines)))
        event.add("categories", [act.force, {"due": "deadline", "recurs": "recurrence", "ends": "end"}[what]])
        event.add("status", "TENTATIVE" if document.kind == "draft" else "CONFIRMED")
        event.add("transp", "TRANSPARENT")
        if document.link:
            event.add("url", document.link)
        return event

    def recurring(
        self, act: records.Act, time: records.Part, duties: list[records.Obligation], start: date | None
    ) -> Iterator[Any]:
        """An entry that recurs; none if how often, or from when, is not known."""
        found = _INTERVAL.fullmatch(time.iso)
        anchor = start or time.day or self._document.date
        if found is None or anchor is None or not int(found[1]):
            return
        interval, unit = int(found[1]), found[2]
        first = _after(anchor, interval, unit) if start is None and time.day is None else anchor
        rule: dict[str, Any] = {"freq": _FREQUENCIES[unit], "interval": interval}
        if unit in "MY" and first.day > 28:
            # RFC 5545 skips months that lack the day; the last day that there is, is what is meant.
            rule["bymonthday"] = list(range(28, first.day + 1))
            rule["bysetpos"] = -1
            if unit == "Y":
                rule["bymonth"] = first.month
        until = time.until or max((one.until for one in duties if one.until), default=None)
        if until is not None:
            if until < first:
                return
            rule["until"] = until
        event = self.event(act, time, duties, "recurs", first)
        event.add("rrule", rule)
        yield event


def _after(day: date, count: int, unit: str) -> date:
    """The day so many days, weeks, months or years after another; at most the last of its month."""
    if unit in "DW":
        return day + timedelta(days=count * (7 if unit == "W" else 1))
    months = day.year * 12 + day.month - 1 + count * (12 if unit == "Y" else 1)
    year, month = divmod(months, 12)
    following = date(year + (month == 11), (month + 1) % 12 + 1, 1)
    return date(year, month + 1, min(day.day, (following - timedelta(days=1)).day))


def _short(who: list[str]) -> str:
    """The first of those who are to do something, and how many more."""
    if not who:
        return ""
    more = f" and {len(who) - 1} more" if len(who) > 1 else ""
    return f"{who[0]}{more}: "


def _cut(text: str) -> str:
    """A text's beginning, to the end of a word."""
    if len(text) <= _LENGTH:
        return text
    return text[:_LENGTH].rpartition(" ")[0] + " …"
