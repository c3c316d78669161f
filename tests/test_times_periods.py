"""Periods, and the days on which something begins."""

from __future__ import annotations

import pytest

from .timing import times


@pytest.mark.parametrize(
    ("clause", "text", "iso", "until", "why"),
    [
        (
            "for a period of twelve months,",
            "for a period of twelve months",
            "P12M",
            "2017-12-20",
            "from adoption",
        ),
        (
            "for a period of up to 13 weeks to",
            "for a period of up to 13 weeks",
            "P13W",
            "2017-03-21",
            "at most",
        ),
        ("until 31 January 2018,", "until 31 January 2018", "2018-01-31", "2018-01-31", "a day"),
        (
            "until the end of 2018 to help the parties",
            "until the end of 2018",
            "2018-12-31",
            "2018-12-31",
            "a year's end, which is no event",
        ),
        ("through 17 May 2018", "through 17 May 2018", "2018-05-17", "2018-05-17", "another word"),
        (
            "for another period of nine weeks, that is, until 31 May 2017;",
            "for another period of nine weeks, that is, until 31 May 2017",
            "P9W",
            "2017-05-31",
            "the day is given too",
        ),
        (
            "for a period of 9 weeks running from 1 March 2017 until 3 May 2017",
            "for a period of 9 weeks running from 1 March 2017 until 3 May 2017",
            "P9W",
            "2017-05-03",
            "and the first day",
        ),
        (
            "for a period of six months from 31 August 2017",
            "for a period of six months from 31 August 2017",
            "P6M",
            "2018-02-28",
            "counted from a day, clipped at the month's end",
        ),
        (
            "for a further term, ending on IS June 2017",
            "for a further term, ending on IS June 2017",
            "2017-06-15",
            "2017-06-15",
            "a scanned day",
        ),
        (
            "from 1 May 2017 to 30 June 2017",
            "from 1 May 2017 to 30 June 2017",
            "2017-05-01/2017-06-30",
            "2017-06-30",
            "",
        ),
        (
            "for an initial period of one year",
            "for an initial period of one year",
            "P1Y",
            "2017-12-20",
            "initial",
        ),
        ("for a four-year term", "for a four-year term", "P4Y", "2020-12-20", "a hyphened length"),
        (
            "for a trial period not exceeding 17 days from 1 June 2017",
            "for a trial period not exceeding 17 days from 1 June 2017",
            "P17D",
            "2017-06-18",
            "any adjectives, and a limit",
        ),
        (
            "for a period of 19 to 23 weeks",
            "for a period of 19 to 23 weeks",
            "P23W",
            "2017-05-30",
            "a range",
        ),
        (
            "keep until two years from the date of adoption of this resolution the locks",
            "until two years from the date of adoption of this resolution",
            "P2Y",
            "2018-12-20",
            "until a length has passed",
        ),
        ("between now and 2020", "between now and 2020", "2020", "2020-12-31", "from the adoption"),
        (
            "the period of withdrawal shall end on 15 May 2017",
            "end on 15 May 2017",
            "2017-05-15",
            "2017-05-15",
            "a last day",
        ),
        (
            "Extends, to 15 May 2017, the mandate",
            "to 15 May 2017",
            "2017-05-15",
            "2017-05-15",
            "set off behind the verb",
        ),
        (
            "to be repainted after a first period of five weeks",
            "after a first period of five weeks",
            "P5W",
            "2017-01-24",
            "a first period",
        ),
    ],
)
def test_a_period_is_read(clause: str, text: str, iso: str, until: str, why: str) -> None:
    (found,) = times(clause)
    assert (found.what, found.text, found.iso, str(found.until)) == ("period", text, iso, until), why


@pytest.mark.parametrize(
    ("clause", "text", "iso", "why"),
    [
        (
            "remain until the Council decides otherwise",
            "until the Council decides otherwise",
            None,
            "until something happens",
        ),
        (
            "throughout the duration of this race to mark it",
            "throughout the duration of this race",
            None,
            "as long as something lasts",
        ),
        (
            "remain until Ruritania has withdrawn its forces in conformity with the plan",
            "until Ruritania has withdrawn its forces in conformity with the plan",
            None,
            "until somebody has done something",
        ),
        (
            "stay until the end of the talks to help the parties",
            "until the end of the talks",
            None,
            "a purpose is no part of it",
        ),
        (
            "stay until those who fled can return, and in conditions of safety to their homes",
            "until those who fled can return, and in conditions of safety to their homes",
            None,
            "and how",
        ),
    ],
)
def test_a_period_that_lasts_as_long_as_something_else_is_read(
    clause: str, text: str, iso: str | None, why: str
) -> None:
    (found,) = times(clause)
    assert (found.what, found.text, found.iso) == ("period", text, iso), why
    assert found.until is None, why


@pytest.mark.parametrize(
    ("clause", "text", "iso", "due", "why"),
    [
        (
            "shall come into force at 07.30 local time on 23 June 2017",
            "shall come into force at 07.30 local time on 23 June 2017",
            "2017-06-23",
            None,
            "an hour with a full stop",
        ),
        (
            "to appoint three experts upon the adoption of this resolution",
            "upon the adoption of this resolution",
            "2016-12-20",
            None,
            "the day of adoption",
        ),
        ("Decides that on 14 May 2017 all States", "on 14 May 2017", "2017-05-14", None, "decided"),
        (
            "Demands that both crews, immediately after the start of the regatta, row on",
            "immediately after the start of the regatta",
            None,
            None,
            "a duty begins",
        ),
        (
            "to commence the drawdown of its staff on 1 May 2017",
            "on 1 May 2017",
            "2017-05-01",
            None,
            "what begins on a day",
        ),
        (
            "Authorizes States, beginning at 0001 hours, local time, on 30 May 2017, to permit it",
            "beginning at 0001 hours, local time, on 30 May 2017",
            "2017-05-30",
            None,
            "an hour set off",
        ),
        ("with effect from 1 May 2017", "with effect from 1 May 2017", "2017-05-01", None, "a start"),
        (
            "tolls which shall come into force at 0730 hours local time on 1 March 2017",
            "which shall come into force at 0730 hours local time on 1 March 2017",
            "2017-03-01",
            None,
            "an hour and a day",
        ),
    ],
)
def test_a_start_is_read(clause: str, text: str, iso: str | None, due: str | None, why: str) -> None:
    (found,) = times(clause)
    assert (found.what, found.text, found.iso) == ("start", text, iso), why
    assert (str(found.due) if found.due else None) == due, why
