"""Provisions: "paragraphs 3 to 7 above", "Article 41 of the Charter", "its paragraph 5 (a)".

A provision is read in two steps: the words themselves ("paragraphs 8 (a), (b) and 9"), then what
they belong to, which stands after them ("of resolution 1737 (2006)"), before them ("resolution
748 (1992), especially its …") or nowhere ("above", "Chapter VII").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

CHARTER = "Charter of the United Nations"
#: No provision list names more than this; a longer range is a misreading.
_MOST = 60
_LEADING_NUMBER = re.compile(r"\d+")
_ARTICLES_OF_THE_CHARTER = 111

_UNIT = re.compile(
    r"(?<![\w-])(?P<unit>(?:[Pp]reambular |[Oo]perative )?(?:[Ss]ub-?(?: ?)paragraphs?|[Pp]aragraphs?"
    r"|[Pp]aras?\.?)"
    r"|OPs?|PPs?|[Aa]rticles?|Arts?\.|[Cc]hapters?|[Ss]ections?|[Aa]nnex(?:es)?|[Rr]ules?|[Pp]arts?)"
    r" ?(?=\d|\(|[IVXLC]+(?![\w’'])|[A-H](?![\w’']))"
)
# Items that are named without a word for them, as long as it is said where they stand: "in (a) to (c) above".
_ITEMS = re.compile(
    r"\b(?:in|of|to|under|by|from) (?=\((?:[a-z]|[ivx]{1,4}) ?\)[^;.:]{0,60} (?:above|below)\b)"
)
# Paragraphs of the next resolution of a list, without the word for them: "and 4 of resolution 2035 (2012)".
_OF_NEXT = re.compile(r"\(\d{4}\)(?:,| and|, and) (?=\d{1,2}(?: ?\([a-z]{1,3}\))? of (?:its )?resolution \d)")
# "Article 98-2": in the singular no range.
_HALVED = re.compile(r"(?P<number>\d{1,3}(?:-\d{1,2}|(?:\.\w){1,2}\.?\d{0,2}))(?![\w-])(?P<marks>)")
_SAID_WHERE = re.compile(r",? (?:above|below)\b")
_MARKS = r"(?: ?\((?:[a-z]{1,2}|[ivx]{1,5}|\d{1,2}(?:[-–]\d{1,2})?) ?\))"
_ELEMENT = re.compile(
    r"(?P<number>\d{1,3}(?:\.\d{1,2}){0,3}(?![\d/]| ?\((?:19|20)\d\d)(?: (?:bis|ter|quater"
    r"|quinquies)(?!\w))?|[IVXLC]{1,7}(?![\w’'])|[A-H](?![\w’']))"
    r"(?P<marks>"
    + _MARKS
    + r"{0,4})(?!\w)|(?P<only>"
    + _MARKS.replace("(?: ?", "(?:", 1)
    + _MARKS
    + r"{0,3})"
)
_SEPARATOR = re.compile(
    r"(?P<range> to | through | ?[-–—] ?)|(?:, (?:and |or |as well as )?| and | or | and/or "
    r"| as well as | & )"
)
# The unit said again in the middle of a list: "Article 25 and Article 26".
_AGAIN = {
    "paragraph": re.compile(r"(?:in |and |operative )?(?:[Ss]ub-?)?paragraphs? (?=\d|\()"),
    "article": re.compile(r"[Aa]rticles? (?=\d|[IVX])"),
    "chapter": re.compile(r"[Cc]hapters? (?=[IVX])"),
    "annex": re.compile(r"[Aa]nnex(?:es)? (?=[IVX\dA-H])"),
}
_ROMAN_MARK = re.compile(r"(?:i{1,3}|iv|vi{0,3}|ix|xi{0,3}|xiv|xv)")
_ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")
_ROMAN_MARKS = tuple(roman.lower() for roman in _ROMANS)
_SUB = re.compile(
    r",? (?:of|in) (?=(?:operative )?[Pp]aragraphs? \d|[Aa]rticles? \d|[Ss]ections? [IVX\d]|Annex"
    r"|Chapter [IVX])"
)
_CHILD = re.compile(r",? (?=paragraphs? \d)")


@dataclass(frozen=True, slots=True)
class Provision:
    """The words of a provision, and what they name within its instrument.

    Attributes:
        start, end: Where the words stand.
        unit: ``paragraph``, ``preambular``, ``sub`` (a lettered item without its number),
            ``article``, ``chapter``, ``section``, ``annex``, ``rule`` or ``part``.
        labels: ``("3", "4")``, ``("5(a)",)``, ``("VII",)``, ``("(b)",)`` for ``sub``.
        capital: Whether the unit is capitalised: "Article".
    """

    start: int
    end: int
    unit: str
    labels: tuple[str, ...]
    capital: bool = False

    def names(self) -> tuple[str, ...]:
        """What each is called in a key: ``paragraph 4``, ``article 15``, ``Chapter VII``."""
        word = "Chapter" if self.unit == "chapter" else "paragraph" if self.unit == "sub" else self.unit
        word = "preambular paragraph" if word == "preambular" else word
        return tuple(f"{word} {label}" for label in self.labels)


def find_provisions(text: str, start: int, end: int) -> list[Provision]:
    """The provisions in ``text`` from ``start`` to ``end``, in order and without overlaps.

    "subparagraph (b) of paragraph 4" and "Article 2, paragraph 4" are one provision each.
    """
    found: list[Provision] = []
    at = start
    while match := _UNIT.search(text, at, end):
        provision = _read(text, match, end)
        if provision is None:
            at = match.end()
            continue
        found.append(provision)
        at = provision.end
    return _with_items(text, start, end, [*found, *_of_next(text, start, end, found)])


def _of_next(text: str, start: int, end: int, found: list[Provision]) -> list[Provision]:
    """Paragraphs named in a list by their number alone: "paragraph 9 of resolution 1 (1946) and 4 of …"."""
    if not any(one.unit == "paragraph" for one in found):
        return []
    read = []
    for match in _OF_NEXT.finditer(text, start, end):
        labels, at = _labels(text, match.end(), end, "paragraph")
        if labels:
            read.append(Provision(match.end(), at, "paragraph", tuple(labels)))
    return read


def _with_items(text: str, start: int, end: int, found: list[Provision]) -> list[Provision]:
    """Provisions, and the items between them that have no word for what they are."""
    items: list[Provision] = []
    for match in _ITEMS.finditer(text, start, end):
        labels, at = _labels(text, match.end(), end, "sub")
        apart = all(one.end <= match.end() or at <= one.start for one in (*found, *items[-1:]))
        if labels and apart and _SAID_WHERE.match(text, at, end):
            items.append(Provision(match.end(), at, "sub", tuple(labels[:_MOST])))
    return sorted([*found, *items], key=lambda one: one.start)


def _read(text: str, match: re.Match[str], end: int) -> Provision | None:
    """The provision whose unit is ``match``, with the one it is a part of."""
    labels, at = _labels(text, match.end(), end, match["unit"])
    if not labels:
        return None
    unit = _unit(match["unit"], labels[0])
    if unit in {"article", "annex", "section", "part"} and (child := _CHILD.match(text, at, end)):
        inner = _UNIT.match(text, child.end(), end)
        if inner:
            parts, until = _labels(text, inner.end(), end, inner["unit"])
            if parts:
                of_last = [f"{labels[-1]}, paragraph {part}" for part in parts]
                labels, at = [*labels[:-1], *of_last], until
    elif unit in {"sub", "paragraph", "article"} and (link := _SUB.match(text, at, end)):
        outer = _UNIT.match(text, link.end(), end)
        parent = _read(text, outer, end) if outer else None
        if parent is not None and parent.unit == "chapter":  # articles are counted through all chapters
            return Provision(
                match.start(), parent.end, unit, tuple(labels[:_MOST]), match["unit"][0].isupper()
            )
        if parent is not None and len(parent.labels) == 1:
            if unit == "sub":
                labels = [f"{parent.labels[0]}{label}" for label in labels]
            else:
                labels = [f"{parent.labels[0]}, {unit} {label}" for label in labels]
            return Provision(match.start(), parent.end, parent.unit, tuple(labels), parent.capital)
    return Provision(match.start(), at, unit, tuple(labels[:_MOST]), match["unit"][0].isupper())


def _unit(printed: str, first: str) -> str:
    word = printed.lower().rstrip(".")
    if word.startswith(("preambular", "pp")):
        return "preambular"
    if first.startswith("("):
        return "sub"
    if word.startswith(("sub", "para", "op")):
        return "paragraph"
    for unit in ("article", "chapter", "section", "annex", "rule", "part"):
        if word.startswith(unit):
            return unit
    return "article"


def _labels(text: str, at: int, end: int, unit: str) -> tuple[list[str], int]:
    """The labels of a list that begins at ``at``, ranges spelt out, and where it ends."""
    labels: list[str] = []
    reached, ranged = at, False
    said_again = _AGAIN.get(_unit(unit, "1"))
    halved = _HALVED.match(text, at, end) if unit in {"Article", "article"} else None
    if halved:
        return [halved["number"]], halved.end()
    while len(labels) < _MOST and (element := _ELEMENT.match(text, at, end)):
        if labels and element["number"] and element["number"].isalpha() != labels[-1][0].isalpha():
            break  # "paragraph 4 and I": another kind of number begins something else
        label = _label(element, labels)
        if ranged:
            between = _between(labels[-1], label)
            if between is None:
                break
            labels.extend(between)
        labels.append(label)
        reached = element.end()
        separator = _SEPARATOR.match(text, reached, end)
        if separator is None:
            break
        ranged = separator["range"] is not None
        again = said_again.match(text, separator.end(), end) if said_again else None
        at = again.end() if again else separator.end()
    return labels, reached


def _label(element: re.Match[str], before: Sequence[str]) -> str:
    """An element as a label; "(b)" after "2 (a)" is "2(b)"."""
    if element["number"]:
        return element["number"] + element["marks"].replace(" ", "")
    marks = element["only"].replace(" ", "")
    if not before or before[-1].startswith("("):
        if before and _is_roman(marks) and before[-1].count("(") > 1:
            return before[-1][: before[-1].rindex("(")] + marks
        return marks
    last = before[-1]
    if last.count("(") > 1 and _is_roman(marks):
        return last[: last.rindex("(")] + marks
    return (last[: last.index("(")] if "(" in last else last) + marks


def _is_roman(marks: str) -> bool:
    return bool(_ROMAN_MARK.fullmatch(marks.strip("()"))) and marks not in {"(v)", "(x)"}


def _between(first: str, last: str) -> list[str] | None:
    """The labels between the ends of a range; None where it is none."""
    head, opened, mark = first.rpartition("(")
    other, _, until = last.rpartition("(")
    if opened and head == other:
        one, two = mark.rstrip(")"), until.rstrip(")")
        if len(one) == len(two) == 1 and one.isalpha() and one < two:
            return [f"{head}({chr(code)})" for code in range(ord(one) + 1, ord(two))]
        if one in _ROMAN_MARKS and two in _ROMAN_MARKS:
            between = _ROMAN_MARKS[_ROMAN_MARKS.index(one) + 1 : _ROMAN_MARKS.index(two)]
            return [f"{head}({mark})" for mark in between]
        return [] if one.isalpha() else None
    if first.isdigit() and last.isdigit() and int(first) < int(last) <= int(first) + _MOST:
        return [str(number) for number in range(int(first) + 1, int(last))]
    if first in _ROMANS and last in _ROMANS and _ROMANS.index(first) < _ROMANS.index(last):
        return list(_ROMANS[_ROMANS.index(first) + 1 : _ROMANS.index(last)])
    if first[:1].isdigit() and last[:1].isdigit() and ("(" in first or "(" in last):
        return []  # "8 (a) to 9": the ends are named, what lies between is not known
    return None


def belongs_to_charter(provision: Provision) -> bool:
    """Whether a provision without an instrument is one of the Charter: "Chapter VII", "Article 41"."""
    if not provision.capital:
        return False
    if provision.unit == "chapter":
        return all(label in {"VI", "VII", "VIII", "XI", "XII", "XIII"} for label in provision.labels)
    numbers = [_LEADING_NUMBER.match(label) for label in provision.labels]
    return provision.unit == "article" and all(
        number is not None and int(number.group()) <= _ARTICLES_OF_THE_CHARTER for number in numbers
    )
