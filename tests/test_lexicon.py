"""The reader of data files takes good rows and refuses bad ones by name."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import pytest
from obligraph.errors import LexiconError
from obligraph.extract.lexicon import load_rows, parse_rows


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


@dataclass(frozen=True, slots=True)
class Thing:
    name: str
    colour: Colour
    parts: tuple[str, ...]
    weight: float = 1.0
    heavy: bool = False
    examples: tuple[str, ...] = ()


GOOD = '[[thing]]\nname = "box"\ncolour = "red"\nparts = ["lid"]\nexamples = ["a box"]\n'


def test_a_good_row_becomes_a_value() -> None:
    text = GOOD + 'weight = 2\n[[thing]]\nname = "pen"\ncolour = "blue"\nparts = []\nexamples = ["pens"]\n'
    assert parse_rows(text, "thing", Thing, place="t.toml") == (
        Thing("box", Colour.RED, ("lid",), 2.0, False, ("a box",)),
        Thing("pen", Colour.BLUE, (), 1.0, False, ("pens",)),
    )


@pytest.mark.parametrize(
    ("text", "says", "why"),
    [
        (GOOD + "size = 3\n", "unknown field 'size'", "a misspelt field would be dropped in silence"),
        (GOOD.replace('colour = "red"\n', ""), "'colour' is missing", "a field without a default"),
        (GOOD.replace("red", "green"), "not one of: red, blue", "an enum says what it may be"),
        (GOOD.replace('["lid"]', '"lid"'), "no array of strings", "a string is not a list of them"),
        (GOOD.replace('["lid"]', "[1]"), "no array of strings", "numbers are not strings"),
        (GOOD + 'heavy = "yes"\n', "not a bool", "a word is no truth value"),
        (GOOD + "weight = true\n", "not a float", "a truth value is no number"),
        (GOOD + GOOD, "id given twice", "two rows with one id"),
        (GOOD.replace('examples = ["a box"]\n', ""), "no examples", "each row shows what it is for"),
        (GOOD.replace('["a box"]', "[]"), "no examples", "nor may the list be empty"),
    ],
)
def test_a_bad_row_is_refused_by_name(text: str, says: str, why: str) -> None:
    with pytest.raises(LexiconError) as caught:
        parse_rows(text, "thing", Thing, place="t.toml")
    assert says in str(caught.value), why
    assert "t.toml, thing box" in str(caught.value), why


@pytest.mark.parametrize(
    ("text", "says"),
    [("[[thing", "not valid TOML"), ("", "no array of tables named 'thing'"), ("thing = 1", "no array")],
)
def test_a_bad_file_is_refused(text: str, says: str) -> None:
    with pytest.raises(LexiconError, match=says):
        parse_rows(text, "thing", Thing, place="t.toml")


def test_a_row_without_a_name_is_counted() -> None:
    with pytest.raises(LexiconError, match="thing number 1: field 'name' is missing"):
        parse_rows(GOOD.replace('name = "box"\n', ""), "thing", Thing, place="t.toml")


def test_a_missing_file_is_one_line() -> None:
    with pytest.raises(LexiconError, match=r"^nowhere\.toml: no such data file$"):
        load_rows("nowhere.toml", "thing", Thing)
