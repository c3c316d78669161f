"""Tables keep to their width, lose no word, and cannot steer a terminal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from obligraph.queries.table import clean, columns_of, lay_out

words = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=12)
cells = st.lists(words, max_size=12).map(" ".join)


@given(st.lists(st.tuples(cells, cells, cells), min_size=1, max_size=5), st.integers(40, 120))
def test_no_line_is_wider_and_no_letter_is_lost(rows: list[tuple[str, str, str]], width: int) -> None:
    text = lay_out(("one", "two", "three"), rows, (False, False, True), width)
    assert all(columns_of(line) <= width for line in text.splitlines())
    for c in {c for row in rows for cell in row for c in cell if not c.isspace()}:
        assert text.count(c) >= sum(cell.count(c) for row in rows for cell in row)


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("plain", "plain", "nothing to do"),
        ("two\nlines\tand a tab", "two lines and a tab", "a cell is one line"),
        ("\x1b[31mred\x1b[0m", "[31mred [0m", "no escape reaches the terminal"),
        ("a\u202eb", "a b", "nothing turns the direction of writing"),
        ("Da’esh — “x”", "Da’esh — “x”", "typographic signs are harmless"),
        ("\x9b31m", "31m", "the one-byte escape too"),
    ],
)
def test_a_cell_is_cleaned(text: str, expected: str, why: str) -> None:
    assert clean(text) == expected, why


@pytest.mark.parametrize(
    ("text", "size", "why"),
    [
        ("abc", 3, "ASCII"),
        ("é", 1, "one letter"),
        ("e\u0301", 1, "a combining accent"),
        ("安理会", 6, "wide"),
    ],
)
def test_columns_are_those_of_a_terminal(text: str, size: int, why: str) -> None:
    assert columns_of(text) == size, why


def test_numbers_stand_to_the_right_and_words_to_the_left() -> None:
    assert lay_out(("who", "acts"), [("CTED", "7"), ("UNODC", "12")], (False, True), 80) == (
        "who    acts\n─────  ────\nCTED      7\nUNODC    12\n"
    )


def test_a_long_cell_is_wrapped_beside_its_neighbours() -> None:
    text = lay_out(
        ("a", "b"), [("x", "one two three four five six seven eight nine ten")], (False, False), 40
    )
    assert text.splitlines()[2:] == ["x  one two three four five six seven", "   eight nine ten"]
