"""Resolutions named by one series of numbers: "resolutions 1267/1989/2253", "the 1267/1989 Committee".

The numbers rise, each is a resolution's, and each is read as one. In the name of a body they only say what
it is called; everywhere else they cite: "pursuant to 1267/1989/2253", "the 1267/1989 sanctions regime".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from .symbols import Symbol, council_resolution, year_of

_SERIES = re.compile(r"(?<![\w/.])\d{3,4}(?: ?/ ?\d{3,4}){1,4}(?![\w/])")
_NUMBER = re.compile(r"\d+")
#: A name that begins behind the numbers: "1267/1989/2253 ISIL (Da’esh) and Al-Qaida Sanctions Committee".
_NAME = re.compile(r" \(?[A-Z]| (?:sanctions )?committee\b")
#: What resolutions, and not a body, have set up: "(Al-Qaida) sanctions regime", "measures".
_SET_UP = re.compile(r" (?:\([\w ’'‑-]{1,40}\) )?(?:sanctions(?! [Cc]ommittee)|list|regime|measures)\b")
#: Words that tell two numbers behind them from other numbers with a slash.
_LEAD = re.compile(r"\b(?:pursuant to|with|under|by|of|[Rr]ecall(?:s|ing)|[Rr]eaffirm(?:s|ing)) (?:the )?$")
_LOOK_BACK = 20
#: Numbers that need no such word.
_CLEAR = 3


def series_at(text: str, at: int, end: int) -> tuple[Symbol, ...]:
    """The resolutions of the series of numbers that begins at ``at``; none where no such series does."""
    match = _SERIES.match(text, at, end)
    return _read(match) if match else ()


def find_series(text: str, start: int, end: int) -> Iterator[Symbol]:
    """The resolutions of each series of numbers in ``text`` from ``start`` to ``end``.

    A series right behind the word "resolutions" is read by ``resolutions.find_resolutions`` itself.

    Yields:
        One value for each number, in order, marked ``names`` where a body is called by them.
    """
    for match in _SERIES.finditer(text, start, end):
        read = _read(match)
        numbers = [int(number) for number in _NUMBER.findall(match.group())]
        if all(later == one + 1 for one, later in pairwise(numbers)):
            continue  # "the 2020/2021 elections"
        if _SET_UP.match(text, match.end(), end):
            yield from read
        elif _NAME.match(text, match.end(), end):
            yield from (Symbol(one.start, one.end, one.key, one.kind, names=True) for one in read)
        elif len(read) >= _CLEAR or _LEAD.search(text, max(start, match.start() - _LOOK_BACK), match.start()):
            yield from read


def _read(match: re.Match[str]) -> tuple[Symbol, ...]:
    """The numbers of a series as resolutions; none where they do not rise or one is no resolution's."""
    places = list(_NUMBER.finditer(match.string, match.start(), match.end()))
    numbers = [int(place.group()) for place in places]
    if any(later <= one for one, later in pairwise(numbers)) or any(year_of(one) is None for one in numbers):
        return ()
    return tuple(
        Symbol(place.start(), place.end(), council_resolution(number), "resolution")
        for place, number in zip(places, numbers, strict=True)
    )
