"""Short forms of an instrument's name stand for the full name that the document has elsewhere."""

from __future__ import annotations

import pytest
from obligraph.extract.instruments.find import instruments_of

from .documents import document


def cited(*clauses: str) -> list[str]:
    made = document({f"OP{number}": clause for number, clause in enumerate(clauses, 1)})
    return [citation.instrument for citation in instruments_of(made).citations]


@pytest.mark.parametrize(
    ("clauses", "keys", "why"),
    [
        (
            ("the Peace Accords for Freedonia", "the Peace Accords"),
            ["Peace Accords for Freedonia"] * 2,
            "the end is left out",
        ),
        (
            ("the Peace Accords", "the Peace Accords for Freedonia"),
            ["Peace Accords for Freedonia"] * 2,
            "the short form stands first",
        ),
        (
            ("the Agreement on Truce between Freedonia and Sylvania", "the Agreement on the Truce"),
            ["Agreement on Truce between Freedonia and Sylvania"] * 2,
            "an article makes no difference",
        ),
        (
            ("the Lagos Peace and Reconciliation Agreement", "the Lagos Agreement"),
            ["Lagos Peace and Reconciliation Agreement"] * 2,
            "words before the head are left out",
        ),
        (
            ("the Lagos Accord on Lakes", "the Lagos Accord on Rivers", "the Lagos Accord"),
            ["Lagos Accord on Lakes", "Lagos Accord on Rivers", "Lagos Accord"],
            "two begin so: nobody can tell",
        ),
        (
            ("the Lagos Accord on Lakes", "the Lagos Accord on Lakes and Rivers", "the Lagos Accord"),
            ["Lagos Accord on Lakes and Rivers"] * 3,
            "but of three that go on from each other the longest is meant",
        ),
        (
            ("the Lagos Accord on Lakes", "the Accra Accord"),
            ["Lagos Accord on Lakes", "Accra Accord"],
            "another name",
        ),
        (
            ("the Lagos Accords on Lakes", "the Lagos Accord"),
            ["Lagos Accords on Lakes", "Lagos Accord"],
            "one of several",
        ),
        (
            ("the Joint Lagos Communiqué", "the Joint Communiqué"),
            ["Joint Lagos Communiqué", "Joint Communiqué"],
            "common words alone do not tell which",
        ),
        (
            ("the Fourth Geneva Convention", "the Geneva Convention"),
            ["Geneva Convention relative to the Protection of Civilian Persons in Time of War"] * 2,
            "the full name may be known from the table alone",
        ),
        (
            ("the Paris Agreement", "the Paris Border Agreement"),
            ["Paris Agreement", "Paris Border Agreement"],
            "a name of the table is its own",
        ),
    ],
)
def test_a_short_form_stands_for_the_full_name(clauses: tuple[str, ...], keys: list[str], why: str) -> None:
    assert cited(*clauses) == keys, why


@pytest.mark.parametrize(("others", "resolved"), [(48, True), (49, False)])
def test_among_very_many_names_that_begin_alike_nobody_can_tell(others: int, resolved: bool) -> None:
    letters = "abcdefgh"
    words = [f"{one}{other}".capitalize() for one in letters for other in letters][:others]
    plans = ", ".join(f"the Lagos {word} Plan" for word in words)
    long = "the Lagos Wells and Lakes Accord"
    found = cited(f"{plans}, the Lagos Zu Yam Plan", "the Lagos Yam Plan")
    assert found[-1] == ("Lagos Zu Yam Plan" if resolved else "Lagos Yam Plan")
    assert cited(f"{plans}, {long}", "the Lagos Lakes Accord")[-1] == "Lagos Wells and Lakes Accord"
