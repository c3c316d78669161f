"""Symbols of United Nations documents: how they are printed, and the one way we write them.

A resolution of the Security Council is ``S/RES/1373(2001)``, a statement of its President
``S/PRST/2015/25``, a resolution of the General Assembly ``A/RES/60/288`` or
``A/RES/1514(XV)``; other documents keep their printed symbol without its spaces.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import tomli

from ...errors import LexiconError
from ..lexicon import read_data

_YEARS = "years.toml"
#: How many resolutions past the first one of the last year in the table are still taken for that
#: year's: the Council has never adopted more than 93 in a year.
_OPEN_YEAR = 93

_RESOLUTION = re.compile(r"S/RES/(?P<number>\d{1,4})(?:\((?P<year>\d{4})\))?")
_STATEMENT = re.compile(r"(?P<symbol>S/PRST/\d{4}/\d{1,3})(?:\(\d{4}\))?$")
_SERIES = re.compile(r"(?<=/)(?:Res|Prst)(?=/)")
_DOLLAR = re.compile(r"^S?\$(?=/)")
_SPACES = re.compile(r"\s+")
_DASHES = re.compile(r"[‐‑‒–—]")

#: A symbol as printed: a series, then parts after slashes. Scans put spaces about the slashes
#: and before the brackets ("S/ 12869", "A/RES/1514 (XV)"), and read "S" as a dollar ("$/24810", "S$/24870").
_SERIES_NAMES = (
    "A|S|SC|E|ST|TD|DP|GC|GOV|NPT|INFCIRC|CCPR|CEDAW|CERD|CAT|CRC|HRI|ID|IDB|FCCC|CD|BWC|CWC|MRE|CP|AU|AG"
)
_SESSION = r"(?: ?\((?:\d{4}|[IVXLC]+|[IVXLC]+-[A-Z]+|\d{2,3}/\d\d)\))?"
SYMBOL = re.compile(
    rf"(?<![\w/.$])(?:{_SERIES_NAMES}|S?\$) ?/ ?"
    r"(?:(?:[A-Z][A-Za-z]*\.\d+[A-Z]?|[A-Z]+-\d+|[A-Z][A-Za-z]*|\d+|\(\d+\))(?![A-Za-z])"
    rf"{_SESSION})"
    r"(?: ?/ ?(?:(?:Rev|Add|Corr|Res|Dec)[. ] ?\d+|[A-Z]+(?:[.-]\d+)*(?![a-z])"
    r"|\d+[A-Z]?(?![A-Za-z])|\(\d+\)|L\.\d+)"
    rf"{_SESSION})*"
)
#: Further documents of one symbol: "S/26480 and Add.1", "S/7930/Add.64 and Add.65", "S/25855 and Add.1
#: and 2". A range of them ("Add.1 to 31") is left to the symbol.
_ADDED = re.compile(
    r"(?:,? and |, )(?P<mark>(?P<series>Add|Corr|Rev)[. ] ?(?P<number>\d{1,4})|(?P<more>\d{1,2})(?=\)))"
    r"(?! to |[\w‑–/-])"
)
_LAST_MARK = re.compile(r"/(?P<series>Add|Corr|Rev)\.\d+$")
#: A second symbol of the same document: "A/66/811-S/2012/401".
_TWIN = re.compile(r" ?[-‐‑‒–—] ?")


@dataclass(frozen=True, slots=True, order=True)
class Symbol:
    """A symbol found in a text: where it is printed, its normal form and its kind.

    ``kind`` is ``resolution``, ``statement`` or ``document``, as in ``Instrument.kind``. ``names`` says that
    it stands in the name of a body and cites nothing: "the 1267/1989/2253 Committee".
    """

    start: int
    end: int
    key: str
    kind: str
    names: bool = False


@cache
def first_numbers() -> tuple[tuple[int, int], ...]:
    """Pairs of the number of a year's first resolution and that year, in rising order.

    Raises:
        LexiconError: The table is missing, or its years or numbers do not rise.
    """
    try:
        data = tomli.loads(read_data(_YEARS))
        pairs = tuple((int(number), int(year)) for year, number in data["first"])
    except (tomli.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
        raise LexiconError(f"table of years cannot be read: {error}", place=_YEARS) from None
    for (number, year), (later, following) in pairwise(pairs):
        if not (number < later and year < following):
            raise LexiconError("numbers do not rise with the years", place=f"{_YEARS}, {following}")
    return pairs


def year_of(number: int) -> int | None:
    """The year in which the Security Council adopted its resolution ``number``.

    Returns:
        The year, or None for a number that it has not reached in any year of the table.
    """
    pairs = first_numbers()
    at = bisect_right(pairs, (number, 9999)) - 1
    if number < 1 or at < 0 or (at == len(pairs) - 1 and number >= pairs[at][0] + _OPEN_YEAR):
        return None
    return pairs[at][1]


def council_resolution(number: int, year: int | None = None) -> str:
    """``S/RES/1373(2001)``; the year is supplied where the text leaves it out.

    A year that is given stays, even where it is a misprint. A number past the table's end and
    without a year gives ``S/RES/9999``.
    """
    year = year or year_of(number)
    return f"S/RES/{number}({year})" if year else f"S/RES/{number}"


def is_council_resolution(number: int, year: int) -> bool:
    """Whether the Security Council adopted a resolution of that number in that year.

    One year off counts: a number that falls on the turn of a year is often misprinted so.
    """
    known = year_of(number)
    return known is not None and abs(known - year) <= 1


def is_misnumbered(key: str) -> bool:
    """Whether a symbol in normal form is that of a Council resolution whose number is not of its year."""
    match = _RESOLUTION.fullmatch(key)
    if match is None or not match["year"]:
        return False
    known = year_of(int(match["number"]))
    return known is not None and known != int(match["year"])


def normal(printed: str) -> str:
    """The normal form of a printed symbol: no spaces, plain hyphens, the year of a resolution.

    ``normal`` of a normal form is that form.
    """
    text = _DOLLAR.sub("S", _DASHES.sub("-", _SPACES.sub("", printed)))
    text = _SERIES.sub(lambda series: series.group().upper(), text)
    statement = _STATEMENT.match(text)
    if statement:
        return statement["symbol"]
    match = _RESOLUTION.fullmatch(text)
    if match:
        year = match["year"]
        return council_resolution(int(match["number"]), int(year) if year else None)
    return text


def kind_of(symbol: str) -> str:
    """The kind of instrument that a symbol in normal form names."""
    if "/RES/" in symbol:
        return "resolution"
    return "statement" if symbol.startswith("S/PRST/") else "document"


def find_symbols(text: str, start: int, end: int) -> list[Symbol]:
    """The symbols printed in ``text`` from ``start`` to ``end``, in order.

    A document with two symbols ("A/66/811-S/2012/401") is one.
    """
    found: list[Symbol] = []
    if text.find("/", start, end) < 0:
        return found
    for match in SYMBOL.finditer(text, start, end):
        printed = match.group()
        if not any(character.isdigit() for character in printed):
            continue
        if found and _TWIN.fullmatch(text, found[-1].end, match.start()):
            first = found.pop()
            key = f"{first.key}-{normal(printed)}"
            found.append(Symbol(first.start, match.end(), key, "document"))
            continue
        key = normal(printed)
        found.append(Symbol(match.start(), match.end(), key, kind_of(key)))
        if found[-1].kind == "document":
            found.extend(_added(text, found[-1], end))
    return found


def _added(text: str, symbol: Symbol, end: int) -> Iterator[Symbol]:
    """The addenda and corrections of a document that are named behind it without its symbol."""
    last = _LAST_MARK.search(symbol.key)
    base, series = symbol.key[: last.start()] if last else symbol.key, last["series"] if last else ""
    at = symbol.end
    while (match := _ADDED.match(text, at, end)) and (series := match["series"] or series):
        at = match.end()
        number = int(match["number"] or match["more"])
        yield Symbol(match.start("mark"), at, f"{base}/{series}.{number}", "document")
