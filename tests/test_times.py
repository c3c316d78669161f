"""The times that limit an act, and the dates that do not."""

from __future__ import annotations

import itertools
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from obligraph.extract.model import Time
from obligraph.extract.times.find import find_times, times_of
from obligraph.extract.times.rules import TimeRule, time_rules
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
            "not later than 7 p.m. harbour time on 1 June 2017",
            "deadline",
            "not later than 7 p.m. harbour time on 1 June 2017",
            "2017-06-01",
            "2017-06-01",
            "an hour of the day",
        ),
        (
            "shall come into force at 07.30 local time on 23 June 2017",
            "start",
            "shall come into force at 07.30 local time on 23 June 2017",
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
            "within ninety days of such leave, to report",
            "deadline",
            "within ninety days of such leave",
            "P90D",
            None,
            "counted from an event",
        ),
        (
            "within 17 days of the adoption of this resolution a map",
            "deadline",
            "within 17 days of the adoption of this resolution",
            "P17D",
            "2017-01-06",
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
        ("as a part of each quarterly report", "recurrence", "quarterly", "P3M", None, "no word's beginning"),
        ("provide regular updates", "recurrence", "regular", None, None, "without a length"),
        ("hold an annual open debate", "recurrence", "annual", "P1Y", None, "a meeting that is held"),
        ("brief it at least twice a year", "recurrence", "at least twice a year", "P6M", None, "at least"),
        ("report at least every 60 days", "recurrence", "at least every 60 days", "P60D", None, "at least"),
        (
            "a report well before the end of this audit",
            "deadline",
            "well before the end of this audit",
            None,
            None,
            "how long before is part of it",
        ),
        (
            "at the end of this period she will count them",
            "deadline",
            "at the end of this period",
            None,
            None,
            "a pronoun begins the next clause",
        ),
        (
            "report immediately following the third round of talks on progress",
            "deadline",
            "immediately following the third round of talks",
            None,
            None,
            "after an event",
        ),
        (
            "brief the Council within three months of this mandate’s renewal",
            "deadline",
            "within three months of this mandate’s renewal",
            "P3M",
            "2017-03-20",
            "which the text itself renews",
        ),
        (
            "six years after the adoption of the Capital Document",
            "deadline",
            "six years after the adoption of the Capital Document",
            "P6Y",
            None,
            "the adoption of something else",
        ),
        (
            "to appoint three experts upon the adoption of this resolution",
            "start",
            "upon the adoption of this resolution",
            "2016-12-20",
            None,
            "the day of adoption",
        ),
        ("Decides that on 14 May 2017 all States", "start", "on 14 May 2017", "2017-05-14", None, "decided"),
        (
            "throughout the duration of this race to mark it",
            "period",
            "throughout the duration of this race",
            None,
            None,
            "as long as something lasts",
        ),
        (
            "remain until Ruritania has withdrawn its forces in conformity with the plan",
            "period",
            "until Ruritania has withdrawn its forces in conformity with the plan",
            None,
            None,
            "until somebody has done something",
        ),
        (
            "stay until the end of the talks to help the parties",
            "period",
            "until the end of the talks",
            None,
            None,
            "a purpose is no part of it",
        ),
        (
            "stay until those who fled can return, and in conditions of safety to their homes",
            "period",
            "until those who fled can return, and in conditions of safety to their homes",
            None,
            None,
            "and how",
        ),
        (
            "Demands that both crews, immediately after the start of the regatta, row on",
            "start",
            "immediately after the start of the regatta",
            None,
            None,
            "a duty begins",
        ),
        (
            "report in 9 months of the progress made",
            "deadline",
            "in 9 months",
            "P9M",
            "2017-09-20",
            "of what is no event",
        ),
        ("brief the Council monthly and report on it", "recurrence", "monthly", "P1M", None, "no adjective"),
        ("report by mid-August 2017", "deadline", "by mid-August 2017", "2017-08", None, "a day left open"),
        ("report, during March, on it", "deadline", "during March", "2017-03", "2017-03-31", "the next one"),
        (
            "report on it by the first quarter of 2018",
            "deadline",
            "by the first quarter of 2018",
            "2018-03-31",
            "2018-03-31",
            "a quarter's end",
        ),
        (
            "vacate not later than 5S January 2017",
            "deadline",
            "not later than 5S January 2017",
            "2017-01-05",
            "2017-01-05",
            "no month has 55 days: the letter is the scan's",
        ),
        (
            "requests that authority be transferred from the Force to the Mission on 1 June 2017",
            "deadline",
            "on 1 June 2017",
            "2017-06-01",
            "2017-06-01",
            "the day by which it is asked",
        ),
        (
            "decides that the election shall take place on 9 May 2017 at a meeting",
            "deadline",
            "on 9 May 2017",
            "2017-05-09",
            "2017-05-09",
            "the day of what is decided",
        ),
        (
            "to commence the drawdown of its staff on 1 May 2017",
            "start",
            "on 1 May 2017",
            "2017-05-01",
            None,
            "what begins on a day",
        ),
        (
            "Authorizes States, beginning at 0001 hours, local time, on 30 May 2017, to permit it",
            "start",
            "beginning at 0001 hours, local time, on 30 May 2017",
            "2017-05-30",
            None,
            "an hour set off",
        ),
        (
            "requests it to brief the Board prior to the start of the harvest on them",
            "deadline",
            "prior to the start of the harvest",
            None,
            None,
            "before something happens",
        ),
        (
            "prepare a report ahead of the joint special meeting on it",
            "deadline",
            "ahead of the joint special meeting",
            None,
            None,
            "before a meeting",
        ),
        (
            "requests that a unit withdraw, under the authorization granted in paragraph 5, by 7 March 2017",
            "deadline",
            "by 7 March 2017",
            "2017-03-07",
            "2017-03-07",
            "what was granted stands apart",
        ),
        ("report at least bi-monthly", "recurrence", "at least bi-monthly", "P2M", None, "every two months"),
        ("meet three times a year", "recurrence", "three times a year", "P4M", None, "a number a year"),
        ("meet four times a year", "recurrence", "four times a year", "P3M", None, "a number a year"),
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
            "tolls which shall come into force at 0730 hours local time on 1 March 2017",
            "start",
            "which shall come into force at 0730 hours local time on 1 March 2017",
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
    ("clause", "texts", "why"),
    [
        ("by 31 July 2017, 15 October 2017 and 15 May 2018", 3, "each day of a list"),
        ("report in October 2017, in January 2018 and by the 23 May 2018", 3, "each with its preposition"),
        ("through the provision of quarterly reports", 1, "the provision is not the reports"),
        ("within 90 days, and every three months thereafter", 2, "a deadline and a recurrence"),
        ("a first map by 1 May 2017 and a second map no later than 1 May 2018", 2, "two reports"),
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
        ("in addition to its six-monthly review", 0, "a review there is"),
        ("the talks have gone on for over a year", 0, "how long it has taken"),
        ("the violence, as reported in briefings on 19 February", 0, "what was told"),
        ("through regular communication about the mandate", 0, "nothing that is to be given"),
        ("will be considered during the Strategy review in June 2017", 0, "the day of a meeting"),
        (
            "to finish the bridge that she started before the expiry of her lease",
            0,
            "tells which bridge",
        ),
        ("walk back to the seats held before the elections", 0, "tells which seats"),
        ("after more than 50 years of conflict", 0, "how long it has taken"),
        ("the bread sold in the period of nine weeks prior to the fair", 0, "tells which amount"),
        ("the statement issued at the end of the conference", 0, "tells which statement"),
        ("the conference which may take place", 0, "a verb, and no month"),
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


ENDS = [
    (
        "Requests a report before the end of the mandate period",
        ["2017-12-31"],
        "the day to which the same text extends it",
    ),
    ("Requests a report prior to its expiration", ["2017-12-31"], "told as a pronoun's"),
    ("Requests a report one month before the mandate expires", ["2017-11-30"], "counted back from it"),
    ("Is ready to act within this period", ["2017-12-31"], "a period that was told"),
    ("Requests a report before the end of the talks", [None], "an end that nothing tells"),
    ("Requests a report upon termination of the Panel’s mandate", ["2017-12-31"], "due when it ends"),
    ("Requests States to report by the same date", ["2017-12-31"], "a day that was told before"),
]


@pytest.mark.parametrize(("clause", "days", "why"), ENDS, ids=[c[0] for c in ENDS])
def test_ends_that_the_text_itself_sets_have_a_day(clause: str, days: list[str | None], why: str) -> None:
    made = document(
        {"OP1": "Decides to extend the mandate of the Mission until 31 December 2017", "OP2": clause}, ADOPTED
    )
    _, *found = times_of(made)
    assert [str(time.due or time.until) if time.due or time.until else None for time in found] == days, why


def test_an_end_that_no_text_before_it_sets_has_no_day() -> None:
    made = document({"OP1": "Requests a report before the end of the mandate period"}, ADOPTED)
    (found,) = times_of(made)
    assert (found.due, found.event) == (None, "before the end of the mandate period")


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
                "the mandate",
                "this period",
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
