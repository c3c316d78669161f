"""Deadlines: the words, their value and the day that something is due."""

from __future__ import annotations

import pytest

from .timing import times


@pytest.mark.parametrize(
    ("clause", "text", "iso", "due", "why"),
    [
        ("report, within twelve months, on it", "within twelve months", "P12M", "2017-12-20", "a span"),
        ("report in 12 months on it", "in 12 months", "P12M", "2017-12-20", "counted from adoption"),
        ("report by 14 June 2024", "by 14 June 2024", "2024-06-14", "2024-06-14", "a day"),
        (
            "not later than 7 p.m. harbour time on 1 June 2017",
            "not later than 7 p.m. harbour time on 1 June 2017",
            "2017-06-01",
            "2017-06-01",
            "an hour of the day",
        ),
        ("no later than 15 January 2017", "no later than 15 January 2017", "2017-01-15", "2017-01-15", ""),
        (
            "within ninety days of such leave, to report",
            "within ninety days of such leave",
            "P90D",
            None,
            "counted from an event",
        ),
        (
            "within 17 days of the adoption of this resolution a map",
            "within 17 days of the adoption of this resolution",
            "P17D",
            "2017-01-06",
            "the adoption is where times count from anyway",
        ),
        ("60 days after the lifting", "60 days after the lifting", "P60D", None, "after an event"),
        (
            "at least two weeks before the mandate expires",
            "at least two weeks before the mandate expires",
            "P2W",
            None,
            "before an event",
        ),
        (
            "prior to the expiration of the mandate on 31 July 2020",
            "prior to the expiration of the mandate on 31 July 2020",
            "2020-07-31",
            "2020-07-31",
            "an event with its day",
        ),
        ("before the end of 2018", "before the end of 2018", "2018-12-31", "2018-12-31", "a year's end"),
        (
            "a report well before the end of this audit",
            "well before the end of this audit",
            None,
            None,
            "how long before is part of it",
        ),
        (
            "at the end of this period she will count them",
            "at the end of this period",
            None,
            None,
            "a pronoun begins the next clause",
        ),
        (
            "report immediately following the third round of talks on progress",
            "immediately following the third round of talks",
            None,
            None,
            "after an event",
        ),
        (
            "brief the Council within three months of this mandate’s renewal",
            "within three months of this mandate’s renewal",
            "P3M",
            "2017-03-20",
            "which the text itself renews",
        ),
        (
            "six years after the adoption of the Capital Document",
            "six years after the adoption of the Capital Document",
            "P6Y",
            None,
            "the adoption of something else",
        ),
        (
            "report in 9 months of the progress made",
            "in 9 months",
            "P9M",
            "2017-09-20",
            "of what is no event",
        ),
        ("report by mid-August 2017", "by mid-August 2017", "2017-08", None, "a day left open"),
        ("report, during March, on it", "during March", "2017-03", "2017-03-31", "the next one"),
        (
            "report on it by the first quarter of 2018",
            "by the first quarter of 2018",
            "2018-03-31",
            "2018-03-31",
            "a quarter's end",
        ),
        (
            "vacate not later than 5S January 2017",
            "not later than 5S January 2017",
            "2017-01-05",
            "2017-01-05",
            "no month has 55 days: the letter is the scan's",
        ),
        (
            "requests that authority be transferred from the Force to the Mission on 1 June 2017",
            "on 1 June 2017",
            "2017-06-01",
            "2017-06-01",
            "the day by which it is asked",
        ),
        (
            "decides that the election shall take place on 9 May 2017 at a meeting",
            "on 9 May 2017",
            "2017-05-09",
            "2017-05-09",
            "the day of what is decided",
        ),
        (
            "requests it to brief the Board prior to the start of the harvest on them",
            "prior to the start of the harvest",
            None,
            None,
            "before something happens",
        ),
        (
            "prepare a report ahead of the joint special meeting on it",
            "ahead of the joint special meeting",
            None,
            None,
            "before a meeting",
        ),
        (
            "requests that a unit withdraw, under the authorization granted in paragraph 5, by 7 March 2017",
            "by 7 March 2017",
            "2017-03-07",
            "2017-03-07",
            "what was granted stands apart",
        ),
    ],
)
def test_a_deadline_is_read(clause: str, text: str, iso: str | None, due: str | None, why: str) -> None:
    (found,) = times(clause)
    assert (found.what, found.text, found.iso) == ("deadline", text, iso), why
    assert (str(found.due) if found.due else None) == due, why
