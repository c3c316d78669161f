"""The times that limit an act, and the dates that do not."""

from __future__ import annotations

import itertools
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from obligraph.extract.model import Time
from obligraph.extract.times.find import TimeRule, find_times, time_rules, times_of
from obligraph.extract.tokens import blank, make_doc

from .documents import document

ADOPTED = date(2016, 12, 20)


def times(clause: str, adopted: date | None = ADOPTED) -> list[Time]:
    return list(times_of(document({"OP1": clause}, adopted)))


@pytest.mark.parametrize("rule", time_rules(), ids=lambda rule: rule.id)
def test_each_rule_finds_its_examples(rule: TimeRule) -> None:
    for example in rule.examples:
        kinds = [time.what for time in times(f"Requests them {example}", date(1946, 1, 1))]
        assert rule.what in kinds, example


@pytest.mark.parametrize(
    ("clause", "what", "text", "iso", "due", "why"),
    [
        (
            "report, within twelve months, on it",
            "deadline",
            "within twelve months",
            "P12M",
            "2017-12-20",
            "a span",
        ),
        (
            "report in 12 months on it",
            "deadline",
            "in 12 months",
            "P12M",
            "2017-12-20",
            "counted from adoption",
        ),
        ("report by 14 June 2024", "deadline", "by 14 June 2024", "2024-06-14", "2024-06-14", "a day"),
        (
            "not later than 6 p.m. New York standard time on 1 June 2017",
            "deadline",
            "not later than 6 p.m. New York standard time on 1 June 2017",
            "2017-06-01",
            "2017-06-01",
            "an hour of the day",
        ),
        (
            "shall come into force at 00.01 EST on 23 June 2017",
            "start",
            "shall come into force at 00.01 EST on 23 June 2017",
            "2017-06-23",
            None,
            "an hour with a full stop",
        ),
        (
            "remain until the Council decides otherwise",
            "period",
            "until the Council decides otherwise",
            None,
            None,
            "until something happens",
        ),
        (
            "no later than 15 January 2017",
            "deadline",
            "no later than 15 January 2017",
            "2017-01-15",
            "2017-01-15",
            "",
        ),
        (
            "within ninety days of such suspension, to report",
            "deadline",
            "within ninety days of such suspension",
            "P90D",
            None,
            "counted from an event",
        ),
        (
            "within 30 days of the adoption of this resolution recommendations",
            "deadline",
            "within 30 days of the adoption of this resolution",
            "P30D",
            "2017-01-19",
            "the adoption is where times count from anyway",
        ),
        (
            "60 days after the lifting",
            "deadline",
            "60 days after the lifting",
            "P60D",
            None,
            "after an event",
        ),
        (
            "at least two weeks before the mandate expires",
            "deadline",
            "at least two weeks before the mandate expires",
            "P2W",
            None,
            "before an event",
        ),
        (
            "prior to the expiration of the mandate on 31 July 2020",
            "deadline",
            "prior to the expiration of the mandate on 31 July 2020",
            "2020-07-31",
            "2020-07-31",
            "an event with its day",
        ),
        (
            "before the end of 2018",
            "deadline",
            "before the end of 2018",
            "2018-12-31",
            "2018-12-31",
            "a year's end",
        ),
        ("report every six months", "recurrence", "every six months", "P6M", None, "a recurrence"),
        (
            "and every 90 days thereafter,",
            "recurrence",
            "every 90 days thereafter",
            "P90D",
            None,
            "thereafter",
        ),
        ("report quarterly", "recurrence", "quarterly", "P3M", None, "one word"),
        ("at six-monthly intervals", "recurrence", "at six-monthly intervals", "P6M", None, "intervals"),
        ("informed regularly", "recurrence", "regularly", None, None, "no length is said"),
        ("submit an annual report", "recurrence", "annual", "P1Y", None, "an adjective of what is asked"),
        (
            "every three to four months",
            "recurrence",
            "every three to four months",
            None,
            None,
            "no one length",
        ),
        (
            "with effect from 1 May 2017",
            "start",
            "with effect from 1 May 2017",
            "2017-05-01",
            None,
            "a start",
        ),
        (
            "measures which shall come into force at 0001 hours local time on 1 March 2017",
            "start",
            "which shall come into force at 0001 hours local time on 1 March 2017",
            "2017-03-01",
            None,
            "an hour and a day",
        ),
    ],
)
def test_a_time_is_read(
    clause: str, what: str, text: str, iso: str | None, due: str | None, why: str
) -> None:
    (found,) = times(clause)
    assert (found.what, found.text, found.iso) == (what, text, iso), why
    assert (str(found.due) if found.due else None) == due, why


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
            "for a period of up to 12 months to",
            "for a period of up to 12 months",
            "P12M",
            "2017-12-20",
            "at most",
        ),
        ("until 31 January 2018,", "until 31 January 2018", "2018-01-31", "2018-01-31", "a day"),
        ("through 17 May 2018", "through 17 May 2018", "2018-05-17", "2018-05-17", "another word"),
        (
            "for another period of six months, that is, until 31 May 2017;",
            "for another period of six months, that is, until 31 May 2017",
            "P6M",
            "2017-05-31",
            "the day is given too",
        ),
        (
            "for a period of 12 months beginning on 1 March 2017 until 28 February 2018",
            "for a period of 12 months beginning on 1 March 2017 until 28 February 2018",
            "P12M",
            "2018-02-28",
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
            "for a further period, ending on IS June 2017",
            "for a further period, ending on IS June 2017",
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
    ],
)
def test_a_period_is_read(clause: str, text: str, iso: str, until: str, why: str) -> None:
    (found,) = times(clause)
    assert (found.what, found.text, found.iso, str(found.until)) == ("period", text, iso, until), why


@pytest.mark.parametrize(
    ("clause", "texts", "why"),
    [
        ("by 31 July 2017, 15 October 2017 and 15 May 2018", 3, "each day of a list"),
        ("within 90 days, and every three months thereafter", 2, "a deadline and a recurrence"),
        ("an interim report by 1 May 2017 and a final report no later than 1 May 2018", 2, "two reports"),
        (
            "the letter dated 8 September 1978 and resolution 731 (1992) of 21 January 1992",
            0,
            "they identify",
        ),
        ("the attack on 16 December 2016 and what has gone on since 1990", 0, "facts"),
        ("forthwith, without delay and as soon as possible", 0, "qualifiers"),
        ("the commitments to be met by 1 May 2010", 0, "a day before the adoption limits nothing now"),
        ("welcomes his annual report and the Panel’s quarterly reports", 0, "reports there are"),
        ("adopted by 14 votes and 3 members", 0, "no date"),
        ("within its mandate and by all means", 0, "no time"),
    ],
)
def test_how_many_times(clause: str, texts: int, why: str) -> None:
    assert len(times(clause)) == texts, why


def test_the_preamble_limits_nothing() -> None:
    made = document({"PP1": "Noting the request to extend the mandate for six months", "OP1": "Decides"})
    assert times_of(made) == ()


def test_without_a_day_of_adoption_durations_have_no_day() -> None:
    (found,) = times("report within six months", None)
    assert (found.iso, found.due) == ("P6M", None)


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "within",
                "ninety days",
                "by",
                "14 June 2024",
                "for a period of",
                "until",
                "every",
                "six months",
                "of",
                "the adoption",
                "such suspension,",
                "from",
                "regularly",
                "2018",
                "a",
                "before the end of",
                "30",
                "IS May",
            ]
        ),
        max_size=14,
    ),
    st.dates(date(1946, 1, 1), date(2100, 1, 1)),
)
def test_times_lie_in_the_text_in_order_and_apart(pieces: list[str], adopted: date) -> None:
    made = document(
        {"OP1": " ".join(pieces), "OP2": "Decides", "OP2(a)": " ".join(reversed(pieces))}, adopted
    )
    found = times_of(made)
    for time in found:
        assert made.text[time.span.start : time.span.end] == time.text
        assert all(day is None or day >= adopted for day in (time.due, time.until))
    assert all(one.span.end <= other.span.start for one, other in itertools.pairwise(found))


def test_the_component_reads_the_document_of_a_doc() -> None:
    made = document({"OP1": "Decides to meet every year"})
    assert find_times(make_doc(blank(), made)) == times_of(made)
