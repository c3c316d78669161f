"""Printed dates and durations."""

from __future__ import annotations

import calendar
import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from obligraph.extract.times.dates import add_months, count_of, date_pattern, read_date, read_duration

ADOPTED = date(2016, 12, 20)


@pytest.mark.parametrize(
    ("printed", "iso", "day", "why"),
    [
        ("15 June 1981", "1981-06-15", date(1981, 6, 15), "the usual form"),
        ("IS June 1981", "1981-06-15", date(1981, 6, 15), "scans put letters for digits"),
        ("30 November 198]", "1981-11-30", date(1981, 11, 30), "and a bracket for a 1"),
        ("1st May 2017", "2017-05-01", date(2017, 5, 1), "an ordinal"),
        ("June 1, 2017", "2017-06-01", date(2017, 6, 1), "month first"),
        ("31 March", "2017-03-31", date(2017, 3, 31), "the next such day after adoption"),
        ("31 December", "2016-12-31", date(2016, 12, 31), "which may be this year's"),
        ("December 2017", "2017-12", date(2017, 12, 31), "as exact as the print"),
        ("2018", "2018", date(2018, 12, 31), "a year"),
        ("the end of 2018", "2018-12-31", date(2018, 12, 31), "its last day"),
        ("the end of the year 2018", "2018-12-31", date(2018, 12, 31), "not this one's"),
        ("the end of February 2020", "2020-02-29", date(2020, 2, 29), "a month's last day"),
        ("the end of the year", "2016-12-31", date(2016, 12, 31), "this year's"),
    ],
)
def test_a_date_is_read(printed: str, iso: str, day: date, why: str) -> None:
    found = read_date(printed, ADOPTED)
    assert found is not None, why
    assert (found.iso, found.day) == (iso, day), why


@pytest.mark.parametrize(
    ("printed", "iso", "due", "why"),
    [
        ("the first half of 2030", "2030-06-30", "2030-06-30", "six months"),
        ("the second half of 2030", "2030-12-31", "2030-12-31", "the rest of the year"),
        ("the last half of 2030", "2030-12-31", "2030-12-31", "by another word"),
        ("the first quarter of 2030", "2030-03-31", "2030-03-31", "three months"),
        ("the third quarter of 2030", "2030-09-30", "2030-09-30", "nine months"),
        ("the last quarter of 2030", "2030-12-31", "2030-12-31", "twelve"),
        ("the first week of July", "2017-07-07", "2017-07-07", "seven days of the next July"),
        ("the third week of July 2030", "2030-07-21", "2030-07-21", "three weeks"),
        ("the last week of February 2031", "2031-02-28", "2031-02-28", "the month's end"),
        ("the first half of February 2031", "2031-02-15", "2031-02-15", "to its middle"),
        ("the second half of February 2031", "2031-02-28", "2031-02-28", "to its end"),
        ("late 2031", "2031", "2031-12-31", "runs to the year's end"),
        ("early 2031", "2031", None, "no last day is told"),
        ("mid-August 2031", "2031-08", None, "nor here"),
        ("the beginning of 2031", "2031", None, "nor here"),
        ("the middle of March", "2017-03", None, "nor in a month"),
        ("the start of May 2031", "2031-05", None, "nor here"),
    ],
)
def test_parts_of_months_and_years_end_where_the_print_says_so(
    printed: str, iso: str, due: str | None, why: str
) -> None:
    match = re.fullmatch(date_pattern(), printed)
    assert match is not None and match["date"] == printed, why
    found = read_date(printed, ADOPTED)
    assert found is not None, why
    assert (found.iso, str(found.due) if found.due else None) == (iso, due), why


@pytest.mark.parametrize(
    ("printed", "adopted", "why"),
    [
        ("31 June 2017", ADOPTED, "there is no such day"),
        ("31 March", None, "no year to be had"),
        ("the end of the year", None, "nor here"),
        ("soon", ADOPTED, "no date"),
    ],
)
def test_what_is_no_date_gives_none(printed: str, adopted: date | None, why: str) -> None:
    assert read_date(printed, adopted) is None, why


@settings(deadline=None)
@given(st.dates(date(1946, 1, 1), date(2099, 12, 31)))
def test_a_printed_date_is_read_back(day: date) -> None:
    printed = f"{day.day} {calendar.month_name[day.month]} {day.year}"
    match = re.fullmatch(date_pattern(), printed)
    assert match is not None and match["date"] == printed
    found = read_date(printed, None)
    assert found is not None and (found.day, found.iso) == (day, day.isoformat())


@settings(deadline=None)
@given(st.dates(date(1946, 1, 1), date(2100, 12, 31)), st.integers(0, 60), st.integers(0, 60))
def test_months_add_up_and_keep_the_day_where_they_can(day: date, one: int, other: int) -> None:
    later = add_months(day, one)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == one
    assert later.day == min(day.day, calendar.monthrange(later.year, later.month)[1])
    if day.day <= 28:
        assert add_months(later, other) == add_months(day, one + other)


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("12", 12),
        ("twelve", 12),
        ("ninety", 90),
        ("forty-five", 45),
        ("twenty four", 24),
        ("a", 1),
        ("one hundred and twenty", 120),
        ("a hundred", 100),
        ("one", 1),
    ],
)
def test_numbers_in_words(words: str, count: int) -> None:
    assert count_of(words) == count


@pytest.mark.parametrize(
    ("number", "unit", "iso", "after", "why"),
    [
        ("twelve", "month", "P12M", date(2017, 12, 20), "the same day of the month"),
        ("90", "day", "P90D", date(2017, 3, 20), "days are counted"),
        ("two", "week", "P2W", date(2017, 1, 3), "weeks are seven days"),
        ("one", "year", "P1Y", date(2017, 12, 20), "a year is twelve months"),
        ("48", "hour", "PT48H", date(2016, 12, 22), "hours make days"),
    ],
)
def test_durations(number: str, unit: str, iso: str, after: date, why: str) -> None:
    duration = read_duration(number, unit)
    assert (duration.iso, duration.after(ADOPTED)) == (iso, after), why


def test_working_days_have_no_day_in_the_calendar() -> None:
    assert read_duration("five", "day", working=True).after(ADOPTED) is None
