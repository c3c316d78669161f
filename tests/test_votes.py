"""Who voted shows who sat: memberships of a body by year, whatever order the documents came in."""

from __future__ import annotations

import dataclasses
from datetime import date
from itertools import permutations

import pytest
from obligraph.extract.document import Vote
from obligraph.extract.model import Reading
from obligraph.graph.store import Store, open_store
from obligraph.ontology.vocabulary import PREFIXES

from .samples import sample_reading
from .stores import asked, loaded, put, rows_of


def reading(number: int, day: date | None, *votes: Vote) -> Reading:
    """The sample under another number, as adopted on a day by these votes."""
    sample = sample_reading()
    document = dataclasses.replace(
        sample.document, symbol=f"S/RES/{number}(2030)", adopted=day, votes=votes, sha256=f"{number:064x}"
    )
    return dataclasses.replace(sample, document=document)


FIRST = reading(9001, date(2030, 3, 1), Vote("Albania", "for"), Vote("Malta", "against"))
SECOND = reading(9002, date(2030, 6, 1), Vote("Malta", "abstaining"))
THIRD = reading(9003, date(2031, 1, 2), Vote("Malta", "for"))
SAT = """SELECT ?year ?state
    { ?seat a org:Membership ; org:member ?state ; org:organization actor:unsc ; og:year ?year }"""


def test_who_sat_in_which_year() -> None:
    assert asked(loaded(FIRST, SECOND, THIRD), SAT) == [
        ("2030", "actor/albania"),
        ("2030", "actor/malta"),
        ("2031", "actor/malta"),
    ], "each membership once, though Malta voted twice in a year"


def test_a_vote_leads_to_its_membership_and_says_how() -> None:
    rows = asked(
        loaded(FIRST, SECOND),
        "SELECT ?symbol ?how ?year { ?text og:vote ?vote ; dcterms:identifier ?symbol . "
        "?vote og:voter actor:malta ; og:ballot ?how ; og:membership/og:year ?year }",
    )
    assert rows == [("S/RES/9001(2030)", "against", "2030"), ("S/RES/9002(2030)", "abstaining", "2030")]


NO_SEAT = [
    (reading(9004, None, Vote("Malta", "for")), "no day of adoption, so no year"),
    (dataclasses.replace(FIRST, acts=()), "no act, so no body that passed it"),
    (reading(9005, date(2030, 1, 1)), "nobody voted by name"),
]


@pytest.mark.parametrize(("one", "why"), NO_SEAT)
def test_what_shows_no_membership(one: Reading, why: str) -> None:
    assert asked(loaded(one), SAT) == [], why


def sat(store: Store) -> list[tuple[str, ...]]:
    return rows_of(store.query(SAT, prefixes=PREFIXES))


@pytest.mark.parametrize("order", list(permutations((FIRST, SECOND, THIRD))))
def test_the_order_of_documents_does_not_matter(order: tuple[Reading, ...]) -> None:
    with open_store("memory") as store:
        for one in order:
            put(store, one)
        assert len(sat(store)) == 3


def test_a_membership_goes_with_the_last_vote_that_shows_it() -> None:
    without = dataclasses.replace(FIRST.document, votes=(Vote("Malta", "against"),))
    with open_store("memory") as store:
        put(store, FIRST, SECOND)
        put(store, dataclasses.replace(FIRST, document=without))
        assert sat(store) == [("2030", "actor/malta")], "Albania's vote was a mistake of the source"
