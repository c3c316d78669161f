"""Symbols of documents and numbers of resolutions, in all their printed forms."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from obligraph.extract.instruments.resolutions import find_resolutions
from obligraph.extract.instruments.symbols import (
    council_resolution,
    find_symbols,
    first_numbers,
    is_council_resolution,
    normal,
    year_of,
)


@pytest.mark.parametrize(
    ("text", "keys", "why"),
    [
        ("the report (S/2016/949)", ["S/2016/949"], "a symbol with its year"),
        ("the note (S/ 12869)", ["S/12869"], "scans break a symbol after its slash"),
        ("reports ($/24810, S$/24870)", ["S/24810", "S/24870"], "and read its letter as a dollar"),
        ("US$/EUR 5", [], "money is none"),
        ("documents S/2015/203 and S/2016/361", ["S/2015/203", "S/2016/361"], "two of them"),
        ("S/RES/1373 (2001)", ["S/RES/1373(2001)"], "the space before the year goes"),
        ("S/Res/1373 (2001)", ["S/RES/1373(2001)"], "the series is in capitals"),
        ("S/RES/1373", ["S/RES/1373(2001)"], "the year follows from the number"),
        ("S/PRST/2015/25", ["S/PRST/2015/25"], "a statement by the President"),
        ("S/PRST/2007/1 (2007)", ["S/PRST/2007/1"], "a year said twice is said once"),
        ("A/RES/60/288", ["A/RES/60/288"], "the General Assembly's numbers"),
        ("A/RES/1514 (XV)", ["A/RES/1514(XV)"], "and those before 1976"),
        ("(S/AC.51/2017/2)", ["S/AC.51/2017/2"], "a committee's document has a point in it"),
        ("A/CONF.192/15", ["A/CONF.192/15"], "a conference's too"),
        ("S/26063/Add.1", ["S/26063/Add.1"], "an addendum is a document of its own"),
        ("the report (S/26480 and Add.1)", ["S/26480", "S/26480/Add.1"], "named without its symbol"),
        (
            "documents S/7930/Add.64, Add.65 and Corr. 2",
            ["S/7930/Add.64", "S/7930/Add.65", "S/7930/Corr.2"],
            "each is of the document, not of the addendum before it",
        ),
        (
            "(S/25855 and Add.1 and 2)",
            ["S/25855", "S/25855/Add.1", "S/25855/Add.2"],
            "and their numbers alone",
        ),
        ("(S/24900 and Add.1 to 31)", ["S/24900"], "a range is left to the symbol"),
        ("(S/24900 and 31 others)", ["S/24900"], "a count"),
        ("INFCIRC/254/Rev.9/Part 1", ["INFCIRC/254/Rev.9"], "parts are no symbols"),
        ("A/66/811–S/2012/401", ["A/66/811-S/2012/401"], "one document under two symbols"),
        ("GOV/2006/14", ["GOV/2006/14"], "the Board of Governors' documents"),
        ("A/HRC/RES/S-17/1", ["A/HRC/RES/S-17/1"], "a special session"),
        ("women and/or men, 24/7", [], "a slash alone makes no symbol"),
        ("the A/B test", [], "nor do letters without a number"),
    ],
)
def test_symbols_are_found_and_made_normal(text: str, keys: list[str], why: str) -> None:
    assert [symbol.key for symbol in find_symbols(text, 0, len(text))] == keys, why


@pytest.mark.parametrize(
    ("text", "keys", "why"),
    [
        (
            "resolutions 2195 (2014) and 2253 (2015)",
            ["S/RES/2195(2014)", "S/RES/2253(2015)"],
            "a list of two",
        ),
        ("as well as 2242 (2015), which", ["S/RES/2242(2015)"], "number and year without the word"),
        (
            "resolutions 1267 (1999), 1989 (2011) and 2253 (2015)",
            ["S/RES/1267(1999)", "S/RES/1989(2011)", "S/RES/2253(2015)"],
            "a list of three",
        ),
        (
            "in line with resolutions 1960 and 2106",
            ["S/RES/1960(2010)", "S/RES/2106(2013)"],
            "years left out",
        ),
        ("resolutions 2261 and 2307 (2016)", ["S/RES/2261(2016)", "S/RES/2307(2016)"], "one year for two"),
        ("resolution 1616 of 29 July 2005", ["S/RES/1616(2005)"], "the year stands in the date"),
        (
            "resolutions 9031 (2018) of 2 June 2018 and 9032 (2018) of 3 July 2018",
            ["S/RES/9031(2018)", "S/RES/9032(2018)"],
            "dates between the members of a list",
        ),
        ("resolution 242 ( l967)", ["S/RES/242(1967)"], "scans put letters for digits"),
        ("resolution 868 1993 of 29 September 1993", ["S/RES/868(1993)"], "or lose the brackets"),
        ("resolution 2312 (2106)", ["S/RES/2312(2106)"], "a misprint is cited as printed"),
        ("UNSCR 1325", ["S/RES/1325(2000)"], "an abbreviation for the word"),
        ("General Assembly resolution 60/288", ["A/RES/60/288"], "a slash is the Assembly's"),
        ("General Assembly resolution 75/200 (2020)", ["A/RES/75/200"], "whose year is not part of it"),
        ("General Assembly resolution 1514 (XV)", ["A/RES/1514(XV)"], "a session in Roman numerals"),
        ("resolution 377 A (V)", ["A/RES/377A(V)"], "a lettered part"),
        ("resolutions 1807 (XVII) and 1819 (XVID", ["A/RES/1807(XVII)", "A/RES/1819(XVII)"], "ID for II)"),
        ("General Assembly resolution ES-10/15", ["A/RES/ES-10/15"], "an emergency session"),
        ("Human Rights Council resolution S-17/1", ["A/HRC/RES/S-17/1"], "another body's series"),
        ("Economic and Social Council resolution 2006/3", ["E/RES/2006/3"], "and another's"),
        ("resolution 101/12 of the Summit, OAU resolution 4512", ["A/RES/101/12"], "not the UN's: left out"),
        ("Presidential Statement 2015/25", ["S/PRST/2015/25"], "a statement without its series"),
        (
            "the 1267/1989/2253 Committee",
            ["S/RES/1267(1999)", "S/RES/1989(2011)", "S/RES/2253(2015)"],
            "the numbers of a committee",
        ),
        ("the 2020/2021 elections", [], "years with a slash are no committee"),
        ("by 2020/2021 the wells", [], "nor behind a preposition"),
        ("the 2006/113 wells of 1500/1400 men", [], "numbers that do not rise"),
        ("with 700/900/9000 wells", [], "one is no resolution's"),
        ("the 150 (1995) men", [], "a number and year that do not belong together"),
        ("resolution 1970 (2011) and 15 States", ["S/RES/1970(2011)"], "a count ends the list"),
        ("resolution of 5 May and 120 observers", [], "no number after the word"),
    ],
)
def test_resolutions_are_found_by_number(text: str, keys: list[str], why: str) -> None:
    assert [symbol.key for symbol in find_resolutions(text, 0, len(text))] == keys, why


def test_the_words_of_a_number_are_the_number_with_its_year() -> None:
    text = "Recalling resolutions 1325 (2000) and 1820"
    assert [text[s.start : s.end] for s in find_resolutions(text, 0, len(text))] == ["1325 (2000)", "1820"]


@pytest.mark.parametrize(
    ("number", "year"),
    [
        (1, 1946),
        (15, 1946),
        (16, 1947),
        (242, 1967),
        (969, 1994),
        (970, 1995),
        (1284, 1999),
        (1285, 2000),
        (1373, 2001),
        (2336, 2016),
        (2337, 2017),
        (2721, 2023),
        (2722, 2024),
        (0, None),
        (9999, None),
    ],
)
def test_the_year_follows_from_the_number(number: int, year: int | None) -> None:
    assert year_of(number) == year


@settings(deadline=None)
@given(st.integers(1, 2800))
def test_a_resolution_keeps_its_key(number: int) -> None:
    key = council_resolution(number)
    assert normal(key) == key
    assert normal(f"S/RES/ {number} ") == key
    year = year_of(number)
    assert year is not None and is_council_resolution(number, year)
    text = f"Recalling its resolution {number} ({year}),"
    assert [symbol.key for symbol in find_resolutions(text, 0, len(text))] == [key]


@settings(deadline=None)
@given(st.sampled_from(["S", "A"]), st.integers(1946, 2030), st.integers(1, 1500))
def test_a_symbol_keeps_its_key(series: str, year: int, number: int) -> None:
    key = f"{series}/{year}/{number}"
    assert normal(key) == key
    text = f"the letter ({key}) of the President"
    (found,) = find_symbols(text, 0, len(text))
    assert (found.key, text[found.start : found.end]) == (key, key)


@settings(deadline=None)
@given(st.text(alphabet="S/AREPT0123456789 ()X.-and", max_size=60))
def test_any_text_gives_symbols_in_order_and_apart(text: str) -> None:
    for found in (find_symbols(text, 0, len(text)), find_resolutions(text, 0, len(text))):
        places = [(symbol.start, symbol.end) for symbol in found]
        assert places == sorted(places)
        assert all(one[1] <= other[0] for one, other in itertools.pairwise(places))


def test_the_table_of_years_has_every_year_since_the_first() -> None:
    years = [year for _, year in first_numbers()]
    assert years == list(range(1946, years[-1] + 1))
