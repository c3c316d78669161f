"""Printed numbers: what stands at the head of a paragraph or item, and what it may mean.

``(i)`` is a roman one or the ninth letter, ``(6)`` in a scan is often ``(b)``. A marker keeps all
that it may mean; the outline chooses by what stands around it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from .wording import operative

_ARABIC, _LOWER, _UPPER, _ROMAN, _GREAT = "arabic", "lower", "upper", "roman", "great-roman"

_HEAD = re.compile(
    r"""[“"‘'«]?(?:
      (?P<dotted>[0-9]{1,2}(?:\.[0-9]{1,2}){1,3}(?:\.|(?=\ [A-Z]))
        |[a-z](?:\.(?:[0-9]{1,2}|[a-z])){1,3}\.)(?=\s)
    | (?P<arabic>[0-9]{1,3}\ ?(?:bis|ter|quater|quinquies)?)\ ?(?P<a_end>\.(?=\s|$|[A-Z“"(\[])|\)(?=\s|$))
    | \(\ ?(?P<inner>[0-9]{1,3}(?:\ ?(?:bis|ter))?
        |[a-z]{1,2}(?:\ (?:bis|ter))?|[ivxl]{1,6}|[A-Z]|[IVX]{1,5}|[a-z][0-9])\ ?\)
    | (?P<letter>[a-z]|[ivx]{1,5}|[A-Z]|[IVX]{1,5}|IO|[lIi][0-9lIO])(?P<l_end>\.(?=\s|$)|\)(?=\s|$))
    | (?P<smudged>[0-9lIO]{1,3})(?:[,:;*'’-]{1,2}\.?\ ?|\ )
        (?!(?:January|February|March|April|May|June|July|August|
            September|October|November|December)\b)(?=[A-Z][a-z]+[ ,])
    | (?P<bullet>[-–—•▪●◦·∙■□‣⁃])(?=\s)
    )\s*""",
    re.VERBOSE,
)

_ROMANS = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_WELL_FORMED = re.compile(r"(?:x{0,3}|xl|l)(?:ix|iv|v?i{0,3})")

# What the scan of a printed number is taken for, by what it was. Only used where the meant
# number is the one that comes next.
_CONFUSED = {
    "6": "b",
    "h": "b",
    "e": "c",
    "o": "c",
    "0": "c",
    "cl": "d",
    "a": "d",
    "c": "e",
    "t": "f",
    "1": "f",
    "g": "y",
    "9": "g",
    "8": "g",
    "b": "h",
    "I": "i",
    "l": "i",
    "j": "i",
    "u": "ii",
    "n": "ii",
    "it": "ii",
    "ti": "ii",
    "li": "ii",
    "m": "iii",
    "in": "iii",
    "ui": "iii",
    "tv": "iv",
    "lv": "iv",
    "y": "v",
}
_DIGITS = str.maketrans(
    {"l": "1", "L": "1", "I": "1", "i": "1", "O": "0", "o": "0", "S": "5", "B": "8", "Z": "2"}
)


@dataclass(frozen=True, slots=True)
class Series:
    """A way of counting as it is printed: ``a)`` is another one than ``(a)``."""

    family: str
    ends: str


@dataclass(frozen=True, slots=True)
class Marker:
    """A printed number.

    Attributes:
        printed: As printed: ``(a)``, ``12.``.
        body: Without brackets and full stop.
        readings: What it may mean, each a series and a place in it from 1, likeliest first.
        scanned: The same for what a scan may have made of it.
        width: Characters to the first word behind it.
        quoted: Whether a quotation mark stands before it.
    """

    printed: str
    body: str
    readings: tuple[tuple[Series, int, str], ...]
    scanned: tuple[tuple[Series, int, str], ...]
    width: int
    quoted: bool = False

    @property
    def bullet(self) -> bool:
        """Whether it is a dash or dot that counts nothing."""
        return self.readings[0][0].family == "bullet"

    @property
    def heads(self) -> bool:
        """Whether it is of a kind that headings have: ``A.``, ``IV.``."""
        return self.readings[0][0].family in (_UPPER, _GREAT) and self.readings[0][0].ends != "()"

    @property
    def arabic(self) -> bool:
        """Whether it is a plain number, as paragraphs of resolutions have."""
        return any(series == MAIN for series, _, _ in (*self.readings, *self.scanned))


MAIN = Series(_ARABIC, ".")


def marker_at(text: str) -> Marker | None:
    """The printed number at the head of a text, or None.

    Args:
        text: A paragraph or line, without marks of emphasis.
    """
    found = _HEAD.match(text)
    if not found:
        return None
    marker = _read(found)
    return replace(marker, quoted=True) if marker and text[0] in '“"«' else marker


def _read(found: re.Match[str]) -> Marker | None:
    width = found.end()
    printed = found.group().strip().lstrip("“\"‘'«")
    if bullet := found["bullet"]:
        return Marker(bullet, "", ((Series("bullet", bullet), 0, ""),), (), width)
    if dotted := found["dotted"]:
        body = dotted.rstrip(".")
        return Marker(printed, body, ((Series("dotted", str(body.count("."))), 0, body),), (), width)
    if smudged := found["smudged"]:
        rest = found.string[width : width + 80]
        if not (operative(rest) or rest.startswith("That ")):
            return None
        digits = smudged.translate(_DIGITS)
        read = ((MAIN, int(digits), digits),) if digits.isdigit() else ()
        return Marker(printed, smudged, ((Series("other", ""), 0, smudged),), read, width)
    if arabic := found["arabic"]:
        ends = found["a_end"][0]
        return _marker(printed, " ".join(arabic.split()), ends, width)
    if inner := found["inner"]:
        return _marker(printed, inner.strip(), "()", width)
    return _marker(printed, found["letter"], found["l_end"], width)


def _marker(printed: str, body: str, ends: str, width: int) -> Marker:
    readings = tuple((Series(family, ends), value, body) for family, value in _values(body))
    scanned: list[tuple[Series, int, str]] = []
    digits = body.translate(_DIGITS)
    if digits != body and digits.isdigit():
        scanned.append((Series(_ARABIC, ends), int(digits), digits))
    meant = _CONFUSED.get(body)
    if meant and ends == "()":
        scanned += [(Series(family, ends), value, meant) for family, value in _values(meant)]
    if body.isdigit() and ends == "()" and body in ("1", "11", "111"):
        scanned.append((Series(_ROMAN, ends), len(body), "i" * len(body)))
    if body == "1" and ends == "()":
        scanned.append((Series(_LOWER, ends), 12, "l"))
    return Marker(printed, body, readings or ((Series("other", ends), 0, body),), tuple(scanned), width)


def _values(body: str) -> list[tuple[str, int]]:
    """The families that a body may belong to, with its place in each."""
    word, _, more = body.partition(" ")
    if word[:-3].isdigit() and word.endswith(("bis", "ter")):
        word, more = word[:-3], word[-3:]
    if more:  # "3 bis" stands after 3 and counts nothing itself
        return [(family + "-" + more, value) for family, value in _values(word)]
    if word.isdigit():
        return [(_ARABIC, int(word))]
    found: list[tuple[str, int]] = []
    if len(word) == 1 and word.isalpha() and word.isascii():
        found.append((_LOWER if word.islower() else _UPPER, ord(word.lower()) - 96))
    elif len(word) == 2 and word[0] == word[1] and word.islower() and word != "ii":
        found.append((_LOWER, 26 + ord(word[0]) - 96))  # (aa) follows (z)
    low = word.lower()
    if word in (low, word.upper()) and low and _WELL_FORMED.fullmatch(low):
        total = 0
        for char, after in zip(low, [*low[1:], ""], strict=True):
            value = _ROMANS[char]
            total += -value if after and _ROMANS[after] > value else value
        found.append((_ROMAN if word.islower() else _GREAT, total))
    return found


def spelled(series: Series, value: int) -> str:
    """How the place ``value`` of a series is printed, without brackets."""
    if series.family in (_LOWER, _UPPER) and 1 <= value <= 26:
        letter = chr(96 + value)
        return letter if series.family == _LOWER else letter.upper()
    if series.family in (_ROMAN, _GREAT):
        low = ""
        for sign, size in (("l", 50), ("xl", 40), ("x", 10), ("ix", 9), ("v", 5), ("iv", 4), ("i", 1)):
            while value >= size:
                low += sign
                value -= size
        return low if series.family == _ROMAN else low.upper()
    return str(value)
