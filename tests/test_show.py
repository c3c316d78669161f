"""Marks stand where things were read, nest, and leave the words as they are."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from obligraph.commands.marking import STYLES, Mark, Segment, segments, wrapped
from obligraph.commands.show import rendered
from obligraph.errors import QueryError
from obligraph.graph.store import Store, open_store
from obligraph.queries.clauses import excerpt

from .samples import SYMBOL, headed_reading


def plain(text: str, *marks: Mark, start: int = 0) -> str:
    return "".join(part.text for part in segments(text, start, marks, colour=False))


def shown(store: Store, label: str, colour: bool = False) -> str:
    return "".join(rendered(excerpt(store, SYMBOL, label), colour, 100))


@pytest.mark.parametrize(
    ("marks", "expected", "why"),
    [
        ([], "abcdefgh", "nothing was read"),
        ([Mark(2, 4, "verb")], "ab[verb: cd]efgh", "one mark"),
        ([Mark(0, 8, "action"), Mark(2, 4, "time")], "[action: ab[time: cd]efgh]", "one in the other"),
        ([Mark(0, 4, "action"), Mark(2, 6, "time")], "[action: ab[time: cd]][time: ef]gh", "they cross"),
        ([Mark(2, 4, "instrument"), Mark(2, 4, "object")], "ab[object: [instrument: cd]]efgh", "same place"),
        ([Mark(2, 4, "verb"), Mark(4, 6, "addressee")], "ab[verb: cd][addressee: ef]gh", "side by side"),
        ([Mark(2, 4, "verb"), Mark(2, 4, "verb")], "ab[verb: cd]efgh", "the same thing twice"),
        ([Mark(6, 20, "action")], "abcdef[action: gh]", "it goes on in the next paragraph"),
        ([Mark(20, 30, "action")], "abcdefgh", "it stands elsewhere"),
        ([Mark(2, 4, "verb", "2")], "ab[verb 2: cd]efgh", "one of several acts"),
    ],
)
def test_brackets(marks: list[Mark], expected: str, why: str) -> None:
    assert plain("abcdefgh", *marks) == expected, why


spans = st.tuples(st.integers(0, 30), st.integers(1, 12), st.sampled_from(list(STYLES)))


@given(st.text("abc d", min_size=1, max_size=30), st.lists(spans, max_size=8), st.booleans())
def test_the_words_stay_as_they_are(text: str, places: list[tuple[int, int, str]], colour: bool) -> None:
    marks = [Mark(start, start + size, kind) for start, size, kind in places]
    found = "".join(part.text for part in segments(text, 0, marks, colour))
    if not colour:
        assert found.count("[") == found.count("]")
        found = re.sub(r"\[[a-z]+: |\]", "", found)
    assert found == text


@given(st.lists(st.text("abc", min_size=1, max_size=9), min_size=1, max_size=20), st.integers(20, 60))
def test_wrapping_breaks_between_words_only(words: list[str], width: int) -> None:
    half = len(words) // 2
    parts = [Segment(" ".join(words[:half]) + " "), Segment(" ".join(words[half:]))]
    lines = wrapped(parts, width, "  ", "    ").splitlines()
    assert all(line.startswith("    ") for line in lines[1:])
    assert " ".join(lines).split() == words
    assert all(len(line) <= width for line in lines)


def test_a_text_cannot_steer_the_terminal() -> None:
    assert plain("a\x1b[2Jb", Mark(0, 1, "verb")) == "[verb: a] [2Jb"


def test_a_clause_shows_what_was_read_in_it(store: Store) -> None:
    text = " ".join(shown(store, "OP4").split())
    for expected in (
        "[verb 1: Requests]",
        "[addressee 1: the Counter-Terrorism Committee Executive Directorate (CTED)]",
        "[qualifier 1: within their existing mandates]",
        "[action 1: to assess the measures in [instrument 1: paragraph 3 above]]",
        "[action 1: to report [time 1: by 30 June 2030]]",
        "[verb 2: invites] [addressee 2: them]",
    ):
        assert expected in text


def test_each_act_tells_its_rule_and_what_it_means(store: Store) -> None:
    text = " ".join(shown(store, "OP4").split())
    for expected in (
        "OP4/act/1 Requests act request force request (directive) issuer Security Council",
        "under Charter of the United Nations, Chapter VII",
        "rule verb:request",
        "addressee “UNODC” → UNODC",
        "“to report by 30 June 2030” → duty",
        "deadline, 2030-06-30",
        "counted from the lifting of the measures",
        "addressee “them” → CTED, UNODC, certainty 0.75: pronoun: nearest addressees taken",
    ):
        assert expected in text


def test_an_item_is_shown_with_the_act_of_its_chapeau(store: Store) -> None:
    text = shown(store, "2(a)")
    assert text.startswith("S/RES/9001(2030) OP2(a)\n")
    assert "[action: To keep their lighthouses lit at night, [qualifier: as appropriate]]" in text
    assert "OP2/act/1  Calls upon" in text


def test_a_paragraph_comes_with_its_items_and_its_wrap_up(store: Store) -> None:
    found = excerpt(store, SYMBOL, "op2")
    assert [clause.label for clause in found.clauses] == ["OP2", "OP2(a)", "OP2(b)"]
    assert "article 15" in found.clauses[0].texts[1][1]


def test_a_reported_act_says_whose_it_is(store: Store) -> None:
    text = shown(store, "PP2")
    assert "[verb reported/1: demands]" in text
    assert "reported from S/RES/8991(2029)" in text


def test_without_a_paragraph_the_whole_document_is_shown(store: Store) -> None:
    labels = [clause.label for clause in excerpt(store, "s/res/9001 (2030)").clauses]
    assert labels == ["PP1", "PP2", "PP3", "OP1", "OP2", "OP2(a)", "OP2(b)", "OP3", "OP4", "OP5"]


def test_an_act_is_told_below_its_paragraph_though_that_is_cited(store: Store) -> None:
    lines = shown(store, "").splitlines()
    place = {
        words: next(n for n, line in enumerate(lines) if line.startswith(words))
        for words in (f"{SYMBOL} OP3", "  OP3/act/1", f"{SYMBOL} OP4")
    }
    assert list(place.values()) == sorted(place.values())


def test_headings_stand_between_the_paragraphs() -> None:
    with open_store("memory", create=True) as store:
        store.put(headed_reading())
        lines = [line for line in shown(store, "").splitlines() if line]
        part = shown(store, "OP2").splitlines()
    below = {"II": "PP2", "Safety": "OP1", "Reports": "OP2(b)", "B": "OP4"}
    for heading, label in below.items():
        assert lines[lines.index(heading) + 1] == f"{SYMBOL} {label}"
    assert lines[-1] == "Annex", "behind the last paragraph"
    assert "Reports" in part, "between the items that are shown"
    assert not {"II", "Safety", "B", "Annex"} & set(part), "above what is not shown"


def test_colours_replace_the_brackets(store: Store) -> None:
    text = shown(store, "OP4", colour=True)
    assert "[verb" not in text
    assert "\x1b[1;35mRequests\x1b[0m" in text


@pytest.mark.parametrize(
    ("symbol", "label", "says"),
    [
        (SYMBOL, "OP9", "no paragraph “OP9” of S/RES/9001(2030); did you mean"),
        (
            "S/RES/9002(2030)",
            "OP1",
            "no document “S/RES/9002(2030)” in the store; did you mean S/RES/9001(2030)?",
        ),
    ],
)
def test_what_is_not_there_is_said_in_one_line(store: Store, symbol: str, label: str, says: str) -> None:
    with pytest.raises(QueryError) as caught:
        excerpt(store, symbol, label)
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)
