"""Recurrences: how often something is asked."""

from __future__ import annotations

import pytest

from .timing import times


@pytest.mark.parametrize(
    ("clause", "text", "iso", "why"),
    [
        ("report every six months", "every six months", "P6M", "a recurrence"),
        ("and every 90 days thereafter,", "every 90 days thereafter", "P90D", "thereafter"),
        ("report quarterly", "quarterly", "P3M", "one word"),
        ("at six-monthly intervals", "at six-monthly intervals", "P6M", "intervals"),
        ("informed regularly", "regularly", None, "no length is said"),
        ("submit an annual report", "annual", "P1Y", "an adjective of what is asked"),
        ("as a part of each quarterly report", "quarterly", "P3M", "no word's beginning"),
        ("provide regular updates", "regular", None, "without a length"),
        ("hold an annual open debate", "annual", "P1Y", "a meeting that is held"),
        ("brief it at least twice a year", "at least twice a year", "P6M", "at least"),
        ("report at least every 60 days", "at least every 60 days", "P60D", "at least"),
        ("brief the Council monthly and report on it", "monthly", "P1M", "no adjective"),
        ("report at least bi-monthly", "at least bi-monthly", "P2M", "every two months"),
        ("meet three times a year", "three times a year", "P4M", "a number a year"),
        ("meet four times a year", "four times a year", "P3M", "a number a year"),
        ("every three to four months", "every three to four months", None, "no one length"),
    ],
)
def test_a_recurrence_is_read(clause: str, text: str, iso: str | None, why: str) -> None:
    (found,) = times(clause)
    assert (found.what, found.text, found.iso) == ("recurrence", text, iso), why
    assert found.due is None, why
