"""Values of times in ISO 8601, and the days that they come to."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from obligraph.extract.document import Span
from obligraph.extract.model import Time, TimeKind
from obligraph.extract.times.find import times_in
from obligraph.extract.times.iso import day_after, iso_fault, last_day, worked_out
from obligraph.extract.times.rules import time_rules

DEADLINE, RECURRENCE, PERIOD, START = TimeKind
ADOPTED = date(2030, 3, 5)


@pytest.mark.parametrize(
    ("iso", "day"),
    [
        ("2030-06-30", date(2030, 6, 30)),
        ("2032-02", date(2032, 2, 29)),
        ("2030", date(2030, 12, 31)),
        ("2030-02-29", None),  # no leap year
        ("2030-13", None),
        ("0000", None),  # no year of the calendar
        ("2030-6-3", None),
        ("30 June 2030", None),
        ("٢٠٣٠", None),  # digits of other scripts are no ISO 8601
        ("P12M", None),
    ],
)
def test_the_last_day_of_a_date(iso: str, day: date | None) -> None:
    assert last_day(iso) == day


@pytest.mark.parametrize(
    ("iso", "day"),
    [
        ("P1D", date(2031, 1, 1)),
        ("P1M", date(2031, 1, 31)),
        ("P2M", date(2031, 2, 28)),  # no 31 February
        ("P1Y2M3D", date(2032, 3, 3)),  # months first, to the last of February, then days
        ("P2W", date(2031, 1, 14)),
        ("PT1H", date(2031, 1, 1)),  # part of a day is a whole one
        ("PT48H", date(2031, 1, 2)),
        ("PT24H1S", date(2031, 1, 2)),
        ("P0D", date(2030, 12, 31)),
        ("P9999Y", None),  # past the calendar
        ("P", None),
        ("PT", None),
        ("P1.5M", None),
        ("2030", None),
    ],
)
def test_the_day_after_a_duration(iso: str, day: date | None) -> None:
    assert day_after(iso, date(2030, 12, 31)) == day


@pytest.mark.parametrize(
    ("what", "iso", "says"),
    [
        (DEADLINE, "", ""),
        (RECURRENCE, "", ""),
        (DEADLINE, "2030-06", ""),
        (START, "P90D", ""),
        (PERIOD, "2030/2030", ""),
        (PERIOD, "2030-01-01/2030-06", ""),
        (RECURRENCE, "P6M", ""),
        (DEADLINE, "soon", "is no date or duration in ISO 8601"),
        (DEADLINE, "2030-04-31", "is no date or duration in ISO 8601"),
        (DEADLINE, "2030/2031", "is two dates, which only a period has"),
        (PERIOD, "2031/2030", "is no date and a later one"),
        (PERIOD, "2030/P1Y", "is no date and a later one"),
        (PERIOD, "/", "is no date and a later one"),
        (RECURRENCE, "2030-06-30", "is no duration in ISO 8601"),
    ],
)
def test_what_a_time_can_have(what: TimeKind, iso: str, says: str) -> None:
    assert says in iso_fault(what, iso) and bool(says) == bool(iso_fault(what, iso))


def _read() -> list[Time]:
    """The times that the rules read in their own examples."""
    return [
        time
        for rule in time_rules()
        for words in rule.examples
        for time in times_in(words, Span(0, len(words)), ADOPTED)
    ]


def test_what_rules_read_can_be_said_by_a_reader() -> None:
    found = _read()
    assert {time.what for time in found} == set(TimeKind)
    assert [time for time in found if iso_fault(time.what, time.iso or "")] == []


def test_days_are_worked_out_as_rules_do_it() -> None:
    apart = (" of ", "day", "from", "mid-")
    simple = [time for time in _read() if not any(word in time.text for word in apart)]
    assert len(simple) > 20, "what counts from another day, in working days or to no certain day apart"
    for time in simple:
        assert worked_out(replace(time, due=None, until=None), ADOPTED) == time


@given(
    st.sampled_from(TimeKind),
    st.dates().map(date.isoformat)
    | st.from_regex(r"\AP[0-9]{1,3}[YMWD]\Z")
    | st.from_regex(r"\APT[0-9]{1,3}H\Z"),
    st.none() | st.dates(),
    st.sampled_from(["", "the dawn"]),
)
def test_days_that_are_worked_out_stay(what: TimeKind, iso: str, adopted: date | None, event: str) -> None:
    time = worked_out(Time(what, Span(0, 1), "x", iso, event=event), adopted)
    assert worked_out(time, adopted) == time
    assert time.due is None or what in (DEADLINE, START)
    assert time.until is None or what is PERIOD
    if event and iso.startswith("P"):
        assert (time.due, time.until) == (None, None)
