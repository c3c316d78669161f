"""The times that limit an act, and the dates that do not."""

from __future__ import annotations

import itertools
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from obligraph.extract.times.find import find_times, times_of
from obligraph.extract.times.rules import TimeRule, time_rules
from obligraph.extract.tokens import blank, make_doc

from .documents import document
from .timing import ADOPTED, times


@pytest.mark.parametrize("rule", time_rules(), ids=lambda rule: rule.id)
def test_each_rule_finds_its_examples(rule: TimeRule) -> None:
    for example in rule.examples:
        kinds = [time.what for time in times(f"Requests them {example}", date(1946, 1, 1))]
        assert rule.what in kinds, example


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
