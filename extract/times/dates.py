"""Printed dates and durations: "15 June 1981" (scans make "IS June 1981" of it), "ninety days".

Months are added as lawyers count them: to the same day of a later month, and to its last day
where it has no such day (31 August + 6 months = 28 February).
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

MONTH_NAMES = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
MONTH = "(?:" + "|".join(MONTH_NAMES) + ")"
#: Letters and marks that scans put for digits in a date.
_DIGITS = str.maketrans("IlOoSB]|", "11005811")
_YEAR = r"[12Il][90Oo][\dIlOoS][\dIlOoS\]]"

_UNITS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18,
    "nineteen": 19,
}
_TENS = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
#: The words of numbers that need no hundred.
COUNTED = (*_UNITS, *_TENS)
_SMALL = "|".join(COUNTED)
_NUMBER = (
    r"\d{1,3}|(?:one|a) hundred(?: and (?:" + "|".join((*_TENS, *_UNITS)) + r"))?"
    r"|(?:" + "|".join(_TENS) + r")[- ](?:" + "|".join(list(_UNITS)[:9]) + r")|" + _SMALL + r"|an?"
)


def duration_pattern() -> str:
    """The regular expression of a duration, with groups ``number``, ``unit`` and ``working``."""
    return (
        r"(?P<number>" + _NUMBER + r")(?: ?\(\d{1,3}\))?[ ‑-](?P<working>(?:working|business) )?"
        r"(?:consecutive |calendar |full )?(?P<unit>hour|day|week|month|year)s?(?![\w])"
    )


#: Words that leave open when in a month or a year ("mid-August 2003", "the beginning of 2031").
_OPEN = r"(?:early|mid)[- ‑]|the (?:beginning|start|middle) of "
_RANKS = ("first", "second", "third", "fourth", "last")
_RANK = "|".join(_RANKS)


def date_pattern(name: str = "date") -> str:
    """The regular expression of a printed date, in a group ``name``; ``read_date`` reads it."""
    months = rf"(?:{MONTH}(?: {_YEAR})?|{_YEAR})"
    return (
        rf"(?P<{name}>[IlSO\d|\]]{{1,2}}(?:st|nd|rd|th)? {MONTH},?(?: {_YEAR}(?!\d))?"
        rf"|{MONTH},? \d{{1,2}},? {_YEAR}"
        rf"|(?:the )?end of (?:{MONTH} {_YEAR}|(?:the year )?{_YEAR}|{MONTH}|the year|this year|the month)"
        rf"|(?:{_OPEN}|late[- ‑]){months}|the (?:{_RANK}) (?:week|half) of {months}"
        rf"|the (?:{_RANK}) quarter of {_YEAR}"
        rf"|{MONTH} {_YEAR}|(?-i:{MONTH})(?![- ]\d)|(?:the year )?(?:19|20)\d\d(?![\d/(]| \())(?!\w)"
    )


_DAY = re.compile(rf"(?P<day>[IlSO\d|\]]{{1,2}})(?:st|nd|rd|th)? (?P<month>{MONTH}),?(?: (?P<year>{_YEAR}))?")
_AMERICAN = re.compile(rf"(?P<month>{MONTH}),? (?P<day>\d{{1,2}}),? (?P<year>{_YEAR})")
_END = re.compile(
    rf"(?:the )?end of (?:(?P<month>{MONTH})(?: (?P<year>{_YEAR}))?|(?:the year )?(?P<only>{_YEAR})"
    r"|(?P<this>the|this) (?P<what>year|month))"
)
_PART_OF = re.compile(
    rf"the (?P<rank>{_RANK}) (?P<part>week|half|quarter) of (?:(?P<month>{MONTH})(?: (?P<year>{_YEAR}))?"
    rf"|(?P<only>{_YEAR}))",
    re.IGNORECASE,
)
_MONTH_OF = re.compile(
    rf"(?:(?P<open>{_OPEN})|late[- ‑])?(?P<month>{MONTH})(?: (?P<year>{_YEAR}))?", re.IGNORECASE
)
_WHOLE_YEAR = re.compile(rf"(?:(?P<open>{_OPEN})|late[- ‑]|the year )?(?P<year>{_YEAR})", re.IGNORECASE)
#: How many months of a year its parts have, and how many parts there are.
_PARTS_OF_YEAR = {"half": (6, 2), "quarter": (3, 4)}
_MIDDLE_OF_MONTH = 15
_LONGEST_MONTHS = tuple(calendar.monthrange(2000, month)[1] for month in range(1, 13))


@dataclass(frozen=True, slots=True)
class Day:
    """A date as printed: ``iso`` as exact as the print ("2017-12"), ``day`` the last that it can be.

    ``open`` where the print tells no last day: "early 2031" is over some day before the end of 2031.
    """

    iso: str
    day: date
    open: bool = False

    @property
    def due(self) -> date | None:
        """The day by which what has this date is due; None where that is left open."""
        return None if self.open else self.day


def read_date(printed: str, adopted: date | None) -> Day | None:
    """Reads a printed date.

    Parts of a year end with their last month ("the first half of 2030" on 30 June, "the second quarter"
    too), weeks of a month on its 7th, 14th, 21st and 28th, its first half on the 15th, and whatever is
    the last with the month or the year. The beginning, the start and the middle of a month or a year,
    "early" and "mid" end on no day that could be told.

    Args:
        printed: What ``date_pattern`` matched.
        adopted: Day that a date without a year comes after.

    Returns:
        The date, or None where there is no such day, or no year to be had.
    """
    printed = printed.strip()
    try:
        if match := _AMERICAN.fullmatch(printed) or _DAY.fullmatch(printed):
            month = MONTH_NAMES.index(match["month"]) + 1
            number = _day_number(match["day"], month)
            if match["year"]:
                return _exact(date(_number(match["year"]), month, number))
            if adopted is None:
                return None
            day = date(adopted.year, month, number)
            return _exact(day if day >= adopted else date(adopted.year + 1, month, number))
        if match := _END.fullmatch(printed):
            return _end(match, adopted)
        if match := _MONTH_OF.fullmatch(printed):
            month = MONTH_NAMES.index(match["month"].capitalize()) + 1
            year = _number(match["year"]) if match["year"] else _next_year_of(month, adopted)
            if year is None:
                return None
            return Day(f"{year:04}-{month:02}", _last_of(year, month), bool(match["open"]))
        if match := _PART_OF.fullmatch(printed):
            return _part(match, adopted)
        if match := _WHOLE_YEAR.fullmatch(printed):
            year = _number(match["year"])
            return Day(f"{year:04}", date(year, 12, 31), bool(match["open"]))
    except ValueError:
        return None
    return None


def _day_number(printed: str, month: int) -> int:
    """The day of a month; "5S" is the 5th, as no month has 55 days: the scan put a letter behind it."""
    number = int(printed.translate(_DIGITS))
    if number > _LONGEST_MONTHS[month - 1] and printed[:1].isdigit() and not printed.isdigit():
        return int(printed[0])
    return number


def _next_year_of(month: int, adopted: date | None) -> int | None:
    """The year of the next such month, that of the adoption being one."""
    return adopted.year + (month < adopted.month) if adopted else None


def _exact(day: date) -> Day:
    return Day(day.isoformat(), day)


def _end(match: re.Match[str], adopted: date | None) -> Day | None:
    """The last day of a year or a month."""
    if match["only"]:
        return _exact(date(_number(match["only"]), 12, 31))
    if match["month"]:
        month = MONTH_NAMES.index(match["month"]) + 1
        if match["year"]:
            return _exact(_last_of(_number(match["year"]), month))
        if adopted is None:
            return None
        day = _last_of(adopted.year, month)
        return _exact(day if day >= adopted else _last_of(adopted.year + 1, month))
    if adopted is None:
        return None
    return _exact(
        date(adopted.year, 12, 31) if match["what"] == "year" else _last_of(adopted.year, adopted.month)
    )


def _part(match: re.Match[str], adopted: date | None) -> Day | None:
    """The last day of a week or a half of a month, or of a week, a half or a quarter of a year."""
    rank, part = _RANKS.index(match["rank"].lower()) + 1, match["part"].lower()
    last = rank == len(_RANKS)
    if match["month"]:
        month = MONTH_NAMES.index(match["month"].capitalize()) + 1
        year = _number(match["year"]) if match["year"] else _next_year_of(month, adopted)
        if year is None:
            return None
        if part == "week" and not last:
            return _exact(date(year, month, 7 * rank))
        return _exact(date(year, month, _MIDDLE_OF_MONTH) if rank == 1 else _last_of(year, month))
    year = _number(match["only"])
    if part == "week":
        return _exact(date(year, 12, 31) if last else date(year, 1, 7 * rank))
    months, parts = _PARTS_OF_YEAR[part]
    return _exact(_last_of(year, months * min(rank, parts)))


def _number(year: str) -> int:
    return int(year.translate(_DIGITS))


def _last_of(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time: ``iso`` is ``P12M``; ``working`` days are not counted by the calendar."""

    count: int
    unit: str
    working: bool = False

    @property
    def iso(self) -> str:
        """The ISO 8601 duration."""
        if self.unit == "hour":
            return f"PT{self.count}H"
        return f"P{self.count}{self.unit[0].upper()}"

    def after(self, day: date) -> date | None:
        """The day that is this long after ``day``; None for working days and past the calendar."""
        if self.working:
            return None
        try:
            if self.unit in {"month", "year"}:
                return add_months(day, self.count * (12 if self.unit == "year" else 1))
            days = self.count * 7 if self.unit == "week" else self.count
            return day + timedelta(days=-(-self.count // 24) if self.unit == "hour" else days)
        except (OverflowError, ValueError):
            return None


def read_duration(number: str, unit: str, *, working: bool = False) -> Duration:
    """Reads a duration from the groups of ``duration_pattern``."""
    return Duration(count_of(number), unit, working)


def count_of(words: str) -> int:
    """The number that words or figures say: "ninety", "one hundred and twenty", "12", "a"."""
    if words.isdigit():
        return int(words)
    total = 0
    for word in re.findall(r"[a-z]+", words.lower()):
        if word == "hundred":
            total = (total or 1) * 100
        elif word in {"a", "an"}:
            total = total or 1
        else:
            total += _UNITS.get(word, 0) + _TENS.get(word, 0)
    return total


def add_months(day: date, months: int) -> date:
    """The same day some months later, or the last day of that month where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))
